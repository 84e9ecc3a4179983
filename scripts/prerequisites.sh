#!/bin/sh
# What the machine itself must have for the targets named: run, test, test-postgres, check, bench, prove.
# Names everything that is missing at once; installs it where it may, else prints the one command and stops.
set -u
PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"
missing=""

need() { # need PACKAGE CHECK…: PACKAGE is missing when the check fails
    package=$1
    shift
    "$@" >/dev/null 2>&1 && return
    case " $missing " in *" $package "*) ;; *) missing="$missing $package" ;; esac
}
command_exists() { command -v "$1"; }
python_makes_environments() { python3 -c 'import ensurepip, venv'; }
library_exists() { ldconfig -p | grep -q "$1\.so"; }
postgresql_exists() { command -v initdb || ls /usr/lib/postgresql/*/bin/initdb; }
need_pdf() {
    need libpango-1.0-0 library_exists libpango-1.0
    need libpangoft2-1.0-0 library_exists libpangoft2-1.0
    need libharfbuzz-subset0 library_exists libharfbuzz-subset
}
look() {
    missing=""
    need python3-venv python_makes_environments
    for target in "$@"; do
        case "$target" in
            run) ;;
            test)
                need chromium command_exists chromium
                need libatomic1 library_exists libatomic # the Node inside playwright
                need_pdf ;;
            test-postgres) need postgresql postgresql_exists; need_pdf ;;
            check) need gettext command_exists xgettext; need gettext command_exists msgmerge ;;
            bench | prove)
                need postgresql postgresql_exists
                need nginx command_exists nginx
                need redis-server command_exists redis-server ;;
            *) echo "prerequisites: unknown target '$target'" >&2; exit 2 ;;
        esac
    done
    missing=${missing# }
}
thrice() { # a mirror that does not answer is asked again, a little later
    for wait in 5 15 0; do
        timeout 300 "$@" </dev/null >"$log" 2>&1 && return 0
        [ "$wait" = 0 ] || { echo "  $1 $2 failed, again in $wait s" >&2; sleep "$wait"; }
    done
    tail -n 30 "$log" >&2
    return 1
}

look "$@"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n env DEBIAN_FRONTEND=noninteractive"
else
    as_root="no"
fi
if [ "$as_root" = no ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "This machine lacks: $missing. Install it with: sudo apt-get install $missing" >&2
    exit 1
fi
echo "  installing from Debian: $missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
get="apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120"
# shellcheck disable=SC2086  # lists of words on purpose
if ! thrice $as_root $get update || ! thrice $as_root $get install -y --no-install-recommends $missing; then
    echo "Could not install: $missing. Try: sudo apt-get update && sudo apt-get install $missing" >&2
    exit 1
fi
look "$@"
[ -z "$missing" ] && exit 0
echo "Installed, and still lacking: $missing" >&2
exit 1
