"""What keeps the whole program from answering, until somebody mends it."""


class Unavailable(Exception):
    """Something that every answer rests on cannot be used; the text says what, for whoever runs the program."""


class TablesOlder(Exception):
    """The tables of the database are not there, or older than this program."""
