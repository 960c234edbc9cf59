"""Drives the five stages in order: one process or several, resumable, with a ledger.

Reading order: ``steps`` (the order), ``gather`` (raw reports into the store), ``plan``
(what is new or stale), ``work`` and ``local`` (doing it), ``assemble`` (what was done
as one pile), ``ledger`` and ``progress`` (telling of it).
"""
