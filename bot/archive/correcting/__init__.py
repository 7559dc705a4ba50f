"""Corrections by moderators: what they are, how they are kept, and how they are applied."""
