"""What the controls of the security baseline are called."""

from gemeentedossier.catalogue.facts.catalogue import Catalogue


def title_of_number(number: str, catalogue: Catalogue, language: str) -> str:
    """What a control is called, or the control of a measure; empty for a number that the baseline does not have."""
    for control in catalogue.security_controls.values():
        if number == control.number or any(number == each.number for each in control.measures):
            return control.name.in_language(language)
    return ""
