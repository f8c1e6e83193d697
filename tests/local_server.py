"""A real HTTP server on loopback that answers as a test says, so that clients are tested with nothing replaced."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One request as it arrived; header names in lower case."""

    path: str
    body: dict[str, Any]
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Reply:
    """What to send back, piece by piece; `cut` closes the connection in the middle."""

    pieces: Iterable[bytes]
    status: int = 200
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    wait: float = 0.0


Answer = Callable[[Asked], Reply]


def as_json(value: object, status: int = 200, **headers: str) -> Reply:
    return Reply(
        [json.dumps(value).encode()], status=status, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


def as_models(*names: str, max_tokens: int | None = None) -> Reply:
    return as_json(
        {"object": "list", "data": [{"id": n, "object": "model", "max_model_len": max_tokens} for n in names]}
    )


def as_stream(*texts: str, finish: str | None = "stop", done: bool = True, cut: bool = False) -> Reply:
    """A streamed chat answer: a piece for each text, then why it ended."""
    choices = [{"index": 0, "delta": {"content": text}, "finish_reason": None} for text in texts]
    if finish:
        choices.append({"index": 0, "delta": {}, "finish_reason": finish})
    pieces = [b"data: " + json.dumps({"id": "1", "choices": [choice]}).encode() + b"\n\n" for choice in choices]
    return Reply([*pieces, b"data: [DONE]\n\n"] if done else pieces, kind="text/event-stream", cut=cut)


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # of the connections that wait for this process to be given a core


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """The address of a server that answers with `answer` until the block ends."""
    server = _Server(("127.0.0.1", 0), _handler(answer))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _whole(reply: Reply) -> Reply:
    """A streamed chat answer as it comes where no stream was asked for: in one piece, at its end."""
    if reply.kind != "text/event-stream":
        return reply

    def written() -> Iterator[bytes]:
        text, finish = "", None
        for piece in reply.pieces:
            yield b" " if piece.startswith(b":") else b""  # JSON may begin with blanks; nothing else tells a hang-up
            if piece.startswith(b"data: {"):
                choice = json.loads(piece.removeprefix(b"data: "))["choices"][0]
                text, finish = text + choice["delta"].get("content", ""), choice["finish_reason"] or finish
        message = {"role": "assistant", "content": text}
        whole = {"id": "1", "choices": [{"index": 0, "message": message, "finish_reason": finish}]}
        yield json.dumps(whole).encode()[: -20 if reply.cut else None]

    return Reply(written(), reply.status, headers=reply.headers, cut=reply.cut, wait=reply.wait)


def _handler(answer: Answer) -> type[BaseHTTPRequestHandler]:  # noqa: C901  (a class in a function counts as one)
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            sent = self.rfile.read(length)
            if len(sent) < length:
                return  # the client was killed while it asked
            body = json.loads(sent or b"{}")
            reply = answer(Asked(self.path, body, {name.lower(): value for name, value in self.headers.items()}))
            if not body.get("stream"):
                reply = _whole(reply)
            time.sleep(reply.wait)
            with suppress(BrokenPipeError, ConnectionResetError):  # the client did not wait
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in {**reply.headers, "Content-Type": reply.kind, "Transfer-Encoding": "chunked"}.items():
                self.send_header(name, value)
            self.send_header("Connection", "close")
            self.end_headers()
            pieces = iter(reply.pieces)
            with closing(pieces) if isinstance(pieces, Generator) else nullcontext():  # told that the client hung up
                self._send_pieces(pieces)
            if not reply.cut:
                self.wfile.write(b"0\r\n\r\n")

        def _send_pieces(self, pieces: Iterator[bytes]) -> None:
            for piece in filter(None, pieces):  # an empty one would end the answer
                self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
                self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing on standard error."""

    return Handler
