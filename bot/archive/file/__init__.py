"""The archive file: its connections, its schema, and what goes wrong with it."""
