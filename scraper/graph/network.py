"""The network while it grows: each article once, each edge once."""

from collections.abc import Collection, Iterable, Sequence

from attrs import define, field, frozen

from scraper import normalize
from scraper.brief import ARTICLES
from scraper.graph.line import Entry, Line, Reference
from scraper.graph.node import DOI, Node
from scraper.graph.relations import CITES, GROUPS, SIMILAR, group, of_listing, of_notice

Edge = tuple[str, str, str]
"""From, to, relation."""


@frozen
class Network:
    """Articles and what they have to do with each other."""

    nodes: dict[str, Node]
    """By their ids."""
    edges: Sequence[Edge]
    unnamed: int = 0
    """Entries of lists, and records, that have neither PMID nor DOI and are left out."""


@define
class Growing:
    """Takes lines, gives a network. Nodes and edges stay in the order in which they came."""

    groups: Collection[str] = GROUPS
    """Which edges are wanted."""
    unnamed: int = 0
    _nodes: dict[str, Node] = field(factory=dict, init=False)
    _edges: dict[Edge, None] = field(factory=dict, init=False)
    _pmids: dict[str, str] = field(factory=dict, init=False)
    """The id of an article by its DOI → its PMID."""

    def take(self, line: Line) -> None:
        """Add what a line says."""
        if line.kind == "listing":
            self._take_listing(line)
        elif line.kind != "error" and (node := self._node(line)) is not None:
            self._take_article(node, line)

    def network(self) -> Network:
        """Return all that came; a DOI whose PMID is known by now is that article."""
        for name in [name for name in self._nodes if name in self._pmids]:
            self._nodes[self._pmids[name]].absorb(self._nodes.pop(name))
        edges = dict.fromkeys(
            (self._pmids.get(start, start), self._pmids.get(end, end), relation)
            for start, end, relation in self._edges
        )
        return Network(self._nodes, [edge for edge in edges if edge[0] != edge[1]], self.unnamed)

    def _take_article(self, node: Node, line: Line) -> None:
        if line.kind in ARTICLES:  # a record knows better than the lists that came before it
            node.kind, node.retracted = line.kind, line.retracted
            node.title, node.year = line.title or node.title, line.year or node.year
            node.journal = line.where or node.journal
        node.learn(line.title, line.year, line.where)
        if line.cited_by:
            self._join(node, line.cited_by.items, CITES, is_from_entry=True)
        if line.references:
            self._join(node, line.references.items, CITES)
        if line.similar_articles:
            self._join(node, line.similar_articles.items, SIMILAR)
        for notice in line.comments_corrections or ():
            relation, is_from_entry = of_notice(notice.ref_type)
            self._join(node, (notice.article,), relation, is_from_entry=is_from_entry)

    def _take_listing(self, line: Line) -> None:
        relation = of_listing(line.linkname)
        if relation and (node := self._node(Entry(pmid=line.from_uid))):
            self._join(node, line.items, relation[0], is_from_entry=relation[1])

    def _join(
        self,
        node: Node,
        entries: Iterable[Entry | Reference],
        relation: str,
        *,
        is_from_entry: bool = False,
    ) -> None:
        if group(relation) not in self.groups:
            return
        for entry in entries:
            other = self._node(entry)
            if other is None:
                continue
            if isinstance(entry, Entry):
                other.learn(entry.title, entry.year, entry.journal)
            ends = (other.id, node.id) if is_from_entry else (node.id, other.id)
            self._edges[(*ends, relation)] = None

    def _node(self, article: Line | Entry | Reference) -> Node | None:
        """Find or make the node of an article."""
        pmid, doi = normalize.pmid(article.pmid), article.doi and f"{DOI}{article.doi.lower()}"
        if pmid and doi:
            self._pmids.setdefault(doi, pmid)
        name = pmid or doi
        if not name:
            self.unnamed += 1
            return None
        found = self._nodes.get(name)
        if found is None:
            found = self._nodes[name] = Node(name)
        return found
