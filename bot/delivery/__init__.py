"""What leaves for Discord: the outbox, reports to organisers, and whether a human answered."""
