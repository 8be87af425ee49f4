"""The judgement of parties: which names are likely to be of the same one."""
