"""The commands `ai4gov certify` and `ai4gov verify`."""

import argparse
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import CourseError
from autograder.text import printable

if TYPE_CHECKING:
    from classroom.credentials.issue import IssueResult
    from classroom.credentials.key_pair import School

ABOUT_CERTIFY = "issue Open Badges for what the gradebook holds, or revoke them"
ABOUT_VERIFY = "say whether a credential is genuine and valid, without a network"

ISSUER, STATUS = "issuer.json", "status.jwt"
DONE, PARTLY = 0, 1


def add_certify_options(parser: argparse.ArgumentParser) -> None:
    """The options of `ai4gov certify`."""
    parser.add_argument(
        "module", nargs="?", metavar="MODULE", help="a module, or “course” for all of them"
    )
    parser.add_argument(
        "--student", metavar="ID", help="only this student, also after a revocation or a doubt"
    )
    parser.add_argument(
        "--key", type=Path, metavar="FILE", help="the school's private key (signing-key.pem)"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where the credentials go (default: credentials)"
    )
    parser.add_argument(
        "--until",
        type=_day,
        metavar="YYYY-MM-DD",
        help="their last day (default: they do not expire)",
    )
    parser.add_argument(
        "--revoke",
        metavar="CREDENTIAL",
        help="revoke this one: its file, or its identifier urn:uuid:…",
    )
    keys = parser.add_argument_group("once, to make the key")
    keys.add_argument("--new-key", type=Path, metavar="DIR", help="a new folder, in no course")
    keys.add_argument("--school", metavar="NAME", help="the school's name, as credentials show it")
    keys.add_argument(
        "--url", metavar="URL", help="the https address where DIR/public will be published"
    )


