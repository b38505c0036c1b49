"""`ai4gov hub check`: is the hub set up as it should be?

What a learner must not be able to do is tried as a learner; the rest is read from the hub's
configuration.
"""

import errno
import json
import os
import pwd
import secrets
import select
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from autograder.doctor import Diagnosis
from autograder.errors import CourseError
from autograder.settings import load
from classroom.hub.cohorts import has_account
from classroom.hub.configure import ETC, Cohort, People
from classroom.hub.exchange import exchange_settings
from classroom.hub.inbound import account_of
from classroom.hub.roster import roster_of
from classroom.hub.variables import EXCHANGE_VARIABLE
from course import places
from course.errors import describe

TRIAL_SECONDS = 60

ACCOUNT_SECONDS = 300
"""The longest time that a call as a cohort's account may take."""

NAMED = 5
"""So many names of accounts that are missing are shown."""

UNENFORCED = ("LocalProcessSpawner", "SimpleLocalProcessSpawner")
"""Spawners that do not limit memory."""


def check(config_file: Path, learner: str | None = None) -> list[Diagnosis]:
    """What was looked at; a finding with a `fix` is a fault. Raises CourseError.

    Parameters
    ----------
    config_file : Path
        JupyterHub's configuration file.
    learner : str, optional
        Whose rights are tried; by default the first learner of a class list with an account here,
        else `nobody`.
    """
    if os.geteuid() != 0:
        raise CourseError("the check tries what a learner can do: call it as root, with sudo")
    c = _load(config_file)
    people = getattr(c.Authenticator.get("post_auth_hook"), "__self__", None)
    if not isinstance(people, People):
        return [
            Diagnosis(
                "who may log in",
                "not decided by the class lists",
                f"call classroom.hub.configure.configure(c, ...) in {config_file}, and set no "
                "post_auth_hook after it",
            )
        ]
    who = _learner(people, learner)
    return [
        *_login(c),
        *_accounts(c, people),
        *_learners_servers(c),
        *_exchange(c, people.cohorts, who),
        *_secrets(c, config_file, people.cohorts, who),
        *_roles(c, people.cohorts),
        *_services(c, people.cohorts),
        *(finding for cohort in people.cohorts for finding in _cohort(c, cohort)),
    ]


def _load(file: Path) -> Config:
    try:
        found: Config = PyFileConfigLoader(file.name, str(file.parent)).load_config()
        return found
    except Exception as error:
        raise CourseError(f"{file}: {describe(error)}") from error


def _learner(people: People, asked: str | None) -> pwd.struct_passwd:
    names = (
        [asked]
        if asked
        else [each.id for cohort in people.cohorts for each in roster_of(Path(cohort.folder))]
    )
    for name in names:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            if asked:
                raise CourseError(f"no account {asked!r} on this machine") from None
    return pwd.getpwnam("nobody")


def _login(c: Config) -> Iterator[Diagnosis]:
    chosen = c.JupyterHub.get("authenticator_class", "pam")
    name = chosen if isinstance(chosen, str) else chosen.__name__
    anybody = "dummy" in name.lower() or "null" in name.lower()
    yield Diagnosis(
        "login",
        name,
        "anybody can log in under any name: set c.JupyterHub.authenticator_class" * anybody,
    )
    groups = bool(c.Authenticator.get("manage_groups"))
    yield Diagnosis(
        "groups from the class lists",
        "yes" if groups else "no",
        "" if groups else "set c.Authenticator.manage_groups = True",
    )


def _accounts(c: Config, people: People) -> Iterator[Diagnosis]:
    """Who of the class lists has no account of this machine; only where they log in with these."""
    if "pam" not in str(c.JupyterHub.get("authenticator_class", "pam")).lower():
        return
    for cohort in people.cohorts:
        names = [*(each.id for each in roster_of(Path(cohort.folder))), *cohort.instructors]
        missing = [name for name in names if not has_account(name)]
        shown = ", ".join(missing[:NAMED]) + (", ..." if len(missing) > NAMED else "")
        yield Diagnosis(
            f"accounts of {cohort.course_id}",
            f"{len(missing)} of {len(names)} missing: {shown}"
            if missing
            else f"{len(names)}, all there",
            "make them: see “Accounts for a class” in deploy/jupyterhub/README.md"
            if missing
            else "",
        )


