"""What happens to a page once it is served.

A browser saves it, a program highlights words in it, writes its letters or gaps otherwise.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from random import Random

from .environment import environment, token

SITE = "https://pubmed.ncbi.nlm.nih.gov"
_GAPS = ("\N{NO-BREAK SPACE}", "\n            ", " \t", "\N{THIN SPACE}")


def _in_texts(html: str, change: Callable[[str], str]) -> str:
    """Change what a reader sees inside ``main``; tags stay."""
    head, main, tail = re.split(r"(<main.*?</main>)", html, maxsplit=1, flags=re.DOTALL)
    pieces = re.split(r"(<[^>]*>)", main)
    changed = (piece if index % 2 else change(piece) for index, piece in enumerate(pieces))
    return head + "".join(changed) + tail


def highlighted(html: str, words: Iterable[str]) -> str:
    """Wrap words in ``<mark>`` inside ``main``, as the site's own mark.js does after a search."""
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    return _in_texts(html, lambda text: pattern.sub(r'<mark data-markjs="true">\1</mark>', text))


def respaced(html: str, random: Random) -> str:
    """Put other white space between words, as re-indenting programs and authors do."""
    return _in_texts(html, lambda text: re.sub(r"(?<=\w) (?=\w)", random.choice(_GAPS), text))


def decomposed(html: str) -> str:
    """Write letters and their accents apart (NFD), as some file systems and programs do."""
    return unicodedata.normalize("NFD", html)


def in_ascii(html: str) -> str:
    """Write all but ASCII as character references."""
    return html.encode("ascii", "xmlcharrefreplace").decode()


def relative(html: str) -> str:
    """Leave the site's own address out of its links."""
    return re.sub(rf'(<a\b[^>]*?\shref="){re.escape(SITE)}(?=/)', r"\1", html)


def emphasized(html: str) -> str:
    """Say ``em`` and ``strong`` for ``i`` and ``b``, the innermost first."""
    for tag, name in (("i", "em"), ("b", "strong")):
        found = 1
        while found:
            inner = rf"<{tag}>((?:(?!</?{tag}>).)*)</{tag}>"
            html, found = re.subn(inner, rf"<{name}>\1</{name}>", html)
    return html


def _absolute(url: str, page: str) -> str:
    if url.startswith("//"):
        return f"https:{url}"
    if url.startswith("/"):
        return SITE + url
    return page + url if url.startswith("#") else url


def _asset(url: str, folder: str) -> str:
    name = url.split("?", maxsplit=1)[0].rsplit("/", 1)[-1]
    return f"./{folder}/{name}" + (".download" if name.endswith(".js") else "")


def browser_saved(html: str, page: str, name: str) -> str:
    """Turn a served page into what a browser writes with "Save as, complete" after its scripts ran.

    ``page`` is the address, ``name`` the file's stem: assets are then in ``./{name}_files/``.
    """
    folder = f"{name}_files"
    stamp = f"<!-- saved from url=({len(page):04}){page} -->"
    html = re.sub(
        r"<!DOCTYPE html>\s*<html([^>]*?) >\s*<head ",
        rf"<!DOCTYPE html>\n{stamp}\n<html\1><head ",
        html,
    )
    html = html.replace(
        '<meta charset="UTF-8">',
        '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">',
        1,
    )
    html = re.sub(
        r'(<(?:script|img|link rel="stylesheet")\s[^>]*?)(src|href)="([^"]+)"',
        lambda m: f'{m[1]}{m[2]}="{_asset(m[3], folder)}"',
        html,
    )
    html = re.sub(
        r'(<(?:a|form)\b[^>]*?\s)href="([^"]*)"',
        lambda m: f'{m[1]}href="{_absolute(m[2], page)}"',
        html,
    )
    html = re.sub(r"\s*/>", ">", html)
    html = re.sub(r"&#x27;|&#39;", "'", html)
    html = re.sub(
        r"\s(hidden|required|disabled|async|defer|checked|itemscope|crossorigin)(?=[\s>])",
        r' \1=""',
        html,
    )
    html = html.replace("<body >", '<body class="js-enabled" data-ga-page="abstract">')
    html = _expanded(html)
    template = environment().get_template("modern/script_residue.html.j2")
    residue = template.render(folder=folder, name=token(page, 12))
    head_residue = (
        '<meta name="ncbi_nwds_ver" content="1.2.0"><meta name="ncbi_nwds" content="yes">\n</head>'
    )
    return html.replace("</head>", head_residue, 1).replace("</body>", f"{residue}\n</body>", 1)


def _expanded(html: str) -> str:
    """Open the affiliations and one menu, as the reader had done before saving."""
    html = re.sub(
        r'(id="toggle-authors".*?)aria-expanded="false"(.*?)Expand(\s)',
        r'\1aria-expanded="true"\2Collapse\3',
        html,
        count=1,
        flags=re.DOTALL,
    )
    html = html.replace(
        'class="extended-article-details" id="expanded-authors" aria-hidden="true"',
        (
            'class="extended-article-details expanded" id="expanded-authors" '
            'aria-hidden="false" style="display: block;"'
        ),
        1,
    )
    return html.replace(
        'aria-controls="full-view-journal"\n            aria-expanded="false"',
        'aria-controls="full-view-journal" aria-expanded="true"',
        1,
    )
