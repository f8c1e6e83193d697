"""Postings: read into requirements, kept as a library, written and checked."""
