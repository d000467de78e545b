# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154
#
# What tools/run and tools/test share: messages, packages, configure and build. Sourced, not run; the caller has set
# root to the checkout. Everything it writes lands in build/.

exec </dev/null # nothing here asks questions; also mends a closed stdin
umask 022
logs=$root/build/logs
cores=$(nproc)

if [[ -t 1 && -z ${NO_COLOR:-} && ${TERM:-dumb} != dumb ]]; then
    bold=$'\e[1m' red=$'\e[31m' plain=$'\e[0m'
else
    bold='' red='' plain=''
fi

say() { printf '%s\n' "$*"; }
complain() { printf '%s%s%s\n' "$red" "$*" "$plain" >&2; }

# The language of the user, read before the locale is touched: de or en.
user_language() {
    local wish=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
    case $wish in '' | C | C.* | POSIX) ;; *) wish=${LANGUAGE:-$wish} ;; esac
    case $wish in de*) say de ;; *) say en ;; esac
}

# A fresh machine has no locale, or names one that was never generated; Qt and perl complain about both.
use_utf8_locale() {
    [[ $(locale charmap 2>/dev/null) == UTF-8 && -z $(locale 2>&1 >/dev/null) ]] || export LC_ALL=C.UTF-8
}

# quietly NAME COMMAND...: runs it with its output in build/logs/NAME.log; shows the end of that when it fails.
quietly() {
    local log=$logs/$1.log
    shift
    mkdir -p "$logs"
    "$@" >"$log" 2>&1 && return 0
    local code=$?
    complain "Failed: $*"
    tail -n 60 "$log" >&2
    complain "All of it: $log"
    return "$code"
}

# packages GROUP...: the names of these groups of packages.txt.
packages() {
    local group
    for group in "$@"; do
        awk -v wanted="[$group]" '{ sub(/#.*/, "") } /^\[/ { on = $1 == wanted; next } on && NF { print $1 }' \
            "$root/tools/packages.txt"
    done
}

# as_root COMMAND...: runs it as root, with sudo where that is needed.
as_root() {
    if ((EUID == 0)); then
        "$@"
    elif ! command -v sudo >/dev/null; then
        return 126
    elif (: </dev/tty) 2>/dev/null; then
        sudo "$@" # asks for the password on the terminal
    else
        sudo -n "$@"
    fi
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=600 "$@"
}

# install_packages GROUP...: installs what is missing of these groups; asks the network for nothing when all is there.
install_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        complain "This needs Debian 12 (there is no apt-get). What it would install stands in tools/packages.txt."
        return 1
    fi
    local wanted missing present
    mapfile -t wanted < <(packages "$@")
    # shellcheck disable=SC2016 # dpkg's own variables
    present=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null) || true
    mapfile -t missing < <(printf '%s\n' "${wanted[@]}" | grep -vxF -f <(sed -n 's/^installed //p' <<<"$present"))
    ((${#missing[@]})) || return 0

    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        complain "Packages are missing, and installing them needs root or sudo. As root:"
        complain "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
        return 1
    fi
    if ((EUID != 0)); then
        as_root true || { complain "sudo is not allowed here; missing: ${missing[*]}"; return 1; }
    fi
    say "Installing ${#missing[@]} packages and what they need ..."
    # Old package lists name files that are gone, so they are always renewed first.
    quietly apt-update apt_get update && quietly apt-install apt_get install -y --no-install-recommends "${missing[@]}"
}

# What one checkout compiled serves the next one elsewhere; precompiled headers need the last line to be cached at all.
export CCACHE_BASEDIR=$root
export CCACHE_NOHASHDIR=1
export CCACHE_SLOPPINESS=pch_defines,time_macros

# configure PRESET. CMake finds ccache itself; without a home folder to write to, its cache goes to build/ccache.
configure() {
    if [[ -z ${CCACHE_DIR:-} && ! -w ${HOME:-/nonexistent} ]]; then
        export CCACHE_DIR=$root/build/ccache
    fi
    (cd "$root" && quietly "configure-$1" cmake --preset "$1")
}

# build PRESET TARGET...: on all cores; the running line of ninja on a terminal, otherwise only the log.
build() {
    local preset=$1
    shift
    local command=(cmake --build "$root/build/$preset" --parallel "$cores" --target "$@")
    if [[ -t 1 ]]; then
        "${command[@]}"
    else
        quietly "build-$preset" "${command[@]}"
    fi
}
