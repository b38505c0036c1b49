"""`ai4gov hub check` finds what is set up wrongly, and nothing in a hub that is set up well."""

from __future__ import annotations

import os
import pwd
import shutil
import tempfile
import time
from pathlib import Path

import pytest

from autograder.errors import CourseError
from classroom.hub.check import _settings_of, _tried_as, check, faults, settings_in
from tests.system import need

HUB = """\
import pwd
from classroom.hub.configure import Cohort, configure

c = get_config()
configure(
    c,
    [Cohort("ai4gov", {course!r}, {account!r}, ["prof"]),
     Cohort("other", {other!r}, {account!r}, ["olu"])],
    exchange={exchange!r},
)
c.JupyterHub.spawner_class = "systemd"
"""
COURSE = """\
from classroom.hub.exchange import exchange_settings

c = get_config()
c.CourseDirectory.course_id = {name!r}
c.Exchange.root = {exchange!r}
c.ExchangeFactory.update(exchange_settings())
"""
ACCOUNT = "games"
"""An account that every Debian has; it owns the courses here."""


PEOPLE = {"awa", "prof", "olu", "nobody"}
"""Who has an account here."""


class Server:
    """The files of a hub with two cohorts, set up well."""

    def __init__(self, place: Path):
        self.place = place
        self.exchange = place / "exchange"
        self.exchange.mkdir()
        self.exchange.chmod(0o1777)
        self.settings = place / "etc"
        self.settings.mkdir(mode=0o700)
        (self.settings / "jupyterhub_cookie_secret").write_text("secret")
        for name in ("ai4gov", "other"):
            folder = place / name
            folder.mkdir(mode=0o700)
            text = COURSE.format(name=name, exchange=str(self.exchange))
            (folder / "nbgrader_config.py").write_text(text)
            (folder / "gradebook.db").write_text("points")
            (folder / "roster.csv").write_text("id,language\nawa,fr\n")
            shutil.chown(folder, ACCOUNT)
        self.config = self.settings / "jupyterhub_config.py"
        self.config.write_text(
            HUB.format(
                course=str(place / "ai4gov"),
                other=str(place / "other"),
                exchange=str(self.exchange),
                account=ACCOUNT,
            )
        )

    def add(self, line: str) -> None:
        """Add a line to the hub's configuration."""
        self.config.write_text(f"{self.config.read_text()}{line}\n")

    def faults(self) -> list[str]:
        """What the check finds, without what depends on the machine."""
        found = faults(check(self.config, "nobody"))
        return [
            f"{each.what}: {each.found} -> {each.fix}"
            for each in found
            if each.what != "answers of the course"
        ]


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setattr("classroom.hub.check.has_account", PEOPLE.__contains__)
    # What the machine isolates is tests/classroom/commands/test_doctor.py's matter, and takes
    # seconds.
    monkeypatch.setattr("classroom.hub.check._isolation", lambda cohort: ())
    # As the course's account, in a process of its own, it takes seconds: one test does that.
    monkeypatch.setattr(
        "classroom.hub.check._settings_of", lambda cohort: settings_in(Path(cohort.folder))
    )
    need("setpriv")
    if os.geteuid() != 0:
        pytest.skip("only root can try what another account can do")
    try:
        pwd.getpwnam(ACCOUNT)
    except KeyError:
        pytest.skip(f"this machine has no account {ACCOUNT!r}")
    place = Path(tempfile.mkdtemp(dir="/var/tmp"))
    place.chmod(0o755)
    yield Server(place)
    shutil.rmtree(place)


def test_nothing_is_found_where_all_is_well(server):
    assert server.faults() == []


def open_gradebook(server):
    (server.place / "ai4gov").chmod(0o755)


def close_exchange(server):
    server.exchange.chmod(0o755)


def let_learners_rename(server):
    (server.exchange / "ai4gov" / "inbound").mkdir(parents=True)
    server.exchange.chmod(0o777)


def let_learners_list(server):
    inbound = server.exchange / "ai4gov" / "inbound"
    inbound.mkdir(parents=True)
    inbound.chmod(0o777)


def plain_exchange(server):
    file = server.place / "other" / "nbgrader_config.py"
    file.write_text(file.read_text().replace("c.ExchangeFactory.update", "dict().update"))


def another_course_id(server):
    file = server.place / "other" / "nbgrader_config.py"
    file.write_text(file.read_text().replace("'other'", "'ai4gov'"))


def open_secret(server):
    server.settings.chmod(0o755)


def enter_seven_without_accounts(server):
    rows = "\n".join(f"new{number}" for number in range(7))
    (server.place / "other" / "roster.csv").write_text(f"id\nawa\n{rows}\n")


