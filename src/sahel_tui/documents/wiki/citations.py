"""Citation templates -> one entry: author, quoted title, publisher, date, address."""

from sahel_tui.documents.wiki.arguments import Arguments

CITATIONS = frozenset({
    *("cite", "cite web", "cite news", "cite journal", "cite book", "cite report", "cite magazine", "cite tweet"),
    *("cite press release", "cite conference", "cite thesis", "cite av media", "cite encyclopedia", "cite arxiv"),
    *("citation", "lien web", "article", "ouvrage", "lien vidéo", "chapitre", "lien brisé", "article encyclopédique"),
})  # fmt: skip
"""Templates that cite a source; `citation` only when it has a title."""

_LANGUAGES = {"fr": "French", "french": "French", "français": "French", "en": "English", "english": "English"}
_TITLE = ("title", "titre", "chapter", "titre chapitre")
_PUBLISHER = (
    *("work", "website", "newspaper", "magazine", "journal", "périodique", "site", "agency", "publisher"),
    *("éditeur", "editeur", "via", "institution"),
)
_DATE = ("date", "year", "année", "publication-date", "en ligne le")
_ADDRESS = ("url", "lire en ligne", "chapter-url", "présentation en ligne")


def is_citation(arguments: Arguments) -> bool:
    """Whether a template cites a source."""
    return arguments.name in CITATIONS and bool(arguments.get(*_TITLE, *_ADDRESS))


def say_citation(arguments: Arguments) -> str:
    """The entry: `Diallo, A. "Title". RFI (in French). 2023-01-12. https://…`."""
    title = arguments.get(*_TITLE)
    language = arguments.get("language", "langue", "lang").casefold()
    publisher = arguments.get(*_PUBLISHER)
    tongue = f"(in {_LANGUAGES.get(language, language.capitalize())})" if language else ""
    said = [
        _say_author(arguments),
        f'"{title}"' if title else "",
        " ".join(part for part in (publisher, tongue) if part),
        _say_date(arguments),
    ]
    entry = " ".join(f"{part.rstrip('.')}." for part in said if part)
    return " ".join(part for part in (entry, arguments.get(*_ADDRESS)) if part)


def _say_author(arguments: Arguments) -> str:
    family = arguments.get("last", "last1", "nom", "nom1")
    given = arguments.get("first", "first1", "prénom", "prénom1")
    named = ", ".join(part for part in (family, given) if part)
    return named or arguments.get("author", "author1", "auteur", "auteur1", "auteur institutionnel")


def _say_date(arguments: Arguments) -> str:
    date = arguments.get(*_DATE)
    parts = (arguments.get("jour"), arguments.get("mois"), date)
    return " ".join(part for part in parts if part)
