<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>BarHistories</name>
        <message>
            <source>The store has no daily quotes of %1.</source>
            <translation>Die Datenbank enthält keine Tageskurse von %1.</translation>
        </message>
        <message>
            <source>The store has no intraday quotes of %1.</source>
            <translation>Die Datenbank enthält keine Kurse innerhalb des Tages von %1.</translation>
        </message>
    </context>
    <context>
        <name>BarImportJob</name>
        <message>
            <source>%1 does not say which instrument it is about; name it with --symbol.</source>
            <translation>%1 nennt kein Instrument; bitte mit --symbol angeben.</translation>
        </message>
        <message>
            <source>The price is too large for the decimals of its series.</source>
            <translation>Der Kurs ist zu groß für die Nachkommastellen seiner Reihe.</translation>
        </message>
        <message>
            <source>The volume is too large for the decimals of its series.</source>
            <translation>Das Volumen ist zu groß für die Nachkommastellen seiner Reihe.</translation>
        </message>
        <message>
            <source>Not in the store: %1. Add an instrument first: tickmark instrument add SYMBOL --exchange MIC --currency ISO.</source>
            <translation>Nicht in der Datenbank: %1. Legen Sie das Instrument zuerst an: tickmark instrument add SYMBOL --exchange MIC --currency ISO.</translation>
        </message>
    </context>
    <context>
        <name>CalendarParser</name>
        <message>
            <source>The calendar file %1 cannot be used.</source>
            <translation>Die Kalenderdatei %1 ist nicht verwendbar.</translation>
        </message>
    </context>
    <context>
        <name>CalendarSet</name>
        <message>
            <source>There is no trading calendar for the exchange “%1”. Known: %2.</source>
            <translation>Für den Handelsplatz „%1“ gibt es keinen Börsenkalender. Bekannt sind: %2.</translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message>
            <source>The chart has no pane.</source>
            <translation>Das Diagramm hat keinen Inhalt.</translation>
        </message>
        <message>
            <source>There are no quotes of %1.</source>
            <translation>Zu %1 gibt es keine Kurse.</translation>
        </message>
        <message>
            <source>The range ends on %1, before it begins on %2.</source>
            <translation>Der Zeitraum endet am %1, vor seinem Beginn am %2.</translation>
        </message>
        <message>
            <source>There is no trading day between %1 and %2.</source>
            <translation>Zwischen dem %1 und dem %2 liegt kein Handelstag.</translation>
        </message>
        <message>
            <source>Candles need a pane of their own for each instrument: write “%1”.</source>
            <translation>Kerzen brauchen je Instrument ein eigenes Diagramm: Schreiben Sie „%1“.</translation>
        </message>
        <message>
            <source>%1 has no close on or before the base date %2.</source>
            <translation>%1 hat bis zum Basisdatum %2 keinen Schlusskurs.</translation>
        </message>
        <message>
            <source>%1 has nothing to draw in this range.</source>
            <translation>%1 hat in diesem Zeitraum nichts, was sich zeichnen ließe.</translation>
        </message>
        <message>
            <source>%1 has prices of zero or below in this range: a logarithmic scale cannot show them.</source>
            <translation>%1 hat in diesem Zeitraum Kurse von null oder darunter; eine logarithmische Skala kann sie nicht zeigen.</translation>
        </message>
        <message>
            <source>A symbol is missing in the pane “%1”.</source>
            <translation>Im Diagramm „%1“ fehlt ein Symbol.</translation>
        </message>
        <message>
            <source>The pane “%1” names %2 twice.</source>
            <translation>Das Diagramm „%1“ nennt %2 zweimal.</translation>
        </message>
        <message>
            <source>Base</source>
            <extracomment>the session that percent moves count from; one word under the time axis</extracomment>
            <translation>Basis</translation>
        </message>
        <message>
            <source>base %1</source>
            <extracomment>small note at a curve's label: its percent counts from this date, not from the pinned one</extracomment>
            <translation>Basis %1</translation>
        </message>
        <message>
            <source>Base %1</source>
            <extracomment>under the time axis, where the day itself has no label</extracomment>
            <translation>Basis %1</translation>
        </message>
        <message>
            <source>as of %1</source>
            <extracomment>small note at a curve's label: its last value is of this date</extracomment>
            <translation>Stand %1</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>keine Daten</translation>
        </message>
        <message>
            <source>%1: no data</source>
            <extracomment>%1 is an instrument; above a hatched gap in its curve</extracomment>
            <translation>%1: keine Daten</translation>
        </message>
        <message>
            <source>%1 (simulated)</source>
            <extracomment>%1 is an instrument whose quotes are simulated</extracomment>
            <translation>%1 (simuliert)</translation>
        </message>
        <message>
            <source>pre-market</source>
            <translation>vorbörslich</translation>
        </message>
        <message>
            <source>after hours</source>
            <translation>nachbörslich</translation>
        </message>
        <message>
            <source>Indices</source>
            <extracomment>title of a chart that shows stock indices only</extracomment>
            <translation>Indizes</translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <extracomment>end of a list; %1 may hold several names, parted by commas</extracomment>
            <translation>%1 und %2</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <extracomment>end of a list that was cut; %1 holds the names before</extracomment>
            <translation>
                <numerusform>%1 und ein weiterer Wert</numerusform>
                <numerusform>%1 und %n weitere Werte</numerusform>
            </translation>
        </message>
        <message>
            <source>change since %1 in %</source>
            <extracomment>beside a pane's title; %1 is a date</extracomment>
            <translation>Veränderung seit %1 in %</translation>
        </message>
        <message>
            <source>points, logarithmic</source>
            <translation>Punkte, logarithmisch</translation>
        </message>
        <message>
            <source>points</source>
            <translation>Punkte</translation>
        </message>
        <message>
            <source>prices, logarithmic</source>
            <translation>Kurse, logarithmisch</translation>
        </message>
        <message>
            <source>prices</source>
            <translation>Kurse</translation>
        </message>
        <message>
            <source>price in %1, logarithmic</source>
            <extracomment>%1 is a currency such as USD</extracomment>
            <translation>Kurs in %1, logarithmisch</translation>
        </message>
        <message>
            <source>price in %1</source>
            <translation>Kurs in %1</translation>
        </message>
        <message>
            <source>volume in millions</source>
            <translation>Volumen in Mio. Stück</translation>
        </message>
        <message>
            <source>volume in thousands</source>
            <translation>Volumen in Tsd. Stück</translation>
        </message>
        <message>
            <source>volume</source>
            <translation>Volumen</translation>
        </message>
        <message>
            <source>The chart is too small for its panes: it needs at least %1 x %2 pixels for them.</source>
            <translation>Das Bild ist für seine Diagramme zu klein: Sie brauchen mindestens %1 x %2 Pixel.</translation>
        </message>
        <message>
            <source>Candles show prices and cannot be rebased.</source>
            <translation>Kerzen zeigen Kurse und lassen sich nicht indexieren.</translation>
        </message>
        <message>
            <source>volume in shares</source>
            <translation>Volumen in Stück</translation>
        </message>
    </context>
    <context>
        <name>ChartCommand</name>
        <message>
            <source>Instruments are named with --symbols or --panes.</source>
            <translation>Instrumente werden mit --symbols oder --panes angegeben.</translation>
        </message>
        <message>
            <source>Draws linked charts into a file: %1. Needs no display.</source>
            <translation>Zeichnet verbundene Diagramme in eine Datei: %1. Ein Bildschirm ist nicht nötig.</translation>
        </message>
        <message>
            <source>Instruments of one pane, parted by commas.</source>
            <translation>Instrumente eines Diagramms, durch Kommas getrennt.</translation>
        </message>
        <message>
            <source>Panes parted by semicolons, instruments by commas; "volume:A" draws volumes.</source>
            <translation>Diagramme durch Semikolons getrennt, Instrumente durch Kommas; "volume:A" zeichnet Volumen.</translation>
        </message>
        <message>
            <source>A file with one symbol a line: one chart each; %s in the output's name is the symbol.</source>
            <translation>Eine Datei mit einem Symbol je Zeile: je ein Diagramm; %s im Namen der Ausgabe steht für das Symbol.</translation>
        </message>
        <message>
            <source>First session, YYYY-MM-DD; a time with its offset asks for intraday bars.</source>
            <translation>Erster Handelstag, JJJJ-MM-TT; eine Uhrzeit mit Abstand zu UTC verlangt Kurse innerhalb des Tages.</translation>
        </message>
        <message>
            <source>Last session, included.</source>
            <translation>Letzter Handelstag, einschließlich.</translation>
        </message>
        <message>
            <source>line (as long as nothing else is said), candles, area or step.</source>
            <translation>line (Linie, wenn nichts angegeben ist), candles (Kerzen), area (Fläche) oder step (Stufen).</translation>
        </message>
        <message>
            <source>rebased, linear or log; without it, rebased when there is a base or several curves.</source>
            <translation>rebased (Veränderung seit der Basis), linear oder log; ohne Angabe rebased bei einer Basis oder mehreren Kurven.</translation>
        </message>
        <message>
            <source>The same as --scale log.</source>
            <translation>Dasselbe wie --scale log.</translation>
        </message>
        <message>
            <source>trading leaves out nights, weekends and holidays (as long as nothing else is said); or calendar.</source>
            <translation>trading lässt Nächte, Wochenenden und Feiertage aus (wenn nichts angegeben ist); oder calendar.</translation>
        </message>
        <message>
            <source>Numbers the headlines in view and lists them.</source>
            <translation>Nummeriert die Schlagzeilen im Bild und führt sie auf.</translation>
        </message>
        <message>
            <source>Size in px at 96 dpi; without it, as high as needed.</source>
            <translation>Größe in px bei 96 dpi; ohne Angabe so hoch wie nötig.</translation>
        </message>
        <message>
            <source>Resolution of PNG; its pixels grow with it.</source>
            <translation>Auflösung von PNG; die Zahl der Bildpunkte wächst mit.</translation>
        </message>
        <message>
            <source>print (as long as nothing else is said), light or dark.</source>
            <translation>print (Druck, wenn nichts angegeben ist), light (hell) oder dark (dunkel).</translation>
        </message>
        <message>
            <source>Title; without it, made from the instruments.</source>
            <translation>Titel; ohne Angabe aus den Instrumenten gebildet.</translation>
        </message>
        <message>
            <source>The file to write; its ending chooses the format. "-" is standard output, with --format.</source>
            <translation>Die Ausgabedatei; ihre Endung bestimmt das Format. "-" ist die Standardausgabe, mit --format.</translation>
        </message>
        <message>
            <source>Format on standard output.</source>
            <translation>Format auf der Standardausgabe.</translation>
        </message>
        <message>
            <source>--%1 is one of %2, not “%3”.</source>
            <translation>--%1 ist eines von %2, nicht „%3“.</translation>
        </message>
        <message>
            <source>Name instruments with one of --symbols, --panes or --symbols-file.</source>
            <translation>Geben Sie Instrumente mit genau einem von --symbols, --panes und --symbols-file an.</translation>
        </message>
        <message>
            <source>--symbols has one pane; several panes are --panes.</source>
            <translation>--symbols ergibt ein Diagramm; mehrere gibt --panes an.</translation>
        </message>
        <message>
            <source>--log and --scale exclude each other.</source>
            <translation>--log und --scale schließen einander aus.</translation>
        </message>
        <message>
            <source>--%1 is a date such as 2025-01-27, not “%2”.</source>
            <translation>--%1 ist ein Datum wie 2025-01-27, nicht „%2“.</translation>
        </message>
        <message>
            <source>--to lies before --from.</source>
            <translation>--to liegt vor --from.</translation>
        </message>
        <message>
            <source>--size is WIDTHxHEIGHT, such as 1600x900, not “%1”.</source>
            <translation>--size ist BREITExHÖHE, etwa 1600x900, nicht „%1“.</translation>
        </message>
        <message>
            <source>--dpi is a number from 36 to 1200, not “%1”.</source>
            <translation>--dpi ist eine Zahl von 36 bis 1200, nicht „%1“.</translation>
        </message>
        <message>
            <source>Name the file to write with -o.</source>
            <translation>Geben Sie die Ausgabedatei mit -o an.</translation>
        </message>
        <message>
            <source>A chart is written as %1; the output is to end in one of them.</source>
            <translation>Ein Diagramm wird als %1 geschrieben; die Ausgabe muss auf eines davon enden.</translation>
        </message>
        <message>
            <source>With --symbols-file the output's name needs %s for the symbol.</source>
            <translation>Mit --symbols-file braucht der Name der Ausgabe %s für das Symbol.</translation>
        </message>
        <message>
            <source>The file %1 cannot be read.</source>
            <translation>Die Datei %1 ist nicht lesbar.</translation>
        </message>
        <message numerus="yes">
            <source>%n headline(s) had no room in the list below the chart; a larger --size has.</source>
            <translation>
                <numerusform>Eine Schlagzeile hatte in der Liste unter dem Diagramm keinen Platz; ein größeres --size schafft ihn.</numerusform>
                <numerusform>%n Schlagzeilen hatten in der Liste unter dem Diagramm keinen Platz; ein größeres --size schafft ihn.</numerusform>
            </translation>
        </message>
        <message>
            <source>Standard output cannot be written.</source>
            <translation>Die Standardausgabe ist nicht beschreibbar.</translation>
        </message>
        <message>
            <source>Session whose close is 0 %; without it, the first in view, or the one before a single session.</source>
            <translation>Handelstag, dessen Schlusskurs 0 % ist; ohne Angabe der erste im Bild, bei einem einzelnen der Tag davor.</translation>
        </message>
    </context>
    <context>
        <name>ChartLoader</name>
        <message>
            <source>The store has no quotes in this range.</source>
            <translation>Die Datenbank enthält in diesem Zeitraum keine Kurse.</translation>
        </message>
        <message>
            <source>%1: holidays are known from %2 to %3; outside, every weekday counts as a session, unverified.</source>
            <translation>%1: Feiertage sind vom %2 bis %3 bekannt; außerhalb gilt jeder Wochentag ungeprüft als Handelstag.</translation>
        </message>
    </context>
    <context>
        <name>ChartPage</name>
        <message>
            <source>%1 around %2</source>
            <extracomment>title of a page; %1 instruments, %2 a date</extracomment>
            <translation>%1 um den %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <extracomment>two sentences, the second without a full stop</extracomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Trading volume.</source>
            <translation>Handelsvolumen.</translation>
        </message>
        <message>
            <source>Change in % since the close of %1.</source>
            <translation>Veränderung in % seit dem Schlusskurs vom %1.</translation>
        </message>
        <message>
            <source>Index points, logarithmic.</source>
            <translation>Indexpunkte, logarithmisch.</translation>
        </message>
        <message>
            <source>Index points.</source>
            <translation>Indexpunkte.</translation>
        </message>
        <message>
            <source>Prices in %1, logarithmic.</source>
            <translation>Kurse in %1, logarithmisch.</translation>
        </message>
        <message>
            <source>Prices in %1.</source>
            <translation>Kurse in %1.</translation>
        </message>
        <message>
            <source>Prices, logarithmic.</source>
            <translation>Kurse, logarithmisch.</translation>
        </message>
        <message>
            <source>Prices.</source>
            <translation>Kurse.</translation>
        </message>
        <message numerus="yes">
            <source>%n-minute bars, %1</source>
            <translation>
                <numerusform>%n-Minuten-Kerzen, %1</numerusform>
                <numerusform>%n-Minuten-Kerzen, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Daily bars, %1</source>
            <translation>Tageskerzen, %1</translation>
        </message>
        <message>
            <source>Daily closes, %1</source>
            <extracomment>%1 is a range of dates</extracomment>
            <translation>Tagesschlusskurse, %1</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <extracomment>a range of dates</extracomment>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>Headlines</source>
            <translation>Schlagzeilen</translation>
        </message>
        <message>
            <source>Times: %1</source>
            <extracomment>%1 is a city whose clock all times on the page are given in</extracomment>
            <translation>Uhrzeiten: %1</translation>
        </message>
        <message numerus="yes">
            <source>and %n more headlines</source>
            <extracomment>end of a list of headlines that was cut</extracomment>
            <translation>
                <numerusform>und eine weitere Schlagzeile</numerusform>
                <numerusform>und %n weitere Schlagzeilen</numerusform>
            </translation>
        </message>
        <message>
            <source>Base: close of %1 = 0.</source>
            <translation>Basis: Schlusskurs vom %1 = 0.</translation>
        </message>
        <message>
            <source>Prices: %1, adjusted for dividends.</source>
            <translation>Kurse: %1, um Dividenden bereinigt.</translation>
        </message>
        <message>
            <source>Prices: %1, closes as traded.</source>
            <translation>Kurse: %1, Schlusskurse wie gehandelt.</translation>
        </message>
        <message>
            <source>Prices: %1.</source>
            <translation>Kurse: %1.</translation>
        </message>
        <message>
            <source>The quotes of %1 are simulated.</source>
            <translation>Die Kurse von %1 sind simuliert.</translation>
        </message>
        <message>
            <source>The axis shows calendar time, nights and weekends included.</source>
            <translation>Die Achse zeigt Kalenderzeit mit Nächten und Wochenenden.</translation>
        </message>
        <message>
            <source>Days are trading days of any of the exchanges shown; nights, weekends and holidays are left out.</source>
            <translation>Gezeigt sind die Handelstage aller beteiligten Börsen; Nächte, Wochenenden und Feiertage sind ausgelassen.</translation>
        </message>
        <message>
            <source>Days are %1 trading days; nights, weekends and holidays are left out.</source>
            <extracomment>%1 is the city of an exchange</extracomment>
            <translation>Gezeigt sind Handelstage in %1; Nächte, Wochenenden und Feiertage sind ausgelassen.</translation>
        </message>
        <message>
            <source>News between two trading days stands between their closes.</source>
            <translation>Nachrichten zwischen zwei Handelstagen stehen zwischen deren Schlusskursen.</translation>
        </message>
        <message numerus="yes">
            <source>%n headlines are marked but not listed for lack of room.</source>
            <translation>
                <numerusform>Eine Schlagzeile ist markiert, aber aus Platzmangel nicht aufgeführt.</numerusform>
                <numerusform>%n Schlagzeilen sind markiert, aber aus Platzmangel nicht aufgeführt.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 on %2</source>
            <extracomment>title of a page about one day; %1 instruments, %2 a date</extracomment>
            <translation>%1 am %2</translation>
        </message>
        <message>
            <source>News outside trading hours stands at the next opening.</source>
            <translation>Nachrichten außerhalb der Handelszeit stehen an der nächsten Eröffnung.</translation>
        </message>
        <message numerus="yes">
            <source>%n-minute bars and daily values, %1</source>
            <extracomment>some curves of the chart have bars of %n minutes, the others one value a day; %1 is a range of dates</extracomment>
            <translation>
                <numerusform>%n-Minuten-Kerzen und Tageswerte, %1</numerusform>
                <numerusform>%n-Minuten-Kerzen und Tageswerte, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Times: %1.</source>
            <extracomment>a sentence; %1 is a city whose clock all times on the page are given in</extracomment>
            <translation>Uhrzeiten: %1.</translation>
        </message>
    </context>
    <context>
        <name>CommandContext</name>
        <message>
            <source>Shows this help.</source>
            <translation>Zeigt diese Hilfe.</translation>
        </message>
        <message>
            <source>Language of the output: de or en.</source>
            <translation>Sprache der Ausgabe: de oder en.</translation>
        </message>
        <message>
            <source>The store; without it, your own.</source>
            <translation>Die Datenbank; ohne Angabe Ihre eigene.</translation>
        </message>
        <message>
            <source>Prints JSON.</source>
            <translation>Gibt JSON aus.</translation>
        </message>
        <message>
            <source>Prints CSV.</source>
            <translation>Gibt CSV aus.</translation>
        </message>
        <message>
            <source>Replaces an existing file.</source>
            <translation>Ersetzt eine vorhandene Datei.</translation>
        </message>
        <message>
            <source>The folder %1 cannot be made.</source>
            <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
        </message>
        <message>
            <source>Your store was made with the sample case: %1</source>
            <translation>Ihre Datenbank wurde mit dem Beispielfall angelegt: %1</translation>
        </message>
        <message>
            <source>The output could not be written in full.</source>
            <translation>Die Ausgabe konnte nicht vollständig geschrieben werden.</translation>
        </message>
        <message>
            <source>Interrupted; nothing was changed.</source>
            <translation>Abgebrochen; nichts wurde geändert.</translation>
        </message>
        <message>
            <source>Help: tickmark %1 --help</source>
            <translation>Hilfe: tickmark %1 --help</translation>
        </message>
        <message>
            <source>--json and --csv exclude each other.</source>
            <translation>--json und --csv schließen einander aus.</translation>
        </message>
        <message>
            <source>There is no home folder to keep your store in; name one with --store.</source>
            <translation>Es gibt kein Benutzerverzeichnis für Ihre Datenbank; geben Sie eine mit --store an.</translation>
        </message>
    </context>
    <context>
        <name>CommandLine</name>
        <message>
            <source>writes the sample case as a new store</source>
            <translation>schreibt den Beispielfall als neue Datenbank</translation>
        </message>
        <message>
            <source>imports files of bars or share counts, or takes an import back</source>
            <translation>liest Dateien mit Kerzen oder Aktienzahlen ein oder nimmt einen Import zurück</translation>
        </message>
        <message>
            <source>prints what the store holds</source>
            <translation>gibt aus, was gespeichert ist</translation>
        </message>
        <message>
            <source>lists, adds, edits and removes instruments</source>
            <translation>zeigt, ergänzt, ändert und entfernt Instrumente</translation>
        </message>
        <message>
            <source>draws or tabulates linked charts</source>
            <translation>zeichnet verbundene Diagramme oder gibt ihre Werte aus</translation>
        </message>
        <message>
            <source>creates, describes, verifies, backs up and restores a store</source>
            <translation>legt eine Datenbank an, beschreibt, prüft, sichert und stellt sie wieder her</translation>
        </message>
        <message>
            <source>Usage: tickmark COMMAND [options]</source>
            <translation>Aufruf: tickmark BEFEHL [Optionen]</translation>
        </message>
        <message>
            <source>Each command has its own help: tickmark COMMAND --help</source>
            <translation>Jeder Befehl hat seine eigene Hilfe: tickmark BEFEHL --help</translation>
        </message>
        <message>
            <source>This version has no window yet; say what to do.</source>
            <translation>Diese Version hat noch kein Fenster; geben Sie einen Befehl an.</translation>
        </message>
        <message>
            <source>There is no command “%1”.</source>
            <translation>Den Befehl „%1“ gibt es nicht.</translation>
        </message>
        <message>
            <source>--lang is de or en.</source>
            <translation>--lang ist de oder en.</translation>
        </message>
    </context>
    <context>
        <name>Export</name>
        <message>
            <source>The file needs an ending that names its format: %1.</source>
            <translation>Der Dateiname braucht eine Endung, die das Format nennt: %1.</translation>
        </message>
        <message>
            <source>Charts cannot be written as “%1”, only as %2.</source>
            <translation>Diagramme lassen sich nicht als „%1“ schreiben, nur als %2.</translation>
        </message>
        <message>
            <source>The table could not be written.</source>
            <translation>Die Tabelle konnte nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>The file “%1” exists already.</source>
            <translation>Die Datei „%1“ gibt es schon.</translation>
        </message>
        <message>
            <source>The folder of “%1” does not exist.</source>
            <translation>Den Ordner von „%1“ gibt es nicht.</translation>
        </message>
        <message>
            <source>“%1” cannot be written: the folder or file is protected.</source>
            <translation>„%1“ kann nicht geschrieben werden: Ordner oder Datei sind geschützt.</translation>
        </message>
        <message>
            <source>“%1” could not be written: the drive is full.</source>
            <translation>„%1“ konnte nicht geschrieben werden: Der Datenträger ist voll.</translation>
        </message>
        <message>
            <source>“%1” could not be written.</source>
            <translation>„%1“ konnte nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>“%1” is a folder.</source>
            <translation>„%1“ ist ein Ordner.</translation>
        </message>
        <message>
            <source>A page of %1 x %2 pixels is too small: at least %3 x %4 are needed.</source>
            <translation>Eine Seite von %1 x %2 Pixeln ist zu klein: Nötig sind mindestens %3 x %4.</translation>
        </message>
        <message>
            <source>A page of %1 x %2 pixels is too large: no side may be above %3 pixels, nor all of it above %4 million.</source>
            <translation>Eine Seite von %1 x %2 Pixeln ist zu groß: Keine Seite darf über %3 Pixel haben, das Ganze nicht über %4 Millionen.</translation>
        </message>
        <message>
            <source>The page would be %1 pixels high, more than %2: give a size, or fewer panes or headlines.</source>
            <translation>Die Seite würde %1 Pixel hoch, mehr als %2: Geben Sie eine Größe an oder nehmen Sie weniger Diagramme oder Schlagzeilen.</translation>
        </message>
        <message>
            <source>A page of this width has to be at least %1 pixels high for its panes.</source>
            <translation>Bei dieser Breite muss die Seite für ihre Diagramme mindestens %1 Pixel hoch sein.</translation>
        </message>
        <message>
            <source>The picture could not be written.</source>
            <translation>Das Bild konnte nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>%1 dpi cannot be drawn, only %2 to %3.</source>
            <translation>%1 dpi lassen sich nicht zeichnen, nur %2 bis %3.</translation>
        </message>
        <message>
            <source>At %1 dpi the picture would have %2 x %3 pixels; at most %4 million can be written.</source>
            <translation>Bei %1 dpi hätte das Bild %2 x %3 Pixel; schreiben lassen sich höchstens %4 Millionen.</translation>
        </message>
        <message>
            <source>There is not enough memory for a picture of %1 x %2 pixels.</source>
            <translation>Für ein Bild von %1 x %2 Pixeln reicht der Speicher nicht.</translation>
        </message>
        <message>
            <source>The chart could not be written to its end.</source>
            <translation>Das Diagramm konnte nicht bis zum Ende geschrieben werden.</translation>
        </message>
    </context>
    <context>
        <name>ImportCommand</name>
        <message>
            <source>Name at least one file to import.</source>
            <translation>Geben Sie mindestens eine Datei an.</translation>
        </message>
        <message>
            <source>Imports CSV files (also .gz, .zip, .zst) of daily or intraday bars, or of share counts. How a file is written is found by itself, and every guess is printed. "-" is standard input.</source>
            <translation>Liest CSV-Dateien (auch .gz, .zip, .zst) mit Kerzen je Handelstag oder kürzer ein, oder mit Aktienzahlen. Die Schreibweise einer Datei wird selbst erkannt, jede Annahme ausgegeben. "-" ist die Standardeingabe.</translation>
        </message>
        <message>
            <source>The files.</source>
            <translation>Die Dateien.</translation>
        </message>
        <message>
            <source>What the files hold: bars or shares.</source>
            <translation>Was die Dateien enthalten: bars (Kerzen) oder shares (Aktienzahlen).</translation>
        </message>
        <message>
            <source>The instrument of a file that names none; of another file, only its rows.</source>
            <translation>Das Instrument einer Datei, die keines nennt; aus einer anderen Datei nur dessen Zeilen.</translation>
        </message>
        <message>
            <source>How the file is written: the JSON that --dry-run --json prints, saved and edited.</source>
            <translation>Wie die Datei geschrieben ist: das JSON, das --dry-run --json ausgibt, gespeichert und angepasst.</translation>
        </message>
        <message>
            <source>Zone of local times without an offset, such as America/New_York.</source>
            <translation>Zeitzone von Ortszeiten ohne Abstand zu UTC, etwa America/New_York.</translation>
        </message>
        <message>
            <source>Day of times that count from midnight, YYYY-MM-DD.</source>
            <translation>Tag von Zeiten, die ab Mitternacht zählen, JJJJ-MM-TT.</translation>
        </message>
        <message>
            <source>Tells what would happen and stores nothing.</source>
            <translation>Sagt, was geschähe, und speichert nichts.</translation>
        </message>
        <message>
            <source>Takes the import of that number back (see: list imports).</source>
            <translation>Nimmt den Import dieser Nummer zurück (siehe: list imports).</translation>
        </message>
        <message>
            <source>“%1” is no time zone; a zone is named like Europe/Berlin.</source>
            <translation>„%1“ ist keine Zeitzone; eine Zone heißt etwa Europe/Berlin.</translation>
        </message>
        <message>
            <source>“%1” is no date; a date is written 2025-01-27.</source>
            <translation>„%1“ ist kein Datum; ein Datum lautet etwa 2025-01-27.</translation>
        </message>
        <message>
            <source>This version imports bars and shares, not “%1”.</source>
            <translation>Diese Version liest bars und shares ein, nicht „%1“.</translation>
        </message>
        <message>
            <source>The profile %1 cannot be read.</source>
            <translation>Das Profil %1 ist nicht lesbar.</translation>
        </message>
        <message>
            <source>A dry run is for bars; %1 holds share counts.</source>
            <translation>Ein Probelauf gilt Kerzen; %1 enthält Aktienzahlen.</translation>
        </message>
        <message>
            <source>“%1” is no import's number.</source>
            <translation>„%1“ ist keine Nummer eines Imports.</translation>
        </message>
        <message>
            <source>Import %1 was taken back: %2 rows removed, %3 restored, %4 former values dropped.</source>
            <translation>Import %1 wurde zurückgenommen: %2 Zeilen entfernt, %3 wiederhergestellt, %4 frühere Werte verworfen.</translation>
        </message>
        <message>
            <source>--undo takes an import's number, --store and --lang, and no files.</source>
            <translation>--undo nimmt die Nummer eines Imports, --store und --lang, aber keine Dateien.</translation>
        </message>
        <message>
            <source>Rows that it brought first are gone also where a later file has them too: %1. Import that file again to have them back.</source>
            <translation>Zeilen, die er zuerst brachte, fehlen nun auch dort, wo eine spätere Datei sie ebenfalls enthält: %1. Importieren Sie diese Datei noch einmal, um sie zurückzuholen.</translation>
        </message>
    </context>
    <context>
        <name>ImportPrinter</name>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>As</source>
            <translation>Als</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>Same</source>
            <translation>Gleich</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Doppelt</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Abgelehnt</translation>
        </message>
        <message numerus="yes">
            <source>%n suspicious bar(s) were kept and flagged: %1.</source>
            <translation>
                <numerusform>Eine auffällige Kerze wurde übernommen und markiert: %1.</numerusform>
                <numerusform>%n auffällige Kerzen wurden übernommen und markiert: %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>Dry run: nothing was stored.</source>
            <translation>Probelauf: nichts wurde gespeichert.</translation>
        </message>
        <message>
            <source>Left out, because they are not in the store: %1.</source>
            <translation>Ausgelassen, weil nicht in der Datenbank: %1.</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n session(s) without a bar: %2.</source>
            <translation>
                <numerusform>%1: ein Handelstag ohne Kerze: %2.</numerusform>
                <numerusform>%1: %n Handelstage ohne Kerze: %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) were rejected:</source>
            <translation>
                <numerusform>Eine Zeile wurde abgelehnt:</numerusform>
                <numerusform>%n Zeilen wurden abgelehnt:</numerusform>
            </translation>
        </message>
        <message>
            <source>Line %1: %2</source>
            <translation>Zeile %1: %2</translation>
        </message>
        <message>
            <source>The first 1,000 are listed with --json.</source>
            <translation>Die ersten 1.000 führt --json auf.</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n bar(s) lie outside the years that the trading calendar knows; their sessions are unverified.</source>
            <translation>
                <numerusform>%1: eine Kerze liegt außerhalb der Jahre, die der Börsenkalender kennt; ihr Handelstag ist ungeprüft.</numerusform>
                <numerusform>%1: %n Kerzen liegen außerhalb der Jahre, die der Börsenkalender kennt; ihre Handelstage sind ungeprüft.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) contradict an earlier row for the same time and took its place: line %1.</source>
            <translation>
                <numerusform>Eine Zeile widerspricht einer früheren zur selben Zeit und ersetzt sie: Zeile %1.</numerusform>
                <numerusform>%n Zeilen widersprechen früheren zur selben Zeit und ersetzen sie: Zeile %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InstrumentCommand</name>
        <message>
            <source>Say list, or add, edit or remove with one symbol.</source>
            <translation>Geben Sie list an, oder add, edit oder remove mit einem Symbol.</translation>
        </message>
        <message>
            <source>Instruments: names and aliases, exchange, currency.

  list           all of them
  add SYMBOL     a new one
  edit SYMBOL    changes what the options name
  remove SYMBOL  with its quotes, for good

