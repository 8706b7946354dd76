"""Events and their dead by month, against the events themselves."""

from collections import Counter

import pytest

from sahel_tui.library import Library


@pytest.mark.parametrize("query", ["", "kidal", "actor:jnim killed>=20", "nothing like it"])
@pytest.mark.parametrize("disputed_only", [False, True])
def test_they_are_what_the_events_add_up_to(bundled: Library, query: str, disputed_only: bool) -> None:
    events = list(bundled.events(query, disputed_only=disputed_only))
    months = bundled.months(query, disputed_only=disputed_only)
    assert months is not None
    assert Counter({(m.year, m.month): m.events for m in months}) == Counter(
        (int(event.date[:4]), int(event.date[5:7])) for event in events
    )
    assert sum(m.disputed for m in months) == sum(event.disputed > 0 for event in events)
    assert sum(m.killed_low for m in months) == sum(event.killed_low or 0 for event in events)
    assert sum(m.killed_high for m in months) == sum(event.killed_high or 0 for event in events)
    assert sum(m.counted for m in months) == sum(event.killed_high is not None for event in events)
