"""What a municipality processes with, and protects it by: systems and measures. Start reading in ``facts``."""
