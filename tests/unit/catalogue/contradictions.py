"""The contradictions that the method names, R01 to R53, and those of the requirements, C01 to C45.

Each is one rule of ours: its weight, and the records that it awaits (`-` for none).
"""

_TABLE = """
    C01 error   -                   C02 error   -                   C03 warning -
    C04 error   -                   C05 error   -                   C06 warning -
    C07 warning -                   C08 warning -                   C09 error   -
    C10 warning -                   C11 error   -                   C12 error   -
    C13 warning -                   C14 error   -                   C15 error   -
    C16 error   -                   C17 error   -                   C18 error   -
    C19 error   -                   C20 warning -                   C21 warning -
    C22 error   -                   C23 error   -                   C24 warning -
    C25 error   -                   C26 warning -                   C27 error   -
    C28 error   -                   C29 error   -                   C30 error   -
    C31 error   -                   C32 warning -                   C33 error   -
    C34 error   -                   C35 error   -                   C36 error   log_finding
    C37 error   -                   C38 error   log_finding         C39 error   -
    C40 warning publication         C41 error   -                   C42 warning -
    C43 warning -                   C44 warning -                   C45 warning -

    R01 error   -                   R02 warning -                   R03 error   -
    R04 error   -                   R05 error   -                   R06 error   -
    R07 error   -                   R08 error   -                   R09 error   -
    R10 warning -                   R11 warning -                   R12 warning -
    R13 warning -                   R14 error   -                   R15 error   -
    R16 warning -                   R17 error   -                   R18 error   -
    R19 error   -                   R20 error   -                   R21 warning -
    R22 error   -                   R23 error   -                   R24 error   -
    R25 error   -                   R26 warning -                   R27 error   -
    R28 error   -                   R29 warning -                   R30 warning -
    R31 error   -                   R32 error   -                   R33 warning -
    R34 warning -                   R35 error   -                   R36 warning -
    R37 warning -                   R38 error   -                   R39 error   -
    R40 warning -                   R41 error   -                   R42 error   -
    R43 error   -                   R44 error   -                   R45 error   -
    R46 error   -                   R47 warning -                   R48 error   -
    R49 error   -                   R50 warning -                   R51 error   -
    R52 warning -                   R53 warning -
"""
LOWERED = {
    "R18": "the date may be that of a review of an earlier assessment (GDPR 35(11)), which the record does not tell",
    "R28": "another act may carry the decision (GDPR 22(2)(b)), which the record does not tell",
    "R45": "asking is always allowed, and granting more than the law asks breaks no rule",
    "R46": "asking is always allowed, and granting more than the law asks breaks no rule",
    "R48": "somebody of 16 may give another a mandate to ask, which the record does not tell",
}
"""What the method calls an error and we a warning, and why: the two statements may both be true."""


def contradictions() -> dict[str, tuple[str, str | None]]:
    """Weight and awaited records by id, as the method and the requirements have them."""
    words = _TABLE.split()
    rows = zip(words[::3], words[1::3], words[2::3], strict=True)
    return {name: (severity, None if awaits == "-" else awaits) for name, severity, awaits in rows}
