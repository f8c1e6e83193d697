"""Decides: requirements, assessment, scorecard, answers, interview kit."""
