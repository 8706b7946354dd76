"""Sentences and infoboxes with the claims a careful reader takes from them: a test a file, which names every case."""

import pytest
from claim_cases import list_faults, list_files, read_cases

RIGHT, KNOWN = list_files()


@pytest.mark.parametrize("name", RIGHT)
def test_cases(name: str) -> None:
    faults = list_faults(read_cases(name))
    assert not faults, "\n".join(["", *faults.values()])


@pytest.mark.parametrize("name", KNOWN)
def test_known_failures_are_not_read_rightly_yet(name: str) -> None:
    cases = read_cases(name)
    faults = list_faults(cases)
    right = [title for title, _ in cases if title not in faults]
    assert not right, "\n".join(["read rightly now, so they belong to the other cases:", *right])
