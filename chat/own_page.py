"""Keeps the page to itself: Chainlit's page links fonts and styles of other hosts, and no setting removes them."""

from __future__ import annotations

import re
from typing import Final, cast

from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

_FOREIGN_LINK: Final = re.compile(rb'<link[^>]*href="https://[^>]*>')
# 'unsafe-eval': Chainlit compiles custom elements in the page.
_POLICY: Final = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; "
    "frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)


class OwnPage(BaseHTTPMiddleware):
    """Drops links to other hosts from every page and forbids the browser to follow any that is left."""

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        """The response, with its page cleaned where it is one."""
        response = await call_next(request)
        if not response.headers.get("content-type", "").startswith("text/html"):
            return response
        streamed = cast(StreamingResponse, response)  # what call_next gives is always streamed
        chunks = [chunk async for chunk in streamed.body_iterator]
        page = b"".join(chunk.encode() if isinstance(chunk, str) else bytes(chunk) for chunk in chunks)
        headers = {name: value for name, value in response.headers.items() if name != "content-length"}
        headers["content-security-policy"] = _POLICY
        return Response(_FOREIGN_LINK.sub(b"", page), status_code=response.status_code, headers=headers)