def add_verify_options(parser: argparse.ArgumentParser) -> None:
    """The options of `ai4gov verify`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the credential (.jwt)")
    parser.add_argument(
        "--issuer",
        type=Path,
        metavar="FILE",
        help=f"the school's {ISSUER}, from its own site (default: {ISSUER} in this folder)",
    )
    parser.add_argument(
        "--status",
        type=Path,
        metavar="FILE",
        help=f"the school's status list (default: {STATUS} beside {ISSUER}, if it is there)",
    )


def certify(options: argparse.Namespace) -> int:
    """Make a key, or issue, or revoke, or sign the status list anew."""
    if options.new_key is not None:
        _refuse(options, "new_key", "module", "student", "key", "out", "until", "revoke")
        return _new_key(options)
    _refuse(options, "key", "school", "url")
    if options.key is None:
        raise CourseError(
            "certify needs --key FILE, the school's private key; to make one, once: ai4gov certify "
            "--new-key DIR --school NAME --url URL"
        )
    from classroom.credentials.issue import revoke
    from classroom.credentials.key_pair import open_school

    if options.revoke is not None:
        _refuse(options, "revoke", "module", "student", "out", "until")
        school = open_school(options.key)
        gone = revoke(school, options.revoke)
        print(printable(f"revoked: {gone.id} of {gone.name}"))
        _print_published(school, STATUS)
        return DONE
    school = open_school(options.key)
    if options.module is None:
        return _status(options, school)
    return _issue(options, school)


def verify(options: argparse.Namespace) -> int:
    """Verify one credential; 0 if it is valid, 1 if it is refused."""
    from classroom.credentials.jws import fingerprint
    from classroom.credentials.key_pair import read_issuer
    from classroom.credentials.refusals import Rejected
    from classroom.credentials.verify import verify as verified

    issuer_file = options.issuer or Path(ISSUER)
    if options.issuer is None and not issuer_file.is_file():
        raise CourseError(
            f"no {ISSUER} in this folder: get it from the school's own site, not from the person "
            "who shows the credential, and name it with --issuer FILE"
        )
    issuer = read_issuer(issuer_file)
    status = options.status
    if status is None and (issuer_file.parent / STATUS).is_file():
        status = issuer_file.parent / STATUS
    try:
        found = verified(options.file, issuer, status)
    except Rejected as error:
        print(printable(f"ai4gov: {options.file}: not accepted. {error}"), file=sys.stderr)
        return PARTLY
    revoked = (
        f"no, according to the status list of {found.listed:%Y-%m-%d}"
        if found.listed
        else f"not known without the school's status list ({issuer.status}; --status FILE)"
    )
    print("genuine and valid today" if found.listed else "genuine; valid today unless revoked")
    for what, said in (
        ("learner", found.learner),
        ("credential", found.name),
        ("school", f"{issuer.name}, {issuer.id}"),
        ("key", ", ".join(map(fingerprint, issuer.keys))),
        ("points", f"{found.points} of {found.out_of}"),
        ("issued", f"{found.issued:%Y-%m-%d}"),
        ("valid until", f"{found.until:%Y-%m-%d}" if found.until else "no expiry date"),
        ("revoked", revoked),
        ("identifier", found.id),
    ):
        print(f"  {what:<12}{printable(said)}")
    return DONE


def _new_key(options: argparse.Namespace) -> int:
    from classroom.credentials.issue import renew
    from classroom.credentials.jws import fingerprint
    from classroom.credentials.key_pair import make_keys

    for name in ("school", "url"):
        if getattr(options, name) is None:
            raise CourseError(f"--new-key needs --{name} too")
    school = make_keys(options.new_key, options.school, options.url)
    renew(school)
    print(printable(f"{school.folder / 'signing-key.pem'}: the private key, for you only"))
    print(f"fingerprint of the public key: {fingerprint(school.issuer.keys[0])}")
    print(printable(f"publish {school.public} at {school.issuer.address}/"))
    return DONE


def _status(options: argparse.Namespace, school: "School") -> int:
    from classroom.credentials.issue import renew

    for name in ("student", "out", "until"):
        if getattr(options, name) is not None:
            raise CourseError(f"--{name} needs a MODULE, or “course”")
    issued, revoked = renew(school)
    print(f"{issued} credentials issued, {revoked} of them revoked")
    _print_published(school, STATUS)
    return DONE


def _issue(options: argparse.Namespace, school: "School") -> int:
    from classroom.credentials.issue import issue

    out = options.out or Path("credentials")
    if options.until is not None and options.until <= datetime.now(UTC):
        raise CourseError("--until: that day is over")
    done = issue(Path.cwd(), options.module, school, out, options.student, options.until)
    print(printable(f"{options.module}, by {school.issuer.name}"))
    for line in _lines(done, options.module):
        print(printable(line))
    if done.new or done.before:
        print(printable(f"{len(done.new) + len(done.before)} files in {out}"))
    _print_published(school, STATUS)
    return DONE if done.complete else PARTLY


def _lines(done: "IssueResult", what: str) -> list[str]:
    from classroom.credentials.earned import parts_of

    lines = []
    for part in parts_of(what):
        new = sum(each == part for _, each in done.new)
        before = sum(each == part for _, each in done.before)
        waiting, short = done.later.get(part, []), done.short.get(part, [])
        lines.append(
            f"{part}: {new} issued, {before} as before, {len(waiting)} wait for points, "
            f"{len(short)} have not earned it"
        )
        if waiting:
            lines.append(f"  waiting: {', '.join(waiting)}")
    if done.attention:
        lines.append(
            "not certified, because grading left them to a person; to certify one after looking, "
            f"name it with --student: {', '.join(done.attention)}"
        )
    lines += [
        f"not issued again, because it was revoked; --student does it: {each}"
        for each in done.revoked
    ]
    lines += [f"issued, and no longer earned; revoke it? {each}" for each in done.lost]
    lines += [f"not issued: {each}" for each in done.unusable]
    return lines


def _print_published(school: "School", name: str) -> None:
    print(printable(f"publish {school.public / name} at {school.issuer.address}/{name}"))


def _refuse(options: argparse.Namespace, chosen: str, *others: str) -> None:
    """Options that have no meaning together are a wrong call, not something to overlook."""
    for name in others:
        if getattr(options, name) is not None:
            shown = "MODULE" if name == "module" else f"--{name.replace('_', '-')}"
            raise CourseError(f"--{chosen.replace('_', '-')} and {shown} do not go together")


def _day(written: str) -> datetime:
    """The end of a day, in UTC."""
    try:
        day = datetime.strptime(written, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written!r} is no day such as 2028-12-31") from None
    return day + timedelta(days=1) - timedelta(seconds=1)
