"""The page's process with the ready pipeline of the project, trained on the real comments."""

import pytest

from course.project.app.protocol import Comment
from course.project.app.service_process import RunningService, WorkerError

pytestmark = pytest.mark.slow

CHOICES = """\
system: Civicly
features: words
tested_on: held-out templates
urgency_from: readers
read_a_day: 8
alone_from: 0.3
equal_treatment: one threshold
always_person: [gas leak, suicide]
same_from: 0.6
"""
COMMENTS = {
    "en": ("The street lamp in our road has been broken for weeks, it is dark.", "roads"),
    "fr": ("Le bus 21 est toujours en retard et l’arrêt n’a pas d’abri.", "transport"),
    "es": ("No ha pasado el camión de la basura, la recolección no llega.", "waste"),
    "pt": ("Falta água na torneira desde ontem, a rede está sem pressão.", "water"),
}


def test_the_ready_pipeline_decides_in_four_languages_and_hands_over_at_its_signs(folder):
    (folder / "choices.yml").write_text(CHOICES, encoding="utf-8")
    service = RunningService(folder)
    try:
        for lang, (text, department) in COMMENTS.items():
            decision = service.decide(Comment(text=text), lang)
            assert (decision.language, decision.department) == (lang, department)
            assert decision.capacity == 8
            assert 1 <= decision.place <= decision.comments
            assert set(decision.quoted) <= set(text.replace(",", " ").split())
            assert decision.note == ""
        signed = service.decide(Comment(text="There is a gas leak in the street."))
        assert signed.department == "person"
        repeated = service.decide(Comment(text=signed_text(service), district="Garoa"))
        assert repeated.similar
    finally:
        service.stop()


def signed_text(service: RunningService) -> str:
    """The text of the comment that is most like one that was typed before."""
    return service.decide(Comment(text=COMMENTS["pt"][0])).similar[0].text


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ({}, "no model yet"),
        ({"choices.yml": "system: Civicly\n"}, "`features` is still blank"),
        ({"model.py": "def train(comments)\n"}, "SyntaxError"),
        ({"model.py": "def train(comments): 1 / 0\ndef decide(m, c): 1\n"}, "ZeroDivisionError"),
        ({"team.yml": "way: own\n", "model.py": "x = 1\n"}, "its own data"),
    ],
)
def test_a_project_without_a_service_is_told_in_one_line(folder, files, line):
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    service = RunningService(folder)
    try:
        with pytest.raises(WorkerError) as raised:
            service.decide(Comment(text="The lamp is out."))
    finally:
        service.stop()
    assert line in raised.value.detail
    assert "\n" not in raised.value.detail
