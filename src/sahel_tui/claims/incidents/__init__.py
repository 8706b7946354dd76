"""Which event a figure of the text belongs to."""
