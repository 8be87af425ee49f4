"""An address in a dossier that came from elsewhere leads to a web page, or nowhere."""

import json
import re
from typing import Any

import pytest
from django.urls import reverse

from gemeentedossier.exchange.actions.dossiers import load_dossier
from gemeentedossier.exchange.engine.dossier_file import read_dossier, write_dossier
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.everything import everything
from tests.integration.desk.people import signed_in

pytestmark = pytest.mark.django_db
ADDRESSES = {"url", "algorithm_entry", "rights_page", "complaint_page", "contact_point"}
SCRIPT = "javascript:alert(1)"


def with_scripts(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: SCRIPT if key in ADDRESSES and value else with_scripts(value) for key, value in told.items()}
    return [with_scripts(each) for each in told] if isinstance(told, list) else told


def test_no_page_leads_to_a_script() -> None:
    dossier = read_dossier(json.dumps(with_scripts(json.loads(write_dossier(everything(), with_drafts=True)))).encode())
    place = load_dossier(dossier, by=Actor(name="Lader")).municipality
    kinds = {"tool": dossier.tools, "evidence-piece": dossier.evidence, "matter": dossier.matters}
    pages: list[tuple[Any, ...]] = [(name, each.id) for name, records in kinds.items() for each in records]
    with municipality_scope(place.id):
        client = signed_in(*Role)
        urls = [
            reverse(f"desk:{name}", args=[place.slug, *key]) for name, *key in (*pages, ("tools",), ("organisation",))
        ]
        found = "".join(client.get(url).content.decode() for url in urls)
    assert SCRIPT in found
    assert re.findall(r'href="(?:java|vb)script:[^"]*', found) == []
