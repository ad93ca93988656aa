"""Serving windows until it is told to end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable

from aiohttp import web

from tui.serving.gate import Gate
from tui.serving.listening import Place, found_at

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))

PATIENCE = 30.0
"""Seconds that the windows have for saving and ending, once the gate closes."""


async def serve(gate: Gate, place: Place, ready: Callable[[str], None]) -> None:
    """Serve until a signal to end; ``ready`` is given the address once it answers.

    Raises:
        OSError: nothing can listen there.
    """
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # a browser that is gone is no mistake to tell
    runner = web.AppRunner(gate.application(), access_log=None, shutdown_timeout=PATIENCE)
    await runner.setup()
    try:
        site = web.TCPSite(runner, place.host, place.port)
        await site.start()
        ended = asyncio.Event()
        for each in ENDING:
            with contextlib.suppress(NotImplementedError):  # Windows has Ctrl+C alone, which ends the loop
                asyncio.get_running_loop().add_signal_handler(each, ended.set)
        port = runner.addresses[0][1]
        ready(f"http://{found_at(place.host)}:{port}/{gate.token}/")
        await ended.wait()
    finally:
        await runner.cleanup()
