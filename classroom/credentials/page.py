"""The pages that verify a school's credentials in a browser: one for each language.

Each is one file that holds the school's public key, works without a network, and loads nothing
but status.jwt from beside itself.
"""

import base64
import hashlib
import json
from functools import lru_cache
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from classroom.credentials.jws import fingerprint
from classroom.credentials.keys import CONTEXTS, PAGE, Issuer
from classroom.credentials.refusals import sentences
from classroom.credentials.status_list import PLACES
from classroom.credentials.strict import DEEPEST
from classroom.credentials.verify import LARGEST, LARGEST_LIST, LEEWAY
from course.language import LANGUAGES, SOURCE, Translator
from course.templating import environment

TEMPLATES = Path(__file__).parent / "templates"


def pages(issuer: Issuer) -> dict[str, str]:
    """The pages by their names: verify.html in English, verify-fr.html and so on."""
    return {_name(lang): _page(issuer, Translator("classroom", lang)) for lang in LANGUAGES}


def _name(lang: str) -> str:
    return PAGE if lang == SOURCE else PAGE.replace(".", f"-{lang}.")


def _page(issuer: Issuer, t: Translator) -> str:
    style, script = _file("verify.css"), _file("verify.js")
    words = _words(t)
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
            "token": LARGEST,
            "list": LARGEST_LIST,
            "leeway": 1000 * LEEWAY.total_seconds(),
            "places": PLACES,
            "depth": DEEPEST,
        },
        "words": words,
        "refusals": sentences(t),
    }
    page: str = _template().render(
        lang=t.lang,
        words=words,
        issuer=issuer,
        fingerprints=[fingerprint(key) for key in issuer.keys],
        languages=[(code, _name(code), name) for code, name in LANGUAGES.items()],
        style=Markup(style),
        style_hash=_hash(style),
        script=Markup(script),
        script_hash=_hash(script),
        data=_in_script(data),
    )
    return page


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
    return (TEMPLATES / name).read_text(encoding="utf-8")


@lru_cache
def _template() -> Template:
    return environment(TEMPLATES, keep_last_newline=True).get_template("verify.html")


def _words(t: Translator) -> dict[str, str]:
    return {
        "title": t("Verify a credential"),
        "skip": t("Skip to the content"),
        "languages": t("Languages"),
        "lead": t(
            "Is a credential of the course genuine, and is it valid? Choose its file here. It is "
            "read in this browser and is sent nowhere."
        ),
        "no_script": t(
            "This page needs JavaScript. Without it, the command “ai4gov verify” gives the same "
            "answer."
        ),
        "cannot": t(
            "This browser cannot verify signatures on this page. Open the page by https or from a "
            "file, in a browser of 2023 or later."
        ),
        "file": t("File of the credential"),
        "file_hint": t("Its name ends in .jwt."),
        "text": t("Or its text, pasted here"),
        "list": t("Status list of the school (if you have it)"),
        "list_hint": t(
            "The file status.jwt. On the school's own site this page gets it by itself. A saved "
            "page needs it to tell whether a credential was revoked."
        ),
        "verify": t("Verify"),
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
        "known_title": t("What this page can tell"),
        "known": t(
            "Without a network, this page can tell whether the school signed exactly this text, "
            "and whether it is valid today. It can tell whether the credential was revoked only "
            "from the school's status list, as of the date of that list. It cannot tell who is "
            "showing you the credential: compare the name with an identity document."
        ),
        "trust": t(
            "The school's public key is part of this page. Therefore open the page from the "
            "school's own site, or compare the fingerprint of the key with the one that the school "
            "gives. A page that came together with a credential proves nothing."
        ),
        "address": t("Address of the school's key"),
        "fingerprint": t("Fingerprint of the key"),
        "private": t("This page contacts no other site and keeps nothing."),
    }
