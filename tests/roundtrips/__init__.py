"""Proof by construction: a drawn article, rendered and read again, is the same article.

``layouts`` draws a page and the record that it shows, ``comparison`` reads the page and names
what differs. Under pytest Hypothesis hands in the numbers (``choices``), in CI some thousand
times; ``python -m tests.roundtrips`` takes seeded ones, as often as you like.
"""
