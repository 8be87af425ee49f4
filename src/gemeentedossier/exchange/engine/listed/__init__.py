"""Lists of systems, parties and sub-processors: rows become drafts, drafts are held beside what is recorded."""
