"""Forms of the learner's pages are taken from these pages only: Jupyter compares the origin."""

import pytest

from tests.course.project_app.test_pages import APP, BASE, PROJECT, person, server, xsrf

__all__ = ["person", "server"]

FORMS = {
    f"{APP}decide": {"project": PROJECT, "lang": "en", "text": "The lamp is out."},
    f"{BASE}ai4gov/language": {"lang": "fr"},
    f"{BASE}ai4gov/bring-back": {},
}


@pytest.mark.parametrize("path", FORMS)
def test_a_page_on_another_port_of_this_machine_can_send_no_form(server, person, path):
    """All cookies and the hidden token are there, as if that page had set them."""
    form = {"_xsrf": xsrf(person.get(APP, params={"project": PROJECT, "lang": "en"}))}
    for origin in ("http://127.0.0.1:1", "http://evil.example", "null"):
        sent = person.post(path, data=form | FORMS[path], headers={"Origin": origin})
        assert sent.status_code == 404
    sent = person.post(path, data=form | FORMS[path], headers={"Origin": server[0]})
    assert sent.status_code == 200
