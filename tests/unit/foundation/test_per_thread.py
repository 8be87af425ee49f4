import threading
from concurrent.futures import ThreadPoolExecutor

from django.urls import clear_script_prefix, get_script_prefix, set_script_prefix
from django.utils import translation

from gemeentedossier.foundation.per_thread import KEPT


def test_the_language_of_one_thread_is_not_that_of_another() -> None:
    with translation.override("en"), ThreadPoolExecutor(1) as pool:
        assert pool.submit(translation.get_language).result() == "nl"
        pool.submit(translation.activate, "nl").result()
        assert translation.get_language() == "en"


def test_where_the_program_stands_is_known_to_the_thread_that_was_told() -> None:
    set_script_prefix("/dossier/")
    try:
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(get_script_prefix).result() == "/"
        assert get_script_prefix() == "/dossier/"
    finally:
        clear_script_prefix()


def test_no_thread_asks_another_what_it_knows_of_a_request() -> None:
    assert [name for module, name in KEPT if not isinstance(getattr(module, name), threading.local)] == []
