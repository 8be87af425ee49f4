"""Judgements of the register in plain Python."""
