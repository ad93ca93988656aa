"""One reader for every list of people: typed, pasted, from a spreadsheet, or from a mail program."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from data.model import Said, say
from data.names import entered
from data.names.finding import Named
from data.people.addresses import addressed, has_addresses, name_from
from data.people.cells import DIGITS, is_telephone, meant_as_address, tidy
from data.people.headers import FAMILY_FIRST, columns_of, is_header, is_title, plain
from data.people.person import Found, person_of, short
from data.people.records import PEOPLE_LIMIT, Column, Layout, People, Person
from data.people.table import HEAD, Row, Table, table_of
from data.people.twice import Known
from data.text import NAME_LIMIT, clean, line

Columns = Mapping[str, Column | None]
"""What a header, as it is written, says of somebody; None: it is not kept."""

POSITIONS = (Column.NAME, Column.ORGANISATION, Column.FUNCTION)
"""What the cells of a row without headers are, numbers and addresses aside."""


def read_people(text: str, known: Iterable[Named] = (), columns: Columns | None = None) -> People:
    """Read people from a text: one a row, in columns with or without headers, or as mail addresses.

    Without headers a row is ``name; organisation; function``; an address and a number are seen wherever they stand.
    ``known`` are the people of the network. Whoever is there already (same name, and the same organisation or none)
    is a double; the same name elsewhere and names that look alike are kept and pointed out. Every cell that is not
    kept and every cut is told. ``columns`` has headers (as they are written) that are to be read otherwise.
    """
    lines = clean(text).removeprefix("\ufeff").split("\n")
    filled = [each for each in lines if each.strip()]
    if filled and sum(map(has_addresses, filled)) * 2 > len(filled) and not _in_columns(filled):
        return _mail(lines, Known(known))
    return _table(table_of(text), Known(known), columns or {})


def read_rows(rows: Iterable[Sequence[str]], known: Iterable[Named] = (), columns: Columns | None = None) -> People:
    """Read people from the rows of a spreadsheet, as ``read_people`` reads them from a text."""
    cells = [(number, [clean(cell) for cell in row]) for number, row in enumerate(rows, start=1)]
    return _table(Table(cells, "\t"), Known(known), columns or {})


def _in_columns(lines: Sequence[str]) -> bool:
    """Whether lines with addresses are rows of a table: headers, or more in each beside one name with its address."""
    rows = [[cell.strip() for cell in row if cell.strip()] for _number, row in table_of("\n".join(lines)).rows]
    if any(len(row) > 1 and is_header(row) for row in rows[:HEAD]):
        return True
    alike = [row for row in rows if len(row) > 1 and sum("@" in cell for cell in row) == 1]
    return len(rows) > 1 and len(alike) == len(rows) and len({_at(row) for row in rows}) == 1


def _at(row: Row) -> int:
    """The place of the cell with the address."""
    return next(place for place, cell in enumerate(row) if "@" in cell)


def _mail(lines: Sequence[str], known: Known) -> People:
    found = Found(Layout(addresses=True))
    for number, each in enumerate(map(tidy, lines), start=1):
        for name, address in addressed(each):
            if "@" in name:
                # What was meant as an address and is none would be a name.
                person = person_of(found, number, {Column.NAME: name})
                if person:
                    _take(found, known, person)
                continue
            kept = entered(short(found, number, name or name_from(address), NAME_LIMIT), surely=True)
            if not name:
                found.tell(number, say("{name} was taken from the address {address}.", name=kept, address=address))
            _take(found, known, Person(kept, email=line(address, NAME_LIMIT), row=number))
    return _people(found)


def _table(table: Table, known: Known, asked: Columns) -> People:
    found = Found(Layout({}, table.separator, family_first=table.family_first))
    columns, body = _columns(found, table, asked)
    numbered = columns is None and _numbered(body)
    typed: set[int] = set()
    if columns is not None:
        short = [(number, row) for number, row in body if _is_short(table, number, row, columns)]
        typed = {number for number, row in short if _is_typed(row, columns, number in table.apart)}
        _tell_of_short(found, short, typed, columns)
    for number, row in body:
        by_header = columns is not None and number not in typed
        cells = _by_header(found, number, row, columns or []) if by_header else _by_place(found, number, row, numbered)
        if person := person_of(found, number, cells):
            _take(found, known, person)
    return _people(found)


def _columns(found: Found, table: Table, asked: Columns) -> tuple[list[Column | None] | None, list[tuple[int, Row]]]:
    """What the columns say, if there are headers, and the rows below them; what stands above is told."""
    head = _header(table)
    body = [(number, row) for number, row in table.rows if any(cell.strip() for cell in row)]
    if head is None:
        titles = 1 if len(body) > 1 and is_title(body[0][1]) else 0
    else:
        titles = sum(number < table.rows[head][0] for number, _row in body)
    for number, row in body[:titles]:
        text = line(" ".join(row), NAME_LIMIT)
        found.tell(number, say("“{text}” was read as a title.", text=text), left_out=True)
    if head is None:
        return None, body[titles:]
    headers = table.rows[head][1]
    columns = _as_asked(headers, columns_of(headers), asked)
    for number, row in body[titles + 1 :]:
        for cell, header in zip(row, headers, strict=False):
            if cell.strip() and not header.strip():
                _without_header(found, number, cell)
    named = {cell.strip(): column for cell, column in zip(headers, columns, strict=True) if cell.strip()}
    turned = any(plain(cell) in FAMILY_FIRST for cell in headers)
    found.layout = replace(found.layout, columns=named, family_first=turned)
    return columns, body[titles + 1 :]


def _as_asked(headers: Row, columns: Sequence[Column | None], asked: Columns) -> list[Column | None]:
    """What the columns say, with some of them read otherwise; what those say no other column says."""
    taken = {column for column in asked.values() if column}
    free = (None if column in taken else column for column in columns)
    return [asked.get(cell.strip(), column) for cell, column in zip(headers, free, strict=True)]


def _header(table: Table) -> int | None:
    """The place of the row of headers, if there is one; one word above rows of several cells is a title."""
    for place, (_number, row) in enumerate(table.rows[:HEAD]):
        if is_header(row) and (_filled(row) > 1 or _narrow(table.rows[place + 1 :])):
            return place
    return None


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _narrow(rows: Sequence[tuple[int, Row]]) -> bool:
    """Whether most rows that hold something hold one cell."""
    counts = [count for _number, row in rows if (count := _filled(row))]
    return 2 * counts.count(1) > len(counts)


def _numbered(body: Sequence[tuple[int, Row]]) -> bool:
    """Whether the first cells are a numbering."""
    first = [row[0].strip().rstrip(".)") for _number, row in body]
    counts = all(cell.isdecimal() and len(cell) < DIGITS for cell in first)
    return len(first) > 0 and counts and all(len(row) > 1 for _number, row in body)


def _by_header(found: Found, number: int, row: Row, columns: list[Column | None]) -> dict[Column, str]:
    """The cells of a row by what their headers say."""
    cells = list(map(tidy, row))
    extra = len(cells) - len(columns)
    at = next((place for place, column in enumerate(columns) if column is Column.NAME), None)
    if extra == 1 and found.layout.separator == "," and at is not None and row[at + 1].startswith(" "):
        # A comma between family name and first name that nobody quoted.
        cells[at : at + 2] = [f"{cells[at]}, {cells[at + 1]}"]
    for cell in filter(None, cells[len(columns) :]):
        _without_header(found, number, cell)
    return {column: cell for column, cell in zip(columns, cells, strict=False) if column and cell}


def _is_short(table: Table, number: int, row: Row, columns: Sequence[Column | None]) -> bool:
    """Whether a row has fewer cells than there are headers, where it may have been typed below the table.

    A program leaves out cells at the end of a row only where tabs part them.
    """
    return 1 < len(row) < len(columns) and (table.separator != "\t" or number in table.apart)


def _is_typed(row: Row, columns: Sequence[Column | None], apart: bool) -> bool:
    """Whether a short row has the form of a list without headers: it begins with a whole name.

    One that a sign of its own parts has. Otherwise a first name or a number is due there, and a double first name is
    none: a row of three cells or more that reaches the family name is one of the table, without its last cells.
    """
    first = tidy(row[0])
    if len(first.split()) < 2:
        return False
    if columns[0] is Column.NUMBER:
        return apart or not any(map(str.isdigit, first))
    reaches = len(row) > 2 and Column.LAST_NAME in columns[: len(row)]
    return apart or (columns[0] is Column.FIRST_NAME and not reaches)


def _tell_of_short(
    found: Found, short: Iterable[tuple[int, Row]], typed: Container[int], columns: Sequence[Column | None]
) -> None:
    """Tell how short rows were read where both ways do not say the same: once of all that are alike, at the first."""
    alike: dict[tuple[int, bool], list[int]] = {}
    for number, row in short:
        if tuple(columns[: len(row)]) != POSITIONS[: len(row)]:
            alike.setdefault((len(row), number in typed), []).append(number)
    for (n, is_typed), numbers in alike.items():
        found.tell(numbers[0], _how(n, len(columns), len(numbers), is_typed))


def _how(n: int, of: int, rows: int, typed: bool) -> Said:
    """How so many short rows that are alike were read."""
    if rows > 1 and typed:
        return say(
            "{rows} rows from here on have {n} cells, the headers {of}: read as name; organisation; function.",
            rows=rows,
            n=n,
            of=of,
        )
    if rows > 1:
        return say(
            "{rows} rows from here on have {n} cells, the headers {of}: read as the first ones.", rows=rows, n=n, of=of
        )
    if typed:
        return say("It has {n} cells, the headers {of}: read as name; organisation; function.", n=n, of=of)
    return say("It has {n} cells, the headers {of}: read as the first ones.", n=n, of=of)


def _without_header(found: Found, number: int, cell: str) -> None:
    found.tell(number, say("“{text}” has no header and is not kept.", text=line(cell, NAME_LIMIT)))


def _by_place(found: Found, number: int, row: Row, numbered: bool) -> dict[Column, str]:
    """The cells of a row without headers: an address where one stands, the others by their place."""
    cells: dict[Column, str] = {}
    places = iter(POSITIONS)
    for place, cell in enumerate(map(tidy, row)):
        if numbered and not place:
            continue
        if meant_as_address(cell) and Column.EMAIL not in cells:
            cells[Column.EMAIL] = cell
        elif is_telephone(cell):
            found.tell(number, say("“{text}” is a telephone number and is not kept.", text=cell))
        elif column := next(places, None):
            cells |= {column: cell} if cell else {}
        elif cell:
            _without_header(found, number, cell)
    return cells


def _take(found: Found, known: Known, person: Person) -> None:
    """Take somebody up, unless they are there already or the list is full."""
    if known.has(person):
        found.doubles.append(person)
    elif len(found.people) >= PEOPLE_LIMIT:
        full = say("{name} is left out: a list may bring {most} people.", name=person.name, most=PEOPLE_LIMIT)
        found.tell(person.row, full, left_out=True)
    else:
        if doubt := known.doubt(person):
            found.tell(person.row, doubt)
        found.people.append(person)
        known.add(person)


def _people(found: Found) -> People:
    problems = sorted(found.problems, key=lambda problem: problem.row)
    return People(tuple(found.people), tuple(problems), tuple(found.doubles), found.layout)


def understood(people: People) -> Iterator[Said]:
    """How a list was understood, in sentences: for a preview."""
    layout = people.layout
    if layout.addresses:
        yield say("read as e-mail addresses")
    elif layout.columns:
        for header, column in layout.columns.items():
            if column is None:
                yield say("the column “{header}” is not kept", header=line(header, 40))
    if layout.family_first:
        yield say("names read as “Family, First”")
    if layout.encoding and layout.encoding != "utf-8":
        yield say("read as {encoding}", encoding=layout.encoding)
