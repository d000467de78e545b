// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include <charts/BarColumns.h>
#include <charts/Measure.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::charts;
using tests::day;
using tests::specOf;

namespace {

core::Time at(const char *iso)
{
    return core::parseIsoTime(iso).value_or(core::Time());
}

} // namespace

//! Crosshair and measured ranges quote figures: they must be those of the bars, of the right sessions.
class TestMeasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresOfTheBars();
    void eitherOrder();
    void everyStopIsAClose();
    void stepsSkipDaysWithoutABar();
    void intradayStopsAreBars();
    void tolerantPlansDrawWhatThereIs();
    void aViewKeepsItsBase();
    void theNextPlanSharesLayers();
    void closedMarketsRest();

private:
    std::shared_ptr<const ChartPlan> plan(ChartSpec spec, const char *from, const char *to) const
    {
        spec.tolerant = true;
        spec.view = core::TimeRange{at(from), at(to)};
        return ChartPlan::make(spec, m_sample.daily(spec)).value();
    }

    tests::SampleContent m_sample;
};

void TestMeasure::figuresOfTheBars()
{
    const ChartSpec spec = specOf(QStringLiteral("NVDA;volume:NVDA"), "2025-01-14", "2025-02-14", "2025-01-24");
    const auto made = plan(spec, "2025-01-14T14:30:00Z", "2025-02-14T21:00:00Z");
    const Measurement range = measure(*made, *stopBy(*made, at("2025-01-24T21:00:00Z")),
                                      *stopBy(*made, at("2025-01-31T21:00:00Z")));
    // By hand from the bars after 24 January up to the 31st.
    double high = 0;
    double low = 1e9;
    double volume = 0;
    int sessions = 0;
    const auto bars = m_sample.daily(spec).curves.at(QStringLiteral("NVDA")).bars;
    for (const core::Bar &bar : bars->bars) {
        if (bar.session <= day("2025-01-24") || bar.session > day("2025-01-31"))
            continue;
        high = std::max(high, double(bar.high) / 100);
        low = std::min(low, double(bar.low) / 100);
        volume += double(bar.volume.value_or(0)) / 1e6;
        ++sessions;
    }
    const MeasuredCurve &curve = range.panes[0][0];
    QCOMPARE(range.sessions, 5);
    QCOMPARE(sessions, 5);
    QCOMPARE(*curve.from, 142.62);
    QCOMPARE(*curve.to, 120.07);
    QCOMPARE(*curve.high, high);
    QCOMPARE(*curve.low, low);
    QCOMPARE(QString::number(*curve.change, 'f', 2), QStringLiteral("-22.55"));
    QCOMPARE(QString::number(*curve.percent, 'f', 2), QStringLiteral("-15.81"));
    QVERIFY(std::abs(*range.panes[1][0].volume - volume) < 1e-6);
}

void TestMeasure::eitherOrder()
{
    const ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-14", "2025-02-14", "2025-01-24");
    const auto made = plan(spec, "2025-01-14T14:30:00Z", "2025-02-14T21:00:00Z");
    const auto a = *stopBy(*made, at("2025-01-24T21:00:00Z"));
    const auto b = *stopBy(*made, at("2025-01-31T21:00:00Z"));
    QCOMPARE(*measure(*made, b, a).panes[0][0].change, *measure(*made, a, b).panes[0][0].change);
    QCOMPARE(measure(*made, a, a).sessions, 0);
    QVERIFY(!measure(*made, a, a).panes[0][0].high);
}

void TestMeasure::everyStopIsAClose()
{
    const ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-14", "2025-02-14");
    const auto made = plan(spec, "2025-01-14T14:30:00Z", "2025-02-14T21:00:00Z");
    const PlannedCurve &curve = made->panes[0].curves[0];
    const auto bars = m_sample.daily(spec).curves.at(QStringLiteral("NVDA")).bars;
    for (const core::Bar &bar : bars->bars) {
        const auto session = bars->calendar->session(bar.session);
        for (const qint64 ns : {session->hours.begin.ns, session->hours.end.ns, session->hours.end.ns - 1}) {
            const auto stop = stopBy(*made, core::Time{ns});
            QVERIFY(stop);
            QCOMPARE(stop->session, bar.session);
            QCOMPARE(stop->time, session->hours.end);
            QCOMPARE(curve.layer->quoteAt(made->timeScale, stop->moment())->price, double(bar.close) / 100);
        }
    }
}

void TestMeasure::stepsSkipDaysWithoutABar()
{
    const ChartSpec spec = specOf(QStringLiteral("^IXIC,^GSPC"), "2025-01-14", "2025-02-14", "2025-01-24");
    const auto made = plan(spec, "2025-01-14T14:30:00Z", "2025-02-14T21:00:00Z");
    const auto stop = *stopBy(*made, at("2025-01-21T21:00:00Z"));
    QCOMPARE(stepped(*made, stop, 1).session, day("2025-01-23")); // no Nasdaq on the 22nd
    QCOMPARE(stepped(*made, stepped(*made, stop, 1), -1).session, day("2025-01-21"));
    QCOMPARE(stepped(*made, stop, 1000).session,
             m_sample.daily(spec).curves.at(QStringLiteral("^IXIC")).bars->bars.back().session);
}

