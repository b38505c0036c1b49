"""The course's JupyterHub. Every setting of JupyterHub can be added below."""

from classroom.hub.cohorts import cohorts_in
from classroom.hub.configure import configure

c = get_config()  # type: ignore[name-defined]  # noqa: F821
configure(
    c,
    cohorts_in("/etc/ai4gov/cohorts"),
    exchange="/srv/ai4gov/exchange",
    admins=[],
    memory="1G",
    idle_minutes=60,
)

# Behind a web server that speaks HTTPS; see README.md.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.JupyterHub.cookie_secret_file = "/etc/ai4gov/cookie_secret"
c.JupyterHub.db_url = "sqlite:////etc/ai4gov/jupyterhub.sqlite"
# Learners go on working while the hub is restarted, for a new cohort or an upgrade.
c.JupyterHub.cleanup_servers = False
# Accounts of this machine. For other logins see README.md.
c.JupyterHub.authenticator_class = "pam"
# Each server is a unit of systemd, so that mem_limit holds.
c.JupyterHub.spawner_class = "systemd"
