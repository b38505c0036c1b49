"""JupyterHub's configuration for a course with one cohort or several.

    c = get_config()
    configure(c, [Cohort("ai4gov", "/srv/ai4gov/ai4gov", "ai4gov", instructors=["prof"])],
              exchange="/srv/ai4gov/exchange")

Who may log in, and as what, is read at each login from the cohorts' class lists: a change of
`roster.csv` needs no restart.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tornado.log import app_log
from tornado.web import HTTPError
from traitlets.config import Config

from autograder.errors import CourseError
from classroom.hub.roster import Learner, roster_of
from classroom.hub.variables import EXCHANGE_VARIABLE, GRADERS_VARIABLE
from course.language import LANGUAGES, Translator
from course.start.chosen_language import VARIABLE

ETC = Path(__file__).parent / "etc"
"""Jupyter settings of the two kinds of servers, for JUPYTER_CONFIG_PATH."""

FIRST_PORT = 9100

START_SECONDS = 240
"""How long a learner's server may take to start, on a machine that is busy."""


class NotInTheClassList(HTTPError):
    """Refuses somebody whose name and password are right.

    The hub does not know in which language such a person reads, so its page says it in all.
    """

    def __init__(self) -> None:
        super().__init__(403, reason="Not in the class list")
        said = (_not_in_the_class_list(Translator("classroom", lang)) for lang in LANGUAGES)
        self.jupyterhub_message = " · ".join(said)


def _not_in_the_class_list(t: Translator) -> str:
    return t(
        "Your name and password are right, but you are in no class list of this course. Ask your "
        "instructor to add you."
    )


@dataclass(frozen=True)
class Cohort:
    """A class with a course folder, a gradebook and instructors of its own.

    Parameters
    ----------
    course_id : str
        Its name in nbgrader's exchange, in the hub's groups and in addresses.
    folder : str
        The nbgrader course, which only `account` can read.
    account : str
        The system account that grades; nobody logs in with it.
    instructors : sequence of str
        Names with which instructors log in to the hub.
    """

    course_id: str
    folder: str
    account: str
    instructors: Sequence[str] = field(default_factory=list)

    @property
    def learners_group(self) -> str:
        """nbgrader's name for the group of those who may fetch and hand in."""
        return f"nbgrader-{self.course_id}"

    @property
    def instructors_group(self) -> str:
        """nbgrader's name for the group of those who may grade."""
        return f"formgrade-{self.course_id}"

    @property
    def services(self) -> tuple[str, str]:
        """The names of formgrader's service and of the desk's."""
        return self.course_id, f"{self.course_id}-desk"


def configure(
    c: Config,
    cohorts: Sequence[Cohort],
    *,
    exchange: str,
    admins: Sequence[str] = (),
    memory: str = "1G",
    idle_minutes: int = 60,
    course_folder: str = "~/ai4gov",
    first_port: int = FIRST_PORT,
    python: str = sys.executable,
    account_prefix: str = "",
) -> None:
    """Set up JupyterHub for these cohorts. Raises CourseError for a wrong call.

    Parameters
    ----------
    c : Config
        JupyterHub's configuration, changed in place. The authenticator is yours to choose.
    cohorts : sequence of Cohort
        At least one, each with a course_id of its own.
    exchange : str
        nbgrader's exchange folder, writable for everybody.
    admins : sequence of str
        Who may see JupyterHub's admin page.
    memory : str
        What a learner's server may take; only a spawner that can limit memory heeds it.
    idle_minutes : int
        A learner's server without activity is stopped after so many minutes.
    course_folder : str
        In a learner's home, the folder that JupyterLab shows.
    first_port : int
        Of the cohorts' services, on 127.0.0.1; each cohort takes two.
    python : str
        The Python of learners' servers and of the services, if it is not the hub's own.
    account_prefix : str
        What the hub's spawner puts before a login to make the account of the machine, as The
        Littlest JupyterHub does with `jupyter-`. Class lists hold names of accounts, because
        nbgrader knows learners by these.
    """
    if not cohorts:
        raise CourseError("no cohort: name at least one, as in Cohort('ai4gov', ...)")
    names = [name for cohort in cohorts for name in cohort.services]
    if len(set(names)) < len(names):
        raise CourseError(f"two cohorts have the same course_id: {', '.join(names)}")
    people = People(cohorts, admins, account_prefix)
    etc = etc_of(python)
    c.Authenticator.admin_users = set(admins)
    c.Authenticator.allow_all = True
    c.Authenticator.manage_groups = True
    c.Authenticator.post_auth_hook = people.admit
    c.Spawner.cmd = [python, "-m", "classroom.hub.learner_server"]
    c.Spawner.default_url = "/ai4gov/start.html"
    c.Spawner.notebook_dir = course_folder
    c.Spawner.mem_limit = memory
    # A class that begins together starts all its servers in one minute; JupyterHub gives one up
    # after 30 seconds without an answer.
    c.Spawner.start_timeout = c.Spawner.http_timeout = START_SECONDS
    c.Spawner.environment = {
        EXCHANGE_VARIABLE: exchange,
        GRADERS_VARIABLE: " ".join(f"{each.course_id}={each.account}" for each in cohorts),
        "JUPYTER_CONFIG_PATH": str(etc / "learner"),
    }
    c.Spawner.pre_spawn_hook = people.prepare
    c.JupyterHub.default_url = people.first_page
    c.JupyterHub.services = [_culler(idle_minutes)]
    c.JupyterHub.load_roles = [_server_role(), _culler_role()]
    for number, cohort in enumerate(cohorts):
        port = first_port + 2 * number
        c.JupyterHub.services += [
            _formgrader(cohort, port, exchange, python, etc),
            _desk(cohort, port + 1, exchange, python),
        ]
        c.JupyterHub.load_roles.append(_instructors_role(cohort))


