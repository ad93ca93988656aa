"""Draw every screen of the demo for the README: ``python -m scripts.shots``."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.demo import demo_records
from data.model import ActivityKind
from data.network import Network
from data.settings import Settings
from tui.app import Kring

FOLDER = Path(__file__).parent.parent / "docs" / "shots"


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the activity (or place) it shows, so many sessions ``back``, and the keys that lead on."""

    name: str
    where: ActivityKind | str
    keys: tuple[str, ...] = ()
    theme: str = "dark"
    size: tuple[int, int] = (120, 36)
    language: str = "nl"
    back: int = 0


SHOTS = (
    Shot("home", "home"),
    Shot("new", "new"),
    Shot("programme", "programme"),
    Shot("network", "network", ("3",)),
    Shot("pending", "pending"),
    Shot("library", "programme", ("a", "down", "down")),
    Shot("check-in", ActivityKind.CHECK_IN),
    Shot("round-table", ActivityKind.ROUND_TABLE),
    Shot("speed-dates", ActivityKind.SPEED_DATES, ("enter", "space")),
    Shot("speed-dates-room", ActivityKind.SPEED_DATES, ("enter", "space", "f9"), "light"),
    Shot("brainstorm", ActivityKind.BRAINSTORM),
    Shot("brainstorm-session-1", ActivityKind.BRAINSTORM, (), "light", back=2),
    Shot("peer-consultation", ActivityKind.PEER_CONSULTATION, (), "light", back=1),
    Shot("decision", ActivityKind.DECISION),
    Shot("agreements", ActivityKind.AGREEMENTS, back=2),
    Shot("break", ActivityKind.BREAK),
    Shot("evaluation", ActivityKind.EVALUATION),
    Shot("close", ActivityKind.CLOSE, (), "light"),
    Shot("export", "export", (*["down"] * 8, "space", "down", "space")),
    Shot("help", ActivityKind.BRAINSTORM, ("f1",)),
    Shot("english", "programme", (), "projector", (80, 24), "en"),
)


async def take(shot: Shot, folder: Path) -> Path:
    """Run the application on a fresh demo, press the keys, and keep what is shown."""
    network, now = folder / f"{shot.name}.kring.json", datetime.now().astimezone()
    Network.create(network, demo_records(shot.language, now.date(), now.time())).close()
    app = Kring(Settings(language=shot.language, theme=shot.theme, recent=(str(network),)), network)
    async with app.run_test(size=shot.size) as pilot:
        await pilot.pause()
        app.keep_settings(recent=(network.name,))
        await pilot.press(*["left"] * shot.back)
        place = shot.where
        if isinstance(place, ActivityKind):
            place = next(item.id for item in app.programme if item.kind is place)
        app.go(place)
        await pilot.pause()
        for key in shot.keys:
            await pilot.press(key)
        await app.workers.wait_for_complete()  # the text of an export is made beside the screen
        await pilot.pause()
        drawing = app.export_screenshot(title="Kring")
    path = FOLDER / f"{shot.name}.svg"
    # The picture is the same without a font from elsewhere.
    path.write_text(re.sub(r"@font-face \{.*?\}\s*", "", drawing, flags=re.DOTALL), encoding="utf-8")
    return path


def main() -> None:
    """Draw them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        # Home shows where a network is: not where it is on this machine.
        os.chdir(folder)
        os.environ["KRING_SETTINGS"] = str(Path(folder) / "settings.toml")
        for shot in SHOTS:
            print(asyncio.run(take(shot, Path(folder))).name)


if __name__ == "__main__":
    main()
