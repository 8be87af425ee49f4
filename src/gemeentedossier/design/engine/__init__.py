"""Where things come on a canvas: plain Python."""
