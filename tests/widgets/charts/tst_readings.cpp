// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include "StackBench.h"
#include <charts/ChartStack.h>
#include <charts/EndLabels.h>
#include <charts/Measure.h>
#include <charts/PaneReadings.h>

#include <QTest>

#include <algorithm>

using namespace tickmark;
using namespace tickmark::charts;
using tests::at;
using tests::day;
using tests::specOf;

namespace {

const QString kFourZones = QStringLiteral("NVDA,ASML.AS,BTC-USD,9984.T");

core::TimeRange january()
{
    return {at("2025-01-13T12:00:00Z"), at("2025-02-14T21:00:00Z")};
}

} // namespace

//! A date over a later quote is looking into the future: figures must be those of the session that is named.
class TestReadings : public QObject, private tests::StackBench
{
    Q_OBJECT

private Q_SLOTS:
    void neverALaterSession_data();
    void neverALaterSession();
    void figuresOfOneDay_data();
    void figuresOfOneDay();
    void measuredRanges_data();
    void measuredRanges();
    void noBarNoVolume();
    void curvesRunOnToTheEdge();
    void onlyTheEndOfTheDataIsToldSo_data();
    void onlyTheEndOfTheDataIsToldSo();
    void theBaseIsAQuotedSession_data();
    void theBaseIsAQuotedSession();
    void theWheelReachesIntradayBars();

private:
    std::shared_ptr<const ChartPlan> plan(ChartSpec spec, TimeMode time, const char *zone,
                                          core::TimeRange view = january()) const
    {
        spec.tolerant = true;
        spec.view = view;
        spec.time = time;
        ChartContent content = m_files.daily(spec);
        content.zone = *core::ZoneRules::load(zone);
        return ChartPlan::make(spec, content).value();
    }

    static std::unique_ptr<ChartStack> stackOf(const std::shared_ptr<const ChartPlan> &plan)
    {
        return ChartStack::create(plan, {QSizeF(1200, 900), 1.0, ChartMetrics::screen(), {}, {}, {}}).value();
    }

    static std::vector<QString> readingsOn(const ChartPlan &plan, const ChartStack &stack, const char *close)
    {
        std::vector<QString> texts;
        for (const PaneReading &pane : readingsAt(stack.panes(), *stopBy(plan, at(close)))) {
            for (const CurveReading &curve : pane.curves)
                texts.push_back(curve.text);
        }
        return texts;
    }

    tests::SampleContent m_files;
};

void TestReadings::neverALaterSession_data()
{
    QTest::addColumn<bool>("calendarTime");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("first");
    for (const char *zone : {"America/New_York", "Asia/Tokyo", "UTC", "Europe/Berlin", "Pacific/Auckland"}) {
        for (const char *first : {"NVDA", "ASML.AS", "BTC-USD", "9984.T", "EURUSD"}) {
            for (const bool calendarTime : {false, true})
                QTest::addRow("%s first, %s, %s", first, zone, calendarTime ? "calendar" : "trading")
                    << calendarTime << QByteArray(zone) << QString::fromLatin1(first);
        }
    }
}

void TestReadings::neverALaterSession()
{
    QFETCH(bool, calendarTime);
    QFETCH(QByteArray, zone);
    QFETCH(QString, first);
    QStringList symbols = m_files.symbols();
    symbols.removeAll(first);
    symbols.prepend(first);
    const auto made = plan(specOf(symbols.join(u','), "2025-01-13", "2025-02-14", "2025-01-24"),
                           calendarTime ? TimeMode::Calendar : TimeMode::Trading, zone.constData());
    const ChartContent content = m_files.daily(symbols);
    const auto check = [&](const CrosshairStop &stop) {
        for (const PlannedCurve &curve : made->panes[0].curves) {
            const auto &bars = content.curves.at(curve.symbol).bars->bars;
            auto expected = std::ranges::upper_bound(bars, stop.session, {}, &core::Bar::session);
            const auto quote = curve.layer->quoteAt(made->timeScale, stop.moment());
            QCOMPARE(quote.has_value(), expected != bars.begin());
            if (!quote)
                continue;
            --expected;
            QCOMPARE(quote->session, expected->session);
            QVERIFY(quote->session <= stop.session);
        }
        // The stop is found again by its time, as when other bars arrive under it.
        QCOMPARE(stopBy(*made, stop.time), std::optional(stop));
    };
    for (const PlannedCurve &curve : made->panes[0].curves) {
        if (curve.calendar->isRoundTheClock() && !calendarTime)
            continue;
        for (const core::Session &session : curve.calendar->sessions(day("2025-01-13"), day("2025-02-14"))) {
            const auto stop = stopBy(*made, session.hours.end);
            QVERIFY(stop);
            // Another exchange may have opened on the next date by then.
            QVERIFY(stop->session == session.date || stop->session == session.date.plusDays(1));
            check(*stop);
        }
    }
    const AxisRange view = made->view();
    for (qint64 axis = view.begin; axis < view.end; axis += core::kNsPerDay / 8)
        check(*stopAt(*made, axis));
}

