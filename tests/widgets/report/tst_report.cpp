// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../Unprivileged.h"
#include "ReportBench.h"
#include <charts/ChartFonts.h>
#include <charts/TextLanguage.h>

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QThread>
#include <QTranslator>

#include <report/ReportComposer.h>
#include <report/ReportPages.h>
#include <sys/resource.h>

#include <cmath>
#include <csignal>
#include <map>

using namespace tickmark;
using namespace tickmark::tests;
using namespace Qt::StringLiterals;

namespace {

//! Files that this process writes may not grow beyond a size, as on a drive that is full.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_old); }

private:
    rlimit m_old{};
};

//! Of one instrument between two dates, straight from the file that the sample is made of.
struct FileSummary
{
    double close = 0;
    double base = 0;
    double high = 0;
    double low = 1e12;
    int sessions = 0;
};

std::map<QString, FileSummary> fileSummaries()
{
    QFile file(u":/sample/daily.csv"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no daily.csv");
    const QStringList heads = QString::fromUtf8(file.readLine()).trimmed().split(u',');
    const auto column = [&](const char *name) { return heads.indexOf(QLatin1String(name)); };
    std::map<QString, FileSummary> result;
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u',');
        if (cells.size() < heads.size())
            continue;
        const QString date = cells.at(column("date"));
        FileSummary &one = result[cells.at(column("symbol"))];
        if (date <= u"2025-01-24")
            one.base = cells.at(column("close")).toDouble();
        if (date < u"2025-01-14" || date > u"2025-02-14")
            continue;
        ++one.sessions;
        one.close = cells.at(column("close")).toDouble();
        one.high = std::max(one.high, cells.at(column("high")).toDouble());
        one.low = std::min(one.low, cells.at(column("low")).toDouble());
    }
    return result;
}

core::NewsItem headline(const QString &title, const QString &link = {})
{
    core::NewsItem item;
    item.guid = title.left(40) + link;
    item.published = *core::parseIsoTime("2025-01-15T15:00:00Z");
    item.publisher = u"Kontorblatt"_s;
    item.language = u"en"_s;
    item.title = title;
    item.link = link;
    return item;
}

report::ReportWish januaryOf(const ReportBench &)
{
    report::ReportWish wish = ReportBench::wish();
    wish.from = *core::SessionDate::fromIso("2025-01-06");
    wish.to = *core::SessionDate::fromIso("2025-01-31");
    wish.base = std::nullopt;
    return wish;
}

} // namespace

//! A report is taken to a meeting: a number that is wrong in it, or a page that is cut, is seen by everybody.
class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sample = ReportBench::sample(); }
    void summaryHasTheNumbersOfTheFile();
    void largerMovesOverGapsAreTold();
    void numbersMeanTheSameHeadlineOnEveryChart();
    void everyStatementIsListedOnce();
    void pdfSaysIt();
    void pdfEmbedsItsFonts();
    void nothingLeavesItsPage();
    void htmlIsWellFormedAndNeedsNothingElse();
    void twoRunsAreEqual_data();
    void twoRunsAreEqual();
    void chosenInstrumentsKeepToThemselves();
    void templatesDecideWhatIsInIt();
    void hostileHeadlinesAreOnlyText_data();
    void hostileHeadlinesAreOnlyText();
    void linksLeadToTheWebOrNowhere();
    void fiveHundredInstrumentsComeOut();
    void aSingleSessionHasAReport();
    void refusals_data();
    void refusals();
    void failuresLeaveNothingBehind_data();
    void failuresLeaveNothingBehind();
    void aFullDriveKeepsTheOldFile();
    void stoppingLeavesNothingBehind();
    void aThreadSpeaksALanguageOfItsOwn();
    void countsAreInTheLanguageOfTheReport_data();
    void countsAreInTheLanguageOfTheReport();
    void whatHoldsForAllChartsIsSaidOnce();
    void tablesGoOnUnderTheirHeading();
    void gapsWithoutRoomAreSaidBelowTheirChart();
    void markersHaveNumbersOnlyWithAList();

private:
    std::unique_ptr<ReportBench> m_sample;
};

