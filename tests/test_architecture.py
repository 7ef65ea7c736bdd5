"""The rules that keep the code easy to find one's way in."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import scraper
from scraper import rendering, sections
from scraper.encode import FIELDS
from scraper.rendering import page as text_page
from tests.matrix import matrix
from tests.pairs import ROOT

PACKAGE = ROOT / "scraper"
MODULES = sorted(PACKAGE.rglob("*.py"))

ONLY_IN = {
    "bs4": {"decode.py"},
    "selectolax": {"dom.py"},
    "httpx": {"crawler"},
    "protego": {"crawler"},
    "click": {"cli"},
    "rich": {"cli"},
    "jinja2": {"webpage.py"},
    "pygal": {"summary"},
    "igraph": {"graph"},
    "networkx": {"graph"},
    "fsspec": {"sources"},
    "dask": {"shards"},
    "distributed": {"shards"},
    "pyarrow": {"arrow.py", "sinks"},
}
"""Which top-level entries of the package may import a library."""

MAY_NOT_IMPORT = {
    "model.py": {"dom", "pages", "sections", "encode", "normalize"},
    "normalize.py": {"dom", "pages", "sections", "encode"},
    "sections": {"encode", "pipeline", "cli", "sources", "sinks", "batch"},
    "references": {"dom", "pages", "sections", "encode", "pipeline", "cli", "sources", "sinks"},
    "sources": {"pipeline", "sections", "pages"},
    "sinks": {"pipeline", "sections", "pages"},
    "pipeline.py": {"sources", "sinks", "cli", "batch", "crawler"},
    "shards": {"cli", "pipeline", "sections", "pages"},
    "arrow.py": {"cli", "sinks", "crawler"},
    "crawler": {"cli", "sinks", "batch", "dom", "sections"},
    "summary": {"cli", "sinks", "sources", "pipeline", "sections", "graph"},
    "graph": {"cli", "sinks", "sources", "pipeline", "sections", "summary"},
    "diagnosis": {"cli", "sinks", "sources", "batch", "crawler"},
    "webpage.py": {"cli", "sinks", "summary", "graph"},
    "provenance": {"cli", "sinks", "sources", "pipeline", "inspection", "webpage"},
    "inspection": {"cli", "sinks", "sources", "pipeline", "summary", "graph"},
}


def imports(module: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            name = node.module or ""
            found |= {name, *(f"{name}.{alias.name}" for alias in node.names)}
    return found


def place(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports(module: Path) -> None:
    found = imports(module)
    tops = {name.split(".")[0] for name in found}
    for library, places in ONLY_IN.items():
        assert library not in tops or place(module) in places
    ours = {name.split(".")[1] for name in found if name.startswith("scraper.")}
    assert not ours & MAY_NOT_IMPORT.get(place(module), set())


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_print_stands_in_the_command_line_only(module: Path) -> None:
    calls = [
        node.func.id
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    assert "print" not in calls or place(module) == "cli"


@pytest.mark.parametrize(
    "module", sorted((PACKAGE / "sections").glob("[a-z]*.py")), ids=lambda p: p.name
)
def test_sections_do_not_import_each_other(module: Path) -> None:
    names = {
        name.removeprefix("scraper.sections.").split(".")[0]
        for name in imports(module)
        if name.startswith("scraper.sections.")
    }
    assert all(name.startswith("_") for name in names)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_are_short_or_say_why(module: Path) -> None:
    source = module.read_text()
    docstring = ast.get_docstring(ast.parse(source)) or ""
    assert len(source.splitlines()) <= 200 or "long because" in docstring.lower()


def test_the_registry_reads_every_field_of_the_record() -> None:
    read = {field.__name__ for field in sections.FIELDS}
    for family in sections.FAMILIES:
        fields = set(family.__annotations__["return"].__annotations__)
        assert not fields & read
        read |= fields
    assert read | {"schema_version", "retracted", "warnings"} == set(FIELDS)


def test_contributing_shows_the_matrix_of_sections_and_layouts() -> None:
    assert matrix() in (ROOT / "CONTRIBUTING.md").read_text()


def test_public_surface() -> None:
    assert scraper.__all__ == sorted(scraper.__all__, key=str)
    assert dir(scraper) == sorted(scraper.__all__)
    for name in scraper.__all__:
        assert getattr(scraper, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        scraper.nothing  # noqa: B018


def test_import_is_light() -> None:
    code = "import sys, scraper; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"selectolax", "bs4", "httpx", "click", "rich", "msgspec", "attrs"}
    assert not heavy & set(run.stdout.split())


def test_a_modern_page_needs_no_reader_of_other_layouts() -> None:
    page = ROOT / "samples" / "modern" / "plain-abstract.html"
    code = (
        "import sys, scraper; scraper.convert_json(open(sys.argv[1], 'rb').read());"
        "print(*sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(page)], capture_output=True, text=True, check=True
    )
    others = (
        "rendering.page",
        "medline",
        "pubmed_xml",
        "classify",
        "boilerplate",
        "provenance",
        "crawler",
    )
    assert not {f"scraper.{name}" for name in others} & set(run.stdout.split())


def test_a_page_converted_by_the_command_needs_nothing_of_others() -> None:
    page = ROOT / "samples" / "modern" / "plain-abstract.html"
    argv = [sys.executable, "-X", "importtime", "-m", "scraper", "convert", str(page)]
    run = subprocess.run(argv, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "scraper.pipeline" in loaded
    others = (
        "sinks.appending",
        "sinks.sqlite",
        "sources.members",
        "sources.zipentry",
        "cli.parts",
        "shards",
    )
    rare = {"difflib", "shlex", "subprocess", "asyncio", "bs4", "httpx", "rich"}
    assert not ({f"scraper.{name}" for name in others} | rare) & loaded


def test_renderings_are_loaded_by_name_only() -> None:
    assert issubclass(text_page.TextPage, rendering.TextPage)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        rendering.nothing  # noqa: B018


def test_public_functions_have_docstrings_and_code_names_no_workplace() -> None:
    for path in [*MODULES, *(ROOT / "tests").rglob("*.py")]:
        text = path.read_text()
        assert not re.search(r"/(?:work|root|opt)/", text), path
