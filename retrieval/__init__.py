"""Reads and finds: documents, redaction, passages, embedding, indexes, matching."""
