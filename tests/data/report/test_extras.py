"""Whether an extra is installed is known without importing it."""

from importlib import metadata

import pytest

from data.report.extras import installed


def test_an_extra_is_there_when_all_that_it_asks_for_is(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [
        "textual>=1",
        "pytest>=8 ; extra == 'whole'",
        'pytest ; extra == "half"',
        'no-such-thing-9 <2 ; extra == "half"',
        'no-such-thing-9 ; python_version < "4" and extra == "other"',
    ]
    monkeypatch.setattr(metadata, "requires", lambda name: asked)
    installed.cache_clear()
    assert [installed(extra) for extra in ("whole", "half", "other", "unknown")] == [True, False, False, True]
    installed.cache_clear()


def test_what_is_not_installed_itself_has_every_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> None:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", unknown)
    installed.cache_clear()
    assert installed("office")
    installed.cache_clear()
