"""Which packs are in use."""

from pathlib import Path

from pytest_django.fixtures import Settings

from gemeentedossier.catalogue.queries import SHIPPED_PACK, pack_paths


def test_without_own_packs_only_the_shipped_pack_is_in_use(settings: Settings) -> None:
    settings.GEMEENTEDOSSIER_PACKS = []
    assert pack_paths() == (SHIPPED_PACK,)


def test_own_packs_come_after_the_shipped_one(settings: Settings) -> None:
    settings.GEMEENTEDOSSIER_PACKS = ["/srv/our-pack"]
    assert pack_paths() == (SHIPPED_PACK, Path("/srv/our-pack"))
