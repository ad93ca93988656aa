"""Who is meant: names as people write, type, sort, say and show them. One service for every place that names people."""

from data.names.finding import Meant, likeliest, matching, meant, same_name
from data.names.reading import Name, entered, in_ordinary_letters, name_of
from data.names.showing import by_name, full_names, namesakes, short_names
from data.names.spelling import GAP, hinted, spellings, without, written

__all__ = [
    "GAP",
    "Meant",
    "Name",
    "by_name",
    "entered",
    "full_names",
    "hinted",
    "in_ordinary_letters",
    "likeliest",
    "matching",
    "meant",
    "name_of",
    "namesakes",
    "same_name",
    "short_names",
    "spellings",
    "without",
    "written",
]