void TestReport::summaryHasTheNumbersOfTheFile()
{
    const auto content = report::readReport(m_sample->reader(), *m_sample->calendars(), ReportBench::wish());
    QVERIFY2(content, content ? "" : qPrintable(content.error().message));
    const auto file = fileSummaries();
    QVERIFY(content->instruments.size() > 20);
    for (const report::InstrumentSummary &one : content->instruments) {
        const auto found = file.find(one.instrument.symbol);
        if (found == file.end())
            continue;
        const FileSummary &expected = found->second;
        const QByteArray name = one.instrument.symbol.toUtf8();
        QCOMPARE(one.sessions, expected.sessions);
        QVERIFY2(std::abs(core::toDouble(one.close.price) - expected.close) < 1e-6, name.constData());
        QVERIFY2(std::abs(core::toDouble(one.high.price) - expected.high) < 1e-6, name.constData());
        QVERIFY2(std::abs(core::toDouble(one.low.price) - expected.low) < 1e-6, name.constData());
        QVERIFY2(one.change && std::abs(*one.change - (expected.close / expected.base - 1) * 100) < 1e-6,
                 name.constData());
    }
    const auto nvidia = std::ranges::find_if(
        content->instruments, [](const report::InstrumentSummary &one) { return one.instrument.symbol == u"NVDA"; });
    QVERIFY(nvidia != content->instruments.end());
    QCOMPARE(nvidia->widest->first.iso(), std::string("2025-01-27"));
    QCOMPARE(QString::number(nvidia->widest->second, 'f', 2), u"-16.97"_s);
    // The bar of the 24th is missing: what lies over the hole is no move of one session.
    const auto siemens = std::ranges::find_if(
        content->instruments, [](const report::InstrumentSummary &one) { return one.instrument.symbol == u"ENR.DE"; });
    QVERIFY(siemens != content->instruments.end());
    QVERIFY(siemens->widest->first.iso() != "2025-01-27");
    QVERIFY(siemens->gap);
    QCOMPARE(siemens->gap->from.iso(), std::string("2025-01-23"));
    QCOMPARE(siemens->gap->to.iso(), std::string("2025-01-27"));
    QCOMPARE(siemens->gap->sessions, 1);
    QCOMPARE(QString::number(siemens->gap->percent, 'f', 2), u"-17.82"_s);
    QVERIFY(!nvidia->gap);
    QCOMPARE(content->zone.id(), QByteArray("America/New_York"));
}

//! "+7.53" alone as the widest day of a stock that lost a sixth of its value would be a wrong impression.
void TestReport::largerMovesOverGapsAreTold()
{
    const auto content = report::readReport(m_sample->reader(), *m_sample->calendars(), ReportBench::wish());
    QVERIFY(content);
    const auto document = report::composeReport(*content);
    QVERIFY(document);
    int marked = 0;
    int told = 0;
    for (const report::Block &block : document->blocks) {
        if (const auto *table = std::get_if<report::Table>(&block)) {
            for (const report::Row &row : table->rows) {
                if (row.isHead || row.cells.size() != 7 || row.cells[0].paragraphs[0][0].text != u"Siemens Energy")
                    continue;
                QCOMPARE(row.cells[5].paragraphs.back().front().text, u"gap: \u221217.82"_s);
                ++marked;
            }
        }
        if (const auto *passage = std::get_if<report::Passage>(&block))
            told += passage->text.front().text.contains(u"Siemens Energy \u221217.82% from 23 Jan to 27 Jan, over"_s);
    }
    QCOMPARE(marked, 1);
    QCOMPARE(told, 1);
}

void TestReport::numbersMeanTheSameHeadlineOnEveryChart()
{
    const auto content = report::readReport(m_sample->reader(), *m_sample->calendars(), ReportBench::wish());
    QVERIFY(content);
    const auto document = report::composeReport(*content);
    QVERIFY2(document, document ? "" : qPrintable(document.error().message));
    std::vector<qint64> first;
    int charts = 0;
    for (const report::Block &block : document->blocks) {
        const auto *chart = std::get_if<report::Chart>(&block);
        if (!chart)
            continue;
        std::vector<qint64> ids;
        for (const core::NewsItem &item : chart->plan->headlines)
            ids.push_back(item.id);
        if (charts++ == 0)
            first = ids;
        QVERIFY(!ids.empty());
        QCOMPARE(ids, first);
    }
    QVERIFY(charts >= 3);
}

void TestReport::everyStatementIsListedOnce()
{
    const auto content = report::readReport(m_sample->reader(), *m_sample->calendars(), ReportBench::wish());
    QVERIFY(content);
    const auto claims = m_sample->reader().claims();
    QVERIFY(claims);
    qint64 listed = 0;
    for (const report::ReportHeadline &one : content->headlines)
        listed += qint64(one.statements.size());
    QVERIFY(listed > 60);
    QCOMPARE(listed + content->repeated, qint64(claims->size()));
}

