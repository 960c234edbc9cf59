"""The nouns of Chronist: frozen dataclasses and enums, standard library only."""
