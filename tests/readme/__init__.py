"""Read the examples of a Markdown file, so that tests can hold them true.

What the language behind the fence promises:

- ``console``: each ``$ command`` is run in the project's folder and prints exactly what stands
  below it; ``…`` stands for anything.
- ``sh``: every ``pubmed-scraper`` command is understood by the program; it is not run.
- ``python``, ``pycon``: the block runs; what ``pycon`` shows is what comes out.

A comment in the line above the fence takes that back, with a reason::

    <!-- not run: figures of one machine -->
"""
