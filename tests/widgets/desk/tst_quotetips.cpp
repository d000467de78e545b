// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/store/StoreTestSupport.h"
#include "../../models/tables/SessionSupport.h"
#include <charts/StackView.h>

#include <QHelpEvent>
#include <QSignalSpy>
#include <QToolTip>

#include <desk/ChartDesk.h>
#include <desk/QuoteTips.h>

using namespace tickmark;
using charts::HoveredQuote;
using charts::StackView;

//! What the pointer is told when it rests on a curve.
class TestQuoteTips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsOfATip();
    void saysHowAValueCame_data();
    void saysHowAValueCame();
    void foreignTextsAreNoMarkup();
    void theRealCaseOfTwoSources();
    void besideTheCurveNothingIsTold();

private:
    void open();
    //! Rests the pointer on places of the chart until one is on a quote of `session`.
    std::optional<HoveredQuote> restOn(StackView &view, core::SessionDate session);

    tables::TestSession m_session;
    const core::SessionDate m_day = *core::SessionDate::fromIso("2025-01-27");
};

void TestQuoteTips::wordsOfATip()
{
    const auto zone = *core::ZoneRules::load("America/New_York");
    const HoveredQuote daily{QStringLiteral("Nvidia"), 1, 2, m_day, {}, 118.42, 2};
    const core::Formats english(QStringLiteral("en"));
    QCOMPARE(desk::quoteTip(daily, nullptr, english, zone), QStringLiteral("Nvidia, 27 Jan 2025\nClose: 118.42"));
    pipeline::QuoteProvenance known{QStringLiteral("yahoo"),
                                    {QStringLiteral("https://host/chart/NVDA")},
                                    core::parseIsoTime("2025-02-15T00:00:00Z"),
                                    core::Price{11842, 2},
                                    {},
                                    pipeline::QuoteArrival::Fetched};
    core::Series iex;
    iex.source = QStringLiteral("IEX");
    known.others.push_back({iex, {11851, 2}, 0.076});
    QCOMPARE(desk::quoteTip(daily, &known, english, zone),
             QStringLiteral("Nvidia, 27 Jan 2025\nClose: 118.42\nSource: yahoo\n"
                            "https://host/chart/NVDA, fetched on 14 Feb 2025, 19:00 EST\nIEX: 118.51 (+0.08%)"));
    QVERIFY(desk::quoteTip(daily, &known, core::Formats(QStringLiteral("de")), zone)
                .endsWith(QStringLiteral("IEX: 118,51 (+0,08\u00A0%)")));
    const HoveredQuote tick{QStringLiteral("SPY"), 1, 2, m_day, core::parseIsoTime("2025-01-27T14:30:00.250Z"), 597, 2};
    QCOMPARE(desk::quoteTip(tick, nullptr, english, zone),
             QStringLiteral("SPY, 27 Jan 2025, 09:30:00.250 EST\nPrice: 597.00"));
}

void TestQuoteTips::saysHowAValueCame_data()
{
    QTest::addColumn<int>("arrival");
    QTest::addColumn<QString>("text");
    using pipeline::QuoteArrival;
    QTest::newRow("file") << int(QuoteArrival::Imported) << QStringLiteral("that, imported on 15 Feb 2025, 01:00 CET");
    QTest::newRow("network") << int(QuoteArrival::Fetched) << QStringLiteral("that, fetched on 15 Feb 2025, 01:00 CET");
    QTest::newRow("by hand") << int(QuoteArrival::Corrected)
                             << QStringLiteral("that, entered on 15 Feb 2025, 01:00 CET");
}

void TestQuoteTips::saysHowAValueCame()
{
    QFETCH(int, arrival);
    QFETCH(QString, text);
    const HoveredQuote daily{QStringLiteral("Nvidia"), 1, 2, m_day, {}, 118.42, 2};
    const pipeline::QuoteProvenance known{QStringLiteral("file"),
                                          {QStringLiteral("that")},
                                          core::parseIsoTime("2025-02-15T00:00:00Z"),
                                          core::Price{11842, 2},
                                          {},
                                          pipeline::QuoteArrival(arrival)};
    const QString tip = desk::quoteTip(daily, &known, core::Formats(QStringLiteral("en")),
                                       *core::ZoneRules::load("Europe/Berlin"));
    QVERIFY2(tip.endsWith(QStringLiteral("Source: File\n") + text), qPrintable(tip));
}

