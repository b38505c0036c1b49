"""Who may use a desk without a hub: whoever has the token, as in Jupyter.

It listens on this machine only, and is opened with an address that holds a random token. A cookie
takes the token's place after that. Browsers send it, with SameSite too, when a page on another port
of this machine sends a form, so forms are refused by their origin.
"""

import hmac
import secrets
from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError, RequestHandler

COOKIE = "ai4gov-desk"
LOCAL_NAMES = ("127.0.0.1", "localhost", "::1", "[::1]")


def is_foreign(request: HTTPServerRequest) -> bool:
    """Whether a page of another origin (host or port) has sent a form.

    Browsers say `Sec-Fetch-Site` themselves, but to HTTPS and this machine only. It also holds
    where a proxy changes `Host`. Whatever sends none of these headers is no browser.
    """
    headers = request.headers
    site, given = headers.get("Sec-Fetch-Site"), headers.get("Origin") or headers.get("Referer")
    if site in ("same-origin", "none") or not (site or given):
        return False
    try:
        return urlsplit(given or "").netloc.lower() != request.host.lower()
    except ValueError:
        return True


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

    @property
    def xsrf_token(self) -> bytes:
        """Bound to the signed cookie: another port can set cookies here, but sign none."""
        session = self.get_cookie(self._cookie) or ""
        secret: bytes = self.settings["cookie_secret"]
        return hmac.new(secret, session.encode(), "sha256").hexdigest().encode()

    def check_xsrf_cookie(self) -> None:
        given = self.get_body_argument("_xsrf", "").encode("utf-8", "replace")
        if not self.current_user or not hmac.compare_digest(given, self.xsrf_token):
            raise HTTPError(403)

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
