"""With whom a municipality processes: organisations outside it, and who may act for them. Start in ``facts``."""
