"""A group of authors with its members under ``Collaborators``."""

from tests.pagegen.build import date, group, investigator, journal, section
from tests.pagegen.legacy import legacy_page
from tests.pagegen.legacy_records import last_first, legacy_record

_GROUP = "Fog, Bog and Marsh Group"

RECORD = legacy_record(
    pmid="90286400",
    title="Fog over bogs: one year of watching",
    authors=[last_first("Óladóttir G", 0), last_first("Abara N Jr", 1), group(_GROUP)],
    affiliations=["Weather House, Marrow.", "Bog Clinic, Marrow."],
    investigators=[
        investigator("Lund A", _GROUP, last_name="Lund", initials="A"),
        investigator("De Vries BC Jr", _GROUP, last_name="De Vries", initials="BC", suffix="Jr"),
        investigator("Poole D", _GROUP, last_name="Poole", initials="D"),
    ],
    journal=journal("Annals of fog", "Ann Fog"),
    volume="12",
    issue="3",
    pages="101-9",
    start_page="101",
    end_page="109",
    pub_date=date(2016, 3),
    publication_types=["Observational Study"],
    abstract_sections=[section("Fog lay over the bogs for 90 days.")],
)

PAGE = legacy_page(RECORD, era="2017")
