"""When a request must be answered, who may ask, what can be refused, and where to look; plain Python."""
