"""One cell at a time: from its text to values and notes. Cells are read, never believed.

Every function returns a ``Reading``; a text that is not blank yields a value, a note, or both.
"""
