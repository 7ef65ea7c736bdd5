"""Records in PubMed XML, written by hand."""

import html
from collections.abc import Iterator

from tests.pagegen.build import (
    Json,
    author,
    book,
    contents,
    date,
    group,
    investigator,
    joined,
    journal,
    mesh,
    reference,
    section,
)
from tests.pagegen.records import expected, text_record

from .medline import _notice

ARTICLE = """\
<PubmedArticle>
  <MedlineCitation Status="MEDLINE" Owner="NLM">
    <PMID Version="1">90400001</PMID>
    <DateCompleted><Year>2020</Year><Month>05</Month><Day>01</Day></DateCompleted>
    <Article PubModel="Print-Electronic">
      <Journal>
        <ISSN IssnType="Print">5555-4040</ISSN>
        <JournalIssue CitedMedium="Internet">
          <Volume>4</Volume>
          <Issue>1</Issue>
          <PubDate><Year>2020</Year><Month>Feb</Month></PubDate>
        </JournalIssue>
        <Title>Journal of estuaries.</Title>
        <ISOAbbreviation>J. Estuaries</ISOAbbreviation>
      </Journal>
      <ArticleTitle>CO<sub>2</sub> in <i>Zostera</i> beds &amp; mud: n &lt; 3.</ArticleTitle>
      <Pagination><MedlinePgn>40-9</MedlinePgn></Pagination>
      <ELocationID EIdType="doi" ValidYN="Y">10.5555/est.2020.40</ELocationID>
      <Abstract>
        <AbstractText Label="AIM" NlmCategory="OBJECTIVE">To weigh <b>mud</b>.</AbstractText>
        <AbstractText Label="RESULT">It is heavy.</AbstractText>
        <CopyrightInformation>© 2020 Three Capes Press.</CopyrightInformation>
      </Abstract>
      <AuthorList CompleteYN="N">
        <Author ValidYN="Y" EqualContrib="Y">
          <LastName>Brook</LastName>
          <ForeName>Ada</ForeName>
          <Initials>A</Initials>
          <Suffix>Jr</Suffix>
          <Identifier Source="ORCID">http://orcid.org/0000-0001-2345-6789</Identifier>
          <AffiliationInfo><Affiliation>Mud Institute, Cape Alder.</Affiliation></AffiliationInfo>
        </Author>
        <Author><CollectiveName Investigators="i1">Seagrass Group</CollectiveName></Author>
      </AuthorList>
      <Language>eng</Language>
      <DataBankList CompleteYN="Y">
        <DataBank>
          <DataBankName>Dryad</DataBankName>
          <AccessionNumberList>
            <AccessionNumber>10.5555/dryad.8</AccessionNumber>
          </AccessionNumberList>
        </DataBank>
      </DataBankList>
      <GrantList CompleteYN="Y">
        <Grant><GrantID>M1/2020</GrantID><Agency>Mud Fund</Agency><Country>Norrland</Country></Grant>
      </GrantList>
      <PublicationTypeList>
        <PublicationType UI="D016428">Journal Article</PublicationType>
      </PublicationTypeList>
      <VernacularTitle>Om mudder.</VernacularTitle>
      <ArticleDate DateType="Electronic">
        <Year>2019</Year><Month>12</Month><Day>04</Day>
      </ArticleDate>
    </Article>
    <MedlineJournalInfo>
      <Country>Norrland</Country>
      <MedlineTA>J Estuaries</MedlineTA>
      <NlmUniqueID>9940404</NlmUniqueID>
      <ISSNLinking>5555-4040</ISSNLinking>
    </MedlineJournalInfo>
    <ChemicalList>
      <Chemical><RegistryNumber>0</RegistryNumber><NameOfSubstance>Mud</NameOfSubstance></Chemical>
    </ChemicalList>
    <SupplMeshList><SupplMeshName Type="Disease">Mud fever</SupplMeshName></SupplMeshList>
    <CommentsCorrectionsList>
      <CommentsCorrections RefType="ErratumIn">
        <RefSource>J Estuaries. 2020 Mar;4(2):99</RefSource>
        <PMID Version="1">90400009</PMID>
      </CommentsCorrections>
      <CommentsCorrections RefType="Cites">
        <RefSource>Mud J. 1999;1:2</RefSource>
        <PMID Version="1">90400010</PMID>
      </CommentsCorrections>
    </CommentsCorrectionsList>
    <MeshHeadingList>
      <MeshHeading>
        <DescriptorName MajorTopicYN="N">Wetlands</DescriptorName>
        <QualifierName MajorTopicYN="Y">history</QualifierName>
      </MeshHeading>
    </MeshHeadingList>
    <PersonalNameSubjectList>
      <PersonalNameSubject>
        <LastName>Holm</LastName><ForeName>Per</ForeName><Initials>P</Initials>
      </PersonalNameSubject>
    </PersonalNameSubjectList>
    <OtherAbstract Type="Publisher" Language="nor">
      <AbstractText>Mudder er tungt.</AbstractText>
    </OtherAbstract>
    <KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">mud</Keyword></KeywordList>
    <CoiStatement>None but mud.</CoiStatement>
    <InvestigatorList ID="i1">
      <Investigator>
        <LastName>Roe</LastName>
        <ForeName>Jan</ForeName>
        <Initials>J</Initials>
        <Suffix>Jr</Suffix>
        <AffiliationInfo><Affiliation>Eelgrass Station.</Affiliation></AffiliationInfo>
      </Investigator>
    </InvestigatorList>
    <InvestigatorList>
      <Investigator><LastName>Vale</LastName></Investigator>
    </InvestigatorList>
    <GeneralNote Owner="NLM">Mud.</GeneralNote>
  </MedlineCitation>
  <PubmedData>
    <PublicationStatus>aheadofprint</PublicationStatus>
    <ArticleIdList>
      <ArticleId IdType="pubmed">90400001</ArticleId>
      <ArticleId IdType="pmc">PMC90400001</ArticleId>
      <ArticleId IdType="doi">10.5555/est.2020.40</ArticleId>
    </ArticleIdList>
    <ReferenceList>
      <Reference>
        <Citation>Holm P. On mud. Mud J. 1998.</Citation>
        <ArticleIdList>
          <ArticleId IdType="pubmed">90400011</ArticleId>
          <ArticleId IdType="doi">10.5555/mud.1998</ArticleId>
        </ArticleIdList>
      </Reference>
    </ReferenceList>
  </PubmedData>
</PubmedArticle>
"""

