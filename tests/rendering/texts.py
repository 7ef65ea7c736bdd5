"""Invented renderings: one of each family."""

from typing import Final

RESILIPARSE: Final = """\
Skip to main page content
U.S. flag

An official website of the United States government

Access keys NCBI Homepage MyNCBI Homepage Main Content Main Navigation
Review
. 2019 Sep-Oct;11(6):579-86.
doi: 10.5555/orchard.2019.1. Epub 2018 Dec 1.

Apples in winter: a count. Part two?

Affiliations
Free PMC article
Review

Apples in winter: a count. Part two?

Jo A Doe\xa0et al. Orchard Res (Basel). 2019 Sep-Oct.
Free PMC article

Abstract

Background: Apples are many: n<3, x<y.

Odd name of section: We count them.

Conclusions: There are seven.

Keywords: apple; fruit, red; winter.

PubMed Disclaimer

Conflict of interest statement

The authors own apples.

One sells them.

Figures

FIG. 1.
FIG. 1.
Apples in a basket.
Graph of apples
Graph of apples
Apples by year.

Comment in

  • Apples: the reply.
    Pear K. Pear K. Orchard Res (Basel). 2019 Dec;11(7):1. Orchard Res (Basel). 2019. PMID: 90000002 French. No abstract available.

Retraction in

  • Orchard Res (Basel). 2020 Jan;12(1):9. doi: 10.5555/orchard.2020.9.

Similar articles

Cited by 1,204 articles

  • Plums after apples.
    Roe M, Doe JA; Plum Group, East. Roe M, et al. J Plum. 2021 Mar 2;5:e7. doi: 10.5555/plum.7. eCollection 2021. J Plum. 2021. PMID: 90000003 Free article. Review. Clinical Trial.
  • [Quinces].
    Quince Rep. 2022. PMID: 90000004

References

    1. Doe J. Apples. J Test 1999;1:1-2. - PMC - PubMed - DOI
    1. Roe M. Pears - an essay. 2000.

Publication types

LinkOut - more resources
"""

BROWSER: Final = """\
Page navigation
Title & authors
Abstract
Cited by
MeSH terms
Review Orchard Res
. 2019 Feb 12;311(6):579-86. doi: 10.5555/orchard.2019.1.
Harvest of apples
Jo A Doe\xa0 1 2 , Max Roe\xa0 # 3; Apple Group; Ann Poe\xa0 1
Affiliations Expand
Affiliations
1 Dept of Apples, Orchard.
2 2nd Dept of Pears, Orchard.
3 Dept of Plums, Garden.
PMID: 90000001 PMCID: PMC9000001 DOI: 10.5555/orchard.2019.1
Free article
Abstract
We count apples.

Copyright © 2019 Orchard Society.

PubMed Disclaimer

Figures

Figure 1. Apples in a…
Figure 1. Apples in a basket.
See this image and copyright information in PMC

Similar articles
Plums and their count.
Roe M, Doe JA.
J Plum. 2016;5(1):12-9.
PMID: 90000003Free PMC article.Review.
Cherries: a trial.
Poe A, Doe JA, et al.
Cherry (Basel). 2017 Jan 1;9:e77.
PMID: 90000004
See all similar articles
References
Doe J. Apples. 1999. - PubMed
Show all 20 references
Publication types
Case Reports
Review
MeSH terms
Fruit / chemistry*
Fruit / supply & distribution
Humans
Substances
Sugar
Supplementary concepts
Apple scab
Personal name as subject
Johnny Appleseed
Associated data
ClinicalTrials.gov/NCT00000001
Grants and funding
R01 DK000001/DK/NIDDK NIH HHS/United States
A/1/Orchard Fund/Westmark
LinkOut - more resources
Full Text Sources
Orchard Press
NCBI Literature Resources
MeSH PMC Bookshelf Disclaimer
"""

LEGACY: Final = """\
Format

Send to:
See comment in PubMed Commons below
Orchard Sci. 2015 Mar 12;56:120-131. doi: 10.5555/os.2015.010. [Epub ahead of print]

Apples and the
winter in towns.

Doe J1, Roe-Poe M2,3, Lee B.

[Article in French]

Author information

  • 1Dept of Apples, Orchard.
  • 22nd Dept of Pears, Orchard.
  • 3Garden.

Abstract

METHODS:

We count apples.

RESULTS:

There are seven.

Copyright © 2015 The Authors.

KEYWORDS:

Apple; Pear

PMID:
25817400
PMCID:
PMC9000002
[PubMed - as supplied by publisher]
Free full text
Images from this publication.See all images (2) Free text

Figure 1
Figure 2

PubMed Commons home

PubMed Commons

    Supplemental Content

    Similar articles

    Pears in summer.[Orchard Sci. 2014]
    Review Plums in spring.[J Very Long Name Of Plum ...]
    See reviews...See all...

    Cited by 2 PubMed Central articles

    Support Center
"""

