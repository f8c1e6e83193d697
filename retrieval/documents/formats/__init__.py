"""Reading everything that is neither PDF nor Word."""
