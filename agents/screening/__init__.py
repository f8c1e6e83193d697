"""Screening: a batch of resumes for a posting, its shortlist, and what people ask of it."""
