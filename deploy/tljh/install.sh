#!/bin/bash
# Let The Littlest JupyterHub run the course: what its hub needs to read the cohorts, the settings,
# and two limits of its unit. As root, after each call of deploy/jupyterhub/install.sh, which can
# give learners another JupyterHub than the hub's.
set -euo pipefail
cd "$(dirname "$0")"
hub=${TLJH_HUB:-/opt/tljh/hub}
config=${TLJH_CONFIG:-/opt/tljh/config}
env=${AI4GOV_ENV:-/opt/ai4gov/env}
unit=${TLJH_UNIT:-/etc/systemd/system/jupyterhub.service.d}

for file in "$hub/bin/python" "$env/bin/python"; do
  if [ ! -x "$file" ]; then
    echo "$file is missing: install TLJH and call deploy/jupyterhub/install.sh first" >&2
    exit 1
  fi
done

echo "1. What TLJH's hub needs to read cohorts and class lists"
"$hub/bin/python" -m pip install --quiet --no-deps --require-hashes \
  -r ../../requirements/other-hub.txt
wheels=$(mktemp --directory)
trap 'rm -rf "$wheels"' EXIT
"$env/bin/pip" wheel --quiet --no-deps --no-build-isolation --wheel-dir "$wheels" ../..
"$hub/bin/python" -m pip install --quiet --force-reinstall --no-deps "$wheels"/*.whl

echo "2. The learners' JupyterHub is of the hub's version"
version=$("$hub/bin/python" -c 'import jupyterhub; print(jupyterhub.__version__)')
"$env/bin/pip" install --quiet "jupyterhub==$version"

echo "3. Settings"
install -D -m 644 ai4gov.py "$config/jupyterhub_config.d/ai4gov.py"
install -D -m 644 ai4gov.conf "$unit/ai4gov.conf"
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
fi
echo "Installed. Next: ai4gov hub cohort NAME --instructor NAME --roster class.csv," \
  "then tljh-config reload"
