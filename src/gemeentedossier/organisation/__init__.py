"""Who a municipality is: its controllers, units, people and their roles, and the one table of permissions.

Knows who may do what, not what is recorded. Start reading in ``permissions`` and ``facts``.
"""
