"""MediaWiki: wikitext, exports and answers of its API."""
