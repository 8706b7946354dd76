"""The cells of a common row of UCDP GED: a clash of two sides, with the dead of each and of the civilians."""

CLASH = {
    "id": "7",
    "type_of_violence": "1",
    "side_a": "Government of Mali",
    "side_b": "JNIM",
    "where_coordinates": "Tessi town",
    "country": "Mali",
    "date_start": "2021-05-02",
    "date_end": "2021-05-02",
    "deaths_a": "4",
    "deaths_b": "0",
    "deaths_civilians": "2",
    "best": "6",
    "low": "6",
    "high": "9",
}
