// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include "SampleStore.h"
#include <export/ChartClipboard.h>
#include <export/ChartExport.h>
#include <export/ChartPrint.h>

#include <QBuffer>
#include <QColor>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QPrinter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <clocale>
#include <cmath>

using namespace tickmark;
using exporting::ExportOptions;

namespace {

// Reads a workbook as its format defines it, without a library that could share our mistakes: every sheet as rows of
// [type, value], the state of its panes, and the names of all parts.
constexpr const char *kReader = R"py(
import json, sys, zipfile, xml.etree.ElementTree as E
n = {'m': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'}
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
for part in z.namelist():
    E.fromstring(z.read(part))
texts = [''.join(t.text or '' for t in s.iter('{%s}t' % n['m'])) for s in E.fromstring(z.read('xl/sharedStrings.xml'))]
styles = E.fromstring(z.read('xl/styles.xml'))
formats = {f.get('numFmtId'): f.get('formatCode') for f in styles.iterfind('.//m:numFmt', n)}
cells = [formats.get(x.get('numFmtId'), '') for x in styles.iterfind('m:cellXfs/m:xf', n)]
book = {'parts': z.namelist(), 'sheets': {}}
for i, sheet in enumerate(E.fromstring(z.read('xl/workbook.xml')).iterfind('m:sheets/m:sheet', n)):
    x = E.fromstring(z.read('xl/worksheets/sheet%d.xml' % (i + 1)))
    rows = []
    for row in x.iterfind('.//m:row', n):
        found = {}
        for c in row.iterfind('m:c', n):
            assert c.find('m:f', n) is None
            v = c.find('m:v', n)
            if v is None:
                continue
            name = ''.join(a for a in c.get('r') if a.isalpha())
            text = c.get('t') == 's'
            found[name] = {'text': texts[int(v.text)] if text else '', 'number': None if text else float(v.text),
                           'format': cells[int(c.get('s', '0'))]}
        rows.append(found)
    pane = x.find('.//m:pane', n)
    book['sheets'][sheet.get('name')] = {'rows': rows, 'frozen': pane is not None and pane.get('state') == 'frozen'}
json.dump(book, sys.stdout)
)py";

constexpr double kDaysTo1970 = 25569;

QByteArray fileOf(const charts::ChartSpec &spec, const charts::ChartContent &content, const char *suffix,
                  const ExportOptions &options = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto report = exporting::exportChart(spec, content, options, QLatin1String(suffix), buffer);
    if (!report)
        qWarning("%s", qPrintable(report.error().message));
    return buffer.data();
}

QString textAt(const QJsonArray &rows, int row, const char *column)
{
    return rows[row].toObject()[QLatin1String(column)].toObject()[QLatin1String("text")].toString();
}

double numberAt(const QJsonArray &rows, int row, const char *column)
{
    return rows[row].toObject()[QLatin1String(column)].toObject()[QLatin1String("number")].toDouble(NAN);
}

} // namespace

//! Tables that are read by other programs: the numbers of the store, typed, wherever they are opened.
class TestExportTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void germanCsvOpensInGermanSpreadsheets();
    void germanCsvHasExchangeTime();
    void workbookHasTypedNumbersOfTheStore();
    void workbookSaysWhatItsVerdictsAre();
    void curvesOfAWorkbookDifferInLook();
    void textsAreNeverFormulas();
    void theProcessLocaleChangesNothing();
    void clipboardHasThePicture();
    void clipboardHasTheTable();
    void printsOnPaper();
    void paperWithoutRoomIsRefused();

