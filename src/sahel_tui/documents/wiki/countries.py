"""Country codes and names that flag templates are called by."""

CODES = {
    "MLI": "Mali", "NER": "Niger", "BFA": "Burkina Faso", "TCD": "Chad", "MRT": "Mauritania", "NGA": "Nigeria",
    "DZA": "Algeria", "ALG": "Algeria", "LBY": "Libya", "SEN": "Senegal", "GIN": "Guinea", "CIV": "Ivory Coast",
    "BEN": "Benin", "TGO": "Togo", "GHA": "Ghana", "CMR": "Cameroon", "SDN": "Sudan", "CAF": "Central African Republic",
    "FRA": "France", "RUS": "Russia", "USA": "United States", "DEU": "Germany", "GER": "Germany", "ESP": "Spain",
    "ITA": "Italy", "GBR": "United Kingdom", "UK": "United Kingdom", "MAR": "Morocco", "EST": "Estonia",
    "CZE": "Czech Republic", "SWE": "Sweden", "DNK": "Denmark", "NLD": "Netherlands", "BEL": "Belgium", "UN": "UN",
    "UNO": "United Nations", "EU": "European Union", "GMB": "Gambia", "LBR": "Liberia", "SLE": "Sierra Leone",
    "BGD": "Bangladesh", "EGY": "Egypt", "TUN": "Tunisia", "UKR": "Ukraine", "TUR": "Turkey", "CHN": "China",
}  # fmt: skip
"""Code -> name."""

_FRENCH = {
    *("Mali", "Niger", "Burkina Faso", "Tchad", "Mauritanie", "Nigeria", "Algérie", "Libye", "Sénégal", "Guinée"),
    *("Côte d'Ivoire", "Bénin", "Togo", "Ghana", "Cameroun", "Soudan", "France", "Russie", "États-Unis", "Allemagne"),
    *("Espagne", "Italie", "Royaume-Uni", "Maroc", "Estonie", "Suède", "Danemark", "Pays-Bas", "Belgique"),
}
_NAMES = {name.casefold(): name for name in (*CODES.values(), *_FRENCH)}


def find_country(name: str) -> str | None:
    """The country a template such as `{{Mali}}` or `{{MLI}}` shows; None for another template."""
    plain = name.strip()
    return CODES.get(plain.upper()) if 2 <= len(plain) <= 3 else _NAMES.get(plain.casefold())


def country_name(name: str) -> str:
    """The name behind a code; any other name as it is."""
    return CODES.get(name.strip().upper(), name.strip())
