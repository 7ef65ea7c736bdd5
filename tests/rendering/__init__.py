"""Tests of the text layout."""
