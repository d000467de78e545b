// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include <charts/ChartFonts.h>
#include <charts/ChartPlan.h>
#include <charts/StackLayout.h>
#include <export/CsvCell.h>
#include <export/PageLayout.h>
#include <export/TextWrap.h>

#include <QFontMetricsF>
#include <QTest>

using namespace tickmark;
using namespace tickmark::charts;
using exporting::PageLayout;
using tests::specOf;

namespace {

const QString kThreePanes = QStringLiteral("^GSPC,^IXIC,^DJI;NVDA,AVGO,VST;volume:NVDA");

} // namespace

//! On a page nothing covers anything else, and what does not fit is said to be missing.
class TestChartPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void growsWithItsHeadlines();
    void cutsTheLegendOfAGivenSize_data();
    void cutsTheLegendOfAGivenSize();
    void shortListsHaveTheHeadlinesOfTheDay();
    void refusesSizesOutOfBounds_data();
    void refusesSizesOutOfBounds();
    void longTitlesAreBrokenOrCut();
    void namesGoBeforeTheTitleBreaks();
    void wrapsAtBlanksOnly();
    void clockTimesNameTheirZone();
    void dailyCurvesAreNoMinuteBars();
    void roundTheClockHasNoTradingHours();
    void saysWherePricesAreNotAsTraded();
    void panesGrowWithTheirLabels();
    void lowPagesWrapTheirFoot();
    void csvCellsAreSafe_data();
    void csvCellsAreSafe();
    void csvNumbersArePlain();

private:
    std::shared_ptr<const ChartPlan> planOf(const QString &panes, bool markers, int extraHeadlines = 0) const
    {
        ChartSpec spec = specOf(panes, "2025-01-13", "2025-02-07", "2025-01-24");
        spec.markers = markers;
        ChartContent content = m_sample.daily(spec);
        for (int i = 0; i < extraHeadlines; ++i)
            content.news.push_back(content.news[std::size_t(i) % content.news.size()]);
        return ChartPlan::make(spec, content).value_or(nullptr);
    }

    static void checkNothingOverlaps(const PageLayout &page, const ChartPlan &plan)
    {
        QVERIFY(page.titleBaseline < page.subtitleBaseline);
        QVERIFY(page.subtitleBaseline < page.stack.top());
        QVERIFY(page.stack.height() >= leastStackHeight(plan, ChartMetrics::page()) - 1);
        double y = page.stack.bottom();
        if (page.legendRule) {
            QVERIFY(*page.legendRule >= y);
            y = *page.legendRule;
        }
        for (const exporting::LegendEntry &entry : page.entries) {
            QVERIFY(entry.box.top() >= y);
            QVERIFY(entry.box.bottom() <= page.footRule);
            QVERIFY(entry.box.left() >= page.margin && entry.box.right() <= page.size.width() - page.margin + 0.01);
        }
        if (!page.moreText.isEmpty()) {
            QVERIFY(page.moreAt.y() < page.footRule);
            for (const exporting::LegendEntry &entry : page.entries)
                QVERIFY(page.moreAt.y() > entry.metaStart.y() || page.moreAt.x() < entry.box.left());
        }
        const double last = page.footRule + exporting::kRuleToHead
                            + exporting::kFootStep * double(page.footLines.size() - 1);
        QVERIFY(last < page.size.height());
        QCOMPARE(int(page.entries.size()) + page.unlisted, int(plan.headlines.size()));
    }

    tests::SampleContent m_sample;
};

void TestChartPage::initTestCase()
{
    QVERIFY(loadChartFonts());
}

void TestChartPage::growsWithItsHeadlines()
{
    double height = 0;
    for (const int extra : {0, 13, 200}) {
        const auto plan = planOf(kThreePanes, true, extra);
        const auto page = exporting::layOutPage(*plan, std::nullopt, {}, ChartMetrics::page());
        QVERIFY(page);
        QCOMPARE(page->size.width(), 1600.);
        QCOMPARE(page->unlisted, 0);
        QVERIFY(page->size.height() > height);
        height = page->size.height();
        checkNothingOverlaps(*page, *plan);
    }
}

