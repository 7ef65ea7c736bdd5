"""Values that would break a careless writer."""

import html

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from scraper.model import (
    Article,
    Author,
    Date,
    Grant,
    Journal,
    LinkedArticle,
    MeshHeading,
    Notice,
    Page,
    Section,
)
from scraper.normalize import squash

STEADY = settings(
    deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], max_examples=50
)
"""The gate draws the same articles each time, however busy the machine is."""

FRAGMENTS = [
    "\nER  - \n", "\nTY  - JOUR\n", "\nPMID- 1\n", "\n\nSO  - J Mud.\n", "@article{a,", "}", "{", "\\", "\\}",
    "{\\", "%", " and ", " AND ", ",", "``", "''", "--", "---", "?`", "~", "^", "_", "#", "$", "&amp;", "<i>",
    "</sub>", "e\u0301", "\u05e9\u05dc\u05d5\u05dd", "\u202e", "明", "🧬", "👩‍🔬", "DNA", "mRNA", "de ", "\x0b",
    "\u2028", "\xa0", '"', "=", "||", "ǅ", "ß", "ﬁ", ": ", "\t", "  ", "\r\n",
]  # fmt: skip
_letters = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=6)
raw_text = st.lists(st.sampled_from(FRAGMENTS) | _letters, min_size=1, max_size=8).map("".join)
hostile_text = raw_text.filter(lambda text: bool(squash(text)))
_texts = st.lists(hostile_text, max_size=3).map(tuple)


@st.composite
def titles(draw: st.DrawFn) -> tuple[str, str | None]:
    """Draw a title and its marked-up twin."""
    runs = draw(st.lists(st.tuples(st.sampled_from(["", "i", "b", "u", "sub", "sup"]), hostile_text),
                         min_size=1, max_size=4))  # fmt: skip
    runs = [(tag, squash(text)) for tag, text in runs]
    plain = " ".join(text for _, text in runs)
    if not any(tag for tag, _ in runs):
        return plain, None
    marked = [f"<{t}>{html.escape(s)}</{t}>" if t else html.escape(s, quote=False) for t, s in runs]
    return plain, " ".join(marked)


_places = st.lists(st.integers(-2, 3), max_size=2).map(tuple)


def _author(last: str, fore: str | None, initials: str | None, suffix: str | None) -> Author:
    return Author(name=last, last_name=last, fore_name=fore, initials=initials, suffix=suffix)


_people = st.builds(
    _author,
    hostile_text,
    st.none() | hostile_text,
    st.none() | st.text("ABÉĘИ", min_size=1, max_size=3),
    st.none() | hostile_text,
)
_groups = st.builds(lambda name: Author(name=name, collective_name=name), hostile_text)
_unsplit = st.builds(lambda name, at: Author(name=name, affiliations=at), hostile_text, _places)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Draw an article of hostile values."""
    title, marked = draw(titles())
    abstract = draw(hostile_text)
    return Article(
        pmid="12",
        pmcid=draw(hostile_text),
        doi=draw(hostile_text),
        title=title,
        title_html=marked,
        vernacular_title=draw(hostile_text),
        authors=tuple(draw(st.lists(_people | _groups | _unsplit, max_size=4))),
        affiliations=draw(_texts),
        journal=Journal(title=draw(hostile_text), medline_ta=draw(hostile_text)),
        pages=draw(hostile_text),
        volume=draw(hostile_text),
        pub_date=Date(raw="2010 Sep-Oct", year=2010, iso="2010"),
        abstract=abstract,
        abstract_sections=(Section(text=abstract),),
        keywords=draw(_texts),
        mesh_headings=tuple(MeshHeading(descriptor_name=said) for said in draw(_texts)),
        grants=tuple(Grant(raw=said) for said in draw(_texts)),
        comments_corrections=tuple(
            Notice(ref_type="CommentIn", article=LinkedArticle(citation=said))
            for said in draw(_texts)
        ),
        page=Page(layout="modern"),
    )
