"""Who may use a desk without a hub: whoever has the token, as in Jupyter.

It listens on this machine only, and is opened with an address that holds a random token. A cookie
takes the token's place after that.
"""

import hmac
import secrets

from tornado.web import RequestHandler

COOKIE = "ai4gov-desk"
LOCAL_NAMES = ("127.0.0.1", "localhost", "::1", "[::1]")


class ByToken(RequestHandler):
    """Lets in who has shown the token. `reader` is a name for one browser."""

    def get_current_user(self) -> str | None:
        # Another host name leads here if somebody else's page rebinds its name (DNS rebinding).
        if self.request.host_name not in LOCAL_NAMES:
            return None
        found = self.get_signed_cookie(self._cookie)
        return found.decode("ascii", "replace") if found else None

    @property
    def _cookie(self) -> str:
        # A browser sends cookies of 127.0.0.1 to every port.
        return f"{COOKIE}-{self.settings['port']}"

    def let_in(self) -> bool:
        """Whether the token is in the address; the cookie is then set, and the address cleaned."""
        given = self.get_query_argument("token", "")
        if self.request.host_name not in LOCAL_NAMES or not hmac.compare_digest(
            given.encode("utf-8", "replace"), self.settings["token"].encode()
        ):
            return False
        self.set_signed_cookie(
            self._cookie,
            f"reader {secrets.token_hex(2)}",
            expires_days=None,
            httponly=True,
            samesite="Strict",
        )
        self.redirect(self.request.path)
        return True

    def may_not(self) -> bool:
        """Whether it is somebody known who may not come in; nobody is known by name here."""
        return False

    @property
    def reader(self) -> str:
        return str(self.current_user)
