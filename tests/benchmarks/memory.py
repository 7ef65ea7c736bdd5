"""How much memory the command takes for ever more pages: the growth must be flat."""

from tests.benchmarks.batches import page_files
from tests.benchmarks.table import table
from tests.benchmarks.timing import command

_STEP = 10


def report(count: int) -> str:
    """Measure a hundredth of the pages, a tenth, and all of them."""
    rows = []
    for number in (count // _STEP**2, count // _STEP, count):
        with page_files(number) as folder:
            used = command("convert", str(folder / "pages"), "-o", str(folder / "x.jsonl"))
        rows.append([f"{number:,}", f"{used.peak / 10**6:.0f}", f"{number / used.seconds:,.0f}"])
    head = ["pages", "peak MB, all processes", "pages/s"]
    return table("Memory", head, rows)
