"""The document as long work: read the dossier, compose, write; nobody waits for it."""

from gemeentedossier.documents.actions.papers import make_file
from gemeentedossier.documents.engine.composition import compose
from gemeentedossier.documents.facts import order_from
from gemeentedossier.documents.queries import material_of
from gemeentedossier.foundation.jobs.work import Made, Progress, Task
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope


def make_document(task: Task, progress: Progress) -> Made:
    """The file of one order; raises Refused where no PDF could be made."""
    order = order_from(task.asked)
    progress("reading")
    with municipality_scope(task.municipality_id):
        municipality = Municipality.objects.get(id=task.municipality_id)
        material = material_of(municipality, moment=order.moment)

    def told(done: int, total: int) -> None:
        progress("composing", done=done, total=total)

    document = compose(order.kind, material, language=order.language, told=told)
    progress("typesetting")
    return make_file(order, document, slug=municipality.slug)
