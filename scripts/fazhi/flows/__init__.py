"""Flows compose verbs: each is a command seen from inside."""
