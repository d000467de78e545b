// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include <charts/ChartPlan.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::charts;
using tests::day;
using tests::specOf;

namespace {

const QString kThreePanes = QStringLiteral("^GSPC,^IXIC,^DJI;NVDA,AVGO,VST;volume:NVDA");

} // namespace

//! What is drawn must be what was asked, and what cannot be drawn must be said.
class TestChartPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesOfTheFoundingCase_data();
    void valuesOfTheFoundingCase();
    void baseAndSpotlight();
    void aMissingBaseBarIsToldByTheCurve();
    void oneDayCountsFromTheCloseBefore();
    void laterCurvesMoveTheDefaultBase();
    void inTheWindowLaterCurvesCountFromTheirOwnBeginning();
    void dailyCurvesStandAtTheCloseAmongIntradayOnes();
    void daysWithoutIntradayBarsAreHoles();
    void calendarNightsAreOnlyExtendedWhereQuoted();
    void volumesChooseTheirUnit_data();
    void volumesChooseTheirUnit();
    void seventhCurvesHaveDashesOfTheirOwn_data();
    void seventhCurvesHaveDashesOfTheirOwn();
    void scaleFollowsFromWhatIsAsked();
    void headlinesInViewByTime();
    void namesFollowTheLanguage();
    void skipsWhatHasNothingToDraw();
    void refusesWhatCannotBeDrawn_data();
    void refusesWhatCannotBeDrawn();
    void refusesLogOverZero();
    void readsPanes();

private:
    double valueAt(const ChartPlan &plan, std::size_t pane, std::size_t curve, const char *date) const
    {
        const XMap x(plan.timeScale, plan.view(), 0, 1000, PixelGrid());
        const auto point = plan.panes[pane].curves[curve].layer->pointAt(x, day(date));
        return point ? point->value : qQNaN();
    }

    tests::SampleContent m_sample;
};

void TestChartPlan::valuesOfTheFoundingCase_data()
{
    QTest::addColumn<int>("pane");
    QTest::addColumn<int>("curve");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("value");
    QTest::newRow("S&P 500") << 0 << 0 << "2025-01-27"
                             << "-1.46";
    QTest::newRow("Nasdaq") << 0 << 1 << "2025-01-27"
                            << "-3.07";
    QTest::newRow("Dow") << 0 << 2 << "2025-01-27"
                         << "0.65";
    QTest::newRow("Nvidia") << 1 << 0 << "2025-01-27"
                            << "-16.97";
    QTest::newRow("Broadcom") << 1 << 1 << "2025-01-27"
                              << "-17.40";
    QTest::newRow("Vistra") << 1 << 2 << "2025-01-27"
                            << "-28.27";
    QTest::newRow("Nvidia, end") << 1 << 0 << "2025-02-14"
                                 << "-2.64";
    QTest::newRow("Broadcom, end") << 1 << 1 << "2025-02-14"
                                   << "-4.77";
    QTest::newRow("Vistra, end") << 1 << 2 << "2025-02-14"
                                 << "-12.27";
    QTest::newRow("base") << 1 << 0 << "2025-01-24"
                          << "0.00";
    QTest::newRow("volume in millions") << 2 << 0 << "2025-01-27"
                                        << "818.83";
}

void TestChartPlan::valuesOfTheFoundingCase()
{
    QFETCH(int, pane);
    QFETCH(int, curve);
    QFETCH(QString, date);
    const ChartSpec spec = specOf(kThreePanes, "2025-01-13", "2025-02-14", "2025-01-24");
    const auto plan = ChartPlan::make(spec, m_sample.daily(spec));
    QVERIFY(plan);
    QTEST(QString::number(valueAt(**plan, std::size_t(pane), std::size_t(curve), qPrintable(date)), 'f', 2), "value");
}

void TestChartPlan::baseAndSpotlight()
{
    ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-13", "2025-02-07", "2025-01-24");
    QCOMPARE((*ChartPlan::make(spec, m_sample.daily(spec)))->spotlight, day("2025-01-27"));
    spec.base = day("2025-01-26"); // a Sunday: Friday's close is meant
    const auto weekend = *ChartPlan::make(spec, m_sample.daily(spec));
    QCOMPARE(weekend->base, day("2025-01-24"));
    QVERIFY(weekend->panes[0].curves[0].base->onPinnedDate);
    spec.base = day("2024-12-31"); // out of view: nothing is in question
    QVERIFY(!(*ChartPlan::make(spec, m_sample.daily(spec)))->spotlight);
}

