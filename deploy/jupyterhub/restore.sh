#!/bin/bash
# Bring back what backup.sh has saved, as root, after install.sh and with the hub stopped:
#   systemctl stop ai4gov-hub; restore.sh /backups/hub-2027-02-01.tar.gz; systemctl start ai4gov-hub
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
if systemctl is-active --quiet ai4gov-hub 2>/dev/null; then
  echo "The hub is running: call first: systemctl stop ai4gov-hub" >&2
  exit 1
fi

while IFS=: read -r name number; do
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
now=$(date --utc +%Y%m%dT%H%M%S)
cd "$root"
for folder in etc/ai4gov srv/ai4gov "${homes[@]}"; do
  if [ -e "$folder" ] || [ -L "$folder" ]; then
    mv "$folder" "$folder.before-$now"
  fi
done
# tar gives each file to the account with its owner's name, whatever number that has here.
tar --extract --preserve-permissions --same-owner --file="$archive" --exclude=./owners
echo "Restored from $archive; what was in its place has names that end with .before-$now"
