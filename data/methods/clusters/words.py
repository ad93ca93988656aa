"""Words of a note: how a text falls apart into words, and which words say nothing by themselves."""

import re

WORD = re.compile(r"\w+(?:['’\-]\w+)*")
"""A word with its inner apostrophes and hyphens (foto's, co-operation, don't)."""

_STOP = {
    "nl": """
        aan al alle allemaal alleen als altijd andere anders bij bijna binnen boven buiten daar daarom dan dat de
        deze die dit doe doen doet door dus echt een eens eigenlijk elk elke en enige er erg even gaan gaat geen
        geven geweest haar had hadden heb hebben heeft hem hen het hier hij hoe hun ik in ipv is ja je jij jou
        jouw jullie kan komen komt krijgen krijgt kunnen kunt laat laten maak maakt maar maken me mee meer men met
        mij mijn misschien moet moeten mogen na naar nee net niet niets nodig nog nooit nu of om omdat ons onze
        ook op over per soms steeds te tegen ten ter tijdens toch toe tot tussen uit uw vaak van vanuit veel via
        voor vooral wanneer want waar waarom waren was wat we weer weinig wel welk welke werd wie wij wil willen
        worden wordt wou zal ze zeer zelf zelfs zich zij zijn zo zoals zonder zou zouden zullen één inzake aantal
        'n 's 't betreffende omtrent zit zitten hoeveel mag had graag alsof hoewel""",
    "en": """
        a about after again all also always am an and any are aren't as at be because been before being between
        both but by can can't cannot could couldn't did didn't do does doesn't doing don't done each else even ever
        every few for from get gets getting give gives go goes going got had has have having he her here his how i
        i'd i'll i'm i've if in into is isn't it it's its just keep let let's like lot made make makes making many
        may maybe me might more most much must my need needs never no not now of off ok on one only or other our
        out over own please put really same seem seems she should shouldn't so some still such take tell than
        that that's the their them then there these they they're thing things this those though through to too
        try trying until up us use used using very want wants was we were what what's when where whether which
        while who why will with without won't would wouldn't you you're your yours""",
}


def stop_words(lang: str | None) -> frozenset[str]:
    """The stop words of "nl" or "en"; of both for any other language, as sessions here are often mixed."""
    lists = [_STOP[lang]] if lang in _STOP else list(_STOP.values())
    return frozenset(word for text in lists for word in text.split())
