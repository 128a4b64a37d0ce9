"""Answers to files: one file a format. Every export names the highest marking of what is in it."""
