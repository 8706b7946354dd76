"""What befell those whom a figure counts: from a count to its category."""
