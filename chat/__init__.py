"""Shows: cards, side panel, commands, progress; all that knows Chainlit."""
