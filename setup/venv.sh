#!/usr/bin/env bash
# Makes .venv with Python 3.13 and everything of uv.lock. Quick where .venv already fits uv.lock and pyproject.toml.
set -euo pipefail
cd "$(dirname "$0")/.."
source setup/say.sh

VENV=.venv
STAMP=$VENV/.fits

# Behind an office's own proxy only the system knows the certificates.
[ ! -f /etc/ssl/certs/ca-certificates.crt ] || export UV_SYSTEM_CERTS=1

WANTED=$(cat uv.lock pyproject.toml setup/venv.sh | sha256sum)

fits() { [ -f $STAMP ] && [ "$(cat $STAMP)" = "$WANTED" ] && "$VENV/bin/python" -I -c 'import baophu' 2>/dev/null; }

usable() { "$VENV/bin/python" -I -c 'import pip, sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null; }

install_uv() { # install_uv PYTHON
    "$1" -m pip install -qq --upgrade 'uv>=0.9' || fail "không cài được uv bằng pip (cần nối mạng tới PyPI)" \
        "could not install uv with pip (it needs PyPI)"
}

# A machine without any Python gets Debian's, which may be the right one already.
find_python() {
    setup/python.sh && return
    setup/python.sh any >/dev/null || setup/system.sh python3 python3-venv || return
    setup/python.sh || fetch_python
}

# Only where the machine has no Python 3.13: uv, installed under any Python 3, fetches one.
fetch_python() {
    say "Không thấy Python 3.13 trên máy này; uv sẽ tải về." "No Python 3.13 on this machine; uv will fetch one."
    "$(setup/python.sh any)" -m venv --clear $VENV
    install_uv "$VENV/bin/python"
    "$VENV/bin/uv" python install 3.13 >&2 || fail "uv không tải được Python 3.13; hãy cài Python 3.13 rồi làm lại" \
        "uv could not fetch Python 3.13; install Python 3.13, then try again"
    "$VENV/bin/uv" python find --managed-python 3.13
}

make_venv() {
    local python
    python=$(find_python) || exit 1
    say "Dùng $("$python" --version): $python" "Using $("$python" --version): $python"
    "$python" -I -c 'import ensurepip' 2>/dev/null || setup/system.sh python3.13-venv
    "$python" -m venv --clear $VENV || fail "không tạo được $VENV" "could not make $VENV"
}

! fits || exit 0
say "Chuẩn bị môi trường trong $VENV (lần đầu cần nối mạng, khoảng một hai phút)." \
    "Preparing $VENV (the first time needs the network and takes a minute or two)."
usable || make_venv
[ -x $VENV/bin/uv ] || install_uv "$VENV/bin/python"
"$VENV/bin/uv" sync --quiet --frozen --compile-bytecode --python "$VENV/bin/python" \
    || fail "uv không cài được các thư viện trong uv.lock" "uv could not install the libraries of uv.lock"
echo "$WANTED" >$STAMP
