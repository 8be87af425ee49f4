"""Workbooks as files, written as a stream: a large municipality has some hundred thousand findings."""
