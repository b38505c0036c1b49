#!/bin/bash
# Back up the course's JupyterHub into one archive, as root, while the hub runs:
#   backup.sh /backups/hub-$(date +%F).tar.gz
# The archive holds points, names, work and the hub's secrets: keep it where only root reads it.
set -euo pipefail
umask 077
root=${AI4GOV_ROOT:-/}
folders=(etc/ai4gov srv/ai4gov home)
python=${AI4GOV_PYTHON:-/opt/ai4gov/env/bin/python}

if [ $# != 1 ] || [ -e "$1" ]; then
  echo "Call this with the name of a new file: $0 FILE.tar.gz" >&2
  exit 2
fi
mkdir -p "$(dirname "$1")"
target=$(realpath "$1")
copies=$(mktemp --directory --tmpdir="$(dirname "$target")" .backup-XXXXXX)
trap 'rm -rf "$copies" "$copies.list" "$target.part"' EXIT
cd "$root"
for folder in "${folders[@]}"; do
  [ -d "$folder" ] || { echo "No folder $folder in $root" >&2; exit 1; }
done

# A database in a file is copied by SQLite itself: a plain copy of one that is being written to
# can be unreadable.
exclude=()
while IFS= read -r -d '' file; do
  mkdir -p "$copies/$(dirname "$file")"
  "$python" - "$file" "$copies/$file" <<'PYTHON'
import sqlite3
import sys

with sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True) as live:
    with sqlite3.connect(sys.argv[2]) as copy:
        live.backup(copy)
PYTHON
  chown --reference="$file" "$copies/$file"
  chmod --reference="$file" "$copies/$file"
  exclude+=("--exclude=$file" "--exclude=$file-journal" "--exclude=$file-wal" "--exclude=$file-shm")
done < <(find etc/ai4gov -maxdepth 1 -type f -name '*.sqlite' -print0
         find srv/ai4gov/cohorts -mindepth 2 -maxdepth 2 -type f -name 'gradebook.db' -print0)

# Who owns what: restore.sh makes accounts that are missing on the new machine. Owners without a name
# (of an account that was deleted, or subuid) are left out. find fails where a learner removes files
# meanwhile, or has mounted a file system (FUSE), which is closed to root.
find "${folders[@]}" -ignore_readdir_race -maxdepth 4 ! -nouser -printf '%u:%U\n' \
  > "$copies/owners" || true
sort -u -o "$copies/owners" "$copies/owners"

# Files only: a folder among the copies would give its own mode to the folder that is restored.
# Their names begin with "./", so that --exclude does not match them.
(cd "$copies" && find . -type f -print0 | sort --zero-terminated) > "$copies.list"

# Status 1 of tar: a learner has changed a file while it was read, which is no fault. What cannot be
# read is named and left out: a learner's mounted file system, or a file that she keeps closed by a
# lease (fcntl), must not keep the others from their backup.
status=0
tar --ignore-failed-read --create --gzip --file="$target.part" --anchored --no-wildcards "${exclude[@]}" \
  "${folders[@]}" --directory="$copies" --null --files-from="$copies.list" || status=$?
if [ "$status" -gt 1 ]; then
  exit "$status"
fi
mv "$target.part" "$target"
echo "$target: $(tar --list --file="$target" | wc -l) files and folders"
