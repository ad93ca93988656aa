"""What a facilitator likes, kept in one commented TOML file that may be edited by hand."""

from __future__ import annotations

import contextlib
import os
import tomllib
from collections.abc import Iterable
from pathlib import Path

import msgspec
from platformdirs import user_config_path

from data.model.languages import DEFAULT_LANGUAGE, LANGUAGES
from data.passing import is_passing

THEMES = ("dark", "light", "projector")
MOST_RECENT = 8

_ABOUT = {
    "language": "The language of the screens: {languages}.",
    "theme": 'The look: "dark", "light" or "projector".',
    "bell": "Whether a bell sounds when a round is over.",
    "looking_along": "The room is watching: hide what is not for it while the laptop may be mirrored.",
    "word_template": (
        "A Word file to lay documents out in, in place of the one that Kring brings: `kring template FILE.docx` writes "
        "that to begin with."
    ),
    "time_zone": 'The time zone of the sessions in a calendar, as "Europe/Brussels"; "" for that of this machine.',
    "laptop": "What this laptop is called where several work on one network.",
    "recent": "The network files that were open last, newest first.",
}
"""What stands above each setting in the file, in its order."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings, each with the value it has on a new machine."""

    language: str = DEFAULT_LANGUAGE
    theme: str = "dark"
    bell: bool = True
    looking_along: bool = True
    word_template: str = ""
    time_zone: str = ""
    laptop: str = ""
    recent: tuple[str, ...] = ()

    def having(self, **changes: object) -> Settings:
        """These settings with some of them changed."""
        return msgspec.structs.replace(self, **changes)

    def opened(self, path: Path) -> Settings:
        """These settings with ``path`` as the file that was open last.

        A demo that nobody asked to keep comes behind all others, and is there once: it takes the place of no network.
        """
        name = str(path.absolute())
        files = [name, *(other for other in self.recent if other != name)]
        demos = [file for file in files if is_passing(file)][:1]
        kept = [file for file in files if not is_passing(file)][: MOST_RECENT - len(demos)]
        return self.having(recent=(*kept, *demos))


def settings_path() -> Path:
    """Where the settings are kept; KRING_SETTINGS names another place."""
    named = os.environ.get("KRING_SETTINGS")
    return Path(named) if named else user_config_path("kring", appauthor=False) / "settings.toml"


def load(path: Path | None = None) -> Settings:
    """The settings file; what is missing, unreadable or makes no sense has its usual value."""
    return _kept(path or settings_path()) or Settings()


def _kept(path: Path) -> Settings | None:
    """The settings in a file; None where there is none, or it is no settings."""
    try:
        return _read(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError):
        return None


def _read(text: str) -> Settings:
    """The settings in a text.

    Raises:
        ValueError: it is no TOML.
    """
    settings = Settings()
    for name, value in tomllib.loads(text).items():
        with contextlib.suppress(msgspec.ValidationError):
            settings = msgspec.convert({**msgspec.structs.asdict(settings), name: value}, Settings)
    return settings.having(
        language=settings.language if settings.language in LANGUAGES else DEFAULT_LANGUAGE,
        theme=settings.theme if settings.theme in THEMES else THEMES[0],
    )


def change(last: Settings, **changes: object) -> bool:
    """Change these settings in the file alone; says whether it could.

    What else is in it stays: a window may have another language for a while, and another window changed the theme.
    Where the file is gone or can no longer be read, ``last`` is what was in it as far as is known.
    """
    return save((_kept(settings_path()) or last).having(**changes))


def save(settings: Settings, path: Path | None = None) -> bool:
    """Write the settings in place of the old ones, whole or not at all; says whether it could.

    Comments, unknown settings and the order of a file that was edited by hand stay as they are. A file that is no TOML
    is kept beside the new one, its name followed by ``.unreadable``.
    """
    # A link, as people have who keep such files elsewhere, stays a link.
    target = Path(os.path.realpath(path or settings_path()))
    spare = target.with_name(target.name + ".new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        before = target.read_bytes() if target.exists() else b""
        spare.write_bytes(_written(before, settings, target).encode())
        spare.chmod(0o600)
        spare.replace(target)
    except OSError:
        return False
    return True


def _written(before: bytes, settings: Settings, target: Path) -> str:
    try:
        text = before.decode("utf-8-sig")
        # Nobody touched it (or there is none): no need to load what can amend it.
        return _fresh(settings) if not text.strip() or text == _fresh(_read(text)) else _amended(text, settings)
    except ValueError:
        target.with_name(target.name + ".unreadable").write_bytes(before)
        return _fresh(settings)


def _fresh(settings: Settings, names: Iterable[str] = tuple(_ABOUT)) -> str:
    """Some of the settings as a file that says what each is for."""
    values = msgspec.structs.asdict(settings)
    languages = " or ".join(f'"{code}"' for code in LANGUAGES)
    # What JSON writes is TOML too, but for this one character.
    said = {name: msgspec.json.encode(values[name]).decode().replace("\x7f", "\\u007f") for name in names}
    return "".join(f"# {_ABOUT[name].format(languages=languages)}\n{name} = {value}\n" for name, value in said.items())


def _amended(text: str, settings: Settings) -> str:
    """A file with these values in it, and for the rest as it was; what was not in it comes first."""
    import tomlkit

    document = tomlkit.parse(text)
    for name, value in msgspec.structs.asdict(settings).items():
        kept = list(value) if isinstance(value, tuple) else value
        if name in document and document[name] != kept:
            document[name] = kept
    return _fresh(settings, [name for name in _ABOUT if name not in document]) + tomlkit.dumps(document)
