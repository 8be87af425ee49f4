"""What keeps the whole program from answering, until somebody mends it."""


class Unavailable(Exception):
    """Something that every answer rests on cannot be used; the text says what, for whoever runs the program."""
