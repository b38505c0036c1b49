"""Who may use the desk of a hub: the group of the course's instructors."""

from typing import Any

from jupyterhub.services.auth import (
    HubOAuth,
    HubOAuthCallbackHandler,
    HubOAuthenticated,
    UserNotAllowed,
)
from tornado.web import RequestHandler

CACHED_SECONDS = 60
"""How long somebody who is taken out of the group can still come in."""


def instructors(course_id: str) -> str:
    """The hub's group whose members may use the desk: nbgrader's group for formgrader."""
    return f"formgrade-{course_id}"


class ByHub(HubOAuthenticated, RequestHandler):
    """Lets in users of the hub who are in the group of the course's instructors."""

    def initialize(self) -> None:
        self.hub_auth: HubOAuth = self.settings["hub_auth"]

    def check_hub_user(self, model: dict[str, Any]) -> dict[str, Any] | None:
        # A token's scopes alone would let in everybody who may reach the service.
        found = super().check_hub_user(model)
        if found and instructors(self.settings["course_id"]) not in model.get("groups", ()):
            raise UserNotAllowed(model)
        return found  # type: ignore[no-any-return]

    def let_in(self) -> bool:
        """Send a browser to the hub to log in."""
        if self.request.method != "GET" or self.may_not():
            return False
        self.redirect(self.get_login_url())
        return True

    def may_not(self) -> bool:
        return bool(getattr(self, "_cached_hub_user", None))

    @property
    def reader(self) -> str:
        return str(self.current_user["name"])


class Callback(HubOAuthCallbackHandler):
    """Where the hub sends a browser back to after the login."""

    def initialize(self) -> None:
        self.hub_auth = self.settings["hub_auth"]


def hub_auth() -> HubOAuth:
    """The hub's login, as the environment of its service describes it."""
    found = HubOAuth.instance()
    found.cache_max_age = CACHED_SECONDS
    return found
