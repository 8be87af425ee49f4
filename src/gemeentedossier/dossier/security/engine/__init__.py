"""What follows from levels and the access matrix; plain Python."""
