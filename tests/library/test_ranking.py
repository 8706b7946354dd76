"""The disputed rows of a library in the order of their spread."""

from sahel_tui.library import Library


def test_keys_and_rows_are_in_the_same_order_and_windows_are_parts_of_it(bundled: Library) -> None:
    keys = bundled.rank_disputes("date:2023")
    assert keys
    whole = list(bundled.disputes("date:2023"))
    assert list(bundled.read_disputes(keys)) == whole
    assert list(bundled.read_disputes(keys[2:5])) == whole[2:5]
    assert list(bundled.disputes("date:2023", limit=2)) == whole[:2]
    assert {event.id for event, _ in whole} == {event.id for event in bundled.events("date:2023 is:disputed")}


def test_rows_without_a_spread_come_last(bundled: Library) -> None:
    spreads = [row.spread or 0 for _, row in bundled.disputes()]
    assert spreads == sorted(spreads, reverse=True)
    assert spreads[-1] == 0
    assert len(spreads) == sum(event.disputed for event in bundled.events("is:disputed"))


def test_keys_of_rows_that_are_gone_are_left_out(bundled: Library) -> None:
    assert bundled.read_disputes([10**6]) == ()
