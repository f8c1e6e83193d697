"""Answers to questions about candidates, with the lines they rest on."""
