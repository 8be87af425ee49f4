"""What the reading room judges by itself: which rights hold, and what is withheld. Plain Python."""
