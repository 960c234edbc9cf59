"""German rules for who says what."""
