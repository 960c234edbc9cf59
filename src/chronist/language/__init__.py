"""Stage 3: what one report says. Report in, Analysis out."""
