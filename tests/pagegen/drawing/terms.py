"""What lists of terms hold: types, MeSH, substances, grants, data sets, keywords."""

from random import Random

from tests.pagegen.build import Json, funder, grant, mesh, raw_grant

from .chance import chance, perhaps, several, some
from .entries import ids
from .words import capital, name, phrase, token

TYPES = ("Case Reports", "Comparative Study", "Meta-Analysis", "Review", "Editorial", "Preprint",
         "Clinical Trial, Phase I", "Research Support, Non-U.S. Gov't", "Retracted Publication",
         "Randomized Controlled Trial", "Video-Audio Media")  # fmt: skip
_DESCRIPTORS = ("Mice", "Memory, Long-Term", "Genes, pol", "Argonaute Proteins", "Child", "COVID-19",
                "Aged, 80 and over", "Receptors, N-Methyl-D-Aspartate", "1-Naphthylamine",
                "Plants, Genetically Modified", "Antigens, CD (Made Up)", "p21(ras)")  # fmt: skip
_QUALIFIERS = ("genetics", "drug effects", "administration & dosage", "blood supply", "statistics")
# Not drawn: a slash inside of a descriptor. MeSH has none, and the older pages print "A/b".
_SUBSTANCES = ("(1-42)", "Ca(2+)", "amoxicillin/clavulanate", "N(omega)-Ω", "[Sar1]-x", "2,4-D",
               "alpha;beta", "C5a*", "RNA, Messenger")  # fmt: skip
_BANKS = ("ClinicalTrials.gov/NCT0{}", "GENBANK/AF{}", "Dryad/10.5061/dryad.{}", "RefSeq/NM_{}.1")
_MOST = 4


def types(random: Random) -> list[str]:
    """Draw publication types."""
    return some(random, TYPES, 3)


def mesh_headings(random: Random) -> list[Json]:
    """Draw MeSH headings; two in a row never share a descriptor, or they would be one."""
    return mesh(*(_heading(random, term) for term in some(random, _DESCRIPTORS, 6)))


def _heading(random: Random, term: str) -> str:
    parts = [term, *some(random, _QUALIFIERS, 3)]
    return "/".join(part + ("*" if chance(random, 0.3) else "") for part in parts)


def substances(random: Random) -> list[str]:
    """Draw chemical names."""
    return several(random, _substance, _MOST)


def _substance(random: Random) -> str:
    return f"{random.choice(_SUBSTANCES)} {token(random)}" if chance(random) else name(random)


def concepts(random: Random) -> list[str]:
    """Draw supplementary concepts."""
    return [f"{found} syndrome, type 2" for found in several(random, phrase, 2)]


def data_sets(random: Random) -> list[Json]:
    """Draw accession numbers in databanks; only the first slash parts databank and number."""
    return several(random, _data_set, 3)


def _data_set(random: Random) -> Json:
    source, _, accession = random.choice(_BANKS).format(ids(random)).partition("/")
    return {"source": source, "accession": accession, "url": perhaps(random, url)}


def grants(random: Random) -> list[Json]:
    """Draw grants of four parts, of two, and those that only a person could take apart."""
    return several(random, _grant, 3)


def _grant(random: Random) -> Json:
    number, country = f"R01 NS{random.randint(1, 99_999):05}", random.choice(("United States", "Å"))
    return random.choice(
        (
            grant(
                number, random.choice(("NS", "WT_", "DP", "MRC_")), f"{name(random)} HHS", country
            ),
            funder(f"{name(random)} & {capital(random)}", country),
            raw_grant(f"{number}/{name(random)}/{country}"),
            raw_grant(f"{number}/1/Z/MRC_/{name(random)}/{country}"),
            raw_grant(name(random)),
        )
    )


def slashed_grant(random: Random) -> Json:
    """Draw a grant of four parts whose number holds a slash: only the link to it tells so."""
    number = f"UIDB/{random.randint(1, 99_999):05}/2020"
    return raw_grant(f"{number}/FCT - {name(random)}") | {"_number": number}


def keywords(random: Random) -> list[str]:
    """Draw keywords; a semicolon parts them, a full stop ends the list."""
    return [_keyword(text) for text in several(random, phrase, 5)]


def _keyword(text: str) -> str:
    return text.replace(";", ":").rstrip(".") or "x"


def url(random: Random) -> str:
    """Draw an address, with what must be escaped in an attribute."""
    return random.choice(
        (
            "https://made.example/{}",
            "https://made.example/{}?a=1&b=2&amp=3#top",
            "http://made.example/my_files/{}.pdf",
            "https://pubmed.ncbi.nlm.nih.gov/{}/?linkname=made_up",
            "https://made.example/{}/'q'%20\"r\";x=<y>",
        )
    ).format(ids(random))
