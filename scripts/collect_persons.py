"""Write resources/de/names/office_holders.yml and given.yml from open data.

``python scripts/collect_persons.py KNOWLEDGE_FOLDER`` reads offices.csv and
world-leaders-2021-wikidata.csv (Wikidata, CC0) and MdB-Stammdaten.zip (Bundestag open
data). Run by hand; the YAML files are what counts, and what was put right in
persons.yml (our own spellings) goes before them.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
NAMES = ROOT / "resources" / "de" / "names"
CODES = {
    "belarus": "BY", "russia": "RU", "ukraine": "UA", "us": "US", "france": "FR",
    "united-kingdom": "GB", "poland": "PL", "turkey": "TR", "iran": "IR",
    "israel": "IL", "china": "CN",
}  # fmt: skip
SLAVIC = frozenset(("BY", "RU", "UA"))
OFFICES = (
    ("president", r"^President$|^President of (the )?(Republic|Russia|Ukraine|Belarus|Poland|France|Iran|Israel|Turkey|United States|China|People)|^Supreme Leader"),
    ("prime_minister", r"^(Acting )?Prime Minister|^Premier of|^Chancellor of (Germany|Austria)"),
    ("foreign_minister", r"Foreign Affairs$|Foreign Minister|^Secretary of State$|Foreign Secretary|Secretary of State for Foreign"),
    ("defence_minister", r"^(Minister|Secretary|Secretary of State) (of|for) (National )?Defen[cs]e$"),
    ("interior_minister", r"^Minister of (the )?(Interior|Internal Affairs)$|Home Secretary|Home Department"),
    ("finance_minister", r"^Minister of Finance|^Secretary of the Treasury$|Chancellor of the Exchequer"),
    ("justice_minister", r"^Minister of Justice$|^Attorney General$"),
    ("economy_minister", r"^Minister of (the )?Econom"),
    ("vice_president", r"^Vice President$"),
    ("deputy_prime_minister", r"Deputy Prime Minister$"),
    ("spokesperson", r"[Ss]pokes|Press Secretary"),
    ("prosecutor", r"^Prosecutor General"),
    ("security_advisor", r"^National Security Advisor|^Secretary of the Security Council"),
    ("chief_of_staff", r"^Chief of the General Staff|^White House Chief of Staff|^Head of the Presidential Administration"),
    ("speaker", r"^Speaker|^Chair(man|person|woman)? of the (State Duma|Federation Council|House of Rep|Council of the Rep)"),
)  # fmt: skip
GERMAN_GIVEN = {
    "aleksandr": "Alexander", "alexander": "Alexander", "alexei": "Alexej",
    "aleksey": "Alexej", "alexey": "Alexej", "sergei": "Sergej", "sergey": "Sergej",
    "andrei": "Andrej", "andrey": "Andrej", "nikolay": "Nikolai", "nikolai": "Nikolai",
    "yevgeny": "Jewgeni", "dmitry": "Dmitri", "dmitriy": "Dmitri", "yuri": "Juri",
    "yury": "Juri", "yuriy": "Juri", "anatoly": "Anatoli", "anatoliy": "Anatoli",
    "vitaly": "Witali", "valery": "Waleri", "gennady": "Gennadi", "arkady": "Arkadi",
    "vasily": "Wassili", "grigory": "Grigori", "maxim": "Maxim", "aleksei": "Alexej",
    "georgy": "Georgi", "konstantin": "Konstantin", "viktor": "Viktor",
    "viktoria": "Viktoria", "volodymyr": "Wolodymyr", "mykola": "Mykola",
    "tatyana": "Tatjana", "petro": "Petro", "igor": "Igor", "oleg": "Oleg",
    "yulia": "Julia", "yuliya": "Julia", "natalya": "Natalja", "vladimir": "Wladimir",
    "aleksandra": "Alexandra",
}  # fmt: skip
TRANSLITERATION = (
    (r"(?<!s)ch", "tsch"), (r"shch", "schtsch"), (r"sh", "sch"), (r"zh", "sch"),
    (r"kh", "ch"), (r"(?<![aeiou])ts(?!ch)|ts(?=[aeiouy])", "z"), (r"v", "w"), (r"^ye", "je"), (r"^yo", "jo"),
    (r"(?<=[aeiou])ye", "je"), (r"skiy$|sky$|skyi$", "ski"), (r"iy$", "i"),
    (r"ya", "ja"), (r"yu", "ju"), (r"ks(?=a)", "x"), (r"^z(?=[aeiou])", "s"),
    (r"(?<=[aeiou])y\b", "j"), (r"(?<=[aeiou])s(?=[aeiou])", "ss"),
    (r"(?<=[aeiou])z(?=[aeiou])", "s"), (r"['’ʼ]", ""),
)  # fmt: skip


def main() -> None:
    """Write both lists."""
    if len(sys.argv) != 2:
        sys.exit("usage: python scripts/collect_persons.py KNOWLEDGE_FOLDER")
    knowledge = Path(sys.argv[1])
    write_holders(knowledge)
    write_given(knowledge)


class Held(NamedTuple):
    """One person's term of one office."""

    number: str
    name: str
    gender: str
    code: str
    office: str
    start: str
    end: str
    born: str


