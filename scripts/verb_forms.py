"""German verb forms from the infinitive and, for strong verbs, their parts.

Only what news prose needs: infinitives, past participle, third persons (and the
first where it looks the same) of present, past, Konjunktiv I and Konjunktiv II.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Reading = tuple[str, str, str]
"""lemma, form, number — see chronist.lexica.load.VerbForm."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its principal parts; all parts without the separable particle."""

    particle: str
    base: str
    present: str
    past: str
    participle: str
    subjunctive: str
    past_plural: str
    present_plural: str
    reported: str
    """Konjunktiv I, third person singular."""

    @property
    def lemma(self) -> str:
        """The infinitive as a dictionary has it."""
        return self.particle + self.base


def read_verb(entry: str, strong: dict[str, Any]) -> Verb:
    """Return the verb an entry names: ``sagen``, ``an|kündigen``, ``unter~zeichnen``.

    >>> read_verb("zu|sagen", {}).participle
    'gesagt'
    >>> read_verb("unter~zeichnen", {}).participle
    'unterzeichnet'
    """
    particle, _, rest = entry.rpartition("|")
    prefix, _, root = rest.rpartition("~")
    if not prefix:
        prefix, root = _split(root, strong)
    parts = strong.get(root)
    if parts:
        return _strong(particle, prefix, root, parts)
    return _weak(particle, prefix, root)


def _split(verb: str, strong: dict[str, Any]) -> tuple[str, str]:
    """Set the prefix of a strong verb apart, also where the entry does not mark it."""
    if verb in strong or verb in _WEAK_ALL_THE_SAME:
        return "", verb
    for prefix in (*_INSEPARABLE, "wider"):
        if verb.startswith(prefix) and verb[len(prefix) :] in strong:
            return prefix, verb[len(prefix) :]
    return "", verb


def _strong(particle: str, prefix: str, root: str, parts: dict[str, str]) -> Verb:
    participle = parts["participle"]
    if prefix and participle.startswith("ge") and not _keeps_ge(root, participle):
        participle = participle[2:]
    past = parts["past"]
    return Verb(
        particle,
        prefix + root,
        prefix + parts["present"],
        prefix + past,
        prefix + participle,
        prefix + parts.get("subjunctive", past),
        prefix + _plural_of(past),
        prefix + parts.get("present_plural", root),
        prefix + parts.get("reported", _stem(root) + "e"),
    )


def _keeps_ge(root: str, participle: str) -> bool:
    """Whether "ge" belongs to the root ("gewonnen", but not "gegeben")."""
    return root.startswith("ge") and not participle.startswith("geg")


def _weak(particle: str, prefix: str, root: str) -> Verb:
    base = prefix + root
    stem = _stem(base)
    linking = "e" if _needs_e(stem) else ""
    past = f"{stem}{linking}te"
    silent = prefix or root.endswith("ieren") or root.startswith(_INSEPARABLE)
    participle = f"{'' if silent else 'ge'}{stem}{linking}t"
    present = f"{stem}{linking}t"
    return Verb(
        particle, base, present, past, participle, past, past + "n", base, stem + "e"
    )


_INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer")
"""Prefixes without "ge-"; weak roots that merely begin so ("beten") are listed as strong."""
_WEAK_ALL_THE_SAME = frozenset(
    ("bereiten", "beschaffen", "erhängen", "verhängen", "verschaffen")
)
"""Weak verbs that look like a strong one with a prefix."""


def _stem(infinitive: str) -> str:
    return infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]


def _needs_e(stem: str) -> bool:
    if stem.endswith(("t", "d")):
        return True
    if not stem.endswith(("m", "n")) or len(stem) < 3:
        return False
    before = stem[-3:-1]
    return before[-1] not in "aeiouäöülrmn" and not (
        before[-1] == "h" and before[0] in "aeiouäöü"
    )


def forms_of(verb: Verb) -> Iterator[tuple[str, Reading]]:
    """Yield every form with its reading; finite forms of separable verbs both joined
    ("ankündigte") and, under the base verb, alone ("kündigte … an")."""
    lemma, particle = verb.lemma, verb.particle
    yield lemma, (lemma, "inf", "")
    yield particle + verb.participle, (lemma, "pp", "")
    if particle:
        yield f"{particle}zu{verb.base}", (lemma, "zu", "")
        yield verb.base, (verb.base, "inf", "")
    for form, name, number in _finite(verb):
        yield particle + form, (lemma, name, number)
        if particle:
            yield form, (verb.base, name, number)


def _finite(verb: Verb) -> Iterator[tuple[str, str, str]]:
    yield verb.present, "pres", "sg"
    yield verb.present_plural, "pres", "pl"
    yield verb.past, "past", "sg"
    yield verb.past_plural, "past", "pl"
    yield verb.reported, "k1", "sg"
    # The infinitive but for "seien"; "fordern" and "tun" have no second e.
    regular = verb.reported.endswith("e")
    yield verb.base if regular else _plural_of(verb.reported), "k1", "pl"
    yield verb.subjunctive, "k2", "sg"
    yield _plural_of(verb.subjunctive), "k2", "pl"


def _plural_of(form: str) -> str:
    return form + "n" if form.endswith("e") else form + "en"
