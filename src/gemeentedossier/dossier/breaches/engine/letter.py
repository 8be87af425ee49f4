"""A first text for the message to people, in plain Dutch, from the record alone (GDPR 34(2)).

It holds the four things that the law lists and what people can do themselves. A person reads it, mends it and sends it;
what was really sent is kept. Where the record is silent the text says so between square brackets.
"""

from collections.abc import Iterator

from gemeentedossier.dossier.breaches.engine.form import Around, told_moment
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.enums import Harm
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach

ADVICE = {
    Harm.IDENTITY_FRAUD: "Let op vreemde brieven of rekeningen op uw naam. Geef nooit codes of wachtwoorden.",
    Harm.FINANCIAL_LOSS: "Kijk uw bankrekening na. Bel uw bank als u iets ziet dat niet klopt.",
    Harm.DANGER: "Voelt u zich niet veilig? Bel 112. Wij denken met u mee over uw veiligheid.",
    Harm.REPUTATION: "Merkt u dat iemand iets van u weet wat niet hoort? Laat het ons weten.",
    Harm.PROFESSIONAL_SECRECY: "Praat erover met uw hulpverlener als u dat wilt. Die mag weten wat er is gebeurd.",
}
ALWAYS = "Bel ons als u iets vreemds merkt of vragen hebt."


def letter_text(breach: PersonalDataBreach, around: Around) -> str:
    """The text, in paragraphs; every blank between square brackets is for a person to fill in."""
    return "\n\n".join(
        (
            "Geachte heer of mevrouw,",
            _happened(breach, around),
            _data(breach, around),
            _consequences(breach),
            _measures(breach),
            " ".join(_advice(breach)),
            _contact(around),
        )
    )


def _happened(breach: PersonalDataBreach, around: Around) -> str:
    when = told_moment(breach.moments.began_at or breach.moments.discovered_at)
    told = breach.nature.summary or "[schrijf in gewone woorden wat er gebeurde]"
    day = f" op {when[:10]}" if when else ""
    return f"Er ging{day} iets mis met uw gegevens bij {around.municipality}. {told} Dat spijt ons."


def _data(breach: PersonalDataBreach, around: Around) -> str:
    hit = around.named(breach.concerned.data_categories, breach.concerned.data_own)
    return f"Het gaat om deze gegevens van u: {hit or '[noem de gegevens]'}."


def _consequences(breach: PersonalDataBreach) -> str:
    harms = ", ".join(word(each, "nl") for each in breach.nature.harms)
    told = breach.nature.consequences or (f"Dit kan gebeuren: {harms}." if harms else "[schrijf wat dit kan betekenen]")
    return f"Wat kan dit voor u betekenen? {told}"


def _measures(breach: PersonalDataBreach) -> str:
    told = " ".join(f"{each.what.rstrip('. ')}." for each in breach.measures)
    return f"Wat doen wij? {told or '[schrijf wat de gemeente doet]'}"


def _advice(breach: PersonalDataBreach) -> Iterator[str]:
    yield "Wat kunt u zelf doen?"
    for harm in breach.nature.harms:
        if harm in ADVICE:
            yield ADVICE[harm]
    yield ALWAYS


def _contact(around: Around) -> str:
    officer = (
        f" U kunt ook terecht bij onze functionaris gegevensbescherming: {around.officer}." if around.officer else ""
    )
    return f"Hebt u vragen? Neem contact op met {around.contact or '[noem wie helpt]'}.{officer}"
