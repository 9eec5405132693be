#!/usr/bin/env bash
# Installs Debian packages: `setup/system.sh test` for what the tests need, else the packages named.
# What is there already is left alone. As root or with passwordless sudo it installs; otherwise it prints the one
# line to run, and fails.
set -euo pipefail
source "$(dirname "$0")/say.sh"

has_command() { command -v "$1" >/dev/null; }
has_file() { compgen -G "$1" >/dev/null; }
has_fonts() { has_file '/usr/share/fonts/truetype/liberation*/LiberationSerif-Regular.ttf'; }
has_server() { has_command initdb || has_file '/usr/lib/postgresql/*/bin/initdb'; }

missing_for_tests() {
    has_command soffice && has_command lowriter || echo libreoffice-writer
    has_command soffice && has_command localc || echo libreoffice-calc
    has_command pdftoppm || echo poppler-utils
    has_fonts || echo fonts-liberation
    has_server || echo postgresql
    has_command chromium || echo chromium
}

install() {
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends "$@"
}

if [ "$*" = test ]; then
    mapfile -t packages < <(missing_for_tests)
else
    packages=("$@")
fi
[ ${#packages[@]} -gt 0 ] || exit 0

has_command apt-get || fail "máy này không có apt; hãy cài: ${packages[*]}" \
    "this machine has no apt; install: ${packages[*]}"

if [ "$(id -u)" = 0 ]; then
    as_root=(env)
elif has_command sudo && sudo -n true 2>/dev/null; then
    as_root=(sudo -n env)
else
    fail "thiếu gói hệ thống. Hãy chạy dòng lệnh dưới đây rồi làm lại." \
        "system packages are missing. Run the line below, then try again.
  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages[*]}"
fi

say "Cài gói hệ thống: ${packages[*]}" "Installing system packages: ${packages[*]}"
install "${packages[@]}" >&2 || fail "không cài được: ${packages[*]}" "could not install: ${packages[*]}"
[ "$*" != test ] || [ -z "$(missing_for_tests)" ] || fail "đã cài mà vẫn thiếu: $(missing_for_tests | xargs)" \
    "installed, but still missing: $(missing_for_tests | xargs)"