def terms(knowledge: Path) -> Iterator[Held]:
    """Yield every term of an office we list."""
    with (knowledge / "offices.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            office = office_of(row["position"])
            if office and row["wikidata_id"].startswith("Q"):
                yield Held(
                    row["wikidata_id"],
                    row["person"],
                    row["gender"][:1],
                    CODES[row["country"]],
                    office,
                    row["start"][:10],
                    row["end"][:10],
                    born_on(row),
                )
    codes = country_codes()
    with (knowledge / "world-leaders-2021-wikidata.csv").open(
        encoding="utf-8"
    ) as lines:
        for row in csv.DictReader(lines):
            code = codes.get(row["country"])
            if code and code not in CODES.values():
                title = row["positionLabel"]
                office = (
                    "president" if re.search("President", title)
                    else "monarch" if re.search("King|Queen|Monarch|Emir|Sultan|Emperor|Prince of", title)
                    else "prime_minister"
                )  # fmt: skip
                yield Held(
                    row["officeholder"],
                    row["officeholderLabel"],
                    "",
                    code,
                    office,
                    row["start_year"],
                    row["end_year"],
                    "",
                )


def born_on(row: dict[str, str]) -> str:
    """Return the day of birth, if it is known to the day."""
    return row["born"][:10] if row["born_precision"] == "11" else ""


def country_codes() -> dict[str, str]:
    """Return English country name → ISO code."""
    from babel import Locale

    return {name: code for code, name in Locale("en").territories.items()}


def office_of(position: str) -> str | None:
    """Return our word for an office, None if we do not list it."""
    return next((o for o, pattern in OFFICES if re.search(pattern, position)), None)


def write_holders(knowledge: Path) -> None:
    """Write office_holders.yml."""
    persons: dict[str, Held] = {}
    offices: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for held in terms(knowledge):
        persons.setdefault(held.number, held)
        offices[held.number].add((held.office, held.start, held.end))
    lines = [HOLDERS_HEAD]
    for number, held in sorted(persons.items(), key=lambda p: p[1][1:]):
        terms_held = [list(o) for o in sorted(offices[number])]
        name = german(held.name, held.code)
        entry = [name, held.gender, held.code, terms_held, held.born]
        flow = yaml.safe_dump(
            entry, default_flow_style=True, allow_unicode=True, width=10_000
        )
        lines.append(f"  {number}: {flow}")
    (NAMES / "office_holders.yml").write_text("".join(lines), encoding="utf-8")
    print(f"{len(persons)} holders of offices")


HOLDERS_HEAD = """\
about: "Holders of offices: German name, gender, country, offices with first and last day, day of birth"
origin: Wikidata, terms collected by every-politician-scrapers; German spelling by rule; scripts/collect_persons.py
licence: CC0-1.0
kind: table
# Lists facts of about 2021 to 2023: a term without end may have ended since.
entries:
"""


def german(name: str, code: str) -> str:
    """Return the name as German newspapers spell it, by rule."""
    if code not in SLAVIC:
        return name
    return " ".join(_german_word(word) for word in name.split())


def _german_word(word: str) -> str:
    lower = word.lower()
    if lower in GERMAN_GIVEN:
        return GERMAN_GIVEN[lower]
    for old, new in TRANSLITERATION:
        lower = re.sub(old, new, lower)
    return "-".join(part.capitalize() for part in lower.split("-"))


def write_given(knowledge: Path) -> None:
    """Write given_bundestag.yml: given names of members, with the gender they show."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with zipfile.ZipFile(knowledge / "MdB-Stammdaten.zip") as archive:
        content = archive.read("MDB_STAMMDATEN.XML")
    for member in ET.fromstring(content).iter("MDB"):  # noqa: S314  # official file
        gender = (member.findtext("BIOGRAFISCHE_ANGABEN/GESCHLECHT") or "")[:1]
        for name in (member.findtext("NAMEN/NAME/VORNAME") or "").split():
            if re.fullmatch(r"[A-ZÄÖÜÉ][^\W\d_-]+(-[^\W\d_]+)?", name):
                counts[unicodedata.normalize("NFC", name)][gender] += 1
    by_gender: dict[str, list[str]] = {"m": [], "f": []}
    for name, genders in sorted(counts.items()):
        by_gender["m" if genders["m"] >= genders["w"] else "f"].append(name)
    text = GIVEN_HEAD + yaml.safe_dump(
        {"entries": by_gender}, default_flow_style=None, allow_unicode=True, width=88
    )
    (NAMES / "given_bundestag.yml").write_text(text, encoding="utf-8")
    print(f"{len(counts)} given names")


GIVEN_HEAD = """\
about: Given names of members of the Bundestag since 1949, by gender
origin: Deutscher Bundestag, MdB-Stammdaten (open data); scripts/collect_persons.py
licence: Bundestag open data, free use with the source named
kind: table
"""


if __name__ == "__main__":
    main()
