"""SQLite files of events: their schema, how they are written, and how they are searched."""
