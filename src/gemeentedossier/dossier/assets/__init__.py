"""What a municipality processes with, and protects it by: systems, digital tools, measures. Start in ``facts``."""
