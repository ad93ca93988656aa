"""Which table gets which number, so that as few people as possible carry their chair to another one."""

from collections.abc import Mapping, Sequence

from data.methods.rounds.request import Request, Round, Rounds


def seated(request: Request, rounds: Rounds) -> Rounds:
    """The same tables in the order that leaves most people where they sat in the round before, pinned people first.

    With equal tables and nobody meeting twice one person can stay at every table: each table sends its people to as
    many tables as it has people, so that some matching of tables to tables is complete (Koenig 1916, Hall 1935).
    """
    last: Round = request.past[-1] if request.past else ()
    placed = []
    for held in rounds:
        last = _placed(held, last, request.pinned)
        placed.append(last)
    return tuple(placed)


def _placed(held: Round, last: Round, pinned: Mapping[int, int]) -> Round:
    """One round, its tables ordered to suit the round before; tables with pinned people have their number already."""
    numbers: dict[int, int] = {}
    for index, table in enumerate(held):
        if wanted := [pinned[person] for person in table if person in pinned]:
            numbers.setdefault(wanted[0], index)
    taken = set(numbers.values())
    free_numbers = [number for number in range(len(held)) if number not in numbers]
    free_tables = [index for index in range(len(held)) if index not in taken]
    stay = [[_shared(held[index], last, number) for number in free_numbers] for index in free_tables]
    for row, column in enumerate(assigned(stay)):
        numbers[free_numbers[column]] = free_tables[row]
    return tuple(held[numbers[number]] for number in range(len(held)))


def _shared(table: Sequence[int], last: Round, number: int) -> int:
    return len(set(table).intersection(last[number])) if number < len(last) else 0


def assigned(value: Sequence[Sequence[int]]) -> list[int]:
    """For each row of a square table its column, all different, with the greatest sum of values.

    Where no value is above 1 this is a matching, found by augmenting paths (Koenig 1916); otherwise it is the
    assignment problem, solved by shortest augmenting paths with prices (Kuhn 1955; Jonker and Volgenant 1987).
    """
    if all(entry <= 1 for row in value for entry in row):
        return _matched([[c for c, entry in enumerate(row) if entry] for row in value])
    return _priced(value)


def _matched(wishes: list[list[int]]) -> list[int]:
    """For each row one of the columns it wishes, for as many rows as can be; the rest get what is left."""
    row_of: dict[int, int] = {}

    def find(row: int, tried: set[int]) -> bool:
        for column in wishes[row]:
            if column not in tried:
                tried.add(column)
                if column not in row_of or find(row_of[column], tried):
                    row_of[column] = row
                    return True
        return False

    for row in range(len(wishes)):
        find(row, set())
    column_of = {row: column for column, row in row_of.items()}
    left = iter([column for column in range(len(wishes)) if column not in row_of])
    return [column_of[row] if row in column_of else next(left) for row in range(len(wishes))]


def _priced(value: Sequence[Sequence[int]]) -> list[int]:
    count = len(value)
    row_price, column_price = [0] * count, [0] * count
    row_of = [-1] * count
    for start in range(count):
        distance, came_from, done = [1 << 30] * count, [-1] * count, [False] * count
        row, column = start, -1
        while True:
            base = distance[column] if column >= 0 else 0
            if column >= 0:
                done[column] = True
            for c in range(count):
                reach = base - value[row][c] - row_price[row] - column_price[c]
                if not done[c] and reach < distance[c]:
                    distance[c], came_from[c] = reach, column
            column = min((c for c in range(count) if not done[c]), key=distance.__getitem__)
            if row_of[column] < 0:
                break
            row = row_of[column]
        end = distance[column]
        row_price[start] += end
        for c in range(count):
            if done[c]:
                row_price[row_of[c]] += end - distance[c]
                column_price[c] -= end - distance[c]
        while column >= 0:
            back = came_from[column]
            row_of[column] = row_of[back] if back >= 0 else start
            column = back
    column_of = {row: column for column, row in enumerate(row_of)}
    return [column_of[row] for row in range(count)]
