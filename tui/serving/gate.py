"""The gate in front of a window in a browser: it opens to whoever knows the token of this serving, and to nothing else.

Bare textual-serve lets in whoever reaches its port, takes a websocket from any site, lists its folder, loads a font
from elsewhere and leaves windows behind; so only its page of a terminal (script, style and fonts) is used.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from string import Template
from urllib.parse import urlsplit

from aiohttp import web

from data.i18n import _, language
from tui.serving.window import show, size_of

MOST = 12
"""So many windows at once; each is a process."""

MESSAGE = 256 * 1024
"""No message of a browser has more bytes: what is pasted at once."""

STATICS = {
    "textual.js": ("textual_serve", "static/js/textual.js", "text/javascript"),
    "xterm.css": ("textual_serve", "static/css/xterm.css", "text/css"),
    "mono.ttf": ("textual_serve", "static/fonts/RobotoMono-VariableFont_wght.ttf", "font/ttf"),
    "kring.js": ("tui.serving", "page/kring.js", "text/javascript"),
    "kring.css": ("tui.serving", "page/kring.css", "text/css"),
}
"""All that is served beside the page: name -> package, path in it, and what it is."""

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
"""Nothing comes from elsewhere, and nothing goes there; the terminal of the page writes styles of its own."""

HEADERS = {
    "Content-Security-Policy": "; ".join(f"{what} {whence}" for what, whence in POLICY.items()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
    "Server": "kring",
}
"""What goes with every answer: it stands in no frame, is kept nowhere, and its address is told to nobody."""


class Gate:
    """Serves windows of ``kring`` with these words under a token that is made now."""

    def __init__(self, words: Sequence[str], title: str) -> None:
        self.token = secrets.token_urlsafe(24)
        self._words = words
        self._title = title
        self._shown: set[asyncio.Task[None]] = set()

    def application(self) -> web.Application:
        """What aiohttp runs."""
        made = web.Application()
        made.router.add_get("/{token}/", self._page)
        made.router.add_get("/{token}/ws", self._window)
        made.router.add_get("/{token}/{name}", self._static)
        made.on_response_prepare.append(_with_headers)
        made.on_shutdown.append(self._end)
        return made

    def _opens(self, request: web.Request) -> None:
        """Say no to whoever does not know the token, in the words of a page that is not there."""
        given = request.match_info["token"].encode("utf-8", "replace")
        if not secrets.compare_digest(given, self.token.encode()):
            raise web.HTTPNotFound

    async def _page(self, request: web.Request) -> web.Response:
        self._opens(request)
        page = Template((files("tui.serving") / "page/page.html").read_text(encoding="utf-8"))
        words = {
            "language": language(),
            "title": self._title,
            "wait": _("One moment…"),
            "over": _("This window is closed."),
            "again": _("Open it again"),
        }
        text = page.substitute({name: escape(word) for name, word in words.items()})
        return web.Response(text=text, content_type="text/html")

    async def _static(self, request: web.Request) -> web.Response:
        self._opens(request)
        if (found := STATICS.get(request.match_info["name"])) is None:
            raise web.HTTPNotFound
        package, path, kind = found
        return web.Response(body=(files(package) / path).read_bytes(), content_type=kind)

    async def _window(self, request: web.Request) -> web.WebSocketResponse:
        self._opens(request)
        if not is_own(request.headers.get("Origin"), request.host):
            raise web.HTTPForbidden
        if len(self._shown) >= MOST:
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(heartbeat=15, max_msg_size=MESSAGE)
        await socket.prepare(request)
        shown = asyncio.ensure_future(show(socket, self._words, size_of(request.query)))
        self._shown.add(shown)
        try:
            await asyncio.shield(shown)
        finally:
            shown.cancel()
            await asyncio.gather(shown, return_exceptions=True)
            self._shown.discard(shown)
            await socket.close()
        return socket

    async def _end(self, _application: web.Application) -> None:
        """Let every window save and end."""
        for shown in self._shown:
            shown.cancel()
        await asyncio.gather(*self._shown, return_exceptions=True)


def is_own(origin: str | None, host: str) -> bool:
    """Whether a websocket is asked for by our own page, or by what is no browser: a browser always says whose it is."""
    return origin is None or urlsplit(origin).netloc == host


async def _with_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
