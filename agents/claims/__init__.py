"""What a language model claims of a candidate, held to the lines it points at."""
