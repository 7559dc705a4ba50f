"""Charts of dated passages: drawn as a PNG by a process of their own, and kept."""
