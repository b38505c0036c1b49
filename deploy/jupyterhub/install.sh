#!/bin/bash
# Install or upgrade the course's JupyterHub on Debian 12, Ubuntu 24.04 or later, as root. It can be
# called again: what is there is kept, except the Python environment where the packages have changed.
# Where The Littlest JupyterHub is, only what learners and grading need; see deploy/tljh/README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
course=$PWD
env=/opt/ai4gov/env
proxy=/opt/ai4gov/proxy
tljh=/opt/tljh/hub

if [ "$(id -u)" != 0 ]; then
  echo "Call this as root: sudo $0" >&2
  exit 1
fi

echo "1. Debian's packages"
export DEBIAN_FRONTEND=noninteractive
packages=(python3-venv sudo util-linux linux-libc-dev)
[ -d "$tljh" ] || packages+=(nodejs npm)
missing=()
for package in "${packages[@]}"; do
  dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q "install ok" \
    || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  apt-get update --quiet=2
  apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}" >/dev/null
fi
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "The course needs Python 3.11 or later, and this is $(python3 --version):" \
    "take Debian 12, Ubuntu 24.04 or later" >&2
  exit 1
fi
if [ ! -d "$tljh" ] && ! cmp --quiet deploy/jupyterhub/proxy/package-lock.json \
    "$proxy/node_modules/made-from"; then
  install -d -m 755 "$proxy"
  cp deploy/jupyterhub/proxy/package*.json "$proxy/"
  (cd "$proxy" && npm ci --loglevel=error --no-audit --no-fund >/dev/null)
  ln -sf "$proxy/node_modules/.bin/configurable-http-proxy" /usr/local/bin/
  cp deploy/jupyterhub/proxy/package-lock.json "$proxy/node_modules/made-from"
fi

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
# Learners get release/ with the package, a cohort gets what is built from source/: both must say
# the same.
if ! said=$("$env/bin/python" -m classroom.cli build --check --no-cache 2>&1); then
  echo "$said" >&2
  echo "release/ is not what source/ says, so lessons and assignments would differ. Call" >&2
  echo "  cd $course && $env/bin/python -m classroom.cli build" >&2
  echo "and then this script again" >&2
  exit 1
fi
"$env/bin/pip" install --quiet --force-reinstall --no-deps --no-build-isolation "$course"
# Servers and nbgrader's commands start in half of the CPU seconds.
"$env/bin/python" -m autograder.postponed
chmod -R go-rwx "$course"
ln -sf "$env/bin/ai4gov" /usr/local/bin/ai4gov

echo "4. Folders and settings"
install -d -m 755 /srv/ai4gov /srv/ai4gov/cohorts
install -d -m 1777 /srv/ai4gov/exchange
install -d -m 700 /etc/ai4gov
install -d -m 755 /etc/ai4gov/cohorts
[ -e /etc/ai4gov/jupyterhub_config.py ] \
  || install -m 600 deploy/jupyterhub/jupyterhub_config.py /etc/ai4gov/

if [ -d "$tljh" ]; then
  echo "Installed. The Littlest JupyterHub is here. Next: $course/deploy/tljh/install.sh," \
    "after each call of this script"
  exit
fi
# The secret that hub and proxy share. It is of this machine, so no backup holds it.
secret=/etc/ai4gov-proxy.env
[ -e "$secret" ] || (
  umask 077
  echo "CONFIGPROXY_AUTH_TOKEN=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')" > "$secret"
)
if [ -d /run/systemd/system ]; then
  install -m 644 deploy/jupyterhub/ai4gov-{hub,proxy}.service /etc/systemd/system/
  systemctl daemon-reload
  systemctl enable --quiet ai4gov-hub
else
  echo "No systemd here: start the hub with" \
    "$env/bin/python -m jupyterhub -f /etc/ai4gov/jupyterhub_config.py"
fi
echo "Installed. Next: ai4gov hub cohort NAME --instructor NAME --roster class.csv"
