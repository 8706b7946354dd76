"""Which documents are about the same event, and why."""
