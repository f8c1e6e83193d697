"""Interview kits: what to ask a candidate, and what a good answer holds."""
