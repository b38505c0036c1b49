"""The pages that verify a school's credentials in a browser: one for each language.

Each is one file that holds the school's public key, works without a network, and loads nothing
but status.jwt from beside itself.
"""

import base64
import hashlib
import json
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from classroom.credentials.jws import fingerprint
from classroom.credentials.key_pair import CONTEXTS, PAGE, Issuer
from classroom.credentials.refusals import sentences
from classroom.credentials.status_list import PLACES
from classroom.credentials.strict import DEEPEST
from classroom.credentials.verify import LARGEST_STATUS_LIST, LARGEST_TOKEN, LEEWAY
from course.language import LANGUAGES, SOURCE, Translator
from course.templating import TEMPLATES, environment, render

FOLDER = Path(__file__).parent


def pages(issuer: Issuer) -> dict[str, str]:
    """The pages by their names: verify.html in English, verify-fr.html and so on."""
    return {_name(lang): _page(issuer, Translator("classroom", lang)) for lang in LANGUAGES}


def _name(lang: str) -> str:
    return PAGE if lang == SOURCE else PAGE.replace(".", f"-{lang}.")


def _page(issuer: Issuer, t: Translator) -> str:
    style = environment(FOLDER).get_template("verify.css").render()
    script = _file("verify.js")
    data = {
        "lang": t.lang,
        "issuer": {
            "id": issuer.id,
            "name": issuer.name,
            "status": issuer.status,
            "keys": issuer.keys,
        },
        "contexts": CONTEXTS,
        "limits": {
            "token": LARGEST_TOKEN,
            "list": LARGEST_STATUS_LIST,
            "leeway": 1000 * LEEWAY.total_seconds(),
            "places": PLACES,
            "depth": DEEPEST,
        },
        "words": _words(t),
        "refusals": sentences(t),
    }
    return render(
        FOLDER,
        "verify.html",
        t,
        lang=t.lang,
        issuer=issuer,
        fingerprints=[fingerprint(key) for key in issuer.keys],
        languages=[(code, _name(code), name) for code, name in LANGUAGES.items()],
        style=Markup(style),
        style_hash=_hash(style),
        script=Markup(script),
        script_hash=_hash(script),
        data=_in_script(data),
    )


def _in_script(data: object) -> Markup:
    """JSON that cannot end the element that contains it."""
    text = json.dumps(data, ensure_ascii=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _hash(text: str) -> str:
    """The source expression by which a Content-Security-Policy allows an inline element."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@lru_cache
def _file(name: str) -> str:
    return (FOLDER / TEMPLATES / name).read_text(encoding="utf-8")


def _words(t: Translator) -> dict[str, str]:
    """What the script says, by the names that it uses."""
    return {
        "cannot": t(
            "This browser cannot verify signatures on this page. Open the page by https or from a "
            "file, in a browser of 2023 or later."
        ),
        "nothing": t("Choose a file first, or paste the text of a credential."),
        "valid": t("Genuine, valid today, and not revoked"),
        "genuine": t("Genuine and valid today; not known whether it was revoked"),
        "refused": t("Not accepted"),
        "nothing_shown": t("What the credential says is not shown."),
        "learner": t("Issued to"),
        "achievement": t("Credential"),
        "issuer": t("School"),
        "points": t("Points"),
        "of": t("{points} of {out_of}"),
        "issued": t("Issued on"),
        "until": t("Valid until"),
        "no_end": t("No expiry date"),
        "revoked": t("Revoked"),
        "unknown": t(
            "Not known: only the school's status list can tell. Get status.jwt from the school's "
            "site."
        ),
        "not_revoked": t("No, according to the school's status list of {date}"),
        "about": t("What it is about"),
        "criteria": t("How it is earned"),
        "id": t("Identifier"),
    }
