"""`kring people` and `kring new`: lists become participants without a screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.model import Activity, Participant, Profile, Session
from data.store import image as images
from tests.cases import cases
from tests.tui.commands_run import HERE, KRING, kring

LIST = "Deelnemers;;\n\nVoornaam;Naam;Bedrijf;Maat\nJan;Maas;Haven;XL\n;;Zorgpunt;\nAn;Coppens;;\njan;maas;HAVEN;\n"


def members(path: Path) -> list[Participant]:
    return images.load(path.read_bytes()).state.all(Participant)


@pytest.fixture
def network(tmp_path: Path) -> Path:
    path = tmp_path / "n.kring.json"
    done = kring("new", path, "--name", "Leren", "--lang", "nl")
    assert done.returncode == 0, done.stderr
    return path


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


def test_a_list_is_imported_and_what_was_understood_is_told(network: Path, tmp_path: Path) -> None:
    people = written(tmp_path, "lijst.csv", LIST, "cp1252")
    before = network.read_bytes()
    dry = json.loads(kring("people", network, "import", people, "--dry-run", "--json").stdout)
    assert network.read_bytes() == before
    done = kring("people", network, "import", people, "--json")
    assert done.returncode == 0 and json.loads(done.stdout) == dry
    assert dry["added"] == [
        {"row": 4, "name": "Jan Maas", "organisation": "Haven"},
        {"row": 6, "name": "An Coppens", "organisation": ""},
    ]
    assert dry["doubles"] == [{"row": 7, "name": "jan maas", "organisation": "HAVEN"}]
    assert [problem["row"] for problem in dry["problems"]] == [1, 5] and all(p["why"] for p in dry["problems"])
    assert dry["columns"] == {"Voornaam": "first_name", "Naam": "last_name", "Bedrijf": "organisation", "Maat": None}
    assert [(who.name, who.organisation) for who in members(network)] == [("Jan Maas", "Haven"), ("An Coppens", "")]


def test_an_import_is_told_in_words_and_a_second_one_adds_nobody(network: Path, tmp_path: Path) -> None:
    people = written(tmp_path, "lijst.csv", LIST)
    done = kring("people", network, "import", people)
    assert "Jan Maas (Haven)" in done.stdout.decode() and "Maat" in done.stdout.decode()
    assert "5" in done.stderr.decode()
    again = json.loads(kring("people", network, "import", people, "--json").stdout)
    assert again["added"] == [] and [double["row"] for double in again["doubles"]] == [4, 6, 7]
    assert len(members(network)) == 2


def test_a_list_comes_from_standard_input_too(network: Path) -> None:
    given = "Jan Maas <jan@haven.example>; An Coppens <an@haven.example>".encode("utf-16")
    assert kring("people", network, "import", "-", given=given).returncode == 0
    assert [who.email for who in members(network)] == ["jan@haven.example", "an@haven.example"]


def test_what_cannot_be_imported_is_one_line_of_error(network: Path, tmp_path: Path) -> None:
    broken = tmp_path / "lijst.xlsx"
    broken.write_bytes(b"PK\x03\x04 niets")
    for words in ((network, "import", tmp_path / "none.csv"), (network, "import", broken), (broken, "import", broken)):
        done = kring("people", *words)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.decode().startswith("kring: ") and done.stderr.count(b"\n") == 1
    assert kring("people", network).returncode == 2


@pytest.mark.parametrize("template", ["kick_off", "working", "closing", "exchange", "expert"])
def test_a_network_is_begun_with_its_people_and_a_programme(tmp_path: Path, template: str) -> None:
    path, people = tmp_path / "n.kring.json", written(tmp_path, "lijst.csv", LIST)
    done = kring("new", path, "--name", "Samen leren", "--people", people, "--template", template, "--lang", "en")
    assert done.returncode == 0 and done.stdout.decode().strip() == str(path)
    state = images.load(path.read_bytes()).state
    (profile,) = state.all(Profile)
    assert (profile.name, profile.language) == ("Samen leren", "en")
    assert [who.name for who in state.all(Participant)] == ["Jan Maas", "An Coppens"]
    assert [session.number for session in state.all(Session)] == [1] and len(state.all(Activity)) > 5
    again = kring("new", path, "--name", "Nog een")
    assert again.returncode == 1 and again.stderr.count(b"\n") == 1 and again.stdout == b""
    assert kring("new", tmp_path / "m.json").returncode == 2
    assert kring("new", tmp_path / "m.json", "--name", "M", "--people", tmp_path / "none").returncode == 1
    assert not (tmp_path / "m.json").exists(), "a list that cannot be read begins nothing"


def test_a_list_is_not_opened_as_a_network(tmp_path: Path) -> None:
    people = written(tmp_path, "lijst.csv", LIST)
    for command in ("check", "export", "capture"):
        done = kring(command, people)
        assert done.returncode == 1
        assert "--people lijst.csv" in (done.stdout + done.stderr).decode(), command
    assert sorted(each.name for each in tmp_path.iterdir()) == ["lijst.csv"], "nothing is set aside beside it"


NAMES = "Łucja Wójcik\nNguyễn An\nJosé Peña\nZoë Maas\nSøren “Kip” Kjær\n"


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("cp1252", ["Lucja Wójcik", "Nguyên An", "José Peña", "Zoë Maas", "Søren “Kip” Kjær"]),
        ("ascii", ["Lucja Wojcik", "Nguyen An", "Jose Pena", "Zoe Maas", "Soren ?Kip? Kjaer"]),
        ("utf-8", NAMES.split("\n")[:-1]),
    ],
)
def test_what_goes_out_to_a_narrow_code_page_is_complete(tmp_path: Path, encoding: str, shown: list[str]) -> None:
    people = written(tmp_path, "namen.csv", NAMES)
    done = subprocess.run(
        [*KRING, "rounds", str(people), "--rounds", "1"],
        capture_output=True, check=False, cwd=HERE, env=os.environ | {"PYTHONIOENCODING": encoding},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    out = done.stdout.decode(encoding)
    assert all(name in out or name.replace("ê", "e") in out for name in shown), out


def test_json_is_read_the_same_from_any_code_page(network: Path, tmp_path: Path) -> None:
    people = written(tmp_path, "namen.csv", NAMES)
    answers = []
    for encoding in ("cp1252", "utf-8", "ascii"):
        done = subprocess.run(
            [*KRING, "people", str(network), "import", str(people), "--dry-run", "--json"],
            capture_output=True, check=False, cwd=HERE, env=os.environ | {"PYTHONIOENCODING": encoding},
        )  # fmt: skip
        answers.append(json.loads(done.stdout.decode(encoding)))
    assert answers[0] == answers[1] == answers[2]
    assert answers[0]["added"][0]["name"] == "Łucja Wójcik"


def test_a_narrow_terminal_gets_every_sentence(network: Path) -> None:
    for command in (["check", str(network)], ["restore", str(network.with_name("zoë.json"))], ["--help"]):
        done = subprocess.run(
            [*KRING, *command], capture_output=True, check=False, cwd=HERE,
            env=os.environ | {"PYTHONIOENCODING": "ascii"},
        )  # fmt: skip
        assert b"\\x" not in done.stdout + done.stderr and b"Traceback" not in done.stderr
        assert b"Error" not in done.stderr


@pytest.mark.parametrize("name", ["cp1252.csv", "utf16.txt"])
def test_rounds_reads_the_reported_lists(name: str) -> None:
    done = kring("rounds", cases("reports", "10-rounds-encodings", name), "--rounds", "1")
    assert done.returncode == 0
    assert all(who in done.stdout.decode() for who in ("Elke Van den Broeck", "Zoë d’Hondt", "Bram De Smet", "O'Neill"))


def test_the_commands_are_light() -> None:
    heavy = "{'textual', 'rich', 'numpy', 'charset_normalizer', 'python_calamine'}"
    code = f"import sys, tui.commands.people, tui.commands.new; sys.exit(len({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=HERE).returncode == 0


def test_a_name_typed_in_another_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "n.json"
    done = subprocess.run(
        [*map(os.fsencode, [*KRING, "new", str(path), "--name"]), b"Zo\xeb"], capture_output=True, check=False, cwd=HERE
    )
    assert done.returncode == 0, done.stderr
    (profile,) = images.load(path.read_bytes()).state.all(Profile)
    assert profile.name == "Zoë"


def test_a_file_or_a_folder_that_is_not_there_is_named_in_a_sentence(network: Path, tmp_path: Path) -> None:
    nowhere, lost = tmp_path / "weg" / "n.kring.json", tmp_path / "lijst.csv"
    for asked, said in (
        (("new", nowhere, "--name", "Leren"), f"kring: Er is geen map {nowhere.parent}.\n"),
        (("new", tmp_path / "m.json", "--name", "Leren", "--people", lost), f"kring: Er is geen bestand {lost}.\n"),
        (("people", network, "import", lost), f"kring: Er is geen bestand {lost}.\n"),
        (("people", network, "import", tmp_path), f"kring: {tmp_path} is een map, geen bestand.\n"),
        (("rounds", lost, "--size", 3, "--rounds", 2), f"kring rounds: Er is geen bestand {lost}.\n"),
        (("tally", "--requests", lost), f"kring tally: Er is geen bestand {lost}.\n"),
    ):
        done = kring(*map(str, asked))
        assert (done.returncode, done.stderr.decode()) == (1, said)
