"""German rules for names, titles and descriptions."""
