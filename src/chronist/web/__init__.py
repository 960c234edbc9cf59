"""The reading room: a chronicle in a browser. Starlette and Jinja appear only here."""
