"""The fixed words of PubMed's pages that a text rendering must be read by.

Publication types: NLM's list (https://www.nlm.nih.gov/mesh/pubtypes.html). Languages:
NLM's table (https://www.nlm.nih.gov/bsd/language_table.html), as PubMed prints them.
"""

import re
from typing import Final

from scraper.model import FreeFullText

PUBLICATION_TYPES: Final = frozenset(
    """
    Adaptive Clinical Trial|Address|Autobiography|Bibliography|Biography|Books & Documents|
    Case Reports|Classical Article|Clinical Conference|Clinical Study|Clinical Trial|
    Clinical Trial Protocol|Clinical Trial, Phase I|Clinical Trial, Phase II|
    Clinical Trial, Phase III|Clinical Trial, Phase IV|Clinical Trial, Veterinary|Collected Work|
    Comment|Comparative Study|Congress|Consensus Development Conference|
    Consensus Development Conference, NIH|Controlled Clinical Trial|
    Corrected and Republished Article|Dataset|Dictionary|Directory|Duplicate Publication|Editorial|
    Electronic Supplementary Materials|English Abstract|Equivalence Trial|Evaluation Study|
    Expression of Concern|Festschrift|Government Publication|Guideline|Historical Article|
    Interactive Tutorial|Interview|Introductory Journal Article|Journal Article|Lecture|Legal Case|
    Legislation|Letter|Meta-Analysis|Multicenter Study|Network Meta-Analysis|News|Newspaper Article|
    Observational Study|Observational Study, Veterinary|Overall|Patient Education Handout|
    Periodical Index|Personal Narrative|Portrait|Practice Guideline|Pragmatic Clinical Trial|
    Preprint|Published Erratum|Randomized Controlled Trial|
    Randomized Controlled Trial, Veterinary|
    Research Support, American Recovery and Reinvestment Act|Research Support, N.I.H., Extramural|
    Research Support, N.I.H., Intramural|Research Support, Non-U.S. Gov't|
    Research Support, U.S. Gov't, Non-P.H.S.|Research Support, U.S. Gov't, P.H.S.|
    Retracted Publication|Retraction of Publication|
    Retraction Notice|Review|Scientific Integrity Review|Scoping Review|Systematic Review|
    Technical Report|Twin Study|Validation Study|Video-Audio Media|Webcast
    """.replace("\n    ", "")
    .strip()
    .split("|")
)

_LANGUAGES = """
    Afrikaans Albanian Amharic Arabic Armenian Azerbaijani Basque Bengali Bosnian Bulgarian Catalan
    Chinese Croatian Czech Danish Dutch English Esperanto Estonian Finnish French Gaelic Georgian
    German Greek Hebrew Hindi Hungarian Icelandic Indonesian Italian Japanese Kinyarwanda Korean
    Latin Latvian Lithuanian Macedonian Malay Malayalam Maori Mongolian Multiple Norwegian Persian
    Polish Portuguese Pushto Romanian Russian Sanskrit Serbian Slovak Slovenian Spanish Swedish
    Thai Tibetan Turkish Ukrainian Undetermined Urdu Vietnamese Welsh
"""
LANGUAGES: Final = frozenset(_LANGUAGES.split())

FREE: Final[dict[str, FreeFullText]] = {
    "free pmc article": "pmc",
    "free article": "free",
    "free full text": "free",
    "free books & documents": "free",
}
"""Free-text marks, lower case and without a full stop → ``free_full_text``."""

SEASON: Final = "(?:Winter|Spring|Summer|Fall|Autumn)"
YEAR: Final = rf"(?:{SEASON} )?(?:1[6-9]|20)\d\d\b"
"""How a printed date begins."""

NO_ABSTRACT: Final = re.compile(r"\[?no abstract available\.?\]?", re.IGNORECASE)

COPYRIGHT: Final = re.compile(
    r"(?:copyright\b|©|\([cC]\) ?(?:the |\d{4})|published by "
    r"|this article is protected by copyright"
    r"|all rights reserved|\d{4} [^:]{0,80}(?:all rights reserved|published by))",
    re.IGNORECASE,
)
"""How the copyright line below an abstract begins."""

LABEL_WORD: Final = re.compile(
    r"\b(?:abstract|aims?|backgrounds?|case|clinical|comments?|conclusions?|context|data|designs?"
    r"|discussion|evidence|findings?|funding|goals?|highlights|hypothes[ie]s|implications?"
    r"|importance|interpretation|interventions?|introduction|keypoints|level|limitations?"
    r"|materials?|measure(?:s|ments?)?|methods?|methodology|motivations?|objectives?|outcomes?"
    r"|participants?|patients?|perspectives?|practice|presentation|procedures?|purposes?|question"
    r"|rationale|recommendations?|registration|relevance|results?|reviewers?|sample|selection"
    r"|setting|settings|significance|sources?|statement|study|subjects?|summary|synthesis|unlabelled"
    r"|key|messages?|points?|primary|availability|synopsis|overview|scope|strengths?|trial|topic|known|adds?)\b",
    re.IGNORECASE,
)
"""Words that labels of structured abstracts are made of."""