class People:
    """Who may log in: the learners of the class lists, the instructors, the administrators."""

    def __init__(self, cohorts: Sequence[Cohort], admins: Iterable[str], account_prefix: str = ""):
        self.cohorts = cohorts
        self.admins = set(admins)
        self.account_prefix = account_prefix

    def groups(self, name: str) -> list[str]:
        """The groups of somebody, by the class lists as they are now."""
        found = []
        for cohort in self.cohorts:
            if name in cohort.instructors:
                found.append(cohort.instructors_group)
            learner = self._learner(cohort, name)
            if learner:
                found.append(cohort.learners_group)
                if learner.language:
                    found.append(f"ai4gov-lang-{learner.language}")
        return list(dict.fromkeys(found))

    def language(self, name: str) -> str:
        """The language that a class list names for a learner; empty where none does."""
        found = (self._learner(cohort, name) for cohort in self.cohorts)
        return next((each.language for each in found if each and each.language), "")

    def admit(self, authenticator: Any, handler: Any, model: dict[str, Any]) -> Any:
        """Authenticator.post_auth_hook: the groups of who logs in. Raises NotInTheClassList."""
        groups = self.groups(model["name"])
        if not groups and model["name"] not in self.admins:
            authenticator.log.warning(
                "%s is in no class list and no instructor: refused", model["name"]
            )
            # After None, the hub would say that name or password is wrong.
            raise NotInTheClassList
        model["groups"] = groups
        return model

    def first_page(self, handler: Any) -> str:
        """JupyterHub.default_url: the desk for who only teaches; empty for the hub's own choice.

        With a domain for each server, the desk is on another one than the hub.
        """
        user = handler.current_user
        if user is None or handler.settings.get("subdomain_host"):
            return ""
        groups = self.groups(user.name)
        for cohort in self.cohorts:
            if groups == [cohort.instructors_group]:
                return f"{handler.settings['base_url']}services/{cohort.services[1]}/"
        return ""

    def prepare(self, spawner: Any) -> None:
        """Spawner.pre_spawn_hook: say the learner's language to her server."""
        lang = self.language(spawner.user.name)
        if lang:
            spawner.environment = {**spawner.environment, VARIABLE: lang}

    def _learner(self, cohort: Cohort, name: str) -> Learner | None:
        account = self.account_prefix + name
        try:
            roster = roster_of(Path(cohort.folder))
        except CourseError as error:
            # Log the fault, so that a damaged class list shuts out its own cohort only.
            app_log.error("%s", error)
            return None
        return next((each for each in roster if each.id == account), None)


def etc_of(python: str) -> Path:
    """The Jupyter settings in the environment of a Python. Raises CourseError."""
    if python == sys.executable:
        return ETC
    found = Path(python).parent.parent.glob("lib/python3.*/site-packages/classroom/hub/etc")
    for etc in sorted(found):
        return etc
    raise CourseError(f"{python}: the course is not installed there; call install.sh first")


def _formgrader(cohort: Cohort, port: int, exchange: str, python: str, etc: Path) -> dict[str, Any]:
    return {
        "name": cohort.services[0],
        "url": f"http://127.0.0.1:{port}",
        "command": [python, "-m", "jupyterhub.singleuser"],
        "user": cohort.account,
        "cwd": cohort.folder,
        "environment": {
            EXCHANGE_VARIABLE: exchange,
            "JUPYTERHUB_DEFAULT_URL": "/formgrader",
            "JUPYTER_CONFIG_PATH": str(etc / "instructor"),
            "PATH": _path(python),
        },
        "oauth_no_confirm": True,
    }


def _desk(cohort: Cohort, port: int, exchange: str, python: str) -> dict[str, Any]:
    return {
        "name": cohort.services[1],
        "url": f"http://127.0.0.1:{port}",
        "command": [python, "-m", "classroom.cli", "desk"],
        "user": cohort.account,
        "cwd": cohort.folder,
        "environment": {EXCHANGE_VARIABLE: exchange, "PATH": _path(python)},
        "oauth_no_confirm": True,
    }


def _path(python: str) -> str:
    """nbgrader starts `alembic` by its bare name."""
    return f"{Path(python).parent}:/usr/local/bin:/usr/bin:/bin"


def _instructors_role(cohort: Cohort) -> dict[str, Any]:
    return {
        "name": f"instructors-{cohort.course_id}",
        "description": f"Open formgrader and the desk of {cohort.course_id}",
        "groups": [cohort.instructors_group],
        "scopes": [f"access:services!service={name}" for name in cohort.services],
    }


def _server_role() -> dict[str, Any]:
    """Let a learner's server ask the hub for her groups, and nothing about others."""
    return {
        "name": "server",
        "scopes": [
            "access:servers!server",
            "read:users:groups!user",
            "read:users:name!user",
            "users:activity!user",
        ],
    }


def _culler(idle_minutes: int) -> dict[str, Any]:
    return {
        "name": "idle-culler",
        "command": [
            sys.executable,
            "-m",
            "jupyterhub_idle_culler",
            f"--timeout={60 * idle_minutes}",
        ],
    }


def _culler_role() -> dict[str, Any]:
    return {
        "name": "idle-culler",
        "services": ["idle-culler"],
        "scopes": ["delete:servers", "list:users", "read:servers", "read:users:activity"],
    }
