"""Recognising who a resume speaks of: name, contacts, degrees, jobs with their dates, languages."""
