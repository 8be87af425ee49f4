"""The rooms' translations as one dictionary: the same words as Django finds in each."""

from django.utils.translation.trans_real import DjangoTranslation

from gemeentedossier.foundation.translations import merge


def test_every_text_says_the_same_from_one_dictionary() -> None:
    catalog, untouched = (DjangoTranslation("nl")._catalog for _ in range(2))
    merge(catalog)
    assert {key: catalog[key] for key in untouched.keys()} == {key: untouched[key] for key in untouched.keys()}  # noqa: SIM118 - a catalog is no mapping


def test_the_rooms_are_fewer_dictionaries_than_before() -> None:
    catalog = DjangoTranslation("nl")._catalog
    before = len(catalog._catalogs)
    merge(catalog)
    assert len(catalog._catalogs) < before / 5
    assert len(catalog._plurals) == len(catalog._catalogs)


def test_a_plural_is_still_formed() -> None:
    found = DjangoTranslation("nl")
    merge(found._catalog)
    assert [found.ngettext("%(num)d year", "%(num)d years", number) for number in (1, 2)] == [
        DjangoTranslation("nl").ngettext("%(num)d year", "%(num)d years", number) for number in (1, 2)
    ]
