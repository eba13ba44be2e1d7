"""How fast the bot is, in figures: `python -m tests.bench` (or `make bench`) prints one table. It is no test."""
