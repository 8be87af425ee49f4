"""What the municipality decided about the law itself, and about findings: readings of open norms, positions on
contested law, what rests on them, and findings set aside with a reason, by a role, until a date.

Points at its subject by kind and id, never by foreign key. Start reading in ``facts``.
"""