def _learners_servers(c: Config) -> Iterator[Diagnosis]:
    leads = c.Spawner.get("environment", {}).get("JUPYTER_CONFIG_PATH", "")
    right = str(ETC / "learner") in str(leads).split(os.pathsep)
    yield Diagnosis(
        "learners' exchange and tools",
        "the course's" if right else f"JUPYTER_CONFIG_PATH is {leads or 'not set'}",
        "" if right else f"let c.Spawner.environment['JUPYTER_CONFIG_PATH'] hold {ETC / 'learner'}",
    )
    limit = c.Spawner.get("mem_limit")
    spawner = c.JupyterHub.get("spawner_class", UNENFORCED[0])
    name = spawner if isinstance(spawner, str) else spawner.__name__
    fix = ""
    if not limit:
        fix = "set c.Spawner.mem_limit, as '1G'"
    elif name.rpartition(".")[2] in UNENFORCED:
        fix = "this spawner does not limit memory: set c.JupyterHub.spawner_class = 'systemd'"
    yield Diagnosis("memory of a learner", f"{limit or 'no limit'}, {name}", fix)


def _exchange(c: Config, cohorts: Sequence[Cohort], who: pwd.struct_passwd) -> Iterator[Diagnosis]:
    root = Path(c.Spawner.get("environment", {}).get(EXCHANGE_VARIABLE, ""))
    mode = stat.S_IMODE(root.stat().st_mode) if root.is_dir() else None
    yield Diagnosis(
        f"exchange {root}",
        "missing" if mode is None else f"{mode:o}",
        "" if mode is not None and mode & 0o1777 == 0o1777 else f"install -d -m 1777 {root}",
    )
    for cohort in cohorts:
        course = root / cohort.course_id
        inbound = course / "inbound"
        paths = (course, inbound, course / "outbound", course / "feedback")
        if strange := [path for path in paths if not _is_own(path, cohort.account)]:
            yield Diagnosis(
                f"folder {strange[0]}",
                "a link, or another account made it",
                f"look at it, move it away, and call: ai4gov hub cohort {cohort.course_id}",
            )
            continue
        if not inbound.is_dir():
            continue
        listed = bool(inbound.stat().st_mode & 0o004)
        yield Diagnosis(
            f"what was handed in, {cohort.course_id}",
            "learners can list it" if listed else "learners cannot list it",
            f"chmod o-r {inbound}" if listed else "",
        )
        yield from _renaming(course, who)


def _is_own(path: Path, account: str) -> bool:
    """Whether a folder of the exchange is root's or the account's, or is not there."""
    try:
        found = path.lstat()
    except OSError:
        return True
    return stat.S_ISDIR(found.st_mode) and account_of(found.st_uid) in ("root", account)


def _renaming(course: Path, who: pwd.struct_passwd) -> Iterator[Diagnosis]:
    """Try as a learner to put folders of her own in place of a course's, and of a hand-in."""
    # In place of a hand-in, whose name alone keeps it from other learners.
    trial = course / "inbound" / f".trial-{secrets.token_hex(8)}"
    trial.mkdir(mode=0o700)
    paths = {
        str(course): f"chmod 1777 {course.parent}",
        **{str(course / name): f"chmod 755 {course}" for name in ("outbound", "inbound")},
        str(trial): f"chmod 3733 {trial.parent}",
    }
    try:
        tried = _tried_as(who, _rename, list(paths))
    finally:
        trial.rmdir()
    for path, fix in paths.items():
        if tried[path] != "missing":
            what = path if path != str(trial) else f"a hand-in of another in {trial.parent}"
            done = tried[path] == "renamed"
            yield Diagnosis(
                f"renaming {what}",
                f"{who.pw_name} can do it" if done else f"{tried[path]} to {who.pw_name}",
                fix if done else "",
            )


def _rename(path: str) -> str:
    """What comes of renaming something, which is given back its name."""
    new = f"{os.path.dirname(path)}/.tried-{secrets.token_hex(8)}"
    os.rename(path, new)
    os.rename(new, path)
    return "renamed"


def _read(path: str) -> str:
    """What comes of reading a file, or listing a folder."""
    if os.path.isdir(path):
        os.listdir(path)
    else:
        with open(path, "rb") as file:
            file.read(1)
    return "read"


def _secrets(
    c: Config, config_file: Path, cohorts: Sequence[Cohort], who: pwd.struct_passwd
) -> Iterator[Diagnosis]:
    """Try as a learner to read what is not for learners."""
    here = config_file.parent
    checkout = places.find_repository(Path.cwd()) or places.Repository(places.REPOSITORY)
    source = checkout.source
    named = {
        "the hub's cookie secret": here
        / c.JupyterHub.get("cookie_secret_file", "jupyterhub_cookie_secret"),
        "the proxy's secret": Path("/etc/ai4gov-proxy.env"),
        "answers of the course": source if source.is_dir() else None,
    }
    database = str(c.JupyterHub.get("db_url", "sqlite:///jupyterhub.sqlite"))
    if database.startswith("sqlite:///"):
        named["the hub's database"] = here / database.removeprefix("sqlite:///")
    for cohort in cohorts:
        folder = Path(cohort.folder)
        for name in ("roster.csv", "gradebook.db", "source", "checks", "submitted", "feedback"):
            named[f"{name} of {cohort.course_id}"] = folder / name
    paths = {what: str(path) for what, path in named.items() if path is not None}
    tried = _tried_as(who, _read, list(paths.values()))
    for what, path in paths.items():
        if tried[path] != "missing":
            open_ = tried[path] == "read"
            yield Diagnosis(
                what,
                f"{who.pw_name} can read it" if open_ else f"closed to {who.pw_name}",
                f"chmod -R go-rwx {path}" if open_ else "",
            )


