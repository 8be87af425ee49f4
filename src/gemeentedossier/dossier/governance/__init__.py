"""What the municipality decided about the law itself, and about findings: readings of open norms, positions on
contested law, what rests on them, and findings set aside with a reason, by a role, until a date. Also what its bodies
decided of risk and promise in their policy: the highest risk that may remain, and clauses with who carries them out.

Points at its subject by kind and id, never by foreign key. Start reading in ``facts``.
"""
