"""German word tables, generated from resources/, and their one loader."""
