"""The command line: one module for each kind of command, each thin; `run` is where errors become sentences."""
