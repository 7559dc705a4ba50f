"""What moderators change: what was typed is made out, it is done, and what was done is said."""