std::optional<HoveredQuote> TestQuoteTips::restOn(StackView &view, core::SessionDate session)
{
    std::optional<HoveredQuote> found;
    const auto connection = connect(&view, &StackView::quoteHovered, this, [&](const HoveredQuote &quote) {
        if (quote.session == session)
            found = quote;
    });
    for (int x = 60; x < view.width() && !found; x += 12) {
        for (int y = 40; y < view.height() && !found; y += 12) {
            QHelpEvent rest(QEvent::ToolTip, QPoint(x, y), view.mapToGlobal(QPoint(x, y)));
            QCoreApplication::sendEvent(&view, &rest);
        }
    }
    disconnect(connection);
    return found;
}

void TestQuoteTips::open()
{
    using namespace store;
    m_session.close();
    QFile::remove(m_session.path());
    QVERIFY(m_session.openWith([&](StoreWriter &writer) -> core::Result<> {
        core::Instrument instrument = makeInstrument(text("NVDA"));
        instrument.mic = text("XNAS");
        const auto added = writer.addInstrument(instrument).result();
        std::vector<BarRow> daily;
        for (const auto &[iso, close] :
             {std::pair("2025-01-23", 14722), std::pair("2025-01-24", 14262), std::pair("2025-01-27", 11842),
              std::pair("2025-01-28", 12899), std::pair("2025-01-29", 12370)})
            daily.push_back(dailyRow(core::SessionDate::fromIso(iso)->days(), close));
        const auto yahoo = writer.importBars(importOf({dailySeries(1, "Yahoo")}, daily, "<b>NVDA</b>.json")).result();
        BarRow last = dailyRow(0, 11851);
        last.bar.start = *core::parseIsoTime("2025-01-27T20:55:00Z");
        SeriesKey intraday = dailySeries(1, "IEX");
        intraday.intervalNs = 5 * core::kNsPerMinute;
        const auto iex = writer.importBars(importOf({intraday}, {last}, "iex.csv")).result();
        if (!yahoo || !iex)
            return tl::unexpected(yahoo ? iex.error() : yahoo.error());
        return added.map([](qint64) {});
    }));
}

void TestQuoteTips::foreignTextsAreNoMarkup()
{
    open();
    style::Appearance appearance(QStringLiteral("en"));
    desk::ChartDesk desk(appearance);
    desk.resize(900, 600);
    desk.show();
    QVERIFY(QTest::qWaitForWindowExposed(&desk));
    desk.setSession(m_session.get());
    desk.addPane({QStringLiteral("NVDA")});
    auto *view = desk.findChild<StackView *>();
    QTRY_VERIFY(!view->readings().empty());
    QVERIFY(restOn(*view, m_day));
    QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("&lt;b&gt;NVDA")));
    QToolTip::hideText();
}

void TestQuoteTips::theRealCaseOfTwoSources()
{
    open();
    style::Appearance appearance(QStringLiteral("en"));
    desk::ChartDesk desk(appearance);
    desk.resize(900, 600);
    desk.show();
    QVERIFY(QTest::qWaitForWindowExposed(&desk));
    desk.setSession(m_session.get());
    desk.addPane({QStringLiteral("NVDA")});
    auto *view = desk.findChild<StackView *>();
    QTRY_VERIFY(!view->readings().empty());
    const auto quote = restOn(*view, m_day);
    QVERIFY(quote);
    QCOMPARE(quote->price, 118.42);
    QTRY_VERIFY2(QToolTip::text().contains(QStringLiteral("118.51 (+0.08%)")), qPrintable(QToolTip::text()));
    QVERIFY(QToolTip::text().contains(QStringLiteral("Source: Yahoo")));
    // Asked once: the second time it is known at once.
    QToolTip::hideText();
    view->showQuoteTip({}, QStringLiteral("of another place"));
    QVERIFY(!QToolTip::text().contains(QStringLiteral("another place")));
    QVERIFY(restOn(*view, m_day));
    QVERIFY(QToolTip::text().contains(QStringLiteral("118.51 (+0.08%)")));
    QToolTip::hideText();
}

void TestQuoteTips::besideTheCurveNothingIsTold()
{
    open();
    style::Appearance appearance(QStringLiteral("en"));
    desk::ChartDesk desk(appearance);
    desk.resize(900, 600);
    desk.show();
    QVERIFY(QTest::qWaitForWindowExposed(&desk));
    desk.setSession(m_session.get());
    desk.addPane({QStringLiteral("NVDA")});
    auto *view = desk.findChild<StackView *>();
    QTRY_VERIFY(!view->readings().empty());
    QSignalSpy hovered(view, &StackView::quoteHovered);
    for (const QPoint place : {QPoint(view->width() - 3, 200), QPoint(5, 200), QPoint(300, 5)}) {
        QHelpEvent rest(QEvent::ToolTip, place, view->mapToGlobal(place));
        QCoreApplication::sendEvent(view, &rest);
    }
    QCOMPARE(hovered.count(), 0);
}

QTEST_MAIN(TestQuoteTips)
#include "tst_quotetips.moc"
