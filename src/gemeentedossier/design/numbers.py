"""Numbers as people read them, the same in every chart, tab and sentence."""

from django.utils.formats import number_format


def counted(number: int) -> str:
    """A number as people write it in the language of the reader, its thousands apart."""
    return str(number_format(number, use_l10n=True, force_grouping=True))
