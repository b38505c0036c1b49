#!/bin/bash
# Bring back what backup.sh has saved, as root, after install.sh, with the hub and all learners'
# servers stopped:
#   systemctl stop ai4gov-hub 'jupyter-*.service'
#   restore.sh /backups/hub-2027-02-01.tar.gz
#   systemctl start ai4gov-hub
# What is in its place is moved aside, to NAME.before-TIME, and stays there until you delete it.
set -euo pipefail
root=${AI4GOV_ROOT:-/}

if [ $# != 1 ] || [ ! -f "$1" ]; then
  echo "Call this with an archive that backup.sh made: $0 FILE.tar.gz" >&2
  exit 2
fi
archive=$(realpath "$1")
# Read to the end first: a damaged archive must not replace anything.
if ! owners=$(tar --extract --to-stdout --file="$archive" ./owners) \
    || ! tar --list --file="$archive" >/dev/null; then
  echo "$archive: not a whole archive of backup.sh; nothing was changed" >&2
  exit 1
fi
for hub in ai4gov-hub jupyterhub; do
  if systemctl is-active --quiet "$hub" 2>/dev/null; then
    echo "The hub is running: call first: systemctl stop $hub" >&2
    exit 1
  fi
done
# Units of systemdspawner: jupyter-awa-singleuser here, jupyter-awa on The Littlest JupyterHub.
servers=$(systemctl list-units --plain --no-legend --state=active,activating,deactivating \
  'jupyter-*.service' 2>/dev/null || true)
if [ -n "$servers" ]; then
  echo "Learners' servers are running ($(wc -l <<< "$servers")): a server whose home is moved" \
    "aside would hand in old work. Call first: systemctl stop 'jupyter-*.service'" >&2
  exit 1
fi

while IFS=: read -r name number; do
  # An owner without a name, in archives of earlier versions: tar gives these files to the number.
  if [ "$name" = "$number" ]; then
    continue
  fi
  if [ "$number" != 0 ] && ! getent passwd "$name" >/dev/null; then
    case "$name" in
      grade-*) useradd --system --create-home --shell /usr/sbin/nologin "$name" ;;
      *) missing="${missing:-} $name" ;;
    esac
  fi
done <<< "$owners"
if [ -n "${missing:-}" ]; then
  echo "No such accounts here:$missing" >&2
  echo "Make them (adduser NAME) and call again; nothing was changed" >&2
  exit 1
fi

# Homes are moved aside too: a learner's link in one would lead root's tar elsewhere.
mapfile -t homes < <(tar --list --file="$archive" | sed -n 's|^\(home/[^/]*\)/$|\1|p' | sort -u)
cd "$root"
at=$(pwd -P)
own=" "
pid=$$
while [ "${pid:-0}" -gt 1 ]; do
  own+="$pid "
  pid=$(awk '$1 == "PPid:" {print $2}' "/proc/$pid/status" 2>/dev/null)
done
# The current folder of a process, /proc/PID/cwd, follows a folder that is moved: servers that are
# no units of systemd, kernels, shells. This script and the shell that calls it write nothing there.
for process in /proc/[0-9]*; do
  folder=$(readlink "$process/cwd" 2>/dev/null || true)
  for home in "${homes[@]}"; do
    if [[ "$folder/" == "${at%/}/$home/"* && "$own" != *" ${process#/proc/} "* ]]; then
      echo "Process ${process#/proc/} ($(cat "$process/comm" 2>/dev/null)) works in $folder," \
        "which would be moved aside: end it and call again; nothing was changed" >&2
      exit 1
    fi
  done
done

now=$(date --utc +%Y%m%dT%H%M%S)
for folder in etc/ai4gov srv/ai4gov "${homes[@]}"; do
  if [ -e "$folder" ] || [ -L "$folder" ]; then
    mv "$folder" "$folder.before-$now"
  fi
done
# tar gives each file to the account with its owner's name, whatever number that has here.
tar --extract --preserve-permissions --same-owner --file="$archive" --exclude=./owners
echo "Restored from $archive; what was in its place has names that end with .before-$now"
