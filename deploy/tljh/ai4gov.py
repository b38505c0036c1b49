"""The course on The Littlest JupyterHub; install.sh puts it into jupyterhub_config.d."""

from pathlib import Path

import yaml

from classroom.hub.cohorts import cohorts_in
from classroom.hub.configure import configure

c = get_config()  # type: ignore[name-defined]  # noqa: F821
# What `tljh-config` has set. `c` does not show it here: TLJH merges this file's settings later.
written = Path("/opt/tljh/config/config.yaml")
tljh = (yaml.safe_load(written.read_text()) or {}) if written.exists() else {}

cohorts = cohorts_in("/etc/ai4gov/cohorts")
# Before the first cohort is made, TLJH stays as it is.
if cohorts:
    configure(
        c,
        cohorts,
        exchange="/srv/ai4gov/exchange",
        admins=tljh.get("users", {}).get("admin", []),
        memory=tljh.get("limits", {}).get("memory") or "1G",
        idle_minutes=60,
        python="/opt/ai4gov/env/bin/python",
        account_prefix="jupyter-",
    )
