"""The rooms: each reads a visit and returns the context of its page."""
