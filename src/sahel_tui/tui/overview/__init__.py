"""Screens over all listed events: the disputes by how wide they are, and the months."""
