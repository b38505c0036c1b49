"""Signs of danger: found in four languages, in any writing, and not in ordinary complaints."""

import time

import pytest
import yaml

from course.data.datasets import load_dataset
from course.project.app.danger import SIGNS, danger

DANGER = [
    "Somebody is lying unconscious in the stairwell and nobody comes.",
    "I cannot go on, I think of suicide every night.",
    "A two-year-old child is alone in the flat since yesterday.",
    "Mon voisin ne respire plus, il y a du sang partout.",
    "Cet enfant a des bleus et il a peur de rentrer, quelqu’un le frappe.",
    "Hay un hombre inconsciente en la parada del bus.",
    "La niña está sola en la casa y tiene hambre.",
    "Tem um homem desacordado no ponto de ônibus, respira mal.",
    "O menino está trancado no carro, sozinho, no sol.",
    "Estamos presos no elevador há duas horas.",
]
ORDINARY = [
    "The street lamp in Bell Street has been out for three weeks.",
    "Where do I pay the parking fine? The page does not load.",
    "La poubelle n’a pas été vidée depuis mardi, merci de passer.",
    "Je demande un échelonnement de ma taxe.",
    "El bus 21 llega siempre tarde a la universidad.",
    "¿Cuándo limpian la calle del mercado?",
    "Quero saber como está a minha inscrição na fila da moradia.",
    "A coleta seletiva não passou nesta semana.",
]


@pytest.mark.parametrize("text", DANGER)
def test_a_threat_to_life_or_a_child_in_danger_is_found(text):
    assert danger(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_complaint_is_none(text):
    assert danger(text).words == ()


def test_accents_and_capitals_do_not_count_and_words_are_told_as_written():
    assert danger("Elle ne répond plus, ODEUR DE GAZ").life == ("ne répond plus", "ODEUR DE GAZ")
    assert danger("odéur dé gaz").life == ("odéur dé gaz",)


def test_a_child_without_danger_and_danger_without_a_child_are_told_apart():
    assert not danger("My daughter asks for a place in the nursery.")
    found = danger("My daughter is alone.")
    assert found.child == ("daughter", "alone")
    assert found.life == ()


def test_of_comments_with_patterns_that_the_list_was_not_made_from_most_are_found():
    comments = load_dataset("civic-comments")
    comments = comments[comments["held_out"] == "yes"]
    found = comments["text"].map(lambda text: bool(danger(text)))
    critical = comments["severity"] == "critical"
    assert found[critical].mean() > 0.7
    assert found[~critical].mean() < 0.2


def test_each_sign_is_a_word_or_the_beginning_of_one():
    content = yaml.safe_load(SIGNS.read_text("utf-8"))
    signs = [sign for kind in content.values() for each in kind.values() for sign in each]
    assert len(signs) > 300
    assert [sign for sign in signs if "*" in sign.rstrip("*")] == []


def test_a_long_hostile_text_takes_no_time():
    began = time.monotonic()
    for text in ("a" * 4000, "child " * 700, "не ﷽" * 1000, "don't " * 600):
        danger(text)
    assert time.monotonic() - began < 2