void TestReport::pdfSaysIt()
{
    const QString path = m_sample->path("a.pdf");
    const auto outcome = m_sample->write(ReportBench::wish(), path, true);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    const QString text = textOfPdf(path);
    for (const char *words :
         {"Market report", "14 January 2025 to 14 February 2025", "138.85", "−2.64", "−16.97", "118.42 ÷ 142.62 − 1",
          "Nasdaq Composite", "confirmed (close)", "only during the session", "Kontorblatt", "Abendkurszettel",
          "daily.csv", "Softbank und Advantest nach DeepSeek-Schock", "How the verdicts come about"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
    QVERIFY(text.contains(u"Page 2 of %1"_s.arg(outcome->pages)));
    QVERIFY(!text.contains(QChar(0xfffd)));
    const QByteArray facts = outputOf(u"pdfinfo"_s, {path});
    QVERIFY2(facts.contains(QByteArray::number(outcome->pages).prepend("Pages:           ")), facts.constData());
    QVERIFY2(facts.contains("Title:           Market report"), facts.constData());
    QVERIFY2(facts.contains("A4"), facts.constData());
}

void TestReport::pdfEmbedsItsFonts()
{
    const QString path = m_sample->path("fonts.pdf");
    QVERIFY(m_sample->write(ReportBench::wish(), path, true));
    const QList<QByteArray> lines = outputOf(u"pdffonts"_s, {path}).trimmed().split('\n');
    QVERIFY(lines.size() > 3);
    static const QRegularExpression embedded(u"Identity-H +yes "_s);
    for (const QByteArray &line : lines.mid(2))
        QVERIFY2(embedded.match(QString::fromUtf8(line)).hasMatch(), line.constData());
}

void TestReport::nothingLeavesItsPage()
{
    charts::loadChartFonts();
    const auto content = report::readReport(m_sample->reader(), *m_sample->calendars(), ReportBench::wish());
    QVERIFY(content);
    auto document = report::composeReport(*content);
    QVERIFY(document);
    const report::ReportPages pages(std::make_shared<const report::ReportDocument>(std::move(*document)));
    QVERIFY(pages.count() > 5);
    std::size_t placed = 0;
    for (const report::FlowPage &page : pages.pages()) {
        QVERIFY(!page.empty());
        double bottom = 0;
        for (const report::PlacedItem &item : page) {
            QVERIFY2(item.top >= bottom - 0.01, "items overlap");
            bottom = item.top + item.height;
            QVERIFY(item.height >= pages.items()[item.item].height);
            placed += pages.items()[item.item].isTableHead || item.isAgain ? 0 : 1;
        }
        QVERIFY2(bottom < report::kPageSize.height() - 130, "an item is cut by the foot of its page");
        QVERIFY2(!pages.items()[page.back().item].keepWithNext, "a heading stands alone at the foot of a page");
    }
    const auto heads = std::ranges::count_if(
        pages.items(), [](const report::FlowItem &item) { return item.isTableHead || item.isOnlyAbove; });
    QCOMPARE(placed, pages.items().size() - std::size_t(heads));
}

void TestReport::htmlIsWellFormedAndNeedsNothingElse()
{
    const QString path = m_sample->path("a.html");
    const auto outcome = m_sample->write(ReportBench::wish(), path, true);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QProcess lint;
    lint.start(u"xmllint"_s, {u"--noout"_s, path});
    QVERIFY(lint.waitForFinished());
    QVERIFY2(lint.exitCode() == 0, lint.readAllStandardError().left(500).constData());
    const QString html = QString::fromUtf8(contentOf(path));
    QVERIFY(html.startsWith(u"<!DOCTYPE html>"_s) && html.contains(u"lang=\"en\""_s));
    for (const char *loaded : {"<script", "src=", "@import", "<link", "<iframe", "<image", "url(", "javascript:"})
        QVERIFY2(!html.contains(QLatin1String(loaded)), loaded);
    QCOMPARE(html.count(u"<figure"_s), outcome->charts);
    QVERIFY(html.contains(u"−16.97"_s) && html.contains(u"@media print"_s) && html.contains(u"color-scheme"_s));
    // One drawing does not refer to another's parts.
    static const QRegularExpression id(u" id=\"([^\"]*)\""_s);
    QStringList ids;
    for (auto found = id.globalMatch(html); found.hasNext();)
        ids.append(found.next().captured(1));
    QCOMPARE(ids.size(), QSet<QString>(ids.begin(), ids.end()).size());
}

void TestReport::twoRunsAreEqual_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("pdf") << u"pdf"_s;
    QTest::newRow("html") << u"html"_s;
}

void TestReport::twoRunsAreEqual()
{
    QFETCH(QString, suffix);
    qputenv("SOURCE_DATE_EPOCH", "1738000000");
    const auto write = [&](const char *name) {
        const QString path = m_sample->path(name) + u'.' + suffix;
        return m_sample->write(ReportBench::wish(), path, true) ? contentOf(path) : QByteArray();
    };
    const QByteArray first = write("one");
    QTest::qWait(1100); // the wall clock's seconds are another
    const QByteArray second = write("two");
    qunsetenv("SOURCE_DATE_EPOCH");
    QVERIFY(first.size() > 10'000);
    QVERIFY(first == second);
    if (suffix == u"pdf") {
        QVERIFY(first.contains("/CreationDate (D:20250127174640"));
        QVERIFY(write("three") != first);
    }
}

void TestReport::chosenInstrumentsKeepToThemselves()
{
    report::ReportWish wish = ReportBench::wish();
    wish.symbols = {u"^DJI"_s, u"nvda"_s};
    const auto content = report::readReport(m_sample->reader(), *m_sample->calendars(), wish);
    QVERIFY2(content, content ? "" : qPrintable(content.error().message));
    QCOMPARE(content->instruments.size(), std::size_t(2));
    QCOMPARE(content->instruments.front().instrument.symbol, u"^DJI"_s);
    const auto all = report::readReport(m_sample->reader(), *m_sample->calendars(), ReportBench::wish());
    QVERIFY(!content->headlines.empty() && content->headlines.size() < all->headlines.size());
    int statements = 0;
    for (const report::ReportHeadline &one : content->headlines) {
        for (const report::Statement &statement : one.statements) {
            const QString symbol = statement.claim.claim.subject.symbol;
            QVERIFY2(symbol == u"^DJI" || symbol == u"NVDA" || !statement.claim.claim.together.empty(),
                     qPrintable(symbol));
            ++statements;
        }
    }
    QVERIFY(statements > 5);
    const auto document = report::composeReport(*content);
    QVERIFY(document);
    QVERIFY2(document->title.contains(u"Dow"_s) && document->title.contains(u"Nvidia"_s), qPrintable(document->title));
}

void TestReport::templatesDecideWhatIsInIt()
{
    report::ReportWish wish = ReportBench::wish();
    wish.title = u"Der Tag, an dem <b>alles</b> fiel"_s;
    wish.sections = *report::parseTemplate(
        R"({"schema": 1, "sections": [
            {"kind": "text", "heading": "Foreword", "text": "First line & more.\nSecond line."},
            {"kind": "verdicts", "only": ["contradicted"], "details": false, "new_page": true}]})",
        u"x"_s);
    const QString path = m_sample->path("own.html");
    const auto outcome = m_sample->write(wish, path, true);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->charts, 0);
    const QString html = QString::fromUtf8(contentOf(path));
    QVERIFY(html.contains(u"Der Tag, an dem &lt;b&gt;alles&lt;/b&gt; fiel"_s));
    QVERIFY(html.contains(u"<h2>Foreword</h2>"_s) && html.contains(u"First line &amp; more."_s));
    const QString verdicts = html.mid(html.indexOf(u"<tbody>"_s));
    QVERIFY(verdicts.contains(u"off by"_s));
    QVERIFY(!verdicts.contains(u"confirmed"_s) && !verdicts.contains(u"only during"_s));
    const QString pdf = m_sample->path("own.pdf");
    const auto pages = m_sample->write(wish, pdf, true);
    QVERIFY(pages);
    QVERIFY(pages->pages >= 2); // the section begins one
    QVERIFY(textOfPdf(pdf).contains(u"Second line."_s));
}

