"""A sentence as the rules see it: its quantities, places between words, lists, revisions and clauses."""
