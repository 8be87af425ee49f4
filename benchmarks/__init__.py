"""What the program costs, measured on this machine: ``python -m benchmarks [--only NAME] [--quick]``.

One file per subject in ``subjects``; each is run in a process of its own, on an embedded PostgreSQL in a temporary
folder, so that one neither warms nor burdens the next. Nothing here is ever asserted in a test.
"""
