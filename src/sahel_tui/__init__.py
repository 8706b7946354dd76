"""A terminal browser that shows who claims which casualty figure, and where the claims disagree."""

__version__ = "0.1.0"
