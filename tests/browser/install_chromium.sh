#!/bin/sh
# Debian's chromium for the browser tests; needs root only where it is missing.
set -eu
[ -x /usr/bin/chromium ] && exit 0
[ "$(id -u)" = 0 ] || { echo "chromium is missing; as root: apt-get install chromium" >&2; exit 1; }
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core
