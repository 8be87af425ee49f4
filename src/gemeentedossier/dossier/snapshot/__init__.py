"""The whole dossier of a municipality as one immutable tree, as it is now or as it was at any moment."""
