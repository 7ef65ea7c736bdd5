"""Tests of pubmed-scraper."""
