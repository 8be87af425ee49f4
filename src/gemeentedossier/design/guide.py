"""The examples of the style guide: every component in every state, told with a register of trees.

The texts are samples in Dutch and no messages of the product, therefore they are not translated.
"""

from datetime import UTC, datetime

from django import forms

from gemeentedossier.design import parts
from gemeentedossier.design.enums import Density, Order, Shape, Stage, Tone, Weight
from gemeentedossier.design.fields import AnswerField, DayField
from gemeentedossier.design.frames import Frame, Moment, Person, Place, PublicFrame
from gemeentedossier.design.paging import page_links

HERE = "#"
RULE = parts.Link(label="Voorbeeldregel 4, tweede lid", url=HERE)

BADGES = (
    parts.Badge(word="Voldoet", tone=Tone.GOOD, shape=Shape.CHECK),
    parts.Badge(word="Voldoet deels", tone=Tone.ATTENTION, shape=Shape.HALF),
    parts.Badge(word="Voldoet niet", tone=Tone.ALARM, shape=Shape.CROSS),
    parts.Badge(word="Spreekt elkaar tegen", tone=Tone.ATTENTION, shape=Shape.CLASH),
    parts.Badge(word="Niet vastgelegd", tone=Tone.OPEN, shape=Shape.HOLLOW),
    parts.Badge(word="Te laat", tone=Tone.ALARM, shape=Shape.CLOCK),
    parts.Badge(word="Goed gebruik", tone=Tone.NOTE, shape=Shape.DIAMOND),
    parts.Badge(word="Niet van toepassing", tone=Tone.QUIET, shape=Shape.DASH),
    parts.Badge(word="Concept", tone=Tone.QUIET, shape=Shape.PENCIL),
)
FINDINGS = (
    parts.Finding(
        outcome=BADGES[2],
        nature="wet",
        title="De boom heeft geen nummer",
        reason="Zonder nummer is niet na te gaan welke boom wordt bedoeld.",
        reference=RULE,
        source="Afgeleid uit de gegevens",
        repair=parts.Action(label="Nummer toekennen", url=HERE),
    ),
    parts.Finding(
        outcome=BADGES[4],
        nature="wet",
        title="Wanneer is de boom geplant?",
        reason="Niemand heeft het jaar van aanplant vastgelegd.",
        reference=RULE,
        repair=parts.Action(label="Jaar invullen", url=HERE),
    ),
    parts.Finding(
        outcome=BADGES[3],
        nature="wet",
        title="Twee soorten voor één boom",
        statements=(
            parts.Quotation(text="Zomereik", where=parts.Link(label="Kaart", url=HERE)),
            parts.Quotation(text="Linde", where=parts.Link(label="Snoeiplan", url=HERE)),
        ),
        reference=RULE,
        repair=parts.Action(label="Kies de juiste soort", url=HERE),
    ),
    parts.Finding(
        outcome=BADGES[6],
        nature="goed gebruik",
        title="Een foto helpt bij het herkennen",
        reference=parts.Link(label="Handreiking", url=""),
    ),
    parts.Finding(outcome=BADGES[0], nature="wet", title="De plaats is bekend", reference=RULE),
)
ALERTS = (
    parts.Alert(title="De lijst wordt elke nacht bijgewerkt", text="De vorige keer was vandaag om 02.10 uur."),
    parts.Alert(title="Opgeslagen", tone=Tone.GOOD, shape=Shape.CHECK),
    parts.Alert(
        title="Drie waarden zijn niet overgenomen",
        text="Ze staan in het verslag, met hun plaats en de reden.",
        tone=Tone.ATTENTION,
        shape=Shape.DIAMOND,
        action=parts.Action(label="Verslag bekijken", url=HERE),
    ),
    parts.Alert(title="De termijn is verstreken", text="Twee dagen te laat.", tone=Tone.ALARM, shape=Shape.CLOCK),
)
BUTTONS = tuple(
    parts.Action(label=label, url=HERE, weight=weight)
    for label, weight in (("Vaststellen", Weight.PRIMARY), ("Bewerken", Weight.SECONDARY), ("Sluiten", Weight.SUBTLE))
)
DEFINITIONS = (
    parts.Definition(term="Soort", texts=("Zomereik",)),
    parts.Definition(term="Toestand", badge=BADGES[0]),
    parts.Definition(
        term="Waar",
        links=(
            parts.Link(label="Dorpsplein", url=HERE, note="bij de kerk"),
            parts.Link(label="Kaartblad 12", url=HERE),
        ),
    ),
    parts.Definition(term="Jaar van aanplant", action=parts.Action(label="Invullen", url=HERE)),
)
CHANGES = (
    parts.Change(label="Soort", before="Linde", after="Zomereik"),
    parts.Change(label="Bijzonderheden", after="Monumentale boom met een omtrek van 340 centimeter."),
)
ENTRIES = (
    parts.Entry(
        at=datetime(2026, 3, 9, 9, 30, tzinfo=UTC),
        by="A. de Vries",
        title="Soort gewijzigd",
        reason="Vastgesteld bij de schouw van maart.",
        changes=CHANGES,
    ),
    parts.Entry(at=datetime(2026, 2, 2, 14, 5, tzinfo=UTC), by="B. Jansen", title="Boom opgenomen"),
)
STEPS = (
    parts.Step(label="Bestand kiezen", stage=Stage.DONE, url=HERE),
    parts.Step(label="Kolommen nakijken", stage=Stage.CURRENT, note="12 van 14 herkend"),
    parts.Step(label="Inlezen", stage=Stage.AHEAD),
)
TABS = (
    parts.Tab(label="Overzicht", url=HERE, current=True),
    parts.Tab(label="Bevindingen", url=HERE, count=5),
    parts.Tab(label="Geschiedenis", url=HERE),
)
PROGRESS = (
    parts.Progress(label="Bomen inlezen", done=640, total=1000, note="u kunt deze pagina verlaten"),
    parts.Progress(label="Verslag maken", done=0, total=0, identifier="progress-unknown"),
)
EMPTY = parts.EmptyState(
    title="Nog geen bomen",
    belongs="Hier staan alle bomen die de gemeente onderhoudt.",
    reason="De voorbeeldregel vraagt van elke boom de plaats en de soort.",
    reference=RULE,
    step=parts.Action(label="Eerste boom opnemen", url=HERE, weight=Weight.PRIMARY),
)
PAGINATION = parts.Pagination(
    pages=page_links(current=4, last=12, url_for=lambda number: f"#page-{number}"),
    summary="76 tot en met 100 van 288",
    previous_url="#page-3",
    next_url="#page-5",
)
MOMENT = Moment(url=HERE, next_url="/", at=datetime(2024, 10, 10, 10, 0, tzinfo=UTC))
SEARCH = parts.Search(url="", label="Zoek een boom", shortcut=True)


