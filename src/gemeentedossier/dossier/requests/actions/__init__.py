"""Writes: what is recorded of a request from receipt to closing, and of consents."""
