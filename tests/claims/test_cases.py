"""Sentences and infoboxes with the claims a careful reader takes from them."""

import pytest
from claim_cases import Case, list_differences, read_cases


@pytest.mark.parametrize("case", list(read_cases()))
def test_case(case: Case) -> None:
    differences = list_differences(case)
    assert not differences, "\n".join(["", case.text.strip(), "", *differences])
