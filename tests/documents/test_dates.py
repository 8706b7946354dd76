"""Dates as infoboxes write them, in English and French."""

import pytest

from sahel_tui.documents.dates import find_full_dates, parse_dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("September 28, 2023", "2023-09-28", "2023-09-28"),
        ("28 September 2023", "2023-09-28", "2023-09-28"),
        ("Sept. 28, 2023", "2023-09-28", "2023-09-28"),
        ("August 11–12, 2023", "2023-08-11", "2023-08-12"),
        ("26–28 June 2012", "2012-06-26", "2012-06-28"),
        ("26 to 28 June 2012", "2012-06-26", "2012-06-28"),
        ("4 and 5 June 2022", "2022-06-04", "2022-06-05"),
        ("September 29 – October 1, 2019", "2019-09-29", "2019-10-01"),
        ("29 September – 1 October 2019", "2019-09-29", "2019-10-01"),
        ("December 30 – January 2, 2020", "2019-12-30", "2020-01-02"),
        ("October 2, 2023 – December 20, 2023", "2023-10-02", "2023-12-20"),
        ("March 8, 2022 – May 2023", "2022-03-08", "2023-05"),
        ("27 March 2022 (2022-03-27) – 31 March 2022 (2022-03-31)", "2022-03-27", "2022-03-31"),
        ("(2022-03-27)", "2022-03-27", "2022-03-27"),
        ("4 October 2017\n11:40 to 14:58 (local time)", "2017-10-04", "2017-10-04"),
        ("20 November 2015 (UTC)[1]", "2015-11-20", "2015-11-20"),
        ("2023-01-10", "2023-01-10", "2023-01-10"),
        ("2023-10-02/2023-12-20", "2023-10-02", "2023-12-20"),
        ("2021-06", "2021-06", "2021-06"),
        ("Mid-June 2023", "2023-06", "2023-06"),
        ("early 2023", "2023", "2023"),
        ("January – March 2018", "2018-01", "2018-03"),
        ("2012–2013", "2012", "2013"),
        ("16 January 2012 – present", "2012-01-16", ""),
        ("March 2022 – ongoing", "2022-03", ""),
        ("26 septembre 2022", "2022-09-26", "2022-09-26"),
        ("1er juin 2025", "2025-06-01", "2025-06-01"),
        ("du 26 au 28 juin 2012", "2012-06-26", "2012-06-28"),
        ("nuit du 4 au 5 juin 2021", "2021-06-04", "2021-06-05"),
        ("du 31 août au 2 septembre 2012", "2012-08-31", "2012-09-02"),
        ("depuis le 17 janvier 2012 - en cours", "2012-01-17", ""),
        ("février 2013", "2013-02", "2013-02"),
        ("31 February 2020", "2020-02", "2020-02"),
        ("2020-13-01", "2020", "2020"),
        ("June 5, 2022 – June 1, 2022", "2022-06-05", "2022-06-05"),
        ("Unknown", "", ""),
        ("13", "", ""),
        ("16 -", "", ""),
        ("600 men in 115 vehicles", "", ""),
        ("", "", ""),
    ],
)
def test_dates_are_read(text: str, first: str, last: str) -> None:
    assert parse_dates(text) == (first, last)


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("In 2021 nothing happened; on 2 November 2021 the mayor was killed.", "2021-11-02"),
        ("The war began in January 2012.", ""),
        ("L'attaque a lieu dans la nuit du 4 au 5 juin 2021.", "2021-06-04"),
        ("They had met in May. On July 11, 2014, they fought.", "2014-07-11"),
        ("It cost 2,014 lives.", ""),
    ],
)
def test_first_full_date_of_a_lead(lead: str, date: str) -> None:
    assert find_full_dates(lead, 0, len(lead))[0] == date
