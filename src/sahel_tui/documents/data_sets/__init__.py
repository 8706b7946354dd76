"""Tables of events: UCDP GED and ACLED, a document a row."""
