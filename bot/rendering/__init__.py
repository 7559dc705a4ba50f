"""An answer, rendered for where it is read: Discord, a terminal, other programs."""
