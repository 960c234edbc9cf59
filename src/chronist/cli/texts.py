"""What the program says, in both languages. Help texts stand in ``help_texts``."""

from __future__ import annotations

from dataclasses import dataclass

from chronist.cli.help_texts import HELP
from chronist.cli.option_texts import OPTIONS
from chronist.exports.labels import LANGUAGES

TEXTS: dict[str, tuple[str, str]] = {
    # key: (German, English)
    "actors.none": ("Keine Akteure gefunden.", "No actors found."),
    "actors.mentions": ("{n} Nennungen", "{n} mentions"),
    "add.done": (
        "{reports} Berichte in der Chronik, {analysed} davon neu gelesen",
        "{reports} reports in the chronicle, {analysed} of them read now",
    ),
    "build.copies": (
        "{n} Abdrucke desselben Textes",
        "{n} prints of a text seen before",
    ),
    "build.done": (
        "{reports} Berichte, {entries} Einträge → {story}",
        "{reports} reports, {entries} entries → {story}",
    ),
    "build.failures": (
        "{n} Dateien nicht gelesen: {kinds}",
        "{n} files not read: {kinds}",
    ),
    "build.failures_hint": (
        "Einzeln: chronist failures {story}",
        "One by one: chronist failures {story}",
    ),
    "build.stopped": (
        "Angehalten. Was fertig ist, bleibt: derselbe Befehl macht dort weiter.",
        "Stopped. What is finished is kept: the same command goes on from there.",
    ),
    "build.undated": ("{n} ohne sicheren Tag", "{n} without a certain day"),
    "conflicts.none": ("Keine Widersprüche gefunden.", "No conflicts found."),
    "error": ("Fehler", "Error"),
    "error.BadFilter": (
        "Eine Angabe ist nicht zu verstehen.",
        "An option cannot be understood.",
    ),
    "error.BadJudgement": (
        "Dieses Urteil passt nicht zu den Einträgen.",
        "This judgement does not fit the items.",
    ),
    "error.ItemNotFound": (
        "Das gibt es in dieser Chronik nicht.",
        "This chronicle has no such item.",
    ),
    "error.NothingToRead": (
        "Kein einziger Bericht war zu lesen.",
        "Not a single report could be read.",
    ),
    "error.StoryBusy": (
        "Die Chronik wird gerade von einem anderen Prozess geschrieben.",
        "Another process is writing this chronicle.",
    ),
    "error.StoryNotFound": ("Dort ist keine Chronik.", "There is no chronicle."),
    "error.StoryUnreadable": (
        "Die Chronik ist nicht zu lesen oder zu schreiben.",
        "The chronicle cannot be read or written.",
    ),
    "error.write": (
        "{path} ist nicht zu schreiben: {why}",
        "cannot write {path}: {why}",
    ),
    "entries.none": ("Keine Einträge gefunden.", "No entries found."),
    "export.done": ("Geschrieben: {path}", "Written: {path}"),
    "failures.none": ("Alles wurde gelesen.", "Everything was read."),
    "find.none": ("Nichts gefunden.", "Nothing found."),
    "judge.done": ("Festgehalten als {id}.", "Recorded as {id}."),
    "judge.none": ("Noch keine Urteile.", "No judgements yet."),
    "judge.withdrawn": ("Zurückgenommen: {id}", "Withdrawn: {id}"),
    "judge.withdrawn_at": ("zurückgenommen am {day}", "withdrawn on {day}"),
    "layer.actors": ("Akteure", "actors"),
    "layer.events": ("Ereignisse", "events"),
    "layer.pledges": ("Zusagen", "pledges"),
    "layer.statements": ("Aussagen", "statements"),
    "layer.times": ("Zeitangaben", "times"),
    "note.failed": (
        "Hinweis: Der letzte Lauf, von {at}, brach ab ({why}). Gezeigt wird der letzte "
        "vollständige Stand.",
        "Note: the last run, of {at}, broke off ({why}). Shown is the last complete "
        "state.",
    ),
    "note.unfinished": (
        "Hinweis: Ein Lauf von {at} ist nicht beendet. Läuft er nicht mehr, setzt "
        "derselbe Befehl ihn fort. Gezeigt wird der letzte vollständige Stand.",
        "Note: a run of {at} has not ended. If it is not at work any more, the same "
        "command goes on with it. Shown is the last complete state.",
    ),
    "pledges.due": ("bis {when}", "due {when}"),
    "pledges.none": ("Keine Zusagen gefunden.", "No pledges found."),
    "quote": ("„{text}“", "“{text}”"),
    "report.copy_of": ("Abdruck von {id}", "a print of {id}"),
    "report.dated": ("Erschienen", "Published"),
    "report.found": ("Gefunden", "Found"),
    "serve.stop": (
        "Im Browser öffnen; anhalten mit Strg+C.",
        "Open it in a browser; stop with Ctrl+C.",
    ),
    "show.history": ("Verlauf", "History"),
    "statements.also": ("auch: {cited}", "also: {cited}"),
    "statements.hedged": ("vorbehaltlich: {words}", "hedged: {words}"),
    "statements.none": ("Keine Aussagen gefunden.", "No statements found."),
    "statements.nobody": ("jemand", "somebody"),
    "statements.to": ("an {name}", "to {name}"),
    "statements.via": ("laut {via}", "according to {via}"),
    "step.analyse": ("Berichte auswerten", "Analysing reports"),
    "step.date": ("Tage vergleichen", "Comparing days"),
    "step.duplicates": ("Abdrucke suchen", "Finding prints"),
    "step.link": ("Verknüpfen", "Linking"),
    "step.load": ("Auswertungen laden", "Loading analyses"),
    "step.read": ("Dateien lesen", "Reading files"),
    "step.store": ("Speichern", "Storing"),
    "usage": ("Aufruf: ", "Usage: "),
    "usage.arguments": ("Argumente", "Arguments"),
    "usage.bad_value": ("{name}: {why}", "{name}: {why}"),
    "usage.columns": (
        "Spalten so angeben: text=Volltext,title=Titel",
        "give columns like this: text=Body,title=Headline",
    ),
    "usage.commands": ("Befehle", "Commands"),
    "usage.hint": ("Hilfe: {path} --help", "Help: {path} --help"),
    "usage.missing": ("Es fehlt: {name}", "Missing: {name}"),
    "usage.no_option": ("Diese Option gibt es nicht: {name}", "No such option: {name}"),
    "usage.options": ("Optionen", "Options"),
    "verify.done": (
        "{citations} Zitate in {reports} Berichten nachgelesen, alle richtig.",
        "{citations} citations in {reports} reports read again, all right.",
    ),
    "verify.found": ("dort steht: {found}", "there stands: {found}"),
    "verify.nothing": ("dort steht nichts", "nothing stands there"),
    "verify.wrong": (
        "{n} von {citations} Zitaten sind falsch:",
        "{n} of {citations} citations are wrong:",
    ),
    "why.none": ("Keine Begründung gespeichert.", "No reason is kept."),
    # What each kind of failure means, for readers of German; reasons come in English.
    "failure.missing": ("Es gibt die Datei nicht.", "There is no such file."),
    "failure.empty": ("Die Datei ist leer.", "The file is empty."),
    "failure.encrypted": (
        "Mit Kennwort geschützt. Ohne Kennwort speichern.",
        "Protected by a password. Save it without.",
    ),
    "failure.image_only": (
        "Enthält nur Bilder. Zuerst mit einer Texterkennung lesen lassen.",
        "Holds images only. Run a text recognition first.",
    ),
    "failure.broken_encoding": (
        "Die Zeichen sind nicht zu entziffern. Als UTF-8 speichern.",
        "Its characters cannot be made out. Save it as UTF-8.",
    ),
    "failure.corrupt": (
        "Die Datei ist beschädigt. Vom Ursprung neu speichern.",
        "The file is damaged. Save it again from its origin.",
    ),
    "failure.unsupported": (
        "Diese Art Datei liest Chronist nicht.",
        "Chronist does not read this kind of file.",
    ),
    "failure.too_large": ("Die Datei ist zu groß.", "The file is too large."),
    "failure.over_budget": (
        "Die Datei verlangt mehr, als eine Datei darf.",
        "The file asks for more than a file may have.",
    ),
    "failure.not_german": ("Der Text ist nicht deutsch.", "The text is not German."),
    "failure.not_a_report": ("Das ist kein Bericht.", "This is no report."),
    "failure.no_permission": (
        "Die Datei darf nicht gelesen werden.",
        "The file may not be read.",
    ),
}


@dataclass(frozen=True, slots=True)
class Say:
    """The program's words in one language.

    >>> Say("de")("judge.done", id="j-1")
    'Festgehalten als j-1.'
    """

    language: str

    def __call__(self, key: str, **values: object) -> str:
        """Return the text with this key."""
        return TEXTS[key][LANGUAGES.index(self.language)].format(**values)

    def help(self, key: str) -> str:
        """Return the help text with this key."""
        texts = OPTIONS if key.startswith("option.") else HELP
        return texts[key][LANGUAGES.index(self.language)]
