"""Casualty tables inside sections: `Country | Number |` above rows of one figure a group."""

import re
from collections.abc import Iterator, Sequence

from sahel_tui.claims.counts.count_matches import CountMatch
from sahel_tui.claims.counts.counts import CountFinder
from sahel_tui.claims.language.categories import find_families, resolve_category
from sahel_tui.claims.language.masks import mask_marks
from sahel_tui.claims.language.tokens import tokenise
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.dataclass import dataclass
from sahel_tui.model import CIVILIANS, UNSPECIFIED, Category, Claim, Document, Section, Span

RULE_LINE = re.compile(r"^[ \t|:]*-{3,}[-|: \t]*$", re.MULTILINE)
"""The line of dashes between the head and the rows of a table."""

CELL = re.compile(r"[^|\n]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its place in the row and what it counts."""

    index: int
    category: Category


@dataclass(frozen=True, slots=True)
class Table:
    """A table of casualties: where its rows stand, which cells count."""

    section: Section
    rows: tuple[Span, ...]
    columns: tuple[Column, ...]


class TableReader:
    """Reads the casualty tables of one document's sections."""

    def __init__(self, document: Document, combatants: Combatants) -> None:
        self.document = document
        self.text = mask_marks(document.text)
        self.combatants = combatants
        self.lexicon = combatants.lexicon

    def read(self) -> Iterator[Claim]:
        """One `subset` claim a row and column; the row called `Total` is the total."""
        for table in self.tables():
            for row in table.rows:
                yield from self._row(table, row)

    def tables(self) -> Iterator[Table]:
        """Tables with a casualty word in their head, their section's title or the line above them."""
        for section in self.document.sections:
            for rule in RULE_LINE.finditer(self.text, section.start, section.end):
                table = self._table(section, rule)
                if table.rows and table.columns:
                    yield table

    def _table(self, section: Section, rule: re.Match[str]) -> Table:
        head = self._line_before(rule.start(), section.start)
        title = self._line_before(head.start, section.heading)
        default = self._category(f"{section.title}\n{self.text[title.start : title.end]}")
        columns = []
        for index, cell in enumerate(self._cells(head)[1:], 1):
            category = self._category(self.text[cell.start : cell.end]) or default
            columns += [Column(index, category)] if category else []
        return Table(section, tuple(self._rows(rule.end(), section.end)), tuple(columns))

    def _line_before(self, at: int, floor: int) -> Span:
        """The last line with words between `floor` and `at`, empty when there is none."""
        end = at
        while end > floor:
            start = max(floor, self.text.rfind("\n", floor, end) + 1)
            if self.text[start:end].strip():
                return Span(start, end)
            end = start - 1
        return Span(floor, floor)

    def _rows(self, start: int, end: int) -> Iterator[Span]:
        """The lines with bars below the rule, up to the first without."""
        for line in re.finditer(r"[^\n]+", self.text[:end][start:]):
            if "|" not in line[0]:
                return
            yield Span(start + line.start(), start + line.end())

    def _cells(self, row: Span) -> list[Span]:
        """Cells with words, without the space around them."""
        cells = []
        for match in CELL.finditer(self.text, row.start, row.end):
            words = match[0].strip()
            if words:
                start = match.start() + match[0].index(words)
                cells.append(Span(start, start + len(words)))
        return cells

    def _category(self, words: str) -> Category | None:
        """`Killed`, `Casualties by nationality`, `Wounded`: the category a title or head names."""
        found = [resolve_category(family, "") for family in find_families(tokenise(words), self.lexicon)]
        return next((category for category in found if category), None)

    def _row(self, table: Table, row: Span) -> Iterator[Claim]:
        cells = self._cells(row)
        for column in table.columns:
            match = self._figure(cells[column.index]) if column.index < len(cells) else None
            if match:
                start = cells[0].start if column is table.columns[0] else cells[column.index].start
                yield self._claim(table, column, cells[0], Span(start, cells[column.index].end), match)

    def _figure(self, cell: Span) -> CountMatch | None:
        """The count of a cell that holds nothing else."""
        tokens = tokenise(self.text, cell.start, cell.end)
        found = CountFinder(tokens, self.lexicon).find()
        return found[0] if len(found) == 1 and found[0].first == 0 and found[0].last == len(tokens) else None

    def _claim(self, table: Table, column: Column, label: Span, span: Span, match: CountMatch) -> Claim:
        words = self.document.text[label.start : label.end]
        total = any(word.casefold() in self.lexicon.list("total_words") for word in words.split())
        return Claim(
            document=self.document.id,
            where=f"text:{table.section.title}",
            start=span.start,
            end=span.end,
            quote=self.document.text[span.start : span.end],
            category=column.category,
            count=match.count,
            victims="people" if total else words,
            side=self._side(label, total=total),
            flags=("total" if total else "subset", "table"),
            rule="table_row",
        )

    def _side(self, label: Span, *, total: bool) -> str:
        """Civilians, unless the row names armed people or a party; a nationality is one of victims."""
        victims = find_victims(tokenise(self.text, label.start, label.end), 0, self.combatants.lexicon)
        armed = bool(victims.head) and victims.kind in ("state", "group", "mercenary", "international", "fighter")
        named = any(actor.kind != "state" for actor in victims.actors)
        if total:
            return UNSPECIFIED if self.combatants.listed else CIVILIANS
        return (victims.side(self.combatants, people=None) if armed or named else None) or CIVILIANS


def replace_table_rows(claims: Sequence[Claim], document: Document, combatants: Combatants) -> list[Claim]:
    """The claims with those read out of table rows replaced by what the tables say."""
    reader = TableReader(document, combatants)
    rows = [row for table in reader.tables() for row in table.rows]
    if not rows:
        return [*claims]
    outside = [claim for claim in claims if not any(row.start <= claim.start < row.end for row in rows)]
    return [*outside, *reader.read()]