void TestChartPage::cutsTheLegendOfAGivenSize_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1600, 2200), QSize(1600, 1000), QSize(1600, 900), QSize(1200, 800), QSize(800, 760),
                             QSize(640, 720), QSize(3000, 4000)})
        QTest::addRow("%d x %d", size.width(), size.height()) << size;
}

void TestChartPage::cutsTheLegendOfAGivenSize()
{
    QFETCH(QSize, size);
    for (const bool markers : {false, true}) {
        const auto plan = planOf(kThreePanes, markers, 13);
        const auto page = exporting::layOutPage(*plan, size, {}, ChartMetrics::page());
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QCOMPARE(page->size, QSizeF(size));
        checkNothingOverlaps(*page, *plan);
        const bool said = page->unlisted == 0 || page->moreText.contains(QString::number(page->unlisted))
                          || page->footLines.join(u' ').contains(QString::number(page->unlisted));
        QVERIFY(said);
    }
}

//! Where a list has no room for all, a reader of a chart of Nvidia on the 27th looks for Nvidia on the 27th.
void TestChartPage::shortListsHaveTheHeadlinesOfTheDay()
{
    const auto plan = planOf(QStringLiteral("NVDA,AVGO,VST"), true);
    const auto page = exporting::layOutPage(*plan, QSize(1600, 760), {}, ChartMetrics::page());
    QVERIFY(page);
    QVERIFY(page->unlisted > 10 && page->entries.size() > 3);
    int number = 0;
    int last = -1;
    int named = 0;
    for (const exporting::LegendEntry &entry : page->entries) {
        QCOMPARE(entry.number, ++number);
        QVERIFY(entry.headline > last); // in the order of time
        last = entry.headline;
        const core::NewsItem &item = plan->headlines[std::size_t(entry.headline)];
        const auto days = std::abs(plan->zone.dateAt(item.published).days() - tests::day("2025-01-27").days());
        QVERIFY2(days <= 2, qPrintable(item.title));
        named += item.title.contains(QStringLiteral("Nvidia")) || item.title.contains(QStringLiteral("Stromerzeuger"));
    }
    QVERIFY(named >= 3);
}

void TestChartPage::refusesSizesOutOfBounds_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("narrow") << QSize(479, 900);
    QTest::newRow("low") << QSize(1600, 319);
    QTest::newRow("too low for three panes") << QSize(1600, 400);
    QTest::newRow("wide") << QSize(16385, 900);
    QTest::newRow("large") << QSize(16000, 16000);
    QTest::newRow("empty") << QSize(0, 0);
}

void TestChartPage::refusesSizesOutOfBounds()
{
    QFETCH(QSize, size);
    const auto page = exporting::layOutPage(*planOf(kThreePanes, true), size, {}, ChartMetrics::page());
    QVERIFY(!page);
    QCOMPARE(page.error().code, core::ErrorCode::InvalidInput);
    QVERIFY(!page.error().message.isEmpty());
}

void TestChartPage::longTitlesAreBrokenOrCut()
{
    const QString title = QStringLiteral("Eine wirklich lange Überschrift ").repeated(20);
    const auto page = exporting::layOutPage(*planOf(kThreePanes, false), QSize(900, 900), title, ChartMetrics::page());
    QVERIFY(page);
    QCOMPARE(page->titleLines.size(), 2);
    QVERIFY(page->titleLines.last().endsWith(QChar(0x2026)));
    const QFontMetricsF metrics(chartFont(page->titlePixels, true));
    for (const QString &line : page->titleLines)
        QVERIFY(metrics.horizontalAdvance(line) <= 900 - 2 * page->margin);
}

void TestChartPage::namesGoBeforeTheTitleBreaks()
{
    const auto plan = planOf(kThreePanes, false);
    const auto wide = exporting::layOutPage(*plan, std::nullopt, {}, ChartMetrics::page());
    QVERIFY(wide->titleLines.first().startsWith(QStringLiteral("S&P 500, Nasdaq, Dow, Nvidia, Broadcom and Vistra")));
    const auto narrow = exporting::layOutPage(*plan, QSize(800, 800), {}, ChartMetrics::page());
    QCOMPARE(narrow->titleLines.size(), 1);
    QVERIFY2(narrow->titleLines.first().startsWith(QStringLiteral("S&P 500, Nasdaq, Dow and 3 more")),
             qPrintable(narrow->titleLines.first()));
}

