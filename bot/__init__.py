"""The kernel: rooms that every feature of Comptoir shares. It names no feature."""
