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
        <message>
            <source>With its splits the prices of %1 become too large to be shown. Check the splits.</source>
            <translation>Mit den Splits werden die Kurse von %1 zu groß, um sie zu zeigen. Prüfen Sie die Splits.</translation>
        </message>
    </context>
    <context>
        <name>BarImportJob</name>
        <message>
            <source>%1 does not say which instrument it is about; name it with --symbol.</source>
            <translation>%1 sagt nicht, um welches Instrument es geht; nennen Sie es mit --symbol.</translation>
        </message>
        <message>
            <source>The price is too large for the decimals of its series.</source>
            <translation>Der Kurs ist zu groß für die Nachkommastellen seiner Reihe.</translation>
        </message>
        <message>
            <source>The volume is too large for the decimals of its series.</source>
            <translation>Das Volumen ist zu groß für die Nachkommastellen seiner Reihe.</translation>
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
        <message>
            <source>Sessions</source>
            <extracomment>at the right end of the time axis: it counts trading days</extracomment>
            <translation>Handelstage</translation>
        </message>
        <message>
            <source>There are no quotes of these instruments yet.</source>
            <translation>Zu diesen Instrumenten gibt es noch keine Kurse.</translation>
        </message>
        <message>
            <source>There is too little room for these charts. Make the window larger or close a chart.</source>
            <translation>Für diese Diagramme ist zu wenig Platz. Vergrößern Sie das Fenster oder schließen Sie ein Diagramm.</translation>
        </message>
        <message numerus="yes">
            <source>%n session(s)</source>
            <extracomment>trading days in a measured range</extracomment>
            <translation>
                <numerusform>%n Handelstag</numerusform>
                <numerusform>%n Handelstage</numerusform>
            </translation>
        </message>
        <message>
            <source>O %1  H %2  L %3  C %4</source>
            <extracomment>initials of open, high, low, close and their prices</extracomment>
            <translation>E %1  H %2  T %3  S %4</translation>
        </message>
        <message>
            <source>from</source>
            <extracomment>column head of a measured range: price at its start</extracomment>
            <translation>von</translation>
        </message>
        <message>
            <source>to</source>
            <extracomment>column head of a measured range: price at its end</extracomment>
            <translation>bis</translation>
        </message>
        <message>
            <source>change</source>
            <extracomment>column head of a measured range: absolute change</extracomment>
            <translation>Änderung</translation>
        </message>
        <message>
            <source>high</source>
            <extracomment>column head of a measured range: highest price</extracomment>
            <translation>Hoch</translation>
        </message>
        <message>
            <source>low</source>
            <extracomment>column head of a measured range: lowest price</extracomment>
            <translation>Tief</translation>
        </message>
        <message numerus="yes">
            <source>and %n more headline(s)</source>
            <translation>
                <numerusform>und %n weitere Schlagzeile</numerusform>
                <numerusform>und %n weitere Schlagzeilen</numerusform>
            </translation>
        </message>
        <message>
            <source>Linked charts</source>
            <translation>Verknüpfte Diagramme</translation>
        </message>
        <message>
            <source>change since %1 in %, logarithmic</source>
            <extracomment>beside a pane's title; %1 is a date</extracomment>
            <translation>Veränderung seit %1 in %, logarithmisch</translation>
        </message>
        <message>
            <source>%1 (bid, simulated)</source>
            <translation>%1 (Geldkurs, simuliert)</translation>
        </message>
        <message>
            <source>%1 (bid)</source>
            <translation>%1 (Geldkurs)</translation>
        </message>
        <message>
            <source>%1 (ask, simulated)</source>
            <translation>%1 (Briefkurs, simuliert)</translation>
        </message>
        <message>
            <source>%1 (ask)</source>
            <translation>%1 (Briefkurs)</translation>
        </message>
        <message>
            <source>ticks missing: %1; the database is damaged</source>
            <extracomment>%1 is a range of times (or several) of which the damaged database has no ticks</extracomment>
            <translation>Es fehlen Ticks: %1; die Datenbank ist beschädigt</translation>
        </message>
        <message>
            <source>%1: ticks missing: %2; the database is damaged</source>
            <extracomment>%1 is an instrument, %2 a range of times (or several) of which the damaged database has no ticks</extracomment>
            <translation>%1: Es fehlen Ticks: %2; die Datenbank ist beschädigt</translation>
        </message>
        <message>
            <source>Close</source>
            <extracomment>price of a session, a label beside a chart</extracomment>
            <translation>Schluss</translation>
        </message>
        <message>
            <source>High</source>
            <extracomment>price of a session, a label beside a chart</extracomment>
            <translation>Hoch</translation>
        </message>
        <message>
            <source>Low</source>
            <extracomment>price of a session, a label beside a chart</extracomment>
            <translation>Tief</translation>
        </message>
        <message>
            <source>%1: no connection</source>
            <extracomment>%1 is an instrument whose live stream is interrupted; above the hatched time since then</extracomment>
            <translation>%1: keine Verbindung</translation>
        </message>
        <message numerus="yes">
            <source>%1: gaps on %n trading days</source>
            <extracomment>foot of a page; %1 is an instrument, whose curve has gaps</extracomment>
            <translation>
                <numerusform>%1: Lücken an %n Handelstag</numerusform>
                <numerusform>%1: Lücken an %n Handelstagen</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: gaps on %2</source>
            <extracomment>foot of a page; %1 is an instrument, %2 a date or several, on which its curve has gaps</extracomment>
            <translation>%1: Lücken am %2</translation>
        </message>
        <message>
            <source>%1: no data on %2</source>
            <extracomment>foot of a page; %1 is an instrument, %2 a date or several</extracomment>
            <translation>%1: keine Daten am %2</translation>
        </message>
        <message>
            <source>On %1: %2</source>
            <extracomment>%1 is a date, %2 are instruments with their values, parted by semicolons</extracomment>
            <translation>Am %1: %2</translation>
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
            <translation>Zeichnet verknüpfte Diagramme in eine Datei: %1. Ein Bildschirm ist nicht nötig.</translation>
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
        <message>
            <source>First session, YYYY-MM-DD; two times with their offsets show exactly what lies between.</source>
            <translation>Erster Handelstag, JJJJ-MM-TT; zwei Zeitpunkte mit ihrer Zeitzone zeigen genau, was dazwischen liegt.</translation>
        </message>
        <message>
            <source>%1. tickmark store verify tells more.</source>
            <translation>%1. Mehr dazu sagt: tickmark store verify</translation>
        </message>
        <message>
            <source>Size in px at 96 dpi, or on paper ("180x120mm"); a height of 0, or nothing: as high as needed.</source>
            <translation>Größe in px bei 96 dpi oder auf Papier („180x120mm“); Höhe 0 oder keine Angabe: so hoch wie nötig.</translation>
        </message>
        <message>
            <source>Size and resolution by name: %1.</source>
            <translation>Größe und Auflösung mit Namen: %1.</translation>
        </message>
        <message>
            <source>Parts of the page to leave out, parted by commas: %1.</source>
            <translation>Teile der Seite, die wegbleiben, durch Kommas getrennt: %1.</translation>
        </message>
        <message>
            <source>Texts in SVG as shapes, for programs that lack the font.</source>
            <translation>Texte in SVG als Umrisse, für Programme ohne die Schrift.</translation>
        </message>
        <message>
            <source>neutral (as long as nothing else is said) or german: semicolons, decimal commas.</source>
            <translation>neutral (wenn nichts anderes angegeben ist) oder german: Semikolons, Dezimalkommas.</translation>
        </message>
        <message>
            <source>--preset and --size exclude each other.</source>
            <translation>--preset und --size schließen einander aus.</translation>
        </message>
        <message>
            <source>--preset is one of %1, not “%2”.</source>
            <translation>--preset ist eines von %1, nicht „%2“.</translation>
        </message>
        <message>
            <source>--size is WIDTHxHEIGHT, such as 1600x900 or 180x120mm, not “%1”.</source>
            <translation>--size ist BREITExHÖHE, etwa 1600x900 oder 180x120mm, nicht „%1“.</translation>
        </message>
        <message>
            <source>--without names parts of %1, not “%2”.</source>
            <translation>--without nennt Teile aus %1, nicht „%2“.</translation>
        </message>
        <message>
            <source>%1 of %2: %3</source>
            <translation>%1 von %2: %3</translation>
        </message>
        <message>
            <source>%1 was written already: the list has %2 twice, or a symbol that makes the same name.</source>
            <translation>%1 wurde schon geschrieben: Die Liste enthält %2 doppelt oder ein Symbol, das denselben Namen ergibt.</translation>
        </message>
        <message>
            <source>%1 of %2 charts were drawn.</source>
            <translation>%1 von %2 Diagrammen wurden gezeichnet.</translation>
        </message>
        <message>
            <source>Not in the chart for lack of quotes: %1.</source>
            <translation>Mangels Kursen nicht im Diagramm: %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n curves in one pane cannot be told apart; several panes or charts can.</source>
            <translation>
                <numerusform>%n Kurve in einem Diagramm ist nicht zu unterscheiden; mehrere Diagramme helfen.</numerusform>
                <numerusform>%n Kurven in einem Diagramm sind nicht zu unterscheiden; in mehreren Diagrammen sind sie es.</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no close on %1: changes count from that of %2.</source>
            <translation>Am %1 gibt es keinen Schlusskurs: Veränderungen zählen ab dem vom %2.</translation>
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
        <message>
            <source>Ticks and bars, %1</source>
            <extracomment>some curves of the chart show every trade, the others bars; %1 is a range of dates</extracomment>
            <translation>Ticks und Intervallkurse, %1</translation>
        </message>
        <message>
            <source>Ticks, %1</source>
            <extracomment>the chart shows every trade; %1 is a range of dates</extracomment>
            <translation>Ticks, %1</translation>
        </message>
        <message>
            <source>Prices before %1 are adjusted for splits.</source>
            <translation>Kurse vor dem %1 sind um Splits bereinigt.</translation>
        </message>
        <message>
            <source>Headlines, with the verdict on their numbers</source>
            <translation>Schlagzeilen und was von ihren Zahlen stimmt</translation>
        </message>
        <message>
            <source>%1 %2 (%3)</source>
            <extracomment>a share count: instrument, number, date
----------
an exchange rate: pair, rate, date</extracomment>
            <translation>%1 %2 (%3)</translation>
        </message>
        <message>
            <source>Shares outstanding: %1.</source>
            <translation>Ausstehende Aktien: %1.</translation>
        </message>
        <message>
            <source>%1 Exchange rates: %2.</source>
            <translation>%1 Wechselkurse: %2.</translation>
        </message>
        <message numerus="yes">
            <source>and %n more headlines, marked without a number</source>
            <extracomment>end of a list of some of the headlines; the others are dots in the chart</extracomment>
            <translation>
                <numerusform>und eine weitere Schlagzeile, ohne Nummer markiert</numerusform>
                <numerusform>und %n weitere Schlagzeilen, ohne Nummer markiert</numerusform>
            </translation>
        </message>
        <message>
            <source>A number above the chart says how many headlines stand there.</source>
            <translation>Eine Zahl über dem Diagramm sagt, wie viele Schlagzeilen dort stehen.</translation>
        </message>
        <message>
            <source>Not in the chart for lack of quotes: %1.</source>
            <extracomment>%1 are instruments</extracomment>
            <translation>Mangels Kursen nicht im Diagramm: %1.</translation>
        </message>
    </context>
    <context>
        <name>ChartTable</name>
        <message>
            <source>date</source>
            <extracomment>column head</extracomment>
            <translation>Datum</translation>
        </message>
        <message>
            <source>time (%1)</source>
            <extracomment>column head; %1 is an offset from UTC</extracomment>
            <translation>Zeit (%1)</translation>
        </message>
        <message>
            <source>%1 (simulated)</source>
            <extracomment>%1 is a symbol whose quotes are simulated</extracomment>
            <translation>%1 (simuliert)</translation>
        </message>
        <message>
            <source>%1 volume</source>
            <extracomment>column heads; %1 is a symbol</extracomment>
            <translation>%1 Volumen</translation>
        </message>
        <message>
            <source>%1 close</source>
            <translation>%1 Schluss</translation>
        </message>
        <message>
            <source>%1 % since %2 close</source>
            <extracomment>column head; %1 is a symbol, %2 the date of the close that counts as 0 %</extracomment>
            <translation>%1 % seit Schluss %2</translation>
        </message>
    </context>
    <context>
        <name>CheckCommand</name>
        <message>
            <source>Prints what the quotes say of the numbers in the store's news: every claim with its verdict.</source>
            <translation>Zeigt, was die Kurse zu den Zahlen in den Nachrichten der Datenbank sagen: jede Aussage mit ihrem Urteil.</translation>
        </message>
        <message>
            <source>Only claims about this instrument.</source>
            <translation>Nur Aussagen über dieses Instrument.</translation>
        </message>
        <message>
            <source>First day of publication (UTC), or a time with its offset.</source>
            <translation>Erster Tag der Veröffentlichung (UTC) oder eine Zeit mit ihrem Abstand zu UTC.</translation>
        </message>
        <message>
            <source>Last day of publication, included; or the time before which to stop.</source>
            <translation>Letzter Tag der Veröffentlichung einschließlich oder die Zeit, vor der Schluss ist.</translation>
        </message>
        <message>
            <source>This command takes no files.</source>
            <translation>Dieser Befehl nimmt keine Dateien.</translation>
        </message>
        <message numerus="yes">
            <source>%n headline(s) were not searched for claims yet: open the store in the window, or import something.</source>
            <translation>
                <numerusform>%n Schlagzeile wurde noch nicht nach Aussagen durchsucht: Öffnen Sie die Datenbank im Fenster oder importieren Sie etwas.</numerusform>
                <numerusform>%n Schlagzeilen wurden noch nicht nach Aussagen durchsucht: Öffnen Sie die Datenbank im Fenster oder importieren Sie etwas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Published (UTC)</source>
            <translation>Veröffentlicht (UTC)</translation>
        </message>
        <message>
            <source>Publisher</source>
            <translation>Herausgeber</translation>
        </message>
        <message>
            <source>Instrument</source>
            <translation>Instrument</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Gemessen</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>Aussage</translation>
        </message>
    </context>
    <context>
        <name>ClaimAmount</name>
        <message>
            <source>%1 trn</source>
            <translation>%1 Bio.</translation>
        </message>
        <message>
            <source>%1 bn</source>
            <translation>%1 Mrd.</translation>
        </message>
        <message>
            <source>%1 m</source>
            <translation>%1 Mio.</translation>
        </message>
        <message>
            <source>%1 points</source>
            <translation>%1 Punkte</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <extracomment>an amount and its currency: "24.20 USD"</extracomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 pp</source>
            <extracomment>percentage points</extracomment>
            <translation>%1 Pp.</translation>
        </message>
        <message>
            <source>about %1</source>
            <extracomment>a price that is not known better: "about 1,208.9"</extracomment>
            <translation>rund %1</translation>
        </message>
    </context>
    <context>
        <name>ClaimSummary</name>
        <message>
            <source>No claims.</source>
            <translation>Keine Aussagen.</translation>
        </message>
        <message>
            <source>%1 confirmed</source>
            <extracomment>a count of statements: "78 confirmed"</extracomment>
            <translation>%1 bestätigt</translation>
        </message>
        <message>
            <source>%1 only during the session</source>
            <translation>%1 nur im Handelsverlauf</translation>
        </message>
        <message>
            <source>%1 on another basis</source>
            <extracomment>a count of statements that fit a basis which the text does not state</extracomment>
            <translation>%1 mit anderem Bezug</translation>
        </message>
        <message>
            <source>%1 contradicted</source>
            <translation>%1 abweichend</translation>
        </message>
        <message>
            <source>%1 without data</source>
            <translation>%1 ohne Daten</translation>
        </message>
        <message>
            <source>%1 not attributed</source>
            <translation>%1 ohne Bezug</translation>
        </message>
        <message>
            <source>%1 in %2: %3.</source>
            <extracomment>the parts: "92 claims", "27 headlines", "78 confirmed, 2 contradicted"</extracomment>
            <translation>%1 in %2: %3.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln headline(s)</source>
            <translation>
                <numerusform>%Ln Schlagzeile</numerusform>
                <numerusform>%Ln Schlagzeilen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln claim(s) repeat a statement of the same headline and are not counted.</source>
            <translation>
                <numerusform>%Ln Wiederholung derselben Aussage in einer Schlagzeile ist nicht mitgezählt.</numerusform>
                <numerusform>%Ln Wiederholungen derselben Aussage in einer Schlagzeile sind nicht mitgezählt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln claim(s)</source>
            <translation>
                <numerusform>%Ln Aussage</numerusform>
                <numerusform>%Ln Aussagen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClaimTexts</name>
        <message>
            <source>%1 to %2</source>
            <extracomment>the ends of a range: "−11.1% to −15%"</extracomment>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>%1, provisional</source>
            <translation>%1, vorläufig</translation>
        </message>
        <message>
            <source>almost %1</source>
            <translation>fast %1</translation>
        </message>
        <message>
            <source>about %1</source>
            <translation>rund %1</translation>
        </message>
        <message>
            <source>over %1</source>
            <translation>über %1</translation>
        </message>
        <message>
            <source>at least %1</source>
            <translation>mindestens %1</translation>
        </message>
        <message>
            <source>at most %1</source>
            <translation>höchstens %1</translation>
        </message>
        <message>
            <source>up to %1</source>
            <translation>bis zu %1</translation>
        </message>
        <message>
            <source>percent</source>
            <translation>Prozent</translation>
        </message>
        <message>
            <source>points</source>
            <translation>Punkte</translation>
        </message>
        <message>
            <source>market value</source>
            <translation>Börsenwert</translation>
        </message>
        <message>
            <source>level</source>
            <translation>Kurs</translation>
        </message>
        <message>
            <source>confirmed (close)</source>
            <translation>bestätigt (Schluss)</translation>
        </message>
        <message>
            <source>during the session</source>
            <translation>im Handelsverlauf</translation>
        </message>
        <message>
            <source>other basis</source>
            <translation>anderer Bezug</translation>
        </message>
        <message>
            <source>contradicted</source>
            <translation>weicht ab</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>keine Daten</translation>
        </message>
        <message>
            <source>not attributed</source>
            <translation>ohne Bezug</translation>
        </message>
        <message>
            <source>open %1</source>
            <extracomment>an amount that is of the opening price: "open −12.49%"</extracomment>
            <translation>Eröffnung %1</translation>
        </message>
        <message>
            <source>low %1</source>
            <extracomment>an amount that is of the session's low: "low −4.76%"</extracomment>
            <translation>Tief %1</translation>
        </message>
        <message>
            <source>high %1</source>
            <extracomment>an amount that is of the session's high: "high +1.19%"</extracomment>
            <translation>Hoch %1</translation>
        </message>
        <message>
            <source>instrument not in the database</source>
            <translation>Instrument nicht in der Datenbank</translation>
        </message>
        <message>
            <source>no quote on %1</source>
            <translation>kein Kurs am %1</translation>
        </message>
        <message>
            <source>quotes end on %1</source>
            <translation>Kurse enden am %1</translation>
        </message>
        <message>
            <source>no share count by %1</source>
            <translation>keine Aktienzahl bis %1</translation>
        </message>
        <message>
            <source>no exchange rate on %1</source>
            <translation>kein Wechselkurs am %1</translation>
        </message>
        <message>
            <source>quotes in another currency</source>
            <translation>Kurse in anderer Währung</translation>
        </message>
        <message>
            <source>no session on that day</source>
            <translation>an diesem Tag kein Handel</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>an amount and the symbol of the instrument that it is of: "VST: low −30.62%"</extracomment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <extracomment>"no data" and in a few words why: "no data (quotes end on 14 Feb 2025)"</extracomment>
            <translation>%1 (%2)</translation>
        </message>
        <message numerus="yes">
            <source>%Ln verdict(s) rest on closes on which sources disagree; --json names them.</source>
            <translation>
                <numerusform>%Ln Urteil beruht auf einem Schlusskurs, bei dem sich Quellen widersprechen; --json nennt sie.</numerusform>
                <numerusform>%Ln Urteile beruhen auf Schlusskursen, bei denen sich Quellen widersprechen; --json nennt sie.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClaimsCommand</name>
        <message>
            <source>Finds the numbers that a plain text states about the moves and values of instruments, and says what the quotes of the store say of them. "-" is standard input.</source>
            <translation>Findet die Zahlen, die ein reiner Text über Bewegungen und Werte von Instrumenten nennt, und sagt, was die Kurse der Datenbank dazu sagen. „-“ ist die Standardeingabe.</translation>
        </message>
        <message>
            <source>When the text was published: a time with its offset, or a date for its end; without it, now. It dates “on Monday” and the like.</source>
            <translation>Wann der Text erschienen ist: eine Zeit mit ihrem Abstand zu UTC oder ein Datum für dessen Ende; ohne Angabe jetzt. Danach richtet sich „am Montag“ und dergleichen.</translation>
        </message>
        <message>
            <source>Language of the text: de or en; without it, found by itself.</source>
            <translation>Sprache des Textes: de oder en; ohne Angabe wird sie erkannt.</translation>
        </message>
        <message>
            <source>Name one file with a text.</source>
            <translation>Nennen Sie eine Datei mit einem Text.</translation>
        </message>
        <message>
            <source>--language is de or en.</source>
            <translation>--language ist de oder en.</translation>
        </message>
        <message>
            <source>Instrument</source>
            <translation>Instrument</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Gemessen</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>No claims.</source>
            <translation>Keine Aussagen.</translation>
        </message>
        <message>
            <source>The text, in German or English; up to %1 MB.</source>
            <translation>Der Text, deutsch oder englisch; höchstens %1 MB.</translation>
        </message>
        <message>
            <source>The text seems to be neither German nor English, the only languages that are read; --language names one of them.</source>
            <translation>Der Text scheint weder deutsch noch englisch zu sein; andere Sprachen werden nicht gelesen. --language nennt eine der beiden.</translation>
        </message>
        <message>
            <source>The text is taken to have been published now; --published names another time.</source>
            <translation>Als Zeit der Veröffentlichung gilt jetzt; --published nennt eine andere.</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>Aussage</translation>
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
        <message numerus="yes">
            <source>%Ln claim(s) checked</source>
            <translation>
                <numerusform>%Ln Aussage geprüft</numerusform>
                <numerusform>%Ln Aussagen geprüft</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CommandLine</name>
        <message>
            <source>writes the sample case as a new store</source>
            <translation>schreibt den Beispielfall als neue Datenbank</translation>
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
            <translation>zeichnet verknüpfte Diagramme oder gibt ihre Werte aus</translation>
        </message>
        <message>
            <source>creates, describes, verifies, backs up and restores a store</source>
            <translation>legt eine Datenbank an, beschreibt, prüft, sichert und stellt sie wieder her</translation>
        </message>
        <message>
            <source>Each command has its own help: tickmark COMMAND --help</source>
            <translation>Jeder Befehl hat seine eigene Hilfe: tickmark BEFEHL --help</translation>
        </message>
        <message>
            <source>--lang is de or en.</source>
            <translation>--lang ist de oder en.</translation>
        </message>
        <message>
            <source>There is no command “%1”, and no file of that name.</source>
            <translation>Es gibt weder einen Befehl „%1“ noch eine Datei dieses Namens.</translation>
        </message>
        <message>
            <source>There is no display to open a window on. Commands work without one: tickmark --help</source>
            <translation>Es gibt keinen Bildschirm für ein Fenster. Befehle gehen ohne: tickmark --help</translation>
        </message>
        <message>
            <source>writes simulated ticks, marked as such</source>
            <translation>schreibt simulierte Ticks, als solche gekennzeichnet</translation>
        </message>
        <message>
            <source>Usage: tickmark [FILE.tickmark] [--at DATE] [--symbols A,B]   opens the window
       tickmark replay SYMBOL [--speed 60]   plays stored ticks there as if live
       tickmark COMMAND [options]</source>
            <translation>Aufruf: tickmark [DATEI.tickmark] [--at DATUM] [--symbols A,B]   öffnet das Fenster
       tickmark replay SYMBOL [--speed 60]   spielt darin gespeicherte Ticks ab, als kämen sie gerade
       tickmark BEFEHL [Optionen]</translation>
        </message>
        <message>
            <source>imports bars, ticks, share counts or news, or takes an import back</source>
            <translation>importiert Kerzen, Ticks, Aktienzahlen oder Nachrichten oder nimmt einen Import zurück</translation>
        </message>
        <message>
            <source>says what the quotes say of the numbers in the store's news</source>
            <translation>vergleicht die Zahlen in den Nachrichten der Datenbank mit den Kursen</translation>
        </message>
        <message>
            <source>finds and checks the numbers in one text</source>
            <translation>findet und prüft die Zahlen in einem Text</translation>
        </message>
        <message>
            <source>fetches quotes and headlines from the network, once</source>
            <translation>ruft Kurse und Schlagzeilen einmal aus dem Netz ab</translation>
        </message>
        <message>
            <source>lists, adds, edits, removes and tests sources on the network</source>
            <translation>listet, ergänzt, ändert, entfernt und prüft Quellen im Netz</translation>
        </message>
        <message>
            <source>writes a report: charts, headlines, verdicts, sources</source>
            <translation>schreibt einen Bericht: Diagramme, Schlagzeilen, Urteile, Quellen</translation>
        </message>
    </context>
    <context>
        <name>CommandParser</name>
        <message>
            <source>Usage: %1 [options] %2</source>
            <translation>Aufruf: %1 [Optionen] %2</translation>
        </message>
        <message>
            <source>Options:</source>
            <translation>Optionen:</translation>
        </message>
        <message>
            <source>Arguments:</source>
            <translation>Argumente:</translation>
        </message>
    </context>
    <context>
        <name>CompareTexts</name>
        <message>
            <source>market value</source>
            <translation>Börsenwert</translation>
        </message>
        <message>
            <source>price</source>
            <translation>Kurs</translation>
        </message>
        <message>
            <source>price in points</source>
            <translation>Kurs in Punkten</translation>
        </message>
        <message>
            <source>price level</source>
            <translation>Kursstand</translation>
        </message>
        <message>
            <source>Market value of %1, %2 to %3</source>
            <translation>Börsenwert von %1, %2 bis %3</translation>
        </message>
        <message>
            <source>Price of %1, %2 to %3</source>
            <translation>Kurs von %1, %2 bis %3</translation>
        </message>
        <message>
            <source>Price level of %1 on %2</source>
            <translation>Kursstand von %1 am %2</translation>
        </message>
        <message>
            <source>Market value of %1 on %2</source>
            <translation>Börsenwert von %1 am %2</translation>
        </message>
        <message>
            <source>Price of %1 on %2</source>
            <translation>Kurs von %1 am %2</translation>
        </message>
        <message>
            <source>Market value of %1: loss on %2</source>
            <translation>Börsenwert von %1: Verlust am %2</translation>
        </message>
        <message>
            <source>Price of %1: loss on %2</source>
            <translation>Kurs von %1: Verlust am %2</translation>
        </message>
        <message>
            <source>Market value of %1: gain on %2</source>
            <translation>Börsenwert von %1: Gewinn am %2</translation>
        </message>
        <message>
            <source>Price of %1: gain on %2</source>
            <translation>Kurs von %1: Gewinn am %2</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>keine Daten</translation>
        </message>
        <message>
            <source>computed %1</source>
            <extracomment>%1: an amount that quotes and share count give</extracomment>
            <translation>berechnet %1</translation>
        </message>
        <message>
            <source>close %1</source>
            <extracomment>%1: what the session closed with</extracomment>
            <translation>Schluss %1</translation>
        </message>
        <message>
            <source>from %1</source>
            <extracomment>%1: the least that a number with "at least" can mean</extracomment>
            <translation>ab %1</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <extracomment>the ends of an interval</extracomment>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>That is %1.</source>
            <extracomment>an amount in a second currency</extracomment>
            <translation>Das sind %1.</translation>
        </message>
        <message>
            <source>%1 (%2): %3</source>
            <extracomment>a stated number, its publisher, its verdict: “−17% (Kontorblatt): confirmed (close)”</extracomment>
            <translation>%1 (%2): %3</translation>
        </message>
        <message>
            <source>Stated were: %1.</source>
            <extracomment>%1: a list of stated numbers and what they are worth</extracomment>
            <translation>Angegeben wurden: %1.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln number(s) stated, and no data to check them with.</source>
            <translation>
                <numerusform>Eine Aussage, aber keine Daten, um sie zu prüfen.</numerusform>
                <numerusform>%Ln Aussagen, aber keine Daten, um sie zu prüfen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln stated number(s) fit the computed change, %2.</source>
            <extracomment>%1: how many of them; %2: an amount</extracomment>
            <translation>
                <numerusform>%1 von %Ln Aussage passt zur berechneten Änderung, %2.</numerusform>
                <numerusform>%1 von %Ln Aussagen passen zur berechneten Änderung, %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln stated number(s) fit the close, %2.</source>
            <translation>
                <numerusform>%1 von %Ln Aussage passt zum Schluss, %2.</numerusform>
                <numerusform>%1 von %Ln Aussagen passen zum Schluss, %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln was/were reached during the session only.</source>
            <translation>
                <numerusform>Eine wurde nur im Handelsverlauf erreicht.</numerusform>
                <numerusform>%Ln wurden nur im Handelsverlauf erreicht.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln fit(s) another basis.</source>
            <translation>
                <numerusform>Eine passt zu einem anderen Bezug.</numerusform>
                <numerusform>%Ln passen zu einem anderen Bezug.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln fit(s) nothing that was measured.</source>
            <translation>
                <numerusform>Eine passt zu nichts, was gemessen wurde.</numerusform>
                <numerusform>%Ln passen zu nichts, was gemessen wurde.</numerusform>
            </translation>
        </message>
        <message>
            <source>no quote of %1</source>
            <translation>Kurs vom %1 fehlt</translation>
        </message>
        <message>
            <source>no share count</source>
            <translation>Aktienzahl fehlt</translation>
        </message>
        <message>
            <source>no exchange rate</source>
            <translation>Wechselkurs fehlt</translation>
        </message>
        <message>
            <source>computed</source>
            <comment>what a number is measured against</comment>
            <translation>berechnet</translation>
        </message>
        <message>
            <source>close</source>
            <comment>what a number is measured against</comment>
            <translation>Schluss</translation>
        </message>
        <message>
            <source>low %1</source>
            <extracomment>the lowest that the session reached</extracomment>
            <translation>Tief %1</translation>
        </message>
        <message>
            <source>high %1</source>
            <extracomment>the highest</extracomment>
            <translation>Hoch %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <extracomment>a distance and what it is measured against: "−0.03 pp, low −18.17%"</extracomment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 from the close</source>
            <extracomment>a distance: "−2.6 pp from the close"</extracomment>
            <translation>%1 zum Schluss</translation>
        </message>
        <message>
            <source>range: %1</source>
            <extracomment>%1: the ends of an interval</extracomment>
            <translation>Spanne: %1</translation>
        </message>
        <message>
            <source>round number: ± %1</source>
            <extracomment>half a unit of the last place that a round number states</extracomment>
            <translation>runde Zahl: ± %1</translation>
        </message>
        <message>
            <source>exact: ± %1</source>
            <extracomment>half a unit of the last digit</extracomment>
            <translation>genau: ± %1</translation>
        </message>
        <message numerus="yes">
            <source>Stated were: %1; and %Ln more.</source>
            <extracomment>%1: a list of stated numbers and what they are worth</extracomment>
            <translation>
                <numerusform>Angegeben wurden: %1; und %Ln weitere.</numerusform>
                <numerusform>Angegeben wurden: %1; und %Ln weitere.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln name(s) the session’s range rightly.</source>
            <translation>
                <numerusform>Eine nennt die Handelsspanne richtig.</numerusform>
                <numerusform>%Ln nennen die Handelsspanne richtig.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CsvExport</name>
        <message>
            <source>CSV table (*.csv)</source>
            <translation>CSV-Tabelle (*.csv)</translation>
        </message>
    </context>
    <context>
        <name>DeskState</name>
        <message>
            <source>The saved desk was written by a later version of Tickmark.</source>
            <translation>Die gespeicherte Arbeitsfläche stammt aus einer neueren Version von Tickmark.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” has to be a whole number from 1.</source>
            <translation>In der gespeicherten Arbeitsfläche muss „%1“ eine ganze Zahl ab 1 sein.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” has to be the number of a chart, from 0.</source>
            <translation>In der gespeicherten Arbeitsfläche muss „%1“ die Nummer eines Diagramms sein, ab 0.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” has to be a list.</source>
            <translation>In der gespeicherten Arbeitsfläche muss „%1“ eine Liste sein.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” has to be an object.</source>
            <translation>In der gespeicherten Arbeitsfläche muss „%1“ ein Objekt sein.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” has to be a number above 0, 1000 at most.</source>
            <translation>In der gespeicherten Arbeitsfläche muss „%1“ eine Zahl über 0 sein, höchstens 1000.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” has to be a list of symbols.</source>
            <translation>In der gespeicherten Arbeitsfläche muss „%1“ eine Liste von Symbolen sein.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” has to be a list of symbols, each once.</source>
            <translation>In der gespeicherten Arbeitsfläche muss „%1“ eine Liste von Symbolen sein, jedes nur einmal.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” has to be one of %2.</source>
            <translation>In der gespeicherten Arbeitsfläche muss „%1“ eines von %2 sein.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” has to be true or false.</source>
            <translation>In der gespeicherten Arbeitsfläche muss „%1“ true oder false sein.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” has to be a date such as 2025-01-27.</source>
            <translation>In der gespeicherten Arbeitsfläche muss „%1“ ein Datum wie 2025-01-27 sein.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” has to be a time such as 2025-01-27T14:30:00Z.</source>
            <translation>In der gespeicherten Arbeitsfläche muss „%1“ eine Zeit wie 2025-01-27T14:30:00Z sein.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” has to name two dates, “from” and “to”.</source>
            <translation>In der gespeicherten Arbeitsfläche muss „%1“ zwei Daten nennen, „from“ und „to“.</translation>
        </message>
        <message>
            <source>In the saved desk, “%1” ends before it begins.</source>
            <translation>In der gespeicherten Arbeitsfläche endet „%1“, bevor es beginnt.</translation>
        </message>
        <message>
            <source>The saved desk is not a JSON object.</source>
            <translation>Die gespeicherte Arbeitsfläche ist kein JSON-Objekt.</translation>
        </message>
    </context>
    <context>
        <name>ExplanationText</name>
        <message>
            <source>The text names no instrument for this number.</source>
            <translation>Der Text nennt zu dieser Zahl kein Instrument.</translation>
        </message>
        <message>
            <source>The store holds no quotes of %1.</source>
            <translation>%1: Die Datenbank enthält keine Kurse.</translation>
        </message>
        <message>
            <source>No session of %1 is known that the text can mean.</source>
            <translation>%1: Es ist kein Handelstag bekannt, den der Text meinen kann.</translation>
        </message>
        <message>
            <source>There was no session of %1 on %2.</source>
            <translation>%1: Am %2 wurde nicht gehandelt, es war kein Handelstag.</translation>
        </message>
        <message>
            <source>There is no usable quote of %1 on %2.</source>
            <translation>%1: Für den %2 liegt kein brauchbarer Kurs vor.</translation>
        </message>
        <message>
            <source>The close of %1 on %2, from which the move counts, is missing.</source>
            <translation>%1: Der Schlusskurs vom %2, von dem aus die Veränderung zählt, fehlt.</translation>
        </message>
        <message>
            <source>No count of the shares of %1 is dated by %2.</source>
            <translation>%1: Es liegt keine Aktienzahl mit einem Stand bis zum %2 vor.</translation>
        </message>
        <message>
            <source>There is no exchange rate into %1 on %2.</source>
            <translation>Für die Umrechnung in %1 fehlt der Wechselkurs vom %2.</translation>
        </message>
        <message>
            <source>The quotes of %1 are not in %2.</source>
            <translation>%1: Die Kurse lauten nicht auf %2.</translation>
        </message>
        <message>
            <source>The nearest session with a quote is %1.</source>
            <translation>Der nächstgelegene Handelstag mit einem Kurs ist der %1.</translation>
        </message>
        <message>
            <source>Against the nearest close before it, on %1, the move is %2.</source>
            <translation>Gegenüber dem letzten Schlusskurs davor, vom %1, beträgt die Veränderung %2.</translation>
        </message>
        <message>
            <source>The nearest session with a quote is %1, with a move of %2.</source>
            <translation>Der nächstgelegene Handelstag mit einem Kurs ist der %1 (Veränderung: %2).</translation>
        </message>
        <message>
            <source>%1 opened at %2 on %3, %4 against the close of %5 on %6.</source>
            <translation>%1: Eröffnungskurs %2 am %3, das sind %4 gegenüber dem Schlusskurs von %5 am %6.</translation>
        </message>
        <message>
            <source>Added up, the daily moves of %1 (%2) make %3.</source>
            <translation>%1: Die Tagesveränderungen (%2) ergeben zusammengezählt %3.</translation>
        </message>
        <message>
            <source>The number fits the session before the stated one.</source>
            <translation>Die Zahl passt zum Handelstag vor dem genannten.</translation>
        </message>
        <message>
            <source>The number fits the session after the stated one.</source>
            <translation>Die Zahl passt zum Handelstag nach dem genannten.</translation>
        </message>
        <message numerus="yes">
            <source>The number fits a span of %n session(s).</source>
            <translation>
                <numerusform>Die Zahl passt zu einem Zeitraum von %n Handelstag.</numerusform>
                <numerusform>Die Zahl passt zu einem Zeitraum von %n Handelstagen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The number fits the closes as they stood, not adjusted for the split in between.</source>
            <translation>Die Zahl passt zu den unbereinigten Schlusskursen, ohne den dazwischenliegenden Aktiensplit.</translation>
        </message>
        <message>
            <source>Over the stated time the move is %1.</source>
            <translation>Im genannten Zeitraum beträgt die Veränderung %1.</translation>
        </message>
        <message>
            <source>The nearest that the session came to the number is %1, which leaves it off by %2.</source>
            <translation>Im Handelsverlauf kam der Wert %1 der Zahl am nächsten; die Abweichung beträgt %2.</translation>
        </message>
        <message>
            <source>The number in the text is off by %1.</source>
            <translation>Die Zahl im Text weicht um %1 ab.</translation>
        </message>
        <message>
            <source>%1 closed at %2 on %3.</source>
            <translation>%1: Schlusskurs %2 am %3.</translation>
        </message>
        <message>
            <source>%1 closed at %2 on %3, after %4 on %5: %6.</source>
            <translation>%1: Schlusskurs %2 am %3, nach %4 am %5 (%6).</translation>
        </message>
        <message>
            <source>%1 shares of %2 (%3) times the move from %4 on %5 to %6 on %7 make %8.</source>
            <translation>%1 Aktien von %2 (Stand %3) mal der Kursveränderung von %4 am %5 auf %6 am %7 ergeben %8.</translation>
        </message>
        <message>
            <source>It is converted at %1 (%2, %3).</source>
            <translation>Umgerechnet wurde zum Kurs von %1 (%2, %3).</translation>
        </message>
        <message>
            <source>On %1, %2 traded between %3 and %4.</source>
            <translation>%2: Handelsspanne %3 bis %4 am %1.</translation>
        </message>
        <message>
            <source>At the close it stood at %1.</source>
            <translation>Zum Handelsschluss stand der Kurs bei %1.</translation>
        </message>
        <message>
            <source>At the close it stood at %1 (%2).</source>
            <translation>Zum Handelsschluss stand der Kurs bei %1 (%2).</translation>
        </message>
        <message>
            <source>It closed up %1, at %2.</source>
            <translation>Zum Handelsschluss lag der Kurs um %1 im Plus, bei %2.</translation>
        </message>
        <message>
            <source>It closed down %1, at %2.</source>
            <translation>Zum Handelsschluss lag der Kurs um %1 im Minus, bei %2.</translation>
        </message>
        <message>
            <source>Of those named together, %1 went furthest.</source>
            <translation>Stärkste Bewegung unter den zusammen genannten: %1.</translation>
        </message>
        <message>
            <source>The session is still open: the verdict is provisional.</source>
            <translation>Der Handelstag läuft noch: Das Urteil ist vorläufig.</translation>
        </message>
        <message>
            <source>Source: %1.</source>
            <translation>Quelle: %1.</translation>
        </message>
        <message>
            <source>Before the opening on %1, %2 stood as low as %3 against the close of %4 on %5.</source>
            <translation>%2: vorbörsliches Tief am %1 %3 gegenüber dem Schlusskurs von %4 am %5.</translation>
        </message>
        <message>
            <source>Before the opening on %1, %2 stood as high as %3 against the close of %4 on %5.</source>
            <translation>%2: vorbörsliches Hoch am %1 %3 gegenüber dem Schlusskurs von %4 am %5.</translation>
        </message>
        <message>
            <source>The number fits the session before the one meant.</source>
            <translation>Die Zahl passt zum Handelstag vor dem gemeinten.</translation>
        </message>
        <message>
            <source>The number fits the session after the one meant.</source>
            <translation>Die Zahl passt zum Handelstag nach dem gemeinten.</translation>
        </message>
        <message>
            <source>On the day meant the move is %1.</source>
            <translation>Am gemeinten Handelstag beträgt die Veränderung %1.</translation>
        </message>
        <message>
            <source>On %1, %2 traded between %3 and %4, as low as %5 against the close of %6 on %7.</source>
            <translation>%2: Handelsspanne %3 bis %4 am %1, im Tief %5 gegenüber dem Schlusskurs von %6 am %7.</translation>
        </message>
        <message>
            <source>On %1, %2 traded between %3 and %4, as high as %5 against the close of %6 on %7.</source>
            <translation>%2: Handelsspanne %3 bis %4 am %1, im Hoch %5 gegenüber dem Schlusskurs von %6 am %7.</translation>
        </message>
        <message>
            <source>The quotes of %1 end on %2, before the session of %3 that the text speaks of.</source>
            <translation>Die Kurse von %1 enden am %2, vor dem Handelstag %3, von dem der Text spricht.</translation>
        </message>
        <message>
            <source>%1 opened at %2 on %3.</source>
            <translation>%1 eröffnete am %3 bei %2.</translation>
        </message>
        <message>
            <source>The text speaks of the opening, but the number fits the close.</source>
            <translation>Der Text spricht von der Eröffnung, die Zahl passt aber zum Schlusskurs.</translation>
        </message>
        <message>
            <source>The nearest that the sessions came to the number is %1, which leaves it off by %2.</source>
            <translation>Im Verlauf der Handelstage kam der Wert %1 der Zahl am nächsten; die Abweichung beträgt %2.</translation>
        </message>
        <message>
            <source>The number fits the close as it was traded; a split has come since.</source>
            <translation>Die Zahl passt zum Schlusskurs, wie er gehandelt wurde; seitdem gab es einen Split.</translation>
        </message>
        <message>
            <source>The source rounds its prices in the shares of today; in those of that day they are known to ±%1 only.</source>
            <translation>Die Quelle rundet ihre Kurse auf die heutige Stückelung; in der damaligen sind sie nur auf ±%1 genau bekannt.</translation>
        </message>
        <message>
            <source>The close of %1 is from %2, that of %3 from %4.</source>
            <translation>Der Schluss vom %1 stammt von %2, der vom %3 von %4.</translation>
        </message>
        <message>
            <source>%1 does not agree: its close of %2 is %3.</source>
            <translation>%1 stimmt damit nicht überein: Dort lautet der Schluss vom %2 %3.</translation>
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
        <message>
            <source>The printer did not take the chart.</source>
            <translation>Der Drucker hat das Diagramm nicht angenommen.</translation>
        </message>
        <message>
            <source>Paper measures %1 to %2 mm a side.</source>
            <translation>Papier misst %1 bis %2 mm je Seite.</translation>
        </message>
        <message>
            <source>The table needs room for temporary files in %1, which is full or protected.</source>
            <translation>Die Tabelle braucht Platz für Zwischendateien in %1; dort ist das Laufwerk voll oder der Ordner geschützt.</translation>
        </message>
        <message>
            <source>A page of this width has to be at least %1 mm high for its panes.</source>
            <translation>Bei dieser Breite muss die Seite für ihre Diagramme mindestens %1 mm hoch sein.</translation>
        </message>
    </context>
    <context>
        <name>ExportPlan</name>
        <message>
            <source>There is no chart to export.</source>
            <translation>Es gibt kein Diagramm zu exportieren.</translation>
        </message>
    </context>
    <context>
        <name>ExportPreset</name>
        <message>
            <source>Newspaper column, 90 mm wide</source>
            <translation>Zeitungsspalte, 90 mm breit</translation>
        </message>
        <message>
            <source>A4 portrait</source>
            <translation>A4 Hochformat</translation>
        </message>
        <message>
            <source>A4 landscape</source>
            <translation>A4 Querformat</translation>
        </message>
        <message>
            <source>Slide, 16:9</source>
            <translation>Folie, 16:9</translation>
        </message>
        <message>
            <source>Square, 1080 pixels</source>
            <translation>Quadrat, 1080 Pixel</translation>
        </message>
    </context>
    <context>
        <name>Feed</name>
        <message>
            <source>The feed is empty.</source>
            <translation>Der Feed ist leer.</translation>
        </message>
        <message>
            <source>This is a web page, not a feed. Look there for the address of its RSS or Atom feed.</source>
            <translation>Das ist eine Webseite, kein Feed. Suchen Sie dort nach der Adresse des RSS- oder Atom-Feeds.</translation>
        </message>
        <message>
            <source>This is a text, not a feed: “%1”</source>
            <translation>Das ist ein Text, kein Feed: „%1“</translation>
        </message>
        <message>
            <source>This is a binary file, not a feed.</source>
            <translation>Das ist eine Binärdatei, kein Feed.</translation>
        </message>
        <message>
            <source>The feed has %1 MB; no more than %2 MB are read.</source>
            <translation>Der Feed hat %1 MB; gelesen werden höchstens %2 MB.</translation>
        </message>
        <message>
            <source>This XML file is no news feed: its first element is “%1”, not that of RSS or Atom.</source>
            <translation>Diese XML-Datei ist kein Nachrichten-Feed: Ihr erstes Element ist „%1“, nicht das von RSS oder Atom.</translation>
        </message>
        <message>
            <source>This JSON file is no news feed: neither a JSON Feed nor a list of articles by GDELT.</source>
            <translation>Diese JSON-Datei ist kein Nachrichten-Feed: weder ein JSON Feed noch eine Artikelliste von GDELT.</translation>
        </message>
        <message>
            <source>The feed is no valid JSON: it is damaged or cut off at byte %1.</source>
            <translation>Der Feed ist kein gültiges JSON: Er ist bei Byte %1 beschädigt oder abgeschnitten.</translation>
        </message>
        <message>
            <source>The feed is cut off in line %1; there is nothing before that could be kept.</source>
            <translation>Der Feed ist in Zeile %1 abgeschnitten; davor steht nichts, was sich verwenden lässt.</translation>
        </message>
        <message>
            <source>The feed declares entities or a document type of its own in line %1; such feeds are not read, because they can do harm.</source>
            <translation>Der Feed legt in Zeile %1 eigene Entitäten oder einen eigenen Dokumenttyp fest; solche Feeds werden nicht gelesen, weil sie Schaden anrichten können.</translation>
        </message>
        <message>
            <source>The feed is ill-formed at line %1; there is nothing before that could be kept.</source>
            <translation>Der Feed ist in Zeile %1 fehlerhaft aufgebaut; davor steht nichts, was sich verwenden lässt.</translation>
        </message>
        <message numerus="yes">
            <source>The feed is cut off in line %1; the %n item(s) before that were read.</source>
            <translation>
                <numerusform>Der Feed ist in Zeile %1 abgeschnitten; die eine Meldung davor wurde gelesen.</numerusform>
                <numerusform>Der Feed ist in Zeile %1 abgeschnitten; die %n Meldungen davor wurden gelesen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The feed declares entities or a document type of its own in line %1, which can do harm; the %n item(s) before that were read.</source>
            <translation>
                <numerusform>Der Feed legt in Zeile %1 eigene Entitäten oder einen eigenen Dokumenttyp fest, was Schaden anrichten kann; die eine Meldung davor wurde gelesen.</numerusform>
                <numerusform>Der Feed legt in Zeile %1 eigene Entitäten oder einen eigenen Dokumenttyp fest, was Schaden anrichten kann; die %n Meldungen davor wurden gelesen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The feed is nested too deeply in line %1; the %n item(s) before that were read.</source>
            <translation>
                <numerusform>Der Feed ist in Zeile %1 zu tief verschachtelt; die eine Meldung davor wurde gelesen.</numerusform>
                <numerusform>Der Feed ist in Zeile %1 zu tief verschachtelt; die %n Meldungen davor wurden gelesen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The feed is ill-formed at line %1; the %n item(s) before that were read.</source>
            <translation>
                <numerusform>Der Feed ist in Zeile %1 fehlerhaft aufgebaut; die eine Meldung davor wurde gelesen.</numerusform>
                <numerusform>Der Feed ist in Zeile %1 fehlerhaft aufgebaut; die %n Meldungen davor wurden gelesen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The feed has very many items; the first %1 were read.</source>
            <translation>Der Feed hat sehr viele Meldungen; die ersten %1 wurden gelesen.</translation>
        </message>
        <message>
            <source>Texts of the feed that are longer than any news were cut.</source>
            <translation>Texte des Feeds, die länger sind als jede Nachricht, wurden gekürzt.</translation>
        </message>
        <message>
            <source>The feed's encoding “%1” is not known; some letters may be wrong.</source>
            <translation>Die Zeichenkodierung „%1“ des Feeds ist unbekannt; einzelne Buchstaben können falsch sein.</translation>
        </message>
        <message>
            <source>The feed says that it is encoded as “%1”, which it is not; some letters may be wrong.</source>
            <translation>Der Feed gibt „%1“ als Zeichenkodierung an, was nicht stimmt; einzelne Buchstaben können falsch sein.</translation>
        </message>
        <message>
            <source>The feed is nested too deeply in line %1; there is nothing before that could be kept.</source>
            <translation>Der Feed ist in Zeile %1 zu tief verschachtelt; davor steht nichts, was sich behalten ließe.</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) without a title and a text were left out.</source>
            <translation>
                <numerusform>%n Meldung ohne Überschrift und Text wurde ausgelassen.</numerusform>
                <numerusform>%n Meldungen ohne Überschrift und Text wurden ausgelassen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FetchCommand</name>
        <message>
            <source>Fetches what is new since the last time: quotes and headlines of the sources that are named, or of all that are enabled. See: tickmark source --help</source>
            <translation>Ruft ab, was seit dem letzten Mal hinzugekommen ist: Kurse und Schlagzeilen der genannten oder aller eingeschalteten Quellen. Siehe: tickmark source --help</translation>
        </message>
        <message>
            <source>The sources, by name.</source>
            <translation>Die Quellen, mit Namen.</translation>
        </message>
        <message>
            <source>How far back to go, in place of what each source says.</source>
            <translation>Wie weit zurück abgerufen wird, anstelle der Angabe der Quellen.</translation>
        </message>
        <message>
            <source>“-” reads the key of the one source from standard input, for systems without a keychain.</source>
            <translation>„-“ liest den Schlüssel der einen Quelle von der Standardeingabe, für Systeme ohne Schlüsselbund.</translation>
        </message>
        <message>
            <source>“%1” is no date; a date is written 2025-01-27.</source>
            <translation>„%1“ ist kein Datum; ein Datum schreibt man 2025-01-27.</translation>
        </message>
        <message>
            <source>--key belongs to one source: name it.</source>
            <translation>--key gehört zu einer Quelle: Nennen Sie sie.</translation>
        </message>
        <message>
            <source>Interrupted. What had come by then is in the store.</source>
            <translation>Abgebrochen. Was bis dahin eingetroffen war, steht in der Datenbank.</translation>
        </message>
        <message>
            <source>%1 of %2: %3</source>
            <comment>answers, of so many, source</comment>
            <translation>%1 von %2: %3</translation>
        </message>
        <message>
            <source>No source is set up to be fetched, or none is enabled. Add one with tickmark source add, enable one with tickmark source edit NAME --enabled on.</source>
            <translation>Es ist keine Quelle zum Abrufen eingerichtet oder keine eingeschaltet. Fügen Sie eine mit tickmark source add hinzu oder schalten Sie eine mit tickmark source edit NAME --enabled on ein.</translation>
        </message>
        <message>
            <source>--since lies ahead: there is nothing to fetch yet.</source>
            <translation>--since liegt in der Zukunft: Dort gibt es noch nichts abzurufen.</translation>
        </message>
        <message>
            <source>Streams live trades until Ctrl+C, in place of fetching once: of the sources that are named, or of all that are enabled and can be streamed. With --json the state of all streams is a line each time it changes.</source>
            <translation>Verfolgt Abschlüsse live bis Strg+C, statt einmal abzurufen: von den genannten Quellen oder von allen aktiven, die das können. Mit --json wird der Stand aller Quellen bei jeder Änderung als eine Zeile ausgegeben.</translation>
        </message>
        <message>
            <source>--since and --follow exclude each other: what is missing is fetched while a stream runs.</source>
            <translation>--since und --follow schließen sich aus: Was fehlt, wird während der Live-Verfolgung nachgeladen.</translation>
        </message>
        <message>
            <source>A stream has no table: --csv does not go with --follow, --json does.</source>
            <translation>Live-Abschlüsse ergeben keine Tabelle: --csv passt nicht zu --follow, wohl aber --json.</translation>
        </message>
        <message>
            <source>“%1” cannot be streamed: its provider has no live trades.</source>
            <translation>„%1“ lässt sich nicht live verfolgen: Der Anbieter hat keine Live-Abschlüsse.</translation>
        </message>
        <message>
            <source>No source that is enabled can be streamed. Kraken, Coinbase, Binance and Finnhub can: add one with tickmark source add.</source>
            <translation>Keine aktive Quelle lässt sich live verfolgen. Möglich ist das mit Kraken, Coinbase, Binance und Finnhub: Legen Sie eine davon mit tickmark source add an.</translation>
        </message>
    </context>
    <context>
        <name>FetchPrinter</name>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Bis</translation>
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
            <source>Error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <comment>source, instrument, why it failed</comment>
            <translation>%1, %2: %3</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>source, why it failed</comment>
            <translation>%1: %2</translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln item(s) were not asked for any more after that.</source>
            <translation>
                <numerusform>%1: %Ln weiterer Abruf unterblieb danach.</numerusform>
                <numerusform>%1: %Ln weitere Abrufe unterblieben danach.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln new row(s) look wrong (a price of zero, a jump, a day without a session ...) and were kept. See “Data quality” in the window.</source>
            <comment>source, or source and instrument</comment>
            <translation>
                <numerusform>%1: %Ln neue Zeile sieht falsch aus (ein Kurs von null, ein Sprung, ein Tag ohne Handel …) und wurde behalten. Siehe „Datenqualität“ im Fenster.</numerusform>
                <numerusform>%1: %Ln neue Zeilen sehen falsch aus (ein Kurs von null, ein Sprung, ein Tag ohne Handel …) und wurden behalten. Siehe „Datenqualität“ im Fenster.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln item(s) were under way then and are not complete.</source>
            <translation>
                <numerusform>%1: %Ln Abruf lief zu diesem Zeitpunkt noch und ist unvollständig.</numerusform>
                <numerusform>%1: %Ln Abrufe liefen zu diesem Zeitpunkt noch und sind unvollständig.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln single bar(s) came without a complete price (open, high, low, close) and were left out.</source>
            <comment>source and instrument</comment>
            <translation>
                <numerusform>%1: %Ln einzelne Kerze kam ohne vollständigen Kurs (Eröffnung, Hoch, Tief, Schluss) und wurde ausgelassen.</numerusform>
                <numerusform>%1: %Ln einzelne Kerzen kamen ohne vollständigen Kurs (Eröffnung, Hoch, Tief, Schluss) und wurden ausgelassen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FetchTexts</name>
        <message>
            <source>%1 quotes %2 in %3, and in the store it is quoted in %4. Nothing was stored: name the symbol by which %1 has it in %4, or correct its currency.</source>
            <translation>%1 gibt die Kurse von %2 in %3 an, in der Datenbank stehen sie in %4. Es wurde nichts gespeichert: Nennen Sie das Symbol, unter dem %1 die Kurse in %4 führt, oder berichtigen Sie die Währung.</translation>
        </message>
        <message>
            <source>%1 counts %2 in other shares now and does not give all of its quotes again. Nothing was stored.</source>
            <translation>%1 rechnet %2 jetzt in anderen Stücken (nach einem Aktiensplit) und liefert nicht alle Kurse neu. Es wurde nichts gespeichert.</translation>
        </message>
        <message>
            <source>The file of %1 does not say which instrument it is about. Choose exactly one for this source.</source>
            <translation>Die Datei von %1 sagt nicht, von welchem Instrument sie handelt. Wählen Sie für diese Quelle genau eines aus.</translation>
        </message>
        <message>
            <source>%1 does not have %2.</source>
            <translation>%1 führt %2 nicht.</translation>
        </message>
        <message>
            <source>%1 needs a key.</source>
            <translation>%1 braucht einen Schlüssel.</translation>
        </message>
        <message>
            <source>%1 needs an address.</source>
            <translation>%1 braucht eine Adresse.</translation>
        </message>
        <message>
            <source>%1 has no bars of this length.</source>
            <translation>%1 hat keine Kurse in diesem Zeitabstand.</translation>
        </message>
        <message>
            <source>There is no provider “%1”.</source>
            <translation>Einen Anbieter „%1“ gibt es nicht.</translation>
        </message>
        <message>
            <source>%1 has none of the instruments in the store.</source>
            <translation>%1 führt keines der Instrumente in der Datenbank.</translation>
        </message>
        <message>
            <source>Not fetched any more: %1</source>
            <comment>a sentence why</comment>
            <translation>Nicht mehr abgerufen: %1</translation>
        </message>
        <message>
            <source>The last run of %1 did not get to its end.</source>
            <translation>Der letzte Abruf von %1 kam nicht bis zum Ende.</translation>
        </message>
        <message>
            <source>%1 was stopped before its end.</source>
            <translation>%1 wurde vor dem Ende angehalten.</translation>
        </message>
        <message>
            <source>%1 has other prices of %2 now than those that are stored for the same days. Nothing was stored: say so at the source if splits are in its prices (--splits adjusted), else take back what it brought before.</source>
            <translation>%1 hat jetzt andere Kurse von %2, als für dieselben Tage gespeichert sind. Nichts wurde gespeichert: Geben Sie bei der Quelle an, wenn Splits in ihren Kursen berücksichtigt sind (--splits adjusted), oder nehmen Sie zurück, was sie zuvor gebracht hat.</translation>
        </message>
        <message>
            <source>The keychain did not give access to the key of %1. It may be locked.</source>
            <translation>Der Schlüsselbund gab den Schlüssel von %1 nicht heraus. Er ist vielleicht gesperrt.</translation>
        </message>
        <message>
            <source>The database did not accept what %1 sent. Nothing was stored.</source>
            <translation>Die Datenbank nahm nicht an, was %1 geschickt hat. Es wurde nichts gespeichert.</translation>
        </message>
        <message>
            <source>There is no trading calendar for the exchange “%1” of %2.</source>
            <translation>Für die Börse „%1“ von %2 gibt es keinen Handelskalender.</translation>
        </message>
        <message>
            <source>The file of %1 cannot be unpacked, or does not hold exactly one table.</source>
            <translation>Die Datei von %1 lässt sich nicht entpacken oder enthält nicht genau eine Tabelle.</translation>
        </message>
        <message>
            <source>What %1 sends is not a table of quotes.</source>
            <translation>Was %1 schickt, ist keine Tabelle mit Kursen.</translation>
        </message>
        <message>
            <source>It is not clear how the table of %1 is to be read: which column is which, or how its dates and numbers are written.</source>
            <translation>Es ist nicht klar, wie die Tabelle von %1 zu lesen ist: welche Spalte was enthält oder wie Datum und Zahlen geschrieben sind.</translation>
        </message>
        <message>
            <source>The table of %1 has other columns or times than it is to have.</source>
            <translation>Die Tabelle von %1 hat andere Spalten oder Zeiten, als sie haben soll.</translation>
        </message>
        <message>
            <source>The rows of %1 cannot be used.</source>
            <translation>Die Zeilen von %1 sind nicht zu gebrauchen.</translation>
        </message>
        <message>
            <source>Not fetched to its end: %1</source>
            <comment>a sentence why</comment>
            <translation>Nicht bis zum Ende abgerufen: %1</translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) of %1 could not be used. The first is line %2: %3 It reads: %4</source>
            <translation>
                <numerusform>%Ln Zeile von %1 ist unbrauchbar. Es ist Zeile %2: %3 Sie lautet: %4</numerusform>
                <numerusform>%Ln Zeilen von %1 sind unbrauchbar. Die erste ist Zeile %2: %3 Sie lautet: %4</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 sent an empty file. Check its address.</source>
            <translation>%1 hat eine leere Datei geliefert. Prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>%1 sent a table with a header but no rows. Check its address.</source>
            <translation>%1 hat eine Tabelle mit Kopfzeile, aber ohne Zeilen geliefert. Prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>%1 sent JSON, not a table. Check its address.</source>
            <translation>%1 hat JSON statt einer Tabelle geliefert. Prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>%1 sent a file that is not text. Check its address.</source>
            <translation>%1 hat eine Datei geliefert, die kein Text ist. Prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>%1 asked for a pause until %2 UTC. If you fetch it by name, it is asked at once.</source>
            <translation>%1 hat bis %2 UTC um eine Pause gebeten. Wenn Sie die Quelle beim Abruf beim Namen nennen, wird sie sofort gefragt.</translation>
        </message>
        <message numerus="yes">
            <source>%1 has no complete price (open, high, low, close) of %2 for %Ln session(s), the first on %3. The next run asks once more.</source>
            <translation>
                <numerusform>%1 nennt für %Ln Handelstag keinen vollständigen Kurs (Eröffnung, Hoch, Tief, Schluss) von %2: %3. Der nächste Abruf fragt noch einmal danach.</numerusform>
                <numerusform>%1 nennt für %Ln Handelstage keinen vollständigen Kurs (Eröffnung, Hoch, Tief, Schluss) von %2, zuerst für den %3. Der nächste Abruf fragt noch einmal danach.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 still has no complete price (open, high, low, close) of %2 for %Ln session(s), the first on %3. They stay empty.</source>
            <translation>
                <numerusform>%1 nennt für %Ln Handelstag weiterhin keinen vollständigen Kurs (Eröffnung, Hoch, Tief, Schluss) von %2: %3. Er bleibt leer.</numerusform>
                <numerusform>%1 nennt für %Ln Handelstage weiterhin keinen vollständigen Kurs (Eröffnung, Hoch, Tief, Schluss) von %2, zuerst für den %3. Sie bleiben leer.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 It reads: %2</source>
            <comment>what is wrong with a row of a table, and the row</comment>
            <translation>%1 Sie lautet: %2</translation>
        </message>
    </context>
    <context>
        <name>FileNamePattern</name>
        <message>
            <source>A file name cannot have “%1” in it.</source>
            <translation>Ein Dateiname kann kein „%1“ enthalten.</translation>
        </message>
        <message>
            <source>A file name cannot have control characters in it.</source>
            <translation>Ein Dateiname kann keine Steuerzeichen enthalten.</translation>
        </message>
        <message>
            <source>In a file name, braces stand around one of these words: %1.</source>
            <translation>In einem Dateinamen stehen geschweifte Klammern um eines dieser Wörter: %1.</translation>
        </message>
        <message>
            <source>A file name has no %1; there are %2.</source>
            <translation>%1 gibt es in Dateinamen nicht, sondern nur %2.</translation>
        </message>
        <message>
            <source>The file needs a name.</source>
            <translation>Die Datei braucht einen Namen.</translation>
        </message>
    </context>
    <context>
        <name>FollowCommand</name>
        <message numerus="yes">
            <source>%Ln trade(s) could not be stored; they are asked for again the next time.</source>
            <translation>
                <numerusform>%Ln Abschluss konnte nicht gespeichert werden; er wird beim nächsten Mal nachgeladen.</numerusform>
                <numerusform>%Ln Abschlüsse konnten nicht gespeichert werden; sie werden beim nächsten Mal nachgeladen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Interrupted. What had come by then is in the store.</source>
            <translation>Unterbrochen. Was bis dahin kam, ist in der Datenbank.</translation>
        </message>
    </context>
    <context>
        <name>FollowPrinter</name>
        <message>
            <source>%1, %2</source>
            <comment>source, instrument</comment>
            <translation>%1, %2</translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln gap(s) to be filled.</source>
            <comment>source and instrument</comment>
            <translation>
                <numerusform>%1: %Ln Lücke ist zu füllen.</numerusform>
                <numerusform>%1: %Ln Lücken sind zu füllen.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: no gap is left.</source>
            <comment>source and instrument</comment>
            <translation>%1: Es ist keine Lücke mehr offen.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>source and instrument, why it does not stream</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1: %2 Tried again by itself.</source>
            <comment>source and instrument, why it does not stream</comment>
            <translation>%1: %2 Es wird von selbst erneut versucht.</translation>
        </message>
        <message>
            <source>%1: connecting.</source>
            <comment>source and instrument</comment>
            <translation>%1: Verbindung wird aufgebaut.</translation>
        </message>
        <message>
            <source>%1: live.</source>
            <comment>source and instrument</comment>
            <translation>%1: live.</translation>
        </message>
        <message>
            <source>%1: waiting before the next attempt.</source>
            <comment>source and instrument</comment>
            <translation>%1: Pause vor dem nächsten Versuch.</translation>
        </message>
        <message>
            <source>%1: ended.</source>
            <comment>source and instrument</comment>
            <translation>%1: beendet.</translation>
        </message>
        <message>
            <source>%1: storing what has come.</source>
            <comment>source and instrument</comment>
            <translation>%1: Was gekommen ist, wird gespeichert.</translation>
        </message>
        <message>
            <source>%1 trades stored, %2 a second.</source>
            <comment>a number of trades, another one</comment>
            <translation>%1 Abschlüsse gespeichert, %2 je Sekunde.</translation>
        </message>
    </context>
    <context>
        <name>HeadlineVerdicts</name>
        <message>
            <source>%1: %2</source>
            <extracomment>a stated number and its verdict: "−17%: confirmed (close)"</extracomment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 %2: %3</source>
            <extracomment>an instrument, a number stated of it and the verdict: "NVDA −17%: confirmed (close)"</extracomment>
            <translation>%1 %2: %3</translation>
        </message>
    </context>
    <context>
        <name>Headlines</name>
        <message>
            <source>The headlines were not read to the end.</source>
            <translation>Die Schlagzeilen wurden nicht zu Ende gelesen.</translation>
        </message>
        <message>
            <source>German</source>
            <translation>Deutsch</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Englisch</translation>
        </message>
    </context>
    <context>
        <name>HedgeRules</name>
        <message>
            <source>the number or more</source>
            <translation>der Wert oder mehr</translation>
        </message>
        <message>
            <source>the session’s high or low lies at the number</source>
            <translation>Hoch oder Tief des Handelstags liegt beim Wert</translation>
        </message>
        <message>
            <source>± half a unit of the last digit</source>
            <translation>± eine halbe Einheit der letzten Stelle</translation>
        </message>
        <message>
            <source>from 5% below up to the number, at least a unit of its last digit</source>
            <translation>bis 5 % darunter, mindestens eine Einheit der letzten Stelle</translation>
        </message>
        <message>
            <source>± 5%, at least a unit of its last digit</source>
            <translation>± 5 %, mindestens eine Einheit der letzten Stelle</translation>
        </message>
        <message>
            <source>from the number up to 10% more, at least a unit of its last digit</source>
            <translation>ab dem Wert, bis 10 % mehr, mindestens eine Einheit der letzten Stelle</translation>
        </message>
        <message>
            <source>from 10% below up to the number, at least a unit of its last digit</source>
            <translation>bis 10 % darunter, mindestens eine Einheit der letzten Stelle</translation>
        </message>
    </context>
    <context>
        <name>Hedges</name>
        <message>
            <source>almost</source>
            <translation>fast</translation>
        </message>
        <message>
            <source>about</source>
            <translation>etwa</translation>
        </message>
        <message>
            <source>over</source>
            <translation>über</translation>
        </message>
        <message>
            <source>at least</source>
            <translation>mindestens</translation>
        </message>
        <message>
            <source>at most</source>
            <translation>höchstens</translation>
        </message>
        <message>
            <source>up to</source>
            <translation>bis zu</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>genau</translation>
        </message>
    </context>
    <context>
        <name>HttpTexts</name>
        <message>
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <source>%1 is not an http or https address.</source>
            <translation>%1 ist keine Adresse, die mit http oder https beginnt.</translation>
        </message>
        <message>
            <source>%1 is not encrypted. Use https, or allow plain http for this source.</source>
            <translation>Die Verbindung zu %1 wäre nicht verschlüsselt. Verwenden Sie https, oder erlauben Sie dieser Quelle unverschlüsseltes http.</translation>
        </message>
        <message>
            <source>The host of %1 was not found. Is the network connected?</source>
            <translation>Der Server von %1 wurde nicht gefunden. Besteht eine Verbindung zum Netz?</translation>
        </message>
        <message>
            <source>%1 does not accept connections at the moment.</source>
            <translation>%1 nimmt zurzeit keine Verbindungen an.</translation>
        </message>
        <message>
            <source>The proxy did not let the request to %1 pass. Check the proxy settings of this computer.</source>
            <translation>Der Proxy hat die Anfrage an %1 nicht durchgelassen. Prüfen Sie die Proxy-Einstellungen dieses Rechners.</translation>
        </message>
        <message>
            <source>%1 did not answer in time. Is the network connected?</source>
            <translation>%1 hat nicht rechtzeitig geantwortet. Besteht eine Verbindung zum Netz?</translation>
        </message>
        <message>
            <source>%1 stopped sending before the answer was whole.</source>
            <translation>%1 hat aufgehört zu senden, bevor die Antwort vollständig war.</translation>
        </message>
        <message>
            <source>%1 took too long to answer.</source>
            <translation>%1 hat für die Antwort zu lange gebraucht.</translation>
        </message>
        <message>
            <source>The connection to %1 broke off.</source>
            <translation>Die Verbindung zu %1 ist abgebrochen.</translation>
        </message>
        <message>
            <source>The answer of %1 came incomplete.</source>
            <translation>Die Antwort von %1 kam unvollständig an.</translation>
        </message>
        <message>
            <source>The certificate of %1 has expired or is not valid yet. Is the clock of this computer right?</source>
            <translation>Das Zertifikat von %1 ist abgelaufen oder noch nicht gültig. Geht die Uhr dieses Rechners richtig?</translation>
        </message>
        <message>
            <source>The certificate of %1 comes from nobody this computer trusts. Nothing was sent.</source>
            <translation>Das Zertifikat von %1 stammt von keiner Stelle, der dieser Rechner vertraut. Es wurde nichts gesendet.</translation>
        </message>
        <message>
            <source>The certificate shown by %1 belongs to another host. Nothing was sent. Check the address.</source>
            <translation>Das Zertifikat, mit dem sich %1 ausweist, gehört einem anderen Server. Es wurde nichts gesendet. Prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>No encrypted connection to %1 came about.</source>
            <translation>Eine verschlüsselte Verbindung zu %1 kam nicht zustande.</translation>
        </message>
        <message>
            <source>The answer of %1 cannot be unpacked.</source>
            <translation>Die Antwort von %1 lässt sich nicht entpacken.</translation>
        </message>
        <message>
            <source>The answer of %1 is larger than this source may send.</source>
            <translation>Die Antwort von %1 ist größer, als diese Quelle senden darf.</translation>
        </message>
        <message>
            <source>The answer of %1 is not what a source sends. Check the address.</source>
            <translation>Die Antwort von %1 sieht nicht aus wie die einer Quelle. Prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>What answers at %1 is no web server. Check the address.</source>
            <translation>Unter %1 antwortet kein Webserver. Prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>%1 sends the request round in circles. Check the address.</source>
            <translation>%1 schickt die Anfrage im Kreis herum. Prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>%1 leads to an address without encryption. That was not followed.</source>
            <translation>%1 leitet auf eine unverschlüsselte Adresse weiter. Der Weiterleitung wurde nicht gefolgt.</translation>
        </message>
        <message>
            <source>%1 leads to an address that cannot be trusted with the request. Check the address.</source>
            <translation>%1 leitet auf eine Adresse weiter, der die Anfrage nicht anvertraut werden kann. Prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>%1 asks for a valid key. Check the key of this source.</source>
            <translation>%1 verlangt einen gültigen Schlüssel. Prüfen Sie den Schlüssel dieser Quelle.</translation>
        </message>
        <message>
            <source>%1 refuses access. Check the key and what your account there includes.</source>
            <translation>%1 verweigert den Zugriff. Prüfen Sie den Schlüssel und was Ihr Konto dort umfasst.</translation>
        </message>
        <message>
            <source>There is nothing at %1. Check the address and symbols of this source.</source>
            <translation>Unter %1 ist nichts zu finden. Prüfen Sie Adresse und Symbole dieser Quelle.</translation>
        </message>
        <message>
            <source>%1 has had too many requests and asks for a pause.</source>
            <translation>%1 hat zu viele Anfragen erhalten und bittet um eine Pause.</translation>
        </message>
        <message>
            <source>%1 did not accept the request. Check the settings of this source.</source>
            <translation>%1 hat die Anfrage nicht angenommen. Prüfen Sie die Einstellungen dieser Quelle.</translation>
        </message>
        <message>
            <source>The server of %1 reports an error of its own.</source>
            <translation>Der Server von %1 meldet einen eigenen Fehler.</translation>
        </message>
        <message>
            <source>%1 asks for a log-in, and this source has none to give. Check the address.</source>
            <translation>%1 verlangt eine Anmeldung, und diese Quelle hat keine. Prüfen Sie die Adresse.</translation>
        </message>
    </context>
    <context>
        <name>Import</name>
        <message>
            <source>Not in the store: %1. Add an instrument first: tickmark instrument add SYMBOL --exchange MIC --currency ISO.</source>
            <translation>Nicht in der Datenbank: %1. Legen Sie zuerst ein Instrument an: tickmark instrument add SYMBOL --exchange MIC --currency ISO.</translation>
        </message>
    </context>
    <context>
        <name>ImportCommand</name>
        <message>
            <source>Name at least one file to import.</source>
            <translation>Geben Sie mindestens eine Datei an.</translation>
        </message>
        <message>
            <source>The files.</source>
            <translation>Die Dateien.</translation>
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
            <source>Takes the import of that number back (see: list imports).</source>
            <translation>Nimmt den Import dieser Nummer zurück (siehe: list imports).</translation>
        </message>
        <message>
            <source>“%1” is no time zone; a zone is named like Europe/Berlin.</source>
            <translation>„%1“ ist keine Zeitzone; eine Zone heißt etwa Europe/Berlin.</translation>
        </message>
        <message>
            <source>“%1” is no date; a date is written 2025-01-27.</source>
            <translation>„%1“ ist kein Datum; ein Datum schreibt man 2025-01-27.</translation>
        </message>
        <message>
            <source>The profile %1 cannot be read.</source>
            <translation>Das Profil %1 lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>“%1” is no import's number.</source>
            <translation>„%1“ ist keine Nummer eines Imports.</translation>
        </message>
        <message>
            <source>--undo takes an import's number, --store and --lang, and no files.</source>
            <translation>--undo nimmt die Nummer eines Imports, --store und --lang, aber keine Dateien.</translation>
        </message>
        <message>
            <source>Rows that it brought first are gone also where a later file has them too: %1. Import that file again to have them back.</source>
            <translation>Zeilen, die er zuerst brachte, fehlen nun auch dort, wo eine spätere Datei sie ebenfalls enthält: %1. Importieren Sie diese Datei noch einmal, um sie zurückzuholen.</translation>
        </message>
        <message>
            <source>When a news text without a date was published: a time with its offset, or a date.</source>
            <translation>Wann ein Nachrichtentext ohne Datum erschienen ist: eine Zeit mit ihrem Abstand zu UTC oder ein Datum.</translation>
        </message>
        <message>
            <source>Language of news: de or en; without it, found by itself.</source>
            <translation>Sprache der Nachrichten: de oder en; ohne Angabe wird sie erkannt.</translation>
        </message>
        <message>
            <source>--language is de or en.</source>
            <translation>--language ist de oder en.</translation>
        </message>
        <message>
            <source>%1 holds share counts, for which there is no dry run.</source>
            <translation>%1 enthält Aktienzahlen; für sie gibt es keinen Probelauf.</translation>
        </message>
        <message>
            <source>Import %1 was taken back: %2, %3, %4.</source>
            <extracomment>the parts: "12 rows removed", "1 row restored", "0 former values dropped"</extracomment>
            <translation>Import %1 wurde zurückgenommen: %2, %3, %4.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) removed</source>
            <translation>
                <numerusform>%Ln Zeile entfernt</numerusform>
                <numerusform>%Ln Zeilen entfernt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) restored</source>
            <translation>
                <numerusform>%Ln Zeile wiederhergestellt</numerusform>
                <numerusform>%Ln Zeilen wiederhergestellt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln former value(s) dropped</source>
            <translation>
                <numerusform>%Ln früherer Wert verworfen</numerusform>
                <numerusform>%Ln frühere Werte verworfen</numerusform>
            </translation>
        </message>
        <message>
            <source>Imports CSV files (also .gz, .zip, .zst) of daily or intraday bars, of ticks, of share counts, or of splits and dividends, and news: feeds (RSS, Atom, JSON; up to %1 MB) and plain texts (up to %2 MB). How a file is written is found by itself, and every guess is printed. "-" is standard input.</source>
            <translation>Importiert CSV-Dateien (auch .gz, .zip, .zst) mit Tages- oder Intraday-Kerzen, Ticks, Aktienzahlen oder Splits und Dividenden sowie Nachrichten: Feeds (RSS, Atom, JSON; höchstens %1 MB) und reine Texte (höchstens %2 MB). Wie eine Datei geschrieben ist, wird selbst erkannt und jede Vermutung ausgegeben. „-“ ist die Standardeingabe.</translation>
        </message>
        <message>
            <source>What the files hold: bars, ticks, shares, actions (splits and dividends) or news.</source>
            <translation>Was die Dateien enthalten: bars (Kurse), ticks, shares (Aktienzahlen), actions (Splits und Dividenden) oder news (Nachrichten).</translation>
        </message>
        <message>
            <source>This version imports bars, ticks, shares, actions and news, not “%1”.</source>
            <translation>Diese Version importiert bars, ticks, shares, actions und news, nicht „%1“.</translation>
        </message>
        <message>
            <source>%1 holds splits and dividends, for which there is no dry run.</source>
            <translation>%1 enthält Splits und Dividenden, für die es keinen Probelauf gibt.</translation>
        </message>
        <message>
            <source>--splits-until lies ahead: no price can have splits to come in it.</source>
            <translation>--splits-until liegt in der Zukunft: Kein Kurs kann künftige Splits enthalten.</translation>
        </message>
        <message>
            <source>Of bars only: splits up to that day are in the prices already, as in adjusted histories; without it, prices count as traded on their day.</source>
            <translation>Nur für Kerzen: Splits bis zu diesem Tag stecken schon in den Kursen, wie in bereinigten Kursreihen; ohne diese Angabe gelten Kurse als so gehandelt.</translation>
        </message>
        <message>
            <source>Tells what would happen and stores nothing: of bars, ticks and news.</source>
            <translation>Sagt, was geschehen würde, und speichert nichts: bei Kursen, Ticks und Nachrichten.</translation>
        </message>
        <message>
            <source>%1 holds no bars: --splits-until is about their prices.</source>
            <translation>%1 enthält keine Kerzen: --splits-until betrifft deren Kurse.</translation>
        </message>
        <message>
            <source>Rows that it brought first are gone also where a source brought them too: %1. Fetch again to have them back.</source>
            <translation>Zeilen, die er zuerst brachte, sind auch dort weg, wo eine Quelle sie ebenfalls brachte: %1. Rufen Sie neu ab, um sie wiederzubekommen.</translation>
        </message>
        <message>
            <source>--splits-until is about the prices of bars only.</source>
            <translation>--splits-until betrifft nur die Kurse von Kerzen.</translation>
        </message>
        <message>
            <source>%1 %, %2 rows/s</source>
            <translation>%1 %, %2 Zeilen/s</translation>
        </message>
        <message>
            <source>%1 rows, %2 rows/s</source>
            <translation>%1 Zeilen, %2 Zeilen/s</translation>
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
        <message numerus="yes">
            <source>%n row(s) have a price of zero or below; they were kept.</source>
            <translation>
                <numerusform>%n Zeile hat einen Kurs von null oder darunter; sie wurde übernommen.</numerusform>
                <numerusform>%n Zeilen haben einen Kurs von null oder darunter; sie wurden übernommen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) have more than eight decimals and were rounded.</source>
            <translation>
                <numerusform>%n Zeile hat mehr als acht Nachkommastellen und wurde gerundet.</numerusform>
                <numerusform>%n Zeilen haben mehr als acht Nachkommastellen und wurden gerundet.</numerusform>
            </translation>
        </message>
        <message>
            <source>Feed: %1</source>
            <translation>Feed: %1</translation>
        </message>
        <message numerus="yes">
            <source>What was read before is stored: %Ln tick(s). Importing the whole file again adds what is missing.</source>
            <translation>
                <numerusform>Was davor gelesen wurde, ist gespeichert: %Ln Tick. Wenn Sie die ganze Datei noch einmal importieren, kommt das Fehlende hinzu.</numerusform>
                <numerusform>Was davor gelesen wurde, ist gespeichert: %Ln Ticks. Wenn Sie die ganze Datei noch einmal importieren, kommt das Fehlende hinzu.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln item(s)</source>
            <translation>
                <numerusform>%Ln Nachricht</numerusform>
                <numerusform>%Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln claim(s) found</source>
            <translation>
                <numerusform>%Ln Aussage gefunden</numerusform>
                <numerusform>%Ln Aussagen gefunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln item(s) tell a story again that is there already.</source>
            <translation>
                <numerusform>%Ln Nachricht erzählt noch einmal, was schon vorhanden ist.</numerusform>
                <numerusform>%Ln Nachrichten erzählen noch einmal, was schon vorhanden ist.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln item(s) have no date.</source>
            <translation>
                <numerusform>%Ln Nachricht hat kein Datum.</numerusform>
                <numerusform>%Ln Nachrichten haben kein Datum.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln item(s) have a date that cannot be right: %1</source>
            <translation>
                <numerusform>%Ln Nachricht hat ein Datum, das nicht stimmen kann: %1</numerusform>
                <numerusform>%Ln Nachrichten haben ein Datum, das nicht stimmen kann: %1</numerusform>
            </translation>
        </message>
        <message>
            <source>The time that --published names stands for it.</source>
            <translation>Dafür steht die Zeit aus --published.</translation>
        </message>
        <message>
            <source>The time of the import stands for it.</source>
            <translation>Dafür steht die Zeit des Imports.</translation>
        </message>
        <message>
            <source>%1, split on %2: %3 new for %4 old shares.</source>
            <comment>symbol; date; two numbers</comment>
            <translation>%1, Split am %2: %3 neue für %4 alte Aktien.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln dividend(s)</source>
            <translation>
                <numerusform>%Ln Dividende</numerusform>
                <numerusform>%Ln Dividenden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) in %1 s: %2 rows/s.</source>
            <translation>
                <numerusform>%Ln Zeile in %1 s: %2 Zeilen/s.</numerusform>
                <numerusform>%Ln Zeilen in %1 s: %2 Zeilen/s.</numerusform>
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
        <name>InstrumentKind</name>
        <message>
            <source>Share</source>
            <translation>Aktie</translation>
        </message>
        <message>
            <source>Index</source>
            <translation>Index</translation>
        </message>
        <message>
            <source>ETF</source>
            <translation>ETF</translation>
        </message>
        <message>
            <source>Currency pair</source>
            <translation>Währungspaar</translation>
        </message>
        <message>
            <source>Cryptocurrency</source>
            <translation>Kryptowährung</translation>
        </message>
        <message>
            <source>Commodity</source>
            <translation>Rohstoff</translation>
        </message>
    </context>
    <context>
        <name>LegendVerdicts</name>
        <message>
            <source>%1 %2</source>
            <extracomment>an instrument and a number stated of it: "Nvidia −17%"</extracomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>a stated number and its verdict: "−17%: confirmed (close)"</extracomment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>LexiconReader</name>
        <message>
            <source>The lexicon %1 cannot be used.</source>
            <translation>Das Lexikon %1 kann nicht verwendet werden.</translation>
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
            <source>“%1” is neither a date (2025-01-27) nor a time (2025-01-27T16:40:00Z).</source>
            <translation>„%1“ ist weder ein Datum (2025-01-27) noch eine Zeit (2025-01-27T16:40:00Z).</translation>
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
            <translation>Herausgeber</translation>
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
        <message>
            <source>Only bars, ticks or chunks of this instrument.</source>
            <translation>Nur Kerzen, Ticks oder Blöcke dieses Instruments.</translation>
        </message>
        <message>
            <source>Only these ticks: trade, bid or ask.</source>
            <translation>Nur diese Ticks: trade, bid oder ask.</translation>
        </message>
        <message>
            <source>Say what to list: instruments, bars, ticks, news, sources, imports or chunks.</source>
            <translation>Geben Sie an, was aufgelistet werden soll: instruments, bars, ticks, news, sources, imports oder chunks.</translation>
        </message>
        <message>
            <source>“%1” cannot be listed; say instruments, bars, ticks, news, sources, imports or chunks.</source>
            <translation>„%1“ lässt sich nicht auflisten; möglich sind instruments, bars, ticks, news, sources, imports oder chunks.</translation>
        </message>
        <message>
            <source>Name the instrument whose ticks are to be listed (--symbol).</source>
            <translation>Nennen Sie das Instrument, dessen Ticks aufgelistet werden sollen (--symbol).</translation>
        </message>
        <message>
            <source>--field is trade, bid or ask.</source>
            <translation>--field ist trade, bid oder ask.</translation>
        </message>
        <message>
            <source>Time (UTC)</source>
            <translation>Zeit (UTC)</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Kurs</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Stückzahl</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>First (UTC)</source>
            <translation>Erster (UTC)</translation>
        </message>
        <message>
            <source>Last (UTC)</source>
            <translation>Letzter (UTC)</translation>
        </message>
        <message>
            <source>Ticks</source>
            <translation>Ticks</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>Bytes</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Doppelt</translation>
        </message>
        <message>
            <source>Splits until</source>
            <translation>Splits bis</translation>
        </message>
    </context>
    <context>
        <name>LiveAdvice</name>
        <message>
            <source>Make room on the disk of this database. Nothing else has to be done: what waits is stored then, and only what this computer cannot hold is fetched again.</source>
            <translation>Schaffen Sie Platz auf der Platte dieser Datenbank. Mehr ist nicht zu tun: Was wartet, wird dann gespeichert, und nur was dieser Rechner nicht mehr fassen kann, wird nachgeladen.</translation>
        </message>
        <message>
            <source>Nothing has to be done: the connection is made again by itself.</source>
            <translation>Es ist nichts zu tun: Die Verbindung wird von selbst wieder aufgebaut.</translation>
        </message>
    </context>
    <context>
        <name>LiveMenu</name>
        <message>
            <source>Li&amp;ve</source>
            <comment>menu: stream the trades</comment>
            <translation>Li&amp;ve</translation>
        </message>
        <message>
            <source>Live: %1</source>
            <translation>Live: %1</translation>
        </message>
        <message>
            <source>From %1</source>
            <comment>a source</comment>
            <translation>Von %1</translation>
        </message>
        <message>
            <source>&amp;Off</source>
            <comment>no live stream</comment>
            <translation>&amp;Aus</translation>
        </message>
        <message>
            <source>Set up %1 as a source…</source>
            <translation>%1 als Quelle einrichten …</translation>
        </message>
    </context>
    <context>
        <name>LiveTexts</name>
        <message>
            <source>%1 cannot be streamed: its provider has no live trades.</source>
            <translation>%1 lässt sich nicht live verfolgen: Der Anbieter hat keine Live-Abschlüsse.</translation>
        </message>
        <message>
            <source>The source “%1” is not in the store any more.</source>
            <translation>Die Quelle „%1“ ist nicht mehr in der Datenbank.</translation>
        </message>
        <message>
            <source>%1 is not in the store any more.</source>
            <translation>%1 ist nicht mehr in der Datenbank.</translation>
        </message>
        <message>
            <source>%1 does not give the missing trades of %2 again. The gap stays; it is asked for again from time to time.</source>
            <translation>%1 liefert die fehlenden Abschlüsse von %2 nicht nach. Die Lücke bleibt; von Zeit zu Zeit wird erneut nachgefragt.</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>date, clock time</comment>
            <translation>%1, %2</translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <comment>gaps in time</comment>
            <translation>
                <numerusform>und %Ln weitere</numerusform>
                <numerusform>und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>none; %1 trades were fetched afterwards</source>
            <translation>keine; %1 Abschlüsse wurden nachgeladen</translation>
        </message>
        <message>
            <source>none</source>
            <comment>gaps in time</comment>
            <translation>keine</translation>
        </message>
        <message>
            <source>connecting</source>
            <comment>state of a live stream</comment>
            <translation>verbindet</translation>
        </message>
        <message>
            <source>live</source>
            <comment>state of a live stream</comment>
            <translation>live</translation>
        </message>
        <message>
            <source>not stored</source>
            <comment>state of a live stream: drawn, but the disk does not take it</comment>
            <translation>nicht gespeichert</translation>
        </message>
        <message>
            <source>waiting</source>
            <comment>state of a live stream</comment>
            <translation>wartet</translation>
        </message>
        <message>
            <source>stopped</source>
            <comment>state of a live stream</comment>
            <translation>gestoppt</translation>
        </message>
        <message>
            <source>ending</source>
            <comment>state of a live stream</comment>
            <translation>endet</translation>
        </message>
        <message>
            <source>live, not stored</source>
            <comment>state of a live stream</comment>
            <translation>live, nicht gespeichert</translation>
        </message>
        <message>
            <source>waiting, %1 s</source>
            <comment>state of a live stream: until the next try</comment>
            <translation>wartet, noch %1 s</translation>
        </message>
        <message>
            <source>%1/s</source>
            <comment>trades per second</comment>
            <translation>%1/s</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <comment>milliseconds</comment>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <comment>minutes, seconds</comment>
            <translation>%1 min %2 s</translation>
        </message>
        <message>
            <source>Trades per second</source>
            <translation>Abschlüsse je Sekunde</translation>
        </message>
        <message>
            <source>From network to chart</source>
            <comment>how long a trade takes</comment>
            <translation>Vom Netz bis ins Diagramm</translation>
        </message>
        <message>
            <source>Clock of the exchange</source>
            <translation>Uhr der Börse</translation>
        </message>
        <message>
            <source>Trades since the start</source>
            <translation>Abschlüsse seit dem Start</translation>
        </message>
        <message>
            <source>Last trade</source>
            <translation>Letzter Abschluss</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>noch keiner</translation>
        </message>
        <message>
            <source>Gaps</source>
            <translation>Lücken</translation>
        </message>
        <message>
            <source>Why they stay</source>
            <comment>gaps</comment>
            <translation>Warum sie bleiben</translation>
        </message>
        <message>
            <source>%1 from %2: %3</source>
            <comment>symbol, source, state of its live stream</comment>
            <translation>%1 von %2: %3</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>what it is, its value</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 counts its trades of %2 anew. What was stored before stays; what may be missing in between is a gap.</source>
            <translation>%1 zählt die Abschlüsse von %2 neu. Was vorher gespeichert wurde, bleibt; was dazwischen fehlen kann, ist eine Lücke.</translation>
        </message>
        <message numerus="yes">
            <source>%1; %Ln more wait for the disk</source>
            <comment>trades</comment>
            <translation>
                <numerusform>%1; %Ln weiterer wartet auf die Platte</numerusform>
                <numerusform>%1; %Ln weitere warten auf die Platte</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 until now: no connection</source>
            <comment>gap in time</comment>
            <translation>%1 bis jetzt: keine Verbindung</translation>
        </message>
        <message>
            <source>%1: not filled so far</source>
            <comment>gap in time</comment>
            <translation>%1: noch nicht gefüllt</translation>
        </message>
        <message>
            <source>%1: is being filled</source>
            <comment>gap in time</comment>
            <translation>%1: wird gerade gefüllt</translation>
        </message>
        <message>
            <source>%1: open</source>
            <comment>gap in time</comment>
            <translation>%1: offen</translation>
        </message>
        <message>
            <source>Of these stored</source>
            <comment>trades</comment>
            <translation>Davon gespeichert</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <comment>hours, minutes</comment>
            <translation>%1 h %2 min</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>time, how long</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1 to %2 (%3)</source>
            <comment>two times, how long between them</comment>
            <translation>%1 bis %2 (%3)</translation>
        </message>
        <message>
            <source>Last attempt</source>
            <comment>to fill gaps</comment>
            <translation>Letzter Versuch</translation>
        </message>
    </context>
    <context>
        <name>NameListParser</name>
        <message>
            <source>The list of names %1 cannot be used.</source>
            <translation>Die Namensliste %1 ist nicht verwendbar.</translation>
        </message>
    </context>
    <context>
        <name>NewsImportJob</name>
        <message>
            <source>“%1” is longer than %2 MB: that is no news text.</source>
            <translation>„%1“ ist länger als %2 MB: Das ist kein Nachrichtentext.</translation>
        </message>
        <message>
            <source>“%1” is a table, no news. News are read from feeds (RSS, Atom, RDF, JSON Feed, GDELT JSON) and from plain texts whose first line is the headline.</source>
            <translation>„%1“ ist eine Tabelle und enthält keine Nachrichten. Nachrichten werden aus Feeds (RSS, Atom, RDF, JSON Feed, GDELT-JSON) und aus reinen Texten gelesen, deren erste Zeile die Schlagzeile ist.</translation>
        </message>
    </context>
    <context>
        <name>OutcomeText</name>
        <message numerus="yes">
            <source>%n chart(s) are in %1.</source>
            <translation>
                <numerusform>%n Diagramm steht in %1.</numerusform>
                <numerusform>%n Diagramme stehen in %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) could not be written.</source>
            <translation>
                <numerusform>%n Datei konnte nicht geschrieben werden.</numerusform>
                <numerusform>%n Dateien konnten nicht geschrieben werden.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n headline(s) found no room.</source>
            <translation>
                <numerusform>Für %n Schlagzeile war kein Platz.</numerusform>
                <numerusform>Für %n Schlagzeilen war kein Platz.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <extracomment>%1 are instruments</extracomment>
            <translation>
                <numerusform>%1 und ein weiteres</numerusform>
                <numerusform>%1 und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Not in the chart for lack of quotes: %1.</source>
            <extracomment>%1 are instruments</extracomment>
            <translation>Mangels Kursen nicht im Diagramm: %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n curves in one pane cannot be told apart; several panes or charts can.</source>
            <translation>
                <numerusform>%n Kurve in einem Diagramm ist nicht zu unterscheiden; mehrere Diagramme helfen.</numerusform>
                <numerusform>%n Kurven in einem Diagramm sind nicht zu unterscheiden; in mehreren Diagrammen sind sie es.</numerusform>
            </translation>
        </message>
        <message>
            <source>Exported to %1.</source>
            <translation>Exportiert nach %1.</translation>
        </message>
    </context>
    <context>
        <name>OwnStore</name>
        <message>
            <source>There is no home folder to keep your store in; name one with --store.</source>
            <translation>Es gibt keinen persönlichen Ordner für Ihre Datenbank; nennen Sie eine mit --store.</translation>
        </message>
        <message>
            <source>The folder %1 cannot be made.</source>
            <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
        </message>
        <message>
            <source>Sample case</source>
            <translation>Beispielfall</translation>
        </message>
    </context>
    <context>
        <name>OwnTemplates</name>
        <message>
            <source>A template needs a name.</source>
            <translation>Eine Vorlage braucht einen Namen.</translation>
        </message>
        <message>
            <source>The folder %1 cannot be made.</source>
            <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
        </message>
        <message>
            <source>There is a template “%1” already.</source>
            <translation>Es gibt schon eine Vorlage „%1“.</translation>
        </message>
        <message>
            <source>The template %1 cannot be deleted.</source>
            <translation>Die Vorlage %1 lässt sich nicht löschen.</translation>
        </message>
    </context>
    <context>
        <name>ProviderTexts</name>
        <message>
            <source>%1 has had too many requests and asks for a pause.</source>
            <translation>%1 hat zu viele Anfragen erhalten und bittet um eine Pause.</translation>
        </message>
        <message>
            <source>%1 gives no more today: the quota is used up.</source>
            <translation>%1 liefert heute nichts mehr: Das Kontingent ist aufgebraucht.</translation>
        </message>
        <message>
            <source>%1 does not accept the key. Check the key of this source.</source>
            <translation>%1 nimmt den Schlüssel nicht an. Prüfen Sie den Schlüssel dieser Quelle.</translation>
        </message>
        <message>
            <source>%1 does not give this to your account: another plan is needed.</source>
            <translation>%1 liefert das mit Ihrem Konto nicht: Dafür ist ein anderer Tarif nötig.</translation>
        </message>
        <message>
            <source>%1 does not know this symbol. Give the symbol as it is spelled there.</source>
            <translation>%1 kennt dieses Symbol nicht. Geben Sie es so an, wie es dort geschrieben wird.</translation>
        </message>
        <message>
            <source>%1 does not accept these search words.</source>
            <translation>%1 nimmt diese Suchwörter nicht an.</translation>
        </message>
        <message>
            <source>%1 has nothing for these days.</source>
            <translation>%1 hat für diese Tage nichts.</translation>
        </message>
        <message>
            <source>%1 is out of service for the moment.</source>
            <translation>%1 ist im Moment außer Betrieb.</translation>
        </message>
        <message>
            <source>The answer of %1 is damaged. Nothing of it was kept.</source>
            <translation>Die Antwort von %1 ist beschädigt. Nichts davon wurde übernommen.</translation>
        </message>
        <message>
            <source>CSV over http(s)</source>
            <translation>CSV über http(s)</translation>
        </message>
        <message>
            <source>Feed (RSS, Atom, JSON)</source>
            <translation>Feed (RSS, Atom, JSON)</translation>
        </message>
        <message>
            <source>%1 answered with a web page in place of data. Does this network ask for a log-in?</source>
            <translation>%1 hat mit einer Webseite statt mit Daten geantwortet. Verlangt dieses Netz eine Anmeldung?</translation>
        </message>
        <message>
            <source>%1 answered with something else than it was asked for.</source>
            <translation>%1 hat mit etwas anderem geantwortet als gefragt war.</translation>
        </message>
    </context>
    <context>
        <name>QualityTexts</name>
        <message>
            <source>%1 for %2</source>
            <extracomment>a split: so many new shares for so many old ones</extracomment>
            <translation>%1 für %2</translation>
        </message>
        <message>
            <source>The database knows a split of %1, %2 on %3, but the prices from %4 do not show it (%5 before, %6 after): they have it in them already, and would be adjusted twice.</source>
            <translation>Die Datenbank kennt einen Aktiensplit von %1, %2 am %3, doch die Kurse aus %4 zeigen ihn nicht (davor %5, danach %6): Sie enthalten ihn schon und würden doppelt bereinigt.</translation>
        </message>
        <message>
            <source>The split of %1, %2 on %3, is said to be in the prices from %4, but they still show it: %5 before, %6 after.</source>
            <translation>Der Aktiensplit von %1, %2 am %3, soll in den Kursen aus %4 schon enthalten sein, sie zeigen ihn aber noch: davor %5, danach %6.</translation>
        </message>
        <message>
            <source>The prices of %1 have the split, %2 on %3, once too often in them (source: %4): %5 before, %6 after.</source>
            <translation>Die Kurse von %1 enthalten den Aktiensplit, %2 am %3, einmal zu oft (Quelle: %4): davor %5, danach %6.</translation>
        </message>
        <message>
            <source>The price of %1 moves as in a split, %2 on %3, and stays there (source: %4): %5 before, %6 after. The database knows of no split.</source>
            <translation>Der Kurs von %1 springt wie bei einem Aktiensplit, %2 am %3, und bleibt dort (Quelle: %4): davor %5, danach %6. Die Datenbank kennt keinen Split.</translation>
        </message>
        <message>
            <source>On %1, %2 closed at %3 according to %4 and at %5 according to %6: %7.</source>
            <translation>Am %1 schloss %2 laut %4 bei %3 und laut %6 bei %5: %7.</translation>
        </message>
        <message numerus="yes">
            <source>%1 That is the largest difference; they differ by more than half a percent on %Ln sessions.</source>
            <extracomment>%1: a sentence about the worst of several sessions</extracomment>
            <translation>
                <numerusform>%1 Das ist der größte Unterschied; an %Ln Handelstag weichen sie um mehr als ein halbes Prozent ab.</numerusform>
                <numerusform>%1 Das ist der größte Unterschied; an %Ln Handelstagen weichen sie um mehr als ein halbes Prozent ab.</numerusform>
            </translation>
        </message>
        <message>
            <source>Missing sessions</source>
            <translation>Fehlende Handelstage</translation>
        </message>
        <message>
            <source>Exchange closed</source>
            <translation>Börse geschlossen</translation>
        </message>
        <message>
            <source>Beyond the calendar</source>
            <translation>Außerhalb des Kalenders</translation>
        </message>
        <message>
            <source>Nothing traded</source>
            <translation>Ohne Handel</translation>
        </message>
        <message>
            <source>Jump</source>
            <translation>Kurssprung</translation>
        </message>
        <message>
            <source>Low above high</source>
            <translation>Tief über Hoch</translation>
        </message>
        <message>
            <source>Zero or below</source>
            <translation>Null oder negativ</translation>
        </message>
        <message>
            <source>Twice in the file</source>
            <translation>Doppelt in der Datei</translation>
        </message>
        <message>
            <source>Unknown split</source>
            <translation>Unbekannter Split</translation>
        </message>
        <message>
            <source>Split not in the prices</source>
            <translation>Split nicht in den Kursen</translation>
        </message>
        <message>
            <source>Split not taken out</source>
            <translation>Split nicht bereinigt</translation>
        </message>
        <message>
            <source>Split applied twice</source>
            <translation>Split doppelt bereinigt</translation>
        </message>
        <message>
            <source>Sources disagree</source>
            <translation>Quellen uneins</translation>
        </message>
        <message>
            <source>Note</source>
            <extracomment>how serious it is</extracomment>
            <translation>Hinweis</translation>
        </message>
        <message>
            <source>Warning</source>
            <extracomment>how serious it is</extracomment>
            <translation>Warnung</translation>
        </message>
        <message>
            <source>Error</source>
            <extracomment>how serious it is</extracomment>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <extracomment>%1: a source, %2: length of its bars</extracomment>
            <translation>%1, %2</translation>
        </message>
        <message numerus="yes">
            <source>%Ln h</source>
            <comment>hours</comment>
            <translation>
                <numerusform>%Ln Std.</numerusform>
                <numerusform>%Ln Std.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln min</source>
            <comment>minutes</comment>
            <translation>
                <numerusform>%Ln Min.</numerusform>
                <numerusform>%Ln Min.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln s</source>
            <comment>seconds</comment>
            <translation>
                <numerusform>%Ln Sek.</numerusform>
                <numerusform>%Ln Sek.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln session(s) missing</source>
            <translation>
                <numerusform>%Ln Handelstag fehlt</numerusform>
                <numerusform>%Ln Handelstage fehlen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln bar(s)</source>
            <translation>
                <numerusform>%Ln Kerze</numerusform>
                <numerusform>%Ln Kerzen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln bar(s), %1 the first</source>
            <translation>
                <numerusform>%Ln Kerze, zuerst %1</numerusform>
                <numerusform>%Ln Kerzen, zuerst %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln jump(s), the first from %1 to %2</source>
            <translation>
                <numerusform>%Ln Sprung, von %1 auf %2</numerusform>
                <numerusform>%Ln Sprünge, der erste von %1 auf %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln bar(s), the first with low %1 and high %2</source>
            <translation>
                <numerusform>%Ln Kerze, Tief %1 und Hoch %2</numerusform>
                <numerusform>%Ln Kerzen, zuerst Tief %1 und Hoch %2</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: from %2 to %3</source>
            <extracomment>%1: a split ("10 for 1"), %2 and %3: prices before and after</extracomment>
            <translation>%1: von %2 auf %3</translation>
        </message>
        <message>
            <source>%1 against %2 from %3 (%4)</source>
            <extracomment>%1 and %2: closes, %3: a source, %4: the difference in percent</extracomment>
            <translation>%1 gegen %2 aus %3 (%4)</translation>
        </message>
        <message numerus="yes">
            <source>%1 has no quotes of %Ln session(s) of its exchange (source: %2).</source>
            <translation>
                <numerusform>%1 hat für %Ln Handelstag seiner Börse keinen Kurs (Quelle: %2).</numerusform>
                <numerusform>%1 hat für %Ln Handelstage seiner Börse keine Kurse (Quelle: %2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 has %Ln bar(s) of days on which its exchange was closed, according to the calendar (source: %2).</source>
            <translation>
                <numerusform>%1 hat %Ln Kerze von einem Tag, an dem seine Börse laut Kalender geschlossen war (Quelle: %2).</numerusform>
                <numerusform>%1 hat %Ln Kerzen von Tagen, an denen seine Börse laut Kalender geschlossen war (Quelle: %2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 has %Ln bar(s) of days that the calendar of its exchange does not reach: nobody knows whether sessions are missing there (source: %2).</source>
            <translation>
                <numerusform>%1 hat %Ln Kerze von einem Tag, den der Kalender seiner Börse nicht erfasst: Ob dort Handelstage fehlen, ist nicht bekannt (Quelle: %2).</numerusform>
                <numerusform>%1 hat %Ln Kerzen von Tagen, die der Kalender seiner Börse nicht erfasst: Ob dort Handelstage fehlen, ist nicht bekannt (Quelle: %2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %Ln bar(s) of %1 all four prices are equal and nothing was traded (source: %2).</source>
            <translation>
                <numerusform>In %Ln Kerze von %1 sind alle vier Kurse gleich, und es wurde nichts gehandelt (Quelle: %2).</numerusform>
                <numerusform>In %Ln Kerzen von %1 sind alle vier Kurse gleich, und es wurde nichts gehandelt (Quelle: %2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %Ln bar(s) of %1 the low is above the high, or open or close lie outside them. The first is on %2, low %3, high %4 (source: %5).</source>
            <translation>
                <numerusform>In %Ln Kerze von %1 liegt das Tief über dem Hoch, oder Eröffnung oder Schluss liegen außerhalb: am %2, Tief %3, Hoch %4 (Quelle: %5).</numerusform>
                <numerusform>In %Ln Kerzen von %1 liegt das Tief über dem Hoch, oder Eröffnung oder Schluss liegen außerhalb, zuerst am %2, Tief %3, Hoch %4 (Quelle: %5).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %Ln bar(s) of %1 a price is zero or negative. The first is on %2, at %3 (source: %4).</source>
            <translation>
                <numerusform>In %Ln Kerze von %1 ist ein Kurs null oder negativ: am %2 mit %3 (Quelle: %4).</numerusform>
                <numerusform>In %Ln Kerzen von %1 ist ein Kurs null oder negativ, zuerst am %2 mit %3 (Quelle: %4).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The file had %Ln bar(s) of %1 more than once; the last value stands (source: %2).</source>
            <translation>
                <numerusform>Die Datei hatte %Ln Kerze von %1 mehrfach; der letzte Wert gilt (Quelle: %2).</numerusform>
                <numerusform>Die Datei hatte %Ln Kerzen von %1 mehrfach; der letzte Wert gilt (Quelle: %2).</numerusform>
            </translation>
        </message>
        <message>
            <source>Fetch or import these days again, or choose another source. If the exchange was closed and its calendar does not know, there is nothing to be done.</source>
            <translation>Rufen Sie diese Tage erneut ab, importieren Sie sie noch einmal oder wählen Sie eine andere Quelle. War die Börse geschlossen und der Kalender weiß es nur nicht, ist nichts zu tun.</translation>
        </message>
        <message>
            <source>If the exchange was open, there is nothing to be done: the quotes count. If the source dates them wrongly, choose another source.</source>
            <translation>War die Börse geöffnet, ist nichts zu tun: Die Kurse zählen. Datiert die Quelle falsch, wählen Sie eine andere.</translation>
        </message>
        <message>
            <source>There is nothing to be done: the quotes count.</source>
            <translation>Es ist nichts zu tun: Die Kurse zählen.</translation>
        </message>
        <message>
            <source>Choose another source. While a share is suspended there is nothing to be done.</source>
            <translation>Wählen Sie eine andere Quelle. War die Aktie vom Handel ausgesetzt, ist nichts zu tun.</translation>
        </message>
        <message>
            <source>Compare with another source and correct the bar. If the source changes the unit, from pounds to pence say, fetch the series again or choose another source.</source>
            <translation>Vergleichen Sie mit einer anderen Quelle und korrigieren Sie die Kerze. Wechselt die Quelle die Einheit, etwa von Pfund zu Pence, rufen Sie die Reihe erneut ab oder wählen Sie eine andere Quelle.</translation>
        </message>
        <message>
            <source>Correct the bar, or fetch it again.</source>
            <translation>Korrigieren Sie die Kerze oder rufen Sie sie erneut ab.</translation>
        </message>
        <message>
            <source>If the two values differed, see which one is right and correct the bar.</source>
            <translation>Waren die Werte verschieden, prüfen Sie, welcher stimmt, und korrigieren Sie die Kerze.</translation>
        </message>
        <message>
            <source>If it was a split, fetch or import the splits of this instrument: the prices before are then shown in today's shares. If it was not, there is nothing to be done.</source>
            <translation>War es ein Aktiensplit, rufen Sie die Splits dieses Instruments ab oder importieren Sie sie: Die Kurse davor erscheinen dann in heutigen Aktien. War es keiner, ist nichts zu tun.</translation>
        </message>
        <message>
            <source>Choose the source that you trust. If a single value is wrong, correct the bar.</source>
            <translation>Wählen Sie die Quelle, der Sie vertrauen. Ist nur ein Wert falsch, korrigieren Sie die Kerze.</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %Ln more</source>
            <extracomment>%1: a list of dates</extracomment>
            <translation>
                <numerusform>%1 und %Ln weiterer</numerusform>
                <numerusform>%1 und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Fetch the whole series again, so that all its prices are of one kind, or choose another source. An adjusted history from a file is imported with --splits-until.</source>
            <translation>Rufen Sie die ganze Reihe neu ab, damit alle Kurse von einer Art sind, oder wählen Sie eine andere Quelle. Eine bereinigte Historie aus einer Datei wird mit --splits-until importiert.</translation>
        </message>
        <message>
            <source>From one bar to the next the price of %1 rises to a hundred times or more: from %2 on %3 to %4 on %5 (source: %6).</source>
            <translation>Von einer Kerze zur nächsten steigt der Kurs von %1 auf das Hundertfache oder mehr: von %2 am %3 auf %4 am %5 (Quelle: %6).</translation>
        </message>
        <message>
            <source>From one bar to the next the price of %1 falls to a hundredth or less: from %2 on %3 to %4 on %5 (source: %6).</source>
            <translation>Von einer Kerze zur nächsten fällt der Kurs von %1 auf ein Hundertstel oder weniger: von %2 am %3 auf %4 am %5 (Quelle: %6).</translation>
        </message>
        <message numerus="yes">
            <source>%1 That is the first of %Ln such jumps.</source>
            <extracomment>%1: a sentence about the first of several jumps of a price</extracomment>
            <translation>
                <numerusform>%1 Es ist der erste von %Ln solchen Sprüngen.</numerusform>
                <numerusform>%1 Es ist der erste von %Ln solchen Sprüngen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Compare with another source. If the source changes the unit, from pounds to pence say, fetch the series again or choose another source.</source>
            <translation>Vergleichen Sie mit einer anderen Quelle. Wechselt die Quelle die Einheit, etwa von Pfund zu Pence, rufen Sie die Reihe erneut ab oder wählen Sie eine andere Quelle.</translation>
        </message>
        <message>
            <source>Fetch or import these bars again, or choose another source.</source>
            <translation>Rufen Sie diese Kerzen erneut ab, importieren Sie sie neu oder wählen Sie eine andere Quelle.</translation>
        </message>
    </context>
    <context>
        <name>QuoteProvenance</name>
        <message>
            <source>This quote is not in the store any more.</source>
            <translation>Dieser Kurs ist nicht mehr in der Datenbank.</translation>
        </message>
    </context>
    <context>
        <name>ReadingRules</name>
        <message>
            <source>round number</source>
            <translation>runde Zahl</translation>
        </message>
        <message>
            <source>± half a unit of its place, at most 2.5%</source>
            <translation>± halber Stellenwert, höchstens 2,5 %</translation>
        </message>
        <message>
            <source>range</source>
            <translation>Spanne</translation>
        </message>
        <message>
            <source>both ends, ± half a unit of their last digit</source>
            <translation>beide Enden, ± eine halbe Einheit ihrer letzten Stelle</translation>
        </message>
        <message>
            <source>market value</source>
            <translation>Börsenwert</translation>
        </message>
        <message>
            <source>between closes only, never during the session</source>
            <translation>nur Schluss gegen Schluss, nie im Verlauf</translation>
        </message>
        <message>
            <source>currency</source>
            <translation>Währung</translation>
        </message>
        <message>
            <source>converted at the rate of the session</source>
            <translation>zum Kurs des Handelstags umgerechnet</translation>
        </message>
    </context>
    <context>
        <name>Replay</name>
        <message>
            <source>There are no ticks to play.</source>
            <translation>Es gibt keine Ticks zum Abspielen.</translation>
        </message>
        <message>
            <source>Some of the stored ticks are damaged. Run: tickmark store verify</source>
            <translation>Ein Teil der gespeicherten Ticks ist beschädigt. Rufen Sie auf: tickmark store verify</translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message>
            <source>The report could not be written.</source>
            <translation>Der Bericht konnte nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>A report is written as %1, not as “%2”.</source>
            <translation>Ein Bericht wird als %1 geschrieben, nicht als „%2“.</translation>
        </message>
        <message>
            <source>No daily quotes in the range: %1.</source>
            <translation>Keine Tageskurse im Zeitraum: %1.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln headline(s) were not searched for claims yet.</source>
            <translation>
                <numerusform>%Ln Schlagzeile wurde noch nicht nach Aussagen durchsucht.</numerusform>
                <numerusform>%Ln Schlagzeilen wurden noch nicht nach Aussagen durchsucht.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <extracomment>a range of dates</extracomment>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>Market report</source>
            <translation>Marktbericht</translation>
        </message>
        <message>
            <source>Made on %1</source>
            <translation>Erstellt am %1</translation>
        </message>
        <message>
            <source>Times: %1</source>
            <translation>Zeiten: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n instrument(s)</source>
            <translation>
                <numerusform>%n Instrument</numerusform>
                <numerusform>%n Instrumente</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n headline(s)</source>
            <translation>
                <numerusform>%n Schlagzeile</numerusform>
                <numerusform>%n Schlagzeilen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) checked:</source>
            <translation>
                <numerusform>%n Zahl geprüft:</numerusform>
                <numerusform>%n Zahlen geprüft:</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 confirmed</source>
            <extracomment>a count of numbers in the news: "78 confirmed"</extracomment>
            <translation>%1 bestätigt</translation>
        </message>
        <message>
            <source>%1 only during the session</source>
            <translation>%1 nur im Handelsverlauf</translation>
        </message>
        <message>
            <source>%1 on another basis</source>
            <extracomment>a count of numbers that fit a basis which the text does not state</extracomment>
            <translation>%1 mit anderem Bezug</translation>
        </message>
        <message>
            <source>%1 contradicted</source>
            <translation>%1 abweichend</translation>
        </message>
        <message>
            <source>%1 without data</source>
            <translation>%1 ohne Daten</translation>
        </message>
        <message>
            <source>%1 not attributed</source>
            <translation>%1 ohne Bezug</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <source>Charts</source>
            <translation>Diagramme</translation>
        </message>
        <message>
            <source>Headlines</source>
            <translation>Schlagzeilen</translation>
        </message>
        <message>
            <source>Numbers in the news, checked</source>
            <translation>Zahlen in den Nachrichten, geprüft</translation>
        </message>
        <message>
            <source>Notes on the quotes</source>
            <translation>Hinweise zu den Kursen</translation>
        </message>
        <message>
            <source>How the verdicts come about</source>
            <translation>Wie die Urteile entstehen</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message numerus="yes">
            <source>%n more instrument(s) stand in the summary only: a report draws no more charts than can be compared.</source>
            <translation>
                <numerusform>%n weiteres Instrument steht nur im Überblick: Ein Bericht zeichnet nicht mehr Diagramme, als sich vergleichen lassen.</numerusform>
                <numerusform>%n weitere Instrumente stehen nur im Überblick: Ein Bericht zeichnet nicht mehr Diagramme, als sich vergleichen lassen.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <extracomment>a date and a time of day: "27 Jan 2025, 11:40"</extracomment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Nothing about the stored quotes of this range is suspicious: no sessions without a bar, no broken ranges, no jumps, no sources that disagree.</source>
            <translation>An den gespeicherten Kursen dieses Zeitraums fällt nichts auf: keine Handelstage ohne Kurs, keine widersprüchlichen Spannen, keine Sprünge, keine Quellen, die einander widersprechen.</translation>
        </message>
        <message>
            <source>Instrument</source>
            <translation>Instrument</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>Befund</translation>
        </message>
        <message numerus="yes">
            <source>%n more finding(s) stand in the program under data quality.</source>
            <translation>
                <numerusform>%n weiterer Befund steht im Programm unter Datenqualität.</numerusform>
                <numerusform>%n weitere Befunde stehen im Programm unter Datenqualität.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every number that a headline states about the move or the value of an instrument is held against the stored daily quotes: traded and split-adjusted, never simulated, never adjusted for dividends. A missing quote is said to be missing; it refutes nothing.</source>
            <translation>Jede Zahl, die eine Schlagzeile über die Bewegung oder den Wert eines Instruments nennt, wird an den gespeicherten Tageskursen gemessen: gehandelt und um Splits bereinigt, nie simuliert, nie um Dividenden bereinigt. Fehlt ein Kurs, so steht das da; widerlegt wird damit nichts.</translation>
        </message>
        <message>
            <source>The move between the closes of the stated sessions lies in the interval that the words leave open.</source>
            <translation>Die Veränderung zwischen den Schlusskursen der genannten Handelstage liegt in dem Intervall, das die Worte offenlassen.</translation>
        </message>
        <message>
            <source>The price was traded during the session, but the session did not close there; or the text itself speaks of the session.</source>
            <translation>Der Kurs wurde im Handelsverlauf erreicht, der Handelstag schloss aber nicht dort; oder der Text spricht selbst vom Handelsverlauf.</translation>
        </message>
        <message>
            <source>The number fits another plain basis: the opening, the session before or after, several sessions, the sum of daily percentages.</source>
            <translation>Die Zahl passt zu einem anderen einfachen Bezug: Eröffnung, Handelstag davor oder danach, mehrere Handelstage, Summe der Tagesveränderungen.</translation>
        </message>
        <message>
            <source>The quotes are there and no basis fits; the distance is that to the nearest one.</source>
            <translation>Die Kurse sind da, und kein Bezug passt; genannt wird der Abstand zum nächsten.</translation>
        </message>
        <message>
            <source>A quote, a dated share count or an exchange rate is missing.</source>
            <translation>Es fehlt ein Kurs, eine datierte Aktienzahl oder ein Wechselkurs.</translation>
        </message>
        <message>
            <source>The text names no instrument for the number.</source>
            <translation>Der Text nennt kein Instrument zu der Zahl.</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <extracomment>a publisher and how many headlines are of it</extracomment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Headlines: %1.</source>
            <translation>Schlagzeilen: %1.</translation>
        </message>
        <message>
            <source>%1 %2 shares on %3 (%4)</source>
            <extracomment>an instrument, a count of its shares, the date and the source of that</extracomment>
            <translation>%1 %2 Aktien am %3 (%4)</translation>
        </message>
        <message>
            <source>Share counts: %1.</source>
            <translation>Aktienzahlen: %1.</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Files and addresses</source>
            <translation>Dateien und Adressen</translation>
        </message>
        <message>
            <source>Instruments</source>
            <translation>Instrumente</translation>
        </message>
        <message>
            <source>%1 bn</source>
            <extracomment>a count of shares, in billions</extracomment>
            <translation>%1 Mrd.</translation>
        </message>
        <message>
            <source>%1 m</source>
            <extracomment>a count of shares, in millions</extracomment>
            <translation>%1 Mio.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schlusskurs</translation>
        </message>
        <message>
            <source>Change in %</source>
            <translation>Veränderung in %</translation>
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
            <source>Volume</source>
            <translation>Volumen</translation>
        </message>
        <message>
            <source>simulated</source>
            <translation>simuliert</translation>
        </message>
        <message>
            <source>since %1</source>
            <extracomment>beside a change: the date of the close that it counts from</extracomment>
            <translation>seit %1</translation>
        </message>
        <message>
            <source>There are no headlines in this range.</source>
            <translation>In diesem Zeitraum gibt es keine Schlagzeilen.</translation>
        </message>
        <message numerus="yes">
            <source>%n headline(s) without a number lie outside the trading days of a chart.</source>
            <translation>
                <numerusform>%n Schlagzeile ohne Nummer liegt außerhalb der Handelstage eines Diagramms.</numerusform>
                <numerusform>%n Schlagzeilen ohne Nummer liegen außerhalb der Handelstage eines Diagramms.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 %2: %3</source>
            <extracomment>an instrument, what a text states of it, and the verdict: "Nvidia −17%: confirmed (close)"</extracomment>
            <translation>%1 %2: %3</translation>
        </message>
        <message>
            <source>Stated</source>
            <translation>Genannt</translation>
        </message>
        <message>
            <source>Computed</source>
            <translation>Berechnet</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <source>The headlines of this range state no numbers that can be checked.</source>
            <translation>Die Schlagzeilen dieses Zeitraums nennen keine Zahlen, die sich prüfen lassen.</translation>
        </message>
        <message>
            <source>None of the numbers has such a verdict.</source>
            <translation>Keine der Zahlen hat ein solches Urteil.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln claim(s) repeat a statement of the same headline and are not listed again.</source>
            <translation>
                <numerusform>%Ln Aussage wiederholt eine derselben Schlagzeile und steht nicht noch einmal da.</numerusform>
                <numerusform>%Ln Aussagen wiederholen eine derselben Schlagzeile und stehen nicht noch einmal da.</numerusform>
            </translation>
        </message>
        <message>
            <source>(%1)</source>
            <extracomment>before a headline: its number in the report</extracomment>
            <translation>(%1)</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>a quantity and how it is reckoned: "Close to close: 118.42 ÷ 142.62 − 1 = −16.97%"</extracomment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 %2: %3 (%4)</source>
            <extracomment>one quote: what it is, when, price, source</extracomment>
            <translation>%1 %2: %3 (%4)</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>Seite %1 von %2</translation>
        </message>
        <message>
            <source>The range ends before it begins.</source>
            <translation>Der Zeitraum endet, bevor er beginnt.</translation>
        </message>
        <message>
            <source>A report covers 40 years at most.</source>
            <translation>Ein Bericht umfasst höchstens 40 Jahre.</translation>
        </message>
        <message>
            <source>The store has no daily quotes from %1 to %2.</source>
            <translation>Die Datenbank hat keine Tageskurse vom %1 bis %2.</translation>
        </message>
        <message>
            <source>(continued)</source>
            <extracomment>behind the heading of a table that goes on on another page</extracomment>
            <translation>(Fortsetzung)</translation>
        </message>
        <message numerus="yes">
            <source>%1 %2% from %3 to %4, over %n trading day(s) without a price</source>
            <extracomment>an instrument, its move in percent, two dates; %n trading days between them have no price</extracomment>
            <translation>
                <numerusform>%1 %2 % vom %3 bis zum %4, über einen Handelstag ohne Kurs</numerusform>
                <numerusform>%1 %2 % vom %3 bis zum %4, über %n Handelstage ohne Kurs</numerusform>
            </translation>
        </message>
        <message>
            <source>Gap: a move larger than on the widest day, over days without a price, so that no day is known for it: %1.</source>
            <extracomment>%1 are moves of instruments, parted by semicolons</extracomment>
            <translation>Lücke: eine größere Veränderung als am stärksten Tag, über Tage ohne Kurs hinweg, sodass ihr Tag nicht bekannt ist: %1.</translation>
        </message>
        <message>
            <source>gap: %1</source>
            <extracomment>below the widest day of a table: a larger move over days without a price</extracomment>
            <translation>Lücke: %1</translation>
        </message>
        <message>
            <source>The store has no daily quotes of %1 from %2 to %3.</source>
            <translation>Die Datenbank hat keine Tageskurse von %1 zwischen dem %2 und dem %3.</translation>
        </message>
        <message>
            <source>A stated number stands for an interval: half a unit of its last digit to either side; “almost” reaches 5% below it, “about” 5% to either side, “over” 10% above it, each at least a whole unit of that digit; “up to” is held against the session's extreme. Changes of market value are a dated share count times the move between closes, converted at the rate of the session; they are known to 1%.</source>
            <translation>Eine genannte Zahl steht für ein Intervall: eine halbe Einheit ihrer letzten Stelle nach beiden Seiten; „fast“ reicht 5 % darunter, „rund“ 5 % nach beiden Seiten, „über“ 10 % darüber, jeweils mindestens eine ganze Einheit dieser Stelle; „bis zu“ wird am Extrem des Handelstags gemessen. Veränderungen des Börsenwerts sind eine datierte Aktienzahl mal die Veränderung zwischen Schlusskursen, umgerechnet zum Kurs des Handelstags; sie sind auf 1 % genau.</translation>
        </message>
        <message>
            <source>Verdicts rest also on quotes of %1.</source>
            <extracomment>%1: files, each with the instruments whose quotes it has</extracomment>
            <translation>Urteile stützen sich auch auf Kurse aus %1.</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>file, instruments</comment>
            <extracomment>a file and the instruments whose quotes it has</extracomment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Largest move in %</source>
            <translation>Größte Bewegung in %</translation>
        </message>
        <message>
            <source>Change: from the close of %1 to the last close of the range. High and low: of all sessions in the range. Largest move: from one session's close to the next. Volume: mean of a session. Below a value stands its session.</source>
            <translation>Veränderung: vom Schlusskurs am %1 bis zum letzten Schlusskurs des Zeitraums. Hoch und Tief: über alle Handelstage des Zeitraums. Größte Bewegung: von einem Schlusskurs zum nächsten. Volumen: Mittel eines Handelstags. Unter einem Wert steht sein Handelstag.</translation>
        </message>
    </context>
    <context>
        <name>ReportCommand</name>
        <message>
            <source>This command takes no files but those of its options.</source>
            <translation>Dieser Befehl nimmt keine Dateien außer denen seiner Optionen.</translation>
        </message>
        <message>
            <source>Writes a report on a range of sessions: a summary of the instruments, charts with numbered headlines, the verdicts on their numbers, notes on the quotes, sources. As %1. Needs no display.</source>
            <translation>Schreibt einen Bericht über einen Zeitraum: Überblick über die Instrumente, Diagramme mit nummerierten Schlagzeilen, die Urteile über deren Zahlen, Hinweise zu den Kursen, Quellen. Als %1. Braucht keinen Bildschirm.</translation>
        </message>
        <message>
            <source>First session, YYYY-MM-DD.</source>
            <translation>Erster Handelstag, JJJJ-MM-TT.</translation>
        </message>
        <message>
            <source>Last session, included.</source>
            <translation>Letzter Handelstag, eingeschlossen.</translation>
        </message>
        <message>
            <source>Only these instruments, parted by commas, and what the news say of them.</source>
            <translation>Nur diese Instrumente, durch Kommas getrennt, und was die Nachrichten über sie sagen.</translation>
        </message>
        <message>
            <source>Session whose close changes count from; without it, the first of the range.</source>
            <translation>Handelstag, ab dessen Schlusskurs Veränderungen zählen; ohne die Option der erste des Zeitraums.</translation>
        </message>
        <message>
            <source>Title; without it, made from the instruments.</source>
            <translation>Titel; ohne die Option aus den Instrumenten gebildet.</translation>
        </message>
        <message>
            <source>What the report consists of: %1, or a file of your own.</source>
            <translation>Woraus der Bericht besteht: %1 oder eine eigene Datei.</translation>
        </message>
        <message>
            <source>The file to write; its ending chooses the format. "-" is standard output, with --format.</source>
            <translation>Die Datei; ihre Endung bestimmt das Format. „-“ ist die Standardausgabe, mit --format.</translation>
        </message>
        <message>
            <source>Format on standard output.</source>
            <translation>Format auf der Standardausgabe.</translation>
        </message>
        <message>
            <source>--%1 is a date such as 2025-01-27, not “%2”.</source>
            <translation>--%1 ist ein Datum wie 2025-01-27, nicht „%2“.</translation>
        </message>
        <message>
            <source>A report needs --from and --to.</source>
            <translation>Ein Bericht braucht --from und --to.</translation>
        </message>
        <message>
            <source>--to lies before --from.</source>
            <translation>--to liegt vor --from.</translation>
        </message>
        <message>
            <source>--symbols names no instrument.</source>
            <translation>--symbols nennt kein Instrument.</translation>
        </message>
        <message>
            <source>Name the file to write with -o.</source>
            <translation>Nennen Sie die Datei mit -o.</translation>
        </message>
        <message>
            <source>A report is written as %1; the output is to end in one of them.</source>
            <translation>Ein Bericht wird als %1 geschrieben; die Ausgabe muss auf eines davon enden.</translation>
        </message>
    </context>
    <context>
        <name>ReportTemplate</name>
        <message>
            <source>The template %1 cannot be read.</source>
            <translation>Die Vorlage %1 lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>The template %1 is larger than 1 MB.</source>
            <translation>Die Vorlage %1 ist größer als 1 MB.</translation>
        </message>
        <message>
            <source>The template %1 is no JSON.</source>
            <translation>Die Vorlage %1 ist kein JSON.</translation>
        </message>
        <message>
            <source>it has to be an object</source>
            <translation>es muss ein Objekt sein</translation>
        </message>
        <message>
            <source>"schema" has to be 1</source>
            <translation>„schema“ muss 1 sein</translation>
        </message>
        <message>
            <source>The template %1: %2.</source>
            <extracomment>%1 a file, %2 what is wrong with it</extracomment>
            <translation>Die Vorlage %1: %2.</translation>
        </message>
        <message>
            <source>The template %1, section %2: %3.</source>
            <extracomment>%1 a file, %2 the number of a section, %3 what is wrong with it</extracomment>
            <translation>Die Vorlage %1, Abschnitt %2: %3.</translation>
        </message>
        <message>
            <source>"%1" is not known here</source>
            <translation>„%1“ ist hier unbekannt</translation>
        </message>
        <message>
            <source>"%1" has to be a text</source>
            <translation>„%1“ muss ein Text sein</translation>
        </message>
        <message>
            <source>"%1" is too long</source>
            <translation>„%1“ ist zu lang</translation>
        </message>
        <message>
            <source>"%1" needs both "de" and "en"</source>
            <translation>„%1“ braucht sowohl „de“ als auch „en“</translation>
        </message>
        <message>
            <source>"%1" has to be true or false</source>
            <translation>„%1“ muss true oder false sein</translation>
        </message>
        <message>
            <source>"%1" is one of %2</source>
            <translation>„%1“ ist eines von %2</translation>
        </message>
        <message>
            <source>it has no "sections"</source>
            <translation>sie hat keine „sections“</translation>
        </message>
        <message>
            <source>it has more than %1 sections</source>
            <translation>sie hat mehr als %1 Abschnitte</translation>
        </message>
        <message>
            <source>"text" is missing</source>
            <translation>„text“ fehlt</translation>
        </message>
        <message>
            <source>a chart has at most %1 panes, and a pane %2 instruments</source>
            <translation>ein Diagramm hat höchstens %1 Fenster und ein Fenster %2 Instrumente</translation>
        </message>
        <message>
            <source>"%1" has to be a list</source>
            <translation>„%1“ muss eine Liste sein</translation>
        </message>
        <message>
            <source>"%1" is no verdict</source>
            <translation>„%1“ ist kein Urteil</translation>
        </message>
    </context>
    <context>
        <name>RunWindow</name>
        <message>
            <source>--at is a date such as 2025-01-27, not “%1”.</source>
            <translation>--at ist ein Datum wie 2025-01-27, nicht „%1“.</translation>
        </message>
        <message>
            <source>Name the one instrument whose ticks are to be played: tickmark replay SYMBOL [--speed 60] [--from TIME]</source>
            <translation>Nennen Sie das eine Instrument, dessen Ticks abgespielt werden sollen: tickmark replay SYMBOL [--speed 60] [--from ZEIT]</translation>
        </message>
        <message>
            <source>--speed is a number above 0 and up to 1000000, not “%1”.</source>
            <translation>--speed ist eine Zahl über 0 bis 1000000, nicht „%1“.</translation>
        </message>
        <message>
            <source>--from is a time such as 2025-01-27T14:30:00Z, not “%1”.</source>
            <translation>--from ist ein Zeitpunkt wie 2025-01-27T14:30:00Z, nicht „%1“.</translation>
        </message>
        <message>
            <source>The instrument whose ticks are played; it has to have some.</source>
            <translation>Das Instrument, dessen Ticks abgespielt werden; es muss welche haben.</translation>
        </message>
        <message>
            <source>How many seconds of the market pass in one; 60 without it, up to 1000000.</source>
            <translation>Wie viele Sekunden des Marktes in einer vergehen; ohne Angabe 60, höchstens 1000000.</translation>
        </message>
        <message>
            <source>Time to begin at, with its offset: 2025-01-27T14:30:00Z; without it, the first tick.</source>
            <translation>Zeit, bei der begonnen wird, mit ihrem Abstand zu UTC: 2025-01-27T14:30:00Z; ohne Angabe der erste Tick.</translation>
        </message>
        <message>
            <source>The store; without it, the one of last time or your own.</source>
            <translation>Die Datenbank; ohne Angabe die vom letzten Mal oder Ihre eigene.</translation>
        </message>
        <message>
            <source>Language of the window: de or en.</source>
            <translation>Sprache des Fensters: de oder en.</translation>
        </message>
        <message>
            <source>Shows this help.</source>
            <translation>Zeigt diese Hilfe.</translation>
        </message>
        <message>
            <source>Opens the window and plays the stored ticks of an instrument as if they came in live; there the replay can be paused, moved and made faster.</source>
            <translation>Öffnet das Fenster und spielt die gespeicherten Ticks eines Instruments ab, als kämen sie gerade herein; dort lässt sich die Wiedergabe anhalten, verschieben und beschleunigen.</translation>
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
        <name>SimulateCommand</name>
        <message>
            <source>Name one instrument.</source>
            <translation>Nennen Sie ein Instrument.</translation>
        </message>
        <message>
            <source>Writes made-up trades of an instrument: a random walk in its trading hours, about four a second. They are a series of their own, marked as simulated everywhere. The same seed gives the same ticks.</source>
            <translation>Schreibt erfundene Geschäfte eines Instruments: eine Zufallsbewegung in seinen Handelszeiten, etwa vier je Sekunde. Sie bilden eine eigene Reihe, die überall als simuliert gekennzeichnet ist. Derselbe Startwert ergibt dieselben Ticks.</translation>
        </message>
        <message>
            <source>The instrument.</source>
            <translation>Das Instrument.</translation>
        </message>
        <message>
            <source>How many.</source>
            <translation>Wie viele.</translation>
        </message>
        <message>
            <source>Number that the walk begins from; 1 without it.</source>
            <translation>Startwert der Zufallsbewegung; ohne ihn 1.</translation>
        </message>
        <message>
            <source>First session, YYYY-MM-DD; 2020-01-02 without it.</source>
            <translation>Erster Handelstag, JJJJ-MM-TT; ohne ihn 2020-01-02.</translation>
        </message>
        <message>
            <source>Every price on its own instead of a walk: the worst case for a picture.</source>
            <translation>Jeder Kurs für sich statt einer Bewegung: der ungünstigste Fall für ein Bild.</translation>
        </message>
        <message>
            <source>--ticks is a number from 1 to %1.</source>
            <translation>--ticks ist eine Zahl von 1 bis %1.</translation>
        </message>
        <message>
            <source>--seed is a whole number.</source>
            <translation>--seed ist eine ganze Zahl.</translation>
        </message>
        <message>
            <source>--start is a date from 1970 to 2100, written 2025-01-27.</source>
            <translation>--start ist ein Datum von 1970 bis 2100 in der Form 2025-01-27.</translation>
        </message>
        <message numerus="yes">
            <source>Interrupted: %Ln simulated tick(s) of %1 are stored.</source>
            <translation>
                <numerusform>Abgebrochen: %Ln simulierter Tick von %1 ist gespeichert.</numerusform>
                <numerusform>Abgebrochen: %Ln simulierte Ticks von %1 sind gespeichert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln simulated tick(s) were written; there already: %2.</source>
            <translation>
                <numerusform>%1: %Ln simulierter Tick wurde geschrieben; schon vorhanden: %2.</numerusform>
                <numerusform>%1: %Ln simulierte Ticks wurden geschrieben; schon vorhanden: %2.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourceAdvice</name>
        <message>
            <source>Nothing has to be done: it is tried again by itself.</source>
            <translation>Es ist nichts zu tun: Der Abruf wird von selbst wiederholt.</translation>
        </message>
        <message>
            <source>Check whether this computer is connected to the network, and the address of the source.</source>
            <translation>Prüfen Sie, ob dieser Rechner mit dem Netz verbunden ist, und die Adresse der Quelle.</translation>
        </message>
        <message>
            <source>It is tried again by itself. If this happens often, let the source run less often or for fewer instruments.</source>
            <translation>Der Abruf wird von selbst wiederholt. Kommt das öfter vor, rufen Sie die Quelle seltener oder für weniger Instrumente ab.</translation>
        </message>
        <message>
            <source>Edit the source and enter the key again, as the provider shows it.</source>
            <translation>Bearbeiten Sie die Quelle und geben Sie den Schlüssel noch einmal so ein, wie der Anbieter ihn zeigt.</translation>
        </message>
        <message>
            <source>Edit the source and check its address.</source>
            <translation>Bearbeiten Sie die Quelle und prüfen Sie ihre Adresse.</translation>
        </message>
        <message>
            <source>Only the operator of this address can mend that. If it goes on, look there for another address.</source>
            <translation>Das kann nur der Betreiber dieser Adresse beheben. Bleibt es dabei, suchen Sie dort nach einer anderen Adresse.</translation>
        </message>
        <message>
            <source>Check date and time of this computer. If they are right, only the operator of this address can mend it; certificates are never passed over.</source>
            <translation>Prüfen Sie Datum und Uhrzeit dieses Rechners. Stimmen sie, kann es nur der Betreiber dieser Adresse beheben; Zertifikate werden nie übergangen.</translation>
        </message>
        <message>
            <source>Somebody stands between this computer and the address: a company's or hotel's network, or the operator's mistake. Try from another network; certificates are never passed over.</source>
            <translation>Zwischen diesem Rechner und der Adresse steht ein anderer, etwa das Netz einer Firma oder eines Hotels, oder der Betreiber hat einen Fehler gemacht. Versuchen Sie es aus einem anderen Netz; Zertifikate werden nie übergangen.</translation>
        </message>
        <message>
            <source>If this network asks for a log-in, open any page in a web browser, log in and fetch again. Else check the address of the source.</source>
            <translation>Verlangt dieses Netz eine Anmeldung, öffnen Sie eine beliebige Seite im Browser, melden Sie sich an und rufen Sie erneut ab. Sonst prüfen Sie die Adresse der Quelle.</translation>
        </message>
        <message>
            <source>Edit the source and choose instruments that this database has and the provider knows.</source>
            <translation>Bearbeiten Sie die Quelle und wählen Sie Instrumente, die diese Datenbank hat und der Anbieter kennt.</translation>
        </message>
        <message>
            <source>Check whether the disk has room and the file of this database can be written, then fetch again.</source>
            <translation>Prüfen Sie, ob auf dem Datenträger Platz ist und die Datei dieser Datenbank geschrieben werden kann, und rufen Sie erneut ab.</translation>
        </message>
        <message>
            <source>Edit the source: use an address with https, or allow plain http if you accept that others can read and change what is fetched.</source>
            <translation>Bearbeiten Sie die Quelle: Nehmen Sie eine Adresse mit https, oder erlauben Sie http ohne Verschlüsselung, wenn Sie hinnehmen, dass andere das Abgerufene lesen und ändern können.</translation>
        </message>
        <message>
            <source>Check the proxy of this system: the variables https_proxy and no_proxy.</source>
            <translation>Prüfen Sie den Proxy dieses Systems: die Variablen https_proxy und no_proxy.</translation>
        </message>
        <message>
            <source>The key may not be good for this, or the address is not open to everybody. Check both, and the plan that you have with the provider.</source>
            <translation>Der Schlüssel gilt vielleicht nicht dafür, oder die Adresse ist nicht für alle offen. Prüfen Sie beides und Ihren Tarif beim Anbieter.</translation>
        </message>
        <message>
            <source>Edit the source and check its address, and how its instruments are spelled.</source>
            <translation>Bearbeiten Sie die Quelle und prüfen Sie ihre Adresse und die Schreibweise ihrer Instrumente.</translation>
        </message>
        <message>
            <source>Edit the source and enter the key that you have from the provider.</source>
            <translation>Bearbeiten Sie die Quelle und geben Sie den Schlüssel ein, den Sie vom Anbieter haben.</translation>
        </message>
        <message>
            <source>Edit the source and spell the instrument as the provider does, or take it out.</source>
            <translation>Bearbeiten Sie die Quelle und schreiben Sie das Instrument wie der Anbieter, oder nehmen Sie es heraus.</translation>
        </message>
        <message>
            <source>Edit the source and change the words that stand for this instrument.</source>
            <translation>Bearbeiten Sie die Quelle und ändern Sie die Suchwörter für dieses Instrument.</translation>
        </message>
        <message>
            <source>The provider has nothing for these days. Nothing has to be done; if it should have, check how the instrument is spelled.</source>
            <translation>Der Anbieter hat für diese Tage nichts. Es ist nichts zu tun; sollte er etwas haben, prüfen Sie die Schreibweise des Instruments.</translation>
        </message>
        <message>
            <source>Edit the source and take out what your plan with the provider does not include, or change the plan there.</source>
            <translation>Bearbeiten Sie die Quelle und nehmen Sie heraus, was Ihr Tarif beim Anbieter nicht umfasst, oder ändern Sie dort den Tarif.</translation>
        </message>
        <message>
            <source>This source was set up by a later version of Tickmark. Use that one, or remove the source.</source>
            <translation>Diese Quelle wurde mit einer späteren Version von Tickmark eingerichtet. Nehmen Sie diese, oder entfernen Sie die Quelle.</translation>
        </message>
        <message>
            <source>Check the currency of the instrument, and how the provider spells it.</source>
            <translation>Prüfen Sie die Währung des Instruments und seine Schreibweise beim Anbieter.</translation>
        </message>
        <message>
            <source>Edit the source and choose other lengths of bars.</source>
            <translation>Bearbeiten Sie die Quelle und wählen Sie andere Kerzenlängen.</translation>
        </message>
        <message>
            <source>Edit the instrument and choose an exchange whose trading days are known here.</source>
            <translation>Bearbeiten Sie das Instrument und wählen Sie eine Börse, deren Handelstage hier bekannt sind.</translation>
        </message>
        <message>
            <source>Unlock the keychain of this system and fetch again.</source>
            <translation>Entsperren Sie den Schlüsselbund dieses Systems und rufen Sie erneut ab.</translation>
        </message>
        <message>
            <source>Nothing has to be changed: try again in a while.</source>
            <translation>Sie müssen nichts ändern: Versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <source>Try again later. If this happens often, fetch less often or for fewer instruments.</source>
            <translation>Versuchen Sie es später noch einmal. Kommt das öfter vor, rufen Sie die Quelle seltener oder für weniger Instrumente ab.</translation>
        </message>
        <message>
            <source>Edit the source and say that splits are in its prices. If they are not, take back what it brought before.</source>
            <translation>Bearbeiten Sie die Quelle und geben Sie an, dass Splits in ihren Kursen berücksichtigt sind. Sind sie es nicht, nehmen Sie zurück, was sie zuvor gebracht hat.</translation>
        </message>
        <message>
            <source>Testing the source says what is wrong with the table. How it is to be read can be said by an import profile.</source>
            <translation>Ein Test der Quelle sagt, was an der Tabelle nicht stimmt. Wie sie zu lesen ist, kann ein Importprofil festlegen.</translation>
        </message>
        <message>
            <source>Nothing has to be done: it goes on by itself where it ended.</source>
            <translation>Es ist nichts zu tun: Der Abruf geht von selbst dort weiter, wo er geendet hat.</translation>
        </message>
        <message>
            <source>Fetch again: it goes on where it ended.</source>
            <translation>Rufen Sie erneut ab: Es geht dort weiter, wo der letzte Abruf geendet hat.</translation>
        </message>
        <message>
            <source>Edit the source and let it go back further: then all of its quotes come again. Where it has no older ones, take back what it brought before.</source>
            <translation>Bearbeiten Sie die Quelle und lassen Sie sie weiter zurückreichen: Dann kommen alle ihre Kurse neu. Hat sie keine älteren, nehmen Sie zurück, was sie früher gebracht hat.</translation>
        </message>
        <message>
            <source>Edit the source and choose exactly one instrument: that of the file.</source>
            <translation>Bearbeiten Sie die Quelle und wählen Sie genau ein Instrument: das der Datei.</translation>
        </message>
        <message>
            <source>Edit the source and enter the address of one table: a CSV, packed or not.</source>
            <translation>Bearbeiten Sie die Quelle und geben Sie die Adresse einer einzelnen Tabelle an: einer CSV-Datei, gepackt oder nicht.</translation>
        </message>
        <message>
            <source>The exchange gives no stream here. Check the address of the source; behind a company's proxy, ask whether it lets WebSockets through.</source>
            <translation>Die Börse liefert hier keinen Livestream. Prüfen Sie die Adresse der Quelle; hinter dem Proxy einer Firma fragen Sie, ob er WebSockets durchlässt.</translation>
        </message>
        <message>
            <source>All other rows are stored. Only the operator of this address can mend these, unless the table is to be read by another import profile.</source>
            <translation>Alle anderen Zeilen sind gespeichert. Diese kann nur der Betreiber der Adresse berichtigen, es sei denn, die Tabelle ist mit einem anderen Importprofil zu lesen.</translation>
        </message>
        <message>
            <source>Nothing has to be done: the next run asks once more.</source>
            <translation>Es ist nichts zu tun: Der nächste Abruf fragt noch einmal danach.</translation>
        </message>
        <message>
            <source>Another source may have these prices: add one for this instrument.</source>
            <translation>Vielleicht hat eine andere Quelle diese Kurse: Fügen Sie eine für dieses Instrument hinzu.</translation>
        </message>
    </context>
    <context>
        <name>SourceCommand</name>
        <message>
            <source>Say list or providers, or add, edit, remove or test with one name.</source>
            <translation>Sagen Sie list oder providers, oder add, edit, remove oder test mit einem Namen.</translation>
        </message>
        <message>
            <source>Sources on the network: where quotes and headlines come from.

  list         all of them, and how far they have come
  providers    who can be asked
  add NAME     a new one
  edit NAME    changes what the options name
  remove NAME  and its key; what it has brought stays
  test NAME    asks once and stores nothing</source>
            <translation>Quellen im Netz: woher Kurse und Schlagzeilen kommen.

  list         alle, und wie weit sie sind
  providers    wen man fragen kann
  add NAME     eine neue
  edit NAME    ändert, was die Optionen nennen
  remove NAME  samt Schlüssel; was sie gebracht hat, bleibt
  test NAME    fragt einmal und speichert nichts</translation>
        </message>
        <message>
            <source>What to do.</source>
            <translation>Was zu tun ist.</translation>
        </message>
        <message>
            <source>The source.</source>
            <translation>Die Quelle.</translation>
        </message>
        <message>
            <source>Takes the key out of the keychain, for edit.</source>
            <translation>Nimmt den Schlüssel aus dem Schlüsselbund, für edit.</translation>
        </message>
        <message>
            <source>%1 needs a key: --key - reads it from standard input.</source>
            <translation>%1 braucht einen Schlüssel: --key - liest ihn von der Standardeingabe.</translation>
        </message>
        <message>
            <source>%1 was added.</source>
            <translation>%1 wurde hinzugefügt.</translation>
        </message>
        <message>
            <source>Say what to change.</source>
            <translation>Sagen Sie, was zu ändern ist.</translation>
        </message>
        <message>
            <source>%1 was changed.</source>
            <translation>%1 wurde geändert.</translation>
        </message>
        <message>
            <source>--key and --remove-key exclude each other.</source>
            <translation>--key und --remove-key schließen einander aus.</translation>
        </message>
        <message>
            <source>%1 takes no key.</source>
            <translation>%1 braucht keinen Schlüssel.</translation>
        </message>
        <message>
            <source>%1 was removed. What it has brought stays.</source>
            <translation>%1 wurde entfernt. Was die Quelle gebracht hat, bleibt.</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>Gefragt</translation>
        </message>
        <message>
            <source>Status</source>
            <extracomment>column of a table: the status of an HTTP answer, such as 200</extracomment>
            <translation>Status</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>Zeilen</translation>
        </message>
        <message>
            <source>First</source>
            <translation>Erste</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>Letzte</translation>
        </message>
        <message>
            <source>%1 answers, and has nothing of the last days: its bars end on %2.</source>
            <translation>%1 antwortet, hat aber nichts von den letzten Tagen: Die Kurse enden am %2.</translation>
        </message>
        <message>
            <source>This system has no keychain, so the key was not kept. Give it with each run: tickmark fetch %1 --key -</source>
            <translation>Dieses System hat keinen Schlüsselbund, deshalb wurde der Schlüssel nicht aufbewahrt. Geben Sie ihn bei jedem Abruf an: tickmark fetch %1 --key -</translation>
        </message>
    </context>
    <context>
        <name>SourceDraftTexts</name>
        <message>
            <source>Say where the file is: an address that begins with https://.</source>
            <translation>Geben Sie an, wo die Datei liegt: eine Adresse, die mit https:// beginnt.</translation>
        </message>
        <message>
            <source>Say where the feed is: an address that begins with https://.</source>
            <translation>Geben Sie an, wo der Feed liegt: eine Adresse, die mit https:// beginnt.</translation>
        </message>
        <message>
            <source>This is no address of the web. It begins with https://.</source>
            <translation>Das ist keine Webadresse. Sie beginnt mit https://.</translation>
        </message>
        <message>
            <source>A name and a password in an address would be stored for everybody to read. Leave them out.</source>
            <translation>Ein Name und ein Kennwort in der Adresse würden für alle lesbar gespeichert. Lassen Sie beides weg.</translation>
        </message>
        <message>
            <source>This address is not encrypted. Use https, or allow plain http below.</source>
            <translation>Diese Adresse ist nicht verschlüsselt. Nehmen Sie https, oder erlauben Sie http ohne Verschlüsselung.</translation>
        </message>
        <message>
            <source>Choose at least one instrument.</source>
            <translation>Wählen Sie mindestens ein Instrument.</translation>
        </message>
        <message>
            <source>This provider has none of the instruments of this database.</source>
            <translation>Dieser Anbieter hat keines der Instrumente dieser Datenbank.</translation>
        </message>
        <message>
            <source>A source needs a name.</source>
            <translation>Eine Quelle braucht einen Namen.</translation>
        </message>
        <message>
            <source>Another source has this name.</source>
            <translation>Diesen Namen hat schon eine andere Quelle.</translation>
        </message>
        <message>
            <source>%1 needs a key. You get it from the provider.</source>
            <translation>%1 braucht einen Schlüssel. Sie bekommen ihn vom Anbieter.</translation>
        </message>
        <message>
            <source>Choose at least one length of bars.</source>
            <translation>Wählen Sie mindestens eine Kerzenlänge.</translation>
        </message>
    </context>
    <context>
        <name>SourceOptions</name>
        <message>
            <source>Its name; for edit, the new one.</source>
            <translation>Name der Quelle; bei edit der neue.</translation>
        </message>
        <message>
            <source>Who gives the data: %1.</source>
            <translation>Von wem die Daten kommen: %1.</translation>
        </message>
        <message>
            <source>Of the feed or file; of other providers, in place of their own.</source>
            <translation>Adresse des Feeds oder der Datei; bei anderen Anbietern anstelle der eigenen.</translation>
        </message>
        <message>
            <source>Its instruments, parted by commas; without it, all that the provider can have.</source>
            <translation>Instrumente der Quelle, durch Kommas getrennt; ohne Angabe alle, die der Anbieter haben kann.</translation>
        </message>
        <message>
            <source>How the provider spells a symbol; may be given several times, empty takes it back.</source>
            <translation>Wie der Anbieter ein Symbol schreibt; mehrmals möglich, leer nimmt es zurück.</translation>
        </message>
        <message>
            <source>Lengths of the bars, parted by commas: 1d, 1h, 5m.</source>
            <translation>Längen der Kerzen, durch Kommas getrennt: 1d, 1h, 5m.</translation>
        </message>
        <message>
            <source>How far back to go; without it, a year.</source>
            <translation>Wie weit zurück abgerufen wird; ohne Angabe ein Jahr.</translation>
        </message>
        <message>
            <source>manually, always, session_hours (while an exchange is open) or after_close.</source>
            <translation>manually (von Hand), always (immer), session_hours (solange eine Börse geöffnet ist) oder after_close (nach Handelsschluss).</translation>
        </message>
        <message>
            <source>Minutes from one run to the next, for always and session_hours.</source>
            <translation>Minuten von einem Abruf zum nächsten, für always und session_hours.</translation>
        </message>
        <message>
            <source>Where two sources have a quote for one session, the higher one is shown.</source>
            <translation>Haben zwei Quellen einen Kurs für denselben Handelstag, wird die höhere gezeigt.</translation>
        </message>
        <message>
            <source>How a CSV is written: the JSON that import --dry-run --json prints.</source>
            <translation>Wie eine CSV-Datei geschrieben ist: das JSON, das import --dry-run --json ausgibt.</translation>
        </message>
        <message>
            <source>Language of its news: de or en; without it, what the feed says.</source>
            <translation>Sprache ihrer Nachrichten: de oder en; ohne Angabe, was der Feed sagt.</translation>
        </message>
        <message>
            <source>Whether http without encryption is allowed.</source>
            <translation>Ob unverschlüsseltes http erlaubt ist.</translation>
        </message>
        <message>
            <source>Whether it runs by itself.</source>
            <translation>Ob sie von selbst abgerufen wird.</translation>
        </message>
        <message>
            <source>“-” reads the key from standard input; it is kept in the keychain of the system.</source>
            <translation>„-“ liest den Schlüssel von der Standardeingabe; er wird im Schlüsselbund des Systems aufbewahrt.</translation>
        </message>
        <message>
            <source>--language is de or en.</source>
            <translation>--language ist de oder en.</translation>
        </message>
        <message>
            <source>“%1” is no spelling; write it like NVDA=NVDA.US.</source>
            <translation>„%1“ ist keine Schreibweise; schreiben Sie sie wie NVDA=NVDA.US.</translation>
        </message>
        <message>
            <source>“%1” is no length of a bar; write 1d, 1h or 5m.</source>
            <translation>„%1“ ist keine Länge einer Kerze; schreiben Sie 1d, 1h oder 5m.</translation>
        </message>
        <message>
            <source>--interval needs a length of bars, such as 1d.</source>
            <translation>--interval braucht eine Länge der Kerzen, etwa 1d.</translation>
        </message>
        <message>
            <source>“%1” is no date; a date is written 2025-01-27.</source>
            <translation>„%1“ ist kein Datum; ein Datum schreibt man 2025-01-27.</translation>
        </message>
        <message>
            <source>--when is manually, always, session_hours or after_close.</source>
            <translation>--when ist manually, always, session_hours oder after_close.</translation>
        </message>
        <message>
            <source>--every is a number of minutes.</source>
            <translation>--every ist eine Zahl von Minuten.</translation>
        </message>
        <message>
            <source>--priority is a whole number.</source>
            <translation>--priority ist eine ganze Zahl.</translation>
        </message>
        <message>
            <source>--%1 is on or off.</source>
            <translation>--%1 ist on oder off.</translation>
        </message>
        <message>
            <source>The profile %1 cannot be read.</source>
            <translation>Das Profil %1 lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>--since lies ahead: there is nothing to fetch yet.</source>
            <translation>--since liegt in der Zukunft: Dort gibt es noch nichts abzurufen.</translation>
        </message>
        <message>
            <source>Whether past splits are in the prices of a CSV: adjusted, or raw (as traded).</source>
            <translation>Ob vergangene Splits in den Kursen einer CSV stecken: adjusted (bereinigt) oder raw (wie gehandelt).</translation>
        </message>
        <message>
            <source>--splits is adjusted or raw.</source>
            <translation>--splits ist adjusted oder raw.</translation>
        </message>
    </context>
    <context>
        <name>SourceTable</name>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Anbieter</translation>
        </message>
        <message>
            <source>On</source>
            <translation>An</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>For</source>
            <extracomment>column of a table: the instruments that a source is asked for, or its address</extracomment>
            <translation>Für</translation>
        </message>
        <message>
            <source>Last run (UTC)</source>
            <translation>Letzter Abruf (UTC)</translation>
        </message>
        <message>
            <source>Last success (UTC)</source>
            <translation>Letzter Erfolg (UTC)</translation>
        </message>
        <message>
            <source>Next run (UTC)</source>
            <translation>Nächster Abruf (UTC)</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Rang</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>on</source>
            <comment>a source runs by itself</comment>
            <translation>an</translation>
        </message>
        <message>
            <source>off</source>
            <comment>a source runs only when asked to</comment>
            <translation>aus</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Gives</source>
            <translation>Liefert</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>Braucht</translation>
        </message>
    </context>
    <context>
        <name>SourceTexts</name>
        <message>
            <source>in order</source>
            <comment>state of a source</comment>
            <translation>in Ordnung</translation>
        </message>
        <message>
            <source>fetching</source>
            <translation>Abruf läuft</translation>
        </message>
        <message>
            <source>fetching, %1 of %2</source>
            <translation>Abruf läuft, %1 von %2</translation>
        </message>
        <message>
            <source>not fetched yet</source>
            <translation>noch kein Abruf</translation>
        </message>
        <message>
            <source>paused</source>
            <comment>state of a source</comment>
            <translation>pausiert</translation>
        </message>
        <message numerus="yes">
            <source>failed %Ln time(s) in a row</source>
            <translation>
                <numerusform>%Ln-mal fehlgeschlagen</numerusform>
                <numerusform>%Ln-mal in Folge fehlgeschlagen</numerusform>
            </translation>
        </message>
        <message>
            <source>failed</source>
            <comment>state of a source</comment>
            <translation>fehlgeschlagen</translation>
        </message>
        <message numerus="yes">
            <source>every %Ln hour(s)</source>
            <translation>
                <numerusform>jede Stunde</numerusform>
                <numerusform>alle %Ln Stunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>every %Ln minute(s)</source>
            <translation>
                <numerusform>jede Minute</numerusform>
                <numerusform>alle %Ln Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>every %Ln hour(s) in trading hours</source>
            <translation>
                <numerusform>jede Stunde zu Handelszeiten</numerusform>
                <numerusform>alle %Ln Stunden zu Handelszeiten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>every %Ln minute(s) in trading hours</source>
            <translation>
                <numerusform>jede Minute zu Handelszeiten</numerusform>
                <numerusform>alle %Ln Min. zu Handelszeiten</numerusform>
            </translation>
        </message>
        <message>
            <source>after each trading day</source>
            <translation>nach jedem Handelstag</translation>
        </message>
        <message>
            <source>only when asked to</source>
            <translation>nur auf Wunsch</translation>
        </message>
        <message>
            <source>all instruments that fit</source>
            <translation>alle passenden Instrumente</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>gerade eben</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>sofort</translation>
        </message>
        <message numerus="yes">
            <source>%Ln minute(s) ago</source>
            <translation>
                <numerusform>vor %Ln Minute</numerusform>
                <numerusform>vor %Ln Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %Ln minute(s)</source>
            <translation>
                <numerusform>in %Ln Minute</numerusform>
                <numerusform>in %Ln Minuten</numerusform>
            </translation>
        </message>
        <message>
            <source>today, %1</source>
            <comment>clock time</comment>
            <translation>heute, %1</translation>
        </message>
        <message>
            <source>yesterday, %1</source>
            <comment>clock time</comment>
            <translation>gestern, %1</translation>
        </message>
        <message>
            <source>tomorrow, %1</source>
            <comment>clock time</comment>
            <translation>morgen, %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>date, clock time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Key: </source>
            <translation>Schlüssel: </translation>
        </message>
        <message>
            <source>A key does not belong among the arguments, where everybody on this computer can read it: --key - reads it from standard input.</source>
            <translation>Ein Schlüssel gehört nicht in die Argumente, wo ihn jeder an diesem Rechner lesen kann: --key - liest ihn von der Standardeingabe.</translation>
        </message>
        <message>
            <source>No key came on standard input.</source>
            <translation>Von der Standardeingabe kam kein Schlüssel.</translation>
        </message>
        <message>
            <source>There is no source “%1”: none has been added yet. Add one with: tickmark source add.</source>
            <translation>Es gibt keine Quelle „%1“: Es wurde noch keine eingerichtet. Richten Sie eine ein mit: tickmark source add.</translation>
        </message>
        <message>
            <source>There is no source “%1”. There are: %2.</source>
            <translation>Es gibt keine Quelle „%1“. Es gibt: %2.</translation>
        </message>
        <message>
            <source>%1 needs an address: --address.</source>
            <translation>%1 braucht eine Adresse: --address.</translation>
        </message>
        <message>
            <source>A name and a password do not belong in an address: it is not kept in secret.</source>
            <translation>Name und Passwort gehören nicht in eine Adresse: Sie wird nicht geheim gehalten.</translation>
        </message>
        <message>
            <source>%1 has no bars of %2.</source>
            <translation>%1 hat keine Kerzen von %2.</translation>
        </message>
        <message>
            <source>Say who gives the data: --provider with one of %1.</source>
            <translation>Sagen Sie, von wem die Daten kommen: --provider mit einem von %1.</translation>
        </message>
        <message>
            <source>“%1” is no provider. There are: %2.</source>
            <translation>„%1“ ist kein Anbieter. Es gibt: %2.</translation>
        </message>
        <message>
            <source>%1 is not asked for instruments: leave --symbols out.</source>
            <translation>%1 wird nicht nach Instrumenten gefragt: Lassen Sie --symbols weg.</translation>
        </message>
        <message>
            <source>--profile belongs to the provider %1.</source>
            <translation>--profile gehört zum Anbieter %1.</translation>
        </message>
        <message>
            <source>File</source>
            <comment>source of quotes</comment>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Sample case</source>
            <comment>source of quotes</comment>
            <translation>Beispielfall</translation>
        </message>
        <message>
            <source>Correction</source>
            <comment>source of quotes</comment>
            <translation>Korrektur</translation>
        </message>
        <message>
            <source>File with splits until %1</source>
            <comment>source of quotes</comment>
            <translation>Datei mit Splits bis %1</translation>
        </message>
        <message>
            <source>%1, %2 %3</source>
            <comment>date, clock time, time zone</comment>
            <translation>%1, %2 %3</translation>
        </message>
        <message>
            <source>This is no key: it has more than %L1 letters.</source>
            <translation>Das ist kein Schlüssel: Er hat mehr als %L1 Zeichen.</translation>
        </message>
        <message>
            <source>--splits belongs to the provider %1.</source>
            <translation>--splits gehört zum Anbieter %1.</translation>
        </message>
        <message>
            <source>This is no key: it has control characters in it.</source>
            <translation>Das ist kein Schlüssel: Er enthält Steuerzeichen.</translation>
        </message>
        <message>
            <source>No longer asked for it: %1.</source>
            <comment>names of sources</comment>
            <translation>Rufen das Instrument nicht mehr ab: %1.</translation>
        </message>
        <message>
            <source>Switched off, having nothing else to ask for: %1.</source>
            <comment>names of sources</comment>
            <translation>Ausgeschaltet, weil sonst nichts abzurufen ist: %1.</translation>
        </message>
        <message>
            <source>not finished</source>
            <comment>state of a source</comment>
            <translation>nicht beendet</translation>
        </message>
        <message>
            <source>stopped</source>
            <comment>state of a source</comment>
            <translation>angehalten</translation>
        </message>
        <message>
            <source>stopped, %1 of %2</source>
            <translation>angehalten, %1 von %2</translation>
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
        <message>
            <source>The quotes to be corrected are not in the store any more.</source>
            <translation>Die Kurse, die korrigiert werden sollen, sind nicht mehr in der Datenbank.</translation>
        </message>
        <message>
            <source>The store has no quotes to correct at this time.</source>
            <translation>Die Datenbank enthält zu diesem Zeitpunkt keinen Kurs, der sich korrigieren ließe.</translation>
        </message>
        <message>
            <source>corrected by hand</source>
            <translation>von Hand korrigiert</translation>
        </message>
        <message>
            <source>corrected by hand: %1</source>
            <translation>von Hand korrigiert: %1</translation>
        </message>
        <message>
            <source>The high must be the highest and the low the lowest of the four prices, and the volume must not be negative.</source>
            <translation>Das Hoch muss der höchste, das Tief der niedrigste der vier Kurse sein, und das Volumen darf nicht negativ sein.</translation>
        </message>
        <message>
            <source>These values are too large for the store.</source>
            <translation>Diese Werte sind für die Datenbank zu groß.</translation>
        </message>
        <message>
            <source>The quotes of the two instruments have different splits in them. Import one of them again before they are merged.</source>
            <translation>In den Kursen der beiden Instrumente sind unterschiedliche Aktiensplits berücksichtigt. Importieren Sie eines von beiden neu, bevor Sie sie zusammenführen.</translation>
        </message>
        <message>
            <source>The quotes of the two instruments are too large to be kept with the same number of decimals.</source>
            <translation>Die Kurse der beiden Instrumente sind zu groß, um sie mit gleich vielen Nachkommastellen zu speichern.</translation>
        </message>
        <message>
            <source>An instrument cannot be merged into itself.</source>
            <translation>Ein Instrument lässt sich nicht mit sich selbst zusammenführen.</translation>
        </message>
        <message>
            <source>%1: ticks from %2 to %3 are damaged.</source>
            <translation>%1: Die Ticks von %2 bis %3 sind beschädigt.</translation>
        </message>
        <message>
            <source>Ticks belong to a series of another kind.</source>
            <translation>Ticks gehören zu einer Reihe anderer Art.</translation>
        </message>
        <message>
            <source>These ticks were changed in the meantime.</source>
            <translation>Diese Ticks wurden inzwischen geändert.</translation>
        </message>
        <message>
            <source>%1: the ticks from %2 are not in order.</source>
            <translation>%1: Die Ticks ab %2 sind nicht in der richtigen Reihenfolge.</translation>
        </message>
        <message>
            <source>%1: it is not known where the ticks from %2 to %3 came from.</source>
            <translation>%1: Es ist nicht bekannt, woher die Ticks von %2 bis %3 stammen.</translation>
        </message>
        <message>
            <source>This series of ticks is not in the store any more.</source>
            <translation>Diese Tick-Reihe ist nicht mehr in der Datenbank.</translation>
        </message>
        <message>
            <source>The store has no such tick to correct at this time.</source>
            <translation>Die Datenbank hat zu diesem Zeitpunkt keinen solchen Tick, der zu berichtigen wäre.</translation>
        </message>
        <message>
            <source>The gap is empty.</source>
            <translation>Die Lücke ist leer.</translation>
        </message>
        <message>
            <source>A part of the ticks in the store is damaged. Check the store.</source>
            <translation>Ein Teil der Ticks in der Datenbank ist beschädigt. Prüfen Sie die Datenbank.</translation>
        </message>
        <message>
            <source>The stored ticks are too large to be kept with so many decimals.</source>
            <translation>Die gespeicherten Ticks sind zu groß, um mit so vielen Nachkommastellen geführt zu werden.</translation>
        </message>
        <message>
            <source>The decimals of these ticks were changed while they were read. Try again.</source>
            <translation>Die Nachkommastellen dieser Ticks wurden während des Lesens geändert. Versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>This is no series of ticks.</source>
            <translation>Das ist keine Tick-Reihe.</translation>
        </message>
        <message>
            <source>The ticks are not in the order of their times.</source>
            <translation>Die Ticks sind nicht nach der Zeit geordnet.</translation>
        </message>
        <message>
            <source>The tick of %1 has a negative size.</source>
            <translation>Der Tick von %1 hat eine negative Größe.</translation>
        </message>
        <message>
            <source>The ticks lie too far in the future.</source>
            <translation>Die Ticks liegen zu weit in der Zukunft.</translation>
        </message>
        <message>
            <source>The tick of %1 is too large for the decimals of its series.</source>
            <translation>Der Tick von %1 ist zu groß für die Nachkommastellen seiner Reihe.</translation>
        </message>
        <message>
            <source>This headline is not in the store any more.</source>
            <translation>Diese Schlagzeile ist nicht mehr in der Datenbank.</translation>
        </message>
        <message>
            <source>Claims of news that were taken back are still there.</source>
            <translation>Aussagen aus zurückgenommenen Nachrichten sind noch vorhanden.</translation>
        </message>
        <message>
            <source>The bytes of these ticks are missing.</source>
            <translation>Die Bytes dieser Ticks fehlen.</translation>
        </message>
        <message>
            <source>The instrument of these splits and dividends is not in the store any more.</source>
            <translation>Das Instrument zu diesen Splits und Dividenden ist nicht mehr in der Datenbank.</translation>
        </message>
        <message>
            <source>A split of %1 for %2 makes no sense.</source>
            <translation>Ein Split von %1 zu %2 ergibt keinen Sinn.</translation>
        </message>
        <message>
            <source>The source “%1” needs a provider.</source>
            <translation>Die Quelle „%1“ braucht einen Anbieter.</translation>
        </message>
        <message>
            <source>A source runs at least once a week and at most once a minute.</source>
            <translation>Eine Quelle wird mindestens einmal in der Woche und höchstens einmal in der Minute abgerufen.</translation>
        </message>
        <message>
            <source>This source is not in the store any more.</source>
            <translation>Diese Quelle ist nicht mehr in der Datenbank.</translation>
        </message>
        <message>
            <source>There is a source named “%1” already.</source>
            <translation>Es gibt schon eine Quelle namens „%1“.</translation>
        </message>
        <message>
            <source>The name of a source is one line of letters.</source>
            <translation>Der Name einer Quelle ist eine Zeile ohne Steuerzeichen.</translation>
        </message>
        <message>
            <source>The quotes of “%1” are of another provider. Add a source of another name for this one.</source>
            <translation>Die Kurse von „%1“ stammen von einem anderen Anbieter. Legen Sie für diesen eine Quelle mit einem anderen Namen an.</translation>
        </message>
        <message>
            <source>Import %1 turned quotes into the shares after a split, and later imports have others of these shares. Take those back first: %2.</source>
            <translation>Import %1 hat Kurse auf die Aktien nach einem Split umgerechnet, und spätere Importe haben weitere in diesen Aktien. Nehmen Sie zuerst diese zurück: %2.</translation>
        </message>
        <message>
            <source>Trades of an exchange are counted as known twice.</source>
            <translation>Abschlüsse einer Börse gelten doppelt als bekannt.</translation>
        </message>
        <message>
            <source>Trades that were taken back are counted as known.</source>
            <translation>Zurückgenommene Abschlüsse gelten noch als bekannt.</translation>
        </message>
        <message>
            <source>A gap of trades is not where trades are missing.</source>
            <translation>Eine Lücke ist an einer Stelle verzeichnet, an der keine Abschlüsse fehlen.</translation>
        </message>
        <message>
            <source>Somebody else has stored the same trades.</source>
            <translation>Dieselben Abschlüsse wurden inzwischen schon gespeichert.</translation>
        </message>
        <message>
            <source>What comes out of files, the sample case, simulations and corrections stands under names like “%1”. Choose another name for this source.</source>
            <translation>Was aus Dateien, dem Beispielfall, Simulationen und Korrekturen stammt, steht unter Namen wie „%1“. Wählen Sie für diese Quelle einen anderen Namen.</translation>
        </message>
        <message>
            <source>The name of a source has no comma: “%1” would be taken for several names.</source>
            <translation>Der Name einer Quelle enthält kein Komma: „%1“ würde für mehrere Namen gehalten.</translation>
        </message>
        <message>
            <source>The name of a source does not begin with a hyphen: “%1” would be taken for an option.</source>
            <translation>Der Name einer Quelle beginnt nicht mit einem Bindestrich: „%1“ würde für eine Option gehalten.</translation>
        </message>
        <message>
            <source>“%1” was moved, deleted or replaced while it was open. Nothing more is stored until it is back in its place.</source>
            <translation>„%1“ wurde verschoben, gelöscht oder ersetzt, während die Datei geöffnet war. Es wird nichts mehr gespeichert, bis sie wieder an ihrem Platz ist.</translation>
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

  create         legt bei --store eine leere an
  info           Version, Größe und Inhalt
  verify         prüft jede Seite, jeden Verweis und den Suchindex
  backup DATEI   schreibt eine kompakte, geprüfte Kopie
  restore DATEI  setzt eine Kopie der Sicherung an ihre Stelle</translation>
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
        <name>StreamTexts</name>
        <message>
            <source>The host of %1 was not found (%2). Is the network connected?</source>
            <translation>Der Server von %1 wurde nicht gefunden (%2). Ist das Netzwerk verbunden?</translation>
        </message>
        <message>
            <source>%1 does not accept connections at the moment (%2).</source>
            <translation>%1 nimmt zurzeit keine Verbindungen an (%2).</translation>
        </message>
        <message>
            <source>The proxy did not let the stream of %1 pass. Check the proxy settings of this computer.</source>
            <translation>Der Proxy hat den Datenstrom von %1 nicht durchgelassen. Prüfen Sie die Proxy-Einstellungen dieses Rechners.</translation>
        </message>
        <message>
            <source>%1 refused the stream (HTTP status %2).</source>
            <translation>%1 hat den Datenstrom abgelehnt (HTTP-Status %2).</translation>
        </message>
        <message>
            <source>%1 closed the stream (%2).</source>
            <translation>%1 hat den Datenstrom beendet (%2).</translation>
        </message>
        <message>
            <source>The connection to %1 broke off.</source>
            <translation>Die Verbindung zu %1 ist abgerissen.</translation>
        </message>
        <message>
            <source>Nothing was heard of %1 for too long.</source>
            <translation>Von %1 ist zu lange nichts gekommen.</translation>
        </message>
        <message>
            <source>%1 sent a message that is larger than any of a stream.</source>
            <translation>%1 hat eine Nachricht gesendet, die größer ist als jede eines Datenstroms.</translation>
        </message>
        <message>
            <source>%1 has had too many requests and asks for a pause.</source>
            <translation>%1 hat zu viele Anfragen erhalten und bittet um eine Pause.</translation>
        </message>
        <message>
            <source>%1 is out of service for the moment.</source>
            <translation>%1 ist im Moment außer Betrieb.</translation>
        </message>
        <message>
            <source>The certificate of %1 (%2) cannot be trusted. Nothing was sent. Check the address and the clock of this computer.</source>
            <translation>Dem Zertifikat von %1 (%2) ist nicht zu trauen. Es wurde nichts gesendet. Prüfen Sie die Adresse und die Uhr dieses Rechners.</translation>
        </message>
        <message>
            <source>The stream of %1 would not be encrypted (%2). Use https, or allow plain http for this source.</source>
            <translation>Der Datenstrom von %1 wäre unverschlüsselt (%2). Verwenden Sie https, oder erlauben Sie für diese Quelle http.</translation>
        </message>
        <message>
            <source>%1 does not accept the key. Check the key of this source.</source>
            <translation>%1 nimmt den Schlüssel nicht an. Prüfen Sie den Schlüssel dieser Quelle.</translation>
        </message>
        <message>
            <source>%1 does not stream this symbol. Give the symbol as it is spelled there.</source>
            <translation>%1 hat dieses Symbol nicht im Datenstrom. Geben Sie das Symbol so an, wie es dort geschrieben wird.</translation>
        </message>
        <message>
            <source>%1 refused the stream (HTTP status %2). Does this network ask for a log-in?</source>
            <translation>%1 hat den Datenstrom verweigert (HTTP-Status %2). Verlangt dieses Netzwerk eine Anmeldung?</translation>
        </message>
        <message>
            <source>%1 sent something that is no message of its stream.</source>
            <translation>%1 hat etwas gesendet, das keine Nachricht des Datenstroms ist.</translation>
        </message>
        <message>
            <source>%1 sent a web page in place of its stream. Does this network ask for a log-in?</source>
            <translation>%1 hat statt des Datenstroms eine Webseite gesendet. Verlangt dieses Netzwerk eine Anmeldung?</translation>
        </message>
        <message>
            <source>%1 closed the stream.</source>
            <translation>%1 hat den Datenstrom beendet.</translation>
        </message>
    </context>
    <context>
        <name>SumRows</name>
        <message>
            <source>Close %1</source>
            <extracomment>a line of a sum: the close of a day</extracomment>
            <translation>Schlusskurs %1</translation>
        </message>
        <message>
            <source>− close %1</source>
            <extracomment>a line of a sum: the close of a day is taken off</extracomment>
            <translation>− Schlusskurs %1</translation>
        </message>
        <message>
            <source>= change per share, adjusted for a split</source>
            <translation>= Änderung je Aktie, um einen Split bereinigt</translation>
        </message>
        <message>
            <source>= change per share</source>
            <translation>= Änderung je Aktie</translation>
        </message>
        <message>
            <source>× shares of %1</source>
            <extracomment>a line of a sum; %1: the date that the share count is from</extracomment>
            <translation>× Aktien, Stand %1</translation>
        </message>
        <message>
            <source>= change in market value</source>
            <translation>= Änderung des Börsenwerts</translation>
        </message>
        <message>
            <source>±1% uncertainty</source>
            <translation>± 1 % Unsicherheit</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>ends of an interval</comment>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>= in %1</source>
            <extracomment>%1: a currency</extracomment>
            <translation>= in %1</translation>
        </message>
        <message>
            <source>÷ %1 %2</source>
            <extracomment>a line of a sum: an exchange rate and its day</extracomment>
            <translation>÷ %1 %2</translation>
        </message>
        <message>
            <source>× %1 %2</source>
            <translation>× %1 %2</translation>
        </message>
        <message>
            <source>÷ close %1</source>
            <extracomment>a line of a sum: divided by the close of a day</extracomment>
            <translation>÷ Schlusskurs %1</translation>
        </message>
        <message>
            <source>= change, adjusted for a split</source>
            <translation>= Kursänderung, um einen Split bereinigt</translation>
        </message>
        <message>
            <source>= change</source>
            <translation>= Kursänderung</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>Aussage</translation>
        </message>
        <message>
            <source>at this rate</source>
            <extracomment>a claim in another currency</extracomment>
            <translation>zu diesem Kurs</translation>
        </message>
        <message>
            <source>Interval</source>
            <translation>Intervall</translation>
        </message>
        <message>
            <source>reached %1</source>
            <extracomment>%1: a time; the number of the claim was reached then for the first time</extracomment>
            <translation>erreicht %1</translation>
        </message>
        <message>
            <source>Difference from that</source>
            <translation>Abweichung davon</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Abweichung</translation>
        </message>
        <message>
            <source>Low %1</source>
            <translation>Tief %1</translation>
        </message>
        <message>
            <source>High %1</source>
            <translation>Hoch %1</translation>
        </message>
        <message>
            <source>= against the close before</source>
            <translation>= gegen den Schluss davor</translation>
        </message>
        <message>
            <source>less of a loss is stated</source>
            <translation>genannt ist ein kleinerer Verlust</translation>
        </message>
        <message>
            <source>more of a loss is stated</source>
            <translation>genannt ist ein größerer Verlust</translation>
        </message>
    </context>
    <context>
        <name>TableCopy</name>
        <message>
            <source>Copy table</source>
            <translation>Tabelle kopieren</translation>
        </message>
    </context>
    <context>
        <name>TextCheck</name>
        <message>
            <source>A news item needs a headline.</source>
            <translation>Eine Nachricht braucht eine Schlagzeile.</translation>
        </message>
        <message>
            <source>The time of publication lies in the future.</source>
            <translation>Der Zeitpunkt der Veröffentlichung liegt in der Zukunft.</translation>
        </message>
        <message>
            <source>The text is too long for a news item.</source>
            <translation>Der Text ist zu lang für eine Nachricht.</translation>
        </message>
    </context>
    <context>
        <name>TickImportJob</name>
        <message>
            <source>%1 does not say which instrument it is about; name it with --symbol.</source>
            <translation>%1 sagt nicht, um welches Instrument es geht; nennen Sie es mit --symbol.</translation>
        </message>
    </context>
    <context>
        <name>Ticks</name>
        <message>
            <source>The directory of a chunk of ticks is damaged.</source>
            <translation>Das Verzeichnis eines Tick-Blocks ist beschädigt.</translation>
        </message>
        <message>
            <source>Block %1 of a chunk of ticks is damaged.</source>
            <translation>Teil %1 eines Tick-Blocks ist beschädigt.</translation>
        </message>
        <message>
            <source>The index of a chunk of ticks is damaged.</source>
            <translation>Der Index eines Tick-Blocks ist beschädigt.</translation>
        </message>
        <message>
            <source>A chunk of ticks was written by a later version of the program.</source>
            <translation>Ein Tick-Block wurde von einer neueren Programmversion geschrieben.</translation>
        </message>
    </context>
    <context>
        <name>TimeText</name>
        <message>
            <source>%1 %2 does not say its offset from UTC: write %2Z for UTC, or %2+01:00 with the offset of your clock.</source>
            <translation>%1 %2 nennt keinen Abstand zu UTC: Schreiben Sie %2Z für UTC oder %2+01:00 mit dem Abstand Ihrer Uhr.</translation>
        </message>
        <message>
            <source>“%1” is neither a date (2025-01-27) nor a time (2025-01-27T16:40:00Z).</source>
            <translation>„%1“ ist weder ein Datum (2025-01-27) noch eine Zeit (2025-01-27T16:40:00Z).</translation>
        </message>
        <message>
            <source>--to lies before --from.</source>
            <translation>--to liegt vor --from.</translation>
        </message>
    </context>
    <context>
        <name>ToolRow</name>
        <message>
            <source>1D</source>
            <translation>1T</translation>
        </message>
        <message>
            <source>5D</source>
            <translation>5T</translation>
        </message>
        <message>
            <source>1M</source>
            <translation>1M</translation>
        </message>
        <message>
            <source>3M</source>
            <translation>3M</translation>
        </message>
        <message>
            <source>YTD</source>
            <translation>lfd. J.</translation>
        </message>
        <message>
            <source>1Y</source>
            <translation>1J</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Linear</source>
            <translation>Linear</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Log</translation>
        </message>
        <message>
            <source>Trading time</source>
            <translation>Handelszeit</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>Folgen</translation>
        </message>
        <message>
            <source>Charts</source>
            <translation>Diagramme</translation>
        </message>
        <message>
            <source>Claim comparison</source>
            <translation>Aussagenvergleich</translation>
        </message>
    </context>
    <context>
        <name>ValueNames</name>
        <message>
            <source>DATE</source>
            <extracomment>name of an option's value in the help of the command line, here and below</extracomment>
            <translation>DATUM</translation>
        </message>
        <message>
            <source>FIELD</source>
            <translation>FELD</translation>
        </message>
        <message>
            <source>FILE</source>
            <translation>DATEI</translation>
        </message>
        <message>
            <source>HEIGHT</source>
            <translation>HÖHE</translation>
        </message>
        <message>
            <source>HOW</source>
            <translation>WIE</translation>
        </message>
        <message>
            <source>ID</source>
            <translation>NUMMER</translation>
        </message>
        <message>
            <source>KIND</source>
            <translation>ART</translation>
        </message>
        <message>
            <source>LANG</source>
            <translation>SPRACHE</translation>
        </message>
        <message>
            <source>MINUTES</source>
            <translation>MINUTEN</translation>
        </message>
        <message>
            <source>MODE</source>
            <translation>MODUS</translation>
        </message>
        <message>
            <source>PARTS</source>
            <translation>TEILE</translation>
        </message>
        <message>
            <source>SCALE</source>
            <translation>SKALA</translation>
        </message>
        <message>
            <source>SOURCE</source>
            <translation>QUELLE</translation>
        </message>
        <message>
            <source>THEME</source>
            <translation>STIL</translation>
        </message>
        <message>
            <source>TIME</source>
            <translation>ZEIT</translation>
        </message>
        <message>
            <source>TYPE</source>
            <translation>TYP</translation>
        </message>
        <message>
            <source>WHEN</source>
            <translation>WANN</translation>
        </message>
        <message>
            <source>WIDTH</source>
            <translation>BREITE</translation>
        </message>
    </context>
    <context>
        <name>VerdictLabel</name>
        <message>
            <source>fits: opening price</source>
            <translation>passt zu: Eröffnungskurs</translation>
        </message>
        <message>
            <source>fits: pre-market</source>
            <translation>passt zu: Vorbörse</translation>
        </message>
        <message>
            <source>fits: session before</source>
            <translation>passt zu: Handelstag davor</translation>
        </message>
        <message>
            <source>fits: session after</source>
            <translation>passt zu: Handelstag danach</translation>
        </message>
        <message numerus="yes">
            <source>fits: %n session(s)</source>
            <extracomment>a move over this many sessions</extracomment>
            <translation>
                <numerusform>passt zu: %n Handelstag</numerusform>
                <numerusform>passt zu: %n Handelstage</numerusform>
            </translation>
        </message>
        <message>
            <source>fits: sum of daily percentages</source>
            <translation>passt zu: Summe der Tagesprozente</translation>
        </message>
        <message>
            <source>fits: not adjusted for the split</source>
            <translation>passt zu: ohne Splitbereinigung</translation>
        </message>
        <message>
            <source>not attributed</source>
            <translation>ohne Bezug</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>keine Daten</translation>
        </message>
        <message>
            <source>confirmed (close)</source>
            <translation>bestätigt (Schluss)</translation>
        </message>
        <message>
            <source>confirmed (during the session)</source>
            <translation>bestätigt (Handelsverlauf)</translation>
        </message>
        <message>
            <source>only during the session</source>
            <translation>nur im Handelsverlauf</translation>
        </message>
        <message>
            <source>off by %1</source>
            <extracomment>the stated number differs from what was measured by this much: "7.2 pp"</extracomment>
            <translation>weicht um %1 ab</translation>
        </message>
        <message>
            <source>fits: closing price</source>
            <translation>passt zu: Schlusskurs</translation>
        </message>
        <message>
            <source>confirmed (opening)</source>
            <translation>bestätigt (Eröffnung)</translation>
        </message>
    </context>
    <context>
        <name>VerdictPopup</name>
        <message>
            <source>Not checked yet</source>
            <translation>Noch nicht geprüft</translation>
        </message>
        <message>
            <source>The number is compared with the quotes in the background.</source>
            <translation>Die Zahl wird im Hintergrund mit den Kursen verglichen.</translation>
        </message>
        <message>
            <source>corrected</source>
            <translation>korrigiert</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>Kurs</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Kurs</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Time, %1</source>
            <extracomment>head of a column, and the place whose clock it shows: "Time, New York"</extracomment>
            <translation>Zeit, %1</translation>
        </message>
        <message>
            <source>Dismissed by you</source>
            <translation>Von Ihnen verworfen</translation>
        </message>
        <message>
            <source>You have said that this is no claim: it counts nowhere. The verdict was: %1. %2</source>
            <extracomment>a claim that the user has dismissed; %1: its verdict, %2: sentences that explain it</extracomment>
            <translation>Sie haben diese Aussage verworfen, sie zählt nirgends. Das Urteil war: %1. %2</translation>
        </message>
    </context>
    <context>
        <name>VerdictRows</name>
        <message>
            <source>Close</source>
            <translation>Schluss</translation>
        </message>
        <message>
            <source>%1, adjusted for a split</source>
            <translation>%1, um einen Split bereinigt</translation>
        </message>
        <message>
            <source>%1, inside</source>
            <translation>%1, im Intervall</translation>
        </message>
        <message>
            <source>%1, outside</source>
            <translation>%1, außerhalb</translation>
        </message>
        <message>
            <source>Close to close</source>
            <extracomment>a division of two prices and what it makes: "118.42 ÷ 142.62 − 1 = −16.97%, outside"</extracomment>
            <translation>Schluss zu Schluss</translation>
        </message>
        <message>
            <source>%1 ÷ %2 − 1 = %3</source>
            <translation>%1 ÷ %2 − 1 = %3</translation>
        </message>
        <message>
            <source>On the other basis</source>
            <translation>Nach anderem Bezug</translation>
        </message>
        <message>
            <source>Shares</source>
            <extracomment>a count of shares and the date it is from</extracomment>
            <translation>Aktien</translation>
        </message>
        <message>
            <source>%1 on %2</source>
            <translation>%1 am %2</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Veränderung</translation>
        </message>
        <message>
            <source>1% of the value, because of the share count</source>
            <translation>1 % des Werts, wegen der Aktienzahl</translation>
        </message>
        <message>
            <source>Market value</source>
            <translation>Börsenwert</translation>
        </message>
        <message>
            <source>Uncertainty</source>
            <translation>Unsicherheit</translation>
        </message>
        <message>
            <source>Exchange rate</source>
            <translation>Wechselkurs</translation>
        </message>
        <message>
            <source>Claimed level</source>
            <translation>Behauptetes Niveau</translation>
        </message>
        <message>
            <source>Interval, %1</source>
            <extracomment>how the text qualifies its number, and so the interval: "Interval, almost"</extracomment>
            <translation>Intervall, %1</translation>
        </message>
        <message>
            <source>%1 or more</source>
            <extracomment>of an interval without an upper end: "5% or more"</extracomment>
            <translation>%1 oder mehr</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>ends of an interval</comment>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>an interval of moves and the prices that they lead to</extracomment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Session range</source>
            <translation>Tagesspanne</translation>
        </message>
        <message>
            <source>%1, contains it</source>
            <translation>%1, enthält es</translation>
        </message>
        <message>
            <source>%1, does not contain it</source>
            <translation>%1, enthält es nicht</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Tief</translation>
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
            <source>Claim</source>
            <translation>Aussage</translation>
        </message>
        <message>
            <source>First in interval</source>
            <translation>Zuerst erreicht</translation>
        </message>
        <message>
            <source>Before the open</source>
            <translation>Vor der Eröffnung</translation>
        </message>
        <message>
            <source>Previous close</source>
            <translation>Schluss davor</translation>
        </message>
        <message>
            <source>Claim in the text: %1</source>
            <translation>Aussage im Text: %1</translation>
        </message>
        <message>
            <source>%1, claim in the text: %2</source>
            <extracomment>an instrument and the words of a text about it</extracomment>
            <translation>%1, Aussage im Text: %2</translation>
        </message>
        <message>
            <source>%1, %2, claim in the text: %3</source>
            <extracomment>an instrument, a session and the words of a text about it</extracomment>
            <translation>%1, %2, Aussage im Text: %3</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <extracomment>when a price was traded, as exactly as a bar tells: "27 Jan 2025, 15:30 to 15:35"</extracomment>
            <translation>%1 bis %2</translation>
        </message>
    </context>
    <context>
        <name>VerdictText</name>
        <message>
            <source>No row of %1 can be used. The first is line %2: %3</source>
            <translation>Keine Zeile von %1 ist brauchbar. Die erste ist Zeile %2: %3</translation>
        </message>
        <message>
            <source>%1 has no rows with prices.</source>
            <translation>%1 enthält keine Zeilen mit Kursen.</translation>
        </message>
        <message>
            <source>Reading %1 was stopped: %2 of the first %3 rows cannot be used. The first is line %4: %5</source>
            <translation>Das Lesen von %1 wurde beendet: %2 der ersten %3 Zeilen sind unbrauchbar. Die erste ist Zeile %4: %5</translation>
        </message>
    </context>
    <context>
        <name>Watchlist</name>
        <message>
            <source>Indices</source>
            <translation>Indizes</translation>
        </message>
        <message>
            <source>US shares</source>
            <translation>Aktien USA</translation>
        </message>
        <message>
            <source>Americas</source>
            <translation>Amerika</translation>
        </message>
        <message>
            <source>Europe</source>
            <translation>Europa</translation>
        </message>
        <message>
            <source>Japan</source>
            <translation>Japan</translation>
        </message>
        <message>
            <source>Asia</source>
            <translation>Asien</translation>
        </message>
        <message>
            <source>Other shares</source>
            <translation>Andere Aktien</translation>
        </message>
        <message>
            <source>Funds</source>
            <translation>Fonds</translation>
        </message>
        <message>
            <source>FX and crypto</source>
            <translation>Devisen und Krypto</translation>
        </message>
        <message>
            <source>Commodities</source>
            <translation>Rohstoffe</translation>
        </message>
    </context>
    <context>
        <name>WholeInput</name>
        <message>
            <source>“%1” has no text in it.</source>
            <translation>„%1“ enthält keinen Text.</translation>
        </message>
        <message>
            <source>“%1” is a web page. Save it as plain text first.</source>
            <translation>„%1“ ist eine Webseite. Speichern Sie sie zuerst als reinen Text.</translation>
        </message>
        <message>
            <source>“%1” is XML or JSON, no plain text. A feed can be imported as news.</source>
            <translation>„%1“ ist XML oder JSON, kein reiner Text. Ein Feed lässt sich als Nachrichten importieren.</translation>
        </message>
        <message>
            <source>“%1” is no text file.</source>
            <translation>„%1“ ist keine Textdatei.</translation>
        </message>
        <message>
            <source>“%1” is longer than %2 MB.</source>
            <translation>„%1“ ist länger als %2 MB.</translation>
        </message>
    </context>
    <context>
        <name>WindowActions</name>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Recent databases</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Range</source>
            <translation>&amp;Zeitraum</translation>
        </message>
        <message>
            <source>&amp;Panels</source>
            <translation>Ber&amp;eiche</translation>
        </message>
        <message>
            <source>&amp;Colours of up and down</source>
            <translation>&amp;Farben für Plus und Minus</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>S&amp;prache</translation>
        </message>
        <message>
            <source>&amp;Time zone</source>
            <translation>Zeit&amp;zone</translation>
        </message>
        <message>
            <source>&amp;Chart</source>
            <translation>Dia&amp;gramm</translation>
        </message>
        <message>
            <source>&amp;Base date</source>
            <translation>&amp;Basisdatum</translation>
        </message>
        <message>
            <source>&amp;News</source>
            <translation>&amp;Nachrichten</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;New database…</source>
            <translation>&amp;Neue Datenbank …</translation>
        </message>
        <message>
            <source>&amp;Open database…</source>
            <translation>Datenbank ö&amp;ffnen …</translation>
        </message>
        <message>
            <source>Open the &amp;sample case</source>
            <translation>&amp;Beispielfall öffnen</translation>
        </message>
        <message>
            <source>&amp;Import files…</source>
            <translation>Dateien &amp;importieren …</translation>
        </message>
        <message>
            <source>I&amp;mports and undo…</source>
            <translation>I&amp;mporte und Rücknahme …</translation>
        </message>
        <message>
            <source>Ins&amp;truments…</source>
            <translation>Ins&amp;trumente …</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>B&amp;eenden</translation>
        </message>
        <message>
            <source>One day</source>
            <translation>Ein Tag</translation>
        </message>
        <message>
            <source>Five days</source>
            <translation>Fünf Tage</translation>
        </message>
        <message>
            <source>One month</source>
            <translation>Ein Monat</translation>
        </message>
        <message>
            <source>Three months</source>
            <translation>Drei Monate</translation>
        </message>
        <message>
            <source>Year to date</source>
            <translation>Laufendes Jahr</translation>
        </message>
        <message>
            <source>One year</source>
            <translation>Ein Jahr</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation>&amp;Vergrößern</translation>
        </message>
        <message>
            <source>Zoom &amp;out</source>
            <translation>Ver&amp;kleinern</translation>
        </message>
        <message>
            <source>&amp;Previous view</source>
            <translation>Vo&amp;rige Ansicht</translation>
        </message>
        <message>
            <source>Ne&amp;xt view</source>
            <translation>N&amp;ächste Ansicht</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Dunkel</translation>
        </message>
        <message>
            <source>Up blue, down orange</source>
            <translation>Steigend blau, fallend orange</translation>
        </message>
        <message>
            <source>Up green, down red</source>
            <translation>Steigend grün, fallend rot</translation>
        </message>
        <message>
            <source>Up red, down green (East Asia)</source>
            <translation>Steigend rot, fallend grün (Ostasien)</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>&amp;Vollbild</translation>
        </message>
        <message>
            <source>&amp;New chart…</source>
            <translation>&amp;Neues Diagramm …</translation>
        </message>
        <message>
            <source>&amp;Add instrument to this chart…</source>
            <translation>&amp;Instrument in dieses Diagramm …</translation>
        </message>
        <message>
            <source>&amp;Line</source>
            <translation>&amp;Linie</translation>
        </message>
        <message>
            <source>&amp;Steps</source>
            <translation>&amp;Stufen</translation>
        </message>
        <message>
            <source>&amp;Area</source>
            <translation>&amp;Fläche</translation>
        </message>
        <message>
            <source>&amp;Candles</source>
            <translation>&amp;Kerzen</translation>
        </message>
        <message>
            <source>L&amp;inear</source>
            <translation>L&amp;inear</translation>
        </message>
        <message>
            <source>L&amp;ogarithmic</source>
            <translation>L&amp;ogarithmisch</translation>
        </message>
        <message>
            <source>&amp;Trading time</source>
            <translation>&amp;Handelszeit</translation>
        </message>
        <message>
            <source>&amp;Follow</source>
            <translation>&amp;Folgen</translation>
        </message>
        <message>
            <source>&amp;Values as a table</source>
            <translation>&amp;Werte als Tabelle</translation>
        </message>
        <message>
            <source>&amp;Next headline</source>
            <translation>&amp;Nächste Schlagzeile</translation>
        </message>
        <message>
            <source>&amp;Previous headline</source>
            <translation>&amp;Vorige Schlagzeile</translation>
        </message>
        <message>
            <source>Show &amp;all headlines</source>
            <translation>&amp;Alle Schlagzeilen zeigen</translation>
        </message>
        <message>
            <source>&amp;Search instruments and headlines</source>
            <translation>Instrumente und Schlagzeilen &amp;suchen</translation>
        </message>
        <message>
            <source>&amp;Keyboard and mouse</source>
            <translation>&amp;Tastatur und Maus</translation>
        </message>
        <message>
            <source>Show the &amp;hints again</source>
            <translation>&amp;Hinweise wieder zeigen</translation>
        </message>
        <message>
            <source>&amp;About Tickmark</source>
            <translation>Ü&amp;ber Tickmark</translation>
        </message>
        <message>
            <source>Fra&amp;me times</source>
            <translation>Zeichenzeit je &amp;Bild</translation>
        </message>
        <message>
            <source>&amp;Replay ticks</source>
            <translation>Ticks &amp;abspielen</translation>
        </message>
        <message>
            <source>C&amp;harts</source>
            <translation>&amp;Diagramme</translation>
        </message>
        <message>
            <source>&amp;All claims</source>
            <translation>A&amp;lle Aussagen</translation>
        </message>
        <message>
            <source>Check a &amp;text…</source>
            <translation>&amp;Text prüfen …</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>&amp;Analysis</source>
            <translation>&amp;Analyse</translation>
        </message>
        <message>
            <source>&amp;Filter the list</source>
            <translation>Liste &amp;filtern</translation>
        </message>
        <message>
            <source>&amp;Data quality</source>
            <translation>&amp;Datenqualität</translation>
        </message>
        <message>
            <source>So&amp;urces…</source>
            <translation>&amp;Quellen …</translation>
        </message>
        <message>
            <source>Stream this chart &amp;live</source>
            <translation>Dieses Diagramm &amp;live</translation>
        </message>
        <message>
            <source>Li&amp;ve streams</source>
            <translation>Li&amp;vestreams</translation>
        </message>
        <message>
            <source>&amp;Export charts…</source>
            <translation>Diagramme &amp;exportieren …</translation>
        </message>
        <message>
            <source>Export as the &amp;last time</source>
            <translation>Wie das letzte Ma&amp;l exportieren</translation>
        </message>
        <message>
            <source>&amp;Print charts…</source>
            <translation>Diagramme &amp;drucken …</translation>
        </message>
        <message>
            <source>Re&amp;port…</source>
            <translation>&amp;Bericht …</translation>
        </message>
        <message>
            <source>&amp;Copy the active chart</source>
            <translation>Aktives Diagramm &amp;kopieren</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>Put the panels back in their &amp;places</source>
            <translation>Bereiche an ihren &amp;Platz zurücksetzen</translation>
        </message>
        <message>
            <source>&amp;Claim comparison</source>
            <translation>&amp;Aussagenvergleich</translation>
        </message>
    </context>
    <context>
        <name>XlsxWriter</name>
        <message>
            <source>Data</source>
            <extracomment>name of a sheet</extracomment>
            <translation>Daten</translation>
        </message>
        <message>
            <source>Chart</source>
            <extracomment>name of a sheet</extracomment>
            <translation>Diagramm</translation>
        </message>
        <message>
            <source>change in %</source>
            <extracomment>beside the axis of a chart</extracomment>
            <translation>Veränderung in %</translation>
        </message>
        <message>
            <source>price</source>
            <translation>Kurs</translation>
        </message>
        <message>
            <source>Sources</source>
            <extracomment>name of a sheet; then column heads</extracomment>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>symbol</source>
            <translation>Symbol</translation>
        </message>
        <message>
            <source>name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>currency</source>
            <translation>Währung</translation>
        </message>
        <message>
            <source>exchange</source>
            <translation>Börse</translation>
        </message>
        <message>
            <source>base date</source>
            <translation>Basisdatum</translation>
        </message>
        <message>
            <source>base close</source>
            <translation>Schlusskurs der Basis</translation>
        </message>
        <message>
            <source>source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Verdicts</source>
            <extracomment>name of a sheet; then column heads, %1 is an offset from UTC</extracomment>
            <translation>Urteile</translation>
        </message>
        <message>
            <source>number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>published (%1)</source>
            <translation>veröffentlicht (%1)</translation>
        </message>
        <message>
            <source>publisher</source>
            <translation>Medium</translation>
        </message>
        <message>
            <source>headline</source>
            <translation>Schlagzeile</translation>
        </message>
        <message>
            <source>instrument</source>
            <translation>Instrument</translation>
        </message>
        <message>
            <source>claim</source>
            <translation>Aussage</translation>
        </message>
        <message>
            <source>verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <source>measured</source>
            <translation>gemessen</translation>
        </message>
    </context>
    <context>
        <name>ZoneNames</name>
        <message>
            <source>Berlin</source>
            <translation>Berlin</translation>
        </message>
        <message>
            <source>London</source>
            <translation>London</translation>
        </message>
        <message>
            <source>New York</source>
            <translation>New York</translation>
        </message>
        <message>
            <source>Tokyo</source>
            <translation>Tokio</translation>
        </message>
        <message>
            <source>Hong Kong</source>
            <translation>Hongkong</translation>
        </message>
        <message>
            <source>Zurich</source>
            <translation>Zürich</translation>
        </message>
        <message>
            <source>Vienna</source>
            <translation>Wien</translation>
        </message>
        <message>
            <source>Paris</source>
            <translation>Paris</translation>
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
        <name>tickmark::claimview::CheckTextCounts</name>
        <message>
            <source>%1: %2</source>
            <extracomment>a verdict and how many claims have it: "contradicted: 3"</extracomment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CheckTextDialog</name>
        <message>
            <source>“%1”: %2</source>
            <extracomment>the words of the text, then what the quotes say of them</extracomment>
            <translation>„%1“: %2</translation>
        </message>
        <message>
            <source>Open a database: numbers are checked against its quotes.</source>
            <translation>Öffnen Sie eine Datenbank: Zahlen werden an deren Kursen geprüft.</translation>
        </message>
        <message>
            <source>The text states no number about the move or the value of an instrument.</source>
            <translation>Der Text nennt keine Zahl zur Bewegung oder zum Wert eines Instruments.</translation>
        </message>
        <message>
            <source>Choose a number in the text or a row of the table: here is said how it was checked.</source>
            <translation>Wählen Sie eine Zahl im Text oder eine Zeile der Tabelle: Hier steht dann, wie sie geprüft wurde.</translation>
        </message>
        <message>
            <source>What the quotes say of the numbers stands here as soon as there is a text.</source>
            <translation>Sobald ein Text da ist, steht hier, was die Kurse zu seinen Zahlen sagen.</translation>
        </message>
        <message>
            <source>Published in the future.</source>
            <translation>Veröffentlicht in der Zukunft.</translation>
        </message>
        <message>
            <source>No database is open.</source>
            <translation>Es ist keine Datenbank geöffnet.</translation>
        </message>
        <message>
            <source>The database can only be read.</source>
            <translation>Die Datenbank kann nur gelesen werden.</translation>
        </message>
        <message>
            <source>The database is gone.</source>
            <translation>Die Datenbank ist nicht mehr da.</translation>
        </message>
        <message>
            <source>The text is being saved.</source>
            <translation>Der Text wird gerade gespeichert.</translation>
        </message>
        <message>
            <source>There is no text yet.</source>
            <translation>Es ist noch kein Text da.</translation>
        </message>
        <message>
            <source>The time of publication lies in the future.</source>
            <translation>Der Zeitpunkt der Veröffentlichung liegt in der Zukunft.</translation>
        </message>
        <message>
            <source>Saved as a news item. It can be undone under Imports.</source>
            <translation>Als Nachricht gespeichert. Unter „Importe“ lässt sich das zurücknehmen.</translation>
        </message>
        <message>
            <source>The database has this text of this publisher already.</source>
            <translation>Die Datenbank hat diesen Text dieses Herausgebers schon.</translation>
        </message>
        <message>
            <source>Own text</source>
            <translation>Eigener Text</translation>
        </message>
        <message>
            <source>Check text</source>
            <translation>Text prüfen</translation>
        </message>
        <message>
            <source>Text to check</source>
            <translation>Zu prüfender Text</translation>
        </message>
        <message>
            <source>Type, paste or drop a German or English text here. What it says about prices and indices is checked at once against the quotes of the database.</source>
            <translation>Geben Sie hier einen deutschen oder englischen Text ein, fügen Sie ihn ein oder ziehen Sie ihn hierher. Was er über Kurse und Indizes sagt, wird sofort an den Kursen der Datenbank geprüft.</translation>
        </message>
        <message>
            <source>Numbers of the text and what the quotes say of them</source>
            <translation>Zahlen des Textes und was die Kurse dazu sagen</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>S&amp;chließen</translation>
        </message>
        <message>
            <source>The text seems to be neither German nor English; only these two can be read. If it is one of them, choose the language above.</source>
            <translation>Der Text scheint weder deutsch noch englisch zu sein; nur diese beiden Sprachen werden gelesen. Ist er es doch, wählen Sie die Sprache oben.</translation>
        </message>
        <message>
            <source>The text would be longer than %1 MB: what was pasted was not taken.</source>
            <translation>Der Text wäre länger als %1 MB: Das Eingefügte wurde nicht übernommen.</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Wird geprüft …</translation>
        </message>
        <message>
            <source>&amp;Save as news item…</source>
            <translation>Als Nachricht &amp;speichern …</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CheckTextOptions</name>
        <message>
            <source>German</source>
            <translation>Deutsch</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Englisch</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Automatic (%1)</source>
            <translation>Automatisch (%1)</translation>
        </message>
        <message>
            <source>Time of publication</source>
            <translation>Zeitpunkt der Veröffentlichung</translation>
        </message>
        <message>
            <source>Dates “on Monday” and the like, and decides which sessions the text can know.</source>
            <translation>Datiert „am Montag“ und Ähnliches und entscheidet, welche Handelstage der Text kennen kann.</translation>
        </message>
        <message>
            <source>Language of the text</source>
            <translation>Sprache des Textes</translation>
        </message>
        <message>
            <source>not recognized</source>
            <translation>nicht erkannt</translation>
        </message>
        <message>
            <source>&amp;Published:</source>
            <translation>&amp;Veröffentlicht:</translation>
        </message>
        <message>
            <source>&amp;Language:</source>
            <translation>S&amp;prache:</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CheckTextQuotes</name>
        <message>
            <source>Quotes end on %1: the text is checked as if published then.</source>
            <extracomment>%1: a date</extracomment>
            <translation>Die Kurse enden am %1: Der Text wird geprüft, als wäre er an diesem Tag veröffentlicht.</translation>
        </message>
        <message>
            <source>Quotes end on %1: numbers about later sessions cannot be checked.</source>
            <translation>Die Kurse enden am %1: Zahlen zu späteren Handelstagen lassen sich nicht prüfen.</translation>
        </message>
        <message>
            <source>Published %1, %2</source>
            <extracomment>%1: a date, %2: the time of day</extracomment>
            <translation>Veröffentlicht %1, %2</translation>
        </message>
        <message>
            <source>Check the text as if it had been published at the end of the last session with quotes</source>
            <translation>Den Text prüfen, als wäre er zum Schluss des letzten Handelstags mit Kursen veröffentlicht</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CheckTextSaveDialog</name>
        <message>
            <source>Save as news item</source>
            <translation>Als Nachricht speichern</translation>
        </message>
        <message>
            <source>Of a long text an excerpt is kept: its beginning and the sentences with numbers that were checked. It can be undone under Imports.</source>
            <translation>Von einem langen Text bleibt ein Auszug: sein Anfang und die Sätze mit geprüften Zahlen. Unter „Importe“ lässt sich das zurücknehmen.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>&amp;Headline:</source>
            <translation>S&amp;chlagzeile:</translation>
        </message>
        <message>
            <source>&amp;Publisher:</source>
            <translation>&amp;Herausgeber:</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::ClaimActions</name>
        <message>
            <source>Correct…</source>
            <extracomment>opens a dialog that corrects what a claim was read as</extracomment>
            <translation>Korrigieren …</translation>
        </message>
        <message>
            <source>Restore</source>
            <extracomment>a claim that is none</extracomment>
            <translation>Zurückholen</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>In chart</source>
            <translation>Im Diagramm</translation>
        </message>
        <message>
            <source>Say what the number speaks of, where the text was misread</source>
            <translation>Angeben, wovon die Zahl spricht, wenn der Text falsch gelesen wurde</translation>
        </message>
        <message>
            <source>Say that the number is no claim, or that it is one after all</source>
            <translation>Angeben, dass die Zahl keine Aussage ist oder doch eine</translation>
        </message>
        <message>
            <source>All claims on this instrument and session side by side</source>
            <translation>Alle Aussagen zu diesem Instrument und Handelstag nebeneinander</translation>
        </message>
        <message>
            <source>Show the claimed level in a chart of the session</source>
            <translation>Das behauptete Niveau in einem Diagramm des Handelstags zeigen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::ClaimFilterBar</name>
        <message>
            <source>All verdicts</source>
            <translation>Alle Urteile</translation>
        </message>
        <message>
            <source>corrected by you</source>
            <extracomment>a choice of claims: those that the user has corrected</extracomment>
            <translation>von Ihnen korrigiert</translation>
        </message>
        <message>
            <source>dismissed by you</source>
            <extracomment>a choice of claims: those that the user has dismissed</extracomment>
            <translation>von Ihnen verworfen</translation>
        </message>
        <message>
            <source>All instruments</source>
            <translation>Alle Instrumente</translation>
        </message>
        <message>
            <source>All publishers</source>
            <translation>Alle Herausgeber</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Alle Arten</translation>
        </message>
        <message>
            <source>All days</source>
            <translation>Alle Tage</translation>
        </message>
        <message>
            <source>In view</source>
            <translation>Im Ausschnitt</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Zeitraum</translation>
        </message>
        <message>
            <source>Filter text</source>
            <translation>Text filtern</translation>
        </message>
        <message>
            <source>Filter claims by words</source>
            <translation>Aussagen nach Wörtern filtern</translation>
        </message>
        <message>
            <source>Filter claims by verdict</source>
            <translation>Aussagen nach Urteil filtern</translation>
        </message>
        <message>
            <source>Filter claims by instrument</source>
            <translation>Aussagen nach Instrument filtern</translation>
        </message>
        <message>
            <source>Filter claims by publisher</source>
            <translation>Aussagen nach Herausgeber filtern</translation>
        </message>
        <message>
            <source>Filter claims by kind</source>
            <translation>Aussagen nach Art filtern</translation>
        </message>
        <message>
            <source>Filter claims by day of publication</source>
            <translation>Aussagen nach Tag der Veröffentlichung filtern</translation>
        </message>
        <message>
            <source>Published from</source>
            <translation>Veröffentlicht vom</translation>
        </message>
        <message>
            <source>to</source>
            <extracomment>the last day of a range, after "Published from"</extracomment>
            <translation>bis</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln claims</source>
            <extracomment>"5 of 27 claims": what a filter leaves of all</extracomment>
            <translation>
                <numerusform>%1 von %Ln Aussage</numerusform>
                <numerusform>%1 von %Ln Aussagen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::ClaimRows</name>
        <message>
            <source>Claims of this text</source>
            <translation>Aussagen dieses Textes</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::ClaimRowsModel</name>
        <message>
            <source>Instrument</source>
            <translation>Instrument</translation>
        </message>
        <message>
            <source>Claim</source>
            <extracomment>head of a column: what a text states</extracomment>
            <translation>Aussage</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <source>Measured</source>
            <extracomment>head of a column: what a stated number was held against</extracomment>
            <translation>Gemessen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::ClaimsPanel</name>
        <message>
            <source>Export claims</source>
            <translation>Aussagen exportieren</translation>
        </message>
        <message>
            <source>claims.csv</source>
            <comment>name of a file</comment>
            <translation>aussagen.csv</translation>
        </message>
        <message>
            <source>No database is open. Open one, or the sample case, to see here which numbers in its news are right.</source>
            <translation>Es ist keine Datenbank geöffnet. Öffnen Sie eine oder den Beispielfall, um hier zu sehen, welche Zahlen in den Nachrichten stimmen.</translation>
        </message>
        <message>
            <source>No headline of this database states a number that can be checked. Import news, or check a text of your own.</source>
            <translation>Keine Schlagzeile dieser Datenbank nennt eine Zahl, die sich prüfen lässt. Importieren Sie Nachrichten oder prüfen Sie einen eigenen Text.</translation>
        </message>
        <message>
            <source>No claim matches the filter.</source>
            <translation>Keine Aussage passt zum Filter.</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>Aussagen</translation>
        </message>
        <message>
            <source>Export as CSV…</source>
            <translation>Als CSV exportieren …</translation>
        </message>
        <message>
            <source>Show headline</source>
            <translation>Schlagzeile zeigen</translation>
        </message>
        <message>
            <source>All claims</source>
            <extracomment>one of two tables</extracomment>
            <translation>Alle Aussagen</translation>
        </message>
        <message>
            <source>By publisher</source>
            <extracomment>one of two tables</extracomment>
            <translation>Nach Herausgeber</translation>
        </message>
        <message>
            <source>Export claims by publisher</source>
            <translation>Aussagen nach Herausgeber exportieren</translation>
        </message>
        <message>
            <source>publishers.csv</source>
            <comment>name of a file</comment>
            <translation>herausgeber.csv</translation>
        </message>
        <message numerus="yes">
            <source>%Ln claims</source>
            <translation>
                <numerusform>%Ln Aussage</numerusform>
                <numerusform>%Ln Aussagen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln claims</source>
            <translation>
                <numerusform>%1 von %Ln Aussage</numerusform>
                <numerusform>%1 von %Ln Aussagen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %Ln of them repeated</source>
            <extracomment>%1: a count of claims; some say again what their headline says already: "90 claims, 1 of them repeated"</extracomment>
            <translation>
                <numerusform>%1, davon %Ln Wiederholung</numerusform>
                <numerusform>%1, davon %Ln Wiederholungen</numerusform>
            </translation>
        </message>
        <message>
            <source>None of these claims has a verdict that counts for its publisher: they are dismissed, not checked yet, or their session is still open.</source>
            <translation>Keine dieser Aussagen hat ein Urteil, das für den Herausgeber zählt: Sie sind verworfen, noch nicht geprüft, oder ihr Handelstag läuft noch.</translation>
        </message>
        <message>
            <source>Explain</source>
            <extracomment>why a claim has its verdict</extracomment>
            <translation>Erklären</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CompareChart</name>
        <message>
            <source>±1% of the share count</source>
            <translation>±1 % aus der Aktienzahl</translation>
        </message>
        <message>
            <source>“%1”</source>
            <extracomment>words of a text in quotation marks</extracomment>
            <translation>„%1“</translation>
        </message>
        <message>
            <source>Claims on one axis</source>
            <translation>Aussagen auf einer Achse</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CompareFilterBar</name>
        <message>
            <source>Session: %1</source>
            <extracomment>%1: a date</extracomment>
            <translation>Handelstag: %1</translation>
        </message>
        <message>
            <source>All instruments</source>
            <translation>Alle Instrumente</translation>
        </message>
        <message>
            <source>All verdicts</source>
            <translation>Alle Urteile</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Handelstag</translation>
        </message>
        <message>
            <source>Filter topics by instrument</source>
            <translation>Themen nach Instrument filtern</translation>
        </message>
        <message>
            <source>Filter topics by verdict</source>
            <translation>Themen nach Urteil filtern</translation>
        </message>
        <message>
            <source>Several claims</source>
            <extracomment>a choice of topics: those that more than one claim is about</extracomment>
            <translation>Mehrere Aussagen</translation>
        </message>
        <message>
            <source>Only topics that several claims are about</source>
            <translation>Nur Themen, zu denen es mehrere Aussagen gibt</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CompareRules</name>
        <message>
            <source>How numbers are read</source>
            <translation>So werden Zahlen gelesen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CompareSum</name>
        <message>
            <source>Calculation</source>
            <translation>Rechenweg</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CompareSumModel</name>
        <message>
            <source>Line</source>
            <extracomment>column heads of a sum</extracomment>
            <translation>Zeile</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CompareTableModel</name>
        <message>
            <source>Publisher</source>
            <translation>Herausgeber</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Veröffentlicht</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>Aussage</translation>
        </message>
        <message>
            <source>Interval</source>
            <extracomment>what the words of a claim leave open</extracomment>
            <translation>Intervall</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <source>in %1</source>
            <extracomment>the stated number in the unit of the comparison: "in bn USD"</extracomment>
            <translation>in %1</translation>
        </message>
        <message>
            <source>Difference (pp)</source>
            <comment>percentage points</comment>
            <translation>Abweichung (Pp.)</translation>
        </message>
        <message>
            <source>Difference (%1)</source>
            <extracomment>%1: a unit</extracomment>
            <translation>Abweichung (%1)</translation>
        </message>
        <message>
            <source>Basis</source>
            <extracomment>what a number is measured against: the close, the low</extracomment>
            <translation>Bezug</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CompareTopicDelegate</name>
        <message>
            <source>+%1</source>
            <extracomment>how many more there are than the row has room for</extracomment>
            <translation>+%1</translation>
        </message>
        <message>
            <source>%1 ×%2</source>
            <extracomment>a stated number, and how often</extracomment>
            <translation>%1 ×%2</translation>
        </message>
        <message numerus="yes">
            <source>%Ln claim(s)</source>
            <translation>
                <numerusform>%Ln Aussage</numerusform>
                <numerusform>%Ln Aussagen</numerusform>
            </translation>
        </message>
        <message>
            <source>in %1</source>
            <extracomment>the unit of the numbers that follow: "in bn"</extracomment>
            <translation>in %1</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CompareTopicModel</name>
        <message>
            <source>%1: %2</source>
            <comment>a stated number and its verdict</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CompareView</name>
        <message>
            <source>No database is open. Open one, or the sample case, to compare here what its news state.</source>
            <translation>Es ist keine Datenbank geöffnet. Öffnen Sie eine oder den Beispielfall, um hier zu vergleichen, was die Nachrichten angeben.</translation>
        </message>
        <message>
            <source>No headline of this database states a number that can be compared. Import news with numbers about instruments.</source>
            <translation>Keine Schlagzeile dieser Datenbank nennt eine Zahl, die sich vergleichen lässt. Importieren Sie Nachrichten mit Zahlen zu Instrumenten.</translation>
        </message>
        <message>
            <source>Topics of the session</source>
            <translation>Themen des Handelstags</translation>
        </message>
        <message>
            <source>Claims of the topic</source>
            <translation>Aussagen zum Thema</translation>
        </message>
        <message>
            <source>Text to copy</source>
            <translation>Textbaustein</translation>
        </message>
        <message>
            <source>Copy text</source>
            <translation>Text kopieren</translation>
        </message>
        <message>
            <source>Comparisons</source>
            <translation>Vergleiche</translation>
        </message>
        <message>
            <source>Clear filter</source>
            <translation>Filter aufheben</translation>
        </message>
        <message>
            <source>Explain</source>
            <extracomment>why a claim has its verdict</extracomment>
            <translation>Erklären</translation>
        </message>
        <message>
            <source>Show headline</source>
            <translation>Schlagzeile zeigen</translation>
        </message>
        <message>
            <source>In chart</source>
            <translation>Im Diagramm</translation>
        </message>
        <message>
            <source>Export as CSV…</source>
            <translation>Als CSV exportieren …</translation>
        </message>
        <message numerus="yes">
            <source>%Ln topic(s)</source>
            <translation>
                <numerusform>%Ln Thema</numerusform>
                <numerusform>%Ln Themen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln topic(s)</source>
            <translation>
                <numerusform>%1 von %Ln Thema</numerusform>
                <numerusform>%1 von %Ln Themen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln claim(s)</source>
            <translation>
                <numerusform>%Ln Aussage</numerusform>
                <numerusform>%Ln Aussagen</numerusform>
            </translation>
        </message>
        <message>
            <source>No topic of this session matches the filter.</source>
            <translation>Kein Thema dieses Handelstags passt zum Filter.</translation>
        </message>
        <message>
            <source>Export comparison</source>
            <translation>Vergleich exportieren</translation>
        </message>
        <message>
            <source>comparison.csv</source>
            <comment>name of a file</comment>
            <translation>vergleich.csv</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CorrectClaim</name>
        <message>
            <source>This database can only be read.</source>
            <translation>Diese Datenbank kann nur gelesen werden.</translation>
        </message>
        <message>
            <source>Correct claim</source>
            <translation>Aussage korrigieren</translation>
        </message>
        <message>
            <source>Take back correction</source>
            <translation>Korrektur zurücknehmen</translation>
        </message>
        <message>
            <source>Dismiss claim</source>
            <translation>Aussage verwerfen</translation>
        </message>
        <message>
            <source>Restore claim</source>
            <translation>Aussage zurückholen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CorrectClaimDialog</name>
        <message>
            <source>As in the text</source>
            <translation>Wie im Text</translation>
        </message>
        <message>
            <source>The correction stays when the news are imported again, and can be undone.</source>
            <translation>Die Korrektur bleibt bestehen, wenn die Nachrichten erneut importiert werden, und lässt sich rückgängig machen.</translation>
        </message>
        <message>
            <source>Correct a claim</source>
            <translation>Aussage korrigieren</translation>
        </message>
        <message>
            <source>&amp;Instrument:</source>
            <translation>&amp;Instrument:</translation>
        </message>
        <message>
            <source>&amp;Session:</source>
            <translation>&amp;Handelstag:</translation>
        </message>
        <message>
            <source>&amp;Kind:</source>
            <translation>&amp;Art:</translation>
        </message>
        <message>
            <source>&amp;Qualified as:</source>
            <translation>&amp;Einschränkung:</translation>
        </message>
        <message>
            <source>Instrument</source>
            <translation>Instrument</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Handelstag</translation>
        </message>
        <message>
            <source>Day of the session</source>
            <translation>Datum des Handelstags</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Qualified as</source>
            <translation>Einschränkung</translation>
        </message>
        <message>
            <source>The session of</source>
            <translation>Handelstag vom</translation>
        </message>
        <message>
            <source>&amp;All as in the text</source>
            <translation>&amp;Alles wie im Text</translation>
        </message>
        <message>
            <source>Correc&amp;t</source>
            <translation>&amp;Korrigieren</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>As in the text (%1)</source>
            <extracomment>%1: what the program has read there: "As in the text (BTC-USD)"</extracomment>
            <translation>Wie im Text (%1)</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::PublisherTable</name>
        <message>
            <source>Claims by publisher</source>
            <translation>Aussagen nach Herausgeber</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::RangeStrip</name>
        <message>
            <source>Range of the session</source>
            <translation>Spanne des Handelstags</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::RowsExport</name>
        <message>
            <source>Export as CSV…</source>
            <translation>Als CSV exportieren …</translation>
        </message>
        <message>
            <source>Export claims</source>
            <translation>Aussagen exportieren</translation>
        </message>
        <message>
            <source>claims.csv</source>
            <comment>name of a file</comment>
            <translation>aussagen.csv</translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::VerdictPopup</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Copy explanation</source>
            <translation>Erklärung kopieren</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
    </context>
    <context>
        <name>tickmark::desk::ChartDesk</name>
        <message>
            <source>Charts</source>
            <translation>Diagramme</translation>
        </message>
        <message>
            <source>No store is open. Open one from the File menu, or begin with the sample case.</source>
            <translation>Es ist keine Datenbank geöffnet. Öffnen Sie eine über das Menü Datei, oder beginnen Sie mit dem Beispielfall.</translation>
        </message>
        <message>
            <source>There is no chart. Add one from the Chart menu, or drag an instrument here from the watchlist.</source>
            <translation>Es gibt kein Diagramm. Fügen Sie eines über das Menü Diagramm hinzu, oder ziehen Sie ein Instrument aus der Watchlist hierher.</translation>
        </message>
        <message>
            <source>Reading the quotes…</source>
            <translation>Die Kurse werden gelesen …</translation>
        </message>
    </context>
    <context>
        <name>tickmark::desk::ChartTableDialog</name>
        <message>
            <source>Values of %1</source>
            <extracomment>%1: title of a chart</extracomment>
            <translation>Werte von %1</translation>
        </message>
        <message>
            <source>Correct this bar…</source>
            <translation>Diesen Kurs korrigieren …</translation>
        </message>
        <message>
            <source>One row for the ticks of each session.</source>
            <translation>Eine Zeile für die Ticks jedes Handelstags.</translation>
        </message>
        <message numerus="yes">
            <source>One row for the ticks of every %n minute(s).</source>
            <translation>
                <numerusform>Eine Zeile für die Ticks jeder Minute.</numerusform>
                <numerusform>Eine Zeile für die Ticks von je %n Minuten.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>One row for the ticks of every %n second(s).</source>
            <translation>
                <numerusform>Eine Zeile für die Ticks jeder Sekunde.</numerusform>
                <numerusform>Eine Zeile für die Ticks von je %n Sekunden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose the cell of a daily quote first; a double click does the same.</source>
            <translation>Wählen Sie zuerst die Zelle eines Tageskurses; ein Doppelklick darauf tut dasselbe.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::desk::ChartTableModel</name>
        <message>
            <source>The low is above the high, or open or close lie outside them.</source>
            <translation>Das Tief liegt über dem Hoch, oder Eröffnung oder Schluss liegen außerhalb.</translation>
        </message>
        <message>
            <source>All four prices are equal and nothing was traded.</source>
            <translation>Alle vier Kurse sind gleich, und es wurde nichts gehandelt.</translation>
        </message>
        <message>
            <source>A hundred times, or a hundredth of, the price before.</source>
            <translation>Das Hundertfache oder ein Hundertstel des Kurses davor.</translation>
        </message>
        <message>
            <source>The exchange was closed according to its calendar.</source>
            <translation>Die Börse hatte nach ihrem Kalender geschlossen.</translation>
        </message>
        <message>
            <source>The file had this date more than once; the last value stands.</source>
            <translation>Die Datei enthielt dieses Datum mehrmals; der letzte Wert gilt.</translation>
        </message>
        <message>
            <source>A price had more decimals than can be kept.</source>
            <translation>Ein Kurs hatte mehr Nachkommastellen, als gespeichert werden können.</translation>
        </message>
        <message>
            <source>A price is zero or negative.</source>
            <translation>Ein Kurs ist null oder negativ.</translation>
        </message>
        <message>
            <source>The calendar does not reach this date: it may have been a holiday.</source>
            <translation>Der Kalender reicht nicht bis zu diesem Tag: Er kann ein Feiertag gewesen sein.</translation>
        </message>
        <message>
            <source>Source: %1</source>
            <translation>Quelle: %1</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Open</source>
            <extracomment>first price of a session</extracomment>
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
            <source>% since %1</source>
            <extracomment>%1: a date; head of a column of percent</extracomment>
            <translation>% seit %1</translation>
        </message>
        <message>
            <source>%1, % since %2</source>
            <extracomment>%1: an instrument, %2: a date; head of a column of percent</extracomment>
            <translation>%1, % seit %2</translation>
        </message>
    </context>
    <context>
        <name>tickmark::desk::DeskStack</name>
        <message>
            <source>There are no quotes of these instruments yet. Import a file with their prices.</source>
            <translation>Zu diesen Instrumenten gibt es noch keine Kurse. Importieren Sie eine Datei mit ihren Kursen.</translation>
        </message>
        <message numerus="yes">
            <source>%n-minute bars</source>
            <translation>
                <numerusform>%n-Minuten-Kerzen</numerusform>
                <numerusform>%n-Minuten-Kerzen</numerusform>
            </translation>
        </message>
        <message>
            <source>not linked</source>
            <extracomment>of a chart whose time axis is its own; end of a list</extracomment>
            <translation>nicht verknüpft</translation>
        </message>
        <message>
            <source>no quotes: %1</source>
            <extracomment>%1: names of instruments; in the head of a chart</extracomment>
            <translation>keine Kurse: %1</translation>
        </message>
        <message>
            <source>not in this database: %1</source>
            <extracomment>%1: symbols; in the head of a chart</extracomment>
            <translation>nicht in dieser Datenbank: %1</translation>
        </message>
        <message>
            <source>ticks</source>
            <extracomment>of a chart that is made of every single trade or quote; begin of a list</extracomment>
            <translation>Ticks</translation>
        </message>
        <message>
            <source>No trade has come yet. The chart begins with the first one.</source>
            <translation>Noch ist kein Abschluss gekommen. Das Diagramm beginnt mit dem ersten.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>a curve of several in a chart, the state of its live stream</extracomment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>to the live chart</source>
            <comment>where the trades of an instrument are drawn as they come</comment>
            <translation>zum Live-Diagramm</translation>
        </message>
        <message>
            <source>This chart does not show the trades of %1 as they come. A click leads to where they are drawn.</source>
            <translation>Dieses Diagramm zeigt die laufenden Abschlüsse von %1 nicht. Ein Klick führt dorthin, wo sie gezeichnet werden.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::desk::InstrumentPicker</name>
        <message>
            <source>Choose an instrument</source>
            <translation>Instrument wählen</translation>
        </message>
        <message>
            <source>Symbol or name</source>
            <translation>Symbol oder Name</translation>
        </message>
        <message>
            <source>Instruments found</source>
            <translation>Gefundene Instrumente</translation>
        </message>
    </context>
    <context>
        <name>tickmark::desk::PaneHead</name>
        <message>
            <source>Give this chart a time axis of its own</source>
            <translation>Diesem Diagramm eine eigene Zeitachse geben</translation>
        </message>
        <message>
            <source>Share the time axis of the other charts</source>
            <translation>Die Zeitachse der anderen Diagramme teilen</translation>
        </message>
        <message>
            <source>What this chart shows</source>
            <translation>Was dieses Diagramm zeigt</translation>
        </message>
        <message>
            <source>Close this chart</source>
            <translation>Dieses Diagramm schließen</translation>
        </message>
        <message>
            <source>Back to the newest trade, and follow it</source>
            <translation>Zurück zum neuesten Abschluss und ihm folgen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::desk::PaneMenu</name>
        <message>
            <source>Show &amp;volume</source>
            <translation>&amp;Volumen anzeigen</translation>
        </message>
        <message>
            <source>&amp;Own time axis</source>
            <translation>Eigene &amp;Zeitachse</translation>
        </message>
        <message>
            <source>&amp;Data table</source>
            <translation>&amp;Datentabelle</translation>
        </message>
        <message>
            <source>Move &amp;up</source>
            <translation>Nach &amp;oben</translation>
        </message>
        <message>
            <source>Move do&amp;wn</source>
            <translation>Nach &amp;unten</translation>
        </message>
        <message>
            <source>&amp;Close chart</source>
            <translation>Diagramm s&amp;chließen</translation>
        </message>
        <message>
            <source>&amp;Add instrument…</source>
            <translation>Instrument &amp;hinzufügen …</translation>
        </message>
        <message>
            <source>&amp;Remove instrument</source>
            <translation>Instrument &amp;entfernen</translation>
        </message>
        <message>
            <source>Curv&amp;e</source>
            <translation>&amp;Kurve</translation>
        </message>
        <message>
            <source>&amp;Line</source>
            <translation>&amp;Linie</translation>
        </message>
        <message>
            <source>&amp;Steps</source>
            <translation>&amp;Stufen</translation>
        </message>
        <message>
            <source>&amp;Area</source>
            <translation>&amp;Fläche</translation>
        </message>
        <message>
            <source>&amp;Candles</source>
            <translation>&amp;Kerzen</translation>
        </message>
        <message>
            <source>&amp;Scale</source>
            <extracomment>of the values in a chart</extracomment>
            <translation>&amp;Skala</translation>
        </message>
        <message>
            <source>A&amp;utomatic</source>
            <extracomment>scale of a chart: percent where a base date is set or several instruments are compared, else prices</extracomment>
            <translation>&amp;Automatisch</translation>
        </message>
        <message>
            <source>&amp;Percent since the base</source>
            <translation>&amp;Prozent seit der Basis</translation>
        </message>
        <message>
            <source>Pe&amp;rcent since the base, logarithmic</source>
            <translation>Prozent &amp;seit der Basis, logarithmisch</translation>
        </message>
        <message>
            <source>Pri&amp;ce, linear</source>
            <translation>&amp;Kurs, linear</translation>
        </message>
        <message>
            <source>Price, lo&amp;garithmic</source>
            <translation>Kurs, &amp;logarithmisch</translation>
        </message>
    </context>
    <context>
        <name>tickmark::desk::QuoteTips</name>
        <message>
            <source>%1, %2</source>
            <extracomment>%1: a date, %2: a clock time and its zone</extracomment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>instrument</comment>
            <extracomment>%1: an instrument, %2: a date</extracomment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Price: %1</source>
            <translation>Kurs: %1</translation>
        </message>
        <message>
            <source>Close: %1</source>
            <translation>Schluss: %1</translation>
        </message>
        <message>
            <source>Source: %1</source>
            <translation>Quelle: %1</translation>
        </message>
        <message>
            <source>%1, fetched on %2, %3</source>
            <extracomment>%1: an address, %2: a date, %3: a clock time and its zone</extracomment>
            <translation>%1, abgerufen am %2, %3</translation>
        </message>
        <message>
            <source>%1: %2 (%3)</source>
            <extracomment>another source's close of the day: %1: source, %2: close, %3: difference in percent</extracomment>
            <translation>%1: %2 (%3)</translation>
        </message>
        <message>
            <source>%1, entered on %2, %3</source>
            <extracomment>%1: "Correction", %2: a date, %3: a clock time and its zone</extracomment>
            <translation>%1, eingetragen am %2, %3</translation>
        </message>
        <message>
            <source>%1, imported on %2, %3</source>
            <extracomment>%1: a file, %2: a date, %3: a clock time and its zone</extracomment>
            <translation>%1, importiert am %2, %3</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::AdditionList</name>
        <message>
            <source>The database does not have these symbols. Their rows are left out, unless you tick them to be added as instruments.</source>
            <translation>Die Datenbank kennt diese Symbole nicht. Ihre Zeilen werden weggelassen, wenn Sie sie nicht ankreuzen, um sie als Instrumente anzulegen.</translation>
        </message>
        <message>
            <source>Symbols that the database does not have</source>
            <translation>Symbole, die die Datenbank nicht kennt</translation>
        </message>
        <message>
            <source>Add all</source>
            <translation>Alle anlegen</translation>
        </message>
        <message>
            <source>Leave all out</source>
            <translation>Alle weglassen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::AdditionModel</name>
        <message>
            <source>Symbol</source>
            <translation>Symbol</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>Zeilen</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>Börse</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Währung</translation>
        </message>
        <message>
            <source>choose…</source>
            <translation>wählen …</translation>
        </message>
        <message>
            <source>type…</source>
            <translation>eingeben …</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::BarCorrectionDialog</name>
        <message>
            <source>%1, %2</source>
            <comment>symbol, date</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>The stored values are from %1 (source: %2).</source>
            <comment>file names; name of the source</comment>
            <translation>Die gespeicherten Werte stammen aus %1 (Quelle: %2).</translation>
        </message>
        <message>
            <source>“%1” is not a number that can be stored.</source>
            <translation>„%1“ ist keine Zahl, die sich speichern lässt.</translation>
        </message>
        <message>
            <source>These prices are too large.</source>
            <translation>Diese Kurse sind zu groß.</translation>
        </message>
        <message>
            <source>The high must be the highest and the low the lowest of the four prices.</source>
            <translation>Das Hoch muss der höchste, das Tief der niedrigste der vier Kurse sein.</translation>
        </message>
        <message>
            <source>These are the stored values.</source>
            <translation>Das sind die gespeicherten Werte.</translation>
        </message>
        <message>
            <source>Change of this day: %1 so far, %2 with the new values.</source>
            <translation>Veränderung an diesem Tag: bisher %1, mit den neuen Werten %2.</translation>
        </message>
        <message>
            <source>Change of the next session: %1 so far, %2 with the new values.</source>
            <translation>Veränderung am nächsten Handelstag: bisher %1, mit den neuen Werten %2.</translation>
        </message>
        <message>
            <source>Correct a quote</source>
            <translation>Kurs korrigieren</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>Gespeichert</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>&amp;Open:</source>
            <translation>&amp;Eröffnung:</translation>
        </message>
        <message>
            <source>&amp;High:</source>
            <translation>&amp;Hoch:</translation>
        </message>
        <message>
            <source>&amp;Low:</source>
            <translation>&amp;Tief:</translation>
        </message>
        <message>
            <source>&amp;Close:</source>
            <translation>&amp;Schluss:</translation>
        </message>
        <message>
            <source>&amp;Volume:</source>
            <translation>&amp;Volumen:</translation>
        </message>
        <message>
            <source>New open</source>
            <translation>Neue Eröffnung</translation>
        </message>
        <message>
            <source>New high</source>
            <translation>Neues Hoch</translation>
        </message>
        <message>
            <source>New low</source>
            <translation>Neues Tief</translation>
        </message>
        <message>
            <source>New close</source>
            <translation>Neuer Schlusskurs</translation>
        </message>
        <message>
            <source>New volume</source>
            <translation>Neues Volumen</translation>
        </message>
        <message>
            <source>&amp;Reason:</source>
            <translation>&amp;Grund:</translation>
        </message>
        <message>
            <source>Optional; stands in the list of imports</source>
            <translation>Freiwillig; steht in der Liste der Importe</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Meldung</translation>
        </message>
        <message>
            <source>Correc&amp;t</source>
            <translation>&amp;Korrigieren</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>The database has no daily quotes of %1 on this day.</source>
            <translation>Die Datenbank hat für diesen Tag keine Tageskurse von %1.</translation>
        </message>
        <message>
            <source>This database can only be read.</source>
            <translation>Diese Datenbank kann nur gelesen werden.</translation>
        </message>
        <message>
            <source>The former values stay in the database. To undo the correction, undo it in the list of imports.</source>
            <translation>Die bisherigen Werte bleiben in der Datenbank. Um die Korrektur zurückzunehmen, nehmen Sie sie in der Liste der Importe zurück.</translation>
        </message>
        <message>
            <source>Corrected. To undo it, choose “%1” of %2, %3, in the list of imports and undo it.</source>
            <comment>name of the import; date; clock time</comment>
            <translation>Korrigiert. Zum Zurücknehmen wählen Sie „%1“ vom %2, %3, in der Liste der Importe und nehmen es dort zurück.</translation>
        </message>
        <message>
            <source>They count in the shares of %1, before a later split. The charts show them in today's shares: the close as %2.</source>
            <comment>date; price</comment>
            <translation>Sie zählen in Aktien vom %1, vor einem späteren Split. Die Diagramme zeigen sie in heutigen Aktien: den Schluss als %2.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::DialectForm</name>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>not decided</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>as in the file</source>
            <translation>wie in der Datei</translation>
        </message>
        <message>
            <source>Columns parted by:</source>
            <translation>Spalten getrennt durch:</translation>
        </message>
        <message>
            <source>Encoding:</source>
            <translation>Zeichensatz:</translation>
        </message>
        <message>
            <source>Line with the names:</source>
            <translation>Zeile mit den Namen:</translation>
        </message>
        <message>
            <source>Numbers:</source>
            <translation>Zahlen:</translation>
        </message>
        <message>
            <source>Dates:</source>
            <translation>Datumsangaben:</translation>
        </message>
        <message>
            <source>Time zone:</source>
            <translation>Zeitzone:</translation>
        </message>
        <message>
            <source>Length of a bar:</source>
            <translation>Länge einer Kerze:</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::FactsView</name>
        <message>
            <source>Rows that are left out, the first %1 of them</source>
            <translation>Zeilen, die weggelassen werden, die ersten %1</translation>
        </message>
        <message>
            <source>Rows that are left out</source>
            <translation>Zeilen, die weggelassen werden</translation>
        </message>
        <message>
            <source>Copy these rows</source>
            <translation>Diese Zeilen kopieren</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::ImportDialog</name>
        <message>
            <source>Files to import</source>
            <translation>Dateien zum Importieren</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Only files on this computer can be imported: download %1 first.</source>
            <translation>Nur Dateien auf diesem Rechner lassen sich importieren: Laden Sie %1 zuerst herunter.</translation>
        </message>
        <message>
            <source>%1 – imported</source>
            <translation>%1 – importiert</translation>
        </message>
        <message>
            <source>%1 – not possible</source>
            <translation>%1 – nicht möglich</translation>
        </message>
        <message>
            <source>%1 – running</source>
            <translation>%1 – läuft</translation>
        </message>
        <message>
            <source>Import is running</source>
            <translation>Ein Import läuft</translation>
        </message>
        <message>
            <source>Cancel the import and close? Nothing of the running file will be kept.</source>
            <translation>Import abbrechen und schließen? Von der laufenden Datei wird nichts behalten.</translation>
        </message>
        <message>
            <source>Cancel the import</source>
            <translation>Import abbrechen</translation>
        </message>
        <message>
            <source>Keep importing</source>
            <translation>Weiter importieren</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>Daten importieren</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Import all</source>
            <translation>Alle importieren</translation>
        </message>
        <message>
            <source>Import this file</source>
            <translation>Diese Datei importieren</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Cancel the import and close? Ticks that are in the database stay there; importing the file again adds the rest.</source>
            <translation>Import abbrechen und schließen? Ticks, die schon in der Datenbank stehen, bleiben dort; ein weiterer Import der Datei ergänzt den Rest.</translation>
        </message>
        <message>
            <source>Tables and feeds (*.csv *.txt *.tsv *.xml *.rss *.atom *.json *.gz *.zip *.zst)</source>
            <translation>Tabellen und Feeds (*.csv *.txt *.tsv *.xml *.rss *.atom *.json *.gz *.zip *.zst)</translation>
        </message>
        <message>
            <source>Drop files here, or choose them with “Add files”: quotes, ticks, share counts, splits and dividends as CSV; headlines as a feed (RSS, Atom, JSON). They may be packed as .gz, .zip or .zst.</source>
            <translation>Ziehen Sie Dateien hierher, oder wählen Sie sie mit „Dateien hinzufügen“: Kurse, Ticks, Aktienzahlen, Splits und Dividenden als CSV, Schlagzeilen als Feed (RSS, Atom, JSON). Sie dürfen als .gz, .zip oder .zst gepackt sein.</translation>
        </message>
        <message>
            <source>%1 – asks something</source>
            <translation>%1 – fragt etwas</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>Dateien hinzufügen …</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::ImportPage</name>
        <message>
            <source>What the system says: %1</source>
            <translation>Meldung des Systems: %1</translation>
        </message>
        <message>
            <source>It was cancelled. Nothing of the file was kept; the database is as it was.</source>
            <translation>Abgebrochen. Von der Datei wurde nichts behalten; die Datenbank ist, wie sie war.</translation>
        </message>
        <message>
            <source>Importing: %1</source>
            <translation>Import: %1</translation>
        </message>
        <message>
            <source>Checking the whole file: %1</source>
            <translation>Die ganze Datei wird geprüft: %1</translation>
        </message>
        <message>
            <source>The import was taken back. Rows removed: %1. Rows with their former value again: %2.</source>
            <translation>Der Import wurde zurückgenommen. Entfernte Zeilen: %1. Zeilen wieder mit ihrem früheren Wert: %2.</translation>
        </message>
        <message>
            <source>Share counts</source>
            <translation>Aktienzahlen</translation>
        </message>
        <message>
            <source>What the file holds</source>
            <translation>Was die Datei enthält</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Noch einmal ansehen</translation>
        </message>
        <message>
            <source>Open the database</source>
            <translation>Datenbank öffnen</translation>
        </message>
        <message>
            <source>The first rows, as they will be read</source>
            <translation>Die ersten Zeilen, wie sie gelesen werden</translation>
        </message>
        <message>
            <source>Correct how it is read</source>
            <translation>Leseweise korrigieren</translation>
        </message>
        <message>
            <source>What was found out</source>
            <translation>Was erkannt wurde</translation>
        </message>
        <message>
            <source>Check the whole file</source>
            <translation>Die ganze Datei prüfen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Show in chart</source>
            <translation>Im Diagramm zeigen</translation>
        </message>
        <message>
            <source>Undo this import</source>
            <translation>Diesen Import zurücknehmen</translation>
        </message>
        <message>
            <source>Ticks of the file that are in the database and stay there: %1. Importing the same file again adds what is missing.</source>
            <translation>Ticks der Datei, die in der Datenbank stehen und dort bleiben: %1. Ein weiterer Import derselben Datei ergänzt, was fehlt.</translation>
        </message>
        <message>
            <source>It was cancelled. Ticks of the file that are in the database and stay there: %1. Importing the same file again adds the rest.</source>
            <translation>Abgebrochen. Ticks der Datei, die in der Datenbank stehen und dort bleiben: %1. Ein weiterer Import derselben Datei ergänzt den Rest.</translation>
        </message>
        <message>
            <source>The import was taken back. Ticks removed: %1.</source>
            <translation>Der Import wurde zurückgenommen. Entfernte Ticks: %1.</translation>
        </message>
        <message>
            <source>Bars</source>
            <translation>Kerzen</translation>
        </message>
        <message>
            <source>Ticks</source>
            <translation>Ticks</translation>
        </message>
        <message>
            <source>Splits and dividends</source>
            <translation>Splits und Dividenden</translation>
        </message>
        <message>
            <source>The first headlines</source>
            <translation>Die ersten Schlagzeilen</translation>
        </message>
        <message>
            <source>The import was taken back. Headlines removed: %1.</source>
            <translation>Der Import wurde zurückgenommen. Entfernte Schlagzeilen: %1.</translation>
        </message>
        <message>
            <source>Read as:</source>
            <translation>Gelesen als:</translation>
        </message>
        <message>
            <source>The file is being looked at…</source>
            <translation>Die Datei wird angesehen …</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::ImportPreview</name>
        <message>
            <source>There is no file %1 any more.</source>
            <translation>Die Datei %1 gibt es nicht mehr.</translation>
        </message>
        <message>
            <source>%1 is a folder, not a file.</source>
            <translation>%1 ist ein Ordner, keine Datei.</translation>
        </message>
        <message>
            <source>%1 is not an ordinary file.</source>
            <translation>%1 ist keine gewöhnliche Datei.</translation>
        </message>
        <message>
            <source>%1 cannot be read.</source>
            <translation>%1 lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>%1 is a database of this program.</source>
            <translation>%1 ist eine Datenbank dieses Programms.</translation>
        </message>
        <message>
            <source>%1 is a picture, not a table.</source>
            <translation>%1 ist ein Bild, keine Tabelle.</translation>
        </message>
        <message>
            <source>It was moved, renamed or deleted. Choose it again.</source>
            <translation>Sie wurde verschoben, umbenannt oder gelöscht. Wählen Sie sie noch einmal.</translation>
        </message>
        <message>
            <source>Choose the files in it instead.</source>
            <translation>Wählen Sie stattdessen die Dateien darin.</translation>
        </message>
        <message>
            <source>Check whether you are allowed to read it, or make a copy of it.</source>
            <translation>Prüfen Sie, ob Sie sie lesen dürfen, oder legen Sie eine Kopie an.</translation>
        </message>
        <message>
            <source>Download or save it again.</source>
            <translation>Laden oder speichern Sie sie noch einmal.</translation>
        </message>
        <message>
            <source>Numbers cannot be read from it. Get the data as a CSV file.</source>
            <translation>Daraus lassen sich keine Zahlen lesen. Besorgen Sie die Daten als CSV-Datei.</translation>
        </message>
        <message>
            <source>Save the sheet as CSV in your spreadsheet program and import that.</source>
            <translation>Speichern Sie das Blatt in Ihrer Tabellenkalkulation als CSV und importieren Sie das.</translation>
        </message>
        <message>
            <source>Open it instead of importing it.</source>
            <translation>Öffnen Sie sie, statt sie zu importieren.</translation>
        </message>
        <message>
            <source>Export the table as a CSV file and import that.</source>
            <translation>Exportieren Sie die Tabelle als CSV-Datei und importieren Sie diese.</translation>
        </message>
        <message>
            <source>Open it in a browser to see what the site says, and download the CSV file again.</source>
            <translation>Öffnen Sie sie im Browser, um zu sehen, was die Seite sagt, und laden Sie die CSV-Datei noch einmal herunter.</translation>
        </message>
        <message>
            <source>Unpack it and import the files one by one.</source>
            <translation>Entpacken Sie sie und importieren Sie die Dateien einzeln.</translation>
        </message>
        <message>
            <source>Download it again.</source>
            <translation>Laden Sie sie noch einmal herunter.</translation>
        </message>
        <message>
            <source>Quotes come as CSV files: one row for each day, bar or tick, with a date and a price.</source>
            <translation>Kurse kommen als CSV-Dateien: eine Zeile je Tag, Kerze oder Tick, mit Datum und Kurs.</translation>
        </message>
        <message>
            <source>Download the feed again, or see in a browser what its site says.</source>
            <translation>Laden Sie den Feed noch einmal herunter, oder sehen Sie im Browser nach, was die Seite meldet.</translation>
        </message>
        <message>
            <source>%1 has no headlines.</source>
            <translation>%1 enthält keine Schlagzeilen.</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>Schlagzeile</translation>
        </message>
        <message>
            <source>Excerpt</source>
            <translation>Auszug</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::ImportText</name>
        <message>
            <source>%1 has no bar on %2 trading days of its exchange: %3.</source>
            <translation>%1 hat an so vielen Handelstagen der Börse keine Kerze: %2 (%3).</translation>
        </message>
        <message>
            <source>New: %1. Replaced: %2. Unchanged: %3.</source>
            <translation>Neu: %1. Ersetzt: %2. Unverändert: %3.</translation>
        </message>
        <message>
            <source>New: %1. Replacing another value: %2. Unchanged: %3.</source>
            <translation>Neu: %1. Ersetzen einen anderen Wert: %2. Unverändert: %3.</translation>
        </message>
        <message>
            <source>The database has all of it already; nothing was changed.</source>
            <translation>Die Datenbank hat alles schon; nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The database has all of it already.</source>
            <translation>Die Datenbank hat alles schon.</translation>
        </message>
        <message>
            <source>Trading days are missing for %1 more instruments.</source>
            <translation>Auch bei weiteren Instrumenten fehlen Handelstage: %1.</translation>
        </message>
        <message>
            <source>not used</source>
            <translation>nicht verwendet</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Time of day</source>
            <translation>Uhrzeit</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>Symbol</translation>
        </message>
        <message>
            <source>Opening price</source>
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
            <source>Closing price</source>
            <translation>Schlusskurs</translation>
        </message>
        <message>
            <source>Adjusted closing price</source>
            <translation>Bereinigter Schlusskurs</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Volumen</translation>
        </message>
        <message>
            <source>Turnover</source>
            <translation>Umsatz</translation>
        </message>
        <message>
            <source>not decided</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>year, month, day</source>
            <translation>Jahr, Monat, Tag</translation>
        </message>
        <message>
            <source>day, month, year</source>
            <translation>Tag, Monat, Jahr</translation>
        </message>
        <message>
            <source>month, day, year</source>
            <translation>Monat, Tag, Jahr</translation>
        </message>
        <message>
            <source>seconds since 1970</source>
            <translation>Sekunden seit 1970</translation>
        </message>
        <message>
            <source>milliseconds since 1970</source>
            <translation>Millisekunden seit 1970</translation>
        </message>
        <message>
            <source>microseconds since 1970</source>
            <translation>Mikrosekunden seit 1970</translation>
        </message>
        <message>
            <source>nanoseconds since 1970</source>
            <translation>Nanosekunden seit 1970</translation>
        </message>
        <message>
            <source>milliseconds of the day</source>
            <translation>Millisekunden des Tages</translation>
        </message>
        <message>
            <source>Semicolon ;</source>
            <translation>Semikolon ;</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tabulator</translation>
        </message>
        <message>
            <source>Vertical bar |</source>
            <translation>Senkrechter Strich |</translation>
        </message>
        <message>
            <source>Comma ,</source>
            <translation>Komma ,</translation>
        </message>
        <message>
            <source>1 trading day</source>
            <translation>1 Handelstag</translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n Stunde</numerusform>
                <numerusform>%n Stunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n Minute</numerusform>
                <numerusform>%n Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n Sekunde</numerusform>
                <numerusform>%n Sekunden</numerusform>
            </translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>Aktie</translation>
        </message>
        <message>
            <source>Index</source>
            <translation>Index</translation>
        </message>
        <message>
            <source>ETF</source>
            <translation>ETF</translation>
        </message>
        <message>
            <source>Currency pair</source>
            <translation>Währungspaar</translation>
        </message>
        <message>
            <source>Cryptocurrency</source>
            <translation>Kryptowährung</translation>
        </message>
        <message>
            <source>Commodity</source>
            <translation>Rohstoff</translation>
        </message>
        <message>
            <source>Currency trading (FX)</source>
            <translation>Devisenhandel (FX)</translation>
        </message>
        <message>
            <source>Tokyo</source>
            <translation>Tokio</translation>
        </message>
        <message>
            <source>Hong Kong</source>
            <translation>Hongkong</translation>
        </message>
        <message>
            <source>%1 bytes</source>
            <translation>%1 Byte</translation>
        </message>
        <message>
            <source>%1 kB</source>
            <translation>%1 kB</translation>
        </message>
        <message>
            <source>%1 MB</source>
            <translation>%1 MB</translation>
        </message>
        <message>
            <source>%1 GB</source>
            <translation>%1 GB</translation>
        </message>
        <message>
            <source>Which column has the date? Choose “Date” in the head of that column.</source>
            <translation>In welcher Spalte steht das Datum? Wählen Sie „Datum“ im Kopf dieser Spalte.</translation>
        </message>
        <message>
            <source>Which column has the closing price? The only one found has dividends taken off, which makes moves look other than they were. Choose “Closing price” in the head of a column.</source>
            <translation>In welcher Spalte steht der Schlusskurs? Der einzige gefundene ist um Dividenden bereinigt; damit sehen Bewegungen anders aus, als sie waren. Wählen Sie „Schlusskurs“ im Kopf einer Spalte.</translation>
        </message>
        <message>
            <source>Which column has the closing price? Choose “Closing price” in the head of that column.</source>
            <translation>In welcher Spalte steht der Schlusskurs? Wählen Sie „Schlusskurs“ im Kopf dieser Spalte.</translation>
        </message>
        <message>
            <source>Do dates like %1 begin with the day or with the month?</source>
            <translation>Beginnen Datumsangaben wie %1 mit dem Tag oder mit dem Monat?</translation>
        </message>
        <message>
            <source>What does the mark in numbers like %1 mean?</source>
            <translation>Was bedeutet das Zeichen in Zahlen wie %1?</translation>
        </message>
        <message>
            <source>In which time zone are the times of this file?</source>
            <translation>In welcher Zeitzone sind die Zeiten dieser Datei?</translation>
        </message>
        <message>
            <source>Of which day are the times of this file?</source>
            <translation>Von welchem Tag sind die Zeiten dieser Datei?</translation>
        </message>
        <message>
            <source>How long is one bar? The first rows do not show it.</source>
            <translation>Wie lang ist eine Kerze? Die ersten Zeilen zeigen es nicht.</translation>
        </message>
        <message>
            <source>Which instrument are these quotes of? The file does not name it.</source>
            <translation>Zu welchem Instrument gehören diese Kurse? Die Datei nennt es nicht.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>date and price</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>date, clock time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Rows: %1, from %2 to %3.</source>
            <translation>Zeilen: %1, vom %2 bis zum %3.</translation>
        </message>
        <message>
            <source>Rows: %1.</source>
            <translation>Zeilen: %1.</translation>
        </message>
        <message>
            <source>Rows of instruments that are added: %1.</source>
            <translation>Zeilen von Instrumenten, die angelegt werden: %1.</translation>
        </message>
        <message>
            <source>Added as instruments: %1.</source>
            <translation>Als Instrumente angelegt: %1.</translation>
        </message>
        <message>
            <source>Left out, because the database does not have them: %1 (rows: %2).</source>
            <translation>Weggelassen, weil die Datenbank sie nicht kennt: %1 (Zeilen: %2).</translation>
        </message>
        <message>
            <source>Rows that look wrong, but are kept and flagged: %1.</source>
            <translation>Zeilen, die falsch aussehen, aber behalten und gekennzeichnet werden: %1.</translation>
        </message>
        <message>
            <source>Rows that contradict an earlier row for the same time and take its place: %1.</source>
            <translation>Zeilen, die einer früheren Zeile für dieselbe Zeit widersprechen und sie ersetzen: %1.</translation>
        </message>
        <message>
            <source>Rows that cannot be used and are left out: %1.</source>
            <translation>Zeilen, die sich nicht verwenden lassen und weggelassen werden: %1.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 – looks wrong: %2</source>
            <comment>date and price; reasons</comment>
            <translation>%1 – sieht falsch aus: %2</translation>
        </message>
        <message>
            <source>Ticks: %1. Those that the database has already will not be added again.</source>
            <translation>Ticks: %1. Was die Datenbank davon schon hat, kommt nicht noch einmal hinzu.</translation>
        </message>
        <message>
            <source>Ticks added: %1. Known already: %2.</source>
            <translation>Neue Ticks: %1. Schon bekannt: %2.</translation>
        </message>
        <message>
            <source>Ticks before the end of what was there, put in their places: %1.</source>
            <translation>Ticks vor dem Ende des Vorhandenen, an ihrer Stelle eingefügt: %1.</translation>
        </message>
        <message>
            <source>Rows with a price of zero or below, kept as they are: %1.</source>
            <translation>Zeilen mit einem Kurs von null oder darunter, unverändert übernommen: %1.</translation>
        </message>
        <message>
            <source>Rows with more decimals than can be kept, rounded: %1.</source>
            <translation>Zeilen mit mehr Nachkommastellen, als gespeichert werden können, gerundet: %1.</translation>
        </message>
        <message>
            <source>%1, %2 rows, %3 per second</source>
            <translation>%1, %2 Zeilen, %3 je Sekunde</translation>
        </message>
        <message numerus="yes">
            <source>%1, %2 rows, %3 per second, about %n minute(s) left</source>
            <translation>
                <numerusform>%1, %2 Zeilen, %3 je Sekunde, noch etwa %n Minute</numerusform>
                <numerusform>%1, %2 Zeilen, %3 je Sekunde, noch etwa %n Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %2 rows, %3 per second, about %n second(s) left</source>
            <translation>
                <numerusform>%1, %2 Zeilen, %3 je Sekunde, noch etwa %n Sekunde</numerusform>
                <numerusform>%1, %2 Zeilen, %3 je Sekunde, noch etwa %n Sekunden</numerusform>
            </translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Kurs</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Stückzahl</translation>
        </message>
        <message>
            <source>Bid</source>
            <translation>Geldkurs</translation>
        </message>
        <message>
            <source>Size at the bid</source>
            <translation>Stückzahl zum Geldkurs</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Briefkurs</translation>
        </message>
        <message>
            <source>Size at the ask</source>
            <translation>Stückzahl zum Briefkurs</translation>
        </message>
        <message>
            <source>Which column has the price of the trades, or which ones have bid and ask? Choose “Price”, “Bid” or “Ask” in the head of the column.</source>
            <translation>In welcher Spalte steht der Kurs der Abschlüsse, oder in welchen stehen Geld- und Briefkurs? Wählen Sie im Kopf der Spalte „Kurs“, „Geldkurs“ oder „Briefkurs“.</translation>
        </message>
        <message>
            <source>%1 × %2</source>
            <comment>price, size</comment>
            <translation>%1 × %2</translation>
        </message>
        <message>
            <source>bid %1</source>
            <translation>Geld %1</translation>
        </message>
        <message>
            <source>ask %1</source>
            <translation>Brief %1</translation>
        </message>
        <message>
            <source>split %1 for %2</source>
            <comment>new shares for old ones</comment>
            <translation>Split %1 für %2</translation>
        </message>
        <message>
            <source>dividend of %1</source>
            <translation>Dividende von %1</translation>
        </message>
        <message>
            <source>dividend of %1 %2</source>
            <comment>amount, currency</comment>
            <translation>Dividende von %1 %2</translation>
        </message>
        <message>
            <source>Rows that the file has more than once, counted once: %1.</source>
            <translation>Zeilen, die mehrfach in der Datei stehen und einmal zählen: %1.</translation>
        </message>
        <message>
            <source>said before</source>
            <comment>a split or a dividend in the row of a file</comment>
            <translation>schon genannt</translation>
        </message>
        <message>
            <source>Headlines: %1. Claims found in them: %2.</source>
            <translation>Schlagzeilen: %1. Aussagen darin: %2.</translation>
        </message>
        <message>
            <source>Headlines that tell a story again that is there already: %1.</source>
            <translation>Schlagzeilen, die eine vorhandene Meldung noch einmal erzählen: %1.</translation>
        </message>
        <message>
            <source>Headlines whose date is missing or cannot be right, dated with the time of the import: %1.</source>
            <translation>Schlagzeilen, deren Datum fehlt oder nicht stimmen kann und die deshalb die Zeit des Imports tragen: %1.</translation>
        </message>
        <message>
            <source>New: %1. Replacing an earlier text: %2. Unchanged: %3.</source>
            <translation>Neu: %1. Ersetzen einen früheren Text: %2. Unverändert: %3.</translation>
        </message>
        <message>
            <source>Around the clock (24/7)</source>
            <translation>Rund um die Uhr (24/7)</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::ImportWork</name>
        <message>
            <source>The file is being looked at.</source>
            <translation>Die Datei wird angesehen.</translation>
        </message>
        <message>
            <source>This file cannot be imported.</source>
            <translation>Diese Datei lässt sich nicht importieren.</translation>
        </message>
        <message>
            <source>An import is running.</source>
            <translation>Ein Import läuft.</translation>
        </message>
        <message>
            <source>This file has been imported.</source>
            <translation>Diese Datei ist importiert.</translation>
        </message>
        <message>
            <source>The database can only be read, so nothing can be imported.</source>
            <translation>Die Datenbank lässt sich nur lesen, daher kann nichts importiert werden.</translation>
        </message>
        <message>
            <source>Answer the open questions first.</source>
            <translation>Beantworten Sie zuerst die offenen Fragen.</translation>
        </message>
        <message>
            <source>Say the exchange and the currency of the new instrument.</source>
            <translation>Nennen Sie Börse und Währung des neuen Instruments.</translation>
        </message>
        <message>
            <source>“%1” cannot be a symbol: no blanks, commas, semicolons or colons, at most 64 characters.</source>
            <translation>„%1“ kann kein Symbol sein: keine Leerzeichen, Kommas, Semikolons oder Doppelpunkte, höchstens 64 Zeichen.</translation>
        </message>
        <message>
            <source>Say the exchange and the currency of every instrument that is to be added.</source>
            <translation>Nennen Sie Börse und Währung jedes Instruments, das angelegt werden soll.</translation>
        </message>
        <message>
            <source>The database has none of its instruments. Add them as instruments to import the file.</source>
            <translation>Die Datenbank kennt keines der Instrumente dieser Datei. Legen Sie sie an, um die Datei zu importieren.</translation>
        </message>
        <message>
            <source>The import is being taken back.</source>
            <translation>Der Import wird gerade zurückgenommen.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::ImportsDialog</name>
        <message>
            <source>Undo import</source>
            <translation>Import zurücknehmen</translation>
        </message>
        <message>
            <source>Take back the import of %1?</source>
            <translation>Den Import von %1 zurücknehmen?</translation>
        </message>
        <message>
            <source>Rows that go: %1. Rows that get their former value again: %2. Instruments stay. The import stays in this list as undone.</source>
            <translation>Zeilen, die entfallen: %1. Zeilen, die ihren früheren Wert zurückbekommen: %2. Instrumente bleiben. Der Import bleibt als zurückgenommen in dieser Liste.</translation>
        </message>
        <message>
            <source>Undo the import</source>
            <translation>Import zurücknehmen</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Values that a later import had replaced already: %1; the later values stay.</source>
            <translation>Werte, die ein späterer Import schon ersetzt hatte: %1; die späteren Werte bleiben.</translation>
        </message>
        <message>
            <source>Rows that it brought first are gone also where a later file has them too: %1. Import that file again to have them back.</source>
            <translation>Zeilen, die er zuerst brachte, fehlen nun auch dort, wo eine spätere Datei sie ebenfalls enthält: %1. Importieren Sie diese Datei noch einmal, um sie zurückzuholen.</translation>
        </message>
        <message>
            <source>Imports</source>
            <translation>Importe</translation>
        </message>
        <message>
            <source>All that was brought into this database, newest first.</source>
            <translation>Alles, was in diese Datenbank gebracht wurde, das Neueste zuerst.</translation>
        </message>
        <message>
            <source>Imports, newest first</source>
            <translation>Importe, neueste zuerst</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Rows that stay with a later value: %1, now from %2.</source>
            <comment>count; file names</comment>
            <translation>Zeilen, die mit einem späteren Wert bleiben: %1, jetzt aus %2.</translation>
        </message>
        <message>
            <source>Ticks that go: %1. Ticks that come back: %2. Instruments stay. The import stays in this list as undone.</source>
            <translation>Ticks, die entfallen: %1. Ticks, die wiederkommen: %2. Instrumente bleiben. Der Import bleibt als zurückgenommen in dieser Liste.</translation>
        </message>
        <message>
            <source>Rows that it brought first are gone also where a source brought them too: %1. Fetch again to have them back.</source>
            <translation>Zeilen, die er zuerst brachte, sind auch dort weg, wo eine Quelle sie ebenfalls brachte: %1. Rufen Sie neu ab, um sie wiederzubekommen.</translation>
        </message>
        <message>
            <source>Undo…</source>
            <translation>Zurücknehmen …</translation>
        </message>
        <message>
            <source>Taken back: %1. Ticks removed: %2. Ticks that are back: %3.</source>
            <translation>Zurückgenommen: %1. Entfernte Ticks: %2. Wieder vorhandene Ticks: %3.</translation>
        </message>
        <message>
            <source>Taken back: %1. Rows removed: %2. Rows with their former value again: %3.</source>
            <translation>Zurückgenommen: %1. Entfernte Zeilen: %2. Zeilen, die ihren früheren Wert wieder haben: %3.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::InstrumentEditor</name>
        <message>
            <source>%1 (no trading calendar)</source>
            <comment>code of an exchange</comment>
            <translation>%1 (ohne Handelskalender)</translation>
        </message>
        <message>
            <source>An instrument needs a symbol.</source>
            <translation>Ein Instrument braucht ein Symbol.</translation>
        </message>
        <message>
            <source>A symbol has up to 64 characters, without spaces, commas, semicolons and colons.</source>
            <translation>Ein Symbol hat höchstens 64 Zeichen, ohne Leerzeichen, Komma, Semikolon und Doppelpunkt.</translation>
        </message>
        <message>
            <source>A currency is a code of three letters, such as EUR or USD.</source>
            <translation>Eine Währung ist ein Kürzel aus drei Buchstaben, etwa EUR oder USD.</translation>
        </message>
        <message>
            <source>&amp;Symbol:</source>
            <translation>&amp;Symbol:</translation>
        </message>
        <message>
            <source>&amp;Kind:</source>
            <translation>A&amp;rt:</translation>
        </message>
        <message>
            <source>E&amp;xchange:</source>
            <translation>&amp;Börse:</translation>
        </message>
        <message>
            <source>C&amp;urrency:</source>
            <translation>&amp;Währung:</translation>
        </message>
        <message>
            <source>In German</source>
            <translation>Auf Deutsch</translation>
        </message>
        <message>
            <source>In English</source>
            <translation>Auf Englisch</translation>
        </message>
        <message>
            <source>Name:</source>
            <translation>Name:</translation>
        </message>
        <message>
            <source>Short name:</source>
            <translation>Kurzname:</translation>
        </message>
        <message>
            <source>Other words for it:</source>
            <translation>Andere Bezeichnungen:</translation>
        </message>
        <message>
            <source>One word or phrase per line, as it stands in headlines</source>
            <translation>Eine Bezeichnung je Zeile, wie sie in Schlagzeilen steht</translation>
        </message>
        <message>
            <source>German name</source>
            <translation>Deutscher Name</translation>
        </message>
        <message>
            <source>English name</source>
            <translation>Englischer Name</translation>
        </message>
        <message>
            <source>German short name</source>
            <translation>Deutscher Kurzname</translation>
        </message>
        <message>
            <source>English short name</source>
            <translation>Englischer Kurzname</translation>
        </message>
        <message>
            <source>Other German words for it</source>
            <translation>Andere deutsche Bezeichnungen</translation>
        </message>
        <message>
            <source>Other English words for it</source>
            <translation>Andere englische Bezeichnungen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::InstrumentForm</name>
        <message>
            <source>Instrument of the file</source>
            <translation>Instrument der Datei</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>Symbol</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>Börse</translation>
        </message>
        <message>
            <source>Currency, three letters</source>
            <translation>Währung, drei Buchstaben</translation>
        </message>
        <message>
            <source>Symbol:</source>
            <translation>Symbol:</translation>
        </message>
        <message>
            <source>Kind:</source>
            <translation>Art:</translation>
        </message>
        <message>
            <source>Exchange:</source>
            <translation>Börse:</translation>
        </message>
        <message>
            <source>Currency:</source>
            <translation>Währung:</translation>
        </message>
        <message>
            <source>Choose the instrument…</source>
            <translation>Instrument wählen …</translation>
        </message>
        <message>
            <source>New instrument…</source>
            <translation>Neues Instrument …</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Wählen …</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::InstrumentsDialog</name>
        <message>
            <source>Saved.</source>
            <translation>Gespeichert.</translation>
        </message>
        <message>
            <source>%1 was added.</source>
            <translation>%1 wurde angelegt.</translation>
        </message>
        <message>
            <source>Merged into %1.</source>
            <translation>Mit %1 zusammengeführt.</translation>
        </message>
        <message numerus="yes">
            <source>Merged into %1. %n bar(s) that both had are those of %1.</source>
            <translation>
                <numerusform>Mit %1 zusammengeführt. %n Kerze, die beide hatten, ist die von %1.</numerusform>
                <numerusform>Mit %1 zusammengeführt. %n Kerzen, die beide hatten, sind die von %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n daily bar(s)</source>
            <translation>
                <numerusform>%n Tageskerze</numerusform>
                <numerusform>%n Tageskerzen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n intraday bar(s)</source>
            <translation>
                <numerusform>%n Kerze im Handelsverlauf</numerusform>
                <numerusform>%n Kerzen im Handelsverlauf</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n share count(s)</source>
            <translation>
                <numerusform>%n Aktienzahl</numerusform>
                <numerusform>%n Aktienzahlen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n split(s) and dividend(s)</source>
            <translation>
                <numerusform>%n Split oder Dividende</numerusform>
                <numerusform>%n Splits und Dividenden</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove an instrument</source>
            <translation>Instrument entfernen</translation>
        </message>
        <message>
            <source>Remove %1 with everything that belongs to it?</source>
            <translation>%1 mit allem entfernen, was dazugehört?</translation>
        </message>
        <message>
            <source>This goes with it, for good – undoing an import does not bring it back:
%1</source>
            <comment>lines with counts</comment>
            <translation>Das geht mit, und zwar endgültig: Das Zurücknehmen eines Imports bringt es nicht wieder.
%1</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>%1 was removed.</source>
            <translation>%1 wurde entfernt.</translation>
        </message>
        <message>
            <source>Unsaved changes</source>
            <translation>Nicht gespeicherte Änderungen</translation>
        </message>
        <message>
            <source>The changes of this instrument are not saved.</source>
            <translation>Die Änderungen an diesem Instrument sind nicht gespeichert.</translation>
        </message>
        <message>
            <source>Discard them</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Keep editing</source>
            <translation>Weiter bearbeiten</translation>
        </message>
        <message>
            <source>Instruments</source>
            <translation>Instrumente</translation>
        </message>
        <message>
            <source>Search symbols, names and other words</source>
            <translation>Symbole, Namen und andere Bezeichnungen suchen</translation>
        </message>
        <message>
            <source>Search instruments</source>
            <translation>Instrumente suchen</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Meldung</translation>
        </message>
        <message>
            <source>&amp;Add…</source>
            <translation>&amp;Neu …</translation>
        </message>
        <message>
            <source>Sa&amp;ve</source>
            <translation>S&amp;peichern</translation>
        </message>
        <message>
            <source>&amp;Merge into…</source>
            <translation>&amp;Zusammenführen mit …</translation>
        </message>
        <message>
            <source>&amp;Remove…</source>
            <translation>&amp;Entfernen …</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>The database has no quotes of it.</source>
            <translation>Die Datenbank hat keine Kurse dazu.</translation>
        </message>
        <message>
            <source>This database can only be read.</source>
            <translation>Diese Datenbank kann nur gelesen werden.</translation>
        </message>
        <message>
            <source>Ticks that moved: %1.</source>
            <translation>Übernommene Ticks: %1.</translation>
        </message>
        <message numerus="yes">
            <source>%1 tick(s)</source>
            <translation>
                <numerusform>%1 Tick</numerusform>
                <numerusform>%1 Ticks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::MergeDialog</name>
        <message>
            <source>Merge instruments</source>
            <translation>Instrumente zusammenführen</translation>
        </message>
        <message>
            <source>Which instrument takes over the quotes, share counts and names of %1? %1 is then removed. Where both have a quote of the same day and source, that of the chosen one stays.</source>
            <translation>Welches Instrument übernimmt die Kurse, Aktienzahlen und Namen von %1? %1 wird danach entfernt. Haben beide einen Kurs vom selben Tag und aus derselben Quelle, bleibt der des gewählten.</translation>
        </message>
        <message>
            <source>Instrument that stays</source>
            <translation>Instrument, das bleibt</translation>
        </message>
        <message>
            <source>Symbol or name</source>
            <translation>Symbol oder Name</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Zusammenführen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::PreviewFlags</name>
        <message>
            <source>high and low do not enclose the other prices</source>
            <translation>Hoch und Tief umschließen die anderen Kurse nicht</translation>
        </message>
        <message>
            <source>all prices equal, nothing traded</source>
            <translation>alle Kurse gleich, nichts gehandelt</translation>
        </message>
        <message>
            <source>a hundred times, or a hundredth of, the row before</source>
            <translation>das Hundertfache oder ein Hundertstel der Zeile davor</translation>
        </message>
        <message>
            <source>the exchange was closed</source>
            <translation>die Börse war geschlossen</translation>
        </message>
        <message>
            <source>the day comes more than once</source>
            <translation>der Tag kommt mehr als einmal vor</translation>
        </message>
        <message>
            <source>decimals are cut off</source>
            <translation>Nachkommastellen werden abgeschnitten</translation>
        </message>
        <message>
            <source>a price is not above zero</source>
            <translation>ein Kurs ist nicht größer als null</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::PreviewModel</name>
        <message>
            <source>Line no.</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <source>Read as</source>
            <translation>Gelesen als</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>name of a column, instrument</comment>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Column %1</source>
            <translation>Spalte %1</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>Nr.</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Erschienen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::QuestionBox</name>
        <message>
            <source>The day comes first: day, month, year</source>
            <translation>Der Tag steht vorn: Tag, Monat, Jahr</translation>
        </message>
        <message>
            <source>The month comes first: month, day, year</source>
            <translation>Der Monat steht vorn: Monat, Tag, Jahr</translation>
        </message>
        <message>
            <source>A point marks the decimals, a comma groups of three: 1,234.56</source>
            <translation>Der Punkt trennt die Nachkommastellen ab, das Komma Tausender: 1,234.56</translation>
        </message>
        <message>
            <source>A comma marks the decimals, a point groups of three: 1.234,56</source>
            <translation>Das Komma trennt die Nachkommastellen ab, der Punkt Tausender: 1.234,56</translation>
        </message>
        <message>
            <source>Use this day</source>
            <translation>Diesen Tag verwenden</translation>
        </message>
        <message>
            <source>Choose the time zone…</source>
            <translation>Zeitzone wählen …</translation>
        </message>
        <message>
            <source>Choose the length…</source>
            <translation>Länge wählen …</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::RejectModel</name>
        <message>
            <source>Line no.</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Zeile im Wortlaut</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::RoleHeader</name>
        <message>
            <source>What column %1 holds</source>
            <translation>Was Spalte %1 enthält</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SeriesBox</name>
        <message>
            <source>Daily bars</source>
            <translation>Tageskerzen</translation>
        </message>
        <message numerus="yes">
            <source>Bars of %n minute(s)</source>
            <translation>
                <numerusform>Kerzen zu %n Minute</numerusform>
                <numerusform>Kerzen zu %n Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Bars of %n second(s)</source>
            <translation>
                <numerusform>Kerzen zu %n Sekunde</numerusform>
                <numerusform>Kerzen zu %n Sekunden</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, simulated</source>
            <translation>%1, simuliert</translation>
        </message>
        <message>
            <source>%1, adjusted for dividends</source>
            <translation>%1, um Dividenden bereinigt</translation>
        </message>
        <message>
            <source>By the priority of the sources</source>
            <translation>Nach dem Vorrang der Quellen</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>source: length of its bars</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Quotes</source>
            <translation>Kurse</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Länge</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Quotes of the instrument</source>
            <translation>Kurse des Instruments</translation>
        </message>
        <message>
            <source>Shown as &amp;daily quotes:</source>
            <translation>Als &amp;Tageskurse gezeigt:</translation>
        </message>
        <message>
            <source>Shown as &amp;intraday quotes:</source>
            <translation>Im Handels&amp;verlauf gezeigt:</translation>
        </message>
        <message>
            <source>The database has no quotes of this instrument yet. Import a file with them.</source>
            <translation>Die Datenbank hat noch keine Kurse dieses Instruments. Importieren Sie eine Datei damit.</translation>
        </message>
        <message>
            <source>Ticks of the trades</source>
            <translation>Ticks der Abschlüsse</translation>
        </message>
        <message>
            <source>Ticks of the bid</source>
            <translation>Ticks der Geldkurse</translation>
        </message>
        <message>
            <source>Ticks of the ask</source>
            <translation>Ticks der Briefkurse</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>date, clock time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Shown as &amp;ticks:</source>
            <translation>Als Tic&amp;ks gezeigt:</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceAddressField</name>
        <message>
            <source>Allow plain http for this so&amp;urce</source>
            <translation>http ohne &amp;Verschlüsselung für diese Quelle erlauben</translation>
        </message>
        <message>
            <source>Everybody on the way can read what is fetched, and change quotes and headlines unnoticed.</source>
            <translation>Unterwegs kann jeder das Abgerufene lesen und Kurse und Schlagzeilen unbemerkt ändern.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceDetails</name>
        <message>
            <source>%1, %2</source>
            <comment>provider, schedule</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>The next try: %1.</source>
            <comment>a time</comment>
            <translation>Nächster Versuch: %1.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>instrument, what went wrong</comment>
            <translation>%1: %2</translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>und %Ln weiteres</numerusform>
                <numerusform>und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>never</source>
            <comment>last success</comment>
            <translation>nie</translation>
        </message>
        <message>
            <source>paused</source>
            <comment>next run of a source</comment>
            <translation>pausiert</translation>
        </message>
        <message>
            <source>only when asked to</source>
            <translation>nur auf Wunsch</translation>
        </message>
        <message>
            <source>Last answer</source>
            <translation>Letzte Antwort</translation>
        </message>
        <message>
            <source>Last success</source>
            <translation>Letzter Erfolg</translation>
        </message>
        <message>
            <source>Next run</source>
            <translation>Nächster Abruf</translation>
        </message>
        <message>
            <source>Instruments</source>
            <translation>Instrumente</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>What went wrong</source>
            <translation>Was schiefging</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Was zu tun ist</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>near time, exact time</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>state of a source, time of its last run</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>is being fetched now</source>
            <comment>next run of a source</comment>
            <translation>wird gerade abgerufen</translation>
        </message>
        <message>
            <source>Copy</source>
            <comment>what went wrong</comment>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copy what went wrong</source>
            <translation>Meldung kopieren</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceEditDialog</name>
        <message>
            <source>“%1” was saved.</source>
            <translation>„%1“ wurde gespeichert.</translation>
        </message>
        <message>
            <source>“%1” was added.</source>
            <translation>„%1“ wurde hinzugefügt.</translation>
        </message>
        <message>
            <source>Unsaved changes</source>
            <translation>Nicht gespeicherte Änderungen</translation>
        </message>
        <message>
            <source>What was entered for this source is not saved.</source>
            <translation>Die Eingaben zu dieser Quelle sind nicht gespeichert.</translation>
        </message>
        <message>
            <source>Discard it</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Keep editing</source>
            <translation>Weiter bearbeiten</translation>
        </message>
        <message>
            <source>Source “%1”</source>
            <translation>Quelle „%1“</translation>
        </message>
        <message>
            <source>New source</source>
            <translation>Neue Quelle</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Meldung</translation>
        </message>
        <message>
            <source>&amp;Test</source>
            <translation>&amp;Testen</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceForm</name>
        <message>
            <source>Gives bars: %1.</source>
            <translation>Liefert Kerzen: %1.</translation>
        </message>
        <message>
            <source>Gives trades.</source>
            <translation>Liefert Einzelumsätze.</translation>
        </message>
        <message>
            <source>Gives headlines about each instrument.</source>
            <translation>Liefert Schlagzeilen zu jedem Instrument.</translation>
        </message>
        <message>
            <source>Gives headlines.</source>
            <translation>Liefert Schlagzeilen.</translation>
        </message>
        <message>
            <source>Gives bars or ticks out of a table on the web.</source>
            <translation>Liefert Kerzen oder Ticks aus einer Tabelle im Netz.</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>two sentences</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Needs a key of the provider.</source>
            <translation>Braucht einen Schlüssel des Anbieters.</translation>
        </message>
        <message>
            <source>Needs no key.</source>
            <translation>Braucht keinen Schlüssel.</translation>
        </message>
        <message>
            <source>Quotes</source>
            <translation>Kurse</translation>
        </message>
        <message>
            <source>Trades</source>
            <translation>Einzelumsätze</translation>
        </message>
        <message>
            <source>News</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>P&amp;rovider:</source>
            <translation>An&amp;bieter:</translation>
        </message>
        <message>
            <source>&amp;Name:</source>
            <translation>&amp;Name:</translation>
        </message>
        <message>
            <source>A&amp;ddress:</source>
            <translation>A&amp;dresse:</translation>
        </message>
        <message>
            <source>&amp;Key:</source>
            <translation>Sch&amp;lüssel:</translation>
        </message>
        <message>
            <source>&amp;Instruments:</source>
            <translation>&amp;Instrumente:</translation>
        </message>
        <message>
            <source>&amp;Instrument:</source>
            <translation>&amp;Instrument:</translation>
        </message>
        <message>
            <source>&amp;Bars of:</source>
            <translation>&amp;Kerzen zu:</translation>
        </message>
        <message>
            <source>How &amp;far back:</source>
            <translation>&amp;Zeitraum:</translation>
        </message>
        <message>
            <source>&amp;Language:</source>
            <translation>Sp&amp;rache:</translation>
        </message>
        <message>
            <source>&amp;When:</source>
            <translation>Abr&amp;uf:</translation>
        </message>
        <message>
            <source>&amp;Mirror:</source>
            <translation>Spie&amp;gel:</translation>
        </message>
        <message>
            <source>Priorit&amp;y:</source>
            <translation>V&amp;orrang:</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Mirror</source>
            <translation>Spiegel</translation>
        </message>
        <message>
            <source>empty: the provider's own address</source>
            <translation>leer: die eigene Adresse des Anbieters</translation>
        </message>
        <message>
            <source>as the feed says</source>
            <translation>wie im Feed angegeben</translation>
        </message>
        <message>
            <source>German</source>
            <translation>Deutsch</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Englisch</translation>
        </message>
        <message>
            <source>as the file says</source>
            <translation>wie in der Datei angegeben</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Weitere Angaben</translation>
        </message>
        <message>
            <source>Where two sources have a quote for one session, the one with the higher priority is shown. The other value is kept.</source>
            <translation>Haben zwei Quellen einen Kurs für denselben Handelstag, wird der mit dem höheren Vorrang gezeigt. Der andere Wert bleibt erhalten.</translation>
        </message>
        <message>
            <source>&amp;Prices:</source>
            <translation>K&amp;urse:</translation>
        </message>
        <message>
            <source>as traded</source>
            <translation>wie gehandelt</translation>
        </message>
        <message>
            <source>with past splits in them</source>
            <translation>um vergangene Splits bereinigt</translation>
        </message>
        <message>
            <source>Format:</source>
            <translation>Format:</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceInstrumentModel</name>
        <message>
            <source>The rule has no spelling for this instrument. If the provider has it, type how it is spelled there.</source>
            <translation>Für dieses Instrument gibt es keine Schreibregel. Führt der Anbieter es, geben Sie ein, wie es dort geschrieben wird.</translation>
        </message>
        <message>
            <source>not in this database</source>
            <translation>nicht in dieser Datenbank</translation>
        </message>
        <message>
            <source>does not have it</source>
            <translation>nicht im Angebot</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>Symbol</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Spelled by the provider</source>
            <translation>Schreibweise beim Anbieter</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceInstrumentsBox</name>
        <message>
            <source>%1 of %2</source>
            <comment>instruments that a source is asked for</comment>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Only those with a check mark</source>
            <translation>Nur die angekreuzten</translation>
        </message>
        <message>
            <source>Filter symbols and names</source>
            <translation>Symbole und Namen filtern</translation>
        </message>
        <message>
            <source>Filter the instruments of this source</source>
            <translation>Instrumente dieser Quelle filtern</translation>
        </message>
        <message>
            <source>Instruments of this source; how the provider spells one can be edited</source>
            <translation>Instrumente dieser Quelle; die Schreibweise beim Anbieter lässt sich bearbeiten</translation>
        </message>
        <message>
            <source>All instruments that the provider has</source>
            <translation>Alle Instrumente, die der Anbieter hat</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceKeyField</name>
        <message>
            <source>will be kept in the keychain</source>
            <translation>kommt in den Schlüsselbund</translation>
        </message>
        <message>
            <source>kept for this run only: this system has no keychain</source>
            <translation>gilt nur bis zum Programmende: Dieses System hat keinen Schlüsselbund</translation>
        </message>
        <message>
            <source>A key is in the keychain.</source>
            <translation>Ein Schlüssel liegt im Schlüsselbund.</translation>
        </message>
        <message>
            <source>A key is kept for this run.</source>
            <translation>Ein Schlüssel ist bis zum Programmende da.</translation>
        </message>
        <message>
            <source>empty: the key stays as it is</source>
            <translation>leer: der Schlüssel bleibt</translation>
        </message>
        <message>
            <source>C&amp;hange…</source>
            <translation>Änd&amp;ern …</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Schlüssel</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceProfileField</name>
        <message>
            <source>Import profile</source>
            <translation>Importprofil</translation>
        </message>
        <message>
            <source>Profiles (*.json)</source>
            <translation>Profile (*.json)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>The file cannot be read as a profile.</source>
            <translation>Die Datei lässt sich nicht als Profil lesen.</translation>
        </message>
        <message>
            <source>found by itself</source>
            <translation>wird selbst erkannt</translation>
        </message>
        <message numerus="yes">
            <source>as the profile says, %Ln column(s)</source>
            <translation>
                <numerusform>nach Profil, %Ln Spalte</numerusform>
                <numerusform>nach Profil, %Ln Spalten</numerusform>
            </translation>
        </message>
        <message>
            <source>How the file is written</source>
            <translation>Format der Datei</translation>
        </message>
        <message>
            <source>Find by itself</source>
            <translation>Selbst erkennen</translation>
        </message>
        <message>
            <source>Choose a pro&amp;file…</source>
            <translation>&amp;Profil wählen …</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceScheduleField</name>
        <message>
            <source>after each trading day</source>
            <translation>nach jedem Handelstag</translation>
        </message>
        <message>
            <source>in trading hours</source>
            <translation>zu Handelszeiten</translation>
        </message>
        <message>
            <source>around the clock</source>
            <translation>rund um die Uhr</translation>
        </message>
        <message>
            <source>only when asked to</source>
            <translation>nur auf Wunsch</translation>
        </message>
        <message>
            <source>When it is fetched</source>
            <translation>Wann abgerufen wird</translation>
        </message>
        <message>
            <source>How often it is fetched</source>
            <translation>Wie oft abgerufen wird</translation>
        </message>
        <message>
            <source>paused</source>
            <comment>check box of a source</comment>
            <translation>pausiert</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceSinceField</name>
        <message>
            <source>one day</source>
            <translation>ein Tag</translation>
        </message>
        <message>
            <source>one week</source>
            <translation>eine Woche</translation>
        </message>
        <message>
            <source>one year</source>
            <translation>ein Jahr</translation>
        </message>
        <message>
            <source>since a date</source>
            <translation>ab einem Datum</translation>
        </message>
        <message>
            <source>How far back</source>
            <translation>Wie weit zurück</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Erster Tag</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceTrialBox</name>
        <message>
            <source>The test was stopped.</source>
            <translation>Der Test wurde angehalten.</translation>
        </message>
        <message>
            <source>The source answers.</source>
            <translation>Die Quelle antwortet.</translation>
        </message>
        <message>
            <source>Rows that can be read: %1.</source>
            <translation>Lesbare Zeilen: %1.</translation>
        </message>
        <message>
            <source>First: %1. Last: %2.</source>
            <translation>Erste: %1. Letzte: %2.</translation>
        </message>
        <message>
            <source>%1 (HTTP %2)</source>
            <comment>address, status</comment>
            <translation>%1 (HTTP %2)</translation>
        </message>
        <message>
            <source>Asked: %1</source>
            <comment>an address</comment>
            <translation>Gefragt: %1</translation>
        </message>
        <message>
            <source>Stop the test</source>
            <translation>Test anhalten</translation>
        </message>
        <message>
            <source>Beginning of the answer</source>
            <translation>Anfang der Antwort</translation>
        </message>
        <message>
            <source>Outcome of the test</source>
            <translation>Ergebnis des Tests</translation>
        </message>
        <message>
            <source>It has nothing of the last days: its quotes end on %1.</source>
            <translation>Von den letzten Tagen hat sie nichts: Die Kurse enden am %1.</translation>
        </message>
        <message>
            <source>The source is being asked…</source>
            <translation>Die Quelle wird gefragt …</translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourcesDialog</name>
        <message>
            <source>%1 Sources can be seen here, and nothing is fetched.</source>
            <translation>%1 Die Quellen sind hier zu sehen, abgerufen wird nichts.</translation>
        </message>
        <message>
            <source>All sources are paused: nothing is fetched by itself.</source>
            <translation>Alle Quellen sind pausiert: Von selbst wird nichts abgerufen.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln source(s) are being fetched.</source>
            <translation>
                <numerusform>%Ln Quelle wird abgerufen.</numerusform>
                <numerusform>%Ln Quellen werden abgerufen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln source(s) failed.</source>
            <translation>
                <numerusform>%Ln Quelle ließ sich nicht abrufen.</numerusform>
                <numerusform>%Ln Quellen ließen sich nicht abrufen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The next run: %1.</source>
            <comment>a time</comment>
            <translation>Nächster Abruf: %1.</translation>
        </message>
        <message>
            <source>Remove a source</source>
            <translation>Quelle entfernen</translation>
        </message>
        <message>
            <source>Remove the source “%1”?</source>
            <translation>Die Quelle „%1“ entfernen?</translation>
        </message>
        <message>
            <source>Its set-up and its key are forgotten, and nothing is fetched from it any more. The quotes and headlines that it has brought stay.</source>
            <translation>Ihre Einrichtung und ihr Schlüssel werden vergessen, und es wird nichts mehr von ihr abgerufen. Die Kurse und Schlagzeilen, die sie gebracht hat, bleiben.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>“%1” was removed. What it has brought is still there.</source>
            <translation>„%1“ wurde entfernt. Was sie gebracht hat, ist noch da.</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Meldung</translation>
        </message>
        <message>
            <source>No sources yet. Add a source to have quotes and headlines fetched from the network: by itself, and as often as you say.</source>
            <translation>Noch keine Quellen. Fügen Sie eine Quelle hinzu, um Kurse und Schlagzeilen aus dem Netz abzurufen: von selbst und so oft, wie Sie es möchten.</translation>
        </message>
        <message>
            <source>This database has no sources, and it can only be read.</source>
            <translation>Diese Datenbank hat keine Quellen und kann nur gelesen werden.</translation>
        </message>
        <message>
            <source>&amp;Add a source…</source>
            <translation>Quelle &amp;hinzufügen …</translation>
        </message>
        <message>
            <source>Fetch a&amp;ll now</source>
            <translation>A&amp;lle jetzt abrufen</translation>
        </message>
        <message>
            <source>&amp;Pause all</source>
            <translation>Alle &amp;pausieren</translation>
        </message>
        <message>
            <source>&amp;Add…</source>
            <translation>&amp;Hinzufügen …</translation>
        </message>
        <message>
            <source>&amp;Edit…</source>
            <translation>&amp;Bearbeiten …</translation>
        </message>
        <message>
            <source>&amp;Remove…</source>
            <translation>&amp;Entfernen …</translation>
        </message>
        <message>
            <source>&amp;Fetch now</source>
            <translation>&amp;Jetzt abrufen</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;Anhalten</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::exportdialog::ChartReading</name>
        <message>
            <source>The database has changed while the chart was drawn. Please try again.</source>
            <translation>Die Datenbank hat sich geändert, während das Diagramm gezeichnet wurde. Bitte versuchen Sie es noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::exportdialog::ExportDialog</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 und %n weitere</numerusform>
                <numerusform>%1 und %n weitere</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n headline(s) find no room in the list on this page.</source>
            <translation>
                <numerusform>Für %n Schlagzeile ist in der Liste dieser Seite kein Platz.</numerusform>
                <numerusform>Für %n Schlagzeilen ist in der Liste dieser Seite kein Platz.</numerusform>
            </translation>
        </message>
        <message>
            <source>Make the page as high as needed</source>
            <translation>Seite so hoch wie nötig</translation>
        </message>
        <message>
            <source>%1 pixels</source>
            <translation>%1 Pixel</translation>
        </message>
        <message>
            <source>%1 mm</source>
            <translation>%1 mm</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>There is no preview.</source>
            <translation>Keine Vorschau.</translation>
        </message>
        <message>
            <source>Export charts</source>
            <translation>Diagramme exportieren</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Choose another folder…</source>
            <translation>Anderen Ordner wählen …</translation>
        </message>
        <message>
            <source>The folder %1 does not exist.</source>
            <translation>Den Ordner %1 gibt es nicht.</translation>
        </message>
        <message>
            <source>Create it</source>
            <translation>Anlegen</translation>
        </message>
        <message>
            <source>No files can be written to %1.</source>
            <translation>In %1 können keine Dateien geschrieben werden.</translation>
        </message>
        <message>
            <source>The folder %1 could not be created.</source>
            <translation>Der Ordner %1 konnte nicht angelegt werden.</translation>
        </message>
        <message>
            <source>There is a file %1 already.</source>
            <translation>Die Datei %1 gibt es schon.</translation>
        </message>
        <message numerus="yes">
            <source>There are %n files of these names already.</source>
            <translation>
                <numerusform>Es gibt schon %n Datei mit einem dieser Namen.</numerusform>
                <numerusform>Es gibt schon %n Dateien mit diesen Namen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Beide behalten</translation>
        </message>
        <message>
            <source>Overwrite</source>
            <translation>Überschreiben</translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n Sekunde</numerusform>
                <numerusform>%n Sekunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n Minute</numerusform>
                <numerusform>%n Minuten</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 of %2, %3 a second, %4 left</source>
            <translation>%1 von %2, %3 je Sekunde, noch %4</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled after %n file(s), which are complete.</source>
            <translation>
                <numerusform>Abgebrochen nach %n Datei; sie ist vollständig.</numerusform>
                <numerusform>Abgebrochen nach %n Dateien; sie sind vollständig.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und %n weitere</numerusform>
                <numerusform>und %n weitere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::exportdialog::ExportForm</name>
        <message>
            <source>Folder of the exported files</source>
            <translation>Ordner der exportierten Dateien</translation>
        </message>
        <message>
            <source> px</source>
            <translation> px</translation>
        </message>
        <message>
            <source> mm</source>
            <translation> mm</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Subtitle</source>
            <translation>Untertitel</translation>
        </message>
        <message>
            <source>Headlines in the chart</source>
            <translation>Schlagzeilen im Diagramm</translation>
        </message>
        <message>
            <source>List of headlines</source>
            <translation>Liste der Schlagzeilen</translation>
        </message>
        <message>
            <source>Verdicts in the list</source>
            <translation>Urteile in der Liste</translation>
        </message>
        <message>
            <source>Foot with sources</source>
            <translation>Fuß mit Quellen</translation>
        </message>
        <message>
            <source>Charts of volumes</source>
            <translation>Volumendiagramme</translation>
        </message>
        <message>
            <source>Texts as outlines</source>
            <translation>Texte als Umrisse</translation>
        </message>
        <message>
            <source>Looks the same everywhere, but its texts cannot be searched or edited.</source>
            <translation>Sieht überall gleich aus, doch die Texte lassen sich weder durchsuchen noch bearbeiten.</translation>
        </message>
        <message>
            <source>PNG, a picture</source>
            <translation>PNG, ein Bild</translation>
        </message>
        <message>
            <source>SVG, a drawing that scales</source>
            <translation>SVG, eine skalierbare Zeichnung</translation>
        </message>
        <message>
            <source>PDF, a page</source>
            <translation>PDF, eine Seite</translation>
        </message>
        <message>
            <source>CSV, a table of values</source>
            <translation>CSV, eine Wertetabelle</translation>
        </message>
        <message>
            <source>XLSX, a workbook with a chart</source>
            <translation>XLSX, eine Arbeitsmappe mit Diagramm</translation>
        </message>
        <message>
            <source>A wide page, as high as needed</source>
            <translation>Breite Seite, so hoch wie nötig</translation>
        </message>
        <message>
            <source>Own size in millimetres</source>
            <translation>Eigene Größe in Millimetern</translation>
        </message>
        <message>
            <source>Own size in pixels</source>
            <translation>Eigene Größe in Pixeln</translation>
        </message>
        <message>
            <source>For print: white, and readable in grey</source>
            <translation>Für den Druck: weiß, auch grau lesbar</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>For programs: 1234.56, 2025-01-27</source>
            <translation>Für Programme: 1234.56, 2025-01-27</translation>
        </message>
        <message>
            <source>For German spreadsheets: 1234,56, 27.01.2025</source>
            <translation>Für deutsche Tabellen: 1234,56, 27.01.2025</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>Breite</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>Höhe</translation>
        </message>
        <message>
            <source>as needed</source>
            <translation>wie nötig</translation>
        </message>
        <message>
            <source> dpi</source>
            <translation> dpi</translation>
        </message>
        <message>
            <source>Insert a word that each chart replaces</source>
            <translation>Wort einfügen, das jedes Diagramm ersetzt</translation>
        </message>
        <message>
            <source>Symbols</source>
            <translation>Symbole</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Erster Tag</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Letzter Tag</translation>
        </message>
        <message>
            <source>Base date</source>
            <translation>Basisdatum</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Number of the file</source>
            <translation>Nummer der Datei</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>&amp;Durchsuchen …</translation>
        </message>
        <message>
            <source>The active chart</source>
            <translation>Das aktive Diagramm</translation>
        </message>
        <message>
            <source>The active chart: %1</source>
            <translation>Das aktive Diagramm: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n linked chart(s) on one page</source>
            <translation>
                <numerusform>Das verknüpfte Diagramm auf einer Seite</numerusform>
                <numerusform>%n verknüpfte Diagramme auf einer Seite</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Each of %n chart(s) as a file</source>
            <translation>
                <numerusform>Das eine Diagramm als Datei</numerusform>
                <numerusform>Jedes der %n Diagramme als Datei</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Each of %n instrument(s) of the watchlist as a file</source>
            <translation>
                <numerusform>Das eine Instrument der Watchlist als Datei</numerusform>
                <numerusform>Jedes der %n Instrumente der Watchlist als Datei</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Export:</source>
            <translation>E&amp;xportieren:</translation>
        </message>
        <message>
            <source>&amp;Format:</source>
            <translation>&amp;Format:</translation>
        </message>
        <message>
            <source>&amp;Size:</source>
            <translation>&amp;Größe:</translation>
        </message>
        <message>
            <source>&amp;Width and height:</source>
            <translation>&amp;Breite und Höhe:</translation>
        </message>
        <message>
            <source>&amp;Resolution:</source>
            <translation>&amp;Auflösung:</translation>
        </message>
        <message>
            <source>&amp;Language:</source>
            <translation>&amp;Sprache:</translation>
        </message>
        <message>
            <source>&amp;Colours:</source>
            <translation>Farbe&amp;n:</translation>
        </message>
        <message>
            <source>Parts:</source>
            <translation>Inhalt:</translation>
        </message>
        <message>
            <source>&amp;Numbers:</source>
            <translation>&amp;Zahlen:</translation>
        </message>
        <message>
            <source>File na&amp;me:</source>
            <translation>Dateina&amp;me:</translation>
        </message>
        <message>
            <source>F&amp;older:</source>
            <translation>&amp;Ordner:</translation>
        </message>
    </context>
    <context>
        <name>tickmark::exportdialog::FileExport</name>
        <message>
            <source>The database has changed while the chart was drawn. Please export it again.</source>
            <translation>Die Datenbank hat sich geändert, während das Diagramm gezeichnet wurde. Bitte exportieren Sie es noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::newsview::ExcerptFoot</name>
        <message>
            <source>Copy table</source>
            <translation>Tabelle kopieren</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <extracomment>a count of claims and their verdict: "3 confirmed (close)"</extracomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Verdicts of this text</source>
            <translation>Urteile über diesen Text</translation>
        </message>
    </context>
    <context>
        <name>tickmark::newsview::ExcerptText</name>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Alles auswählen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::newsview::ExcerptView</name>
        <message>
            <source>Excerpt</source>
            <translation>Auszug</translation>
        </message>
        <message>
            <source>Text of the headline</source>
            <translation>Text der Schlagzeile</translation>
        </message>
        <message>
            <source>Select a headline or a marker in a chart to read its text here.</source>
            <translation>Wählen Sie eine Schlagzeile oder eine Markierung in einem Diagramm, um den Text hier zu lesen.</translation>
        </message>
        <message>
            <source>Open original</source>
            <translation>Original öffnen</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>Schlagzeile</translation>
        </message>
    </context>
    <context>
        <name>tickmark::newsview::HeadlineFilterBar</name>
        <message>
            <source>Filter text</source>
            <translation>Text filtern</translation>
        </message>
        <message>
            <source>Filter headlines by words in title and text</source>
            <translation>Schlagzeilen nach Wörtern in Titel und Text filtern</translation>
        </message>
        <message>
            <source>Filter headlines by instrument</source>
            <translation>Schlagzeilen nach Instrument filtern</translation>
        </message>
        <message>
            <source>More filters</source>
            <translation>Weitere Filter</translation>
        </message>
        <message>
            <source>All instruments</source>
            <translation>Alle Instrumente</translation>
        </message>
        <message>
            <source>All publishers</source>
            <translation>Alle Herausgeber</translation>
        </message>
        <message>
            <source>All languages</source>
            <translation>Alle Sprachen</translation>
        </message>
        <message>
            <source>Only in view</source>
            <translation>Nur im Ausschnitt</translation>
        </message>
        <message>
            <source>Only unread</source>
            <translation>Nur ungelesene</translation>
        </message>
        <message>
            <source>Language of the headlines</source>
            <translation>Sprache der Schlagzeilen</translation>
        </message>
        <message>
            <source>Mark all as read</source>
            <translation>Alle als gelesen markieren</translation>
        </message>
        <message>
            <source>All verdicts</source>
            <translation>Alle Urteile</translation>
        </message>
        <message>
            <source>Filter headlines by verdict</source>
            <translation>Schlagzeilen nach Urteil filtern</translation>
        </message>
        <message>
            <source>Publisher</source>
            <translation>Herausgeber</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln headlines</source>
            <extracomment>"5 of 27 headlines": what a filter leaves of all</extracomment>
            <translation>
                <numerusform>%1 von %Ln Schlagzeile</numerusform>
                <numerusform>%1 von %Ln Schlagzeilen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::newsview::HeadlineMenu</name>
        <message>
            <source>Mark as unread</source>
            <translation>Als ungelesen markieren</translation>
        </message>
        <message>
            <source>Mark as read</source>
            <translation>Als gelesen markieren</translation>
        </message>
        <message>
            <source>Mark all as read</source>
            <translation>Alle als gelesen markieren</translation>
        </message>
        <message>
            <source>Open original</source>
            <translation>Original öffnen</translation>
        </message>
        <message>
            <source>Copy headline and text</source>
            <translation>Schlagzeile und Text kopieren</translation>
        </message>
        <message>
            <source>Show only “%1”</source>
            <translation>Nur „%1“ zeigen</translation>
        </message>
        <message>
            <source>Show only headlines that mention</source>
            <translation>Nur Schlagzeilen zeigen mit</translation>
        </message>
        <message>
            <source>Show only headlines that mention %1</source>
            <translation>Nur Schlagzeilen mit %1 zeigen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::newsview::HeadlinePanel</name>
        <message>
            <source>No database is open. Open one, or the sample case, to read its headlines here.</source>
            <translation>Keine Datenbank ist geöffnet. Öffnen Sie eine oder den Beispielfall, um hier Schlagzeilen zu lesen.</translation>
        </message>
        <message>
            <source>This database holds no headlines yet. The sample case shows how headlines and charts work together.</source>
            <translation>Diese Datenbank enthält noch keine Schlagzeilen. Der Beispielfall zeigt, wie Schlagzeilen und Diagramme zusammenwirken.</translation>
        </message>
        <message>
            <source>No headline was published in the time that the charts show. Move the charts, or show all headlines.</source>
            <translation>In der Zeit, die die Diagramme zeigen, erschien keine Schlagzeile. Verschieben Sie die Diagramme, oder lassen Sie alle Schlagzeilen anzeigen.</translation>
        </message>
        <message>
            <source>No headline matches the filter.</source>
            <translation>Keine Schlagzeile passt zum Filter.</translation>
        </message>
        <message>
            <source>Headlines</source>
            <translation>Schlagzeilen</translation>
        </message>
        <message>
            <source>Show all headlines</source>
            <translation>Alle Schlagzeilen anzeigen</translation>
        </message>
        <message>
            <source>Clear filter</source>
            <translation>Filter aufheben</translation>
        </message>
        <message numerus="yes">
            <source>%Ln in view</source>
            <comment>headlines published in the visible part of the time axis</comment>
            <translation>
                <numerusform>%Ln im Ausschnitt</numerusform>
                <numerusform>%Ln im Ausschnitt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln headlines</source>
            <translation>
                <numerusform>%Ln Schlagzeile</numerusform>
                <numerusform>%Ln Schlagzeilen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::panels::DateDialog</name>
        <message>
            <source>Closing prices of a day</source>
            <translation>Schlusskurse eines Tages</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::panels::QualityDetail</name>
        <message>
            <source>Prefer “%1”</source>
            <translation>„%1“ bevorzugen</translation>
        </message>
        <message>
            <source>Show in chart</source>
            <translation>Im Diagramm zeigen</translation>
        </message>
        <message>
            <source>Correct the bar…</source>
            <translation>Kerze korrigieren …</translation>
        </message>
        <message>
            <source>Sources…</source>
            <translation>Quellen …</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>Befund</translation>
        </message>
    </context>
    <context>
        <name>tickmark::panels::QualityPanel</name>
        <message>
            <source>All findings</source>
            <translation>Alle Befunde</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln findings</source>
            <translation>
                <numerusform>%1 von %Ln Befund</numerusform>
                <numerusform>%1 von %Ln Befunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln findings</source>
            <translation>
                <numerusform>%Ln Befund</numerusform>
                <numerusform>%Ln Befunde</numerusform>
            </translation>
        </message>
        <message>
            <source>No database is open. Open one, or the sample case, to see here what is wrong with its quotes.</source>
            <translation>Es ist keine Datenbank geöffnet. Öffnen Sie eine oder den Beispielfall, um hier zu sehen, was an ihren Kursen nicht stimmt.</translation>
        </message>
        <message>
            <source>The quotes are being looked through…</source>
            <translation>Die Kurse werden durchgesehen …</translation>
        </message>
        <message>
            <source>No finding matches the filter.</source>
            <translation>Kein Befund passt zum Filter.</translation>
        </message>
        <message>
            <source>This database has no quotes yet. Import some, or set up a source.</source>
            <translation>Diese Datenbank hat noch keine Kurse. Importieren Sie welche oder richten Sie eine Quelle ein.</translation>
        </message>
        <message>
            <source>Nothing found in %1 of %2.</source>
            <extracomment>%1: "1,449 bars", %2: "27 instruments"</extracomment>
            <translation>Nichts gefunden in %1 von %2.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln bars</source>
            <comment>in: Nothing found in ...</comment>
            <translation>
                <numerusform>%Ln Kerze</numerusform>
                <numerusform>%Ln Kerzen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln instruments</source>
            <comment>in: Nothing found in ... of ...</comment>
            <translation>
                <numerusform>%Ln Instrument</numerusform>
                <numerusform>%Ln Instrumenten</numerusform>
            </translation>
        </message>
        <message>
            <source>Export findings</source>
            <translation>Befunde exportieren</translation>
        </message>
        <message>
            <source>data-quality.csv</source>
            <comment>name of a file</comment>
            <translation>datenqualitaet.csv</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Filter findings</source>
            <translation>Befunde filtern</translation>
        </message>
        <message>
            <source>Kind of finding</source>
            <translation>Art des Befunds</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Befunde</translation>
        </message>
        <message>
            <source>Export as CSV…</source>
            <translation>Als CSV exportieren …</translation>
        </message>
        <message>
            <source>Data quality</source>
            <translation>Datenqualität</translation>
        </message>
    </context>
    <context>
        <name>tickmark::panels::ReplayBar</name>
        <message>
            <source>Pause (space)</source>
            <translation>Anhalten (Leertaste)</translation>
        </message>
        <message>
            <source>Play (space)</source>
            <translation>Abspielen (Leertaste)</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>date, clock time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 times</source>
            <comment>speed of a replay</comment>
            <translation>%1-fach</translation>
        </message>
        <message>
            <source>Replay of %1</source>
            <translation>Wiedergabe von %1</translation>
        </message>
        <message>
            <source>Time of the replay</source>
            <translation>Zeitpunkt der Wiedergabe</translation>
        </message>
        <message>
            <source>Speed of the replay</source>
            <translation>Tempo der Wiedergabe</translation>
        </message>
        <message>
            <source>End the replay</source>
            <translation>Wiedergabe beenden</translation>
        </message>
    </context>
    <context>
        <name>tickmark::panels::WatchlistPanel</name>
        <message>
            <source>Watchlist</source>
            <translation>Watchlist</translation>
        </message>
        <message>
            <source>Latest close</source>
            <translation>Letzter Schlusskurs</translation>
        </message>
        <message>
            <source>Session under the crosshair</source>
            <translation>Handelstag unter dem Fadenkreuz</translation>
        </message>
        <message>
            <source>Day of the selected headline</source>
            <translation>Tag der gewählten Schlagzeile</translation>
        </message>
        <message>
            <source>A date…</source>
            <translation>Ein Datum …</translation>
        </message>
        <message>
            <source>By symbol</source>
            <translation>Nach Symbol</translation>
        </message>
        <message>
            <source>By change, losses first</source>
            <translation>Nach Veränderung, Verluste zuerst</translation>
        </message>
        <message>
            <source>Show in the charts</source>
            <translation>In den Diagrammen zeigen</translation>
        </message>
        <message>
            <source>Add to the active chart</source>
            <translation>Zum aktiven Diagramm hinzufügen</translation>
        </message>
        <message>
            <source>Show in a new chart</source>
            <translation>In einem neuen Diagramm zeigen</translation>
        </message>
        <message>
            <source>Only headlines that mention it</source>
            <translation>Nur Schlagzeilen, die es nennen</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Bearbeiten …</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Entfernen …</translation>
        </message>
        <message>
            <source>Add an instrument…</source>
            <translation>Instrument anlegen …</translation>
        </message>
        <message>
            <source>Import a file…</source>
            <translation>Datei importieren …</translation>
        </message>
        <message>
            <source>Close %1</source>
            <comment>date of the closing prices</comment>
            <translation>Schluss %1</translation>
        </message>
        <message>
            <source>The list shows the closing prices of this day. Choose another day, or an order of the rows.</source>
            <translation>Die Liste zeigt die Schlusskurse dieses Tages. Wählen Sie einen anderen Tag oder eine Reihenfolge der Zeilen.</translation>
        </message>
        <message>
            <source>The list shows the latest closing price of each instrument. Choose a day, or an order of the rows.</source>
            <translation>Die Liste zeigt den letzten Schlusskurs jedes Instruments. Wählen Sie einen Tag oder eine Reihenfolge der Zeilen.</translation>
        </message>
        <message>
            <source>No database is open.</source>
            <translation>Es ist keine Datenbank geöffnet.</translation>
        </message>
        <message>
            <source>This database has no instruments yet. Add one, or import a file with quotes.</source>
            <translation>Diese Datenbank hat noch keine Instrumente. Fügen Sie eines hinzu oder importieren Sie eine Datei mit Kursen.</translation>
        </message>
        <message>
            <source>This database has no instruments, and it can only be read.</source>
            <translation>Diese Datenbank hat keine Instrumente und kann nur gelesen werden.</translation>
        </message>
        <message>
            <source>In the order of the database</source>
            <translation>In der Reihenfolge der Datenbank</translation>
        </message>
        <message numerus="yes">
            <source>%Ln live, %1</source>
            <comment>date of the other rows' closing prices</comment>
            <translation>
                <numerusform>%Ln live, %1</numerusform>
                <numerusform>%Ln live, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>The list shows the newest trade of what streams, and the latest closing price of the other instruments. Choose a day, or an order of the rows.</source>
            <translation>Die Liste zeigt den neuesten Abschluss dessen, was live läuft, und von den übrigen Instrumenten den letzten Schlusskurs. Wählen Sie einen Tag oder eine Reihenfolge der Zeilen.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::pipeline::FetchScheduler</name>
        <message numerus="yes">
            <source>%Ln new</source>
            <extracomment>quotes or headlines that a source brought</extracomment>
            <translation>
                <numerusform>%Ln neu</numerusform>
                <numerusform>%Ln neu</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln replaced</source>
            <extracomment>quotes or headlines that a source brought</extracomment>
            <translation>
                <numerusform>%Ln ersetzt</numerusform>
                <numerusform>%Ln ersetzt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln failed</source>
            <extracomment>requests of a source</extracomment>
            <translation>
                <numerusform>%Ln fehlgeschlagen</numerusform>
                <numerusform>%Ln fehlgeschlagen</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing new</source>
            <translation>Nichts Neues</translation>
        </message>
    </context>
    <context>
        <name>tickmark::pipeline::StoreSession</name>
        <message>
            <source>The database %1 is gone: it was deleted, moved or its disk was removed. What you see is what was read before.</source>
            <translation>Die Datenbank %1 ist nicht mehr da: Sie wurde gelöscht, verschoben, oder ihr Datenträger wurde entfernt. Sie sehen, was vorher gelesen wurde.</translation>
        </message>
        <message>
            <source>Another file has taken the place of the database %1. What you see is what was read before.</source>
            <translation>An der Stelle der Datenbank %1 liegt eine andere Datei. Sie sehen, was vorher gelesen wurde.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::report::ReportJob</name>
        <message>
            <source>The database has changed while the report was drawn. Please make it again.</source>
            <translation>Die Datenbank hat sich geändert, während der Bericht gezeichnet wurde. Bitte erstellen Sie ihn noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::reportview::InstrumentBox</name>
        <message numerus="yes">
            <source>Those of the charts (%Ln)</source>
            <translation>
                <numerusform>Das der Diagramme (%Ln)</numerusform>
                <numerusform>Die der Diagramme (%Ln)</numerusform>
            </translation>
        </message>
        <message>
            <source>All of the watchlist</source>
            <translation>Alle der Watchlist</translation>
        </message>
        <message>
            <source>Instruments of the report</source>
            <translation>Instrumente des Berichts</translation>
        </message>
        <message>
            <source>Filter instruments</source>
            <translation>Instrumente filtern</translation>
        </message>
        <message>
            <source>Instruments to tick</source>
            <translation>Instrumente zum Ankreuzen</translation>
        </message>
        <message>
            <source>The charts show no instrument.</source>
            <translation>Die Diagramme zeigen kein Instrument.</translation>
        </message>
        <message>
            <source>Tick the instruments that the report is about.</source>
            <translation>Kreuzen Sie die Instrumente an, um die es im Bericht geht.</translation>
        </message>
        <message>
            <source>Selected instruments</source>
            <translation>Ausgewählte Instrumente</translation>
        </message>
    </context>
    <context>
        <name>tickmark::reportview::RangeBox</name>
        <message>
            <source>Sessions in view</source>
            <translation>Sichtbare Handelstage</translation>
        </message>
        <message>
            <source>Everything stored</source>
            <translation>Alles Gespeicherte</translation>
        </message>
        <message>
            <source>Range of the report</source>
            <translation>Zeitraum des Berichts</translation>
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
            <source>to</source>
            <comment>between two dates</comment>
            <translation>bis</translation>
        </message>
        <message>
            <source>The range ends before it begins.</source>
            <translation>Der Zeitraum endet, bevor er beginnt.</translation>
        </message>
        <message>
            <source>Nothing is stored of these instruments.</source>
            <translation>Von diesen Instrumenten ist nichts gespeichert.</translation>
        </message>
        <message>
            <source>Other dates</source>
            <translation>Anderer Zeitraum</translation>
        </message>
    </context>
    <context>
        <name>tickmark::reportview::ReportDialog</name>
        <message>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>&amp;Title:</source>
            <translation>&amp;Titel:</translation>
        </message>
        <message>
            <source>&amp;Range:</source>
            <translation>&amp;Zeitraum:</translation>
        </message>
        <message>
            <source>&amp;Instruments:</source>
            <translation>&amp;Instrumente:</translation>
        </message>
        <message>
            <source>&amp;Contents:</source>
            <translation>I&amp;nhalt:</translation>
        </message>
        <message>
            <source>&amp;Language:</source>
            <translation>S&amp;prache:</translation>
        </message>
        <message>
            <source>&amp;File:</source>
            <translation>&amp;Datei:</translation>
        </message>
        <message>
            <source>Language of the report</source>
            <translation>Sprache des Berichts</translation>
        </message>
        <message>
            <source>Format of the report</source>
            <translation>Format des Berichts</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>D&amp;urchsuchen …</translation>
        </message>
        <message>
            <source>Choose the report's file</source>
            <translation>Datei des Berichts wählen</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Ordner zeigen</translation>
        </message>
        <message>
            <source>How far the report is</source>
            <translation>Fortschritt des Berichts</translation>
        </message>
        <message>
            <source>&amp;Make report</source>
            <translation>Bericht &amp;erstellen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Report file</source>
            <translation>Datei des Berichts</translation>
        </message>
        <message>
            <source>Name the file that the report is to go into.</source>
            <translation>Geben Sie die Datei an, in die der Bericht soll.</translation>
        </message>
        <message>
            <source>The report is being made. The window can be used meanwhile.</source>
            <translation>Der Bericht wird erstellt. Das Fenster bleibt dabei bedienbar.</translation>
        </message>
        <message numerus="yes">
            <source>The report is in %1: %Ln page(s).</source>
            <translation>
                <numerusform>Der Bericht liegt in %1: %Ln Seite.</numerusform>
                <numerusform>Der Bericht liegt in %1: %Ln Seiten.</numerusform>
            </translation>
        </message>
        <message>
            <source>The report is in %1.</source>
            <translation>Der Bericht liegt in %1.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>The report was cancelled; nothing was written.</source>
            <translation>Der Bericht wurde abgebrochen; es wurde nichts geschrieben.</translation>
        </message>
        <message>
            <source>Replace it</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <source>Change the range</source>
            <translation>Zeitraum ändern</translation>
        </message>
        <message>
            <source>Choose another file…</source>
            <translation>Andere Datei wählen …</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>No program of this computer opens %1.</source>
            <translation>Kein Programm dieses Rechners öffnet %1.</translation>
        </message>
        <message>
            <source>The folder %1 does not exist.</source>
            <translation>Den Ordner %1 gibt es nicht.</translation>
        </message>
        <message>
            <source>Create it</source>
            <translation>Anlegen</translation>
        </message>
        <message>
            <source>The folder %1 could not be created.</source>
            <translation>Der Ordner %1 konnte nicht angelegt werden.</translation>
        </message>
        <message>
            <source>Empty: made from the instruments</source>
            <translation>Leer: aus den Instrumenten gebildet</translation>
        </message>
    </context>
    <context>
        <name>tickmark::reportview::TemplateBox</name>
        <message>
            <source>Save as template</source>
            <translation>Als Vorlage speichern</translation>
        </message>
        <message>
            <source>Rename template</source>
            <translation>Vorlage umbenennen</translation>
        </message>
        <message>
            <source>Template of the report</source>
            <translation>Vorlage des Berichts</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Speichern als …</translation>
        </message>
        <message>
            <source>Keeps sections and order as a template of your own</source>
            <translation>Behält Abschnitte und Reihenfolge als eigene Vorlage</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Umbenennen …</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Sections of the report, in their order</source>
            <translation>Abschnitte des Berichts in ihrer Reihenfolge</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <source>Moves the section up (%1)</source>
            <translation>Schiebt den Abschnitt nach oben (%1)</translation>
        </message>
        <message>
            <source>Moves the section down (%1)</source>
            <translation>Schiebt den Abschnitt nach unten (%1)</translation>
        </message>
        <message>
            <source>A report needs at least one section.</source>
            <translation>Ein Bericht braucht mindestens einen Abschnitt.</translation>
        </message>
        <message>
            <source>Name of the template:</source>
            <translation>Name der Vorlage:</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>There is a template “%1” already. Replace it?</source>
            <translation>Es gibt schon eine Vorlage „%1“. Ersetzen?</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <source>Delete template</source>
            <translation>Vorlage löschen</translation>
        </message>
        <message>
            <source>Delete the template “%1”? Reports made from it stay.</source>
            <translation>Die Vorlage „%1“ löschen? Mit ihr erstellte Berichte bleiben erhalten.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::Actions</name>
        <message>
            <source>%1 is too large for a list of splits and dividends.</source>
            <translation>%1 ist zu groß für eine Liste von Splits und Dividenden.</translation>
        </message>
        <message>
            <source>%1 is not a table of splits and dividends.</source>
            <translation>%1 ist keine Tabelle mit Splits und Dividenden.</translation>
        </message>
        <message>
            <source>No row of %1 can be used.</source>
            <translation>Keine Zeile von %1 ist verwendbar.</translation>
        </message>
        <message>
            <source>%1 has no column "%2". Splits and dividends need the columns symbol (or an instrument that is named for all of them), date and kind, and ratio or amount.</source>
            <translation>%1 hat keine Spalte „%2“. Splits und Dividenden brauchen die Spalten Symbol (oder ein für alle genanntes Instrument), Datum und Art sowie Verhältnis oder Betrag.</translation>
        </message>
        <message>
            <source>%1 has no split and no dividend of %2.</source>
            <translation>%1 enthält weder Split noch Dividende von %2.</translation>
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
            <source>%1 has no bars of %2, only of %3.</source>
            <translation>%1 enthält keine Kerzen von %2, nur von %3.</translation>
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
                <numerusform>Semikolons trennen die Spalten: %Ln Zeilen angesehen, je %1 Felder.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Columns are parted by tabs: %n rows looked at, %1 fields each.</source>
            <translation>
                <numerusform>Tabulatoren trennen die Spalten: eine Zeile angesehen, %1 Felder.</numerusform>
                <numerusform>Tabulatoren trennen die Spalten: %Ln Zeilen angesehen, je %1 Felder.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Columns are parted by vertical bars: %n rows looked at, %1 fields each.</source>
            <translation>
                <numerusform>Senkrechte Striche trennen die Spalten: eine Zeile angesehen, %1 Felder.</numerusform>
                <numerusform>Senkrechte Striche trennen die Spalten: %Ln Zeilen angesehen, je %1 Felder.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Columns are parted by commas: %n rows looked at, %1 fields each.</source>
            <translation>
                <numerusform>Kommas trennen die Spalten: eine Zeile angesehen, %1 Felder.</numerusform>
                <numerusform>Kommas trennen die Spalten: %Ln Zeilen angesehen, je %1 Felder.</numerusform>
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
        <message>
            <source>The price of the trade is in column %1, "%2".</source>
            <translation>Der Kurs des Geschäfts steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The price of the trade is in column %1.</source>
            <translation>Der Kurs des Geschäfts steht in Spalte %1.</translation>
        </message>
        <message>
            <source>The size of the trade is in column %1, "%2".</source>
            <translation>Die Stückzahl des Geschäfts steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The size of the trade is in column %1, after the price.</source>
            <translation>Die Stückzahl des Geschäfts steht in Spalte %1, hinter dem Kurs.</translation>
        </message>
        <message>
            <source>The bid is in column %1, "%2".</source>
            <translation>Der Geldkurs steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The bid is in column %1: the lower of two neighbours that move together.</source>
            <translation>Der Geldkurs steht in Spalte %1: Es ist die niedrigere zweier Nachbarspalten, die sich gemeinsam bewegen.</translation>
        </message>
        <message>
            <source>The ask is in column %1, "%2".</source>
            <translation>Der Briefkurs steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The ask is in column %1: the higher of two neighbours that move together.</source>
            <translation>Der Briefkurs steht in Spalte %1: Es ist die höhere zweier Nachbarspalten, die sich gemeinsam bewegen.</translation>
        </message>
        <message>
            <source>The size of the bid is in column %1, "%2".</source>
            <translation>Die Stückzahl zum Geldkurs steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The size of the bid is in column %1.</source>
            <translation>Die Stückzahl zum Geldkurs steht in Spalte %1.</translation>
        </message>
        <message>
            <source>The size of the ask is in column %1, "%2".</source>
            <translation>Die Stückzahl zum Briefkurs steht in Spalte %1, „%2“.</translation>
        </message>
        <message>
            <source>The size of the ask is in column %1.</source>
            <translation>Die Stückzahl zum Briefkurs steht in Spalte %1.</translation>
        </message>
        <message>
            <source>In %1 no column is recognised as a price, a bid or an ask. Say what the columns are in a profile.</source>
            <translation>In %1 ist keine Spalte als Kurs, Geldkurs oder Briefkurs zu erkennen. Geben Sie in einem Profil an, was die Spalten enthalten.</translation>
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
        <name>tickmark::sources::KeyVault</name>
        <message>
            <source>The keychain did not give access to the key. It may be locked.</source>
            <translation>Der Schlüsselbund gibt den Schlüssel nicht heraus. Vielleicht ist er gesperrt.</translation>
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
        <message>
            <source>The profile is one for ticks, not for bars.</source>
            <translation>Das Profil ist eines für Ticks, nicht für Kerzen.</translation>
        </message>
        <message>
            <source>The profile is one for bars, not for ticks.</source>
            <translation>Das Profil ist eines für Kerzen, nicht für Ticks.</translation>
        </message>
        <message>
            <source>Only one column can be the price, one its size, one the bid and one the ask.</source>
            <translation>Nur je eine Spalte kann Kurs, Stückzahl, Geldkurs und Briefkurs sein.</translation>
        </message>
        <message>
            <source>No column has a price, a bid or an ask.</source>
            <translation>Keine Spalte enthält einen Kurs, einen Geldkurs oder einen Briefkurs.</translation>
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
        <message>
            <source>The time lies before 1970, after 2100 or decades from that of the other rows; perhaps it is counted in another unit.</source>
            <translation>Die Zeit liegt vor 1970, nach 2100 oder Jahrzehnte von den anderen Zeilen entfernt; vielleicht ist sie in einer anderen Einheit gezählt.</translation>
        </message>
        <message>
            <source>The kind is neither split nor dividend.</source>
            <translation>Die Art ist weder Split noch Dividende.</translation>
        </message>
        <message>
            <source>The ratio is not one of new to old shares, such as 10:1.</source>
            <translation>Das Verhältnis ist keines von neuen zu alten Aktien, etwa 10:1.</translation>
        </message>
        <message>
            <source>The ratio can be read both ways: write new to old shares (10:1), or call it a reverse split.</source>
            <translation>Das Verhältnis lässt sich auf zwei Arten lesen: Schreiben Sie neue zu alten Aktien (10:1), oder nennen Sie die Art „Zusammenlegung“.</translation>
        </message>
        <message>
            <source>The amount is missing, or is no number that can be read in one way only.</source>
            <translation>Der Betrag fehlt, oder er ist keine Zahl, die sich nur auf eine Art lesen lässt.</translation>
        </message>
        <message>
            <source>The currency is not a code of three letters, such as USD.</source>
            <translation>Die Währung ist kein Kürzel aus drei Buchstaben wie USD.</translation>
        </message>
        <message>
            <source>A row before has another split or dividend for the same day. Write one row for both.</source>
            <translation>Eine Zeile davor nennt für denselben Tag einen anderen Split oder eine andere Dividende. Schreiben Sie eine Zeile für beide.</translation>
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
        <name>tickmark::sources::TickFile</name>
        <message>
            <source>Column %1 of %2 is called "%3"; the profile expects "%4".</source>
            <translation>Spalte %1 von %2 heißt „%3“; das Profil erwartet „%4“.</translation>
        </message>
        <message>
            <source>Reading %1 was cancelled.</source>
            <translation>Das Lesen von %1 wurde abgebrochen.</translation>
        </message>
        <message>
            <source>%1 has no ticks of %2, only of %3.</source>
            <translation>%1 enthält keine Ticks von %2, nur von %3.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::TickTiming</name>
        <message>
            <source>Times in %1 are milliseconds since midnight, and the file does not say of which day. Give the date (--date).</source>
            <translation>Die Zeiten in %1 sind Millisekunden seit Mitternacht, und die Datei sagt nicht, an welchem Tag. Geben Sie das Datum an (--date).</translation>
        </message>
        <message>
            <source>%1 has dates without a time of day; ticks need one.</source>
            <translation>%1 enthält Daten ohne Uhrzeit; Ticks brauchen eine.</translation>
        </message>
        <message>
            <source>Times in %1 do not say in which zone they are. Name it (--zone Europe/Berlin, --zone America/New_York, --zone UTC).</source>
            <translation>Die Zeiten in %1 sagen nicht, in welcher Zeitzone sie gelten. Nennen Sie diese (--zone Europe/Berlin, --zone America/New_York, --zone UTC).</translation>
        </message>
        <message>
            <source>Milliseconds since midnight are taken as UTC: nothing names another zone.</source>
            <translation>Millisekunden seit Mitternacht gelten als UTC: Nichts nennt eine andere Zeitzone.</translation>
        </message>
        <message>
            <source>Times without an offset are read on the clock of %1.</source>
            <translation>Zeiten ohne Abstand zu UTC gelten als Ortszeit von %1.</translation>
        </message>
        <message>
            <source>The newest rows come first.</source>
            <translation>Die neuesten Zeilen stehen vorn.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::Timing</name>
        <message>
            <source>Times in %1 are milliseconds since midnight, and the file does not say of which day. Give the date (--date).</source>
            <translation>Die Zeiten in %1 sind Millisekunden seit Mitternacht, und die Datei sagt nicht, an welchem Tag. Geben Sie das Datum an (--date).</translation>
        </message>
        <message>
            <source>%1 has dates without a time of day: its bars can only be daily.</source>
            <translation>%1 hat Datumsangaben ohne Uhrzeit: Es können nur Tageskerzen sein.</translation>
        </message>
        <message>
            <source>Times in %1 do not say in which zone they are. Name it (--zone Europe/Berlin, --zone America/New_York, --zone UTC).</source>
            <translation>Die Zeiten in %1 sagen nicht, in welcher Zeitzone sie gelten. Nennen Sie diese (--zone Europe/Berlin, --zone America/New_York, --zone UTC).</translation>
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
            <translation>Die neuesten Zeilen stehen vorn.</translation>
        </message>
        <message>
            <source>A bar is %1 seconds long, as was said.</source>
            <translation>Eine Kerze dauert %1 Sekunden, wie angegeben.</translation>
        </message>
        <message>
            <source>A bar is %1 seconds long: rows are that far apart, or a multiple of it.</source>
            <translation>Eine Kerze dauert %1 Sekunden: So weit liegen die Zeilen auseinander, oder ein Vielfaches davon.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::style::DockHead</name>
        <message>
            <source>Hide “%1”</source>
            <translation>„%1“ ausblenden</translation>
        </message>
    </context>
    <context>
        <name>tickmark::style::FilterState</name>
        <message>
            <source>Clear filter</source>
            <translation>Filter aufheben</translation>
        </message>
    </context>
    <context>
        <name>tickmark::tables::ClaimTableModel</name>
        <message>
            <source>Verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <source>Instrument</source>
            <translation>Instrument</translation>
        </message>
        <message>
            <source>Claim</source>
            <extracomment>head of a column: the number that a text states</extracomment>
            <translation>Aussage</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Handelstag</translation>
        </message>
        <message>
            <source>Publisher</source>
            <translation>Herausgeber</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Veröffentlicht</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>Schlagzeile</translation>
        </message>
        <message>
            <source>dismissed</source>
            <extracomment>of a claim: the user said that it is none</extracomment>
            <translation>verworfen</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <extracomment>in place of a verdict</extracomment>
            <translation>noch nicht geprüft</translation>
        </message>
        <message>
            <source>%1, corrected</source>
            <extracomment>%1: a verdict; the user has corrected the claim</extracomment>
            <translation>%1, korrigiert</translation>
        </message>
        <message numerus="yes">
            <source>%1 (%n sessions)</source>
            <extracomment>%1: the last of several sessions</extracomment>
            <translation>
                <numerusform>%1 (%n Handelstag)</numerusform>
                <numerusform>%1 (%n Handelstage)</numerusform>
            </translation>
        </message>
        <message>
            <source>Measured</source>
            <extracomment>head of a column: what a stated number was held against</extracomment>
            <translation>Gemessen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::tables::ImportModel</name>
        <message>
            <source>Quotes</source>
            <translation>Kurse</translation>
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
            <source>Corporate actions</source>
            <translation>Kapitalmaßnahmen</translation>
        </message>
        <message>
            <source>Sample case</source>
            <translation>Beispielfall</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeitpunkt</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>File or address</source>
            <translation>Datei oder Adresse</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Replaced</source>
            <translation>Ersetzt</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>Unverändert</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>undone on %1</source>
            <translation>zurückgenommen am %1</translation>
        </message>
        <message>
            <source>in the database</source>
            <translation>in der Datenbank</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>date, clock time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Ticks</source>
            <translation>Ticks</translation>
        </message>
    </context>
    <context>
        <name>tickmark::tables::InstrumentModel</name>
        <message>
            <source>Symbol</source>
            <translation>Symbol</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>Börse</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Währung</translation>
        </message>
        <message>
            <source>Quotes from</source>
            <translation>Kurse von</translation>
        </message>
        <message>
            <source>Quotes to</source>
            <translation>Kurse bis</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
    </context>
    <context>
        <name>tickmark::tables::PublisherSummaryModel</name>
        <message>
            <source>%1 of %2 decided statements</source>
            <translation>%1 von %2 entschiedenen Aussagen</translation>
        </message>
        <message numerus="yes">
            <source>A rate is shown from %n decided statements on.</source>
            <translation>
                <numerusform>Eine Quote wird ab %n entschiedenen Aussage gezeigt.</numerusform>
                <numerusform>Eine Quote wird ab %n entschiedenen Aussagen gezeigt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Confirmed statements of those that quotes could decide</source>
            <translation>Bestätigte Aussagen unter denen, die sich mit Kursen entscheiden ließen</translation>
        </message>
        <message>
            <source>Publisher</source>
            <translation>Herausgeber</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Bestätigt</translation>
        </message>
        <message>
            <source>Only during the session</source>
            <translation>Nur im Handelsverlauf</translation>
        </message>
        <message>
            <source>Rate</source>
            <extracomment>share of the confirmed statements</extracomment>
            <translation>Quote</translation>
        </message>
    </context>
    <context>
        <name>tickmark::tables::QualityModel</name>
        <message>
            <source>Instrument</source>
            <translation>Instrument</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>Befund</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Handelstage</translation>
        </message>
        <message>
            <source>What</source>
            <extracomment>head of a column: what was found, in a few words</extracomment>
            <translation>Was</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Severity</source>
            <extracomment>head of a column: how serious a finding is</extracomment>
            <translation>Schwere</translation>
        </message>
    </context>
    <context>
        <name>tickmark::tables::SourceModel</name>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Anbieter</translation>
        </message>
        <message>
            <source>What is fetched</source>
            <translation>Abgerufen wird</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>Last run</source>
            <translation>Letzter Abruf</translation>
        </message>
        <message>
            <source>Next run</source>
            <translation>Nächster Abruf</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Stand</translation>
        </message>
    </context>
    <context>
        <name>tickmark::tables::WatchlistModel</name>
        <message>
            <source>%1: %2, %3 %</source>
            <comment>instrument, price, percent change</comment>
            <translation>%1: %2, %3 %</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>Symbol</translation>
        </message>
        <message>
            <source>Trend</source>
            <comment>column of small curves</comment>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Kurs</translation>
        </message>
        <message>
            <source>% day</source>
            <comment>column: change of the day in percent</comment>
            <translation>% Tag</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>name (symbol)</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Exchange: %1</source>
            <translation>Börse: %1</translation>
        </message>
        <message>
            <source>Session: %1</source>
            <translation>Handelstag: %1</translation>
        </message>
        <message>
            <source>Open %1, high %2, low %3, close %4</source>
            <translation>Eröffnung %1, Hoch %2, Tief %3, Schluss %4</translation>
        </message>
        <message>
            <source>Previous close: %1 on %2</source>
            <translation>Voriger Schlusskurs: %1 am %2</translation>
        </message>
        <message>
            <source>The session before, %1, has no quote, so no change is stated. The nearest earlier quote is of %2.</source>
            <translation>Für den Handelstag davor, %1, fehlt der Kurs, deshalb steht hier keine Veränderung. Der nächste frühere Kurs ist vom %2.</translation>
        </message>
        <message>
            <source>There is no earlier quote, so no change is stated.</source>
            <translation>Es gibt keinen früheren Kurs, deshalb steht hier keine Veränderung.</translation>
        </message>
        <message>
            <source>Source: %1</source>
            <translation>Quelle: %1</translation>
        </message>
        <message>
            <source>%1: %2, %3 %, close of %4</source>
            <comment>instrument, price, percent change, date</comment>
            <translation>%1: %2, %3 %, Schlusskurs vom %4</translation>
        </message>
        <message>
            <source>The database has no daily quotes of this instrument.</source>
            <translation>Die Datenbank hat keine Tageskurse dieses Instruments.</translation>
        </message>
        <message>
            <source>This close is of %1; the head of the list names %2.</source>
            <translation>Dieser Schlusskurs ist vom %1; der Kopf der Liste nennt den %2.</translation>
        </message>
        <message>
            <source>The session of %1 has no quote in the database.</source>
            <translation>Der Handelstag %1 hat keinen Kurs in der Datenbank.</translation>
        </message>
        <message>
            <source>%1: %2, %3 %, %4</source>
            <comment>instrument, price, percent change, state of its live stream</comment>
            <translation>%1: %2, %3 %, %4</translation>
        </message>
        <message>
            <source>%1: %2, %3 %, last trade %4</source>
            <comment>instrument, price, percent change, clock time or date</comment>
            <translation>%1: %2, %3 %, letzter Abschluss %4</translation>
        </message>
        <message>
            <source>Last trade: %1 on %2, %3</source>
            <comment>price, date, clock time</comment>
            <translation>Letzter Abschluss: %1 am %2, %3</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::ExportControl</name>
        <message>
            <source>The chart is on the clipboard: as a picture, as a drawing and as a table.</source>
            <translation>Das Diagramm ist in der Zwischenablage: als Bild, als Zeichnung und als Tabelle.</translation>
        </message>
        <message numerus="yes">
            <source>The charts are printed; %n headline(s) found no room on the paper.</source>
            <translation>
                <numerusform>Die Diagramme sind gedruckt; für %n Schlagzeile war auf dem Papier kein Platz.</numerusform>
                <numerusform>Die Diagramme sind gedruckt; für %n Schlagzeilen war auf dem Papier kein Platz.</numerusform>
            </translation>
        </message>
        <message>
            <source>The charts are printed.</source>
            <translation>Die Diagramme sind gedruckt.</translation>
        </message>
        <message>
            <source>The chart is being copied…</source>
            <translation>Das Diagramm wird kopiert …</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::HintLine</name>
        <message>
            <source>Do not show this again</source>
            <translation>Nicht mehr zeigen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::LiveCard</name>
        <message>
            <source>Try now</source>
            <translation>Jetzt versuchen</translation>
        </message>
        <message>
            <source>Show the source</source>
            <translation>Quelle zeigen</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stoppen</translation>
        </message>
        <message>
            <source>Stop the live stream of %1</source>
            <translation>Livestream von %1 stoppen</translation>
        </message>
        <message>
            <source>no gaps</source>
            <translation>keine Lücken</translation>
        </message>
        <message numerus="yes">
            <source>%Ln gap(s)</source>
            <translation>
                <numerusform>%Ln Lücke</numerusform>
                <numerusform>%Ln Lücken</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2 to the chart, %3</source>
            <comment>trades per second, latency, gaps</comment>
            <translation>%1, %2 bis ins Diagramm, %3</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>trades per second, gaps</comment>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::LiveControl</name>
        <message>
            <source>The source “%1” was removed; its live stream has ended. What has come is stored.</source>
            <translation>Die Quelle „%1“ wurde entfernt, ihr Livestream ist beendet. Was gekommen ist, ist gespeichert.</translation>
        </message>
        <message>
            <source>%1 is no longer in the database under this name; its live stream has ended.</source>
            <translation>%1 ist nicht mehr unter diesem Namen in der Datenbank; der Livestream ist beendet.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>source, what went wrong</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::LiveGlance</name>
        <message numerus="yes">
            <source>%Ln live stream(s)</source>
            <translation>
                <numerusform>%Ln Livestream</numerusform>
                <numerusform>%Ln Livestreams</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>number of live streams, trades per second</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 – show the details</source>
            <translation>%1 – Einzelheiten zeigen</translation>
        </message>
        <message>
            <source>Trades per second: %1</source>
            <translation>Abschlüsse je Sekunde: %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>number of live streams, state of it</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1, %2 %3</source>
            <comment>number of live streams, how many of them are in a state, state</comment>
            <translation>%1, %2 %3</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::LivePopup</name>
        <message numerus="yes">
            <source>%Ln live stream(s)</source>
            <translation>
                <numerusform>%Ln Livestream</numerusform>
                <numerusform>%Ln Livestreams</numerusform>
            </translation>
        </message>
        <message>
            <source>Live stream</source>
            <translation>Livestream</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Stop all</source>
            <translation>Alle stoppen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::LiveWatch</name>
        <message>
            <source>The live stream of %1 is interrupted and comes again by itself. %2</source>
            <comment>symbols, why</comment>
            <translation>Der Livestream von %1 ist unterbrochen. Die Verbindung wird von selbst wieder aufgebaut. %2</translation>
        </message>
        <message>
            <source>The live stream of %1 has ended. %2</source>
            <comment>symbols, why</comment>
            <translation>Der Livestream von %1 ist beendet. %2</translation>
        </message>
        <message>
            <source>The trades of %1 are drawn, but the disk does not take them. They are stored as soon as it does. %2</source>
            <comment>symbols, why</comment>
            <translation>Die Abschlüsse von %1 werden gezeichnet, aber die Platte nimmt sie nicht an. Sobald sie es tut, werden sie gespeichert. %2</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::MainWindow</name>
        <message>
            <source>Watchlist</source>
            <translation>Watchlist</translation>
        </message>
        <message>
            <source>Headlines</source>
            <translation>Schlagzeilen</translation>
        </message>
        <message>
            <source>Excerpt</source>
            <translation>Auszug</translation>
        </message>
        <message>
            <source>Linked charts: wheel zooms, dragging moves, Shift and dragging measures. Markers above are headlines; the triangle below is the base date and can be dragged.</source>
            <translation>Verknüpfte Diagramme: Das Mausrad vergrößert, Ziehen verschiebt, Ziehen mit Umschalttaste misst. Markierungen oben sind Schlagzeilen; das Dreieck unten ist das Basisdatum und lässt sich ziehen.</translation>
        </message>
        <message>
            <source>The instruments of this database. Double click shows one, dragging adds it to a chart.</source>
            <translation>Die Instrumente dieser Datenbank. Ein Doppelklick zeigt eines, Ziehen fügt es einem Diagramm hinzu.</translation>
        </message>
        <message>
            <source>All headlines, newest first. Choosing one moves the charts to its time.</source>
            <translation>Alle Schlagzeilen, neueste zuerst. Wer eine wählt, sieht die Diagramme zu ihrer Zeit.</translation>
        </message>
        <message>
            <source>%1 – Tickmark</source>
            <comment>title bar</comment>
            <translation>%1 – Tickmark</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menü</translation>
        </message>
        <message>
            <source>Charts</source>
            <translation>Diagramme</translation>
        </message>
        <message>
            <source>As on this computer (%1)</source>
            <translation>Wie auf diesem Rechner (%1)</translation>
        </message>
        <message>
            <source>&amp;Choose a date…</source>
            <translation>&amp;Datum wählen …</translation>
        </message>
        <message>
            <source>&amp;Before the chosen headline (%1)</source>
            <translation>&amp;Vor der gewählten Schlagzeile (%1)</translation>
        </message>
        <message>
            <source>&amp;None: prices of single instruments, percent from the left edge</source>
            <translation>&amp;Keine: Kurse einzelner Instrumente, Prozent ab dem linken Rand</translation>
        </message>
        <message>
            <source>Base date</source>
            <translation>Basisdatum</translation>
        </message>
        <message>
            <source>About Tickmark</source>
            <translation>Über Tickmark</translation>
        </message>
        <message>
            <source>Tickmark %1</source>
            <translation>Tickmark %1</translation>
        </message>
        <message>
            <source>Linked charts, headlines and quotes in one file.

Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
            <translation>Verknüpfte Diagramme, Schlagzeilen und Kurse in einer Datei.

Freie Software unter der GNU General Public License, Version 3 oder neuer, ohne jede Gewährleistung.</translation>
        </message>
        <message>
            <source>Tickmark databases (*.tickmark)</source>
            <translation>Tickmark-Datenbanken (*.tickmark)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Open another database…</source>
            <translation>Andere Datenbank öffnen …</translation>
        </message>
        <message>
            <source>%1 It is open for reading only.</source>
            <translation>%1 Sie ist nur zum Lesen geöffnet.</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Noch keine</translation>
        </message>
        <message>
            <source>Open database</source>
            <translation>Datenbank öffnen</translation>
        </message>
        <message>
            <source>New database</source>
            <translation>Neue Datenbank</translation>
        </message>
        <message>
            <source>Open it again</source>
            <translation>Erneut öffnen</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>Aussagen</translation>
        </message>
        <message>
            <source>The text of the chosen headline. A line below a number says whether the quotes confirm it; a click on it explains why.</source>
            <translation>Der Text der gewählten Schlagzeile. Die Linie unter einer Zahl sagt, ob die Kurse sie bestätigen; ein Klick darauf erklärt, warum.</translation>
        </message>
        <message>
            <source>Every number that the news state about a move or a price, with its verdict from the quotes.</source>
            <translation>Jede Zahl, die in den Nachrichten über eine Bewegung oder einen Kurs steht, mit dem Urteil aus den Kursen.</translation>
        </message>
        <message>
            <source>The claims are in %1.</source>
            <translation>Die Aussagen stehen in %1.</translation>
        </message>
        <message>
            <source>Calculation</source>
            <translation>Rechenweg</translation>
        </message>
        <message>
            <source>How numbers are read</source>
            <translation>So werden Zahlen gelesen</translation>
        </message>
        <message>
            <source>Data quality</source>
            <translation>Datenqualität</translation>
        </message>
        <message>
            <source>What is suspicious about the quotes, and what can be done about it: holes, jumps, splits, sources that disagree.</source>
            <translation>Was an den Kursen verdächtig ist und was sich tun lässt: Lücken, Sprünge, Aktiensplits, Quellen, die einander widersprechen.</translation>
        </message>
        <message>
            <source>The findings are in %1.</source>
            <translation>Die Befunde stehen in %1.</translation>
        </message>
        <message>
            <source>Panels</source>
            <translation>Bereiche</translation>
        </message>
        <message>
            <source>Show the sources</source>
            <translation>Quellen zeigen</translation>
        </message>
        <message>
            <source>This database can only be read: nothing can be streamed into it</source>
            <translation>Diese Datenbank kann nur gelesen werden: In sie lässt sich nichts live aufnehmen</translation>
        </message>
        <message>
            <source>No exchange that streams has the instruments of this chart</source>
            <translation>Keine Börse mit Livestream hat die Instrumente dieses Diagramms</translation>
        </message>
        <message>
            <source>&amp;Stop all</source>
            <translation>Alle &amp;stoppen</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Jetzt versuchen</translation>
        </message>
        <message>
            <source>Show the source</source>
            <translation>Quelle zeigen</translation>
        </message>
        <message>
            <source>The live streams of %1 have ended with the database %2. What had come is stored there.</source>
            <translation>Die Livestreams von %1 sind mit der Datenbank %2 beendet. Was gekommen war, ist dort gespeichert.</translation>
        </message>
        <message>
            <source>%1 streams live now. Stop that, and its ticks can be played again.</source>
            <translation>%1 läuft gerade live. Stoppen Sie das, dann lassen sich die Ticks wieder abspielen.</translation>
        </message>
        <message>
            <source>%1…</source>
            <comment>a file format, whose dialog opens</comment>
            <translation>%1 …</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Ordner zeigen</translation>
        </message>
        <message>
            <source>No program of this computer opens %1.</source>
            <translation>Kein Programm dieses Rechners öffnet %1.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::MessageBar</name>
        <message>
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>Close this message</source>
            <translation>Diese Meldung schließen</translation>
        </message>
        <message>
            <source>Details of the message</source>
            <translation>Einzelheiten der Meldung</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::ReplayControl</name>
        <message>
            <source>%1 has no ticks that could be played.</source>
            <translation>%1 hat keine Ticks, die sich abspielen ließen.</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::SearchField</name>
        <message>
            <source>%1 (%2)</source>
            <comment>name and symbol</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1  %2</source>
            <comment>time and headline</comment>
            <translation>%1  %2</translation>
        </message>
        <message>
            <source>Nothing found.</source>
            <translation>Nichts gefunden.</translation>
        </message>
        <message>
            <source>Search instrument or headline</source>
            <translation>Instrument oder Schlagzeile suchen</translation>
        </message>
        <message>
            <source>Found instruments and headlines</source>
            <translation>Gefundene Instrumente und Schlagzeilen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::ShortcutsDialog</name>
        <message>
            <source>Keyboard and mouse</source>
            <translation>Tastatur und Maus</translation>
        </message>
        <message>
            <source>Keys or mouse</source>
            <translation>Tasten oder Maus</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Wirkung</translation>
        </message>
        <message>
            <source>Wheel, + and −, Up and Down</source>
            <translation>Mausrad, + und −, Pfeil auf und ab</translation>
        </message>
        <message>
            <source>Zooms, with the wheel at the pointer</source>
            <translation>Vergrößert und verkleinert, mit dem Rad am Mauszeiger</translation>
        </message>
        <message>
            <source>Dragging, Left and Right</source>
            <translation>Ziehen, Pfeil links und rechts</translation>
        </message>
        <message>
            <source>Moves through time</source>
            <translation>Bewegt durch die Zeit</translation>
        </message>
        <message>
            <source>Shift and dragging, Shift+Left and Shift+Right</source>
            <translation>Umschalt und Ziehen, Umschalt+Pfeil links und rechts</translation>
        </message>
        <message>
            <source>Measures a range; Esc takes it away</source>
            <translation>Misst einen Zeitraum; Esc nimmt ihn weg</translation>
        </message>
        <message>
            <source>Ctrl+Left and Ctrl+Right</source>
            <translation>Strg+Pfeil links und rechts</translation>
        </message>
        <message>
            <source>Moves the crosshair by one bar</source>
            <translation>Bewegt das Fadenkreuz um eine Kerze</translation>
        </message>
        <message>
            <source>Double click</source>
            <translation>Doppelklick</translation>
        </message>
        <message>
            <source>Shows all data</source>
            <translation>Zeigt alle Daten</translation>
        </message>
        <message>
            <source>Home, End</source>
            <translation>Pos1, Ende</translation>
        </message>
        <message>
            <source>Goes to the first and the last data</source>
            <translation>Springt zu den ersten und zu den letzten Daten</translation>
        </message>
        <message>
            <source>F</source>
            <translation>F</translation>
        </message>
        <message>
            <source>Follows the newest data</source>
            <translation>Folgt den neuesten Daten</translation>
        </message>
        <message>
            <source>Page up and Page down</source>
            <translation>Bild auf und Bild ab</translation>
        </message>
        <message>
            <source>Chooses the chart above or below</source>
            <translation>Wählt das Diagramm darüber oder darunter</translation>
        </message>
        <message>
            <source>M, Shift+M</source>
            <translation>M, Umschalt+M</translation>
        </message>
        <message>
            <source>Goes to the next or previous headline marker</source>
            <translation>Springt zur nächsten oder vorigen Markierung</translation>
        </message>
        <message>
            <source>Triangle below the axis</source>
            <translation>Dreieck unter der Achse</translation>
        </message>
        <message>
            <source>The base date: drag it to another session</source>
            <translation>Das Basisdatum: zum gewünschten Handelstag ziehen</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::SourceGlanceButton</name>
        <message numerus="yes">
            <source>Fetching %Ln source(s)</source>
            <translation>
                <numerusform>%Ln Quelle wird abgerufen</numerusform>
                <numerusform>%Ln Quellen werden abgerufen</numerusform>
            </translation>
        </message>
        <message>
            <source>Fetching, %1 of %2</source>
            <translation>Abruf läuft, %1 von %2</translation>
        </message>
        <message numerus="yes">
            <source>%Ln source(s) failed</source>
            <translation>
                <numerusform>%Ln Quelle nicht abrufbar</numerusform>
                <numerusform>%Ln Quellen nicht abrufbar</numerusform>
            </translation>
        </message>
        <message>
            <source>Sources paused</source>
            <translation>Quellen pausiert</translation>
        </message>
        <message>
            <source>%1 – show the sources</source>
            <comment>what a glance at the sources says</comment>
            <translation>%1 – Quellen zeigen</translation>
        </message>
        <message>
            <source>Shows the sources</source>
            <translation>Zeigt die Quellen</translation>
        </message>
        <message>
            <source>Failed: %1</source>
            <comment>names of sources</comment>
            <translation>Nicht abrufbar: %1</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::SourceWatch</name>
        <message numerus="yes">
            <source>%Ln sources could not be fetched.</source>
            <translation>
                <numerusform>%Ln Quelle war nicht abrufbar.</numerusform>
                <numerusform>%Ln Quellen waren nicht abrufbar.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>source, what went wrong</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::StatusLine</name>
        <message>
            <source>No database is open</source>
            <translation>Keine Datenbank geöffnet</translation>
        </message>
        <message>
            <source>%1, %2, %3</source>
            <translation>%1, %2, %3</translation>
        </message>
        <message numerus="yes">
            <source>%Ln instrument(s)</source>
            <translation>
                <numerusform>%Ln Instrument</numerusform>
                <numerusform>%Ln Instrumente</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln daily bar(s)</source>
            <translation>
                <numerusform>%Ln Tageskerze</numerusform>
                <numerusform>%Ln Tageskerzen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln intraday bar(s)</source>
            <translation>
                <numerusform>%Ln Intraday-Kerze</numerusform>
                <numerusform>%Ln Intraday-Kerzen</numerusform>
            </translation>
        </message>
        <message>
            <source>Read-only</source>
            <translation>Nur lesbar</translation>
        </message>
        <message>
            <source>Data up to %1</source>
            <translation>Datenstand %1</translation>
        </message>
        <message>
            <source>Time zone %1</source>
            <translation>Zeitzone %1</translation>
        </message>
        <message>
            <source>Time zone %1 (%2)</source>
            <translation>Zeitzone %1 (%2)</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>status bar: counts</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 ticks</source>
            <translation>%1 Ticks</translation>
        </message>
        <message>
            <source>No frame in the last second</source>
            <translation>Kein Bild in der letzten Sekunde</translation>
        </message>
        <message>
            <source>Frames of the last second: median %1 ms, worst %2 ms</source>
            <translation>Bilder der letzten Sekunde: Median %1 ms, längstes %2 ms</translation>
        </message>
        <message>
            <source>Data up to %1, %2</source>
            <comment>date, clock time</comment>
            <translation>Datenstand %1, %2</translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::ToolRow</name>
        <message>
            <source>Tools</source>
            <translation>Werkzeuge</translation>
        </message>
        <message>
            <source>How the chosen chart draws its prices</source>
            <translation>Wie das gewählte Diagramm seine Kurse zeichnet</translation>
        </message>
        <message>
            <source>Base: %1</source>
            <translation>Basis: %1</translation>
        </message>
        <message>
            <source>Base: none</source>
            <translation>Basis: keine</translation>
        </message>
        <message>
            <source>The session whose close is 0 percent</source>
            <translation>Der Handelstag, dessen Schlusskurs 0 Prozent ist</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
    </context>
</TS>
