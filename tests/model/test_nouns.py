"""The nouns are frozen values of the standard library, with the words of the contract."""

from __future__ import annotations

import ast
import dataclasses
import enum
import importlib
import pkgutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import chronist.model
from chronist.model.entry import Standing
from chronist.model.event import EventType, Role, Status
from chronist.model.judgement import Judgement, Subject, Verdict
from chronist.model.pledge import Course
from chronist.model.statement import StatementForm

MODULES = [
    importlib.import_module(f"chronist.model.{m.name}")
    for m in pkgutil.iter_modules(chronist.model.__path__)
]
NOUNS = sorted(
    {
        value
        for module in MODULES
        for value in vars(module).values()
        if dataclasses.is_dataclass(value) and value.__module__ == module.__name__
    },
    key=lambda noun: noun.__name__,
)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_nouns_are_frozen_and_slotted(noun):
    assert noun.__dataclass_params__.frozen
    assert "__slots__" in vars(noun)
    assert noun.__doc__


def test_the_model_needs_the_standard_library_only():
    for module in MODULES:
        tree = ast.parse(Path(module.__file__ or "").read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                roots = {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                roots = {(node.module or "").split(".")[0]}
            else:
                continue
            assert roots <= {*sys.stdlib_module_names, "chronist"}, module.__name__


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Status, "occurred ongoing planned possible denied"),
        (Role, "agent recipient place"),
        (StatementForm, "direct indirect free reported"),
        (Course, "open kept late broken withdrawn unclear"),
        (Standing, "confirmed single_source disputed"),
        (Verdict, "same different rename accept reject"),
        (
            EventType,
            "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT "
            "THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT ELECT OFFICE RULE DEATH "
            "ACCIDENT BUSINESS OTHER",
        ),
    ],
)
def test_words_of_the_contract(kind: type[enum.StrEnum], words):
    assert [str(member) for member in kind] == words.split()


def test_a_withdrawn_judgement_no_longer_holds():
    at = datetime(2021, 9, 9, 12, tzinfo=UTC)
    judgement = Judgement(
        "j-1", Verdict.SAME, Subject.ACTOR, (("a",), ("b",)), "kw", at
    )
    assert judgement.holds
    assert not dataclasses.replace(judgement, withdrawn_at=at).holds
