"""The addresses of this machine: those that others can type, the likely one first."""

from data.addresses import ordered, own_addresses

FOUND = [
    ("lo", "127.0.0.1"),
    ("docker0", "172.17.0.1"),
    ("tun0", "10.8.0.2"),
    ("eth0", "10.0.0.5"),
    ("wlp2s0", "192.168.1.20"),
    ("wlp2s0", "fd00::2"),
    ("wlp2s0", "fe80::1"),
    ("odd", "192.168.9.9"),
]


def test_the_likely_one_is_first_and_what_is_inside_the_machine_last() -> None:
    hosts = [each.host for each in ordered(FOUND, None)]
    assert hosts == ["192.168.1.20", "10.0.0.5", "192.168.9.9", "10.8.0.2", "172.17.0.1", "fd00::2"]
    assert ordered(FOUND, "10.8.0.2")[0].host == "10.8.0.2"


def test_each_is_told_by_its_interface_and_what_kind_that_is() -> None:
    kinds = {each.host: each.kind.message if each.kind else "" for each in ordered(FOUND, None)}
    assert kinds["192.168.1.20"] == "Wi-Fi" and kinds["10.0.0.5"] == "wired" and kinds["192.168.9.9"] == ""
    assert ordered([("Ethernet 2", "10.1.1.1")], None)[0].interface == "Ethernet 2"


def test_those_of_this_machine_can_be_listed() -> None:
    assert all(not each.host.startswith("127.") for each in own_addresses())
