#!/usr/bin/env bash
# Prints the Python 3.13 to use: those that can make a virtual environment first, then the newest.
# With the word "any", prints any Python 3 that can make one. Prints nothing and fails where there is none.
# A pyenv shim may be on PATH and still not run, so each candidate is tried.
set -euo pipefail

candidates() {
    type -ap python3.13 python3 || true
    compgen -G "${PYENV_ROOT:-$HOME/.pyenv}/versions/3*/bin/python3" || true
}

# A whole Python has these modules; one built without the headers of OpenSSL or SQLite lacks them.
PROBE='
import ctypes, importlib.util, sqlite3, ssl, sys, sysconfig, zlib
makes_venv = importlib.util.find_spec("ensurepip") is not None
usable = makes_venv if sys.argv[1] == "any" else sys.version_info[:2] == (3, 13)
if not usable or sys.version_info.releaselevel != "final" or sysconfig.get_config_var("Py_GIL_DISABLED"):
    sys.exit(1)
print(int(makes_venv), "%d.%d.%d" % sys.version_info[:3], getattr(sys, "_base_executable", sys.executable))
'

candidates | sort -u | while read -r python; do
    "$python" -I -c "$PROBE" "${1:-3.13}" 2>/dev/null || true
done | sort -k1,1nr -k2,2Vr | head -n 1 | cut -d ' ' -f 3- | grep .
