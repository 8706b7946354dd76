"""Claims: what a document says about casualties, who says it, and where."""

from sahel_tui.model import Claim, Document

__all__ = ["extract_claims"]


def extract_claims(document: Document) -> tuple[Claim, ...]:
    """Every claim of a document, in text order."""
    from sahel_tui.claims.extract import read_claims  # A look-up of stored claims should not pay for the rules.

    return read_claims(document)