OLDEST: Final = """\
1: Orchard Sci. 2005;52(4):789-96. Epub 2005 Jun 6.Click here to read Links

Apples of 2005.

Department of Apples, University of Orchard, Westmark.

We counted apples.

They were seven.

PMID: 15940000 [PubMed - indexed for MEDLINE]

Related articles
Pears of 1999.

Orchard Sci. 1996 Mar 8; 31(12):40211-9.

[Orchard Sci. 1999]
Recent Activity
"""

MARKDOWN: Final = """\
Apples in March - PubMed
========================

Expert Rev Apples

. 2019 Feb 12;311(6):579-86.

doi: 10.5555/era.2019.1.

# Apples in _March_

[Jo A Doe](https://pubmed.ncbi.nlm.nih.gov/?term=Doe+JA) 1 , [Max Roe](https://pubmed.ncbi.nlm.nih.gov/?term=Roe)

Affiliations

### Affiliation

  * 1 Dept of Apples (North), Orchard.

  * PMID: **90000001**
  * DOI: [10.5555/era.2019.1](https://doi.org/10.5555/era.2019.1)

# Apples in _March_

Jo A Doe et al. Expert Rev Apples. 2019.

## Abstract

We looked at the apples of March, and then at those of April, and found them in-
deed the same; pre- and
post-winter apples differ.

## Similar articles

  * [[Plums](in Spanish).](https://pubmed.ncbi.nlm.nih.gov/90000003/ "Plums")

Roe M. Roe M. J Plum. 2016;5(1):12-9. J Plum. 2016. PMID: 90000003

## MeSH terms

  * Fruit / chemistry\\*

Actions

  * [Search in PubMed](https://pubmed.ncbi.nlm.nih.gov/?term=Fruit)
  * Add to Search

## LinkOut - more resources
"""

TRANSLATED: Final = """\
. 2021 Mar;12(5):301-9.

[Short sleep and speech]

Sueño breve y habla

[Article in Spanish, Catalan]

Affiliations

[Short sleep and speech]

Sueño breve y habla

[Article in Spanish, Catalan]

Ana Díaz. Rev Habla. 2021 Mar.

Abstract in English, Spanish

Introduction: The sleep of the plain is short and has hardly been studied.

Introducción: El sueño breve es frecuente en el altiplano y apenas se ha estudiado hasta ahora.

Plain language summary

People on the plain sleep little.

LinkOut - more resources

Feedback
"""

BOOK_COPY: Final = """\
Page navigation
Title & authors
Excerpt
Similar articles
Review
In: Tides [Internet]. Cape Alder (SM): Shore Press; 2022 Jan–.
2022 May 8.
Mud
A B\xa0 1 , C D
Affiliations Expand
PMID: 90000001 Bookshelf ID: NBK1
Excerpt
Text.
LinkOut - more resources
"""

BOOK_MARKDOWN: Final = """\
Review

In: [Tides](https://x.example/) [Internet]. Cape Alder (SM): Shore Press; 2022 Jan–.

2022 May 8.

# Mud

[A B](https://pubmed.ncbi.nlm.nih.gov/?term=B) 1 , C D

Affiliations

### Affiliation

  * 1 Here.

  * PMID: **90000001**
  * Bookshelf ID: NBK1

# Mud

A B et al. 2022 May 8.

## Excerpt

Text.

## LinkOut - more resources
"""

BOOK_OLD: Final = """\
Format

Send to:
In: Tides [Internet]. Cape Alder (SM): Shore Press; 2022 Jan–.
2022 May 8.

Mud.

Brook A1, Vale CD1.

Author information

  • 1Here.

Editors

  • Roe J, Poole D.

Excerpt

Text.

PMID:
90000001
Bookshelf ID: NBK1
Free Books & Documents
"""

BOOK_PLAIN: Final = """\
Access keys NCBI Homepage MyNCBI Homepage Main Content Main Navigation
In: Tides [Internet]. Cape Alder (SM): Shore Press; 2022 Jan–. 2022 May 8.

Mud

Affiliations

Mud

A B et al.

Excerpt

Text.

Publication types
"""
