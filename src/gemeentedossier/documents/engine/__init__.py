"""The neutral document, how two versions differ, and the four writers; plain Python.

Read ``provenance`` (why a sentence stands there), ``blocks`` (what a document consists of), ``placing`` (the
lasting id of each sentence), ``sources`` (the numbered list of sources), then a writer.
"""
