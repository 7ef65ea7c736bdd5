"""Pages that look like PubMed's, generated from invented records.

``modern_page`` renders a record as HTML of the modern layout, ``text_rendering`` as what a text
extractor leaves of it; ``sample_pages`` gives all files of ``samples/``. ``python -m
tests.pagegen`` writes them.
"""

from .eras import ERAS, Era
from .modern import modern_page
from .samples import SAMPLES, sample_pages
from .saved import browser_saved, highlighted
from .text import text_rendering

__all__ = [
    "ERAS",
    "SAMPLES",
    "Era",
    "browser_saved",
    "highlighted",
    "modern_page",
    "sample_pages",
    "text_rendering",
]
