"""JupyterHub's proxy as a process of its own, so that a restart of the hub cuts nobody off.

    python -m classroom.hub.proxy /etc/ai4gov/jupyterhub_config.py

The routes to learners' servers are in the proxy's memory. A hub that starts the proxy itself takes
it down with it. deploy/jupyterhub/ai4gov-proxy.service calls this module, and the hub is told to
start none; both read their common secret from CONFIGPROXY_AUTH_TOKEN.
"""

import os
import sys
from collections.abc import Sequence
from urllib.parse import urlsplit

from jupyterhub.app import JupyterHub
from jupyterhub.proxy import ConfigurableHTTPProxy

TOKEN = "CONFIGPROXY_AUTH_TOKEN"


def command(config_file: str) -> list[str]:
    """The command with which a hub of this configuration would start its proxy.

    Empty where the configuration names another kind of proxy, which the hub itself looks after.
    Raises ValueError for a setting that a proxy of its own cannot have.
    """
    hub = JupyterHub()
    hub.load_config_file(config_file)
    if not issubclass(hub.proxy_class, ConfigurableHTTPProxy):
        return []
    if hub.internal_ssl:
        raise ValueError("c.JupyterHub.internal_ssl: the hub must start its proxy itself")
    hub.init_hub()
    proxy = ConfigurableHTTPProxy(
        parent=hub, app=hub, hub=hub.hub, public_url=hub.bind_url, should_start=False
    )
    public, api = urlsplit(hub.bind_url), urlsplit(proxy.api_url)
    made = [*proxy.command]
    made += ["--ip", public.hostname or "", "--port", str(public.port or _port(public.scheme))]
    made += ["--api-ip", api.hostname or "", "--api-port", str(api.port or _port(api.scheme))]
    made += ["--error-target", f"{hub.hub.url}error", "--log-level", proxy.log_level]
    if hub.subdomain_host:
        made.append("--host-routing")
    else:
        # The hub adds its own route after all its services have answered, one of which may be slow.
        # Not with a domain for each learner, on which the hub would then answer too.
        made += ["--default-target", hub.hub.host]
    for option, file in (("--ssl-key", hub.ssl_key), ("--ssl-cert", hub.ssl_cert)):
        made += [option, file] if file else []
    return made


def _port(scheme: str) -> int:
    return 443 if scheme == "https" else 80


def main(arguments: Sequence[str]) -> int:
    """Become the proxy; returns 0 where there is none to start, and 2 for a wrong call."""
    if len(arguments) != 1:
        print("usage: python -m classroom.hub.proxy JUPYTERHUB_CONFIG.py", file=sys.stderr)
        return 2
    if not os.environ.get(TOKEN):
        print(f"{TOKEN} is not set: hub and proxy need the same secret in it", file=sys.stderr)
        return 2
    try:
        made = command(arguments[0])
    except ValueError as error:
        print(f"{arguments[0]}: {error}", file=sys.stderr)
        return 2
    if not made:
        print(f"{arguments[0]}: another kind of proxy, which the hub starts", file=sys.stderr)
        return 0
    sys.stdout.flush()
    os.execvp(made[0], made)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
