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
    void scaleFollowsFromWhatIsAsked();
    void headlinesInViewByTime();
    void namesFollowTheLanguage();
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
