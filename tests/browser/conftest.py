"""Chromium, started for each module, and pages of ours opened in it.

Any page that this program writes can be tested with the fixture ``opened``: it takes the
page's bytes, and fails the test if the page asked for anything, or said anything in the
console.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import define, field

from tests.browser.chromium import NO_CHROMIUM, NO_PLAYWRIGHT, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Start Chromium, or skip with the reason why not.

    Of a module's own: as long as it is there an event loop runs in this thread, and tests of
    the crawler start one, too.
    """
    pytest.importorskip("playwright.sync_api", reason=NO_PLAYWRIGHT)
    if shutil.which("chromium") is None:
        pytest.skip(NO_CHROMIUM)
    with chromium() as started:
        yield started


@define(slots=False)  # playwright hangs its own attributes on the owner of a handler
class Opened:
    """A page in the browser, and what it did that it should not."""

    page: "Page"
    address: str
    faults: list[str] = field(factory=list)

    def watch(self) -> None:
        """Take note of requests, of what the console says, and of dialogs."""
        page = self.page
        page.on("request", lambda it: self._fault(it.url) if it.url != self.address else None)
        page.on("console", lambda it: self._fault(it.text))
        page.on("pageerror", lambda it: self._fault(str(it)))
        page.on("dialog", self._refuse)

    def _refuse(self, dialog: "Dialog") -> None:
        self._fault(dialog.message)
        dialog.dismiss()

    def _fault(self, what: str) -> None:
        self.faults.append(what)

    def harmed(self) -> Any:  # noqa: ANN401 - whatever the page holds
        """Return what a hostile word would have set."""
        return self.page.evaluate("window.harmed")


class Opener:
    """Opens pages from files, each in a profile of its own."""

    def __init__(self, browser: "Browser", folder: Path) -> None:
        self._browser, self._folder = browser, folder
        self._opened: list[Opened] = []

    def __call__(self, html: bytes, *, width: int = 1280, dark: bool = False) -> Opened:
        """Open a page; ``faults`` is looked at when the test is over."""
        path = self._folder / f"{len(self._opened)}.html"
        path.write_bytes(html)
        context = self._browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        opened = Opened(context.new_page(), path.as_uri())
        opened.watch()
        opened.page.goto(opened.address)
        self._opened.append(opened)
        return opened

    def close(self) -> list[str]:
        """Close all pages; return what they did that they should not."""
        for opened in self._opened:
            opened.page.context.close()
        return [fault for opened in self._opened for fault in opened.faults]


@pytest.fixture
def opened(browser: "Browser", tmp_path: Path) -> Iterator[Opener]:
    """Give what opens a page; no page may ask for anything or complain."""
    opener = Opener(browser, tmp_path)
    yield opener
    assert opener.close() == []