A name or alias counts for both languages, or for one: de:NAME, en:NAME.</source>
            <translation>Instrumente: Namen und Aliasse, Handelsplatz, Währung.

  list           alle
  add SYMBOL     ein neues
  edit SYMBOL    ändert, was die Optionen nennen
  remove SYMBOL  mit seinen Kursen, endgültig

Ein Name oder Alias gilt für beide Sprachen oder für eine: de:NAME, en:NAME.</translation>
        </message>
        <message>
            <source>What to do.</source>
            <translation>Was zu tun ist.</translation>
        </message>
        <message>
            <source>The instrument.</source>
            <translation>Das Instrument.</translation>
        </message>
        <message>
            <source>Name; may be given once per language.</source>
            <translation>Name; einmal je Sprache möglich.</translation>
        </message>
        <message>
            <source>Short name, as at the end of a curve.</source>
            <translation>Kurzer Name, wie am Ende einer Kurve.</translation>
        </message>
        <message>
            <source>Further name in news texts; may be given several times.</source>
            <translation>Weiterer Name in Nachrichten; mehrfach möglich.</translation>
        </message>
        <message>
            <source>Alias to take away; may be given several times.</source>
            <translation>Alias, das entfällt; mehrfach möglich.</translation>
        </message>
        <message>
            <source>stock (as long as nothing else is said), index, etf, fx, crypto or commodity.</source>
            <translation>stock (wenn nichts angegeben ist), index, etf, fx, crypto oder commodity.</translation>
        </message>
        <message>
            <source>Market code of its trading calendar: %1.</source>
            <translation>Kürzel seines Börsenkalenders: %1.</translation>
        </message>
        <message>
            <source>Currency of its quotes, three letters.</source>
            <translation>Währung seiner Kurse, drei Buchstaben.</translation>
        </message>
        <message>
            <source>New symbol, for edit.</source>
            <translation>Neues Symbol, für edit.</translation>
        </message>
        <message>
            <source>Say the currency of the quotes with --currency.</source>
            <translation>Geben Sie die Währung der Kurse mit --currency an.</translation>
        </message>
        <message>
            <source>%1 was added.</source>
            <translation>%1 wurde angelegt.</translation>
        </message>
        <message>
            <source>It has no exchange, so it counts as traded round the clock (24/7).</source>
            <translation>Es hat keinen Handelsplatz und gilt daher als rund um die Uhr gehandelt (24/7).</translation>
        </message>
        <message>
            <source>%1 was changed.</source>
            <translation>%1 wurde geändert.</translation>
        </message>
        <message numerus="yes">
            <source>%1 was removed, with %n bar(s).</source>
            <translation>
                <numerusform>%1 wurde entfernt, mit einer Kerze.</numerusform>
                <numerusform>%1 wurde entfernt, mit %n Kerzen.</numerusform>
            </translation>
        </message>
        <message>
            <source>“%1” is no kind.</source>
            <translation>„%1“ ist keine Art.</translation>
        </message>
        <message>
            <source>A currency has three letters, such as EUR.</source>
            <translation>Eine Währung hat drei Buchstaben, etwa EUR.</translation>
        </message>
        <message>
            <source>“%1” cannot be a symbol: no blanks, commas, semicolons or colons, at most 64 characters.</source>
            <translation>„%1“ kann kein Symbol sein: keine Leerzeichen, Kommas, Semikolons oder Doppelpunkte, höchstens 64 Zeichen.</translation>
        </message>
        <message>
            <source>Say what to change.</source>
            <translation>Geben Sie an, was sich ändern soll.</translation>
        </message>
        <message>
            <source>There is no alias “%1”.</source>
            <translation>Ein Alias „%1“ gibt es nicht.</translation>
        </message>
    </context>
    <context>
        <name>ListCommand</name>
        <message>
            <source>Prints what the store holds.</source>
            <translation>Gibt aus, was gespeichert ist.</translation>
        </message>
        <message>
            <source>What to print.</source>
            <translation>Was auszugeben ist.</translation>
        </message>
        <message>
            <source>Only bars of this instrument.</source>
            <translation>Nur Kerzen dieses Instruments.</translation>
        </message>
        <message>
            <source>First session (YYYY-MM-DD), or a time with its offset.</source>
            <translation>Erster Handelstag (JJJJ-MM-TT) oder eine Uhrzeit mit Abstand zu UTC.</translation>
        </message>
        <message>
            <source>Last session, included; or the time before which to stop.</source>
            <translation>Letzter Handelstag, einschließlich; oder die Uhrzeit, vor der Schluss ist.</translation>
        </message>
        <message>
            <source>Intraday bars instead of daily ones.</source>
            <translation>Kerzen innerhalb des Tages statt Tageskerzen.</translation>
        </message>
        <message>
            <source>Say what to list: instruments, bars, news, sources or imports.</source>
            <translation>Geben Sie an, was auszugeben ist: instruments, bars, news, sources oder imports.</translation>
        </message>
        <message>
            <source>“%1” cannot be listed; say instruments, bars, news, sources or imports.</source>
            <translation>„%1“ lässt sich nicht ausgeben; möglich sind instruments, bars, news, sources und imports.</translation>
        </message>
        <message>
            <source>“%1” is neither a date (2025-01-27) nor a time (2025-01-27T16:40:00Z).</source>
            <translation>„%1“ ist weder ein Datum (2025-01-27) noch eine Uhrzeit (2025-01-27T16:40:00Z).</translation>
        </message>
        <message>
            <source>Daily bars have session dates; a time needs --intraday.</source>
            <translation>Tageskerzen haben Handelstage; eine Uhrzeit verlangt --intraday.</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>Symbol</translation>
        </message>
        <message>
            <source>Start (UTC)</source>
            <translation>Beginn (UTC)</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Handelstag</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Eröffnung</translation>
        </message>
        <message>
            <source>High</source>
            <translation>Hoch</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Tief</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schluss</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Volumen</translation>
        </message>
        <message>
            <source>Interval</source>
            <translation>Intervall</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Flags</source>
            <translation>Hinweise</translation>
        </message>
        <message>
            <source>News cannot be filtered by instrument yet.</source>
            <translation>Nachrichten lassen sich noch nicht nach Instrument filtern.</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>Nr.</translation>
        </message>
        <message>
            <source>Published (UTC)</source>
            <translation>Veröffentlicht (UTC)</translation>
        </message>
        <message>
            <source>Publisher</source>
            <translation>Medium</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>Schlagzeile</translation>
        </message>
        <message>
            <source>Excerpt</source>
            <translation>Auszug</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Rang</translation>
        </message>
        <message>
            <source>Fetched (UTC)</source>
            <translation>Abgerufen (UTC)</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Woher</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>Same</source>
            <translation>Gleich</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <source>Undone (UTC)</source>
            <translation>Zurückgenommen (UTC)</translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>Handelsplatz</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Währung</translation>
        </message>
        <message>
            <source>Aliases</source>
            <translation>Aliasse</translation>
        </message>
        <message>
            <source>--to lies before --from.</source>
            <translation>--to liegt vor --from.</translation>
        </message>
    </context>
    <context>
        <name>SampleCommand</name>
        <message>
            <source>Writes the sample case, 27 January 2025, as a new store.</source>
            <translation>Schreibt den Beispielfall, den 27. Januar 2025, als neue Datenbank.</translation>
        </message>
        <message>
            <source>The store to write.</source>
            <translation>Die neue Datenbank.</translation>
        </message>
        <message>
            <source>Name one file to write.</source>
            <translation>Geben Sie eine Datei an, die geschrieben werden soll.</translation>
        </message>
        <message>
            <source>The sample case was written to %1.</source>
            <translation>Der Beispielfall wurde nach %1 geschrieben.</translation>
        </message>
    </context>
    <context>
        <name>SampleFiles</name>
        <message>
            <source>The sample case inside the program is damaged.</source>
            <translation>Der Beispielfall im Programm ist beschädigt.</translation>
        </message>
    </context>
    <context>
        <name>ShareImportJob</name>
        <message>
            <source>Not in the store: %1.</source>
            <translation>Nicht in der Datenbank: %1.</translation>
        </message>
    </context>
    <context>
        <name>Store</name>
        <message>
            <source>The import delivered a row that belongs to no series.</source>
            <translation>Der Import lieferte eine Zeile, die zu keiner Reihe gehört.</translation>
        </message>
        <message>
            <source>The store “%1” cannot be read in this place: it is in use or was not closed properly. Copy it together with its “-wal” file to a folder where you may write.</source>
            <translation>Die Datenbank „%1“ lässt sich hier nicht lesen: Sie ist in Gebrauch oder wurde nicht richtig geschlossen. Kopieren Sie sie zusammen mit ihrer „-wal“-Datei in einen Ordner, in den Sie schreiben dürfen.</translation>
        </message>
        <message>
            <source>The file “%1” exists already.</source>
            <translation>Die Datei „%1“ gibt es schon.</translation>
        </message>
        <message>
            <source>“%1” is a folder.</source>
            <translation>„%1“ ist ein Ordner.</translation>
        </message>
        <message>
            <source>The copy “%1” did not turn out right; the drive may be failing.</source>
            <translation>Die Kopie „%1“ ist fehlerhaft; womöglich ist das Laufwerk defekt.</translation>
        </message>
        <message>
            <source>A source needs a name.</source>
            <translation>Eine Quelle braucht einen Namen.</translation>
        </message>
        <message>
            <source>There is no import %1 in this store.</source>
            <translation>Einen Import %1 gibt es in dieser Datenbank nicht.</translation>
        </message>
        <message>
            <source>Import %1 was undone before.</source>
            <translation>Import %1 wurde schon zurückgenommen.</translation>
        </message>
        <message>
            <source>An instrument needs a symbol.</source>
            <translation>Ein Instrument braucht ein Symbol.</translation>
        </message>
        <message>
            <source>There is an instrument with the symbol %1 already.</source>
            <translation>Ein Instrument mit dem Symbol %1 gibt es schon.</translation>
        </message>
        <message>
            <source>This instrument is not in the store any more.</source>
            <translation>Dieses Instrument ist nicht mehr in der Datenbank.</translation>
        </message>
        <message>
            <source>The instrument %1 has two names in one language.</source>
            <translation>Das Instrument %1 hat zwei Namen in einer Sprache.</translation>
        </message>
        <message>
            <source>This instrument has no such series of quotes in the store.</source>
            <translation>Dieses Instrument hat in der Datenbank keine solche Kursreihe.</translation>
        </message>
        <message>
            <source>The instrument of these share counts is not in the store any more.</source>
            <translation>Das Instrument dieser Aktienzahlen ist nicht mehr in der Datenbank.</translation>
        </message>
        <message>
            <source>A share count of %1 makes no sense.</source>
            <translation>Eine Aktienzahl von %1 ist nicht sinnvoll.</translation>
        </message>
        <message>
            <source>The store “%1” is damaged. Restore it from a backup.</source>
            <translation>Die Datenbank „%1“ ist beschädigt. Stellen Sie sie aus einer Sicherung wieder her.</translation>
        </message>
        <message>
            <source>The store “%1” could not be brought to store version %2; it is as it was before.</source>
            <translation>Die Datenbank „%1“ ließ sich nicht auf Version %2 bringen; sie ist, wie sie war.</translation>
        </message>
        <message>
            <source>This installation of Tickmark is incomplete: %1 is missing.</source>
            <translation>Diese Installation von Tickmark ist unvollständig: %1 fehlt.</translation>
        </message>
        <message>
            <source>The instrument of these quotes is not in the store any more.</source>
            <translation>Das Instrument dieser Kurse ist nicht mehr in der Datenbank.</translation>
        </message>
        <message>
            <source>“%1” cannot be copied to itself.</source>
            <translation>„%1“ lässt sich nicht auf sich selbst kopieren.</translation>
        </message>
        <message>
            <source>The backup “%1” is damaged and was not used.</source>
            <translation>Die Sicherung „%1“ ist beschädigt und wurde nicht verwendet.</translation>
        </message>
        <message>
            <source>Daily bars belong to a series of another kind.</source>
            <translation>Tageskerzen gehören zu einer Reihe anderer Art.</translation>
        </message>
        <message>
            <source>Intraday bars belong to a series of another kind.</source>
            <translation>Kerzen innerhalb des Tages gehören zu einer Reihe anderer Art.</translation>
        </message>
        <message>
            <source>Daily bars have prices outside their own high and low, and nothing says so.</source>
            <translation>Tageskerzen haben Kurse außerhalb ihres eigenen Hochs und Tiefs, ohne dass es vermerkt ist.</translation>
        </message>
        <message>
            <source>Intraday bars have prices outside their own high and low, and nothing says so.</source>
            <translation>Kerzen innerhalb des Tages haben Kurse außerhalb ihres eigenen Hochs und Tiefs, ohne dass es vermerkt ist.</translation>
        </message>
        <message>
            <source>Daily bars are missing in the record of their import.</source>
            <translation>Tageskerzen fehlen im Verzeichnis ihres Imports.</translation>
        </message>
        <message>
            <source>Intraday bars are missing in the record of their import.</source>
            <translation>Kerzen innerhalb des Tages fehlen im Verzeichnis ihres Imports.</translation>
        </message>
        <message>
            <source>Former values of daily bars have no later value.</source>
            <translation>Zu früheren Werten von Tageskerzen fehlt der spätere Wert.</translation>
        </message>
        <message>
            <source>Former values of intraday bars have no later value.</source>
            <translation>Zu früheren Werten von Kerzen innerhalb des Tages fehlt der spätere Wert.</translation>
        </message>
        <message>
            <source>Former texts of news items have no later text.</source>
            <translation>Zu früheren Texten von Nachrichten fehlt der spätere Text.</translation>
        </message>
        <message>
            <source>Former share counts have no later value.</source>
            <translation>Zu früheren Aktienzahlen fehlt der spätere Wert.</translation>
        </message>
        <message>
            <source>Rows of imports that were undone are still there.</source>
            <translation>Zeilen zurückgenommener Importe sind noch vorhanden.</translation>
        </message>
        <message>
            <source>A part of the table cannot be read.</source>
            <translation>Ein Teil der Tabelle ist nicht lesbar.</translation>
        </message>
        <message>
            <source>The file's structure is damaged.</source>
            <translation>Der Aufbau der Datei ist beschädigt.</translation>
        </message>
        <message>
            <source>The table is damaged.</source>
            <translation>Die Tabelle ist beschädigt.</translation>
        </message>
        <message>
            <source>Rows refer to something that is not in the store.</source>
            <translation>Zeilen verweisen auf etwas, das nicht in der Datenbank ist.</translation>
        </message>
        <message>
            <source>The search index does not match the news items.</source>
            <translation>Der Suchindex passt nicht zu den Nachrichten.</translation>
        </message>
        <message>
            <source>There is no space left for “%1”. What was being written was taken back; what was stored before is safe.</source>
            <translation>Für „%1“ ist kein Platz mehr. Was gerade geschrieben wurde, ist zurückgenommen; was vorher gespeichert war, ist sicher.</translation>
        </message>
        <message>
            <source>There is not enough memory for this.</source>
            <translation>Dafür reicht der Arbeitsspeicher nicht.</translation>
        </message>
        <message>
            <source>The store “%1” refused the operation.</source>
            <translation>Die Datenbank „%1“ hat den Vorgang abgelehnt.</translation>
        </message>
        <message>
            <source>Cancelled; nothing was changed.</source>
            <translation>Abgebrochen; nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The file “%1” does not exist.</source>
            <translation>Die Datei „%1“ gibt es nicht.</translation>
        </message>
        <message>
            <source>The file “%1” may not be written or read here.</source>
            <translation>Die Datei „%1“ darf hier nicht geschrieben oder gelesen werden.</translation>
        </message>
        <message>
            <source>The file “%1” could not be read or written.</source>
            <translation>Die Datei „%1“ konnte nicht gelesen oder geschrieben werden.</translation>
        </message>
        <message>
            <source>The drive failed while reading or writing “%1”.</source>
            <translation>Das Laufwerk versagte beim Lesen oder Schreiben von „%1“.</translation>
        </message>
        <message>
            <source>“%1” is not a Tickmark store.</source>
            <translation>„%1“ ist keine Tickmark-Datenbank.</translation>
        </message>
        <message>
            <source>The store “%1” is in use by another program.</source>
            <translation>Die Datenbank „%1“ wird von einem anderen Programm benutzt.</translation>
        </message>
        <message>
            <source>The store “%1” cannot be written here.</source>
            <translation>Die Datenbank „%1“ lässt sich hier nicht schreiben.</translation>
        </message>
        <message>
            <source>The store “%1” cannot be opened.</source>
            <translation>Die Datenbank „%1“ lässt sich nicht öffnen.</translation>
        </message>
        <message>
            <source>The store “%1” is damaged: a part of the file is missing. Restore it from a backup.</source>
            <translation>Die Datenbank „%1“ ist beschädigt: Ein Teil der Datei fehlt. Stellen Sie sie aus einer Sicherung wieder her.</translation>
        </message>
        <message>
            <source>The store “%1” cannot be changed: the file or its folder is read-only.</source>
            <translation>Die Datenbank „%1“ lässt sich nicht ändern: Die Datei oder ihr Ordner ist schreibgeschützt.</translation>
        </message>
        <message>
            <source>The store “%1” lies on a network drive and can only be read there. Copy it to a local drive to change it.</source>
            <translation>Die Datenbank „%1“ liegt auf einem Netzlaufwerk und ist dort nur lesbar. Kopieren Sie sie auf ein lokales Laufwerk, um sie zu ändern.</translation>
        </message>
        <message>
            <source>The file of the store “%1” has several names (hard links), so it can only be read. Make a copy to change it.</source>
            <translation>Die Datei der Datenbank „%1“ hat mehrere Namen (harte Verweise) und ist deshalb nur lesbar. Legen Sie eine Kopie an, um sie zu ändern.</translation>
        </message>
        <message>
            <source>The store “%1” was written by a later version of Tickmark (store version %2, this program knows %3). It was not touched.</source>
            <translation>Die Datenbank „%1“ stammt von einer neueren Version von Tickmark (Datenbankversion %2, dieses Programm kennt %3). Sie wurde nicht angerührt.</translation>
        </message>
        <message>
            <source>“%1” is empty and not a Tickmark store.</source>
            <translation>„%1“ ist leer und keine Tickmark-Datenbank.</translation>
        </message>
        <message>
            <source>“%1” is a database of another program, not a Tickmark store.</source>
            <translation>„%1“ ist die Datenbank eines anderen Programms, nicht von Tickmark.</translation>
        </message>
        <message>
            <source>The store “%1” is in use by %2 (process %3 on %4).</source>
            <translation>Die Datenbank „%1“ wird von %2 benutzt (Prozess %3 auf %4).</translation>
        </message>
        <message>
            <source>The folder of “%1” does not exist.</source>
            <translation>Den Ordner von „%1“ gibt es nicht.</translation>
        </message>
        <message>
            <source>Nothing can be written in the folder of “%1”.</source>
            <translation>In den Ordner von „%1“ kann nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>The lock file of “%1” cannot be written; the drive may be full.</source>
            <translation>Die Sperrdatei von „%1“ lässt sich nicht schreiben; womöglich ist das Laufwerk voll.</translation>
        </message>
        <message>
            <source>The store “%1” was changed by another program while it was read. Try again.</source>
            <translation>Die Datenbank „%1“ wurde während des Lesens von einem anderen Programm geändert. Bitte versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The store “%1” was written by an earlier version of Tickmark. Open it once in the window or import something: it is then brought up to date, and a copy of the old one is kept.</source>
            <translation>Die Datenbank „%1“ stammt von einer früheren Version von Tickmark. Öffnen Sie sie einmal im Fenster oder importieren Sie etwas: Dann wird sie auf den neuen Stand gebracht, und eine Kopie der alten bleibt erhalten.</translation>
        </message>
        <message>
            <source>There is no instrument with the symbol %1 in “%2”.</source>
            <translation>Ein Instrument mit dem Symbol %1 gibt es in „%2“ nicht.</translation>
        </message>
    </context>
    <context>
        <name>StoreCommand</name>
        <message>
            <source>The store itself.

  create        makes an empty store at --store
  info          version, size and contents
  verify        checks every page, every reference and the search index
  backup FILE   writes a compact, checked copy
  restore FILE  puts a copy of the backup in the store's place</source>
            <translation>Die Datenbank selbst.

  create        legt bei --store eine leere an
  info          Version, Größe und Inhalt
  verify        prüft jede Seite, jeden Verweis und den Suchindex
  backup FILE   schreibt eine kompakte, geprüfte Kopie
  restore FILE  setzt eine Kopie der Sicherung an ihre Stelle</translation>
        </message>
        <message>
            <source>What to do.</source>
            <translation>Was zu tun ist.</translation>
        </message>
        <message>
            <source>The backup.</source>
            <translation>Die Sicherung.</translation>
        </message>
        <message>
            <source>Name one backup file.</source>
            <translation>Geben Sie eine Sicherungsdatei an.</translation>
        </message>
        <message>
            <source>Say what to do with the store.</source>
            <translation>Geben Sie an, was mit der Datenbank geschehen soll.</translation>
        </message>
        <message>
            <source>Name the store with --store.</source>
            <translation>Geben Sie die Datenbank mit --store an.</translation>
        </message>
        <message>
            <source>There is no “store %1”.</source>
            <translation>„store %1“ gibt es nicht.</translation>
        </message>
        <message>
            <source>An empty store was made: %1</source>
            <translation>Eine leere Datenbank wurde angelegt: %1</translation>
        </message>
        <message>
            <source>%1 was backed up to %2.</source>
            <translation>%1 wurde nach %2 gesichert.</translation>
        </message>
        <message>
            <source>%1 was restored from %2.</source>
            <translation>%1 wurde aus %2 wiederhergestellt.</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>Befund</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>Einzelheit</translation>
        </message>
        <message>
            <source>%1 is sound.</source>
            <translation>%1 ist unversehrt.</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Schema version</source>
            <translation>Schema-Version</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>Bytes</translation>
        </message>
        <message>
            <source>Instruments</source>
            <translation>Instrumente</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>Reihen</translation>
        </message>
        <message>
            <source>Daily bars</source>
            <translation>Tageskerzen</translation>
        </message>
        <message>
            <source>Intraday bars</source>
            <translation>Kerzen innerhalb des Tages</translation>
        </message>
        <message>
            <source>News</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>Share counts</source>
            <translation>Aktienzahlen</translation>
        </message>
        <message>
            <source>Imports</source>
            <translation>Importe</translation>
        </message>
        <message>
            <source>First session</source>
            <translation>Erster Handelstag</translation>
        </message>
        <message>
            <source>Last session</source>
            <translation>Letzter Handelstag</translation>
        </message>
        <message>
            <source>Last import</source>
            <translation>Letzter Import</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>Datenbank</translation>
        </message>
    </context>
    <context>
        <name>ZoneRules</name>
        <message>
            <source>The time zone “%1” is unknown on this system.</source>
            <translation>Die Zeitzone „%1“ ist auf diesem System unbekannt.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::Archive</name>
        <message>
            <source>%1 is damaged or cut short: it cannot be unpacked.</source>
            <translation>%1 ist beschädigt oder abgeschnitten und lässt sich nicht entpacken.</translation>
        </message>
        <message>
            <source>%1 has no file in it.</source>
            <translation>%1 enthält keine Datei.</translation>
        </message>
        <message>
            <source>%1 is a spreadsheet file. Save the sheet as CSV and import that.</source>
            <translation>%1 ist eine Tabellenkalkulation. Speichern Sie das Blatt als CSV und importieren Sie dieses.</translation>
        </message>
        <message>
            <source>%1 is protected by a password. Unpack it first.</source>
            <translation>%1 ist mit einem Passwort geschützt. Entpacken Sie die Datei zuerst.</translation>
        </message>
        <message>
            <source>%1 has several files in it. Unpack it and name the one to import.</source>
            <translation>%1 enthält mehrere Dateien. Entpacken Sie sie und geben Sie die gewünschte an.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::BarFile</name>
        <message>
            <source>Open, high and low are not all there: the closing price stands for all four.</source>
            <translation>Eröffnung, Hoch und Tief sind nicht alle vorhanden: Der Schlusskurs steht für alle vier.</translation>
        </message>
        <message>
            <source>Column %1 of %2 is called "%3"; the profile expects "%4".</source>
            <translation>Spalte %1 von %2 heißt „%3“; das Profil erwartet „%4“.</translation>
        </message>
        <message>
            <source>Reading %1 was cancelled.</source>
            <translation>Das Lesen von %1 wurde abgebrochen.</translation>
        </message>
        <message>
            <source>Reading %1 was stopped: %2 of the first %3 rows cannot be used. The first is line %4: %5</source>
            <translation>Das Lesen von %1 wurde beendet: %2 der ersten %3 Zeilen sind nicht verwendbar. Die erste ist Zeile %4: %5</translation>
        </message>
        <message>
            <source>No row of %1 can be used. The first is line %2: %3</source>
            <translation>Keine Zeile von %1 ist verwendbar. Die erste ist Zeile %2: %3</translation>
        </message>
        <message>
            <source>%1 has no bars of %2, only of %3.</source>
            <translation>%1 enthält keine Kerzen von %2, nur von %3.</translation>
        </message>
        <message>
            <source>%1 has no rows with prices.</source>
            <translation>%1 enthält keine Zeilen mit Kursen.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::Dialect</name>
        <message>
            <source>Dates begin with the year, like %1.</source>
            <translation>Das Datum beginnt mit dem Jahr, wie %1.</translation>
        </message>
        <message>
            <source>Dates are written without marks, year first, like %1.</source>
            <translation>Das Datum steht ohne Trennzeichen, Jahr zuerst, wie %1.</translation>
        </message>
        <message>
            <source>Dates begin with the day, as always where points part them, like %1.</source>
            <translation>Das Datum beginnt mit dem Tag, wie immer bei Punkten, etwa %1.</translation>
        </message>
        <message>
            <source>Dates begin with the day: %1 cannot be read with the month first.</source>
            <translation>Das Datum beginnt mit dem Tag: %1 ergäbe mit dem Monat zuerst keinen Sinn.</translation>
        </message>
        <message>
            <source>Dates begin with the month: %1 cannot be read with the day first.</source>
            <translation>Das Datum beginnt mit dem Monat: %1 ergäbe mit dem Tag zuerst keinen Sinn.</translation>
        </message>
        <message>
            <source>Times are seconds since 1970 (UTC), like %1.</source>
            <translation>Zeiten sind Sekunden seit 1970 (UTC), wie %1.</translation>
        </message>
        <message>
            <source>Times are milliseconds since 1970 (UTC), like %1.</source>
            <translation>Zeiten sind Millisekunden seit 1970 (UTC), wie %1.</translation>
        </message>
        <message>
            <source>Times are microseconds since 1970 (UTC), like %1.</source>
            <translation>Zeiten sind Mikrosekunden seit 1970 (UTC), wie %1.</translation>
        </message>
        <message>
            <source>Times are nanoseconds since 1970 (UTC), like %1.</source>
            <translation>Zeiten sind Nanosekunden seit 1970 (UTC), wie %1.</translation>
        </message>
        <message>
            <source>Times are milliseconds since midnight, like %1; the file does not say of which day.</source>
            <translation>Zeiten sind Millisekunden seit Mitternacht, wie %1; die Datei nennt den Tag nicht.</translation>
        </message>
        <message>
            <source>Dates may begin with the day or the month: %1 can be read both ways.</source>
            <translation>Das Datum kann mit dem Tag oder dem Monat beginnen: %1 ist auf beide Arten lesbar.</translation>
        </message>
        <message>
            <source>Numbers have no decimals.</source>
            <translation>Die Zahlen haben keine Nachkommastellen.</translation>
        </message>
        <message>
            <source>Decimals are marked by a point, because the comma parts the columns.</source>
            <translation>Das Dezimalzeichen ist der Punkt, denn das Komma trennt die Spalten.</translation>
        </message>
        <message>
            <source>Decimals are marked by a comma, as in %1 on line %2.</source>
            <translation>Das Dezimalzeichen ist das Komma, wie in %1 in Zeile %2.</translation>
        </message>
        <message>
            <source>Decimals are marked by a point, as in %1 on line %2.</source>
            <translation>Das Dezimalzeichen ist der Punkt, wie in %1 in Zeile %2.</translation>
        </message>
        <message>
            <source>Numbers like %1 can be read with decimals or with groups of three.</source>
            <translation>Zahlen wie %1 sind mit Nachkommastellen oder mit Dreiergruppen lesbar.</translation>
        </message>
        <message>
            <source>The date is in column %1, "%2".</source>
            <translation>Das Datum steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The date is in column %1.</source>
            <translation>Das Datum steht in Spalte %1.</translation>
        </message>
        <message>
            <source>The time of day is in column %1, "%2".</source>
            <translation>Die Uhrzeit steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The time of day is in column %1.</source>
            <translation>Die Uhrzeit steht in Spalte %1.</translation>
        </message>
        <message>
            <source>The symbol is in column %1, "%2".</source>
            <translation>Das Symbol steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The symbol is in column %1: short words that come again.</source>
            <translation>Das Symbol steht in Spalte %1: kurze Wörter, die sich wiederholen.</translation>
        </message>
        <message>
            <source>The opening price is in column %1, "%2".</source>
            <translation>Der Eröffnungskurs steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The opening price is in column %1, before the high.</source>
            <translation>Der Eröffnungskurs steht in Spalte %1, vor dem Hoch.</translation>
        </message>
        <message>
            <source>The high is in column %1, "%2".</source>
            <translation>Das Hoch steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The high is in column %1: the largest of four neighbours.</source>
            <translation>Das Hoch steht in Spalte %1: der größte von vier benachbarten Werten.</translation>
        </message>
        <message>
            <source>The low is in column %1, "%2".</source>
            <translation>Das Tief steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The low is in column %1: the smallest of four neighbours.</source>
            <translation>Das Tief steht in Spalte %1: der kleinste von vier benachbarten Werten.</translation>
        </message>
        <message>
            <source>The closing price is in column %1, "%2".</source>
            <translation>Der Schlusskurs steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The closing price is in column %1, after the low.</source>
            <translation>Der Schlusskurs steht in Spalte %1, nach dem Tief.</translation>
        </message>
        <message>
            <source>Column %1, "%2", is not used: its closing prices have dividends taken off.</source>
            <translation>Spalte %1, „%2“, bleibt ungenutzt: Ihre Schlusskurse sind um Dividenden bereinigt.</translation>
        </message>
        <message>
            <source>Column %1 is not used: it looks like an adjusted closing price.</source>
            <translation>Spalte %1 bleibt ungenutzt: Sie sieht nach einem bereinigten Schlusskurs aus.</translation>
        </message>
        <message>
            <source>The volume is in column %1, "%2".</source>
            <translation>Das Volumen steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The volume is in column %1, after the prices.</source>
            <translation>Das Volumen steht in Spalte %1, nach den Kursen.</translation>
        </message>
        <message>
            <source>Column %1, "%2", is not used: it is the money turned over, not the number of shares.</source>
            <translation>Spalte %1, „%2“, bleibt ungenutzt: Sie ist der Umsatz in Geld, nicht die Stückzahl.</translation>
        </message>
        <message numerus="yes">
            <source>The columns are those of %n symbols: %1.</source>
            <translation>
                <numerusform>Die Spalten gehören zu einem Symbol: %1.</numerusform>
                <numerusform>Die Spalten gehören zu %n Symbolen: %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>The text is %1: it begins with the mark for that.</source>
            <translation>Der Text ist %1: Er beginnt mit dem Kennzeichen dafür.</translation>
        </message>
        <message>
            <source>The text is %1: every second byte is zero.</source>
            <translation>Der Text ist %1: Jedes zweite Byte ist null.</translation>
        </message>
        <message>
            <source>The text is plain ASCII, read as UTF-8.</source>
            <translation>Der Text ist reines ASCII und wird als UTF-8 gelesen.</translation>
        </message>
        <message>
            <source>The text is UTF-8: its special characters are valid in it.</source>
            <translation>Der Text ist UTF-8: Seine Sonderzeichen sind darin gültig.</translation>
        </message>
        <message>
            <source>The text is latin-1 (windows-1252): its special characters are not valid UTF-8.</source>
            <translation>Der Text ist Latin-1 (Windows-1252): Seine Sonderzeichen sind kein gültiges UTF-8.</translation>
        </message>
        <message>
            <source>The file is a single line.</source>
            <translation>Die Datei ist eine einzige Zeile.</translation>
        </message>
        <message>
            <source>Lines end with LF, as on Linux.</source>
            <translation>Zeilen enden mit LF, wie unter Linux.</translation>
        </message>
        <message>
            <source>Lines end with CR LF, as on Windows.</source>
            <translation>Zeilen enden mit CR LF, wie unter Windows.</translation>
        </message>
        <message>
            <source>Lines end with CR, as on old Macs.</source>
            <translation>Zeilen enden mit CR, wie auf alten Macs.</translation>
        </message>
        <message>
            <source>The first line names the mark that parts the columns; rows have %1 fields.</source>
            <translation>Die erste Zeile nennt das Trennzeichen der Spalten; Zeilen haben %1 Felder.</translation>
        </message>
        <message numerus="yes">
            <source>Columns are parted by semicolons: %n rows looked at, %1 fields each.</source>
            <translation>
                <numerusform>Semikolons trennen die Spalten: eine Zeile angesehen, %1 Felder.</numerusform>
                <numerusform>Semikolons trennen die Spalten: %n Zeilen angesehen, je %1 Felder.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Columns are parted by tabs: %n rows looked at, %1 fields each.</source>
            <translation>
                <numerusform>Tabulatoren trennen die Spalten: eine Zeile angesehen, %1 Felder.</numerusform>
                <numerusform>Tabulatoren trennen die Spalten: %n Zeilen angesehen, je %1 Felder.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Columns are parted by vertical bars: %n rows looked at, %1 fields each.</source>
            <translation>
                <numerusform>Senkrechte Striche trennen die Spalten: eine Zeile angesehen, %1 Felder.</numerusform>
                <numerusform>Senkrechte Striche trennen die Spalten: %n Zeilen angesehen, je %1 Felder.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Columns are parted by commas: %n rows looked at, %1 fields each.</source>
            <translation>
                <numerusform>Kommas trennen die Spalten: eine Zeile angesehen, %1 Felder.</numerusform>
                <numerusform>Kommas trennen die Spalten: %n Zeilen angesehen, je %1 Felder.</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no header: line %1 has data already.</source>
            <translation>Es gibt keine Kopfzeile: Schon Zeile %1 enthält Daten.</translation>
        </message>
        <message>
            <source>Line %1 names the columns.</source>
            <translation>Zeile %1 benennt die Spalten.</translation>
        </message>
        <message>
            <source>Line %1 seems to name the columns, with unknown names.</source>
            <translation>Zeile %1 benennt wohl die Spalten, mit unbekannten Namen.</translation>
        </message>
        <message>
            <source>The header has three lines, as yfinance writes it: line %1 names the columns.</source>
            <translation>Der Kopf hat drei Zeilen, wie yfinance ihn schreibt: Zeile %1 benennt die Spalten.</translation>
        </message>
        <message>
            <source>The volume is not used: "%1" on line %2 is not a plain number.</source>
            <translation>Das Volumen bleibt ungenutzt: „%1“ in Zeile %2 ist keine einfache Zahl.</translation>
        </message>
        <message>
            <source>Large numbers are written in groups of three.</source>
            <translation>Große Zahlen stehen in Dreiergruppen.</translation>
        </message>
        <message>
            <source>Times are UTC: the column's name says so.</source>
            <translation>Zeiten sind UTC: Der Name der Spalte sagt es.</translation>
        </message>
        <message>
            <source>%1 is empty.</source>
            <translation>%1 ist leer.</translation>
        </message>
        <message>
            <source>%1 is a web page, not a table; perhaps the download was refused.</source>
            <translation>%1 ist eine Webseite, keine Tabelle; womöglich wurde der Abruf verweigert.</translation>
        </message>
        <message>
            <source>%1 is XML, not a table.</source>
            <translation>%1 ist XML, keine Tabelle.</translation>
        </message>
        <message>
            <source>%1 is JSON, not a table.</source>
            <translation>%1 ist JSON, keine Tabelle.</translation>
        </message>
        <message>
            <source>%1 is a PDF document, not a table.</source>
            <translation>%1 ist ein PDF-Dokument, keine Tabelle.</translation>
        </message>
        <message>
            <source>%1 is a spreadsheet file. Save the sheet as CSV and import that.</source>
            <translation>%1 ist eine Tabellenkalkulation. Speichern Sie das Blatt als CSV und importieren Sie dieses.</translation>
        </message>
        <message>
            <source>%1 is a database, not a table of quotes.</source>
            <translation>%1 ist eine Datenbank, keine Kurstabelle.</translation>
        </message>
        <message>
            <source>%1 is not a text file.</source>
            <translation>%1 ist keine Textdatei.</translation>
        </message>
        <message>
            <source>%1 is not a table: no comma, semicolon, tab or bar parts it into columns. It begins with "%2".</source>
            <translation>%1 ist keine Tabelle: Kein Komma, Semikolon, Tabulator oder Strich trennt Spalten. Der Anfang lautet „%2“.</translation>
        </message>
        <message>
            <source>%1 has a header but no rows.</source>
            <translation>%1 hat eine Kopfzeile, aber keine Zeilen.</translation>
        </message>
        <message>
            <source>%1 holds single trades or quotes, not bars with open, high, low and close.</source>
            <translation>%1 enthält einzelne Ticks, keine Kerzen mit Eröffnung, Hoch, Tief und Schluss.</translation>
        </message>
        <message>
            <source>%1 mixes decimal points (%2 on line %3) and decimal commas (%4 on line %5).</source>
            <translation>%1 mischt Dezimalpunkte (%2 in Zeile %3) und Dezimalkommas (%4 in Zeile %5).</translation>
        </message>
        <message>
            <source>In %1 no column is recognised as the date. Say which one it is in a profile.</source>
            <translation>In %1 ist keine Spalte als Datum erkennbar. Geben Sie sie in einem Profil an.</translation>
        </message>
        <message>
            <source>%1 has no header, and no four columns behave like open, high, low and close. Say what the columns are in a profile.</source>
            <translation>%1 hat keine Kopfzeile, und keine vier Spalten verhalten sich wie Eröffnung, Hoch, Tief und Schluss. Geben Sie die Spalten in einem Profil an.</translation>
        </message>
        <message>
            <source>The only closing prices in %1 have dividends taken off; they would make moves look other than they were. Use another file, or say in a profile that this is the close.</source>
            <translation>Die einzigen Schlusskurse in %1 sind um Dividenden bereinigt; mit ihnen sähen Bewegungen anders aus, als sie waren. Nehmen Sie eine andere Datei, oder bestimmen Sie die Spalte in einem Profil zum Schlusskurs.</translation>
        </message>
        <message>
            <source>In %1 no column is recognised as the closing price. Say in a profile which one it is; where each symbol has a column of its own, name the symbol there.</source>
            <translation>In %1 ist keine Spalte als Schlusskurs erkennbar. Geben Sie sie in einem Profil an; hat jedes Symbol eine eigene Spalte, nennen Sie dort das Symbol.</translation>
        </message>
        <message>
            <source>Dates in %1 contradict each other: %2 on line %3 has the day first, %4 on line %5 the month.</source>
            <translation>Datumsangaben in %1 widersprechen einander: %2 in Zeile %3 beginnt mit dem Tag, %4 in Zeile %5 mit dem Monat.</translation>
        </message>
        <message>
            <source>Dates in %1 may begin with the day or the month (%2 on line %3). Say which in a profile: "date_form": "dmy" or "mdy".</source>
            <translation>Datumsangaben in %1 können mit dem Tag oder dem Monat beginnen (%2 in Zeile %3). Entscheiden Sie es in einem Profil: "date_form": "dmy" oder "mdy".</translation>
        </message>
        <message>
            <source>Numbers in %1 like %2 (line %3) can be read with decimals or with groups of three. Say which in a profile: "decimal" and "group".</source>
            <translation>Zahlen in %1 wie %2 (Zeile %3) sind mit Nachkommastellen oder mit Dreiergruppen lesbar. Entscheiden Sie es in einem Profil: "decimal" und "group".</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::Input</name>
        <message>
            <source>%1 could not be read.</source>
            <translation>%1 konnte nicht gelesen werden.</translation>
        </message>
        <message>
            <source>There is no file %1.</source>
            <translation>Die Datei %1 gibt es nicht.</translation>
        </message>
        <message>
            <source>%1 is a folder, not a file.</source>
            <translation>%1 ist ein Ordner, keine Datei.</translation>
        </message>
        <message>
            <source>You are not allowed to read %1.</source>
            <translation>Sie dürfen %1 nicht lesen.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::Packing</name>
        <message>
            <source>%1 is packed with %2, which is not supported. Unpack it first.</source>
            <translation>%1 ist mit %2 gepackt, was nicht unterstützt wird. Entpacken Sie die Datei zuerst.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::Profile</name>
        <message>
            <source>It is not decided whether the comma and the point in numbers mark decimals or groups of three. Write "decimal" and "group" in a profile.</source>
            <translation>Es ist nicht entschieden, ob Komma und Punkt in Zahlen Nachkommastellen oder Dreiergruppen trennen. Schreiben Sie "decimal" und "group" in ein Profil.</translation>
        </message>
        <message>
            <source>The decimal mark must be a point or a comma.</source>
            <translation>Das Dezimalzeichen muss ein Punkt oder ein Komma sein.</translation>
        </message>
        <message>
            <source>The decimal mark and the mark between groups of three cannot be the same.</source>
            <translation>Dezimalzeichen und Zeichen zwischen Dreiergruppen können nicht dasselbe sein.</translation>
        </message>
        <message>
            <source>Two columns have the same role; the second is "%1".</source>
            <translation>Zwei Spalten haben dieselbe Rolle; die zweite ist „%1“.</translation>
        </message>
        <message>
            <source>No column has the closing price.</source>
            <translation>Keine Spalte enthält den Schlusskurs.</translation>
        </message>
        <message>
            <source>No column has the closing price of %1.</source>
            <translation>Keine Spalte enthält den Schlusskurs von %1.</translation>
        </message>
        <message>
            <source>Either all price columns name their symbol, or none does.</source>
            <translation>Entweder nennen alle Kursspalten ihr Symbol oder keine.</translation>
        </message>
        <message>
            <source>Only one column can be the date, one the time and one the symbol.</source>
            <translation>Nur je eine Spalte kann Datum, Uhrzeit und Symbol sein.</translation>
        </message>
        <message>
            <source>No column has the date.</source>
            <translation>Keine Spalte enthält das Datum.</translation>
        </message>
        <message>
            <source>It is not decided whether dates begin with the day or the month. Write "date_form": "dmy" or "mdy" in a profile.</source>
            <translation>Es ist nicht entschieden, ob das Datum mit dem Tag oder dem Monat beginnt. Schreiben Sie "date_form": "dmy" oder "mdy" in ein Profil.</translation>
        </message>
        <message>
            <source>There is a column of symbols, so price columns cannot name one of their own.</source>
            <translation>Es gibt eine Spalte mit Symbolen, also können Kursspalten kein eigenes nennen.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::ProfileFile</name>
        <message>
            <source>"%1" must be one of %2.</source>
            <translation>"%1" muss eines von %2 sein.</translation>
        </message>
        <message>
            <source>"%1" must be a line number from %2 on.</source>
            <translation>"%1" muss eine Zeilennummer ab %2 sein.</translation>
        </message>
        <message>
            <source>"%1" must be a text.</source>
            <translation>"%1" muss ein Text sein.</translation>
        </message>
        <message>
            <source>"%1" is not a known key.</source>
            <translation>"%1" ist kein bekannter Schlüssel.</translation>
        </message>
        <message>
            <source>"%1" is missing.</source>
            <translation>"%1" fehlt.</translation>
        </message>
        <message>
            <source>"interval" must be "auto", "daily" or a number of seconds.</source>
            <translation>"interval" muss "auto", "daily" oder eine Zahl von Sekunden sein.</translation>
        </message>
        <message>
            <source>"zone" must be empty or a name like "Europe/Berlin"; "%1" is not known.</source>
            <translation>"zone" muss leer sein oder ein Name wie "Europe/Berlin"; "%1" ist unbekannt.</translation>
        </message>
        <message>
            <source>"columns" must be a list of objects.</source>
            <translation>"columns" muss eine Liste von Objekten sein.</translation>
        </message>
        <message>
            <source>"columns" must be a list of 1 to %1 objects.</source>
            <translation>"columns" muss eine Liste von 1 bis %1 Objekten sein.</translation>
        </message>
        <message>
            <source>Column %1: %2</source>
            <translation>Spalte %1: %2</translation>
        </message>
        <message>
            <source>"decimal" and "group" cannot be the same.</source>
            <translation>"decimal" und "group" können nicht dasselbe sein.</translation>
        </message>
        <message>
            <source>"first_data_line" must come after "header_line".</source>
            <translation>"first_data_line" muss nach "header_line" kommen.</translation>
        </message>
        <message>
            <source>%1 is not valid JSON (byte %2).</source>
            <translation>%1 ist kein gültiges JSON (Byte %2).</translation>
        </message>
        <message>
            <source>%1 does not hold exactly one import profile.</source>
            <translation>%1 enthält nicht genau ein Importprofil.</translation>
        </message>
        <message>
            <source>In the profile %1: %2</source>
            <translation>Im Profil %1: %2</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::Reject</name>
        <message>
            <source>The row has more or fewer fields than the file has columns.</source>
            <translation>Die Zeile hat mehr oder weniger Felder als die Datei Spalten.</translation>
        </message>
        <message>
            <source>The date or time cannot be read.</source>
            <translation>Datum oder Uhrzeit sind nicht lesbar.</translation>
        </message>
        <message>
            <source>The date is too far in the past or in the future.</source>
            <translation>Das Datum liegt zu weit in der Vergangenheit oder in der Zukunft.</translation>
        </message>
        <message>
            <source>The clocks went forward over this time: it never was.</source>
            <translation>Die Uhren wurden über diese Zeit hinweg vorgestellt: Es hat sie nie gegeben.</translation>
        </message>
        <message>
            <source>The clocks went back: this time was twice, and the file does not say which one is meant.</source>
            <translation>Die Uhren wurden zurückgestellt: Diese Zeit gab es zweimal, und die Datei sagt nicht, welche gemeint ist.</translation>
        </message>
        <message>
            <source>A price is missing.</source>
            <translation>Ein Kurs fehlt.</translation>
        </message>
        <message>
            <source>A price or the volume is not a number.</source>
            <translation>Ein Kurs oder das Volumen ist keine Zahl.</translation>
        </message>
        <message>
            <source>A number is too large.</source>
            <translation>Eine Zahl ist zu groß.</translation>
        </message>
        <message>
            <source>The volume is negative.</source>
            <translation>Das Volumen ist negativ.</translation>
        </message>
        <message>
            <source>The symbol is missing.</source>
            <translation>Das Symbol fehlt.</translation>
        </message>
        <message>
            <source>The symbol is too long or has characters that no symbol has.</source>
            <translation>Das Symbol ist zu lang oder enthält Zeichen, die kein Symbol hat.</translation>
        </message>
        <message>
            <source>The file has too many different symbols.</source>
            <translation>Die Datei hat zu viele verschiedene Symbole.</translation>
        </message>
        <message>
            <source>The line is longer than a megabyte.</source>
            <translation>Die Zeile ist länger als ein Megabyte.</translation>
        </message>
        <message>
            <source>A quotation mark is never closed.</source>
            <translation>Ein Anführungszeichen wird nie geschlossen.</translation>
        </message>
        <message>
            <source>The row has bytes in it that are not text.</source>
            <translation>Die Zeile enthält Bytes, die kein Text sind.</translation>
        </message>
        <message>
            <source>The number of shares is not a whole number.</source>
            <translation>Die Zahl der Aktien ist keine ganze Zahl.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::Shares</name>
        <message>
            <source>%1 has no column "%2". Share counts need the columns symbol, date and shares.</source>
            <translation>%1 hat keine Spalte „%2“. Aktienzahlen brauchen die Spalten symbol, date und shares.</translation>
        </message>
        <message>
            <source>%1 is too large for a list of share counts.</source>
            <translation>%1 ist zu groß für eine Liste von Aktienzahlen.</translation>
        </message>
        <message>
            <source>%1 is not a table with the columns symbol, date and shares.</source>
            <translation>%1 ist keine Tabelle mit den Spalten symbol, date und shares.</translation>
        </message>
        <message>
            <source>No row of %1 can be used.</source>
            <translation>Keine Zeile von %1 ist verwendbar.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::Timing</name>
        <message>
            <source>Times in %1 are milliseconds since midnight, and the file does not say of which day. Give the date (--date).</source>
            <translation>Zeiten in %1 sind Millisekunden seit Mitternacht, und die Datei nennt den Tag nicht. Geben Sie das Datum an (--date).</translation>
        </message>
        <message>
            <source>%1 has dates without a time of day: its bars can only be daily.</source>
            <translation>%1 hat Datumsangaben ohne Uhrzeit: Es können nur Tageskerzen sein.</translation>
        </message>
        <message>
            <source>Times in %1 do not say in which zone they are. Name it (--zone Europe/Berlin, --zone America/New_York, --zone UTC).</source>
            <translation>Zeiten in %1 nennen keine Zeitzone. Geben Sie sie an (--zone Europe/Berlin, --zone America/New_York, --zone UTC).</translation>
        </message>
        <message>
            <source>The first rows of %1 do not show how long a bar is. Say it in a profile: "interval" in seconds.</source>
            <translation>Die ersten Zeilen von %1 zeigen nicht, wie lang eine Kerze ist. Geben Sie es in einem Profil an: "interval" in Sekunden.</translation>
        </message>
        <message>
            <source>Rows of %1 are a day apart, but their UTC times are not midnight. Name the zone of the exchange, which tells the date (--zone America/New_York).</source>
            <translation>Zeilen von %1 liegen einen Tag auseinander, aber ihre UTC-Zeiten sind nicht Mitternacht. Geben Sie die Zeitzone der Börse an, aus der das Datum folgt (--zone America/New_York).</translation>
        </message>
        <message numerus="yes">
            <source>Rows of %1 are at least %n days apart: weekly or monthly bars are not daily ones. If they are single days, say so in a profile: "interval": "daily".</source>
            <translation>
                <numerusform>Zeilen von %1 liegen mindestens einen Tag auseinander: Wochen- oder Monatskerzen sind keine Tageskerzen. Sind es einzelne Tage, geben Sie das in einem Profil an: "interval": "daily".</numerusform>
                <numerusform>Zeilen von %1 liegen mindestens %n Tage auseinander: Wochen- oder Monatskerzen sind keine Tageskerzen. Sind es einzelne Tage, geben Sie das in einem Profil an: "interval": "daily".</numerusform>
            </translation>
        </message>
        <message>
            <source>Bars are daily.</source>
            <translation>Die Kerzen sind Tageskerzen.</translation>
        </message>
        <message>
            <source>Times without an offset are read on the clock of %1.</source>
            <translation>Zeiten ohne Abstand zu UTC gelten als Ortszeit von %1.</translation>
        </message>
        <message>
            <source>The newest rows come first.</source>
            <translation>Die neuesten Zeilen stehen zuerst.</translation>
        </message>
        <message>
            <source>A bar is %1 seconds long, as was said.</source>
            <translation>Eine Kerze dauert %1 Sekunden, wie angegeben.</translation>
        </message>
        <message>
            <source>A bar is %1 seconds long: rows are that far apart, or a multiple of it.</source>
            <translation>Ein Balken ist %1 Sekunden lang: So weit liegen die Zeilen auseinander, oder ein Vielfaches davon.</translation>
        </message>
    </context>
</TS>
