"""References, each format read by a program that we have not written.

``ris_``, ``bibtex_``, ``csl_`` and ``nbib_reading`` say, for each format, what its reader finds in
a text (``found``) and what it must find for a record (``wanted``): the table in the README, as code.
"""
