"""When two e-mail addresses are the same one."""


def is_same_address(one: str, other: str) -> bool:
    """Whether both are one address: capitals A to Z count as small letters, and every other letter is only itself.

    A database folds more: to PostgreSQL the dotless ı is an i, and a domain written with it is somebody else's.
    """
    return one.encode().lower() == other.encode().lower()
