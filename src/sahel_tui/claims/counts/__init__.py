"""Numbers, hedges, shares and vague quantities in a run of tokens."""
