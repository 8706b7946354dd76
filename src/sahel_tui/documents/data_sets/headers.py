"""The columns of the data sets, under all names that releases have given them."""

import csv
import re

_GED = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
    "number_of_sources source_article source_office source_date source_headline source_original where_prec "
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best "
    "high low gwnoa gwnob"
)
GED_COLUMNS = tuple(_GED.split())
"""The columns of UCDP GED in the order of a release without a header."""

_OTHER_NAMES = {
    "best_est": "best", "high_est": "high", "low_est": "low", "sidea": "side_a", "sideb": "side_b", "adm1": "adm_1",
    "adm2": "adm_2", "type_of_vi": "type_of_violence", "deaths_civ": "deaths_civilians",
    "where_desc": "where_description", "deaths_unk": "deaths_unknown", "source_ori": "source_original",
    "where_coor": "where_coordinates", "source_art": "source_article", "source_hea": "source_headline",
    "source_dat": "source_date", "dyadname": "dyad_name", "source_off": "source_office", "startdate": "date_start",
    "enddate": "date_end", "conflict_n": "conflict_name", "number_of_": "number_of_sources",
    "event_clar": "event_clarity",
}  # fmt: skip
"""Names of older releases and of shape files, which cut names after ten characters."""

_GED_MARKS = {"type_of_violence", "side_a", "side_b", "best", "deaths_a", "date_start", "where_prec"}
_ACLED_MARKS = {"event_id_cnty", "event_date", "event_type", "actor1", "fatalities", "notes"}
_ENOUGH_MARKS = 4
_DELIMITERS = ",;\t"
_MOST_HEADER = 8_000
_YEAR = re.compile(r"(?:19[89]|20\d)\d")


def find_delimiter(line: str) -> str:
    """What parts the cells of a line: comma, semicolon or tab."""
    return max(_DELIMITERS, key=line.count)


def read_names(cells: list[str]) -> list[str]:
    """Column names as this program knows them."""
    plain = (re.sub(r"[\s.-]+", "_", cell.strip().lstrip("\ufeff").casefold()) for cell in cells)
    return [_OTHER_NAMES.get(name, name) for name in plain]


def find_data_set(text: str) -> str | None:
    """`ged` or `acled` when `text` begins with its header, or with a row of a GED release without one; else None.

    >>> find_data_set("id,year,type_of_violence,side_a,side_b,best\\n"), find_data_set("a, b and c")
    ('ged', None)
    """
    first = text.removeprefix("\ufeff").lstrip()[:_MOST_HEADER]
    line = first.partition("\n")[0]
    if line.count(find_delimiter(line)) < len(_GED_MARKS) - 3:
        return None
    names = set(read_names(first_row(first)))
    if len(names & _GED_MARKS) >= _ENOUGH_MARKS:
        return "ged"
    if len(names & _ACLED_MARKS) >= _ENOUGH_MARKS:
        return "acled"
    return "ged" if is_ged_row(first_row(first)) else None


def first_row(text: str) -> list[str]:
    """The cells of the first row of `text`; none when it is no table."""
    try:
        return next(csv.reader(text.splitlines(keepends=True), delimiter=find_delimiter(text.partition("\n")[0])), [])
    except csv.Error:
        return []


def is_ged_row(cells: list[str]) -> bool:
    """Whether a row has the shape of a UCDP GED event: id, year and type of violence where they belong."""
    if len(cells) != len(GED_COLUMNS):
        return False
    row = dict(zip(GED_COLUMNS, cells, strict=True))
    return bool(_YEAR.fullmatch(row["year"])) and row["type_of_violence"] in ("1", "2", "3") and row["best"].isdecimal()