def _tried_as(
    who: pwd.struct_passwd, attempt: Callable[[str], str], paths: list[str]
) -> dict[str, str]:
    """What comes of an attempt on each path with a learner's rights: {path: what}.

    In a fork that starts no other program: none of the learner's own code runs in it, and she can
    neither trace it (it is not dumpable) nor type into root's terminal. Raises CourseError.
    """
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setsid()
            os.chdir("/")
            os.initgroups(who.pw_name, who.pw_gid)
            os.setresgid(who.pw_gid, who.pw_gid, who.pw_gid)
            os.setresuid(who.pw_uid, who.pw_uid, who.pw_uid)
            with os.fdopen(sending, "w") as answer:
                json.dump({path: _outcome(attempt, path) for path in paths}, answer)
        finally:
            os._exit(0)
    os.close(sending)
    said = b""
    try:
        until = time.monotonic() + TRIAL_SECONDS
        while select.select([receiving], [], [], max(0, until - time.monotonic()))[0]:
            if not (part := os.read(receiving, 2**16)):
                break
            said += part
    finally:
        os.close(receiving)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    try:
        found: dict[str, str] = json.loads(said)
    except ValueError:
        raise CourseError(f"nothing can be tried as {who.pw_name}: it came to no end") from None
    return found


def _outcome(attempt: Callable[[str], str], path: str) -> str:
    try:
        return attempt(path)
    except FileNotFoundError:
        return "missing"
    except OSError as error:
        denied = error.errno in (errno.EACCES, errno.EPERM)
        return "refused" if denied else f"not tried, {error.strerror},"


def _roles(c: Config, cohorts: Sequence[Cohort]) -> Iterator[Diagnosis]:
    """Who may do what on the hub, beyond one's own server."""
    learners = {cohort.learners_group for cohort in cohorts}
    owners = {name: each.instructors_group for each in cohorts for name in each.services}
    for role in c.JupyterHub.get("load_roles", []):
        scopes, groups = set(role.get("scopes", ())), set(role.get("groups", ()))
        fix = ""
        if role["name"] in ("server", "user") and scopes & {"inherit", "self", "admin-ui"}:
            fix = "it gives a learner's server more than nbgrader needs: leave it to configure()"
        if role["name"] in ("user", "server") and not all(
            scope.endswith(("!user", "!server")) for scope in scopes
        ):
            fix = "it lets every learner act on others: leave it to configure()"
        for scope in scopes:
            service = scope.partition("!service=")[2]
            if scope.startswith("access:services") and not service:
                fix = "it opens the services of all cohorts: name one service in each scope"
            strangers = groups - {owners.get(service, "")}
            if service in owners and strangers:
                fix = f"{service} is not theirs: take {', '.join(sorted(strangers))} out of it"
        if groups & learners and scopes:
            fix = f"learners have it: take {', '.join(sorted(groups & learners))} out of it"
        yield Diagnosis(f"role {role['name']}", ", ".join(sorted(scopes)) or "no scopes", fix)


def _services(c: Config, cohorts: Sequence[Cohort]) -> Iterator[Diagnosis]:
    accounts = {name: each.account for each in cohorts for name in each.services}
    for service in c.JupyterHub.get("services", []):
        wanted = accounts.get(service["name"])
        if wanted is None:
            admin = bool(service.get("admin"))
            yield Diagnosis(
                f"service {service['name']}",
                "administrator of the hub" if admin else "a service of its own",
                "give it the scopes that it needs in load_roles, not admin" if admin else "",
            )
            continue
        user = service.get("user", "root")
        yield Diagnosis(
            f"service {service['name']}",
            f"runs as {user}",
            "" if user == wanted else f"it must run as {wanted}: leave it to configure()",
        )


