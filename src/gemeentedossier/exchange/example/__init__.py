"""The example municipality Duinrade: invented, marked as such, with good records and one of every fault."""
