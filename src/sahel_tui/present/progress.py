"""How far an import is and what became of it, in one line each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sahel_tui.documents import Refusal
    from sahel_tui.library.reports import ImportProgress, ImportReport

BAR_CELLS = 20


def describe_progress(progress: "ImportProgress", elapsed: float, *, bar: bool) -> str:
    """One line: stage, share, documents, rate, size, time left, and the document at hand.

    >>> from sahel_tui.library.reports import ImportProgress
    >>> reading = ImportProgress("reading", 1200, None, "ferry.txt", 4_500_000, 9_000_000)
    >>> describe_progress(reading, 10, bar=False)
    'reading 50% · 1,200 documents · 120 a second · 4.5 of 9.0 MB · 0:10 left'
    >>> describe_progress(ImportProgress("writing", 50, 200, "A raid"), 1, bar=True)
    'writing ━━━━━─────────────── 25% · 50 of 200 events · 50 a second · 0:03 left · A raid'
    >>> describe_progress(ImportProgress("checking", 200, 200), 1, bar=True)
    'checking the new library'
    """
    if progress.stage == "checking":
        return "checking the new library"
    share = _find_share(progress)
    head: list[str] = [progress.stage]
    if share is not None and bar:
        full = int(share * BAR_CELLS)
        head.append("━" * full + "─" * (BAR_CELLS - full))
    if share is not None:
        head.append(f"{share:.0%}")
    parts = [" ".join(head), *_count(progress)]
    if elapsed >= 1 and progress.done:
        parts.append(f"{progress.done / elapsed:,.0f} a second")
    if progress.total_size:
        parts.append(f"{progress.size / 1e6:,.1f} of {progress.total_size / 1e6:,.1f} MB")
    if share and elapsed >= 1:
        parts.append(f"{_say_time(elapsed / share - elapsed)} left")
    return " · ".join([*parts, progress.name] if bar and progress.name else parts)


def _find_share(progress: "ImportProgress") -> float | None:
    if progress.total:
        return progress.done / progress.total
    return min(1.0, progress.size / progress.total_size) if progress.total_size else None


def _count(progress: "ImportProgress") -> list[str]:
    of = f" of {progress.total:,}" if progress.total else ""
    return [f"{progress.done:,}{of} {'events' if progress.stage == 'writing' else 'documents'}"]


def _say_time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def say_report(report: "ImportReport") -> str:
    """What became of every document of an import."""
    skipped = f", {report.skipped:,} pages left out" if report.skipped else ""
    gone = f", {report.removals:,} taken away" if report.removals else ""
    marks = f"; {report.marks:,} notes and bookmarks ({report.new_marks:,} new{gone})" if report.marks else ""
    joined = f", {_say_joined(report)}" if report.joined else ""
    return (
        f"{report.read:,} read ({report.new:,} new, {report.unchanged:,} already there), "
        f"{len(report.refused):,} refused{skipped}; {report.new_events:,} new events{joined}{marks}"
    )


def say_outcome(report: "ImportReport", *, titles: int = 2) -> str:
    """What came of an import in few words, what the reader waits for first; at most so many events by their titles.

    >>> from sahel_tui.library.reports import Arrival, ImportReport
    >>> say_outcome(ImportReport(read=3, new=2, unchanged=1, new_events=1))
    '1 new event · 2 new documents · 1 already there'
    >>> say_outcome(ImportReport(read=1, new=1, title="Raid on Dioura"))
    '1 new document: Raid on Dioura'
    >>> say_outcome(ImportReport())
    'nothing new'
    >>> say_outcome(ImportReport(read=1, new=1, joined=1, arrivals=(Arrival("a.txt", "Battle of Ber", "", True),)))
    '1 new document joined Battle of Ber'
    >>> say_outcome(ImportReport(read=3, new=3, joined=2), titles=0)
    '3 new documents · joined 2 events'
    >>> konna, ber = (Arrival("a.txt", title, "", True) for title in ("Battle of Konna", "Battle of Ber"))
    >>> say_outcome(ImportReport(read=3, new=3, joined=3, arrivals=(konna, ber)))
    '3 new documents · joined Battle of Konna, Battle of Ber and 1 more event'
    """
    title = f": {report.title}" if report.new == 1 and report.title else ""
    parts = (
        _count_new(report.new_events, "event", title),
        *_say_documents(report, title, titles),
        _say_refused(report.refused),
        f"{report.unchanged:,} already there" if report.unchanged else "",
        f"{report.skipped:,} pages left out" if report.skipped else "",
        f"{report.new_marks:,} new notes and bookmarks" if report.new_marks else "",
    )
    return " · ".join(filter(None, parts)) or "nothing new"


def _say_documents(report: "ImportReport", title: str, titles: int) -> tuple[str, ...]:
    """How many are new, unless each is an event of its own, and which events the others joined."""
    if report.new == report.joined == 1:
        return (f"1 new document {_say_joined(report, titles)}",)
    new = _count_new(report.new, "document", title) if report.new != report.new_events else ""
    return new, _say_joined(report, titles)


def _say_joined(report: "ImportReport", most: int = 2) -> str:
    """The events that new documents were taken for, the first by their titles."""
    if not report.joined:
        return ""
    titles = list(dict.fromkeys(arrival.title for arrival in report.arrivals if arrival.joined))[:most]
    more = report.joined - len(titles)
    last = f"{more:,} {'more ' if titles else ''}event{'s' * (more > 1)}" if more else titles.pop()
    return f"joined {', '.join(titles)}{' and ' if titles else ''}{last}"


def _say_refused(refused: "Sequence[Refusal]") -> str:
    if len(refused) == 1:
        return f"{refused[0].name} refused: {refused[0].reason}"
    return f"{len(refused):,} refused" if refused else ""


def _count_new(number: int, noun: str, title: str) -> str:
    return f"{number:,} new {noun}{'s' * (number > 1)}{title}" if number else ""
