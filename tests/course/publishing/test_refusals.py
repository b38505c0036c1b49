"""A source that cannot be published is refused in one line that says where and what."""

from __future__ import annotations

import pytest

NOTEBOOK = "source/01-tiny/assignment.py"
LESSON = "source/01-tiny/lesson.py"
CHECKS = "source/01-tiny/checks.py"
HIDDEN = "source/01-tiny/hidden_checks.py"

# What is wrong: the file, the text to change, the changed text, what the line must name.
FAULTS = {
    "two marks on a cell": (
        NOTEBOOK, '# %% answer="double"', '# %% answer="double" locked="double"',
        ["assignment.py", "answer", "locked", "double"],
    ),
    "an answer to an unknown exercise": (
        NOTEBOOK, '# %% answer="double"', '# %% answer="triple"', ["assignment.py", "triple"],
    ),
    "a check of an unknown exercise": (
        NOTEBOOK, '# %% check="double"\ncheck("double", double)',
        '# %% check="triple"\ncheck("triple", double)', ["assignment.py", "triple"],
    ),
    "a check cell with the name of another": (
        NOTEBOOK, 'check("double", double)', 'check("decide", double)', ["assignment.py", "double"],
    ),
    "a check cell of two lines": (
        NOTEBOOK, 'check("double", double)', 'check("double", double)\n1 + 1',
        ["assignment.py", "double"],
    ),
    "a check cell with a computed value": (
        NOTEBOOK, 'check("double", double)', 'check("double", double(3))',
        ["assignment.py", "double"],
    ),
    "a check cell without a value": (
        NOTEBOOK, 'check("double", double)', 'check("double")', ["assignment.py", "double"],
    ),
    "a written answer without points": (
        NOTEBOOK, ' written="reflection" points=4', ' written="reflection"',
        ["assignment.py", "reflection", "points"],
    ),
    "a name twice": (
        NOTEBOOK, '# %% answer="double"', '# %% answer="decide"', ["assignment.py", "decide"],
    ),
    "a heading twice": (LESSON, "## Look closer", "## Small things", [LESSON, "small-things"]),
    "a name that is no id": (LESSON, "# %%\nhalf", '# %% id="no id"\nhalf', [LESSON, "no id"]),
    "a name that is too long": (
        LESSON, "# %%\nhalf", f'# %% id="{"x" * 65}"\nhalf', [LESSON, "xxx"],
    ),
    "a graded cell in a lesson": (
        LESSON, "# %%\nhalf", '# %% answer="quick-half"\nhalf', [LESSON, "quick-half", "lesson"],
    ),
    "a text in a cell that is no literal": (
        LESSON, 't("A sentence from code")', "t(half)", [LESSON, "literal", "small-things"],
    ),
    "a text in a cell that is computed": (
        LESSON, 't("A sentence from code")', 't(f"{half}")', [LESSON, "literal", "small-things"],
    ),
    "a message that is no literal": (
        CHECKS, 'say("01-double", "Twice four is eight.")', 'say("01-double", "a" + "b")',
        ["checks.py", "literal"],
    ),
    "a message without a text": (
        CHECKS, 'say("01-hint-1", "Count them.")', 'say("01-hint-1")', ["checks.py"],
    ),
    "hidden=True without a hidden check": (
        HIDDEN, '@exercise("double")', '@exercise("other")', ["double", "hidden"],
    ),
    "a hidden check without hidden=True": (CHECKS, ", hidden=True", "", ["double", "hidden"]),
    "a hidden check of an unknown exercise": (
        HIDDEN, '@exercise("double")\n',
        '@exercise("doubel")\ndef typo(function):\n    pass\n\n\n@exercise("double")\n',
        ["hidden_checks.py", "doubel"],
    ),
    "an exercise stated twice": (
        CHECKS, '@exercise("double", points=1, hidden=True)', '@exercise("decide", points=1)',
        ["checks.py", "decide"],
    ),
    "an expected value that is computed": (
        CHECKS, "expect.close(rate, 0.4375", "expect.close(rate, 7 / 16", ["checks.py", "line 20"],
    ),
    "an expected value by its name": (
        CHECKS, "expect.close(rate, 0.4375", "expect.close(rate, SEVEN", ["checks.py", "line 20"],
    ),
    "an expected number that is a text": (
        CHECKS, "expect.close(rate, 0.4375", 'expect.close(rate, "0.4375"',
        ["checks.py", "line 20"],
    ),
    "a mistake that is computed": (
        CHECKS, "{0.3125: say", "{5 / 16: say", ["checks.py", "line 20"],
    ),
    "mistakes by their name": (
        CHECKS, 'mistakes={2: say("01-two", "Halves are smaller than the whole.")}',
        "mistakes=COMMON", ["checks.py", "line 8"],
    ),
    "mistakes spread from another dictionary": (
        CHECKS, "mistakes={0.3125:", "mistakes={**COMMON, 0.3125:", ["checks.py", "line 20"],
    ),
    "digits that are computed": (
        CHECKS, "expect.close(rate, 0.4375,", "expect.close(rate, 0.4375, digits=1 + 2,",
        ["checks.py", "line 20"],
    ),
    "an option that is no text": (
        CHECKS, 'right="equal-opportunity"', "right=3", ["checks.py", "line 24"],
    ),
    "a right option without its name": (
        CHECKS, 'right="equal-opportunity"', '"equal-opportunity"', ["checks.py", "right="],
    ),
    "no valid Python in checks": (CHECKS, "def decide(rate, kind):", "def decide(:", ["checks.py"]),
    "no valid Python in hidden checks": (HIDDEN, "def double", "def double(", ["hidden_checks.py"]),
    "no valid Python in a cell of the lesson": (
        LESSON, "half = ...", "half = = ...", [LESSON, "look-closer"],
    ),
    "no valid Python in a cell of the assignment": (
        NOTEBOOK, "rate = ...", "rate = = ...", ["assignment.py", "decide"],
    ),
    "checks that stop with an error of two lines": (
        CHECKS, '@exercise("quick-half")',
        'raise ValueError("one\\ntwo")\n\n@exercise("quick-half")',
        ["checks.py", "ValueError"],
    ),
    "a solution that does not end": (
        NOTEBOOK, '    return number + number\n    ### END SOLUTION\n',
        "    return number + number\n", ["assignment.py", "double"],
    ),
    "a solution in a cell that is no answer": (
        NOTEBOOK, 't = translator("01-tiny")',
        't = translator("01-tiny")\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION',
        ["assignment.py", "setup"],
    ),
    "a solution in a lesson": (
        LESSON, "half = ...", "half = ...\n### BEGIN SOLUTION\nhalf = 0.5\n### END SOLUTION",
        [LESSON, "look-closer"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_a_source_is_told_in_one_line_with_file_and_place(
    mini_repository, refusal, fault
):
    file, old, new, named = FAULTS[fault]
    mini_repository.change(file, old, new)
    message = refusal()
    for word in named:
        assert word in message


@pytest.mark.parametrize("name", [NOTEBOOK, LESSON, CHECKS])
def test_a_missing_source_is_named(mini_repository, refusal, name):
    mini_repository.path(name).unlink()
    assert name in refusal()


def test_an_unknown_module_and_an_unknown_language_name_the_known_ones(mini_repository):
    from course.publishing import PublishingError

    with pytest.raises(PublishingError, match=r"'02-none'.*01-tiny"):
        mini_repository.build("02-none")
    with pytest.raises(PublishingError, match=r"'tlh'.*fr"):
        mini_repository.build(langs=("tlh",))


@pytest.mark.parametrize("package", ["course", "autograder", "classroom"])
def test_a_text_in_a_file_that_no_catalogue_is_made_from_is_refused(
    mini_repository, refusal, package
):
    mini_repository.write(f"{package}/words.py", 'def told(t):\n    return t("Not collected")\n')
    message = refusal()
    assert f"{package}/words.py" in message
    assert "Not collected" in message


def test_a_text_of_a_method_s_translator_is_collected(mini_repository):
    from course.publishing.catalogue import Texts

    texts = Texts()
    texts.add_code('class Page:\n    def told(self):\n        return self.t("Of a page")\n', "p.py")
    assert [text.msgid for text in texts] == ["Of a page"]
