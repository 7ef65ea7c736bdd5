"""A page that says what is in a file of records: counts, charts, and a table of articles.

::

    lines ─ Line ─ Tally (counts) ─ page ─ one HTML file
                     └─ Newest (rows of the table, as many as fit)
"""

from scraper.summary.line import LineDecoder
from scraper.summary.page import page
from scraper.summary.tally import Tally

__all__ = ["LineDecoder", "Tally", "page"]