def table(density: Density) -> parts.Table:
    """A table of trees in this density."""
    trees = (("Zomereik", "Dorpsplein", 1, 182), ("Linde", "Kerkstraat", 4, 64), ("Plataan", "Stationsweg", 0, 9))
    return parts.Table(
        caption="Bomen" if density is Density.CALM else "Bomen, compact",
        density=density,
        densities=(
            parts.Tab(label="Ruim", url=HERE, current=density is Density.CALM),
            parts.Tab(label="Compact", url=HERE, current=density is Density.DENSE),
        ),
        columns=(
            parts.Column(label="Soort", sort_url="#sort", order=Order.ASCENDING),
            parts.Column(label="Straat", sort_url="#sort"),
            parts.Column(label="Oordeel"),
            parts.Column(label="Jaren oud", sort_url="#sort", numeric=True),
        ),
        rows=tuple(
            parts.Row(
                cells=(
                    parts.Cell(text=kind, url=HERE),
                    parts.Cell(text=street, note="gemeentegrond"),
                    parts.Cell(badge=BADGES[badge]),
                    parts.Cell(text=str(age)),
                )
            )
            for kind, street, badge, age in trees
        ),
    )


def frame() -> Frame:
    """The frame around the guide, at a moment in the past."""
    labels = (("", "Vandaag"), ("A", "Bomen"), ("B", "Perken"), ("C", "Banken"), ("", "Documenten"))
    return Frame(
        municipality="Gemeente Voorbeeld",
        home_url=HERE,
        places=tuple(
            Place(
                letter=letter,
                label=label,
                url=HERE,
                current=letter == "A",
                count=12 if letter == "A" else None,
                count_label="bomen vragen aandacht",
            )
            for letter, label in labels
        ),
        crumbs=(parts.Crumb(label="Bomen", url=HERE), parts.Crumb(label="Stijlgids")),
        search=SEARCH,
        moment=MOMENT,
        person=Person(name="A. de Vries", role="Beheerder", sign_out_url=HERE),
        language_url=HERE,
    )


def public_frame() -> PublicFrame:
    """The frame around the example for everyone."""
    return PublicFrame(
        municipality="Gemeente Voorbeeld",
        home_url=HERE,
        crumbs=(parts.Crumb(label="Bomen", url=HERE), parts.Crumb(label="Zomereik")),
        links=(parts.Link(label="Bomen", url=HERE), parts.Link(label="Uw vragen", url=HERE)),
        footer=(parts.Link(label="Toegankelijkheid", url=HERE), parts.Link(label="Contact", url=HERE)),
        search=SEARCH,
        language_url=HERE,
        notice="Deze gemeente is verzonnen.",
    )


class TreeForm(forms.Form):
    """Every control once; bound with faults it shows how errors look."""

    kind = forms.CharField(label="Soort", help_text="De Nederlandse naam, zoals Zomereik.")
    remarks = forms.CharField(label="Bijzonderheden", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    street = forms.ChoiceField(label="Straat", choices=[("", "Kies een straat"), ("1", "Dorpsplein")])
    sound = AnswerField(label="Is de boom gezond?", help_text="Weet u het niet, kies dan dat het nog niet bekend is.")
    planted = DayField(label="Geplant op", required=False)
    uses = forms.MultipleChoiceField(
        label="Waarvoor staat de boom er?",
        choices=[("shade", "Schaduw"), ("fruit", "Fruit")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    photo = forms.FileField(label="Foto", required=False, help_text="PNG of JPEG, ten hoogste 5 MB.")
    agreed = forms.BooleanField(label="De plaats is ter plekke nagekeken")


class TreeFilter(forms.Form):
    kind = forms.ChoiceField(label="Soort", choices=[("", "Alle soorten"), ("oak", "Zomereik")], required=False)
    outcome = forms.ChoiceField(label="Oordeel", choices=[("", "Elk oordeel"), ("met", "Voldoet")], required=False)
