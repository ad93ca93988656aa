"""Finite fields GF(q) for small prime powers q, as tables of sums and products of the numbers 0 to q - 1."""

from dataclasses import dataclass
from functools import cache
from itertools import product

LARGEST = 64


@dataclass(frozen=True, slots=True)
class Field:
    """`plus[a][b]` and `times[a][b]` of the q elements; 0 and 1 are what they are called."""

    order: int
    plus: tuple[tuple[int, ...], ...]
    times: tuple[tuple[int, ...], ...]


@cache
def field(order: int) -> Field | None:
    """The field of this order, or None where there is none: only powers of a prime have one (Galois 1830)."""
    prime = next((p for p in range(2, order + 1) if order % p == 0), 0)
    degree, rest = 0, order
    while prime and rest % prime == 0:
        degree, rest = degree + 1, rest // prime
    if rest != 1 or not degree or order > LARGEST:
        return None
    plus = tuple(tuple(_sum(a, b, prime) for b in range(order)) for a in range(order))
    for tail in range(order):
        times = tuple(tuple(_product(a, b, tail, prime, degree) for b in range(order)) for a in range(order))
        if all(all(row[1:]) for row in times[1:]):
            return Field(order, plus, times)
    return None


def _digits(number: int, base: int, count: int) -> list[int]:
    return [number // base**place % base for place in range(count)]


def _sum(a: int, b: int, prime: int) -> int:
    total, place = 0, 1
    while a or b:
        total += (a + b) % prime * place
        a, b, place = a // prime, b // prime, place * prime
    return total


def _product(a: int, b: int, tail: int, prime: int, degree: int) -> int:
    """The product of a and b as polynomials over Z_p, where x to the degree is worth minus the polynomial `tail`."""
    lower = _digits(tail, prime, degree)
    terms = [0] * (2 * degree - 1)
    for (i, x), (j, y) in product(enumerate(_digits(a, prime, degree)), enumerate(_digits(b, prime, degree))):
        terms[i + j] = (terms[i + j] + x * y) % prime
    for top in range(2 * degree - 2, degree - 1, -1):
        for i, x in enumerate(lower):
            terms[top - degree + i] = (terms[top - degree + i] - terms[top] * x) % prime
    return sum(term * prime**place for place, term in enumerate(terms[:degree]))