void TestReport::hostileHeadlinesAreOnlyText_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("seen"); // on the page, without blanks
    QTest::newRow("script") << u"S001 <script>alert(1)</script> & \"quoted\" fell"_s
                            << u"<script>alert(1)</script>&\"quoted\""_s;
    QTest::newRow("end of everything") << u"S001 ]]></style></svg></title></html>--> fell"_s << u"</html>-->"_s;
    QTest::newRow("no blank in it") << u"S001 "_s + QString(10'000, u'W') << QString(60, u'W');
    QTest::newRow("right to left") << u"S001 ‮evil‬ שלום عالم fell"_s << u"S001evil"_s;
    QTest::newRow("nul and controls") << u"S001 a"_s + QChar(0) + u"b\u0007c\u001b[31m"_s + QChar(0xfffe) << u"S001a"_s;
    QTest::newRow("half a pair") << u"S001 x"_s + QChar(0xd83d) + u" y"_s << u"S001x"_s;
    QTest::newRow("placeholders") << u"S001 %1 %2 %n {0} fell"_s << u"S001%1%2%n{0}fell"_s;
}

void TestReport::hostileHeadlinesAreOnlyText()
{
    QFETCH(QString, title);
    QFETCH(QString, seen);
    const auto bench = ReportBench::made(2, {headline(title), headline(u"S001 fell 3 percent on Wednesday"_s)});
    const report::ReportWish wish = januaryOf(*bench);
    const QString html = bench->path("a.html");
    const auto written = bench->write(wish, html);
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    QCOMPARE(written->headlines, 2);
    QProcess lint;
    lint.start(u"xmllint"_s, {u"--noout"_s, html});
    QVERIFY(lint.waitForFinished());
    QVERIFY2(lint.exitCode() == 0, lint.readAllStandardError().left(500).constData());
    QVERIFY(!contentOf(html).contains("<script"));
    QVERIFY(!contentOf(html).contains('\0'));

    const QString pdf = bench->path("a.pdf");
    const auto pages = bench->write(wish, pdf);
    QVERIFY2(pages, pages ? "" : qPrintable(pages.error().message));
    QVERIFY(pages->pages < 12);
    const QString text = textOfPdf(pdf).remove(u' ');
    QVERIFY2(text.contains(seen), qPrintable(text.left(3000)));
}

