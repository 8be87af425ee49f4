"""What is handed upwards about documents."""

import datetime as dt
import json
from dataclasses import asdict, dataclass

from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.enums import DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One document as somebody wants it; ``moment`` None is the dossier as it is when the work begins."""

    kind: DocumentKind
    form: Format
    language: str
    moment: dt.datetime | None = None
    catalogue: str = ""
    """The catalogue version at the time of asking, to be shown beside the document."""

    def written(self) -> str:
        """The order as JSON; ``order_from`` reads it back unchanged."""
        return json.dumps({**asdict(self), "moment": self.moment and self.moment.isoformat()})


def order_from(text: str) -> Order:
    """The order that ``written`` wrote."""
    held = json.loads(text)
    moment = dt.datetime.fromisoformat(held["moment"]) if held["moment"] else None
    return Order(
        kind=DocumentKind(held["kind"]),
        form=Format(held["form"]),
        language=held["language"],
        moment=moment,
        catalogue=held["catalogue"],
    )
