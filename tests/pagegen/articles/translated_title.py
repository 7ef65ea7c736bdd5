"""A translated title in brackets.

The vernacular one, ``[Article in Spanish]``, a second abstract in Spanish.
"""

from tests.pagegen.build import author, date, journal, links, mesh, section
from tests.pagegen.pool import NEURO
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

_SPANISH = [
    section(
        "La siesta breve es frecuente en el altiplano y apenas se ha estudiado en la afasia.",
        "Introducción",
    ),
    section(
        "Se midió la fluidez verbal de 37 personas antes y después de una siesta breve.",
        "Métodos",
    ),
    section(
        (
            "La fluidez mejoró en 3,2 palabras por minuto (p < 0,05) y volvió al nivel "
            "inicial a las dos horas."
        ),
        "Resultados",
    ),
]

SAMPLE = Article(
    options={"era": "2025"},
    record=html_record(
        pmid="90305888",
        doi="10.5555/nh.2021.12.5",
        title="[Short siesta and verbal fluency in people with aphasia: a before-and-after study]",
        vernacular_title="Siesta y fluidez verbal en personas con afasia: ¿un efecto pasajero?",
        languages=["Spanish"],
        authors=[
            author("Íñigo Arrizabalaga-Núñez", "Arrizabalaga-Núñez", "Í", 0),
            author("M Ángeles Peñalba", "Peñalba", "MÁ", 0),
        ],
        affiliations=[
            "Servicio de Logopedia, Hospital de la Meseta, Villarreal del Páramo, España."
        ],
        journal=journal("Neurología del habla", "Neurol Habla", "5555-1212", "9801212"),
        volume="12",
        issue="5",
        pages="301-9",
        start_page="301",
        end_page="309",
        pub_date=date(2021, raw="2021 Sep-Oct"),
        article_date=date(2021, 7, 1),
        publication_types=["English Abstract"],
        abstract_sections=[
            section(
                (
                    "The short siesta is common on the high plain and has hardly been "
                    "studied in aphasia."
                ),
                "Introduction",
            ),
            section(
                (
                    "Verbal fluency of 37 people was measured before and after a siesta of "
                    "twenty minutes."
                ),
                "Methods",
            ),
            section(
                (
                    "Fluency rose by 3.2 words a minute (p < 0.05) and was back at its start "
                    "after two hours."
                ),
                "Results",
            ),
        ],
        other_abstracts=[
            {
                "language": "Spanish",
                "heading": None,
                "text": "\n\n".join(f"{part['label']}: {part['text']}" for part in _SPANISH),
                "sections": _SPANISH,
            }
        ],
        keywords=["afasia", "fluidez verbal", "siesta", "aphasia"],
        abstract_copyright="Copyright: © 2021 Editorial del Páramo.",
        mesh_headings=mesh("Aphasia*/rehabilitation", "Humans", "Sleep/physiology*", "Speech"),
        similar_articles=links(*NEURO[1:6]),
        full_text_links=[
            {
                "provider": "Editorial del Páramo",
                "url": "https://paramo.example/nh/12/5/301?lang=es&p=1",
            }
        ],
    ),
)
