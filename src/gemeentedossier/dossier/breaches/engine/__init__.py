"""Judgement about breaches: clocks, severity, triage, repeats, and what was told beside what is recorded."""
