"""The siege archive bot: questions put to an archive of accounts, answered with their sources."""
