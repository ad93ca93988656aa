"""Kinds of words that make poor titles by themselves: adjectives and names of places. Lists and endings, no grammar."""

import re

_ADJECTIVES = frozenset(
    """
    goed goede beter betere best beste slecht slechte nieuw nieuwe oud oude groot grote groter grotere klein kleine
    kleiner kleinere hoog hoge hoger hogere laag lage lager lagere lang lange langer langere kort korte korter kortere
    jong jonge mooi mooie mooier leuk leuke fijn fijne gezellig gezellige veilig veilige veiliger veiligere schoon
    schone schoner vies vieze druk drukke rustig rustige duur dure duurder goedkoop goedkope gratis sterk sterke zwaar
    zware licht lichte moeilijk moeilijke makkelijk makkelijke gemakkelijk gemakkelijke mogelijk mogelijke eigen
    gehele hele heel volledig volledige extra echte juist juiste open openbare publieke sociale lokale nationale
    internationale federale economische algemene bijzondere speciale belangrijk belangrijke verschillende diverse
    huidige komende laatste volgende eerste tweede derde vorige recente dergelijke zulke bepaalde gezamenlijke
    gemeenschappelijke maatschappelijke persoonlijke menselijke zelfde dezelfde hetzelfde vol volle leeg lege vrij
    vrije warm warme koud koude rijk rijke arm arme breed brede smal smalle groene rode blauwe witte zwarte duurzaam
    duurzame nodige genoeg voldoende onvoldoende bestaande aanwezige good better best bad worse worst new newer old
    older big bigger large larger small smaller high higher low lower long longer short shorter young great nice easy
    easier hard harder difficult free full empty own same different various important possible available able certain
    common general public private social local national international economic political personal human real true
    false right wrong main major minor other first second third last next previous recent current special specific
    strong weak safe safer clean dirty cheap expensive fair unfair late extra open closed green random correct
    incorrect basic simple single double multiple whole entire total ready busy happy sad fun useful useless necessary
    unnecessary effective ineffective live worth sure clear unclear dead alive
    """.split()  # noqa: SIM905
)
_ADJECTIVE = re.compile(
    "...(?:ig|ige|elijk|lijke|isch|ische|baar|bare|loos|loze|zaam|zame|eerde|ende|ful|less|ous|able|ible|ive|[^eio]ed)$"
)
_NO_ADJECTIVE = frozenset(
    """table cable vegetable drive archive initiative alternative detective motive native perspective objective legende
    agenda einde bende kalende adjective hive dive olive executive incentive narrative receive arrive survive variable
    oefende hundred moped huwelijk config wellness tekende studerende""".split()  # noqa: SIM905
)

_STREET = re.compile("...(?:straat|plein|gracht|laan|kade|dijk|steeg|weg)$")
_QUARTER = re.compile("...(?:buurt|wijk|park|meer|eiland|polder|hof|markt|dorp|dam|berg|brug)$")
_NO_STREET = frozenset("snelweg vliegtuig uitweg omweg schoolplein fietsstraat speelstraat winkelstraat".split())  # noqa: SIM905

PLACING = frozenset("in te op bij naar uit vanuit rond from at to near around into".split())  # noqa: SIM905
"""Words after which a word with a capital is often the name of a place."""


def is_adjective(word: str) -> bool:
    """Whether a folded word seems to be an adjective, which is no title by itself."""
    return word in _ADJECTIVES or (_ADJECTIVE.search(word) is not None and word not in _NO_ADJECTIVE)


def is_place(word: str, inside: bool) -> bool:
    """Whether a word, as written, seems to name a street or a quarter; `inside`: it is not the first of its text."""
    small = word.lower()
    if _STREET.search(small):
        return small not in _NO_STREET
    return inside and word[0].isupper() and _QUARTER.search(small) is not None
