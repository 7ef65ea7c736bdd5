"""MeSH headings and grants."""

from .basics import Json


def mesh(*lines: str) -> list[Json]:
    """Write MeSH headings as ``Mice``.

    ``Asthma*`` or ``Asthma*/genetics/drug therapy*`` (one per descriptor).
    """
    headings = []
    for line in lines:
        name, *qualifiers = line.split("/")
        headings.append(
            {
                "descriptor_name": name.removesuffix("*"),
                "major_topic": name.endswith("*"),
                "qualifiers": [
                    {"qualifier_name": text.removesuffix("*"), "major_topic": text.endswith("*")}
                    for text in qualifiers
                ],
            }
        )
    return headings


def grant(grant_id: str, acronym: str, agency: str, country: str) -> Json:
    """Write a grant of four parts."""
    return {
        "grant_id": grant_id,
        "acronym": acronym,
        "agency": agency,
        "country": country,
        "raw": f"{grant_id}/{acronym}/{agency}/{country}",
    }


def funder(agency: str, country: str) -> Json:
    """Write a grant of two parts: whoever paid, and where."""
    return {**raw_grant(f"{agency}/{country}"), "agency": agency, "country": country}


def raw_grant(raw: str) -> Json:
    """Write a grant whose text cannot be split."""
    return {"grant_id": None, "acronym": None, "agency": None, "country": None, "raw": raw}
