"""Tests of the crawl, against a small PubMed on loopback."""
