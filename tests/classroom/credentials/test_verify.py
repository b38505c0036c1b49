"""What `ai4gov verify` accepts, and what it refuses and why."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from classroom import cli
from classroom.credentials.issue import issue, revoke
from classroom.credentials.jws import fingerprint
from classroom.credentials.key_pair import School
from tests.classroom.credentials.school import NAME, SLUG, URL
from tests.classroom.credentials.tampered import Forgery, forgeries


@pytest.fixture(scope="module")
def place(made, tmp_path_factory) -> tuple[School, Path]:
    """A school that has issued its class's credentials, and their folder."""
    import shutil

    folder = tmp_path_factory.mktemp("verify")
    school = School(shutil.copytree(made[0].folder, folder / "s"), made[0].key, made[0].issuer)
    issue(made[1], SLUG, school, folder / "out")
    return school, folder / "out"


@pytest.fixture(scope="module")
def token(place) -> str:
    return (place[1] / f"{SLUG}-decide-amina.jwt").read_text().strip()


@pytest.fixture(scope="module")
def all_forgeries(place, token, tmp_path_factory) -> list[Forgery]:
    """All tampered credentials; the school's own list does not revoke any."""
    return made_forgeries(place, token, tmp_path_factory.mktemp("later"))


def made_forgeries(place, token: str, later: Path) -> list[Forgery]:
    import shutil

    school, out = place
    other = (out / f"{SLUG}-decide-bruno.jwt").read_text().strip()
    status = (school.public / "status.jwt").read_text().strip()
    copy = School(shutil.copytree(school.folder, later / "s"), school.key, school.issuer)
    revoke(copy, str(out / f"{SLUG}-decide-amina.jwt"))
    revoked = (copy.public / "status.jwt").read_text().strip()
    return list(forgeries(token, other, status, revoked, school.key))


def call(*arguments: object) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = cli.main([str(argument) for argument in arguments])
    return status, out.getvalue(), err.getvalue()


Check = Callable[..., tuple[int, str, str]]


@pytest.fixture
def check(place, tmp_path) -> Check:
    """Verify a token with the school's public file, and with its status list or another one."""
    school, _ = place

    def run(token: str, listed: str = "") -> tuple[int, str, str]:
        file, status = tmp_path / "token.jwt", school.public / "status.jwt"
        file.write_bytes(token.encode())
        if listed:
            status = tmp_path / "status.jwt"
            status.write_text(listed)
        return call("verify", file, "--issuer", school.public / "issuer.json", "--status", status)

    return run


def test_a_credential_of_the_school_is_genuine_and_says_what_it_is(check, token):
    status, out, err = check(token)
    assert (status, err) == (0, "")
    lines = dict(line.strip().split(maxsplit=1) for line in out.splitlines()[1:])
    assert out.startswith("genuine and valid today\n")
    assert lines["learner"] == "Amina Diallo"
    assert lines["credential"] == "Measuring fairness: Decide"
    assert lines["school"] == f"{NAME}, {URL}/issuer.json"
    assert lines["points"] == "6 of 6"
    assert lines["revoked"].startswith("no, according to the status list of 20")


EXAMPLE_KEY = {
    "kty": "RSA",
    "n": "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_B"
    "JECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY36"
    "8QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lF"
    "d2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
    "e": "AQAB",
    "alg": "RS256",
    "kid": "2011-04-29",
}
"""The key of RFC 7638, section 3.1."""


def test_a_fingerprint_is_the_thumbprint_of_rfc_7638():
    assert fingerprint(EXAMPLE_KEY) == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"


def test_the_answer_states_the_fingerprint_of_the_key_of_the_issuer_file(check, token, place):
    """So that a file of another school with the same name and address can be told apart."""
    lines = dict(line.strip().split(maxsplit=1) for line in check(token)[1].splitlines()[1:])
    assert lines["key"] == fingerprint(place[0].issuer.keys[0])


def test_every_tampered_credential_is_refused_for_its_own_reason(check, all_forgeries):
    """Each is one line on stderr and status 1, and nothing of what it says is printed."""
    from classroom.credentials.refusals import Rejected

    wrong = []
    for forgery in all_forgeries:
        status, out, err = check(forgery.token, forgery.listed)
        expected = f"token.jwt: not accepted. {str(Rejected(forgery.code)).rstrip('.')}"
        if (status, out) != (1, "") or len(err.splitlines()) != 1 or expected not in err:
            wrong.append((forgery.name, status, out, err))
    assert wrong == []
    assert len(all_forgeries) >= 80
    assert len({forgery.name for forgery in all_forgeries}) == len(all_forgeries)


