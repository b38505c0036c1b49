"""Why a credential is refused: one code and one sentence for each reason.

The command and the page in the browser give the same codes. Sentences are in the reader's language.
"""

from autograder.errors import CourseError
from course.language import SOURCE, Translator


class Rejected(CourseError):
    """A credential, or a status list, that is not accepted; `code` says why."""

    exit_status = 1

    def __init__(self, code: str, detail: str = ""):
        self.code = code
        self.detail = detail
        said = sentences(Translator("classroom", SOURCE))[code]
        super().__init__(f"{said.rstrip('.')} ({detail})" if detail else said)


def sentences(t: Translator) -> dict[str, str]:
    """The sentence for each code."""
    return {
        "size": t("This file is too large for a credential."),
        "form": t(
            "This is not a credential: a credential is one line with three parts, joined by dots."
        ),
        "encoding": t("A part of this credential is damaged: it is not base64url."),
        "json": t("A part of this credential is not valid JSON, or has the same member twice."),
        "header": t("The header has members that Open Badges 3.0 does not allow."),
        "algorithm": t("It is not signed with the algorithm RS256."),
        "key": t("It is not signed with the school's key."),
        "signature": t(
            "The signature does not match: the credential was changed or is incomplete."
        ),
        "context": t("The signed text is not an Open Badge 3.0: it has another @context."),
        "type": t("The signed text is not an Open Badge: it has another type."),
        "members": t("The signed text lacks a member that it needs, or has it in another form."),
        "issuer": t("It names another issuer than this school."),
        "claims": t("The signed text contradicts itself: two members that should be equal differ."),
        "not-yet": t("It is not valid yet."),
        "expired": t("It has expired."),
        "revoked": t("The school has revoked this credential."),
        "list": t("The status list cannot be used: it is not a status list of this school."),
        "list-expired": t("The status list is too old: get the current one from the school."),
    }