def _cohort(c: Config, cohort: Cohort) -> Iterator[Diagnosis]:
    folder = Path(cohort.folder)
    what = f"course of {cohort.course_id}"
    try:
        said = _settings_of(cohort)
    except CourseError as error:
        yield Diagnosis(what, str(error), f"ai4gov hub cohort {cohort.course_id}")
        return
    owner = pwd.getpwuid(folder.stat().st_uid).pw_name
    yield Diagnosis(
        what,
        f"owned by {owner}",
        "" if owner == cohort.account else f"chown -R {cohort.account}: {folder}",
    )
    course_id = said.get("course_id")
    exchange = c.Spawner.get("environment", {}).get(EXCHANGE_VARIABLE, "")
    wrong = [
        f"{name} is {found!r}, not {wanted!r}"
        for name, found, wanted in (
            ("c.CourseDirectory.course_id", course_id, cohort.course_id),
            ("c.Exchange.root", said.get("root"), exchange),
        )
        if found != wanted
    ]
    if not said.get("all_languages"):
        wrong.append("the exchange of nbgrader, which knows one language")
    yield Diagnosis(
        f"exchange of {cohort.course_id}",
        "; ".join(wrong) or f"{course_id}, all languages",
        f"correct {folder / 'nbgrader_config.py'}, or call: ai4gov hub cohort {cohort.course_id}"
        if wrong
        else "",
    )
    both = sorted({each.id for each in roster_of(folder)} & set(cohort.instructors))
    yield Diagnosis(
        f"instructors of {cohort.course_id}",
        ", ".join(cohort.instructors) or "nobody",
        f"{', '.join(both)} also learns here, and could grade that work" if both else "",
    )
    yield from _isolation(cohort)


def _settings_of(cohort: Cohort) -> dict[str, Any]:
    """What a course's nbgrader_config.py says. Raises CourseError.

    It is Python of the account that grades, so it is run as that account and never as root.
    """
    code = "from classroom.hub.check import print_settings; print_settings()"
    done = _called_as(cohort, "-P", "-c", code)
    try:
        found: dict[str, Any] = dict(json.loads(done.stdout.splitlines()[-1]))
    except (IndexError, TypeError, ValueError):
        reason = (done.stderr.strip().splitlines() or ["it gave no answer"])[-1]
        raise CourseError(f"{cohort.folder}: its settings cannot be read ({reason})") from None
    if "error" in found:
        raise CourseError(str(found["error"]))
    return found


def print_settings() -> None:
    """Print `settings_in` of the current folder, or the error, as JSON."""
    try:
        found = settings_in(Path.cwd())
    except CourseError as error:
        found = {"error": str(error)}
    print(json.dumps(found))


def settings_in(folder: Path) -> dict[str, Any]:
    """What the check compares of a course. Raises CourseError."""
    config = load(folder)
    wanted = exchange_settings().items()
    return {
        "course_id": CourseDirectory(config=config).course_id,
        "root": str(config.Exchange.get("root", "")),
        "all_languages": all(config.ExchangeFactory.get(k) == v for k, v in wanted),
    }


def _called_as(cohort: Cohort, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Call this Python in a course, as the account that grades it. Raises CourseError."""
    account = pwd.getpwnam(cohort.account)
    try:
        return subprocess.run(
            [
                "setpriv",
                f"--reuid={account.pw_uid}",
                f"--regid={account.pw_gid}",
                "--init-groups",
                sys.executable,
                *arguments,
            ],
            capture_output=True,
            text=True,
            errors="replace",
            cwd=cohort.folder,
            env={"HOME": account.pw_dir, "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"},
            # Without root's terminal, into which an account could type (TIOCSTI).
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            timeout=ACCOUNT_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CourseError(
            f"{cohort.folder}: {cohort.account} cannot look at it ({error})"
        ) from None


def _isolation(cohort: Cohort) -> Iterator[Diagnosis]:
    """What `ai4gov doctor` finds for the account that grades."""
    done = _called_as(cohort, "-m", "classroom.cli", "doctor")
    said = [line for line in done.stdout.splitlines() if "isolation of learners' code" in line]
    fixes = [line.split("->", 1)[1].strip() for line in done.stdout.splitlines() if "->" in line]
    yield Diagnosis(
        f"isolation when {cohort.account} grades",
        said[0].split("code", 1)[1].strip()
        if said
        else (done.stderr.strip() or "not known")[-200:],
        "" if said and said[0].startswith(" ") else (fixes[0] if fixes else "see: ai4gov doctor"),
    )


def described(findings: list[Diagnosis]) -> Iterator[str]:
    """The lines that a person reads, with a sign before each fault."""
    for finding in findings:
        yield f"{'!' if finding.fix else ' '} {finding.what:<40} {finding.found}"
        if finding.fix:
            yield f"  {'':<40} -> {finding.fix}"


def faults(findings: list[Diagnosis]) -> list[Any]:
    """Those that need somebody's hand."""
    return [finding for finding in findings if finding.fix]
