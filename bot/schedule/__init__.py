"""Time: the clock, quiet hours, and work that is due."""
