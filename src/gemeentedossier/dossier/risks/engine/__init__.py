"""The judgement of Part C: whether an assessment is needed, what of it went stale, and what stops its adoption."""
