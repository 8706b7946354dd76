"""Organisations that one document abbreviates and another writes out; the voice is the same."""

_BRANCHES = ("IS", "ISGS", "ISSP", "IS-SP", "ISWAP", "ISIL", "ISIS", "EIGS")
"""Its branches publish through the Islamic State: whichever of its names a text uses, the claim is the same."""

_NAMES = {
    **dict.fromkeys(_BRANCHES, "Islamic State"),
    "AI": "Amnesty International",
    "Amnesty": "Amnesty International",
    "AFP": "Agence France-Presse",
    "AP": "Associated Press",
    "DW": "Deutsche Welle",
    "FIDH": "International Federation for Human Rights",
    "HRW": "Human Rights Watch",
    "ICG": "International Crisis Group",
    "ICRC": "International Committee of the Red Cross",
    "MSF": "Médecins Sans Frontières",
    "NYT": "New York Times",
    "RFI": "Radio France Internationale",
    "UN": "United Nations",
    "VOA": "Voice of America",
}


def write_out(name: str) -> str:
    """The whole name of an organisation; any other name as it is.

    >>> write_out("HRW"), write_out("residents"), write_out("Islamic State in the Greater Sahara")
    ('Human Rights Watch', 'residents', 'Islamic State')
    """
    branch = name.startswith("Islamic State ")
    return "Islamic State" if branch else _NAMES.get(name, name)