void TestChartPlan::aMissingBaseBarIsToldByTheCurve()
{
    const ChartSpec spec = specOf(QStringLiteral("^GSPC,^IXIC"), "2025-01-13", "2025-02-07", "2025-01-22");
    const auto plan = *ChartPlan::make(spec, m_sample.daily(spec));
    QVERIFY(plan->panes[0].curves[0].base->onPinnedDate);
    QVERIFY(!plan->panes[0].curves[1].base->onPinnedDate);
    QCOMPARE(plan->panes[0].curves[1].base->session, day("2025-01-21"));
}

void TestChartPlan::oneDayCountsFromTheCloseBefore()
{
    ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-27", "2025-01-27");
    spec.scale = ValueScale::Rebased;
    const auto intraday = *ChartPlan::make(spec, m_sample.nvidia5Minutes());
    QCOMPARE(intraday->base, day("2025-01-24"));
    const core::Price close = intraday->panes[0].curves[0].base->close;
    QCOMPARE(core::toDouble(close), 142.62);
    // Several days count from the first in view.
    spec.from = day("2025-01-24");
    QCOMPARE((*ChartPlan::make(spec, m_sample.daily(spec)))->base, day("2025-01-24"));
}

void TestChartPlan::laterCurvesMoveTheDefaultBase()
{
    ChartSpec spec = specOf(QStringLiteral("NVDA,AVGO"), "2025-01-13", "2025-02-07");
    ChartContent content = m_sample.daily(spec);
    core::BarHistory late = *content.curves.at(QStringLiteral("AVGO")).bars;
    std::erase_if(late.bars, [](const core::Bar &bar) { return bar.session < day("2025-01-17"); });
    content.curves[QStringLiteral("AVGO")].bars = std::make_shared<const core::BarHistory>(late);
    const auto plan = ChartPlan::make(spec, content);
    QVERIFY(plan);
    QCOMPARE((*plan)->base, day("2025-01-17"));
    spec.base = day("2025-01-14");
    QCOMPARE(ChartPlan::make(spec, content).error().code, core::ErrorCode::InvalidInput);
}

void TestChartPlan::inTheWindowLaterCurvesCountFromTheirOwnBeginning()
{
    ChartSpec spec = specOf(QStringLiteral("NVDA,AVGO;AVGO"), "2025-01-13", "2025-02-07", "2025-01-14");
    spec.tolerant = true;
    ChartContent content = m_sample.daily(spec);
    core::BarHistory late = *content.curves.at(QStringLiteral("AVGO")).bars;
    std::erase_if(late.bars, [](const core::Bar &bar) { return bar.session < day("2025-01-17"); });
    content.curves[QStringLiteral("AVGO")].bars = std::make_shared<const core::BarHistory>(late);
    const auto plan = *ChartPlan::make(spec, content);
    QCOMPARE(plan->base, day("2025-01-14"));
    QCOMPARE(plan->panes[0].base, day("2025-01-14"));
    QCOMPARE(plan->panes[0].curves.size(), 2U);
    QVERIFY(plan->panes[0].absent.empty());
    QCOMPARE(plan->panes[0].curves[1].base->session, day("2025-01-17"));
    QCOMPARE(valueAt(*plan, 0, 1, "2025-01-17"), 0.0);
    // alone in its pane, the pane says since when
    QCOMPARE(plan->panes[1].base, day("2025-01-17"));
    QVERIFY2(plan->panes[1].note.contains(QStringLiteral("17 Jan 2025")), qPrintable(plan->panes[1].note));
}

