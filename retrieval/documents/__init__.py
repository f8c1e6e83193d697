"""Reads files into resumes."""
