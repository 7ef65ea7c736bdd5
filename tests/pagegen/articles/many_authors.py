"""Forty-four authors.

Eight shared affiliations, two who contributed equally; anchors as in 2025.
"""

from tests.pagegen.build import author, date, grant, journal, links, mesh, prose, section
from tests.pagegen.pool import SOIL
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

_PEOPLE = """
Aurélie|Fontanel-Dusk|A|0,1; Bjørn T|Haukeland|BT|0; Chidinma|Eze-Morrow|C|2
Dafydd|ap Rhys|D|3; Eszter|Szűcs|E|2,4; Francesca|De Angelis-Poole|F|4
Goran|Đukić|G|5; Hyun-Woo|Paik|HW|1; Ingibjörg|Þorsteinsdóttir|I|6
Jędrzej|Żółkowski|J|7; Kateřina|Šťastná|K|7; Lwazi|Ngcobo-Hart|L|2
María José|Ibáñez de la Torre|MJ|3; Nils-Erik|Öberg|NE|0; Oluwaseun|Adé-Quist|O|2
Pádraig|Mac Suibhne|P|3; Quynh Anh|Trần-Miller|QA|5; Rasmus|Kjær|R|6
Sorina|Țepeș|S|4; Tarik|Bin-Yusuf|T|5; Ursula|von Eschwege|U|1
Vytautė|Žemaitė|V|7; Wanjiru|Kamau-Lisle|W|2; Xiomara|Ortiz-Becker|X|3
Yusra|Al-Masri|Y|5; Zbigniew|Król|Z|7; Aino|Mäkelä-Jones|A|6
Baptiste|L'Hermitte|B|1; Ceren|Gürbüz|C|4; Dmitar|Petrović|D|5
Esi|Mensah-Carr|E|2; Filipa|Conceição|F|3; Gwen|O'Dowd|G|0
Hana|Čapková|H|7; Ilse|ten Brink|I|1; Jürgen|Weiß|J|6
Kofi|Asante-Roy|K|2; Leilani|Kahale|L|0; Mirela|Bălan|M|4
Noor|Haddad-Finch|N|5; Olga|Ruiz-Ødegaard|O|6; Pia|Lindegård|P|6
Rosalind K|Smythe-Achebe|RK|0,3; Søren W|Mikkelsen Jr|SW|1
"""


def _people() -> list[dict[str, object]]:
    found = []
    for number, line in enumerate(_PEOPLE.replace("\n", ";").strip(";").split(";")):
        fore, last, initials, places = line.strip().split("|")
        suffix = "Jr" if last.endswith(" Jr") else None
        found.append(
            author(
                f"{fore} {last}",
                last.removesuffix(" Jr"),
                initials,
                *map(int, places.split(",")),
                suffix=suffix,
                equal=number < 2,
            )
        )
    return found


SAMPLE = Article(
    options={"era": "2025"},
    record=html_record(
        pmid="90410044",
        pmcid="PMC99010044",
        doi="10.5555/ns.2025.00044",
        title="Seasonal vitamin D in 9,411 outdoor and greenhouse workers of twenty-two valleys",
        authors=_people(),
        affiliations=[
            "Valley Cohort Coordinating Centre, Högdal, Norrland.",
            "École des Métiers de la Terre, Val-Perdu, Lowmark.",
            "Department of Nutrition, Lakeshore Polytechnic, Kisanga.",
            "Instituto de Trabajo y Salud, San Telmo del Río.",
            "Facultatea de Sănătate Rurală, Universitatea din Cerna, Cerna.",
            "Faculty of Agricultural Medicine, University of Novi Brod, Novi Brod.",
            "Greenhouse Health Unit, Syddjurs & Mols Hospitals, Ebeltoft By.",
            "Ústav pracovního lékařství, Horní Lhota.",
        ],
        journal=journal("Nutrition and the seasons", "Nutr Season", "5555-3101", "9903101"),
        volume="16",
        issue="1",
        pages="1-19",
        start_page="1",
        end_page="19",
        pub_date=date(2025, 1),
        article_date=date(2024, 10, 9),
        free_full_text="pmc",
        publication_types=["Observational Study", "Multicenter Study"],
        abstract_sections=[
            section(
                prose("""
                Work under glass filters the light that makes vitamin D. We followed 9,411 workers
                for three years and drew blood each quarter. Levels rose in spring in all valleys,
                but the rise came five weeks later in those who worked under glass and was smaller
                by a third. Diet explained little of it.
                """),
            ),
            section("The Valley Cohort is open to other groups on request.", "Data availability"),
        ],
        mesh_headings=mesh(
            "Greenhouse Effect", "Humans", "Seasons*", "Vitamin D*/blood", "Workplace"
        ),
        substances=["Vitamin D"],
        grants=[grant("K01 DK900044", "DK", "NIDDK NIH HHS", "United States")],
        similar_articles=links(*SOIL),
        full_text_links=[
            {"provider": "Nutrition Society Press", "url": "https://nsp.example/ns/16/1"},
            {
                "provider": "Free PMC article",
                "url": "https://pmc.ncbi.nlm.nih.gov/articles/pmid/90410044/",
            },
        ],
    ),
)
