"""Who says a figure of the text."""
