"""Assessing a resume for a posting, by rules or by a language model whose ratings are held to their lines."""
