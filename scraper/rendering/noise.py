"""Boilerplate of PubMed's pages as it stands in text renderings: banner, menus, buttons, footers.

A line that is wholly one of these is never part of a value.
"""

import re
from typing import Final

_BANNER: Final = (
    r"Skip to main page content",
    r"U\.S\. flag",
    r"Dot gov",
    r"Https",
    r"Here.s how you know",
    r"An official website of the United States government",
    r"The \.gov means it.s official\.",
    r"Federal government websites often end in \.gov or \.mil\..*",
    r"The site is secure\.",
    r"The https:// ensures that you are connecting .*",
    r"Access keys NCBI Homepage .*",
    r"This site needs JavaScript to work properly\..*",
    r"Filters applied\. Clear all",
)
_BUTTONS: Final = (
    r"PubMed Disclaimer",
    r"(?:Show|Hide) details",
    r"Display options",
    r"Expand|Collapse|Actions|Cite|Copy|Share|Collections|Favorites|Permalink|Feedback",
    r"Loading \.\.\.|Format ?:? ?Abstract ?PubMed ?PMID",
    r"Search in (?:PubMed|MeSH|NLM Catalog)|Add to Search",
    r"Full[ -]text links ?(?:Cite)?(?: Display options)?",
    r"Item in Clipboard",
    r"Show more similar articles(?: See all similar articles)?",
    r"See all similar articles",
    r'See all "Cited by" articles',
    r"Click here to read|(?:(?:(?:(?:Click )?here )?to )?read ?)?Links",
    r"See this image and copyright information in PMC",
    r"See comment in PubMed Commons below",
    r"Sorry, your browser is unsupported .*",
    r"(?:» )?See (?:reviews|all|more)\.\.\..*",
    r"See all images ?\(\d+\)(?: ?Free text)?|Free text",
    r"Share on (?:Facebook|Twitter|Google\+)",
    r"Publication [Tt]ypes?(?:\(s\))?, (?:MeSH|Substances|Secondary|Grant|Personal|Suppl).*",
)
_END: Final = (
    r"NCBI Literature Resources",
    r"Follow NCBI",
    r"Connect with NLM",
    r"(?:Full[ -]text links )?\[x\]",
    r"full text provider logo\b.*",
    r"Send To",
    r"Copy ?Download \.nbib.*",
    r"Simple NCBI Directory",
    r"You are here: NCBI .*",
    r"Recent Activity",
    r"Write to the Help Desk.*",
    r"Support Center.*",
    r"NCBI \| NLM \| NIH",
)
_DIALOGS: Final = frozenset({"Full text links", "Full-text links", "Cite"})
_BREAK: Final = frozenset({"PubMed Commons", "PubMed Commons home", "Supplemental Content"})

_NOISE: Final = re.compile("|".join((*_BANNER, *_BUTTONS)))
_FOOTER: Final = re.compile("|".join(_END))


def is_noise(text: str) -> bool:
    """Tell whether a squashed line is boilerplate and nothing else.

    >>> is_noise("Dot gov"), is_noise("See all similar articles"), is_noise("Dot plots")
    (True, True, False)
    """
    return _NOISE.fullmatch(text) is not None


def is_footer(text: str) -> bool:
    """Tell whether nothing of the article follows this line.

    >>> is_footer("NCBI Literature Resources"), is_footer("Follow NCBI recommendations")
    (True, False)
    """
    return _FOOTER.fullmatch(text) is not None


def is_dialog(text: str) -> bool:
    """Tell whether a line below an article's lists begins the dialogs after the article.

    Above the abstract the same words are buttons.

    >>> is_dialog("Full text links")
    True
    """
    return text in _DIALOGS


def is_aside(text: str) -> bool:
    """Tell whether a panel begins that is no section, though sections may follow it.

    >>> is_aside("Supplemental Content")
    True
    """
    return text in _BREAK


def is_closing(text: str) -> bool:
    """Tell whether a line stands only below an article's last section.

    >>> is_closing("Feedback"), is_closing("PubMed Commons home")
    (True, True)
    """
    return text == "Feedback" or is_aside(text)