void TestReadings::figuresOfOneDay_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"America/New_York", "Asia/Tokyo", "UTC", "Europe/Berlin", "Pacific/Auckland"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestReadings::figuresOfOneDay()
{
    QFETCH(QByteArray, zone);
    for (const TimeMode time : {TimeMode::Trading, TimeMode::Calendar}) {
        const auto made = plan(specOf(kFourZones, "2025-01-13", "2025-02-14", "2025-01-24"), time, zone.constData());
        const auto stack = stackOf(made);
        const std::vector<QString> texts = readingsOn(*made, *stack, "2025-01-28T21:00:00Z");
        QCOMPARE(texts.size(), 4U);
        QCOMPARE(texts[1], QStringLiteral("\u22127.72"));
        QCOMPARE(texts[2], QStringLiteral("\u22123.33"));
        QCOMPARE(texts[3], QStringLiteral("\u221213.11"));
    }
}

void TestReadings::measuredRanges_data()
{
    figuresOfOneDay_data();
}

void TestReadings::measuredRanges()
{
    QFETCH(QByteArray, zone);
    for (const TimeMode time : {TimeMode::Trading, TimeMode::Calendar}) {
        const auto made = plan(specOf(kFourZones, "2025-01-13", "2025-02-14", "2025-01-24"), time, zone.constData());
        const Measurement range = measure(*made, *stopBy(*made, at("2025-01-28T21:00:00Z")),
                                          *stopBy(*made, at("2025-01-24T21:00:00Z")));
        QCOMPARE(range.from.session, day("2025-01-24"));
        QCOMPARE(*range.panes[0][1].to, 646.60);
        QCOMPARE(*range.panes[0][2].from, 104819.48);
        QCOMPARE(range.sessions, 2);
    }
}

void TestReadings::noBarNoVolume()
{
    // 20 January 2025 was a holiday in New York, not in Frankfurt.
    ChartSpec spec = specOf(QStringLiteral("SAP.DE;NVDA;NVDA;volume:NVDA"), "2025-01-13", "2025-02-14");
    spec.panes[2].curve = CurveType::Candles;
    const auto made = plan(spec, TimeMode::Trading, "Europe/Berlin");
    const auto stack = stackOf(made);
    const std::vector<QString> holiday = readingsOn(*made, *stack, "2025-01-20T16:30:00Z");
    QVERIFY2(holiday[1].contains(QLatin1String("(17 Jan)")), qPrintable(holiday[1]));
    QCOMPARE(holiday[2], QStringLiteral("\u2013"));
    QCOMPARE(holiday[3], QStringLiteral("\u2013"));
    const std::vector<QString> open = readingsOn(*made, *stack, "2025-01-21T21:00:00Z");
    QVERIFY(!open[1].contains(u'('));
    QVERIFY(open[2].startsWith(u'O'));
    QVERIFY(open[3].front().isDigit());
}

void TestReadings::curvesRunOnToTheEdge()
{
    // The slot of the 28th is cut before its middle.
    const auto made = plan(specOf(QStringLiteral("NVDA,AVGO"), "2025-01-13", "2025-02-14", "2025-01-24"),
                           TimeMode::Trading, "America/New_York",
                           {at("2025-01-14T14:30:00Z"), at("2025-01-28T16:00:00Z")});
    const auto stack = stackOf(made);
    const PaneContext &pane = stack->panes().front();
    const QList<QPolygonF> lines = made->panes[0].curves[0].layer->outline(pane.frame());
    QCOMPARE(lines.size(), 1);
    QVERIFY(std::abs(lines.front().constLast().x() - pane.plot.right()) <= 1);
    for (const EndLabel &label : endLabels(pane)) {
        QCOMPARE(label.last.session, day("2025-01-27"));
        QVERIFY2(label.note.isEmpty(), qPrintable(label.note));
    }
    // Head and labels speak of the same session.
    QCOMPARE(lastStop(*made)->session, day("2025-01-27"));
}

void TestReadings::onlyTheEndOfTheDataIsToldSo_data()
{
    figuresOfOneDay_data();
}

