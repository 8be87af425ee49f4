"""From the bytes of a file to drafts and remarks, in pure functions. Start reading in ``register``."""
