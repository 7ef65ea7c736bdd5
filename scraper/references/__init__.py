"""Records as references: RIS, BibTeX, CSL-JSON and MEDLINE, each a pure function of a record.

The writers are our own: each writes one line a value, and rispy's and pybtex's would have to be
kept from their faults at every value. rispy's puts ``1.`` before ``TY``, prints a list of
affiliations as Python does, and lets a line of an abstract end the reference; pybtex's refuses a
lone brace and leaves every backslash a command. ``tests/references/test_libraries.py`` shows it.
In the tests they read what we write.
"""

from scraper.references.bibtex import bibtex
from scraper.references.csl_json import csl_json
from scraper.references.nbib import nbib
from scraper.references.ris import ris

__all__ = ["bibtex", "csl_json", "nbib", "ris"]
