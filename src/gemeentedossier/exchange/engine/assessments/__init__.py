"""Saved files of other programs for impact assessments, read into a draft and written from one.

Start reading in ``national`` (the form of central government), ``cnil`` (the tool of the French authority) and
``writing``. Each loss is told with its place.
"""