def test_without_the_status_list_it_says_that_a_revocation_cannot_be_known(place, token, tmp_path):
    file, issuer = tmp_path / "a.jwt", tmp_path / "issuer.json"
    file.write_text(token)
    issuer.write_bytes((place[0].public / "issuer.json").read_bytes())
    status, out, _ = call("verify", file, "--issuer", issuer)
    assert status == 0
    assert out.startswith("genuine; valid today unless revoked\n")
    assert f"not known without the school's status list ({URL}/status.jwt" in out


def test_the_list_beside_the_issuers_file_is_used_without_asking(place, token, tmp_path):
    file = tmp_path / "a.jwt"
    file.write_text(token)
    status, out, _ = call("verify", file, "--issuer", place[0].public / "issuer.json")
    assert status == 0
    assert "no, according to the status list of" in out


def test_without_the_schools_file_nothing_is_verified(token, tmp_path, monkeypatch):
    """The key in a credential's own header proves nothing."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jwt").write_text(token)
    status, out, err = call("verify", "a.jwt")
    assert (status, out) == (2, "")
    assert "from the school's own site, not from the person who shows the credential" in err


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\n", b"...", b"..", b"a.b.c", b"\xff\xfe\x00", "é.é.é".encode(), b"\0" * 100,
        b"." * 30_000, b"A" * 32_768 + b"..", b"e30.e30.e30", b"x" * 2_000_000,
    ],
)  # fmt: skip
def test_any_other_file_is_refused_in_one_line(place, tmp_path, content):
    (tmp_path / "a.jwt").write_bytes(content)
    status, out, err = call(
        "verify", tmp_path / "a.jwt", "--issuer", place[0].public / "issuer.json"
    )
    assert (status, out) == (1, "")
    assert len(err.splitlines()) == 1 and "fault of ai4gov" not in err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["verify", "missing.jwt", "--issuer", "ISSUER"], "missing.jwt"),
        (["verify", "ISSUER", "--issuer", "missing.json"], "missing.json"),
        (["verify", "ISSUER", "--issuer", "KEY"], "not an issuer.json"),
        (["verify", "TOKEN", "--issuer", "ISSUER", "--status", "missing"], "missing"),
    ],
)
def test_a_file_that_is_not_there_is_a_wrong_call(place, token, tmp_path, arguments, named):
    (tmp_path / "a.jwt").write_text(token)
    files = {
        "ISSUER": place[0].public / "issuer.json", "KEY": place[0].folder / "signing-key.pem",
        "TOKEN": tmp_path / "a.jwt",
    }  # fmt: skip
    status, out, err = call(*[files.get(each, each) for each in arguments])
    assert (status, out) == (2, "")
    assert named in err and len(err.splitlines()) == 1


def test_a_revoked_credential_is_refused_from_then_on(made, tmp_path):
    import shutil

    school = School(shutil.copytree(made[0].folder, tmp_path / "s"), made[0].key, made[0].issuer)
    issue(made[1], SLUG, school, tmp_path / "out")
    mine, others = (
        tmp_path / "out" / f"{SLUG}-decide-{student}.jwt" for student in ("amina", "chloe")
    )
    issuer = school.public / "issuer.json"
    assert call("verify", mine, "--issuer", issuer)[0] == 0
    status, out, _ = call("certify", "--revoke", mine, "--key", school.folder / "signing-key.pem")
    assert status == 0 and "of Amina Diallo" in out
    status, out, err = call("verify", mine, "--issuer", issuer)
    assert (status, out) == (1, "")
    assert "The school has revoked this credential" in err
    assert call("verify", others, "--issuer", issuer)[0] == 0
    _, out, _ = call("certify", "--key", school.folder / "signing-key.pem")
    assert out.startswith("6 credentials issued, 1 of them revoked\n")


def test_a_credential_with_a_last_day_is_valid_on_it_and_expired_after_it(made, tmp_path):
    import shutil
    from datetime import UTC, datetime, timedelta

    from classroom.credentials.refusals import Rejected
    from classroom.credentials.verify import _verified

    school = School(shutil.copytree(made[0].folder, tmp_path / "s"), made[0].key, made[0].issuer)
    last = datetime(2096, 2, 29, 23, 59, 59, tzinfo=UTC)
    issue(made[1], SLUG, school, tmp_path / "out", "amina", last)
    token = (tmp_path / "out" / f"{SLUG}-decide-amina.jwt").read_text().strip()
    assert _verified(token, school.issuer, None, last - timedelta(seconds=1)).until == last
    with pytest.raises(Rejected) as refused:
        _verified(token, school.issuer, None, last)
    assert refused.value.code == "expired"
