"""The marked-up twin of a text: the same words with ``b i u sub sup`` around some of them."""

import re

from scraper.dom import Node, is_text, pieces
from scraper.normalize import squash

_SPACE = re.compile(r"\s+")


def inline_html(child: Node | None) -> str | None:
    """Return the text of a node and its following siblings with inline markup, or None.

    Only ``b i u sub sup`` survive, without attributes. White space is squashed across
    tags, so that the twin without its tags is the text. None where there is no markup.
    """
    if child is None or (child.next is None and is_text(child)):
        return None
    run = pieces(child, markup=True)
    if not any(map(_is_tag, run)):
        return None
    run = [_SPACE.sub(" ", piece) for piece in run if piece]
    _squash_across_tags(run)
    _squash_across_tags(run, backwards=True)
    _drop_empty_pairs(run)
    joined = "".join(run)
    return squash(joined) if "<" in joined else None


def _is_tag(piece: str) -> bool:
    return piece.startswith("<")


def _squash_across_tags(run: list[str], *, backwards: bool = False) -> None:
    """Trim one end of the whole, and (forwards) each gap that follows a gap."""
    gap = True
    for at in range(len(run) - 1, -1, -1) if backwards else range(len(run)):
        if _is_tag(run[at]):
            continue
        if gap:
            run[at] = run[at].rstrip() if backwards else run[at].lstrip()
        if backwards:
            gap = not run[at]
        elif run[at]:
            gap = run[at].endswith(" ")
        if backwards and not gap:
            return


def _drop_empty_pairs(run: list[str]) -> None:
    kept: list[str] = []
    for piece in run:
        if piece.startswith("</") and kept and kept[-1] == f"<{piece[2:]}":
            kept.pop()
        elif piece:
            kept.append(piece)
    run[:] = kept
