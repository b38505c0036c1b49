"""Why a submission needs a person's attention, as a sentence in the reader's language."""

from dataclasses import replace

from autograder.reasons import SENTENCES, harmless
from course.checking.messages import Message, say
from course.language import SOURCE
from course.os_errors import OSReason

CATALOGUE = "classroom"

REASONS = {
    message.code: replace(message, module=CATALOGUE)
    for message in (
        *(Message(code, text, {}) for code, text in SENTENCES.items()),
        say("collect-name", "“{name}” is not the name of a hand-in."),
        say(
            "collect-owner",
            "It says that {student} handed it in, but the account {owner} did. Ask both of them.",
        ),
        say("collect-no-folder", "“{name}” is a file or a link, and no folder."),
        say("collect-closed", "“{name}” cannot be opened ({error})."),
        say("collect-secret", "Its {file} is missing or is not what nbgrader writes."),
        say("collect-fault", "Reading it failed ({error})."),
        say("return-fault", "{file} was not returned: {error}."),
    )
}


def read(found: object, lang: str = SOURCE) -> str:
    """A reason as a sentence; an unknown one is shown unchanged, in one line."""
    values = dict(found) if isinstance(found, dict) else {}
    known = REASONS.get(str(values.pop("code", "")))
    if known is None:
        return harmless(str(found))
    if isinstance(error := values.get("error"), str):
        values["error"] = OSReason(error)
    try:
        return harmless(Message(known.code, known.text, values, known.module).read(lang))
    except (KeyError, IndexError, ValueError):
        return harmless(str(found))
