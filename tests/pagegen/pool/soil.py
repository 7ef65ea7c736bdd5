"""Invented articles about soil, food and farms."""

from tests.pagegen.build import Json, date, linked

SOIL: list[Json] = [
    linked(
        "90401240",
        "Vitamin D status of greenhouse workers",
        "Njoroge-Faulkner B, Pettersson-Ueda G",
        "Nutr Season",
        date(2016, raw="2016 Summer"),
        ("7", "2", "80-8"),
        "10.5555/ns.2016.80",
    ),
    linked(
        "90402871",
        "Compost bioaerosols and gut permeability",
        "Zielinski-Chong M, El-Khoury D, Abernathy-Cruz S",
        "Gut Field",
        date(2018, 5, 21),
        ("4", "5", "33"),
        "10.5555/gf.2018.33",
        free="pmc",
    ),
    linked(
        "90405332",
        "Farm childhood and the microbiome: what do we know?",
        "van 't Hoff-Meijer R, Eriksen-Lowe P",
        "Gut Field",
        date(2020, 9),
        ("6", "9", "701-715"),
        "10.5555/gf.2020.701",
        epub=date(2020, 6, 17),
        types=["Review"],
    ),
    linked(
        "90409918",
        "Zinc in potato-based diets of the high Andes",
        "Quispe-Halvorsen L, Mamani-Reid T",
        "Nutr Season",
        date(2021, 12),
        ("12", "4", "300-309"),
        "10.5555/ns.2021.300",
        free="free",
    ),
    linked(
        "90411765",
        "Soil iodine and school performance",
        "Gebremedhin-Ross Y, Kowalczyk-Lunn A, Tetteh-Brandt C, Haug-Moreau D",
        "Trace Elem Soc",
        date(2022, 1, 7),
        ("1", "1", "e004"),
        "10.5555/tes.e004",
        note="eCollection 2022.",
        free="pmc",
    ),
]