void TestReadings::onlyTheEndOfTheDataIsToldSo()
{
    QFETCH(QByteArray, zone);
    const ChartSpec spec = specOf(kFourZones, "2025-01-13", "2025-02-14", "2025-01-24");
    for (const TimeMode time : {TimeMode::Trading, TimeMode::Calendar}) {
        const auto inside = plan(spec, time, zone.constData(), {january().begin, at("2025-01-28T22:00:00Z")});
        for (const EndLabel &label : endLabels(stackOf(inside)->panes().front()))
            QVERIFY2(label.note.isEmpty(), qPrintable(label.name + label.note));
        const auto beyond = plan(spec, time, zone.constData(), {january().begin, at("2025-12-01T22:00:00Z")});
        for (const EndLabel &label : endLabels(stackOf(beyond)->panes().front()))
            QVERIFY2(label.note.startsWith(QLatin1String("as of")), qPrintable(label.name + label.note));
    }
}

void TestReadings::theBaseIsAQuotedSession_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QString>("note");
    const auto bars = m_files.daily(QStringList{QStringLiteral("NVDA")}).curves.at(QStringLiteral("NVDA")).bars;
    const core::SessionDate last = bars->bars.back().session;
    const QString lastNote = QStringLiteral("change since %1 in %").arg(core::Formats(QStringLiteral("en")).date(last));
    QTest::newRow("quoted") << QByteArray("2025-01-24") << QStringLiteral("change since 24 Jan 2025 in %");
    QTest::newRow("a Sunday") << QByteArray("2025-01-26") << QStringLiteral("change since 24 Jan 2025 in %");
    QTest::newRow("the last") << QByteArray::fromStdString(last.iso()) << lastNote;
    QTest::newRow("after the last") << QByteArray::fromStdString(last.plusDays(5).iso()) << lastNote;
    QTest::newRow("long after") << QByteArray::fromStdString(last.plusDays(200).iso()) << lastNote;
}

void TestReadings::theBaseIsAQuotedSession()
{
    QFETCH(QByteArray, base);
    QFETCH(QString, note);
    const auto made = plan(specOf(QStringLiteral("NVDA,AVGO"), "2025-01-13", "2025-02-14", base.constData()),
                           TimeMode::Trading, "America/New_York");
    QCOMPARE(made->panes[0].note, note);
    QCOMPARE(made->base, made->panes[0].curves[0].base->session);
    for (const EndLabel &label : endLabels(stackOf(made)->panes().front()))
        QVERIFY2(!label.note.startsWith(QLatin1String("base")), qPrintable(label.note));
}

void TestReadings::theWheelReachesIntradayBars()
{
    QVERIFY(open());
    ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-14", "2025-02-14");
    ChartContent content = m_files.daily(spec);
    content.hasIntraday = true;
    m_view->setChart(spec, content);
    m_view->setSessions(day("2025-01-14"), day("2025-02-14"));
    const auto session = content.curves.at(QStringLiteral("NVDA")).bars->calendar->session(day("2025-01-27"));
    const core::Time noon{(session->hours.begin.ns + session->hours.end.ns) / 2};
    for (int i = 0; i < 40; ++i) {
        m_view->setCrosshair(noon);
        m_view->zoom(1.25, noon);
    }
    QCOMPARE(m_view->viewRange().begin, session->hours.begin);
    // Until the next opening: nothing else is in view.
    const auto next = content.curves.at(QStringLiteral("NVDA")).bars->calendar->sessionAfter(day("2025-01-27"));
    QCOMPARE(m_view->viewRange().end, next->hours.begin);

    ChartContent minutes = m_files.nvidia5Minutes();
    minutes.hasIntraday = true;
    m_view->setChart(spec, minutes);
    QCOMPARE(m_view->viewRange().begin, session->hours.begin);
    m_view->setCrosshair(at("2025-01-27T16:03:20Z"));
    QCOMPARE(m_view->crosshair(), std::optional(at("2025-01-27T16:00:00Z")));
    m_view->zoom(1.25, noon);
    QVERIFY(m_view->viewRange().begin > session->hours.begin);
    for (int i = 0; i < 8; ++i)
        m_view->zoom(0.8, noon);
    QVERIFY(m_view->viewRange().begin < session->hours.begin);
    QVERIFY(m_view->viewRange().end > next->hours.begin);
    m_view->setChart(spec, content);
    m_view->zoom(0.8, noon);
    QVERIFY(m_view->viewRange().end > next->hours.end);

    content.hasIntraday = false;
    m_view->setChart(spec, content);
    m_view->setSessions(day("2025-01-14"), day("2025-02-14"));
    for (int i = 0; i < 40; ++i)
        m_view->zoom(1.25, noon);
    QVERIFY(m_view->viewRange().end.ns - m_view->viewRange().begin.ns > 4 * core::kNsPerDay);
    close();
}

QTEST_MAIN(TestReadings)
#include "tst_readings.moc"