void TestMeasure::intradayStopsAreBars()
{
    ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-27", "2025-01-27");
    spec.curve = CurveType::Candles;
    spec.tolerant = true;
    spec.view = core::TimeRange{at("2025-01-27T13:00:00Z"), at("2025-01-27T21:00:00Z")};
    const auto made = ChartPlan::make(spec, m_sample.nvidia5Minutes()).value();
    const auto stop = stopBy(*made, at("2025-01-27T16:03:20Z"));
    QVERIFY(stop && stop->intraday);
    QCOMPARE(stop->time, at("2025-01-27T16:00:00Z"));
    QCOMPARE(made->panes[0].curves[0].layer->quoteAt(made->timeScale, stop->moment())->price, 122.14);
    QCOMPARE(stepped(*made, *stop, 1).time, at("2025-01-27T16:05:00Z"));
    QCOMPARE(stepped(*made, *stop, -1).time, at("2025-01-27T15:55:00Z"));
}

void TestMeasure::tolerantPlansDrawWhatThereIs()
{
    ChartSpec spec = specOf(QStringLiteral("NVDA,NOWHERE,AVGO;volume:NVDA"), "2025-01-14", "2025-02-14", "2025-01-24");
    ChartContent content = m_sample.daily(QStringList{QStringLiteral("NVDA"), QStringLiteral("AVGO")});
    QVERIFY(!ChartPlan::make(spec, content));
    spec.tolerant = true;
    spec.view = core::TimeRange{at("2024-06-03T13:30:00Z"), at("2024-06-07T20:00:00Z")}; // nothing quoted
    const auto empty = ChartPlan::make(spec, content).value();
    QCOMPARE(empty->panes[0].curves.size(), 2U);
    QCOMPARE(empty->panes[0].absent.size(), 1U);
    spec.curve = CurveType::Candles;
    QVERIFY(!ChartPlan::make(spec, content).value()->panes[0].candles);
    spec.panes[0].symbols = {QStringLiteral("NVDA")};
    QVERIFY(ChartPlan::make(spec, content).value()->panes[0].candles);
    spec.panes[0].curve = CurveType::Line;
    spec.panes[0].scale = ValueScale::RebasedLog;
    QCOMPARE(ChartPlan::make(spec, content).value()->panes[0].scale, ValueScale::RebasedLog);
    QVERIFY(!ChartPlan::make(spec, content).value()->panes[0].candles);
}

void TestMeasure::aViewKeepsItsBase()
{
    const ChartSpec spec = specOf(QStringLiteral("NVDA,AVGO"), "2025-01-14", "2025-02-14");
    const auto early = plan(spec, "2025-01-14T14:30:00Z", "2025-01-24T21:00:00Z");
    const auto late = plan(spec, "2025-01-27T14:30:00Z", "2025-02-14T21:00:00Z");
    QCOMPARE(early->base, day("2025-01-14"));
    QCOMPARE(late->base, early->base);
    QCOMPARE(early->days.front().date, day("2025-01-14"));
    QCOMPARE(early->days.back().date, day("2025-01-24"));
}

void TestMeasure::theNextPlanSharesLayers()
{
    ChartSpec spec = specOf(QStringLiteral("NVDA,AVGO"), "2025-01-14", "2025-02-14", "2025-01-24");
    spec.tolerant = true;
    spec.view = core::TimeRange{at("2025-01-14T14:30:00Z"), at("2025-01-24T21:00:00Z")};
    const ChartContent content = m_sample.daily(spec);
    const auto first = ChartPlan::make(spec, content).value();
    spec.view->end = at("2025-01-27T21:00:00Z");
    const auto second = ChartPlan::make(spec, content, first.get()).value();
    QCOMPARE(second->panes[0].curves[0].layer, first->panes[0].curves[0].layer);
    QCOMPARE(second->timeScale, first->timeScale);
    QCOMPARE(second->days.back().date, day("2025-01-27"));
    spec.base = day("2025-01-27");
    const auto third = ChartPlan::make(spec, content, second.get()).value();
    QVERIFY(third->panes[0].curves[0].layer != first->panes[0].curves[0].layer);
    QCOMPARE(third->base, day("2025-01-27"));
}

void TestMeasure::closedMarketsRest()
{
    // 20 January 2025 was a holiday in New York, not in Frankfurt.
    const ChartContent content = m_sample.daily(QStringList{QStringLiteral("NVDA"), QStringLiteral("SAP.DE")});
    const auto scale = std::make_shared<const core::TimeScale>(content.timeScale);
    const auto bars = content.curves.at(QStringLiteral("NVDA")).bars;
    const BarPlaces shared(bars, scale, BarPlace::Middle);
    const auto alone = m_sample.daily(QStringList{QStringLiteral("NVDA")});
    const BarPlaces own(bars, std::make_shared<const core::TimeScale>(alone.timeScale), BarPlace::Middle);
    for (std::size_t i = 1; i < bars->bars.size(); ++i) {
        const bool afterHoliday = bars->bars[i].session == day("2025-01-21");
        if (bars->bars[i].session > day("2025-01-13") && bars->bars[i].session < day("2025-02-15"))
            QCOMPARE(shared.restsUntil(i).has_value(), afterHoliday);
        QVERIFY(!own.restsUntil(i));
    }
}

QTEST_MAIN(TestMeasure)
#include "tst_measure.moc"
