"""What a facilitator likes, kept in one commented TOML file that may be edited by hand."""

from __future__ import annotations

import contextlib
import os
import tomllib
from pathlib import Path

import msgspec
from platformdirs import user_config_path

from data.model.languages import DEFAULT_LANGUAGE, LANGUAGES

THEMES = ("dark", "light", "projector")
MOST_RECENT = 8

_TEMPLATE = """\
# The language of the screens: "nl" or "en".
language = {language}
# The look: "dark", "light" or "projector".
theme = {theme}
# Whether a bell sounds when a round is over.
bell = {bell}
# Looking along: hide what is not for the room while the laptop may be mirrored.
looking_along = {looking_along}
# The network files that were open last, newest first.
recent = {recent}
"""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings, each with the value it has on a new machine."""

    language: str = DEFAULT_LANGUAGE
    theme: str = "dark"
    bell: bool = True
    looking_along: bool = True
    recent: tuple[str, ...] = ()

    def having(self, **changes: object) -> Settings:
        """These settings with some of them changed."""
        return msgspec.structs.replace(self, **changes)

    def opened(self, path: Path) -> Settings:
        """These settings with ``path`` as the file that was open last."""
        name = str(path.absolute())
        return self.having(recent=(name, *(other for other in self.recent if other != name))[:MOST_RECENT])


def settings_path() -> Path:
    """Where the settings are kept; KRING_SETTINGS names another place."""
    named = os.environ.get("KRING_SETTINGS")
    return Path(named) if named else user_config_path("kring", appauthor=False) / "settings.toml"


def load(path: Path | None = None) -> Settings:
    """The settings file; what is missing, unreadable or makes no sense has its usual value."""
    try:
        raw = tomllib.loads((path or settings_path()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    settings = Settings()
    for name, value in raw.items():
        with contextlib.suppress(msgspec.ValidationError):
            settings = msgspec.convert({**msgspec.structs.asdict(settings), name: value}, Settings)
    return settings.having(
        language=settings.language if settings.language in LANGUAGES else DEFAULT_LANGUAGE,
        theme=settings.theme if settings.theme in THEMES else THEMES[0],
    )


def save(settings: Settings, path: Path | None = None) -> bool:
    """Write the settings in place of the old ones, whole or not at all; says whether it could."""
    target = path or settings_path()
    values = {name: msgspec.json.encode(value).decode() for name, value in msgspec.structs.asdict(settings).items()}
    spare = target.with_name(target.name + ".new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        spare.write_text(_TEMPLATE.format(**values), encoding="utf-8")
        spare.chmod(0o600)
        spare.replace(target)
    except OSError:
        return False
    return True
