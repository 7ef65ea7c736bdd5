"""Pages in processes of their own, so that one that breaks the parser costs one page.

`Workers.run` is `batch.run` over supervised processes; `Limits` is what a page may take.
"""

from scraper.workers.limits import Limits
from scraper.workers.pool import Workers, cpus

__all__ = ["Limits", "Workers", "cpus"]
