"""Settings, addresses and the command line: what ties the rooms together and is imported by none of them."""
