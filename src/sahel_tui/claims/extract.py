"""All rules in their order: a document to its claims."""

from sahel_tui.claims.citing import find_cited
from sahel_tui.claims.incidents.incidents import Incidents
from sahel_tui.claims.infobox.infobox import find_infobox_claims
from sahel_tui.claims.infobox.tables import replace_table_rows
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.revisions import mark_revisions
from sahel_tui.claims.prose import ProseReader
from sahel_tui.claims.references import ReferenceReader
from sahel_tui.dataclass import replace
from sahel_tui.model import Claim, Document


def read_claims(document: Document) -> tuple[Claim, ...]:
    """Every claim of a document, in text order."""
    combatants = Combatants(document)
    incidents = Incidents(document, combatants.lexicon)
    claims = find_infobox_claims(document, combatants, incidents)
    claims += ProseReader(document, combatants, incidents, claims).read()
    claims = replace_table_rows(claims, document, combatants)
    claims = mark_revisions(claims)
    claims += ReferenceReader(document, combatants, incidents).read()
    if document.references:
        cited = ((claim, find_cited(document, claim)) for claim in claims)
        claims = [replace(claim, references=numbers) if numbers else claim for claim, numbers in cited]
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end)))
