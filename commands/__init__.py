"""The commands of `bole`, a module each kind of work; only they know Typer."""