private:
    QJsonObject sheetsOf(const QByteArray &xlsx)
    {
        const QString path = m_folder.filePath(QStringLiteral("book.xlsx"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(xlsx) != xlsx.size())
            return {};
        file.close();
        QProcess python;
        python.start(QStringLiteral("python3"), {QStringLiteral("-c"), QLatin1String(kReader), path});
        if (!python.waitForFinished(60'000) || python.exitCode() != 0)
            qWarning("%s", python.readAllStandardError().constData());
        m_parts.clear();
        const QJsonObject book = QJsonDocument::fromJson(python.readAllStandardOutput()).object();
        for (const QJsonValue &part : book[QLatin1String("parts")].toArray())
            m_parts.append(part.toString());
        return book[QLatin1String("sheets")].toObject();
    }

    static QJsonArray rowsOf(const QJsonObject &sheets, const QString &name)
    {
        return sheets[name].toObject()[QLatin1String("rows")].toArray();
    }

    QTemporaryDir m_folder;
    QStringList m_parts;
    tests::SampleStore m_store;
    tests::SampleContent m_sample;
};

void TestExportTables::germanCsvOpensInGermanSpreadsheets()
{
    const charts::ChartValues values = m_store.threePanes(QStringLiteral("en"));
    ExportOptions options;
    options.csv = exporting::CsvForm::German;
    const QByteArray csv = fileOf(values.spec, values.content, "csv", options);
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
    const QByteArrayList lines = csv.mid(3).split('\n');
    QVERIFY2(lines[0].startsWith("date;^GSPC close;"), lines[0].constData());
    const auto day = std::ranges::find_if(lines, [](const QByteArray &line) { return line.contains("118,42"); });
    QVERIFY(day != lines.end());
    QVERIFY2(day->contains("2025;") && day->contains(";118,42;-16,9682;"), day->constData());
    QCOMPARE(day->count(';'), lines[0].count(';'));
    // The same numbers as in the neutral form.
    QByteArray neutral = fileOf(values.spec, values.content, "csv");
    QVERIFY(neutral.contains(",118.42,-16.9682,"));
}

void TestExportTables::germanCsvHasExchangeTime()
{
    charts::ChartSpec spec = tests::specOf(QStringLiteral("NVDA"), "2025-01-27", "2025-01-27", "2025-01-24");
    ExportOptions options;
    options.csv = exporting::CsvForm::German;
    const QByteArrayList lines = fileOf(spec, m_sample.nvidia5Minutes(), "csv", options).mid(3).split('\n');
    QVERIFY2(lines[0].startsWith("time (UTC-05:00);NVDA close;"), lines[0].constData());
    QVERIFY2(lines[1].startsWith("27.01.2025 08:00:00;126,01;"), lines[1].constData()); // 13:00 UTC
    const QByteArrayList neutral = fileOf(spec, m_sample.nvidia5Minutes(), "csv").split('\n');
    QVERIFY(neutral[0].startsWith("time (UTC+00:00),"));
    QVERIFY(neutral[1].startsWith("2025-01-27T13:00:00Z,126.01,"));
}

void TestExportTables::workbookHasTypedNumbersOfTheStore()
{
    const charts::ChartValues values = m_store.threePanes(QStringLiteral("en"));
    const QJsonObject sheets = sheetsOf(fileOf(values.spec, values.content, "xlsx"));
    for (const char *name : {"Data", "Sources", "Verdicts"})
        QVERIFY2(sheets[QLatin1String(name)].toObject()[QLatin1String("frozen")].toBool(), name);
    QVERIFY(m_parts.contains(QStringLiteral("xl/charts/chart1.xml"))); // drawn by the spreadsheet
    const QJsonArray rows = rowsOf(sheets, QStringLiteral("Data"));
    QCOMPARE(textAt(rows, 0, "A"), QStringLiteral("date"));
    QVERIFY(rows[1].toObject()[QLatin1String("A")].toObject()[QLatin1String("format")].toString().startsWith(
        QLatin1String("yyyy")));
    // Every close and percent against the store's bars.
    const QStringList heads{QStringLiteral("^GSPC"), QStringLiteral("^IXIC"), QStringLiteral("^DJI"),
                            QStringLiteral("NVDA"),  QStringLiteral("AVGO"),  QStringLiteral("VST")};
    int compared = 0;
    for (int i = 0; i < int(heads.size()); ++i) {
        const QByteArray closes(1, char('B' + 2 * i));
        const QByteArray percents(1, char('C' + 2 * i));
        QCOMPARE(textAt(rows, 0, closes), heads[i] + QStringLiteral(" close"));
        const core::BarHistory &history = *values.content.curves.at(heads[i]).bars;
        double base = 0;
        for (const core::Bar &bar : history.bars) {
            if (bar.session == tests::day("2025-01-24"))
                base = double(bar.close);
        }
        for (const core::Bar &bar : history.bars) {
            for (int row = 1; row < int(rows.size()); ++row) {
                if (numberAt(rows, row, "A") != kDaysTo1970 + bar.session.days())
                    continue;
                const double close = double(bar.close) / std::pow(10, history.series.priceDecimals);
                QCOMPARE(numberAt(rows, row, closes), close);
                QVERIFY(std::abs(numberAt(rows, row, percents) - (double(bar.close) / base - 1) * 100) < 1e-9);
                ++compared;
            }
        }
    }
    QVERIFY2(compared > 6 * 20, qPrintable(QString::number(compared)));
}

void TestExportTables::workbookSaysWhatItsVerdictsAre()
{
    const charts::ChartValues values = m_store.threePanes(QStringLiteral("en"));
    const QJsonArray rows = rowsOf(sheetsOf(fileOf(values.spec, values.content, "xlsx")), QStringLiteral("Verdicts"));
    QCOMPARE(textAt(rows, 0, "B"), QStringLiteral("published (UTC-05:00)"));
    bool isFound = false;
    for (int row = 1; row < int(rows.size()); ++row) {
        if (!textAt(rows, row, "F").contains(QStringLiteral("450 bn")))
            continue;
        isFound = true;
        QCOMPARE(textAt(rows, row, "E"), QStringLiteral("Nvidia"));
        QCOMPARE(textAt(rows, row, "G"), QStringLiteral("off by 142.7 bn USD"));
        QVERIFY(textAt(rows, row, "I").contains(QStringLiteral("daily.csv")));
        // 28 January 2025, 05:15 in New York.
        const double published = kDaysTo1970 + tests::day("2025-01-28").days() + (5 + 15 / 60.) / 24;
        QVERIFY(std::abs(numberAt(rows, row, "B") - published) < 1e-6);
    }
    QVERIFY(isFound);
}

//! All panes share one chart there: what is black in each of them must not be twice in it, nor pale on the white of a sheet.
void TestExportTables::curvesOfAWorkbookDifferInLook()
{
    const QString panes = QStringLiteral("^GSPC,^IXIC,^DJI;NVDA,AVGO,VST,CEG,MU,AMD,ORCL,ARM,TSLA,AAPL");
    charts::ChartSpec spec = tests::specOf(panes, "2025-01-13", "2025-02-07", "2025-01-24");
    spec.theme = charts::ThemeName::Dark;
    sheetsOf(fileOf(spec, m_sample.daily(spec), "xlsx"));
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import sys, zipfile; "
                                 "print(zipfile.ZipFile(sys.argv[1]).read('xl/charts/chart1.xml').decode())"),
                  m_folder.filePath(QStringLiteral("book.xlsx"))});
    QVERIFY(python.waitForFinished(60'000));
    const QString chart = QString::fromUtf8(python.readAllStandardOutput());
    static const QRegularExpression line(QStringLiteral(
        "<c:ser>.*?<a:srgbClr val=\"(\\w+)\"/></a:solidFill>(?:<a:prstDash val=\"(\\w+)\"/>)?.*?</c:ser>"));
    QStringList looks;
    for (auto found = line.globalMatch(chart); found.hasNext();) {
        const auto match = found.next();
        looks.append(match.captured(1) + u' ' + match.captured(2));
        QVERIFY2(QColor(u'#' + match.captured(1)).lightness() < 150, qPrintable(looks.constLast()));
    }
    QCOMPARE(looks.size(), 13);
    QCOMPARE(looks.removeDuplicates(), 0);
}

void TestExportTables::textsAreNeverFormulas()
{
    charts::ChartValues values = m_store.threePanes(QStringLiteral("en"));
    for (core::NewsItem &item : values.content.news) {
        item.title = QStringLiteral("=HYPERLINK(\"http://x\")\u0001");
        item.publisher = QStringLiteral("@x");
    }
    // The reader fails on a formula in any cell.
    const QJsonArray rows = rowsOf(sheetsOf(fileOf(values.spec, values.content, "xlsx")), QStringLiteral("Verdicts"));
    QVERIFY(rows.size() > 5);
    QCOMPARE(textAt(rows, 1, "D"), QStringLiteral("'=HYPERLINK(\"http://x\")"));
    QCOMPARE(textAt(rows, 1, "C"), QStringLiteral("'@x"));
}

void TestExportTables::theProcessLocaleChangesNothing()
{
    qputenv("SOURCE_DATE_EPOCH", "1737936000");
    const charts::ChartValues values = m_store.threePanes(QStringLiteral("en"));
    const QByteArray before = fileOf(values.spec, values.content, "xlsx");
    const bool isThere = std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr;
    const QByteArray after = fileOf(values.spec, values.content, "xlsx");
    std::setlocale(LC_ALL, "C");
    qunsetenv("SOURCE_DATE_EPOCH");
    QVERIFY(!before.isEmpty());
    QCOMPARE(after, before);
    if (!isThere)
        qInfo("de_DE.UTF-8 is not generated here");
}

void TestExportTables::clipboardHasThePicture()
{
    const charts::ChartValues values = m_store.threePanes(QStringLiteral("en"));
    const auto drawn = exporting::drawForClipboard(values.spec, values.content, {});
    QVERIFY(drawn);
    const auto chart = (*drawn)();
    QVERIFY(chart);
    const auto data = exporting::mimeData(*chart);
    QVERIFY(data->hasImage());
    const QImage image = QImage::fromData(data->data(QStringLiteral("image/png")), "PNG");
    QCOMPARE(image.width(), 1600);
    QVERIFY(data->data(QStringLiteral("image/svg+xml")).contains("Nvidia"));
}

void TestExportTables::clipboardHasTheTable()
{
    const charts::ChartSpec spec = tests::specOf(QStringLiteral("NVDA"), "2025-01-24", "2025-01-28", "2025-01-24");
    exporting::ClipboardChart chart;
    QVERIFY(exporting::tabulateForClipboard(spec, m_sample.daily(spec), chart));
    const QString html = exporting::mimeData(chart)->html();
    QVERIFY2(html.contains(QStringLiteral("<th>NVDA close</th>")), qPrintable(html));
    QVERIFY(html.contains(QStringLiteral("<td align=\"right\">118.42</td><td align=\"right\">\u221216.97</td>")));
    QCOMPARE(html.count(QStringLiteral("<tr>")), 4);
    const QString text = exporting::mimeData(chart)->text();
    QVERIFY2(text.contains(QStringLiteral("118.42\t-16.97\n")), qPrintable(text));
    charts::ChartSpec unknown = spec;
    unknown.panes.front().symbols = {QStringLiteral("ZZZ")};
    QVERIFY(!exporting::tabulateForClipboard(unknown, m_sample.daily(spec), chart));
}

void TestExportTables::printsOnPaper()
{
    const charts::ChartValues values = m_store.threePanes(QStringLiteral("en"));
    const QString path = m_folder.filePath(QStringLiteral("paper.pdf"));
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    printer.setPageLayout(
        {QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(10, 10, 10, 10), QPageLayout::Millimeter});
    const auto report = exporting::printChart(values.spec, values.content, {}, printer);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QVERIFY(report->headlinesInView > 20);
    QProcess text;
    text.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    QVERIFY(text.waitForFinished());
    const QString words = QString::fromUtf8(text.readAllStandardOutput());
    QVERIFY(words.contains(QStringLiteral("Broadcom")) && words.contains(QChar(0x2212)));
    QProcess info;
    info.start(QStringLiteral("pdfinfo"), {path});
    QVERIFY(info.waitForFinished());
    const QString facts = QString::fromUtf8(info.readAllStandardOutput());
    QVERIFY2(facts.contains(QStringLiteral("842 x 595")) && facts.contains(QStringLiteral("Pages:           1")),
             qPrintable(facts));
}

void TestExportTables::paperWithoutRoomIsRefused()
{
    const charts::ChartValues values = m_store.threePanes(QStringLiteral("en"));
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(m_folder.filePath(QStringLiteral("small.pdf")));
    printer.setPageLayout({QPageSize(QSizeF(50, 40), QPageSize::Millimeter), QPageLayout::Portrait, QMarginsF()});
    const auto report = exporting::printChart(values.spec, values.content, {}, printer);
    QVERIFY(!report);
    QCOMPARE(report.error().code, core::ErrorCode::InvalidInput);
}

QTEST_MAIN(TestExportTables)
#include "tst_exporttables.moc"
