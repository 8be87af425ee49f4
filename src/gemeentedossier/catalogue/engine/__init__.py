"""Reading packs into facts, and calculating with what they say; plain Python, no Django."""
