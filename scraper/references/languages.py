"""Languages: as PubMed's pages print them, NLM's codes, and those of BCP 47.

NLM's table: https://www.nlm.nih.gov/bsd/language_table.html.
"""

from typing import Final

_TABLE: Final = """
afr af Afrikaans|alb sq Albanian|amh am Amharic|ara ar Arabic|arm hy Armenian|aze az Azerbaijani
baq eu Basque|ben bn Bengali|bos bs Bosnian|bul bg Bulgarian|cat ca Catalan|chi zh Chinese
cze cs Czech|dan da Danish|dut nl Dutch|eng en English|epo eo Esperanto|est et Estonian
fin fi Finnish|fre fr French|geo ka Georgian|ger de German|gla gd Gaelic|gre el Greek
heb he Hebrew|hin hi Hindi|hrv hr Croatian|hun hu Hungarian|ice is Icelandic|ind id Indonesian
ita it Italian|jpn ja Japanese|kin rw Kinyarwanda|kor ko Korean|lat la Latin|lav lv Latvian
lit lt Lithuanian|mac mk Macedonian|mal ml Malayalam|mao mi Maori|may ms Malay|mon mn Mongolian
mul mul Multiple|nor no Norwegian|per fa Persian|pol pl Polish|por pt Portuguese|pus ps Pushto
rum ro Romanian|rus ru Russian|san sa Sanskrit|slo sk Slovak|slv sl Slovenian|spa es Spanish
srp sr Serbian|swe sv Swedish|tha th Thai|tib bo Tibetan|tur tr Turkish|ukr uk Ukrainian
und und Undetermined|urd ur Urdu|vie vi Vietnamese|wel cy Welsh
"""
_ROWS: Final = [row.split() for line in _TABLE.strip().splitlines() for row in line.split("|")]
_CODES: Final = {name: code for code, _, name in _ROWS}
_TAGS: Final = {code: tag for code, tag, _ in _ROWS}
_NAMES: Final = {code: name for code, _, name in _ROWS}


def code(language: str) -> str:
    """Return NLM's code of three letters; what is not in its table stays as it is.

    >>> code("German"), code("ger"), code("Klingon")
    ('ger', 'ger', 'Klingon')
    """
    return _CODES.get(language, language)


def tag(language: str) -> str:
    """Return the tag of BCP 47.

    >>> tag("German"), tag("ger")
    ('de', 'de')
    """
    return _TAGS.get(code(language), language)


def english(language: str) -> str:
    """Return the language's name, as PubMed's pages print it.

    >>> english("ger"), english("German")
    ('German', 'German')
    """
    return _NAMES.get(language, language)
