"""What the person may do with the record, as buttons: the one that comes next stands out."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.policies import can_move
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse

Can = Callable[[str], bool]


def steps_for(activity: Activity, *, slug: str, can: Can, is_public: bool) -> tuple[Action, ...]:
    """The verbs that the record's state, what is public of it and the person's roles allow."""
    return tuple(_steps(activity, slug=slug, can=can, is_public=is_public))


def _steps(activity: Activity, *, slug: str, can: Can, is_public: bool) -> Iterator[Action]:
    state = activity.record_state

    def url(name: str) -> str:
        return reverse(f"desk:{name}", args=[slug, activity.id])

    def asking(name: str) -> str:
        return f"{url(name)}?revision={activity.revision}"

    def posted(name: str, label: str, weight: Weight = Weight.SECONDARY) -> Action:
        read = str(activity.revision)
        return Action(label=label, url=url(name), weight=weight, posts=True, name="revision", value=read)

    if can("register.submit_activity") and state is RecordState.CONCEPT:
        yield Action(label=_("Submit for adoption"), url=asking("submit"), weight=Weight.PRIMARY)
    if can("register.adopt_activity") and can_move(state, to=RecordState.ADOPTED):
        yield Action(label=_("Adopt"), url=asking("adopt"), weight=Weight.PRIMARY)
        yield Action(label=_("Send back"), url=asking("return"))
    if can("register.publish_activity") and can_move(state, to=RecordState.PUBLISHED):
        yield Action(label=_("Publish"), url=asking("publish"), weight=Weight.PRIMARY)
    fresh = activity.last_confirmed_on == clock.today()
    if can("register.confirm_activity") and state is not RecordState.REPLACED and not fresh:
        yield posted("confirm", _("This is still right"))
    if can("register.withdraw_publication") and is_public:
        yield Action(label=_("Withdraw publication"), url=asking("withdraw"), weight=Weight.SUBTLE)
    if can("register.delete_activity") and not activity.version:
        yield Action(label=_("Delete"), url=url("delete"), weight=Weight.SUBTLE)
