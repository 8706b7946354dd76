"""What goes in: folders, archives, compressed files and streams, each recognised by its content."""
