"""Remembers: the types of the recruiting file, the database, the files and the audit."""
