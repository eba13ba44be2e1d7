"""People: members and what they say of themselves, what happens to their data, trades and places."""
