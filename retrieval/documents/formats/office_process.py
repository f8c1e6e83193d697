"""One conversion by LibreOffice in a process of its own: `python -I -S office_process.py SOFFICE SECONDS`.

Reads a length (8 bytes, big-endian) and a DOC from standard input, writes a DOCX to standard output, nothing where
there is none. Standard input stays open: when it ends, whoever asked is gone, and LibreOffice ends with it, however
that happened. This file imports nothing of the program, since it has to start quickly and outlive a killed worker.
"""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h
TIMED_OUT = 3  # exit code
_MOST_BYTES = 100 * 1024 * 1024  # of any file that is written
_MOST_MEMORY = 4 * 1024 * 1024 * 1024  # of addresses; LibreOffice maps 1 to 2 GB of them and uses a tenth

# No macros, no links brought up to date, no pictures from elsewhere; and whatever still wants the network is sent to
# the port that by convention answers nobody (discard, RFC 863).
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">{scripting}</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">{links}</item>
<item oor:path="/org.openoffice.Inet/Settings">{proxy}</item>
</oor:items>
"""
_SCRIPTING: dict[str, object] = {
    "MacroSecurityLevel": 3,
    "DisableMacrosExecution": "true",
    "BlockUntrustedRefererLinks": "true",
}
_SCRIPTING |= {"DisableActiveContent": "true", "DisableOLEAutomation": "true"}
_PROXY: dict[str, object] = {"ooInetProxyType": 2, "ooInetHTTPProxyName": "127.0.0.1", "ooInetHTTPProxyPort": 9}
_PROXY |= {"ooInetHTTPSProxyName": "127.0.0.1", "ooInetHTTPSProxyPort": 9, "ooInetNoProxy": ""}


def main() -> int:
    """Convert what comes in; the exit code is 0, or TIMED_OUT."""
    soffice, seconds = sys.argv[1], float(sys.argv[2])
    length = int.from_bytes(sys.stdin.buffer.read(8), "big")
    content = sys.stdin.buffer.read(length)
    folder = Path(tempfile.mkdtemp(prefix="bole-office-"))
    try:
        return _convert(folder, content, soffice, seconds)
    finally:
        _remove(folder)


def _convert(folder: Path, content: bytes, soffice: str, seconds: float) -> int:
    (folder / "resume.doc").write_bytes(content)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    ended = _run(_command(soffice, folder, profile), folder, seconds)
    made = folder / "resume.docx"
    if made.is_file():
        sys.stdout.buffer.write(made.read_bytes())
        sys.stdout.buffer.flush()
        return 0
    return 0 if ended else TIMED_OUT


def _command(soffice: str, folder: Path, profile: Path) -> list[str]:
    quiet = ["--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(folder / "resume.doc")]
    return [soffice, f"-env:UserInstallation={profile.as_uri()}", *quiet, *target]


def _run(command: list[str], folder: Path, seconds: float) -> bool:
    """Whether a command ended in time; it and all that it started are gone afterwards in any case."""
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "TMPDIR": str(folder), "LC_ALL": "C.UTF-8"}
    # The command is the office program that was found on the PATH, and names that this module chose.
    process = subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment,
        start_new_session=True,
    )
    threading.Thread(target=_end_with_asker, args=(process.pid,), daemon=True).start()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _kill_all(process.pid)
        process.wait()
        _reap_all()
    return True


def _adopt() -> None:
    """Let what LibreOffice leaves behind become this process's children: in a container nobody else buries them."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _reap_all() -> None:
    """Bury the children that are left; all of them have been killed."""
    try:
        while True:
            os.waitpid(-1, 0)
    except ChildProcessError:
        return


def _end_with_asker(group: int) -> None:
    os.read(0, 1)
    _kill_all(group)


def _kill_all(group: int) -> None:
    """End every process of a session; there may be none left."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return


def _remove(folder: Path) -> None:
    """Remove a folder in which a process that is just ending may still write."""
    for _ in range(20):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.05)


def _settings() -> str:
    groups: dict[str, dict[str, object]] = {"scripting": _SCRIPTING, "links": {"Link": 0}, "proxy": _PROXY}
    return _SETTINGS.format(**{name: "".join(map(_setting, values.items())) for name, values in groups.items()})


def _setting(pair: tuple[str, object]) -> str:
    return f'<prop oor:name="{pair[0]}" oor:op="fuse"><value>{pair[1]}</value></prop>'


def _limit() -> None:
    """LibreOffice needs more addresses than the worker may have, and less than all there are; and its time is counted
    here, while the worker's own is set for the worker."""
    for kind, most in ((resource.RLIMIT_AS, _MOST_MEMORY), (resource.RLIMIT_FSIZE, _MOST_BYTES)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))


if __name__ == "__main__":
    _limit()
    _adopt()
    sys.exit(main())
