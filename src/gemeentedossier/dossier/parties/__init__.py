"""With whom a municipality processes: organisations outside it. Start reading in ``facts``."""
