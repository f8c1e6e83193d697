"""Reading pictures of text (OCR)."""
