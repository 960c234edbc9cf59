"""Stage 5: where a chronicle is kept."""
