"""Assessments as documents to hand on."""