void TestReport::linksLeadToTheWebOrNowhere()
{
    const auto bench = ReportBench::made(1, {headline(u"S001 one"_s, u"https://example.org/a?b=1&c=\"2\""_s),
                                             headline(u"S001 two"_s, u"javascript:alert(1)"_s),
                                             headline(u"S001 three"_s, u"file:///etc/passwd"_s),
                                             headline(u"S001 four"_s, u"https://user:secret@example.org/"_s),
                                             headline(u"S001 five"_s, u"HTTP://EXAMPLE.ORG/x"_s)});
    const QString path = bench->path("a.html");
    QVERIFY(bench->write(januaryOf(*bench), path));
    const QString html = QString::fromUtf8(contentOf(path));
    static const QRegularExpression link(u"<a ([^>]*)>"_s);
    int links = 0;
    for (auto found = link.globalMatch(html); found.hasNext(); ++links) {
        const QString attributes = found.next().captured(1);
        QVERIFY2(attributes.contains(u"href=\"http"_s) && attributes.contains(u"rel=\"noopener"_s),
                 qPrintable(attributes));
    }
    QCOMPARE(links, 2);
    QVERIFY(!html.contains(u"javascript"_s) && !html.contains(u"passwd"_s) && !html.contains(u"secret"_s));
}

void TestReport::fiveHundredInstrumentsComeOut()
{
    const auto bench = ReportBench::made(500);
    const QString path = bench->path("many.pdf");
    const auto outcome = bench->write(januaryOf(*bench), path);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->charts, 10);
    const QString text = textOfPdf(path);
    for (const char *symbol : {"S001", "S250", "S500"})
        QVERIFY2(text.contains(QLatin1String(symbol)), symbol);
    QVERIFY(text.contains(u"450 more instrument"_s));
    // The summary takes many pages, each with the heads of its columns.
    QVERIFY(text.count(u"Change in %"_s) > 8);
}

void TestReport::aSingleSessionHasAReport()
{
    report::ReportWish wish = ReportBench::wish();
    wish.from = wish.to = *core::SessionDate::fromIso("2025-01-27");
    wish.base = std::nullopt; // then the close before
    const QString path = m_sample->path("day.pdf");
    const auto outcome = m_sample->write(wish, path, true);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    const QString text = textOfPdf(path);
    QVERIFY(text.contains(u"27 January 2025"_s) && text.contains(u"118.42"_s) && text.contains(u"−16.97"_s));
}

