r"""What ``--help`` says, in both languages.

A line ``\b`` keeps the paragraph after it as it is written: the examples.
"""

from __future__ import annotations

HELP: dict[str, tuple[str, str]] = {
    "chronist": (
        """Liest deutsche Nachrichtenberichte und schreibt ihre Chronik.

        Jede Zeile der Chronik beruht auf genauen Sätzen der Berichte. Alles bleibt
        auf diesem Rechner.

        \b
        Beispiele:
          chronist build berichte/ -o belarus.chronicle
          chronist show belarus.chronicle --from 2021-09 --actor Lukaschenko
          chronist why belarus.chronicle n-1a2b3c4d5e6f
        """,
        """Reads German news reports and writes their chronicle.

        Every line of the chronicle rests on exact sentences of the reports. Nothing
        leaves this machine.

        \b
        Examples:
          chronist build reports/ -o belarus.chronicle
          chronist show belarus.chronicle --from 2021-09 --actor Lukaschenko
          chronist why belarus.chronicle n-1a2b3c4d5e6f
        """,
    ),
    "build": (
        """Baut die Chronik aus Dateien und Ordnern.

        PATHS sind Texte, Markdown, HTML-Seiten, PDF, DOCX, EML, Tabellen (CSV, JSON,
        JSON Lines), RSS, WARC, WACZ und ZIP, gemischt und in beliebiger Folge. Was
        nicht zu lesen ist, steht danach in »chronist failures«; der Rest wird gebaut.
        Eine vorhandene Chronik wird ersetzt, Urteile bleiben. Ein angehaltener Bau
        wird von demselben Befehl fortgesetzt.

        \b
        Beispiele:
          chronist build berichte/ -o story.chronicle
          chronist build archiv.warc.gz notizen/ -o story.chronicle --jobs 4
          chronist build dpa.csv -o story.chronicle --columns text=Volltext,title=Kopf
        """,
        """Build the chronicle of files and folders.

        PATHS are texts, Markdown, HTML pages, PDF, DOCX, EML, tables (CSV, JSON, JSON
        Lines), RSS, WARC, WACZ and ZIP, mixed and in any order. What cannot be read
        is listed by "chronist failures"; the rest is built. A chronicle that is there
        is replaced, judgements stay. The same command goes on with a build that was
        stopped.

        \b
        Examples:
          chronist build reports/ -o story.chronicle
          chronist build archive.warc.gz notes/ -o story.chronicle --jobs 4
          chronist build dpa.csv -o story.chronicle --columns text=Body,title=Head
        """,
    ),
    "add": (
        """Nimmt weitere Berichte in eine Chronik auf.

        Alte Berichte werden nicht neu ausgewertet; das Ergebnis ist dasselbe, das ein
        Bau aus allen zusammen gäbe.

        \b
        Beispiel:
          chronist add story.chronicle heute/*.html
        """,
        """Bring more reports into a chronicle.

        Old reports are not analysed again; the result is what a build of all together
        would give.

        \b
        Example:
          chronist add story.chronicle today/*.html
        """,
    ),
    "show": (
        """Zeigt die Chronik, nach Tagen geordnet.

        Geplantes, Mögliches und Verneintes trägt seinen Status. Ein Eintrag liegt in
        einem Zeitraum, wenn er dort geschehen sein kann.

        \b
        Beispiele:
          chronist show story.chronicle
          chronist show story.chronicle --from 2021-09 --to 2021-09-15 --quotes
          chronist show story.chronicle --actor putin --type CONSULT --top 10
        """,
        """Show the chronicle, by day.

        What is planned, possible or denied carries its status. An entry lies in a
        period if it may have happened there.

        \b
        Examples:
          chronist show story.chronicle
          chronist show story.chronicle --from 2021-09 --to 2021-09-15 --quotes
          chronist show story.chronicle --actor putin --type CONSULT --top 10
        """,
    ),
    "actors": (
        """Zeigt die Akteure mit Namen, Beschreibungen und Zahl der Nennungen.

        \b
        Beispiele:
          chronist actors story.chronicle
          chronist actors story.chronicle müller
        """,
        """Show the actors with names, descriptions and number of mentions.

        \b
        Examples:
          chronist actors story.chronicle
          chronist actors story.chronicle müller
        """,
    ),
    "statements": (
        """Zeigt, wer was gesagt hat.

        \b
        Beispiele:
          chronist statements story.chronicle --by Lukaschenko
          chronist statements story.chronicle --about Abkommen --form direct
        """,
        """Show who said what.

        \b
        Examples:
          chronist statements story.chronicle --by Lukaschenko
          chronist statements story.chronicle --about Abkommen --form direct
        """,
    ),
    "pledges": (
        """Zeigt Zusagen und was aus ihnen wurde.

        \b
        Beispiel:
          chronist pledges story.chronicle --course broken
        """,
        """Show pledges and what came of them.

        \b
        Example:
          chronist pledges story.chronicle --course broken
        """,
    ),
    "conflicts": (
        """Zeigt, worin die Berichte einander widersprechen.

        \b
        Beispiel:
          chronist conflicts story.chronicle
        """,
        """Show where the reports contradict each other.

        \b
        Example:
          chronist conflicts story.chronicle
        """,
    ),
    "find": (
        """Sucht Wörter in den Berichten, in jeder Form.

        »Abkommens« findet »Abkommen«, »Gespraech« findet »Gespräche«. Alle WORDS
        müssen in einem Absatz stehen; was in Anführungszeichen steht, muss aufeinander
        folgen.

        \b
        Beispiele:
          chronist find story.chronicle Abkommen Kredit
          chronist find story.chronicle "militärische Zusammenarbeit"
        """,
        """Find words in the reports, in any form.

        "Abkommens" finds "Abkommen", "Gespraech" finds "Gespräche". All WORDS must
        stand in one paragraph; words in quotation marks must follow each other.

        \b
        Examples:
          chronist find story.chronicle Abkommen Kredit
          chronist find story.chronicle "militärische Zusammenarbeit"
        """,
    ),
    "serve": (
        """Öffnet die Chronik im Browser: lesen, prüfen, urteilen, hinzufügen.

        Nur dieser Rechner erreicht die Seiten. Mit --host eine andere Adresse zu
        öffnen verlangt von jedem Besucher den Schlüssel, der dann ausgegeben wird.

        \b
        Beispiele:
          chronist serve story.chronicle
          chronist serve story.chronicle --host 192.168.1.20 --port 9000
        """,
        """Open the chronicle in a browser: read, check, judge, add.

        Only this machine reaches the pages. Opening another address with --host asks
        every visitor for the token that is then printed.

        \b
        Examples:
          chronist serve story.chronicle
          chronist serve story.chronicle --host 192.168.1.20 --port 9000
        """,
    ),
    "report": (
        """Zeigt einen Bericht mit dem, was in ihm gefunden wurde.

        ID ist die Kennung, die Quelle oder der Dateiname. Was nicht zur Geschichte
        gehört (Bildzeilen, Anreißer, Anzeigen), steht grau.

        \b
        Beispiele:
          chronist report story.chronicle bericht.txt
          chronist report story.chronicle bericht.txt --layers times,events
        """,
        """Show one report with what was found in it.

        ID is its id, its source or its file name. What does not tell the story
        (pictures, teasers, advertisements) is grey.

        \b
        Examples:
          chronist report story.chronicle report.txt
          chronist report story.chronicle report.txt --layers times,events
        """,
    ),
    "why": (
        """Sagt, warum etwas in der Chronik steht: Regeln, Wörter, Gründe.

        ID ist die Kennung eines Eintrags, Ereignisses, Akteurs, einer Aussage, Zusage,
        Zeitangabe, eines Widerspruchs oder Berichts.

        \b
        Beispiel:
          chronist why story.chronicle n-1a2b3c4d5e6f
        """,
        """Tell why something is in the chronicle: rules, words, reasons.

        ID is that of an entry, event, actor, statement, pledge, time expression,
        conflict or report.

        \b
        Example:
          chronist why story.chronicle n-1a2b3c4d5e6f
        """,
    ),
    "verify": (
        """Liest jedes Zitat nach und jeden Bericht gegen seinen Rohtext.

        Endet mit 1, wenn etwas nicht stimmt.

        \b
        Beispiel:
          chronist verify story.chronicle
        """,
        """Read every citation again, and every report against its raw text.

        Ends with 1 if anything is wrong.

        \b
        Example:
          chronist verify story.chronicle
        """,
    ),
    "failures": (
        """Zeigt, welche Dateien nicht zu lesen waren, und was zu tun ist.

        \b
        Beispiel:
          chronist failures story.chronicle
        """,
        """Show which files could not be read, and what to do.

        \b
        Example:
          chronist failures story.chronicle
        """,
    ),
    "export": (
        """Schreibt die Chronik für andere Programme oder zum Drucken.

        json: alles, nach dem dokumentierten Vertrag. csv: eine Tabelle. markdown: eine
        Chronologie mit den Sätzen als Fußnoten.

        \b
        Beispiele:
          chronist export story.chronicle --to json -o story.json
          chronist export story.chronicle --to csv --table statements
          chronist export story.chronicle --to markdown > chronik.md
        """,
        """Write the chronicle for other programs or for print.

        json: everything, by the documented contract. csv: one table. markdown: a
        chronology with the sentences as footnotes.

        \b
        Examples:
          chronist export story.chronicle --to json -o story.json
          chronist export story.chronicle --to csv --table statements
          chronist export story.chronicle --to markdown > chronicle.md
        """,
    ),
    "judge": (
        """Hält ein Urteil fest; es überdauert jeden neuen Bau.

        \b
        Beispiele:
          chronist judge same story.chronicle a-1a2b3c4d5e6f a-6f5e4d3c2b1a
          chronist judge rename story.chronicle "Lukaschenka" "Alexander Lukaschenko"
          chronist judge reject story.chronicle n-1a2b3c4d5e6f --note "falscher Tag"
          chronist judge list story.chronicle
        """,
        """Record a judgement; it outlasts every new build.

        \b
        Examples:
          chronist judge same story.chronicle a-1a2b3c4d5e6f a-6f5e4d3c2b1a
          chronist judge rename story.chronicle "Lukaschenka" "Alexander Lukaschenko"
          chronist judge reject story.chronicle n-1a2b3c4d5e6f --note "wrong day"
          chronist judge list story.chronicle
        """,
    ),
    "judge.same": (
        """Diese Akteure oder Einträge sind dasselbe.

        \b
        Beispiel:
          chronist judge same story.chronicle n-1a2b3c4d5e6f n-6f5e4d3c2b1a
        """,
        """These actors or entries are the same.

        \b
        Example:
          chronist judge same story.chronicle n-1a2b3c4d5e6f n-6f5e4d3c2b1a
        """,
    ),
    "judge.different": (
        """Diese Akteure oder Einträge sind nicht dasselbe.

        \b
        Beispiel:
          chronist judge different story.chronicle a-1a2b3c4d5e6f a-6f5e4d3c2b1a
        """,
        """These actors or entries are not the same.

        \b
        Example:
          chronist judge different story.chronicle a-1a2b3c4d5e6f a-6f5e4d3c2b1a
        """,
    ),
    "judge.rename": (
        """Gibt einem Akteur einen Namen oder einem Eintrag eine Überschrift.

        \b
        Beispiel:
          chronist judge rename story.chronicle Kremlchef "Wladimir Putin"
        """,
        """Give an actor a name, or an entry a headline.

        \b
        Example:
          chronist judge rename story.chronicle Kremlchef "Wladimir Putin"
        """,
    ),
    "judge.accept": (
        """Bestätigt Einträge, Aussagen, Zusagen, Widersprüche oder Akteure.

        \b
        Beispiel:
          chronist judge accept story.chronicle n-1a2b3c4d5e6f
        """,
        """Accept entries, statements, pledges, conflicts or actors.

        \b
        Example:
          chronist judge accept story.chronicle n-1a2b3c4d5e6f
        """,
    ),
    "judge.reject": (
        """Verwirft Einträge, Aussagen, Zusagen, Widersprüche oder Akteure.

        \b
        Beispiel:
          chronist judge reject story.chronicle st-1a2b3c4d5e6f
        """,
        """Reject entries, statements, pledges, conflicts or actors.

        \b
        Example:
          chronist judge reject story.chronicle st-1a2b3c4d5e6f
        """,
    ),
    "judge.withdraw": (
        """Nimmt ein Urteil zurück; es bleibt mit der Zeit der Rücknahme stehen.

        \b
        Beispiel:
          chronist judge withdraw story.chronicle j-1a2b3c4d5e6f
        """,
        """Withdraw a judgement; it is kept with the time of withdrawal.

        \b
        Example:
          chronist judge withdraw story.chronicle j-1a2b3c4d5e6f
        """,
    ),
    "judge.list": (
        """Zeigt alle Urteile, auch zurückgenommene.

        \b
        Beispiel:
          chronist judge list story.chronicle
        """,
        """Show all judgements, withdrawn ones too.

        \b
        Example:
          chronist judge list story.chronicle
        """,
    ),
    "times": (
        """Findet die Zeitangaben eines deutschen Textes, mit TIMEX3-Werten.

        FILE ist eine Textdatei in UTF-8 (- liest die Standardeingabe). Mit dem Tag
        des Textes (--dct) bekommen auch »gestern« und »am Donnerstag« ihren Tag. Eine
        Chronik ist nicht nötig.

        \b
        Beispiele:
          chronist times bericht.txt --dct 2021-09-09
          chronist times - --dct 2021-09-09 --to json < bericht.txt
        """,
        """Find the time expressions of a German text, with TIMEX3 values.

        FILE is a text file in UTF-8 (- reads standard input). With the day of the
        text (--dct), "gestern" and "am Donnerstag" get their day, too. No chronicle
        is needed.

        \b
        Examples:
          chronist times report.txt --dct 2021-09-09
          chronist times - --dct 2021-09-09 --to json < report.txt
        """,
    ),
}
