"""What belongs to the reader and not to a library: bookmarks, notes, the last position and recent searches."""
