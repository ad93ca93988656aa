"""The certificates of one sharing: the server's is made by chance, those of the roles follow from their secrets.

Who has the secret of a role makes the same key and certificate from it as the host did, and so the TLS handshake itself
says who may come in; who has none gets no further than that handshake.
"""

from __future__ import annotations

import hashlib
import hmac
import ssl
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from data.together.code import fingerprint

_FROM, _UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2120, 1, 1, tzinfo=UTC)


class Pair(msgspec.Struct, frozen=True):
    """A certificate and its key (PEM), and what the certificate is known by."""

    certificate: bytes
    key: bytes
    fingerprint: str


def for_server() -> Pair:
    """A certificate for this sharing and no other."""
    return _made(Ed25519PrivateKey.generate(), "kring", x509.random_serial_number(), ExtendedKeyUsageOID.SERVER_AUTH)


def for_role(role: str, secret: str) -> Pair:
    """The certificate of who has the secret of a role: from the same secret always the same."""
    seed = hmac.digest(secret.encode(), f"kring {role}".encode(), "sha256")
    serial = int.from_bytes(hashlib.sha256(seed).digest()[:8]) | 1
    return _made(Ed25519PrivateKey.from_private_bytes(seed), role, serial, ExtendedKeyUsageOID.CLIENT_AUTH)


def _made(key: Ed25519PrivateKey, name: str, serial: int, usage: x509.ObjectIdentifier) -> Pair:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(serial)
        .not_valid_before(_FROM)
        .not_valid_after(_UNTIL)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
        .sign(key, None)
    )
    return Pair(
        certificate.public_bytes(Encoding.PEM),
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        fingerprint(certificate.public_bytes(Encoding.DER)),
    )


class OtherServer(ssl.SSLError):
    """Who answered has another certificate than the one in the code."""


def context(pair: Pair, server: str, folder: Path) -> ssl.SSLContext:
    """What a client of this role connects with; it goes on only with the server of this fingerprint.

    ``folder`` holds the key for the moment in which it is loaded: the ssl module takes it from a file only.
    """
    found = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    found.minimum_version = ssl.TLSVersion.TLSv1_3
    found.check_hostname = False
    found.verify_mode = ssl.CERT_NONE  # the fingerprint takes the place of an authority
    found.sslobject_class = _checking(server)
    path = folder / "client.pem"
    path.touch(mode=0o600)
    try:
        path.write_bytes(pair.certificate + pair.key)
        found.load_cert_chain(path)
    finally:
        path.unlink()
    return found


def _checking(server: str) -> type[ssl.SSLObject]:
    class Checking(ssl.SSLObject):
        """A connection that ends at the handshake when the server is another."""

        def do_handshake(self) -> None:
            super().do_handshake()
            certificate: Any = self.getpeercert(True)
            if certificate is None or not hmac.compare_digest(fingerprint(certificate), server):
                raise OtherServer("another server answered")

    return Checking
