// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartRuns.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! What ends up in the files of `tickmark chart`: tables with the numbers of the store, one file for each chart, equal bytes.
class TestChartFiles : public QObject, private ChartRuns
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { writeSample(); }
    void oneChartPerLine();
    void twoSymbolsNeverShareAFile();
    void germanCsv();
    void workbookReadsBack();
    void tablesEqualTheStore();
    void sameBytesFromTwoProcesses_data();
    void sameBytesFromTwoProcesses();
    void ticksAreAsFineAsPrinters();
    void writesToStandardOutput();
};

void TestChartFiles::oneChartPerLine()
{
    const QString list = writeFile(m_folder, u"symbols.txt"_s, "NVDA\n\nZZZ\n^GSPC\n");
    const Outcome outcome = chart({u"--symbols-file"_s, list, u"--size"_s, u"640x400"_s}, file("each-%s.png"));
    VERIFY_EXIT(outcome, 3);
    QVERIFY(outcome.err.contains("ZZZ"));
    QVERIFY(!QImage(file("each-NVDA.png")).isNull());
    QVERIFY(!QImage(file("each-^GSPC.png")).isNull());
}

void TestChartFiles::twoSymbolsNeverShareAFile()
{
    const QString list = writeFile(m_folder, u"twice.txt"_s, "NVDA\nAVGO\nNVDA\n");
    const Outcome outcome = chart({u"--symbols-file"_s, list, u"--size"_s, u"640x400"_s}, file("twice-%s.svg"));
    VERIFY_EXIT(outcome, 3);
    QVERIFY2(outcome.err.contains("twice-NVDA.svg") && outcome.err.contains("2 of 3 charts"), outcome.err.constData());
    const QString none = writeFile(m_folder, u"none.txt"_s, "ZZZ\n");
    VERIFY_EXIT(chart({u"--symbols-file"_s, none}, file("none-%s.svg")), 1);
    VERIFY_EXIT(chart({u"--symbols-file"_s, file("missing.txt")}, file("none-%s.svg")), 1);
}

void TestChartFiles::germanCsv()
{
    VERIFY_EXIT(chart(m_dashboard + QStringList{u"--csv-form"_s, u"german"_s, u"--lang"_s, u"de"_s}, file("de.csv")),
                0);
    const QByteArray csv = readFile(file("de.csv"));
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
    QVERIFY2(csv.contains("\r\n27.01.2025;") && csv.contains(";118,42;-16,9682;"), csv.left(400).constData());
}

void TestChartFiles::workbookReadsBack()
{
    VERIFY_EXIT(chart(m_dashboard, file("book.xlsx")), 0);
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s,
                                u"import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; "
                                "print(z.read('xl/worksheets/sheet1.xml').decode())"_s,
                                file("book.xlsx")});
    QVERIFY(python.waitForFinished());
    const QByteArray sheet = python.readAllStandardOutput();
    // 27 January 2025 is day 45684 of spreadsheets.
    QVERIFY2(sheet.contains("<v>45684</v>") && sheet.contains("<v>118.42</v>"), sheet.left(300).constData());
}

