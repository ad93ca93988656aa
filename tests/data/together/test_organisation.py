"""A server of an organisation, with the configuration that docs/together.md gives, and with ones that do not do."""

from __future__ import annotations

import ipaddress
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from data.model import Refused
from data.network import Network
from data.together import join, start_sharing
from data.together.events import RoomPicture
from data.together.placing import same
from data.together.server import free_port, program_path, wait_for
from data.verbs.brainstorm.noting import capture
from tests.data.together.laptops import STORM, records
from tests.data.together.sharings import WITHIN, Ears, has, shown

PAGE = Path(__file__).parents[3] / "docs" / "together.md"


def documented(*, tls: bool) -> str:
    """The configuration on the page, with or without its line of TLS."""
    lines = [line.strip() for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("    ")]
    begin = next(number for number, line in enumerate(lines) if line.startswith("listen:"))
    end = next(number for number, line in enumerate(lines) if number > begin and line == "}")
    found = [line.partition(" #")[0] for line in lines[begin : end + 1]]
    return "\n".join(line for line in found if tls or not line.startswith("tls "))


@contextmanager
def serving(folder: Path, configuration: str) -> Iterator[int]:
    """A server that runs with this configuration, but for where it listens and keeps the log; its port."""
    port = free_port()
    for written, here in (("0.0.0.0:4222", f"127.0.0.1:{port}"), ("/var/lib/nats", str(folder / "log"))):
        configuration = configuration.replace(written, here)
    path = folder / "nats.conf"
    path.write_text(configuration, encoding="utf-8")
    with subprocess.Popen([program_path(), "-c", str(path)], stderr=subprocess.DEVNULL, cwd=folder) as process:
        assert wait_for(port, lambda: process.poll() is None)
        yield port
        process.terminate()


def certify(folder: Path) -> Path:
    """Write the certificate of a server at 127.0.0.1 and its key; gives the file of who signed it: itself."""
    key, now = generate_private_key(SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "organisation")])
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(1))
    signed = made.add_extension(address, critical=False).sign(key, SHA256())
    (folder / "server.crt").write_bytes(signed.public_bytes(Encoding.PEM))
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "server.key").write_bytes(private)
    return folder / "server.crt"


@pytest.fixture(params=["nats", "tls"])
def organisation(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server of an organisation, over a line that is or is not encrypted; its address, without who comes."""
    scheme: str = request.param
    monkeypatch.setenv("SSL_CERT_FILE", str(certify(tmp_path)))
    with serving(tmp_path, documented(tls=scheme == "tls")) as port:
        yield f"{scheme}://{{who}}127.0.0.1:{port}"


CO, ROOM = "kring:…@", "room:…@"


def test_an_organisation_has_a_server_of_its_own(organisation: str, tmp_path: Path) -> None:
    ours = Network.create(tmp_path / "a.kring.json", records(), watch=True)
    sharing = start_sharing(ours.path, at=organisation.format(who=CO), network=ours)
    joined = join(sharing.code, tmp_path / "b.kring.json")
    theirs = Network.open(tmp_path / "b.kring.json", watch=True)
    theirs.apply(capture, activity=STORM, text="van B").wait(WITHIN)
    shown(ours, has("van B"))
    sharing.close()
    theirs.apply(capture, activity=STORM, text="zonder A").wait(WITHIN)
    again = start_sharing(ours.path, at=organisation.format(who=CO), network=ours)
    shown(ours, has("zonder A"))
    assert same(ours.state, theirs.state)
    for each in (again, joined, ours, theirs):
        each.close()


def test_the_room_has_a_name_of_its_own_there_and_hears_no_more_than_its_picture(
    organisation: str, tmp_path: Path
) -> None:
    ours = Network.create(tmp_path / "a.kring.json", records(), watch=True)
    sharing = start_sharing(ours.path, at=organisation.format(who=CO), network=ours)
    viewer = join(sharing.room_code.replace(CO, ROOM), None)
    ears = Ears(viewer)
    sharing.show_room(b"the room")
    ears.wait(lambda event: event == RoomPicture(b"the room"))
    viewer.close()
    with pytest.raises(Refused, match="does not allow"):
        join(sharing.code.replace(CO, ROOM), tmp_path / "b.kring.json")
    sharing.close()
    ours.close()


WHOLE = "max_payload: 3MB\njetstream {{ store_dir: log }}\n{users}"
USERS = "authorization {{ users = [ {{ user: kring, password: x{may} }} ] }}"


@pytest.mark.parametrize(
    ("configuration", "at", "said"),
    [
        ("max_payload: 3MB", "nats://", "That server stores no messages"),
        ("jetstream { store_dir: log }", "nats://", "That server takes messages of at most 1024 KB"),
        ("max_payload: 3MB", "tls://", "That server does not encrypt the connection: nothing was sent."),
        (WHOLE, "nats://kring:wrong@", "That server does not accept this name and password"),
        (WHOLE, "nats://", "That server does not accept this name and password"),
    ],
)
def test_what_lacks_at_a_server_is_told(tmp_path: Path, configuration: str, at: str, said: str) -> None:
    whole = configuration.format(users=USERS.format(may="")) if configuration is WHOLE else configuration
    ours = Network.create(tmp_path / "a.kring.json", records())
    with serving(tmp_path, f'listen: "0.0.0.0:4222"\n{whole}') as port:
        with pytest.raises(Refused) as refused:
            start_sharing(ours.path, at=f"{at}127.0.0.1:{port}")
        assert str(refused.value.said.message.format(**refused.value.said.fills)).startswith(said)
    ours.close()


def test_a_password_is_not_sent_where_a_line_that_was_to_be_encrypted_is_not(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        heard = bytearray()

        def answer() -> None:
            line, _ = door.accept()
            with line:
                line.sendall(b'INFO {"server_id":"x","max_payload":9000000,"tls_required":false}\r\n')
                while data := line.recv(1000):
                    heard.extend(data)

        listening = threading.Thread(target=answer)
        listening.start()
        with pytest.raises(Refused):
            join(f"tls://kring:secret@127.0.0.1:{door.getsockname()[1]}/key/room", None)
        listening.join(WITHIN)
    assert not heard


def test_a_certificate_that_nobody_here_knows_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certify(tmp_path)
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    ours = Network.create(tmp_path / "a.kring.json", records())
    with serving(tmp_path, documented(tls=True)) as port:
        with pytest.raises(Refused) as refused:
            start_sharing(ours.path, at=f"tls://{CO}127.0.0.1:{port}")
        assert refused.value.said.fills == {"variable": "SSL_CERT_FILE"}
    ours.close()
