"""What follows from a dossier by reckoning alone, in plain Python."""
