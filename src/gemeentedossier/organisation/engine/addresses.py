"""When two e-mail addresses are the same one."""


def kept_address(address: str) -> str:
    """The address with small letters for the capitals A to Z, as it is kept; every other letter is only itself.

    A database folds more: to PostgreSQL the dotless ı is an i, and a domain written with it is somebody else's.
    """
    return address.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def is_same_address(one: str, other: str) -> bool:
    """Whether both are one address, written with capitals or without."""
    return kept_address(one) == kept_address(other)