BOOK = """\
<PubmedBookArticle>
  <BookDocument>
    <PMID Version="1">90400002</PMID>
    <ArticleIdList><ArticleId IdType="bookaccession">NBK990018</ArticleId></ArticleIdList>
    <Book>
      <Publisher>
        <PublisherName>Shore Press</PublisherName>
        <PublisherLocation>Cape Alder</PublisherLocation>
      </Publisher>
      <BookTitle book="shore">ShoreBooks</BookTitle>
      <PubDate><MedlineDate>2018 Winter</MedlineDate></PubDate>
      <BeginningDate><Year>2018</Year><Month>01</Month></BeginningDate>
      <EndingDate><Year>2024</Year></EndingDate>
      <AuthorList Type="authors"><Author><CollectiveName>Shore Staff</CollectiveName></Author></AuthorList>
      <AuthorList Type="editors"><Author><LastName>Roe</LastName></Author></AuthorList>
      <Volume>2</Volume>
      <VolumeTitle>Cold Shores</VolumeTitle>
      <Edition>2nd</Edition>
      <CollectionTitle>Books of the Shore</CollectionTitle>
      <Isbn>9780555500118</Isbn>
      <Medium>Internet</Medium>
      <ReportNumber>SP-18</ReportNumber>
    </Book>
    <LocationLabel Type="chapter">Chapter 5</LocationLabel>
    <ArticleTitle book="shore" part="cramp">Cramp in Cold Water</ArticleTitle>
    <Language>eng</Language>
    <AuthorList Type="authors">
      <Author>
        <LastName>Mbatha</LastName>
        <ForeName>Zanele</ForeName>
        <Initials>Z</Initials>
        <Affiliation>Cape Alder.</Affiliation>
      </Author>
    </AuthorList>
    <PublicationType UI="D000072643">Review</PublicationType>
    <Abstract><AbstractText>Cramp is common.</AbstractText></Abstract>
    <Sections>
      <Section><SectionTitle book="shore" part="s1">Causes</SectionTitle>
        <Section><LocationLabel>1.1</LocationLabel><SectionTitle>Cold</SectionTitle></Section>
      </Section>
    </Sections>
    <ContributionDate><Year>2019</Year><Month>3</Month><Day>7</Day></ContributionDate>
    <DateRevised><Year>2020</Year><Month>02</Month><Day>09</Day></DateRevised>
    <ReferenceList>
      <Reference><Citation>Vale B. On cramp. Shore Med. 1999.</Citation></Reference>
    </ReferenceList>
  </BookDocument>
  <PubmedBookData><PublicationStatus>ppublish</PublicationStatus></PubmedBookData>
</PubmedBookArticle>
"""

_EMPTY = (
    "affiliations investigators other_abstracts keywords mesh_headings substances supplementary_concepts"
    " personal_names grants associated_data comments_corrections"
)