void TestChartPage::wrapsAtBlanksOnly()
{
    const QFont font = chartFont(15);
    const double width = textWidth(font, QStringLiteral("Schluss am 24."));
    const QStringList lines = exporting::wrapText(QStringLiteral("Schluss am 24.\u00A0Januar"), font, width, 3);
    QCOMPARE(lines, (QStringList{QStringLiteral("Schluss am"), QStringLiteral("24.\u00A0Januar")}));
    QVERIFY(exporting::wrapText({}, font, 100, 2).isEmpty());
    // A word that is wider than a line is broken, at its own hyphen where there is one.
    const QString ship = QStringLiteral("Donaudampfschifffahrt");
    const QStringList parts = exporting::wrapText(ship, font, 60, 9);
    QCOMPARE(parts.join(QString()).remove(QLatin1Char('-')), ship);
    for (const QString &part : parts)
        QVERIFY2(textWidth(font, part) <= 60, qPrintable(part));
    QCOMPARE(exporting::wrapText(QStringLiteral("Energie-Umlage"), font, 80, 2),
             (QStringList{QStringLiteral("Energie-"), QStringLiteral("Umlage")}));
    QVERIFY(exporting::wrapText(ship, font, 60, 2).last().endsWith(QChar(0x2026)));
}

void TestChartPage::clockTimesNameTheirZone()
{
    const ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-27", "2025-01-27");
    ChartContent content = m_sample.nvidia5Minutes();
    for (const char *zone : {"America/New_York", "Etc/UTC", ""}) {
        content.zone = core::ZoneRules::load(zone).value_or(core::ZoneRules());
        const auto plan = *ChartPlan::make(spec, content);
        const auto page = exporting::layOutPage(*plan, std::nullopt, {}, ChartMetrics::page());
        const bool isCity = content.zone.id().startsWith("America");
        const QString note = isCity ? QStringLiteral("Times: New York.") : QStringLiteral("Times: UTC.");
        QVERIFY2(page->footLines.join(u' ').contains(note), qPrintable(page->footLines.join(u' ')));
    }
    const auto daily = exporting::layOutPage(*planOf(kThreePanes, false), std::nullopt, {}, ChartMetrics::page());
    QVERIFY(!daily->footLines.join(u' ').contains(QStringLiteral("Times:")));
}

void TestChartPage::dailyCurvesAreNoMinuteBars()
{
    ChartContent content = m_sample.nvidia5Minutes();
    const QString broadcom = QStringLiteral("AVGO");
    content.curves[broadcom] = m_sample.daily(QStringList{broadcom}).curves.at(broadcom);
    for (const char *panes : {"NVDA,AVGO", "AVGO,NVDA"}) {
        const ChartSpec spec = specOf(QLatin1String(panes), "2025-01-27", "2025-01-27");
        const auto plan = *ChartPlan::make(spec, content);
        const auto page = exporting::layOutPage(*plan, std::nullopt, {}, ChartMetrics::page());
        const QString subtitle = page->subtitleLines.join(u' ');
        QVERIFY2(subtitle.contains(QStringLiteral("5-minute bars and daily values")), qPrintable(subtitle));
    }
}

void TestChartPage::roundTheClockHasNoTradingHours()
{
    const auto footOf = [&](const QString &panes) {
        const auto page = exporting::layOutPage(*planOf(panes, true), std::nullopt, {}, ChartMetrics::page());
        return page->footLines.join(u' ');
    };
    const QString note = QStringLiteral("News between two trading days");
    QVERIFY(footOf(QStringLiteral("NVDA")).contains(note));
    QVERIFY(!footOf(QStringLiteral("BTC-USD")).contains(note));
}

