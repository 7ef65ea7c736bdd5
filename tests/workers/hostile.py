"""Pages built to overload a reader: small or medium in bytes, pathological in structure."""

import random
from collections.abc import Callable, Mapping
from typing import Final

HEAD: Final = (
    b"<html><head><meta name=ncbi_app content=pubmed><meta name=uid content=5></head><body>"
    b"<main class=article-details id=article-details><header id=full-view-heading>"
    b"<h1 class=heading-title>T</h1>"
)
TEXT: Final = b""". 2020 Jan;12(3):45-9.
doi: 10.5555/demo.1.

A short study of long rivers

Affiliations

A short study of long rivers

Ada Brook et al. J Invent Geogr. 2020 Jan.

Abstract

Rivers are long.
"""
MEDLINE: Final = b"PMID- 1\nOWN - NLM\nTI  - T\n"


def article(*, head: bytes = b"", body: bytes = b"") -> bytes:
    """Put something into an article's heading, or below it."""
    return HEAD + head + b"</header>" + body + b"</main></body></html>"


def citation(printed: bytes) -> bytes:
    """Make an article whose citation is odd."""
    source = b"<button class=journal-actions-trigger title=J>J</button><span class=cit>%b</span>"
    return article(head=b"<div class=article-source>" + source % printed + b"</div>")


def numbered(form: bytes, count: int) -> bytes:
    """Repeat something with a number in it."""
    return b"".join(form % number for number in range(count))


STRUCTURES: Final[Mapping[str, Callable[[], bytes]]] = {
    "deep-div": lambda: b"<div>" * 10**5 + b"x",
    "deep-div-in-main": lambda: HEAD + b"<div>" * 10**5,
    "deep-section-in-whole-main": lambda: article(body=b"<section>" * 10**5),
    "deep-and-closed": lambda: b"<div>" * 10**5 + b"</div>" * 10**5,
    "deep-list": lambda: b"<ul><li>" * (2 * 10**4),
    "deep-definition-list": lambda: b"<dl><dd>" * (2 * 10**4),
    "deep-table": lambda: b"<table><tr><td>" * (2 * 10**4),
    "deep-svg": lambda: b"<svg>" * 10**5,
    "deep-template": lambda: b"<template>" * (2 * 10**4),
    "open-fonts": lambda: numbered(b"<font a%d>", 2 * 10**4) + b"<p>x" * 50,
    "open-nobr": lambda: numbered(b"<nobr a%d>", 2 * 10**4),
    "open-and-shut": lambda: HEAD + numbered(b"<b a%d><i b>", 5000) + b"x</b>" * 10**4,
    "misnested": lambda: b"<b>" * 10 + b"<div>" * (2 * 10**4) + b"</b>" * (2 * 10**4),
    "foster-parents": lambda: b"<table>" * (2 * 10**4) + b"x<b>" * (2 * 10**4),
    "attributes": lambda: b"<p " + numbered(b"a%d=1 ", 10**5) + b">x",
    "attributes-of-body": lambda: numbered(b"<body a%d=1>", 5 * 10**4),
    "tags-in-tags": lambda: b"<main " * 10**5 + b"</main>" * 10**5,
}
"""What is told before parsing."""

EVASIONS: Final[Mapping[str, Callable[[], bytes]]] = {
    "deep-between-end-tags": lambda: article(body=b"<div><b></b>" * 10**5),
    "fonts-between-end-tags": lambda: numbered(b"<font a%d><i></i>", 2 * 10**4) + b"<p>x" * 50,
    "attributes-between-quoted-ends": lambda: b"<p " + numbered(b'a%d=">"', 10**5) + b">x",
    "attributes-of-html": lambda: numbered(b"<html a%d=1></b>", 5 * 10**4),
}
"""What gets past that and overloads the parser: a process is for it."""

HARMLESS: Final[Mapping[str, Callable[[], bytes]]] = {
    "attribute": lambda: b'<p title="' + b"A " * (4 * 10**6) + b'">x',
    "entities": lambda: b"<p>" + b"&amp;" * (2 * 10**6),
    "comment": lambda: b"<!--" + b"-" * 10**7,
    "script": lambda: b"<script>" + b"<!--<script>" * 10**6,
    "nul": lambda: b"\0" * (5 * 10**6) + b"<p>x\0y</p>",
    "no-utf8": lambda: b"<p>" + b"\xff\xfe\xc3" * (2 * 10**6),
    "declarations": lambda: b"\xff" + b"<meta" * (3 * 10**5),
    "paragraphs": lambda: b"<p>x" * (5 * 10**5),
    "random": lambda: random.Random(1).randbytes(2 * 10**6),  # noqa: S311 - no secret
    "spaces-in-citation": lambda: citation(b"2020 Jan" + b" " * 10**6 + b";1"),
    "digits-in-citation": lambda: citation(b"2020 Jan;" + b"1" * 10**6),
    "semicolons-in-citation": lambda: citation(b"2020;" + b";" * 10**5 + b":" * 10**5),
    "months-in-citation": lambda: citation(b"2020 Jan" + b"-Feb" * 10**5),
    "brackets": lambda: article(head=b"[" * 10**5),
    "references-in-text": lambda: TEXT + b"\nReferences\n\n" + b"1. A B. J. 2020;1:2-3.\n" * 10**4,
    "blank-lines-in-text": lambda: TEXT + b"\n" * 10**5,
    "one-line-of-text": lambda: TEXT + b"word " * 10**5,
    "markdown": lambda: TEXT + b"[" * 10**5 + b"**" * 10**5 + b"|---" * 10**5,
    "tiny-lines-of-medline": lambda: MEDLINE + b"AU  - A\n" * 10**4,
    "medline-goes-on": lambda: MEDLINE + b"      x\n" * 10**5,
}
"""What takes a reader with a quadratic step for ever, and ours not."""

CASES: Final = {**STRUCTURES, **EVASIONS, **HARMLESS}