void TestReport::refusals_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("symbols");
    QTest::addColumn<core::ErrorCode>("code");
    QTest::addColumn<QString>("named");
    QTest::newRow("no quotes") << u"2019-01-01"_s << u"2019-02-01"_s << QStringList() << core::ErrorCode::NotFound
                               << u"2019"_s;
    QTest::newRow("unknown symbol") << u"2025-01-14"_s << u"2025-02-14"_s << QStringList{u"NVDA"_s, u"NOPE"_s}
                                    << core::ErrorCode::NotFound << u"NOPE"_s;
    QTest::newRow("backwards") << u"2025-02-14"_s << u"2025-01-14"_s << QStringList() << core::ErrorCode::InvalidInput
                               << u"ends before"_s;
    QTest::newRow("a thousand years") << u"1025-01-01"_s << u"2025-01-14"_s << QStringList()
                                      << core::ErrorCode::InvalidInput << u"40 years"_s;
}

void TestReport::refusals()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QStringList, symbols);
    QFETCH(core::ErrorCode, code);
    QFETCH(QString, named);
    report::ReportWish wish = ReportBench::wish();
    wish.from = *core::SessionDate::fromIso(from.toStdString());
    wish.to = *core::SessionDate::fromIso(to.toStdString());
    wish.base = std::nullopt;
    wish.symbols = symbols;
    const QString path = m_sample->path("refused.pdf");
    const auto outcome = m_sample->write(wish, path);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, code);
    QVERIFY2(outcome.error().message.contains(named), qPrintable(outcome.error().message));
    QVERIFY(!QFile::exists(path));
}

void TestReport::failuresLeaveNothingBehind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<core::ErrorCode>("code");
    QTest::newRow("no folder") << u"missing/a.pdf"_s << core::ErrorCode::NotFound;
    QTest::newRow("no such format") << u"a.docx"_s << core::ErrorCode::Unsupported;
    QTest::newRow("no ending") << u"report"_s << core::ErrorCode::Unsupported;
    QTest::newRow("a folder") << u"folder.pdf"_s << core::ErrorCode::AlreadyExists;
    QTest::newRow("existing file") << u"old.html"_s << core::ErrorCode::AlreadyExists;
    QTest::newRow("protected folder") << u"locked/a.html"_s << core::ErrorCode::ReadOnly;
}

void TestReport::failuresLeaveNothingBehind()
{
    QFETCH(QString, name);
    QFETCH(core::ErrorCode, code);
    const auto bench = ReportBench::made(1);
    QDir folder(QFileInfo(bench->storePath()).path());
    QVERIFY(folder.mkdir(u"folder.pdf"_s) && folder.mkdir(u"locked"_s));
    QFile old(bench->path("old.html"));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("mine") == 4);
    old.close();
    QVERIFY(QFile::setPermissions(bench->path("locked"),
                                  QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)));
    const QStringList before = bench->files();
    {
        const test::Unprivileged nobody;
        QVERIFY(nobody.isActive());
        const auto outcome = code == core::ErrorCode::ReadOnly
                                 ? report::checkTarget(bench->path(name.toUtf8().constData()), false)
                                 : core::Result<>();
        if (code == core::ErrorCode::ReadOnly) {
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().code, code);
        }
    }
    if (code != core::ErrorCode::ReadOnly) {
        const auto outcome = bench->write(januaryOf(*bench), bench->path(name.toUtf8().constData()));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, code);
    }
    QCOMPARE(bench->files(), before);
    QCOMPARE(contentOf(bench->path("old.html")), QByteArray("mine"));
}

void TestReport::aFullDriveKeepsTheOldFile()
{
    const auto bench = ReportBench::made(3);
    const QString path = bench->path("a.pdf");
    QVERIFY(bench->write(januaryOf(*bench), path));
    const QByteArray old = contentOf(path);
    QVERIFY(old.size() > 20'000);
    report::ReportWish wish = januaryOf(*bench);
    wish.title = u"Another"_s;
    {
        const FileSizeLimit full(8192);
        const auto outcome = bench->write(wish, path, true);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, core::ErrorCode::DiskFull);
        QVERIFY(outcome.error().message.contains(u"a.pdf"_s));
    }
    QVERIFY(contentOf(path) == old);
    QCOMPARE(bench->files(), QStringList{u"a.pdf"_s});
}

