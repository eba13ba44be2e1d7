"""Warm introductions, as members live them."""
