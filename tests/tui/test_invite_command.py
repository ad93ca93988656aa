"""`kring invite`: the invitation as Markdown, and what it lacks."""

from pathlib import Path

import pytest

from tests.tui.commands_run import kring


@pytest.fixture
def network(tmp_path: Path) -> Path:
    path = tmp_path / "n.kring.json"
    assert kring("new", path, "--name", "Leren [van] elkaar", "--lang", "nl").returncode == 0
    return path


def test_it_is_printed_in_the_language_of_the_network_or_in_another(network: Path) -> None:
    before = network.read_bytes()
    done = kring("invite", network)
    text = done.stdout.decode()
    assert done.returncode == 0 and text.startswith(
        "# Uitnodiging: Leren \\[van\\] elkaar\n\n## Wat een lerend netwerk is\n"
    )
    assert kring("invite", network, "--lang", "en").stdout.decode().startswith("# Invitation: ")
    assert network.read_bytes() == before


def test_what_lacks_is_printed_a_line_each(network: Path) -> None:
    done = kring("invite", network, "--check")
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1 and len(lines) == len(set(lines)) == 14 and all(lines)


def test_a_file_that_is_no_network_is_one_line_of_error(tmp_path: Path) -> None:
    done = kring("invite", tmp_path / "none.kring.json")
    assert (done.returncode, done.stdout) == (1, b"") and done.stderr.decode().startswith("kring: ")