void TestReport::stoppingLeavesNothingBehind()
{
    const auto stop = std::make_unique<std::stop_source>();
    stop->request_stop();
    const QString path = m_sample->path("stopped.pdf");
    const auto outcome = report::writeReport(m_sample->reader(), *m_sample->calendars(), ReportBench::wish(), path,
                                             false, stop->get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, core::ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(path));
    // Each step of reading may be the last.
    for (int last = 1; last <= 5; ++last) {
        const auto later = std::make_unique<std::stop_source>();
        const auto content = report::readReport(m_sample->reader(), *m_sample->calendars(), ReportBench::wish(),
                                                later->get_token(), [&](int done, int total) {
                                                    QCOMPARE(total, 5);
                                                    if (done == last)
                                                        later->request_stop();
                                                });
        QVERIFY(last == 5 || (!content && content.error().code == core::ErrorCode::Cancelled));
    }
}

//! A language of the program that has another word for everything.
class ShoutingTexts : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QString::fromUtf8(source).toUpper();
    }
};

class LanguageWatch : public QObject
{
public:
    int changes = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        changes += event->type() == QEvent::LanguageChange ? 1 : 0;
        return false;
    }
};

void TestReport::aThreadSpeaksALanguageOfItsOwn()
{
    const auto say = [] { return QCoreApplication::translate("Report", "Summary"); };
    for (int round = 0; round < 2; ++round) { // the program's language changes between
        ShoutingTexts texts;
        QCoreApplication::installTranslator(&texts);
        LanguageWatch watch;
        qApp->installEventFilter(&watch);
        QCOMPARE(say(), u"SUMMARY"_s);
        {
            const charts::TextLanguage language{charts::Translator(u"en"_s)};
            QCOMPARE(say(), u"Summary"_s);
            QString elsewhere;
            std::unique_ptr<QThread> thread(QThread::create([&] { elsewhere = say(); }));
            thread->start();
            QVERIFY(thread->wait());
            QCOMPARE(elsewhere, u"SUMMARY"_s);
        }
        QCOMPARE(say(), u"SUMMARY"_s);
        QCOMPARE(watch.changes, 0);
        qApp->removeEventFilter(&watch);
        QCoreApplication::removeTranslator(&texts);
    }
}

void TestReport::countsAreInTheLanguageOfTheReport_data()
{
    QTest::addColumn<QLocale>("program");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("count");
    const QLocale german(QLocale::German, QLocale::Germany);
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    QTest::newRow("German in an English program") << english << u"de"_s << u"1.200 headline"_s;
    QTest::newRow("English in a German program") << german << u"en"_s << u"1,200 headline"_s;
    QTest::newRow("English where the locale says nothing") << QLocale::c() << u"en"_s << u"1,200 headline"_s;
}

void TestReport::countsAreInTheLanguageOfTheReport()
{
    QFETCH(QLocale, program);
    QFETCH(QString, language);
    QFETCH(QString, count);
    std::vector<core::NewsItem> news(1200); // not searched for claims yet
    for (std::size_t i = 0; i < news.size(); ++i) {
        news[i].guid = u"wire-%1"_s.arg(i);
        news[i].publisher = u"Wire"_s;
        news[i].title = u"Headline %1"_s.arg(i);
        news[i].published = core::Time{core::SessionDate::fromIso("2025-01-15")->utcMidnight().ns
                                       + qint64(i) * core::kNsPerSecond};
    }
    const auto bench = ReportBench::made(1, news);
    report::ReportWish wish = ReportBench::wish(language);
    const QLocale before;
    QLocale::setDefault(program);
    const auto content = report::readReport(bench->reader(), *bench->calendars(), wish);
    const auto document = content ? report::composeReport(*content) : tl::unexpected(content.error());
    QLocale::setDefault(before);
    QVERIFY2(document, document ? "" : qPrintable(document.error().message));
    const QString said = document->leftOut.join(u'\n');
    QVERIFY2(said.contains(count), qPrintable(said));
}

void TestReport::whatHoldsForAllChartsIsSaidOnce()
{
    const auto content = report::readReport(m_sample->reader(), *m_sample->calendars(), ReportBench::wish());
    QVERIFY(content);
    const auto document = report::composeReport(*content);
    QVERIFY(document);
    qsizetype charts = 0;
    qsizetype bases = 0;
    for (const report::Block &block : document->blocks) {
        charts += std::holds_alternative<report::Chart>(block) ? 1 : 0;
        if (const auto *passage = std::get_if<report::Passage>(&block))
            bases += passage->text.front().text.contains(u"Prices: daily.csv"_s) ? 1 : 0;
    }
    QVERIFY(charts > 3);
    QCOMPARE(bases, 1);
}

