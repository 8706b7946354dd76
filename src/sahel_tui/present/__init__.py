"""Claims, rows and documents as plain data with semantic tags; both front ends draw from it, nothing here draws.

`text` makes text fit for a terminal; `runs` and `glyphs` are the vocabulary of tags and marks; `events`, `infobox`,
`article`, `comparison`, `plot` and `evidence` each turn one part of the library into what a reader sees.
"""
