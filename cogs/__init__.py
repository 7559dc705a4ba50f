"""The commands of the Discord bot: names, parameters and permissions. What they say comes from `bot.answers`."""
