"""Who fights on which side, and whom a noun phrase names."""
