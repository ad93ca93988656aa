"""Words of a note: how a text falls apart into words, and which words say nothing by themselves."""

import re
from functools import cache, lru_cache

from data.text import fold

WORD = re.compile(r"\w+(?:['’\-]\w+)*")
"""A word with its inner apostrophes and hyphens (foto's, co-operation, don't)."""

_ENDING = re.compile("(?<=....)(?:['’]?s|en|e|n)+$")

OPENING = frozenset(
    """de het een 'n dit dat deze die mijn jouw je uw ons onze hun haar zijn mij me jou u meer geen elke alle
    the a an this that these those my your our their his her its us you them him it more no every all""".split()  # noqa: SIM905
)
"""Words that begin something new: what stands before one is often a verb, and seldom the end of a name."""

LINKING = frozenset(
    """en of van voor met in op per bij zonder over aan naar uit tussen als tot and or for with on by without
    between from at as""".split()  # noqa: SIM905
)
"""Words that may stand in the middle of a name."""

TURNING = frozenset(
    """meer minder geen niet wel zonder met nooit altijd voor tegen
    more less fewer no not never always without with for against don't""".split()  # noqa: SIM905
)
"""Words that turn the meaning of a note round."""

_STOP = {
    "nl": """
        aan al alle allemaal alleen als altijd andere anders bij bijna binnen boven buiten daar daarom dan
        dat de deze die dit doe doen doet door dus echt een eens eigenlijk elk elke en enige er erg even
        gaan gaat geen geven geweest haar had hadden heb hebben heeft hem hen het hier hij hoe hun ik in ipv
        is ja je jij jou jouw jullie kan komen komt krijgen krijgt kunnen kunt laat laten maak maakt maar
        maken me mee meer men met mij mijn misschien moet moeten mogen na naar nee net niet niets nodig nog
        nooit nu of om omdat ons onze ook op over per soms steeds te tegen ten ter tijdens toch toe tot
        tussen uit uw vaak van vanuit veel via voor vooral wanneer want waar waarom waren was wat we weer
        weinig wel welk welke werd wie wij wil willen worden wordt wou zal ze zeer zelf zelfs zich zij zijn
        zo zoals zonder zou zouden zullen één inzake aantal 'n 's 't betreffende omtrent zit zitten hoeveel
        mag graag alsof hoewel zie zien weet weten vind vinden denk denken zeg zeggen
        ochtends middags avonds""",
    "en": """
        a able about after again agree all also always am an and any are aren't as at be because been before
        being between both but by can can't cannot could couldn't did didn't do does doesn't doing don't
        done each else even ever every few for from get gets getting give gives go goes going got had has
        have having he her here his how i i'd i'll i'm i've if in into is isn't it it's its just keep let
        let's like lot made make makes making many may maybe me might more most much must my need needs
        never no not now of off ok on one only or other our out over own please put really same seem seems
        she should shouldn't so some still such take tell than that that's the their them then there these
        they they're thing things this those though through to too tried try trying until up us use used
        using very want wants was we were what what's when where whether which while who why will with
        without won't would wouldn't you you're your yours
        see know think believe say says come comes look looking""",
}


_NEVER = {
    "nl": """
        alvast alles allerlei alsnog bijvoorbeeld binnenkort dagelijks daarbij daarmee daarna daarnaast daarvan
        daarvoor eerst eindelijk elders elkaar enkel ergens evenveel gauw gewoon graag helaas hierbij hierdoor hiervan
        hiervoor hopelijk iedereen iemand iets immers inmiddels intussen jaarlijks jezelf liever maandelijks meestal
        meteen mezelf momenteel nadien namelijk natuurlijk nauwelijks nergens niemand nogal nogmaals ongeveer onlangs
        onszelf ooit opnieuw overal pas precies regelmatig reeds ruim slechts snel sneller sowieso straks teveel thans
        trouwens uiteindelijk vaker vanaf vandaag vanzelf veelal verder vervolgens vooraf voortaan vroeg vroeger
        vrijwel waarbij waarschijnlijk wekelijks weleens werkelijk zeker zichzelf zodat zoiets zojuist zowel ander
        alleszins desalniettemin echter eveneens evenals hierover daarover waarover waarvan waarvoor waarmee hieraan
        daaraan hierin daarin waarin hierop daarop erop erin eruit ervan ervoor erbij eraan ermee hierna beetje""",
    "en": """
        ahead almost alone along already although altogether always anybody anymore anyone anything anyway anywhere
        apart aside away back badly besides beyond couple during early earlier elsewhere enough everybody everyone
        everything everywhere fast faster forever forward further furthermore hardly hence herself hi himself however
        instead itself kinda later least less likewise moreover myself nobody none nothing nowadays nowhere often
        oneself otherwise ourselves perhaps please plus quite rather regardless several somebody somehow someone
        something sometimes somewhat somewhere soon therefore themselves thus today together tomorrow tonight too
        twice well whatever whenever whether whoever whole within yesterday yet yourself yourselves since under upon
        via per yes okay towards toward among hello hey thanks thank stuff bit got gonna wanna
        mustn't hasn't haven't hadn't wasn't weren't needn't""",
}
"""Adverbs, pronouns and what else never begins or ends a title."""

_LY = re.compile("....ly$")
_NO_ADVERB = frozenset(  # with the ending of one
    """family assembly supply reply monopoly anomaly italy july
    jelly rally comply apply""".split()  # noqa: SIM905
)


@cache
def stop_words(lang: str | None) -> frozenset[str]:
    """The stop words of "nl" or "en"; of both for any other language, as sessions here are often mixed."""
    wanted = [lang] if lang in _STOP else list(_STOP)
    lists = [words[language] for words in (_STOP, _NEVER) for language in wanted]
    return frozenset(word for text in lists for word in text.split())


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """The word without case and accents; remembered, as a session says the same words again and again."""
    return fold(word)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The folded word without the ending of most Dutch and English plurals and adjectives."""
    return _ENDING.sub("", word)


def is_adverb(word: str) -> bool:
    """Whether a folded word looks like an English adverb."""
    return _LY.search(word) is not None and word not in _NO_ADVERB
