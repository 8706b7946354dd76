"""Whose losses a figure of the text counts."""
