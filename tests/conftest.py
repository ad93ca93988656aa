"""What every test may rely on: settings of its own, and Dutch sentences that are compiled."""

import os
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from data.i18n import set_language
from data.model.languages import DEFAULT_LANGUAGE
from tests.pilot import pressed, settled
from tests.sparing import drawn_for_nobody, keep_what_was_imported, read_once

# Every run tries the same examples, so that nothing is red by chance; `make fuzz` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("fuzz", max_examples=1000, deadline=None, print_blob=True)
# A broken line is noticed or not; how small an example shows it does not matter (see docs/mutants.md).
settings.register_profile("mutants", derandomize=True, deadline=None, phases=(Phase.explicit, Phase.generate))
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def settings_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test uses the settings of whoever runs it, leaves reports there, opens windows, or asks who is near."""
    folder = tmp_path_factory.mktemp("settings")
    path = folder / "settings.toml"
    monkeypatch.setenv("KRING_SETTINGS", str(path))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    monkeypatch.setenv("KRING_NEARBY", "off")
    for desktop in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(desktop, raising=False)
    set_language(DEFAULT_LANGUAGE)
    return path


@pytest.fixture(autouse=True)
def keys_wait_for_what_they_set_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pilot goes on as soon as the application has nothing more to do."""
    monkeypatch.setattr("textual.app.wait_for_idle", settled)
    monkeypatch.setattr("textual.pilot.wait_for_idle", settled)
    monkeypatch.setattr("textual.pilot.Pilot.press", pressed)


@pytest.fixture(autouse=True)
def keys_are_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pilot presses faster than a person, who reads what a key did: what is typed at once is so in tests of that."""
    monkeypatch.setattr("screens.shell.halves.AT_ONCE", 0)


@pytest.fixture(autouse=True)
def nothing_is_done_that_no_test_looks_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets are read once a run, and nothing is put together for a terminal that is not there."""
    monkeypatch.setattr("textual.css.stylesheet.Stylesheet._parse_rules", read_once)
    monkeypatch.setattr("textual._compositor.Compositor.render_update", drawn_for_nobody)


def pytest_collection_finish() -> None:
    """What is there before the first test stays."""
    keep_what_was_imported()


@pytest.hookimpl(optionalhook=True)  # a run may be without xdist: of mutants
def pytest_xdist_auto_num_workers() -> int:
    """Two workers a core: journeys wait for the screen more than they compute."""
    return 2 * (os.cpu_count() or 1)
