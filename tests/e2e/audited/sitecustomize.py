"""Loaded by every Python process of the chat under test: writes down each address it turns to, be it for a moment."""

import os
import sys

_ASKED = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
}
_log = os.open(os.environ["ADDRESSES_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


def _written_down(event: str, args: tuple[object, ...]) -> None:
    if event not in _ASKED:
        return
    address = args[_ASKED[event]]
    host = address[0] if isinstance(address, tuple) else address
    os.write(_log, f"{event} {host!r}\n".encode())


sys.addaudithook(_written_down)
os.write(_log, f"watched {os.getpid()}\n".encode())