//! Read by a program that shares nothing with ours: every close of every file against the rows of the store.
void TestChartFiles::tablesEqualTheStore()
{
    constexpr const char *kReader = R"py(
import csv, datetime, sqlite3, sys, zipfile, xml.etree.ElementTree as E
from decimal import Decimal
store, neutral, german, book = sys.argv[1:]
rows = sqlite3.connect('file:%s?mode=ro' % store, uri=True).execute("SELECT symbol, session, close FROM daily")
closes = {(symbol, session): Decimal(close) for symbol, session, close in rows}
def compare(head, day, values):
    count = 0
    for name, value in zip(head, values):
        if '%' in name or not name.endswith((' close', ' Schluss')) or value in ('', None):
            continue
        symbol = name.split(' ')[0]
        assert closes[symbol, day] == Decimal(value), (symbol, day, value)
        count += 1
    return count
counts = []
table = list(csv.reader(open(neutral, encoding='utf-8', newline='')))
counts.append(sum(compare(table[0], row[0], row) for row in table[1:]))
table = list(csv.reader(open(german, encoding='utf-8-sig', newline=''), delimiter=';'))
counts.append(sum(compare(table[0], datetime.datetime.strptime(row[0], '%d.%m.%Y').date().isoformat(),
                          [cell.replace(',', '.') for cell in row]) for row in table[1:]))
n = {'m': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'}
z = zipfile.ZipFile(book)
texts = [''.join(t.text or '' for t in s.iter('{%s}t' % n['m'])) for s in E.fromstring(z.read('xl/sharedStrings.xml'))]
styles = E.fromstring(z.read('xl/styles.xml'))
formats = {f.get('numFmtId'): f.get('formatCode') for f in styles.iterfind('.//m:numFmt', n)}
styles = [formats.get(x.get('numFmtId'), '') for x in styles.iterfind('m:cellXfs/m:xf', n)]
head, count = {}, 0
for i, row in enumerate(E.fromstring(z.read('xl/worksheets/sheet1.xml')).iterfind('.//m:row', n)):
    cells = {''.join(a for a in c.get('r') if a.isalpha()): c for c in row.iterfind('m:c', n) if c.find('m:v', n) is not None}
    if i == 0:
        head = {k: texts[int(c.find('m:v', n).text)] for k, c in cells.items()}
        continue
    assert styles[int(cells['A'].get('s'))].startswith('yyyy'), 'a date is no date'
    assert all(c.get('t') in (None, 'n') for c in cells.values()), 'a number is a text'
    day = (datetime.date(1899, 12, 30) + datetime.timedelta(int(cells['A'].find('m:v', n).text))).isoformat()
    count += compare([head[k] for k in cells], day, [c.find('m:v', n).text for c in cells.values()])
counts.append(count)
print(*counts)
)py";
    const QStringList options{u"--symbols"_s, u"NVDA,AVGO,VST,^GSPC,6857.T"_s, u"--from"_s, u"2025-01-13"_s, u"--to"_s,
                              u"2025-02-14"_s};
    VERIFY_EXIT(chart(options, file("neutral.csv")), 0);
    VERIFY_EXIT(chart(options + QStringList{u"--csv-form"_s, u"german"_s, u"--lang"_s, u"de"_s}, file("german.csv")),
                0);
    VERIFY_EXIT(chart(options, file("book.xlsx")), 0);
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, QLatin1String(kReader), m_store, file("neutral.csv"), file("german.csv"),
                                file("book.xlsx")});
    QVERIFY(python.waitForFinished(60'000));
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    const QList<QByteArray> counts = python.readAllStandardOutput().trimmed().split(' ');
    QCOMPARE(counts.size(), 3);
    QVERIFY2(counts[0].toInt() > 100, counts[0].constData());
    QVERIFY(counts[1] == counts[0] && counts[2] == counts[0]);
}

void TestChartFiles::sameBytesFromTwoProcesses_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char *suffix : {"png", "svg", "pdf", "csv", "xlsx"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

void TestChartFiles::sameBytesFromTwoProcesses()
{
    QFETCH(QString, suffix);
    const QByteArray formerZone = qgetenv("TZ");
    qputenv("SOURCE_DATE_EPOCH", "1737936000");
    qputenv("TZ", "Asia/Tokyo");
    const Outcome first = chart(m_dashboard, file("one.") + suffix);
    qputenv("TZ", "America/New_York");
    const Outcome second = chart(m_dashboard, file("two.") + suffix);
    formerZone.isNull() ? qunsetenv("TZ") : qputenv("TZ", formerZone);
    qunsetenv("SOURCE_DATE_EPOCH");
    VERIFY_EXIT(first, 0);
    VERIFY_EXIT(second, 0);
    QVERIFY(readFile(file("one.") + suffix).size() > 500);
    QVERIFY(readFile(file("one.") + suffix) == readFile(file("two.") + suffix));
}

void TestChartFiles::ticksAreAsFineAsPrinters()
{
    const QString store = file("ticks.tickmark");
    VERIFY_EXIT(tickmark({u"sample"_s, store}), 0);
    VERIFY_EXIT(tickmark({u"simulate"_s, u"^HSTECH"_s, u"--ticks"_s, u"2000000"_s, u"--store"_s, store}), 0);
    for (const char *name : {"ticks.svg", "ticks.pdf"})
        VERIFY_EXIT(tickmark({u"chart"_s, u"--store"_s, store, u"--symbols"_s, u"^HSTECH"_s, u"-o"_s, file(name)}), 0);
    const QByteArray svg = readFile(file("ticks.svg"));
    QVERIFY2(svg.size() < 2'000'000, qPrintable(QString::number(svg.size())));
    QVERIFY(readFile(file("ticks.pdf")).size() < 2'000'000);
    // A page of 1600 px has some 1400 of them for the curve; on paper there are 12.5 columns to each.
    qsizetype longest = 0;
    for (qsizetype at = svg.indexOf("points=\""); at >= 0; at = svg.indexOf("points=\"", at + 1))
        longest = std::max(longest, svg.mid(at, svg.indexOf('"', at + 8) - at).count(','));
    QVERIFY2(longest > 12 * 1000, qPrintable(QString::number(longest)));
    QVERIFY(svg.contains("are simulated"));
}

void TestChartFiles::writesToStandardOutput()
{
    const Outcome outcome = tickmark(
        {u"chart"_s, u"--store"_s, m_store, u"--symbols"_s, u"NVDA"_s, u"-o"_s, u"-"_s, u"--format"_s, u"png"_s});
    VERIFY_EXIT(outcome, 0);
    QVERIFY(!QImage::fromData(outcome.out).isNull());
}

QTEST_GUILESS_MAIN(TestChartFiles)
#include "tst_chartfiles.moc"
