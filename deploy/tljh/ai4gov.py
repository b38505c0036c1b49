"""The course on The Littlest JupyterHub; install.sh puts it into jupyterhub_config.d."""

from autograder.hub.cohorts import cohorts_in
from autograder.hub.configure import configure

c = get_config()  # type: ignore[name-defined]  # noqa: F821
cohorts = cohorts_in("/etc/ai4gov/cohorts")
# Before the first cohort is made, TLJH stays as it is.
if cohorts:
    configure(
        c,
        cohorts,
        exchange="/srv/ai4gov/exchange",
        # Those of `tljh-config add-item users.admin NAME`.
        admins=sorted(c.Authenticator.get("admin_users", ())),
        memory=c.Spawner.get("mem_limit") or "1G",
        idle_minutes=60,
        python="/opt/ai4gov/env/bin/python",
        account_prefix="jupyter-",
    )