//! Whoever opens a report in its middle sees what the rows there are of.
void TestReport::tablesGoOnUnderTheirHeading()
{
    const QString path = m_sample->path("continued.pdf");
    QVERIFY(m_sample->write(ReportBench::wish(), path));
    const QString words = tests::textOfPdf(path);
    QVERIFY(words.contains(u"Summary (continued)"_s));
    QVERIFY(words.contains(u"Headlines (continued)"_s));
    QVERIFY(words.contains(u"Numbers in the news, checked (continued)"_s));
}

void TestReport::gapsWithoutRoomAreSaidBelowTheirChart()
{
    charts::loadChartFonts();
    report::ReportWish wish = ReportBench::wish();
    report::Section section;
    section.kind = report::SectionKind::Chart;
    section.panes = *charts::parsePanes(u"^IXIC,NVDA,AVGO,VST,CEG,MU,AMD,ORCL,ARM,ENR.DE,TSLA,AAPL,MSFT,META,AMZN"_s);
    wish.sections.sections = {section};
    const auto content = report::readReport(m_sample->reader(), *m_sample->calendars(), wish);
    QVERIFY2(content, content ? "" : qPrintable(content.error().message));
    const auto document = report::composeReport(*content);
    QVERIFY(document);
    const auto chart = std::ranges::find_if(
        document->blocks, [](const report::Block &block) { return std::holds_alternative<report::Chart>(block); });
    QVERIFY(chart != document->blocks.end());
    const auto &drawn = std::get<report::Chart>(*chart);
    const auto checkSaid = [&](double height, const QString &where) {
        const auto stack = report::stackOf(drawn, height);
        QVERIFY(stack);
        QVERIFY(!(*stack)->unwritten().isEmpty());
        for (QString sentence : (*stack)->unwritten()) {
            sentence.replace(QChar(0x00a0), u' ');
            QVERIFY2(where.contains(sentence + u'.') || where.contains(QString(sentence + u'.').toHtmlEscaped()),
                     qPrintable(sentence));
        }
    };
    const QString pdf = m_sample->path("gaps.pdf");
    const QString html = m_sample->path("gaps.html");
    QVERIFY(m_sample->write(wish, pdf));
    QVERIFY(m_sample->write(wish, html));
    const auto plain = [](QString text) { return text.replace(QChar(0x00a0), u' '); };
    checkSaid(report::chartSize(drawn).height(), plain(QString::fromUtf8(tests::contentOf(html))));
    const report::ReportPages pages(std::make_shared<const report::ReportDocument>(*document));
    int pictures = 0;
    for (const report::FlowPage &page : pages.pages()) {
        for (const report::PlacedItem &item : page) {
            if (pages.items()[item.item].stretch == 0)
                continue;
            checkSaid(item.height, plain(tests::textOfPdf(pdf)));
            ++pictures;
        }
    }
    QCOMPARE(pictures, 1);
}

void TestReport::markersHaveNumbersOnlyWithAList()
{
    charts::loadChartFonts();
    for (const bool isListed : {false, true}) {
        report::ReportWish wish = ReportBench::wish();
        std::erase_if(wish.sections.sections, [&](const report::Section &section) {
            const bool isList = section.kind == report::SectionKind::Headlines
                                || section.kind == report::SectionKind::Verdicts;
            return isList && !isListed;
        });
        const auto content = report::readReport(m_sample->reader(), *m_sample->calendars(), wish);
        QVERIFY(content);
        const auto document = report::composeReport(*content);
        QVERIFY(document);
        int charts = 0;
        for (const report::Block &block : document->blocks) {
            const auto *chart = std::get_if<report::Chart>(&block);
            if (!chart)
                continue;
            const auto stack = report::stackOf(*chart, report::chartSize(*chart).height());
            QVERIFY(stack);
            for (const charts::MarkerCluster &cluster : (*stack)->clusters())
                QCOMPARE(!cluster.numbers.empty(), isListed);
            ++charts;
        }
        QVERIFY(charts > 0);
    }
}

QTEST_MAIN(TestReport)
#include "tst_report.moc"
