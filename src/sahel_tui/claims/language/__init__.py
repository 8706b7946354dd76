"""Words and names of a language: what the lexicon knows, before anything is counted."""
