"""Strings in, strings out: offsets, Unicode, digests, calendar. Knows no German."""
