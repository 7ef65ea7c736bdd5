"""What a page of ours may do."""

import base64
import hashlib
import re

from scraper.summary import page
from scraper.webpage import data
from tests.jsonl import HOSTILE, tally


def test_the_policy_allows_the_page_its_own_style_and_script_only() -> None:
    html = page(tally([]), "x").decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    style, script = (
        re.search(r"<style>(.*?)</style>", html, re.DOTALL),
        re.search(r"<script>(.*?)</script>", html, re.DOTALL),
    )
    assert policy
    assert style
    assert script
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].replace("&#39;", "'").split(";"))
    assert rules == {
        "default-src": "'none'",
        "style-src": f"'{sha256(style[1])}'",
        "script-src": f"'{sha256(script[1])}'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def sha256(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def test_data_cannot_end_its_element() -> None:
    written = data(list(HOSTILE))
    assert "<" not in written
    assert "\\u003c/script>" in written
