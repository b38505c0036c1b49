"""Sealed checks judge as the plain ones do, and a seal is a published digest."""

from __future__ import annotations

import hashlib

import pytest

from course.checking.exercises import load_suite, run
from course.checking.sealing import Sealed, choice_token, count_token, number_token, seal
from course.publishing.seal_checks import released_checks

CHECKS = """
@exercise("close", points=2)
def close(value):
    expect.share(value)
    expect.close(value, 0.4375, mistakes={0.3125: say("01-5", "Five."), -0.25: say("01-m", "M.")})

@exercise("share", points=2)
def share(value):
    expect.share(value, 0.4375, mistakes={0.3125: say("01-s5", "Five."), 2.5: say("01-so", "O.")})

@exercise("digits", points=1)
def digits(value):
    expect.close(value, 42.5, digits=1, mistakes={41: say("01-41", "41.")})

@exercise("count", points=1)
def count(value):
    expect.count(value, 137, mistakes={136: say("01-one-less", "One less.")})

@exercise("choice", points=1)
def choice(value):
    expect.choice(value, right="parity", wrong={"luck": say("l", "L."), "age": say("a", "A.")})

@exercise("parts", points=3)
def parts(a, b):
    with part(2):
        expect.count(a, 5)
    with part():
        expect.choice(b, right="x", wrong={"y": say("01-y", "Y.")})

@exercise("call", points=1)
def call(function):
    expect.close(expect.call(function, 2), 4, otherwise=say("01-c", "C."))

@exercise("shape", points=1)
def shape(value):
    expect.length(value, 2)
"""

ANSWERS = [
    ("close", 0.4375), ("close", 0.437), ("close", 0.439), ("close", 0.4395), ("close", 0.3125),
    ("close", 0.44), ("close", 43.75), ("close", 0.5625), ("close", 0.9), ("close", "0.4375"),
    ("close", ...), ("close", 7), ("close", -0.25),
    ("share", 0.4375), ("share", 0.3125), ("share", 0.44), ("share", 43.75), ("share", 44),
    ("share", 2.5), ("share", 7), ("share", -0.4375), ("share", 0.5625), ("share", "0.4375"),
    ("digits", 42.5), ("digits", 42.6), ("digits", 42.7), ("digits", 41), ("digits", 40),
    ("count", 137), ("count", 137.0), ("count", 136), ("count", 135), ("count", 137.5),
    ("choice", "parity"), ("choice", " PARITY"), ("choice", "luck"), ("choice", "age"),
    ("choice", "chance"), ("choice", 3), ("choice", ...),
    ("parts", 5, "x"), ("parts", 4, "x"), ("parts", 5, "y"), ("parts", ..., "x"),
    ("call", lambda number: 2 * number), ("call", lambda number: 3), ("call", lambda number: None),
    ("shape", [1, 2]), ("shape", [1]),
]  # fmt: skip


@pytest.fixture
def both(desk, tmp_path):
    """The plain checks, and the same as they are released."""
    path = desk.checks(CHECKS)
    released = tmp_path / "released" / "checks.py"
    released.parent.mkdir()
    released.write_text(released_checks(path, "01-tiny"), encoding="utf-8")
    return load_suite(path), load_suite(released)


def test_a_sealed_check_says_what_the_plain_one_says_to_every_answer(both):
    plain, sealed = both
    for name, *values in ANSWERS:
        one, other = run(name, values, plain), run(name, values, sealed)
        assert other.as_data() == one.as_data(), (name, values)
        assert other.message.read("en") == one.message.read("en"), (name, values)


def test_a_sealed_check_holds_digests_in_place_of_the_answers(both, tmp_path):
    text = (tmp_path / "released" / "checks.py").read_text(encoding="utf-8")
    for secret in ("0.4375", "0.3125", "42.5", "137", "136"):
        assert secret not in text
    # 2 each in close (3), digits, count, and in parts 1 and 2, 3 options, 1 in call.
    assert text.count("Sealed(") == 3 + 3 + 2 + 2 + 3 + 1 + 2 + 1


def pbkdf2(token: str, salt: str) -> str:
    """The digest by RFC 8018, from Python's own library."""
    return hashlib.pbkdf2_hmac("sha256", token.encode(), salt.encode(), 20_000, 16).hex()


@pytest.mark.parametrize(
    ("token", "written"),
    [
        (number_token(0.25, 3), "number 3 250"),
        (number_token(-0.25, 3, 1), "number 3 -249"),
        (number_token(42.5, 1), "number 1 425"),
        (count_token(137), "count 137"),
        (choice_token(" Parity "), "choice parity"),
    ],
)
def test_the_digest_is_pbkdf2_of_the_rounded_answer(token, written):
    assert token == written
    assert seal(token, "01-tiny/close") == Sealed("01-tiny/close", pbkdf2(written, "01-tiny/close"))


def test_a_published_test_vector_of_pbkdf2_comes_out():
    # RFC 7914, section 11: PBKDF2-HMAC-SHA-256, "Password", "NaCl", 80000 rounds, first bytes.
    made = hashlib.pbkdf2_hmac("sha256", b"Password", b"NaCl", 80_000, 16).hex()
    assert made == "4ddcd8f60b98be21830cee5ef22701f9"


def test_the_same_answer_to_two_exercises_has_two_seals():
    assert seal("count 1", "01-tiny/a").digest != seal("count 1", "01-tiny/b").digest
