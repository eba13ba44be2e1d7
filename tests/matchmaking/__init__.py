"""Coffee: who meets whom, what is said, and what becomes of it."""
