"""Other tools, each a process that answers a path on its input with one line of JSON on its output."""
