"""One running window behind a websocket: it begins with it, and ends with it."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web

PATIENCE = 8.0
"""Seconds that a window has for saving before it is told to end, and as many before it is made to."""

LARGEST = 16 * 1024 * 1024
"""No packet of a window has more bytes."""

COLUMNS, ROWS = (20, 500), (8, 200)
"""The fewest and the most that a browser may ask for."""

READY = b"__GANGLION__\n"
"""The line that a window of Textual begins with."""


def size_of(query: Mapping[str, Any]) -> tuple[int, int]:
    """The columns and rows that were asked for, within what can be drawn."""
    return _within(query.get("width"), COLUMNS, 80), _within(query.get("height"), ROWS, 24)


def _within(asked: object, bounds: tuple[int, int], usual: int) -> int:
    try:
        return min(max(int(str(asked)), bounds[0]), bounds[1])
    except ValueError:
        return usual


def packet(kind: bytes, payload: bytes) -> bytes:
    """What a window reads: its kind (D for keys, M for the rest), how long it is, and the payload."""
    return kind + len(payload).to_bytes(4, "big") + payload


def said(message: str) -> bytes | None:
    """What a message of the browser is to a window; None for what is none."""
    try:
        kind, *rest = json.loads(message)
    except (ValueError, TypeError):
        return None
    value = rest[0] if rest else None
    if kind == "stdin" and isinstance(value, str):
        return packet(b"D", value.encode("utf-8", "replace"))
    if kind == "resize" and isinstance(value, dict):
        columns, rows = size_of(value)
        return packet(b"M", json.dumps({"type": "resize", "width": columns, "height": rows}).encode())
    return packet(b"M", json.dumps({"type": kind}).encode()) if kind in ("focus", "blur") else None


async def show(socket: web.WebSocketResponse, words: Sequence[str], size: tuple[int, int]) -> None:
    """Run ``kring`` with these words, seen and steered by this socket, until either of them ends."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", "tui", *words,
        stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_environment(size), start_new_session=True,
    )  # fmt: skip
    assert process.stdin is not None and process.stdout is not None
    ways = [
        asyncio.ensure_future(_keys(socket, process.stdin)),
        asyncio.ensure_future(_pictures(process.stdout, socket)),
    ]
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.shield(_end(process, ways))


def _environment(size: tuple[int, int]) -> dict[str, str]:
    columns, rows = size
    return {
        **os.environ,
        "TEXTUAL_DRIVER": "tui.serving.driver:BrowserDriver",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TEXTUAL_FPS": "60",
        "COLUMNS": str(columns),
        "ROWS": str(rows),
    }


async def _keys(socket: web.WebSocketResponse, to: StreamWriter) -> None:
    async for message in socket:
        if message.type is not WSMsgType.TEXT:
            continue
        if (known := said(message.data)) is not None:
            to.write(known)
            await to.drain()


async def _pictures(source: StreamReader, socket: web.WebSocketResponse) -> None:
    with suppress(asyncio.IncompleteReadError, ConnectionError, ValueError):
        while await source.readline() not in (READY, b""):
            pass
        while True:
            kind = await source.readexactly(1)
            length = int.from_bytes(await source.readexactly(4), "big")
            if length > LARGEST:
                return
            payload = await source.readexactly(length)
            if kind == b"D":
                await socket.send_bytes(payload)


async def _end(process: Process, ways: Sequence[asyncio.Future[None]]) -> None:
    """Let a window save and end; one that does not is ended, so that none is left behind."""
    await asyncio.gather(*ways, return_exceptions=True)
    if process.stdin is not None:
        process.stdin.close()  # it ends when nobody is there
    for end in (process.terminate, process.kill, lambda: None):
        drained = asyncio.ensure_future(_drained(process))
        try:
            await asyncio.wait_for(process.wait(), PATIENCE)
        except TimeoutError:
            with suppress(ProcessLookupError):
                end()
        else:
            return
        finally:
            drained.cancel()


async def _drained(process: Process) -> None:
    """Read what it still draws: a window that cannot write does not end."""
    if process.stdout is not None:
        with suppress(Exception):
            while await process.stdout.read(65536):
                pass
