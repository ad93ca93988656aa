"""The code that lets somebody in, as it is written, pasted and mistyped."""

from __future__ import annotations

import pytest

from data.model import Refused
from data.together.certificates import for_role, for_server
from data.together.code import Code, new_secret, read
from data.together.gate import LONGEST, Turned

CODE = Code("192.168.1.20", 4222, "k" + "a" * 15, "b" * 20)


@pytest.mark.parametrize("host", ["192.168.1.20", "laptop.local", "fe80::1%eth0", "::1"])
def test_a_code_is_read_as_it_is_written(host: str) -> None:
    code = Code(host, 4222, CODE.secret, CODE.fingerprint)
    assert read(str(code)) == code
    assert read(f"  {str(code).upper()}\n") == Code(host.lower(), 4222, CODE.secret, CODE.fingerprint)


def test_a_code_is_read_with_breaks_and_without_its_beginning() -> None:
    written = str(CODE)
    assert read(written.removeprefix("kring://")) == CODE
    assert read(f"{written[:40]}\n {written[40:]}") == CODE
    assert read(f"{written[:-5]}-{written[-5:]}") == CODE


@pytest.mark.parametrize(
    "written",
    [
        "",
        "kring://",
        "https://kring.be",
        "192.168.1.20:4222",
        str(CODE)[:-1],
        f"{CODE}a",
        str(CODE).replace("4222", "99999"),
        str(CODE).replace("aaa", "a1a"),
        "kring:///" + "a" * 36,
    ],
)
def test_what_is_no_code_is_told_so(written: str) -> None:
    with pytest.raises(Refused):
        read(written)


def test_a_code_does_not_show_its_secret_in_a_log() -> None:
    assert CODE.secret not in repr(CODE) and CODE.fingerprint not in repr(CODE)


def test_a_secret_gives_the_same_certificate_on_both_sides_and_another_for_each_role() -> None:
    secret = new_secret("co")
    assert for_role("co", secret) == for_role("co", secret)
    assert len({for_role(role, secret).fingerprint for role in ("co", "room", "host")}) == 3
    assert new_secret("co") != new_secret("co") and new_secret("room")[0] == "r"
    assert for_server().fingerprint != for_server().fingerprint


def test_who_is_turned_away_waits_longer_each_time_and_not_for_ever() -> None:
    known = Turned()
    assert known.wait() == 0
    waits = []
    for times in range(1, 12):
        known.times, known.last = times, 1e12
        waits.append(known.wait())
    assert waits == sorted(waits) and waits[0] < 1 and waits[-1] == LONGEST
