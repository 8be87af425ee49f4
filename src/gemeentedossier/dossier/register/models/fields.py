"""The field forms of ``foundation.models.fields``, under the name that rooms from the register upwards know."""

from gemeentedossier.foundation.models.fields import choice, day, line, optional_terms, terms, tristate, words

__all__ = ["choice", "day", "line", "optional_terms", "terms", "tristate", "words"]
