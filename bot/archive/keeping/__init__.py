"""Keeping sources: adding, withdrawing, and building everything anew."""
