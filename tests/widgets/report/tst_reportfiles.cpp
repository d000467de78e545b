// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportBench.h"
#include <charts/ChartFonts.h>

#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <report/ReportComposer.h>
#include <report/ReportPages.h>

using namespace tickmark;
using namespace tickmark::tests;
using namespace Qt::StringLiterals;

//! PDF and HTML of a report: everything is there, in its place, and nothing is cut.
class TestReportFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sample = ReportBench::sample(); }
    void pdfSaysIt();
    void pdfEmbedsItsFonts();
    void nothingLeavesItsPage();
    void htmlIsWellFormedAndNeedsNothingElse();
    void whatHoldsForAllChartsIsSaidOnce();
    void tablesGoOnUnderTheirHeading();
    void gapsWithoutRoomAreSaidBelowTheirChart();
    void markersHaveNumbersOnlyWithAList();

private:
    std::unique_ptr<ReportBench> m_sample;
};

void TestReportFiles::pdfSaysIt()
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

void TestReportFiles::pdfEmbedsItsFonts()
{
    const QString path = m_sample->path("fonts.pdf");
    QVERIFY(m_sample->write(ReportBench::wish(), path, true));
    const QList<QByteArray> lines = outputOf(u"pdffonts"_s, {path}).trimmed().split('\n');
    QVERIFY(lines.size() > 3);
    static const QRegularExpression embedded(u"Identity-H +yes "_s);
    for (const QByteArray &line : lines.mid(2))
        QVERIFY2(embedded.match(QString::fromUtf8(line)).hasMatch(), line.constData());
}

void TestReportFiles::nothingLeavesItsPage()
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

void TestReportFiles::htmlIsWellFormedAndNeedsNothingElse()
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

void TestReportFiles::whatHoldsForAllChartsIsSaidOnce()
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
void TestReportFiles::tablesGoOnUnderTheirHeading()
{
    const QString path = m_sample->path("continued.pdf");
    QVERIFY(m_sample->write(ReportBench::wish(), path));
    const QString words = tests::textOfPdf(path);
    QVERIFY(words.contains(u"Summary (continued)"_s));
    QVERIFY(words.contains(u"Headlines (continued)"_s));
    QVERIFY(words.contains(u"Numbers in the news, checked (continued)"_s));
}

void TestReportFiles::gapsWithoutRoomAreSaidBelowTheirChart()
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

void TestReportFiles::markersHaveNumbersOnlyWithAList()
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

QTEST_MAIN(TestReportFiles)
#include "tst_reportfiles.moc"
