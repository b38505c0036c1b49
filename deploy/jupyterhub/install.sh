#!/bin/bash
# Install or upgrade the course's JupyterHub on Debian or Ubuntu, as root. It can be called again:
# what is there is kept, except the Python environment where the packages have changed.
set -euo pipefail
cd "$(dirname "$0")/../.."
course=$PWD
env=/opt/ai4gov/env

if [ "$(id -u)" != 0 ]; then
  echo "Call this as root: sudo $0" >&2
  exit 1
fi

echo "1. Debian's packages"
export DEBIAN_FRONTEND=noninteractive
packages=(nodejs npm python3-venv sudo util-linux linux-libc-dev)
missing=()
for package in "${packages[@]}"; do
  dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q "install ok" \
    || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  apt-get update --quiet=2
  apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}" >/dev/null
fi
command -v configurable-http-proxy >/dev/null \
  || npm install --global --loglevel=error configurable-http-proxy@5 >/dev/null

echo "2. The Python environment in $env"
wanted=$(cat requirements/hub.txt pyproject.toml | cksum)
if [ "$(cat "$env/made-from" 2>/dev/null)" != "$wanted" ]; then
  # In its place: the paths in an environment's programs are absolute, so it cannot be moved there.
  rm -rf "$env.before"
  [ ! -d "$env" ] || mv "$env" "$env.before"
  restore() { rm -rf "$env"; [ ! -d "$env.before" ] || mv "$env.before" "$env"; }
  trap restore ERR
  python3 -m venv "$env"
  "$env/bin/pip" install --quiet --require-hashes -r requirements/hub.txt
  trap - ERR
  rm -rf "$env.before"
  echo "$wanted" > "$env/made-from"
fi

echo "3. The course"
"$env/bin/pip" install --quiet --force-reinstall --no-deps --no-build-isolation "$course"
chmod -R go-rwx "$course"
ln -sf "$env/bin/ai4gov" /usr/local/bin/ai4gov

echo "4. Folders and settings"
install -d -m 755 /srv/ai4gov /srv/ai4gov/cohorts
install -d -m 1777 /srv/ai4gov/exchange
install -d -m 700 /etc/ai4gov
install -d -m 755 /etc/ai4gov/cohorts
[ -e /etc/ai4gov/jupyterhub_config.py ] \
  || install -m 600 deploy/jupyterhub/jupyterhub_config.py /etc/ai4gov/

if [ -d /run/systemd/system ]; then
  install -m 644 deploy/jupyterhub/ai4gov-hub.service /etc/systemd/system/
  systemctl daemon-reload
  systemctl enable --quiet ai4gov-hub
else
  echo "No systemd here: start the hub with" \
    "$env/bin/python -m jupyterhub -f /etc/ai4gov/jupyterhub_config.py"
fi
echo "Installed. Next: ai4gov hub cohort NAME --instructor NAME --roster class.csv"
