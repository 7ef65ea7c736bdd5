"""The body of an article: abstracts, figures, links to elsewhere."""

from random import Random

from tests.pagegen.build import Json, joined, linkout, section

from .chance import chance, perhaps, several
from .entries import ids
from .terms import url
from .words import marked_up, name, phrase, prose

LABELS = ("Background", "METHODS AND RESULTS", "Aim (short)", "Level of evidence", "Results",
          "Conclusion(s)", "What's new", "Design, setting & participants", "Trial registration",
          "Primary funding source", "Key Points/Messages")  # fmt: skip
_OTHER_LABELS = ("Introducción", "Métodos", "Ergebnisse", "要旨")
OTHER_LANGUAGES = ("French", "German", "Chinese", "Portuguese")
_CATEGORIES = ("Full Text Sources", "Other Literature Sources", "Medical", "Research Materials")
_MOST_SECTIONS, _MOST_LINKS = 5, 3


def abstract(random: Random) -> list[Json]:
    """Draw the sections of an abstract; most have a label, or none has."""
    labelled = chance(random)
    return several(random, lambda random: _section(random, labelled=labelled), _MOST_SECTIONS)


def _section(random: Random, *, labelled: bool) -> Json:
    text, html = marked_up(random) if chance(random) else (prose(random), None)
    label = random.choice(LABELS) if labelled and not chance(random, 0.1) else None
    return section(text, label, html)


def other_abstract(random: Random, language: str) -> Json:
    """Draw an abstract in another language."""
    labelled = chance(random)
    parts = []
    for _ in range(random.randint(1, 3)):
        text, html = marked_up(random)
        parts.append(section(text, random.choice(_OTHER_LABELS) if labelled else None, html))
    return {"language": language, "heading": None, "text": joined(parts), "sections": parts}


def copyright_line(random: Random) -> str:
    """Draw a copyright line."""
    return random.choice(
        ("Copyright © 2020 {}", "© 2021 The Author(s). {}", "Published by {}", "(c) 1999, {}")
    ).format(prose(random))


def figures(random: Random) -> list[Json]:
    """Draw figures: label, caption with markup, addresses of picture and thumbnail."""
    count = random.randint(1, 4) if chance(random, 0.3) else 0
    return [_figure(random, number) for number in range(1, count + 1)]


def _figure(random: Random, number: int) -> Json:
    label = random.choice(("Figure {}", "FIG. {}.", "Fig. {}", "Table {}")).format(number)
    caption, html = marked_up(random) if chance(random, 0.9) else (None, None)
    address = f"https://cdn.made.example/{ids(random)}/g{number:03}"
    found: Json = {
        "label": label,
        "caption": caption,
        "url": f"{address}.jpg",
        "thumbnail_url": perhaps(random, lambda _: f"{address}.gif"),
    }
    return found | ({"_caption_html": html} if html else {})


def full_text_links(random: Random) -> list[Json]:
    """Draw links to the full text; one may be an icon without a name."""
    return several(random, _full_text, _MOST_LINKS)


def _full_text(random: Random) -> Json:
    provider = random.choice((None, "Free PMC article", name(random), phrase(random)))
    return {"provider": provider, "url": url(random)}


def link_out(random: Random) -> list[Json]:
    """Draw LinkOut resources."""
    return several(random, lambda r: linkout(name(r), url(r), r.choice(_CATEGORIES)), _MOST_LINKS)


def related_information(random: Random) -> list[Json]:
    """Draw links to other databases."""
    return several(random, lambda r: {"name": name(r), "url": url(r)}, _MOST_LINKS)


def nlm_unique_id(random: Random) -> str:
    """Draw the journal's id in NLM's catalog."""
    return random.choice(("{:07}", "10{:07}", "{:07}R")).format(random.randint(1, 9_999_999))