void TestChartPlan::dailyCurvesStandAtTheCloseAmongIntradayOnes()
{
    const ChartSpec spec = specOf(QStringLiteral("NVDA,AVGO"), "2025-01-27", "2025-01-27");
    ChartContent content = m_sample.nvidia5Minutes();
    const QString broadcom = QStringLiteral("AVGO");
    content.curves[broadcom] = m_sample.daily(QStringList{broadcom}).curves.at(broadcom);
    const auto plan = *ChartPlan::make(spec, content);
    const XMap x(plan->timeScale, plan->view(), 0, 1000, PixelGrid());
    const CurveLayer &layer = *plan->panes[0].curves[1].layer;
    const auto last = layer.lastVisible(x);
    QVERIFY(last);
    QCOMPARE(last->column, x.columnOf(plan->days[0].regular.end - 1));
    QCOMPARE(QString::number(last->value, 'f', 2), QStringLiteral("-17.40"));
    // A lone dot: nothing enters from the close before.
    const YMap y({-20, 5}, 0, 300, false);
    const auto outline = layer.outline({x, y, PixelGrid(), QRectF(0, 0, 1000, 300), Qt::white});
    QCOMPARE(outline.size(), 1);
    QCOMPARE(outline[0].size(), 1);
}

void TestChartPlan::daysWithoutIntradayBarsAreHoles()
{
    const auto holesOf = [&](const char *from, const char *to) {
        const auto plan = *ChartPlan::make(specOf(QStringLiteral("NVDA"), from, to), m_sample.nvidia5Minutes());
        const XMap x(plan->timeScale, plan->view(), 0, 1000, PixelGrid());
        return plan->panes[0].curves[0].layer->holes(x);
    };
    QVERIFY(holesOf("2025-01-27", "2025-01-27").empty());
    const auto holes = holesOf("2025-01-23", "2025-01-29");
    QCOMPARE(holes.size(), 2U);
    QCOMPARE(holes[0].before.session, day("2025-01-23"));
    QCOMPARE(holes[0].before.column, 0);
    QCOMPARE(holes[0].after.session, day("2025-01-27"));
    QCOMPARE(holes[1].before.session, day("2025-01-27"));
    QCOMPARE(holes[1].after.session, day("2025-01-29"));
    QVERIFY(holes[1].after.column >= 998);
}

void TestChartPlan::calendarNightsAreOnlyExtendedWhereQuoted()
{
    ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-27", "2025-01-28");
    spec.time = TimeMode::Calendar;
    ChartContent content = m_sample.nvidia5Minutes();
    const auto &bars = content.curves.at(QStringLiteral("NVDA")).bars->bars;
    const auto plan = *ChartPlan::make(spec, content);
    QCOMPARE(plan->days[0].extended.begin, bars.front().start.ns);
    QVERIFY(plan->days[0].slot.begin < plan->days[0].extended.begin);
    QCOMPARE(plan->days[1].extended, plan->days[1].regular);
}

