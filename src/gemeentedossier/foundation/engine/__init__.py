"""Judgements of the foundation in plain Python."""
