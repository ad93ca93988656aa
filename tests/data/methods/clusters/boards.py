"""Boards for the tests: small ones with known groups, and strategies for strange ones."""

from hypothesis import strategies as st

from data.methods.clusters import NoteText

MOBILITY = [
    "fiets voor elke werknemer",
    "gratis fiets lenen",
    "fietsvergoeding verhogen",
    "fietsenstalling aan het station",
    "veilige fietspaden naar het werk",
]
COFFEE = [
    "betere koffie in de cafetaria",
    "koffie uit eerlijke handel",
    "nieuwe koffiemachine op de gang",
    "koffiepauze samen met andere teams",
    "minder bekers bij de koffie",
]

STRANGE = [
    "",
    " ",
    "?",
    "👍",
    "👍🏽👍🏽",
    "學習網絡",
    "ネットワーク",
    "e\u0301e\u0301n",
    "\u0000",
    "\ud800",
    "[/]",
    "a" * 5000,
]
"""Texts that break programs."""

texts = st.one_of(
    st.sampled_from(MOBILITY + COFFEE + STRANGE),
    st.text(max_size=30),
    st.lists(
        st.sampled_from(["de", "groene", "fiets", "naar", "het", "werk", "koffie", "PIN", "1", "2", "en"]), max_size=6
    ).map(" ".join),
)
titles = st.sampled_from(["Fiets", "Koffie", " Koffie", "", "…", "fiets", "Ünïcode 👍"])
boards = st.lists(st.builds(NoteText, texts, st.none() | titles), max_size=25)
