#!/bin/sh
# What only a real browser and a real PostgreSQL can test needs Chromium and PostgreSQL's server programs.
# Installs them from the system's packages where it may; otherwise names in one line what will be skipped.

chromium() {
    [ -x "${CHROMIUM:-}" ] || command -v chromium || command -v chromium-browser || command -v google-chrome
}
postgres() {
    command -v initdb || ls /usr/lib/postgresql/*/bin/initdb || ls /usr/pgsql-*/bin/initdb
}

missing=""
chromium >/dev/null 2>&1 || missing="$missing chromium"
postgres >/dev/null 2>&1 || missing="$missing postgresql"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ]; then root=""; elif sudo -n true 2>/dev/null; then root="sudo -n"; else root="no"; fi
if [ "$root" != no ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing$missing for the tests ..."
    # The tests start a cluster of their own: the package need not make one.
    $root apt-get update -qq >/dev/null 2>&1
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing \
        >/dev/null 2>&1
fi

skipped=""
chromium >/dev/null 2>&1 || skipped="browser tests (no Chromium)"
postgres >/dev/null 2>&1 || skipped="${skipped:+$skipped and }PostgreSQL tests (no PostgreSQL)"
[ -z "$skipped" ] || echo "Skipped: $skipped. Install them and run make test again."
exit 0
