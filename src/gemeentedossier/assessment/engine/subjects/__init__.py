"""What rules are about. The fields of these dataclasses are the names that expressions may use.

A field that is None is unknown: its name is then absent from the expression's context and the rule gives a gap.

- ``…_written`` is true where a text stands in the record; unknown, and never false, where none does or where it is
  not finished (a blank, a note for later, an answer without words).
- ``has_…`` and ``…_count`` say what stands in the record, and are never unknown unless their line says so.
- ``is_…`` and the other truths are true, false or unknown. A truth about a set (``has_special_data``) is false
  only when every member is known not to have it.
- Dates are judged on the day of the snapshot, so that a rule never asks for today.
"""
