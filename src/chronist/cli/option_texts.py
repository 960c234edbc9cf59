"""What ``--help`` says of the options, in both languages."""

from __future__ import annotations

OPTIONS: dict[str, tuple[str, str]] = {
    "option.about": ("Wörter der Aussage, in jeder Form.", "Words of it, in any form."),
    "option.actor": (
        "Name oder Kennung eines Beteiligten.",
        "Name or id of somebody taking part.",
    ),
    "option.author": ("Wer urteilt.", "Who judges."),
    "option.by": ("Name oder Kennung dessen, der sprach.", "Name or id of who spoke."),
    "option.columns": (
        "Spalten von Tabellen: text=Volltext,title=Titel",
        "Columns of tables: text=Body,title=Headline",
    ),
    "option.course": ("Was daraus wurde.", "What came of it."),
    "option.form": ("Art der Wiedergabe.", "How it is rendered."),
    "option.from": (
        "Erster Tag: 2021, 2021-09 oder 2021-09-09.",
        "First day: 2021, 2021-09 or 2021-09-09.",
    ),
    "option.help": ("Zeigt diese Hilfe.", "Show this help."),
    "option.jobs": (
        "Zahl der Prozesse; ohne Angabe nach Menge der Berichte.",
        "Number of processes; chosen by the number of reports if not given.",
    ),
    "option.json": ("Als JSON.", "As JSON."),
    "option.layers": (
        "Was gezeigt wird, mit Komma: times,actors,statements,events,pledges.",
        "What is shown, with commas: times,actors,statements,events,pledges.",
    ),
    "option.limit": ("Höchstens so viele.", "No more than so many."),
    "option.note": ("Warum so geurteilt wird.", "Why it is judged so."),
    "option.output": ("Datei der Chronik.", "File of the chronicle."),
    "option.output_file": (
        "Zieldatei; ohne Angabe die Standardausgabe.",
        "File to write; standard output if not given.",
    ),
    "option.quotes": ("Mit den genauen Sätzen.", "With the exact sentences."),
    "option.status": ("Nur dieser Status.", "Only this status."),
    "option.table": ("Tabelle für csv.", "Table for csv."),
    "option.to": ("Letzter Tag.", "Last day."),
    "option.to_format": ("Format.", "Format."),
    "option.top": (
        "Nur die N gewichtigsten Einträge (Quellen, Nennungen, Beteiligte, Datum).",
        "Only the N weightiest entries (sources, mentions, parties, date).",
    ),
    "option.type": ("Nur diese Art von Ereignis.", "Only this type of event."),
    "option.host": (
        "Adresse, unter der die Seiten zu erreichen sind.",
        "Address at which the pages are reached.",
    ),
    "option.port": ("Nummer des Anschlusses.", "Number of the port."),
    "option.token": (
        "Schlüssel, den jeder Besucher braucht.",
        "Token that every visitor needs.",
    ),
    "option.ui": ("Sprache der Ausgabe.", "Language of what is shown."),
    "option.version": ("Zeigt die Version.", "Show the version."),
    "option.dct": (
        "Tag, an dem der Text geschrieben wurde (JJJJ-MM-TT).",
        "Day the text was written (YYYY-MM-DD).",
    ),
    "option.times_to": ("TimeML oder JSON.", "TimeML or JSON."),
}