void TestChartPlan::volumesChooseTheirUnit_data()
{
    QTest::addColumn<qint64>("volume");
    QTest::addColumn<double>("unit");
    QTest::addColumn<QString>("note");
    QTest::newRow("none") << qint64(0) << 1. << "volume in shares";
    QTest::newRow("one share") << qint64(1) << 1. << "volume in shares";
    QTest::newRow("thousands") << qint64(25'000) << 1e3 << "volume in thousands";
    QTest::newRow("millions") << qint64(3'000'000) << 1e6 << "volume in millions";
}

void TestChartPlan::volumesChooseTheirUnit()
{
    QFETCH(qint64, volume);
    const ChartSpec spec = specOf(QStringLiteral("volume:NVDA"), "2025-01-13", "2025-02-07");
    ChartContent content = m_sample.daily(spec);
    core::BarHistory bars = *content.curves.at(QStringLiteral("NVDA")).bars;
    for (core::Bar &bar : bars.bars)
        bar.volume = volume;
    content.curves[QStringLiteral("NVDA")].bars = std::make_shared<const core::BarHistory>(bars);
    const auto plan = *ChartPlan::make(spec, content);
    QTEST(plan->panes[0].volumeUnit, "unit");
    QTEST(plan->panes[0].note, "note");
}

void TestChartPlan::seventhCurvesHaveDashesOfTheirOwn_data()
{
    QTest::addColumn<ThemeName>("theme");
    QTest::newRow("light") << ThemeName::Light;
    QTest::newRow("dark") << ThemeName::Dark;
    QTest::newRow("print") << ThemeName::Print;
}

void TestChartPlan::seventhCurvesHaveDashesOfTheirOwn()
{
    QFETCH(ThemeName, theme);
    const ChartTheme colours = ChartTheme::named(theme);
    for (int i = 0; i < 18; ++i) {
        for (int j = 0; j < i; ++j) {
            const SeriesStyle one = colours.series(i);
            const SeriesStyle other = colours.series(j);
            // In print the dashes alone have to do.
            QVERIFY(one.dashes != other.dashes || (theme != ThemeName::Print && one.color != other.color));
        }
    }
    QVERIFY(colours.series(0).dashes.isEmpty());
}

void TestChartPlan::scaleFollowsFromWhatIsAsked()
{
    const auto scaleOf = [&](const QString &panes, const char *base, CurveType type) {
        ChartSpec spec = specOf(panes, "2025-01-13", "2025-02-07", base);
        spec.curve = type;
        return (*ChartPlan::make(spec, m_sample.daily(spec)))->panes[0].scale;
    };
    QCOMPARE(scaleOf(QStringLiteral("NVDA"), nullptr, CurveType::Line), ValueScale::Linear);
    QCOMPARE(scaleOf(QStringLiteral("NVDA"), "2025-01-24", CurveType::Line), ValueScale::Rebased);
    QCOMPARE(scaleOf(QStringLiteral("NVDA,AVGO"), nullptr, CurveType::Line), ValueScale::Rebased);
    QCOMPARE(scaleOf(QStringLiteral("NVDA"), "2025-01-24", CurveType::Candles), ValueScale::Linear);
}

void TestChartPlan::headlinesInViewByTime()
{
    ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-27", "2025-01-28", "2025-01-24");
    QVERIFY((*ChartPlan::make(spec, m_sample.daily(spec)))->headlines.empty());
    spec.markers = true;
    ChartContent content = m_sample.daily(spec);
    std::ranges::reverse(content.news);
    const auto plan = *ChartPlan::make(spec, content);
    QCOMPARE(plan->headlines.size(), 15U); // sample-06 to sample-20
    QCOMPARE(plan->headlines.front().guid, QStringLiteral("sample-06"));
    QCOMPARE(plan->headlines.back().guid, QStringLiteral("sample-20"));
}

void TestChartPlan::namesFollowTheLanguage()
{
    ChartSpec spec = specOf(QStringLiteral("9984.T"), "2025-01-20", "2025-02-07", "2025-01-24");
    QCOMPARE((*ChartPlan::make(spec, m_sample.daily(spec)))->panes[0].curves[0].name, QStringLiteral("SoftBank"));
    spec.language = QStringLiteral("de");
    QCOMPARE((*ChartPlan::make(spec, m_sample.daily(spec)))->panes[0].curves[0].name, QStringLiteral("Softbank"));
}

//! One of several instruments without quotes costs its own curve, not the chart; and is named.
void TestChartPlan::skipsWhatHasNothingToDraw()
{
    ChartSpec spec = specOf(QStringLiteral("VST,NVDA;AVGO;volume:AVGO,NVDA"), "2025-01-13", "2025-02-07", "2025-01-24");
    spec.skipsEmpty = true;
    ChartContent content = m_sample.daily(spec);
    const auto cut = [&](const char *symbol, auto keeps) {
        core::BarHistory bars = *content.curves.at(QLatin1String(symbol)).bars;
        std::erase_if(bars.bars, [&](const core::Bar &bar) { return !keeps(bar.session); });
        content.curves.at(QLatin1String(symbol)).bars = std::make_shared<const core::BarHistory>(bars);
    };
    cut("VST", [](core::SessionDate session) { return session > day("2025-01-24"); }); // nothing to count from
    cut("AVGO", [](core::SessionDate) { return false; });
    const auto plan = ChartPlan::make(spec, content);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
    QCOMPARE((*plan)->panes.size(), 2U);
    QCOMPARE((*plan)->spec.panes.size(), 2U);
    QCOMPARE((*plan)->panes[0].curves.size(), 1U);
    QCOMPARE((*plan)->panes[0].curves[0].symbol, QStringLiteral("NVDA"));
    QCOMPARE((*plan)->panes[0].curves[0].style, (*plan)->theme.series(0));
    QCOMPARE((*plan)->panes[1].curves.size(), 1U);
    QStringList names;
    for (const AbsentCurve &one : (*plan)->undrawn())
        names.append(one.name);
    QCOMPARE(names, (QStringList{QStringLiteral("Vistra"), QStringLiteral("Broadcom")}));
    cut("NVDA", [](core::SessionDate) { return false; });
    const auto none = ChartPlan::make(spec, content);
    QVERIFY(!none);
    QCOMPARE(none.error().code, core::ErrorCode::NotFound);
}

void TestChartPlan::refusesWhatCannotBeDrawn_data()
{
    QTest::addColumn<ChartSpec>("spec");
    QTest::addColumn<QString>("word");
    ChartSpec candles = specOf(QStringLiteral("NVDA,AVGO"), "2025-01-13", "2025-02-07");
    candles.curve = CurveType::Candles;
    QTest::newRow("candles of two") << candles << "NVDA;AVGO";
    QTest::newRow("backwards") << specOf(QStringLiteral("NVDA"), "2025-02-07", "2025-01-13") << "2025-02-07";
    QTest::newRow("a weekend") << specOf(QStringLiteral("NVDA"), "2025-01-25", "2025-01-26") << "2025-01-25";
    QTest::newRow("no quotes there") << specOf(QStringLiteral("NVDA"), "2020-01-02", "2020-02-03") << "NVDA";
    QTest::newRow("no volume") << specOf(QStringLiteral("volume:^GSPC"), "2025-01-13", "2025-02-07") << "^GSPC";
    QTest::newRow("base before the data")
        << specOf(QStringLiteral("NVDA"), "2025-01-13", "2025-02-07", "2020-01-02") << "2020-01-02";
    QTest::newRow("no pane") << ChartSpec() << "pane";
}

void TestChartPlan::refusesWhatCannotBeDrawn()
{
    QFETCH(ChartSpec, spec);
    QFETCH(QString, word);
    const auto plan = ChartPlan::make(spec, m_sample.daily(spec));
    QVERIFY(!plan);
    QVERIFY2(plan.error().message.contains(word), qPrintable(plan.error().message));
}

void TestChartPlan::refusesLogOverZero()
{
    ChartContent content = m_sample.madeUp(QStringLiteral("OIL"), day("2024-01-02"), day("2024-03-28"), 0, 0.01);
    core::BarHistory bars = *content.curves.at(QStringLiteral("OIL")).bars;
    bars.bars[20].close = bars.bars[20].low = -3763;
    content.curves[QStringLiteral("OIL")].bars = std::make_shared<const core::BarHistory>(bars);
    ChartSpec spec = specOf(QStringLiteral("OIL"), "2024-01-02", "2024-03-28");
    QVERIFY(ChartPlan::make(spec, content));
    spec.scale = ValueScale::Log;
    const auto plan = ChartPlan::make(spec, content);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, core::ErrorCode::InvalidInput);
    // Out of view it does not matter.
    spec.from = day("2024-02-05");
    QVERIFY(ChartPlan::make(spec, content));
}

void TestChartPlan::readsPanes()
{
    const auto panes = parsePanes(QStringLiteral(" ^GSPC , ^DJI;NVDA; Volume:NVDA,AVGO"));
    QVERIFY(panes);
    QCOMPARE(panes->size(), 3U);
    QCOMPARE((*panes)[0].symbols.join(u'|'), QStringLiteral("^GSPC|^DJI"));
    QCOMPARE((*panes)[2].kind, PaneKind::Volume);
    QCOMPARE(symbolsOf(*panes).join(u'|'), QStringLiteral("^GSPC|^DJI|NVDA|AVGO"));
    for (const char *wrong : {"", "A;", "A,,B", ";A", "volume:", "A,A"})
        QVERIFY2(!parsePanes(QString::fromLatin1(wrong)), wrong);
}

QTEST_MAIN(TestChartPlan)
#include "tst_chartplan.moc"
