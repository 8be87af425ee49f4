"""Lists in random histories: taken over beside what is recorded, and taken back."""

from gemeentedossier.exchange.actions.lists import import_list
from gemeentedossier.exchange.actions.undoing import undo_import
from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.exchange.models import Import
from gemeentedossier.foundation.trail import Actor

LISTS = (
    (ListKind.SYSTEMS, "Applicatie;Leverancier;Hosting;EOL\nZaaksysteem;Het Baken;Zwolle;1-9-2026\n"),
    (ListKind.PARTIES, "Organisatie;Land;Soort organisatie\nHet Baken;NL;zorgaanbieder\n"),
    (ListKind.SYSTEMS, "Applicatie;RTO;RPO\nZaaksysteem;4 uur;1 dag\n"),
    (ListKind.PARTIES, "Organisatie;Contactgegevens\nHet Baken;post@baken.example\nWolk BV;info@wolk.example\n"),
)


def take_over(record: int, by: Actor) -> None:
    """Take over one of four lists, or take it back where it is here already."""
    what, text = LISTS[record]
    taken: Import | None = Import.objects.filter(undone_at=None, file_name=f"{record}.csv").first()
    if taken:
        undo_import(taken.id, by=by, reason="oude lijst")
    else:
        import_list(text.encode(), what=what, file_name=f"{record}.csv", by=by)
