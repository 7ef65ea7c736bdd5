"""Words and texts: letters of many scripts, marks that HTML escapes, inline markup."""
# ruff: noqa: RUF001 - letters and quotes that look like others are meant

from html import escape
from random import Random

from .chance import chance

_LATIN = "abcdefghijklmnopqrstuvwxyzäéøłşžñç"
_SCRIPTS = (_LATIN, _LATIN, _LATIN, _LATIN.upper(), "αβγδλμωΔ", "абвгдежз", "中文字符學", "한국어말",
            "עבריתש", "العربية", "ไทยก", "0123456789")  # fmt: skip
_NOT_LATIN = ("абвгдежз", "中文字符學", "한국어말", "αβγδλμω")
_MARKS = ("a", "P<0.001", "R&D", "&amp;", "(a, b)", "[k]", "n>3;", "1:20", "x/y", "don't", "—",
          "5%", "“q”", '"q"', "&lt;b&gt;", "<", "a<b>c", "C++", "*p*", "±", "α-β", "CO₂", "x̄", "ế",
          "ǭ̲", "🧬", "N’a", "vs.", "e.g.,", "IL-2", "2.5", "_y_", "{z}", "a=b", "'s", "\\n")  # fmt: skip
_COMMON = ("the", "of", "and", "was", "with", "by", "is", "from", "not")
_TAGS = ("b", "i", "u", "sub", "sup")


def latin(random: Random) -> str:
    """Draw a word of Latin letters."""
    return "".join(random.choices(_LATIN, k=random.randint(2, 9)))


def capital(random: Random) -> str:
    """Draw a Latin word that begins with a capital letter."""
    return latin(random).capitalize()


def word(random: Random) -> str:
    """Draw a word of any script."""
    return "".join(random.choices(random.choice(_SCRIPTS), k=random.randint(1, 9)))


def token(random: Random) -> str:
    """Draw a word, or a mark that a careless reader trips over."""
    return random.choice(_MARKS) if chance(random, 0.3) else word(random)


def phrase(random: Random) -> str:
    """Draw a few words and marks."""
    return " ".join(token(random) for _ in range(random.randint(1, 7)))


def name(random: Random) -> str:
    """Draw a few capitalized words, as names of journals, places and groups are made of."""
    return " ".join(capital(random) for _ in range(random.randint(1, 4)))


def prose(random: Random) -> str:
    """Draw a sentence that reads as English does: one of its commonest words is in it."""
    words = [capital(random), random.choice(_COMMON)]
    for at in range(random.randint(1, 20)):
        common = at % 4 == 3
        words.append(random.choice(_COMMON) if common else _plain(random))
    return f"{' '.join(words)} {latin(random)}."


def foreign(random: Random) -> str:
    """Draw a sentence that is certainly not English: none of its commonest words, or no letter."""
    if chance(random, 0.3):
        letters = random.choice(_NOT_LATIN)
        return " ".join("".join(random.choices(letters, k=4)) for _ in range(random.randint(8, 12)))
    words = [f"{capital(random)}o", *(_other_latin(random) for _ in range(random.randint(13, 25)))]
    return f"{' '.join(words)}."


def _other_latin(random: Random) -> str:
    return (
        random.choice(("el", "la", "que", "y", "der", "und"))
        if chance(random)
        else f"{latin(random)}o"
    )


def _plain(random: Random) -> str:
    return random.choice(_MARKS) if chance(random, 0.15) else latin(random)


def marked_up(random: Random) -> tuple[str, str | None]:
    """Draw a text and its marked-up twin, which is None where there is no markup."""
    text = html = ""
    for at in range(random.randint(1, 6)):
        gap = " " if at and chance(random) else ""
        plain, marked = _piece(random)
        text += gap + plain
        html += gap + marked
    return text, html if any(f"<{tag}>" in html for tag in _TAGS) else None


def _piece(random: Random) -> tuple[str, str]:
    """Draw a token: bare, in one tag, or in one with another inside."""
    plain = token(random)
    marked = escape(plain, quote=False)
    if chance(random, 0.3):
        tag = random.choice(_TAGS)
        if chance(random, 0.2):
            inner, inside = _piece(random)
            plain, marked = f"{plain} {inner}", f"{marked} {inside}"
        marked = f"<{tag}>{marked}</{tag}>"
    return plain, marked