def learner_teaches(server):
    (server.place / "other" / "roster.csv").write_text("id\nolu\n")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("c.JupyterHub.authenticator_class = 'dummy'", "anybody can log in"),
        ("c.Authenticator.post_auth_hook = None", "not decided by the class lists"),
        ("c.Spawner.mem_limit = None", "no limit"),
        ("c.JupyterHub.spawner_class = 'LocalProcessSpawner'", "does not limit memory"),
        ("c.Spawner.environment = {**c.Spawner.environment, 'JUPYTER_CONFIG_PATH': ''}",
         "learners' exchange and tools"),
        ("c.JupyterHub.load_roles[0]['scopes'] = ['inherit']", "role server"),
        ("c.JupyterHub.load_roles[2]['groups'].append('nbgrader-ai4gov')", "learners have it"),
        ("c.JupyterHub.load_roles[2]['scopes'].append('access:services')",
         "opens the services of all cohorts"),
        ("c.JupyterHub.load_roles[2]['groups'].append('formgrade-other')", "is not theirs"),
        ("c.JupyterHub.services[1]['user'] = 'root'", "runs as root"),
        ("c.JupyterHub.services.append({'name': 'mine', 'admin': True})",
         "administrator of the hub"),
        (open_gradebook, "gradebook.db of ai4gov: nobody can read it"),
        (close_exchange, "install -d -m 1777"),
        (let_learners_rename, "renaming "),
        (let_learners_rename, "nobody can do it"),
        (let_learners_list, "learners can list it"),
        (plain_exchange, "the exchange of nbgrader, which knows one language"),
        (another_course_id, "c.CourseDirectory.course_id is 'ai4gov', not 'other'"),
        (open_secret, "cookie secret: nobody can read it"),
        (learner_teaches, "olu also learns here"),
        (enter_seven_without_accounts,
         "accounts of other: 7 of 9 missing: new0, new1, new2, new3, new4, ... -> make them"),
    ],
)  # fmt: skip
def test_each_misconfiguration_is_found_with_what_to_do(server, damage, said):
    if callable(damage):
        damage(server)
    else:
        server.add(damage)
    found = server.faults()
    assert any(said in each for each in found), found
    assert all(each.partition(" -> ")[2] for each in found)


def test_a_folder_that_was_renamed_on_trial_has_its_name_again(server):
    let_learners_rename(server)
    before = sorted(server.exchange.rglob("*"))
    server.faults()
    assert sorted(server.exchange.rglob("*")) == before


def test_a_hand_in_that_another_learner_could_rename_is_found(server):
    inbound = server.exchange / "ai4gov" / "inbound"
    inbound.mkdir(parents=True)
    inbound.chmod(0o2733)
    assert [each for each in server.faults() if "a hand-in of another" in each]
    inbound.chmod(0o3733)
    assert server.faults() == []
    assert list(inbound.iterdir()) == []


def test_no_program_of_the_learner_runs_in_a_trial_and_one_without_end_is_ended(monkeypatch):
    if os.geteuid() != 0:
        pytest.skip("only root can try what another account can do")
    nobody = pwd.getpwnam("nobody")

    def about(path: str) -> str:
        with open("/proc/self/status") as status:
            uid = next(line for line in status if line.startswith("Uid:")).split()[1:]
        assert uid == [str(nobody.pw_uid)] * 4
        # A process that others of its account could trace has files of its own account here.
        return f"{os.stat('/proc/self/mem').st_uid} {os.getsid(0) == os.getpid()}"

    assert _tried_as(nobody, about, ["x"]) == {"x": "0 True"}
    monkeypatch.setattr("classroom.hub.check.TRIAL_SECONDS", 0.2)
    with pytest.raises(CourseError, match="came to no end"):
        _tried_as(nobody, lambda path: time.sleep(60) or "", ["x"])


def test_where_other_accounts_log_in_none_of_the_machine_is_asked_for(server):
    enter_seven_without_accounts(server)
    server.add("c.JupyterHub.authenticator_class = 'generic-oauth'")
    assert server.faults() == []


def test_settings_of_a_course_are_run_as_its_account_and_never_as_root(server, monkeypatch):
    monkeypatch.setattr("classroom.hub.check._settings_of", _settings_of)
    folder = server.place / "other"
    with (folder / "nbgrader_config.py").open("a") as file:
        file.write("import os; open('who', 'a').write(f'{os.geteuid()} ')\n")
    assert server.faults() == []
    assert set((folder / "who").read_text().split()) == {str(pwd.getpwnam(ACCOUNT).pw_uid)}


@pytest.mark.parametrize("inner", ["", "inbound"])
def test_a_course_folder_that_a_learner_made_is_found_and_nothing_is_made_in_it(server, inner):
    course = server.exchange / "ai4gov"
    (course / "inbound").mkdir(parents=True)
    shutil.chown(course / inner, "nobody")
    before = (course / "inbound").stat().st_mtime_ns
    found = server.faults()
    assert [each for each in found if f"folder {course / inner}: a link, or another" in each]
    assert (course / "inbound").stat().st_mtime_ns == before


def test_a_configuration_that_cannot_be_read_is_named(server):
    server.add("1 / 0")
    with pytest.raises(CourseError, match=r"jupyterhub_config\.py: .*division"):
        check(server.config, "nobody")


def test_an_account_that_does_not_exist_is_named(server):
    with pytest.raises(CourseError, match="no account 'nobody-here'"):
        check(server.config, "nobody-here")
