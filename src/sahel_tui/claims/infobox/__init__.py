"""Figures of infoboxes and of tables of losses, in every shape a capture leaves them."""
