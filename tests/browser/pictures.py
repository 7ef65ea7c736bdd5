"""The pictures of the README: ``python -m tests.browser.pictures`` draws them anew."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from scraper.graph.drawing import page as drawing
from scraper.inspection import inspect
from scraper.summary import page as summary
from tests.browser.chromium import chromium
from tests.jsonl import network, samples, tally
from tests.pairs import ROOT, SAMPLES

PICTURES: Final = ROOT / ".images"


def main() -> None:
    """Take a screenshot of each report of the samples, and of the inspection of one."""
    records = [record for record in samples() if record["kind"] != "listing"]
    shown = SAMPLES / "modern" / "structured-abstract.html"
    pages = {
        "summary": (summary(tally(records), "samples.jsonl"), 1240, 880),
        "graph": (drawing(network(records), "samples.jsonl"), 960, 500),
        "inspect": (inspect(shown.read_bytes(), shown.name), 1240, 640),
    }
    with TemporaryDirectory() as folder, chromium() as browser:
        for name, (html, width, height) in pages.items():
            path = Path(folder, f"{name}.html")
            path.write_bytes(html)
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.goto(path.as_uri())
            for field in page.locator("[data-path='title']").all():  # as if one pointed at it
                field.hover()
            page.screenshot(
                path=PICTURES / f"{name}.png",
                clip={"x": 0, "y": 0, "width": width, "height": height},
            )


if __name__ == "__main__":
    main()
