"""A chronicle in other formats, one per file."""
