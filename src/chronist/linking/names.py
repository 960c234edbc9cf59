"""Names in a form in which they can be compared.

Two degrees: ``fold`` removes case and accents only; ``sounds`` also maps the ways
in which Russian, Belarusian and Ukrainian names are written in German and English
newspapers onto one form (Lukaschenko, Lukaschenka, Lukashenko).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from chronist.lexica.load import load_table, load_words
from chronist.linking.words import stem

_LETTERS = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "đ": "d",
        "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
        "’": "", "'": "", "ʼ": "", "`": "",
    }
)  # fmt: skip
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "w", "г": "g", "ґ": "g", "д": "d", "е": "e",
        "ё": "jo", "є": "je", "ж": "sch", "з": "s", "и": "i", "і": "i", "ї": "ji",
        "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
        "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "ch",
        "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "ъ": "", "ы": "y",
        "ь": "", "э": "e", "ю": "ju", "я": "ja",
    }
)  # fmt: skip

_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"schtsch|shch", "c"),  # Chruschtschow, Khrushchev
        (r"tsch|tch", "c"),  # Tschernenko
        (r"sch|sh|zh", "s"),  # Lukaschenko, Lukashenko
        (r"kh|ch", "c"),  # Tichanowskaja, Tikhanovskaya; Chernenko
        (r"^tsi", "ti"),  # Tsikhanouskaya, from Belarusian
        (r"ou(?=sk)", "ov"),  # Tsikhanouskaya
        (r"w", "v"),  # Lawrow, Lavrov
        (r"off$", "ov"),
        (r"ts|tz|z", "s"),  # Jelzin, Yeltsin; Selenski, Zelensky
        (r"x", "ks"),  # Alexej, Aleksey
        (r"[yj]", "i"),  # Sergej, Sergey
        (r"ss", "s"),
        (r"i+", "i"),  # Dmitrij, Dmitry
        (r"(?<=[^aeiou])er$", "r"),  # Alexander, Aleksandr
        (r"enka$", "enko"),  # Lukaschenka
        (r"(?<=[bdlnrt])ie(?=[aeiou]|$)", "i"),
    )
)

_ARTICLES = re.compile(r"^(?:der|die|das|des|dem|den)\s+", re.IGNORECASE)
_LEGAL_FORM = re.compile(
    r"\s+(?:gmbh(?: & co\.? kg)?|ag|se|kg|e\.?\s?v\.?|inc\.?|ltd\.?|plc|s\.?a\.?|oao|ooo|pao)$",
    re.IGNORECASE,
)
_SHORTEST_GENITIVE = 4


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the name without case, accents and doubled blanks.

    >>> fold("Recep Tayyip  Erdoğan"), fold("Müller"), fold("Лукашенко")
    ('recep tayyip erdogan', 'mueller', 'lukaschenko')
    """
    small = unicodedata.normalize("NFC", name).casefold()
    small = small.translate(_CYRILLIC).translate(_LETTERS)
    plain = unicodedata.normalize("NFD", small)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(plain.split())


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """Return one form for the spellings of one name word.

    >>> {sounds(w) for w in ("Lukaschenko", "Lukaschenka", "Lukashenko")}
    {'lukasenko'}
    >>> sounds("Sergej") == sounds("Sergei") == sounds("Sergey")
    True
    """
    key = fold(word).replace("-", "").replace(".", "")
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    """Return spellings of given names that are one name beside an equal last name."""
    names = load_table("linking/given_names")
    return {sounds(n): sounds(k) for k, also in names.items() for n in (k, *also)}


@cache
def _titles() -> frozenset[str]:
    return load_words("linking/name_titles")


@cache
def _particles() -> frozenset[str]:
    return load_words("linking/name_particles")


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """A person's name as comparable words; ``first`` is empty for a last name alone."""

    first: str
    middle: tuple[str, ...]
    last: str

    @property
    def is_full(self) -> bool:
        """Whether a given name is known."""
        return bool(self.first) and len(self.first) > 1

    @property
    def is_initial(self) -> bool:
        """Whether only the first letter of the given name is known."""
        return len(self.first) == 1

    @property
    def key(self) -> str:
        """Return given and last name, the form ids are made from."""
        return f"{self.first} {self.last}".strip()


@lru_cache(maxsize=65536)
def person_name(name: str) -> PersonName:
    """Read a person's name, without titles and particles.

    >>> person_name("Ursula von der Leyen").key, person_name("W. Putin").is_initial
    ('ursula leien', True)
    >>> person_name("Aljaksandr Lukaschenka") == person_name("Alexander Lukaschenko")
    True
    """
    words = [w for w in re.split(r"\s+|(?<=\.)", name) if w.strip(".")]
    bare = [w for w in words if fold(w).strip(".") not in _titles()]
    kept = [w for w in bare if w not in _particles()] or bare or [name]
    keys = [sounds(w) for w in kept]
    if len(keys) == 1:
        return PersonName("", (), keys[0])
    return PersonName(_given_names().get(keys[0], keys[0]), tuple(keys[1:-1]), keys[-1])


def without_genitive(key: str) -> tuple[str, ...]:
    """Return what ``key`` would be without a genitive ending; empty if it has none.

    >>> without_genitive("lukasenkos"), without_genitive("minsk")
    (('lukasenko',), ())
    """
    if len(key) < _SHORTEST_GENITIVE or not key.endswith("s") or key.endswith("ss"):
        return ()
    return (key[:-1],)


@lru_cache(maxsize=65536)
def thing_key(name: str) -> str:
    """Return the comparable form of the name of an organisation, place or thing.

    >>> thing_key("die Lukoil AG"), thing_key("UN-Sicherheitsrat")
    ('lukoil', 'un sicherheitsrat')
    """
    bare = _LEGAL_FORM.sub("", _ARTICLES.sub("", name.strip()))
    return re.sub(r"[-‐–/„“\"»«.]+", " ", fold(bare)).strip() or fold(name)


_SHORTEST_STEM = 5


@lru_cache(maxsize=65536)
def inflected_key(name: str) -> str:
    """Return the form that the cases of one name share.

    >>> inflected_key("Deutschen Bundestages") == inflected_key("Deutscher Bundestag")
    True
    >>> inflected_key("Bremen"), inflected_key("Essen")
    ('bremen', 'essen')
    """
    stems = [(word, stem(word)) for word in thing_key(name).split()]
    return " ".join(s if len(s) >= _SHORTEST_STEM else word for word, s in stems)


def is_abbreviation_of(short: str, long: str) -> bool:
    """Whether ``short`` is made of the first letters of the words of ``long``.

    >>> is_abbreviation_of("OSZE", "Organisation für Sicherheit und Zusammenarbeit in Europa")
    True
    >>> is_abbreviation_of("EU", "Europäische Union"), is_abbreviation_of("EU", "Ukraine")
    (True, False)
    """
    letters = [c for c in short.casefold() if c.isalpha()]
    words = [w for w in re.split(r"[\s\-]+", long) if w]
    if not 2 <= len(letters) <= len(long) or len(words) < 2:  # one word has no initials
        return False
    initials = [w[0].casefold() for w in words if w[0].isupper()]
    return initials == letters
