"""Serves the two models of Bole on this machine, and holds what a deployment is described by."""
