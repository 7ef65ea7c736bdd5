"""The authors of a record."""

from .basics import Json


def author(
    name: str,
    last: str,
    initials: str,
    *affiliations: int,
    suffix: str | None = None,
    equal: bool = False,
) -> Json:
    """Write one person: the printed name, then its parts, then the affiliations (0-based)."""
    fore = name.removesuffix(f" {suffix}" if suffix else "").removesuffix(last).strip()
    return {
        "name": name,
        "last_name": last,
        "fore_name": fore or None,
        "initials": initials,
        "suffix": suffix,
        "collective_name": None,
        "orcid": None,
        "equal_contrib": equal,
        "affiliations": list(affiliations),
    }


def first_author(name: str) -> list[Json]:
    """Write the only author that a text rendering names; his name is not split."""
    nobody = dict.fromkeys(
        ("last_name", "fore_name", "initials", "suffix", "collective_name", "orcid")
    )
    return [{"name": name, **nobody, "equal_contrib": False, "affiliations": []}]


def investigator(name: str, group: str | None = None, *affiliations: str, **parts: str) -> Json:
    """Write a collaborator, under a group; a name is split where the page has a link for it."""
    nobody = dict.fromkeys(("last_name", "fore_name", "initials", "suffix"))
    rest = {"collective_name": group, "affiliations": list(affiliations)}
    return {"name": name, **nobody, **parts, **rest}


def group(name: str, *affiliations: int) -> Json:
    """Write one collective author."""
    nobody = dict.fromkeys(("last_name", "fore_name", "initials", "suffix"))
    return {
        "name": name,
        **nobody,
        "collective_name": name,
        "orcid": None,
        "equal_contrib": False,
        "affiliations": list(affiliations),
    }