void TestChartPage::saysWherePricesAreNotAsTraded()
{
    ChartContent content = m_sample.daily(QStringList{QStringLiteral("NVDA")});
    core::BarHistory bars = *content.curves.at(QStringLiteral("NVDA")).bars;
    const auto foot = [&](const char *split) {
        bars.splits = {{tests::day(split), 10, 1}};
        bars.series.splitsUntil = tests::day("2025-02-14");
        content.curves[QStringLiteral("NVDA")].bars = std::make_shared<const core::BarHistory>(bars);
        const auto plan = *ChartPlan::make(specOf(QStringLiteral("NVDA"), "2025-01-13", "2025-02-07"), content);
        return exporting::layOutPage(*plan, std::nullopt, {}, ChartMetrics::page())
            ->footLines.join(QLatin1Char(' '))
            .simplified();
    };
    const QString traded = QStringLiteral("closes as traded");
    const QString adjusted = QStringLiteral("Prices before 27 January 2025 are adjusted for splits.");
    QVERIFY2(foot("2025-01-27").contains(adjusted), qPrintable(foot("2025-01-27")));
    QVERIFY(!foot("2025-01-27").contains(traded));
    QVERIFY(foot("2025-01-13").contains(traded)); // all in view are after it
    QVERIFY(foot("2025-02-20").contains(traded)); // not come yet
}

void TestChartPage::panesGrowWithTheirLabels()
{
    ChartContent content = m_sample.daily(QStringList{QStringLiteral("NVDA")});
    QStringList symbols;
    for (int i = 0; i < 27; ++i) {
        const QString symbol = QStringLiteral("S%1").arg(i);
        core::BarHistory bars = *content.curves.at(QStringLiteral("NVDA")).bars;
        // Half of them end early, so that notes stand under their names.
        if (i % 2)
            std::erase_if(bars.bars, [](const core::Bar &bar) { return bar.session > tests::day("2025-01-31"); });
        content.curves[symbol].bars = std::make_shared<const core::BarHistory>(bars);
        symbols.append(symbol);
    }
    const auto plan = *ChartPlan::make(specOf(symbols.join(u','), "2025-01-13", "2025-02-07", "2025-01-24"), content);
    const ChartMetrics metrics = ChartMetrics::page();
    const auto page = exporting::layOutPage(*plan, std::nullopt, {}, metrics);
    QVERIFY(page->stack.height() - metrics.timeAxis >= 27 * metrics.endLabelStep + 13 * 16);
    QVERIFY(exporting::layOutPage(*plan, QSize(1600, 1000), {}, metrics));
}

void TestChartPage::lowPagesWrapTheirFoot()
{
    const QSize size(480, 320);
    const auto page = exporting::layOutPage(*planOf(QStringLiteral("NVDA"), false), size, {},
                                            exporting::pageMetrics(size));
    QVERIFY(page);
    QVERIFY(page->footLines.size() > 1);
    QVERIFY2(!page->footLines.last().endsWith(QChar(0x2026)), qPrintable(page->footLines.join(u'|')));
}

void TestChartPage::csvCellsAreSafe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << "NVDA close" << QByteArray("NVDA close");
    QTest::newRow("comma") << "a,b" << QByteArray("\"a,b\"");
    QTest::newRow("quote") << "a\"b" << QByteArray("\"a\"\"b\"");
    QTest::newRow("formula") << "=1+1" << QByteArray("'=1+1");
    QTest::newRow("at") << "@SUM(A1)" << QByteArray("'@SUM(A1)");
    QTest::newRow("minus") << "-A" << QByteArray("'-A");
    QTest::newRow("tab") << "\tA" << QByteArray("'\tA");
    QTest::newRow("formula with comma") << "=A,B" << QByteArray("\"'=A,B\"");
    QTest::newRow("index") << "^GSPC" << QByteArray("^GSPC");
    QTest::newRow("umlaut") << QStringLiteral("Kölner") << QStringLiteral("Kölner").toUtf8();
    QTest::newRow("empty") << "" << QByteArray();
}

void TestChartPage::csvCellsAreSafe()
{
    QFETCH(QString, text);
    QTEST(exporting::csvText(text), "cell");
}

void TestChartPage::csvNumbersArePlain()
{
    QCOMPARE(exporting::csvNumber(-16.96816, 4), "-16.9682");
    QCOMPARE(exporting::csvNumber(-0.00001, 4), "0.0000");
    QCOMPARE(exporting::csvNumber(1234567.5, 2), "1234567.50");
}

QTEST_MAIN(TestChartPage)
#include "tst_chartpage.moc"