def _article(source: str) -> Json:
    other = [section("Mudder er tungt.")]
    record = text_record(
        sections=[
            "abstract", "other_abstracts", "keywords", "coi_statement", "comments_corrections",
            "references", "publication_types", "mesh_headings", "substances",
            "supplementary_concepts", "personal_names", "associated_data", "grants",
        ],
        pmid="90400001",
        pmcid="PMC90400001",
        doi="10.5555/est.2020.40",
        title="CO2 in Zostera beds & mud: n < 3",
        title_html="CO<sub>2</sub> in <i>Zostera</i> beds &amp; mud: n &lt; 3",
        vernacular_title="Om mudder",
        languages=["eng"],
        authors=[
            author("Ada Brook Jr", "Brook", "A", 0, suffix="Jr", equal=True)
            | {"orcid": "0000-0001-2345-6789"},
            group("Seagrass Group"),
        ],
        authors_complete=False,
        affiliations=["Mud Institute, Cape Alder."],
        investigators=[
            investigator(
                "Jan Roe Jr", "Seagrass Group", "Eelgrass Station.",
                last_name="Roe", fore_name="Jan", initials="J", suffix="Jr",
            ),
            investigator("Vale", last_name="Vale"),
        ],
        journal=journal("Journal of estuaries", "J Estuaries", "5555-4040", "9940404"),
        volume="4",
        issue="1",
        pages="40-9",
        start_page="40",
        end_page="49",
        pub_date=date(2020, 2),
        article_date=date(2019, 12, 4, raw="2019-12-04"),
        publication_status="aheadofprint",
        publication_types=["Journal Article"],
        abstract_sections=[
            section("To weigh mud.", "AIM", "To weigh <b>mud</b>."),
            section("It is heavy.", "RESULT"),
        ],
        abstract_copyright="© 2020 Three Capes Press.",
        other_abstracts=[
            {"language": "nor", "heading": "Publisher", "text": joined(other), "sections": other}
        ],
        keywords=["mud"],
        coi_statement="None but mud.",
        mesh_headings=mesh("Wetlands/history*"),
        substances=["Mud"],
        supplementary_concepts=["Mud fever"],
        personal_names=["Per Holm"],
        grants=[
            {
                "grant_id": "M1/2020", "acronym": None, "agency": "Mud Fund",
                "country": "Norrland", "raw": "M1/2020/Mud Fund/Norrland",
            }
        ],
        associated_data=[{"source": "Dryad", "accession": "10.5555/dryad.8", "url": None}],
        comments_corrections=[
            _notice(
                "ErratumIn", "J Estuaries. 2020 Mar;4(2):99", pmid="90400009",
                journal="J Estuaries", pub_date=date(2020, 3), volume="4", issue="2", pages="99",
            )
        ],
        retracted=False,
        references={
            "total": 2,
            "complete": True,
            "items": [
                {
                    "citation": "Holm P. On mud. Mud J. 1998.", "pmid": "90400011",
                    "pmcid": None, "doi": "10.5555/mud.1998",
                },
                {"citation": "Mud J. 1999;1:2", "pmid": "90400010", "pmcid": None, "doi": None},
            ],
        },
        warnings=[
            {
                "code": "unread", "path": None,
                "message": "No field takes the element GeneralNote.",
            }
        ],
    )  # fmt: skip
    return _finished(record, source)


def _chapter(source: str) -> Json:
    blank: Json = {name: [] for name in _EMPTY.split()}
    record = text_record(
        sections=["abstract", "references", "publication_types"],
        **blank | {"affiliations": ["Cape Alder."]},
        kind="book_section",
        pmid="90400002",
        bookaccession="NBK990018",
        title="Cramp in Cold Water",
        languages=["eng"],
        authors=[author("Zanele Mbatha", "Mbatha", "Z", 0)],
        authors_complete=True,
        volume="2",
        book=book(
            title="ShoreBooks",
            volume_title="Cold Shores",
            medium="Internet",
            authors=["Shore Staff"],
            editors=["Roe"],
            edition="2nd",
            publisher_name="Shore Press",
            publisher_location="Cape Alder",
            pub_date=date(2018, raw="2018 Winter"),
            beginning_date=date(2018, 1, raw="2018-01"),
            ending_date=date(2024),
            date_revised=date(2020, 2, 9, raw="2020-02-09"),
            collection_title="Books of the Shore",
            report_number="SP-18",
            isbn=["9780555500118"],
            location_label="Chapter 5",
            sections=contents("Causes", "1.1 Cold"),
        ),
        pub_date=date(2019, 3, 7, raw="2019-3-7"),
        references={
            "total": 1,
            "complete": True,
            "items": [reference("Vale B. On cramp. Shore Med. 1999.")],
        },
        publication_types=["Review"],
        abstract_sections=[section("Cramp is common.")],
        retracted=False,
    )
    return _finished(record, source)


def _finished(record: Json, source: str) -> Json:
    """XML prints no citation line."""
    answer = expected(record | {"citation": None}, source)
    answer["page"] |= {"layout": "xml"}
    return answer


def xml_samples() -> Iterator[tuple[str, str, list[Json]]]:
    """Give the name, the content and the records of each file."""
    prolog = (
        '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, '
        '1st January 2019//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_190101.dtd">\n'
    )
    document = f"{prolog}<PubmedArticleSet>\n{ARTICLE}{BOOK}</PubmedArticleSet>\n"
    yield "xml/two.xml", document, [_article("two.xml"), _chapter("two.xml")]
    view = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<pre>\n{html.escape(ARTICLE)}\n</pre>\n'
    yield "xml/view.html", view, [_article("view.html")]
