"""``python -m scraper`` is ``pubmed-scraper``."""

from scraper.cli import program

if __name__ == "__main__":
    program()
