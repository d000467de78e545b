// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreDump.h"
#include "JudgingBench.h"

#include <cmath>

using namespace tickmark;
using namespace tickmark::store;
using namespace tickmark::test;
using claims::Basis;
using claims::VerdictCode;

namespace {

BarRow intradayRow(const char *start, qint64 low, qint64 high, int decimals = 2)
{
    BarRow row = dailyRow(0, low, decimals);
    row.bar.start = *core::parseIsoTime(start);
    row.bar.low = row.bar.open = low;
    row.bar.high = row.bar.close = high;
    return row;
}

claims::Claim value(qint64 instrumentId, double down, const char *currency)
{
    claims::Claim claim = percent(instrumentId, down);
    claim.kind = claims::ClaimKind::Value;
    claim.unit = text(currency);
    claim.lowHalfUnit = claim.highHalfUnit = 5e8;
    return claim;
}

} // namespace

//! Verdicts from real stores: which quotes they rest on.
class TestClaimJudging : public QObject, private JudgingBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void neverFromOtherThanTradedQuotes_data();
    void neverFromOtherThanTradedQuotes();
    void sourceThatComesFirstDecides();
    void filesAreNamed();
    void splitIsNotAMove();
    void splitInTheQuotesIsNotAppliedTwice();
    void ratesAreFound_data();
    void ratesAreFound();
    void latestShareCountBeforeTheDay();
    void quotesBeforeTheOpening();
    void whatIsKeptOfOneClaimDoesNotChangeTheNext();
    void ticksDateTheMoment();
    void quotesOnAHolidayMakeASession();

private:
    claims::Verdict judge(const claims::Claim &claim);
    //! Of the quotes of the verdict on `claim`, each once, in their order.
    QStringList sourcesOf(const claims::Claim &claim)
    {
        QStringList names;
        for (const claims::QuoteUsed &quote : judge(claim).quotes)
            names.append(quote.source);
        names.removeDuplicates();
        return names;
    }
};

claims::Verdict TestClaimJudging::judge(const claims::Claim &claim)
{
    pipeline::ClaimJudge judge(*m_reader, m_calendars, *m_reader->instruments(), kNow);
    const auto judged = judge.judge(claim, kPublished);
    if (!judged)
        qWarning("%s", qPrintable(judged.error().message));
    return judged ? judged->verdict : claims::Verdict{};
}

void TestClaimJudging::neverFromOtherThanTradedQuotes_data()
{
    QTest::addColumn<core::SeriesKind>("kind");
    QTest::addColumn<bool>("chosen");
    QTest::newRow("simulated") << core::SeriesKind::Simulated << false;
    QTest::newRow("simulated, chosen for the charts") << core::SeriesKind::Simulated << true;
    QTest::newRow("dividend-adjusted") << core::SeriesKind::DividendAdjusted << false;
    QTest::newRow("dividend-adjusted, chosen for the charts") << core::SeriesKind::DividendAdjusted << true;
}

void TestClaimJudging::neverFromOtherThanTradedQuotes()
{
    QFETCH(core::SeriesKind, kind);
    QFETCH(bool, chosen);
    usualBars("better", kind);
    if (chosen)
        VERIFY_RESULT(m_writer->setPreferredSeries(m_nvidia, SeriesUse::Daily, m_reader->seriesOf(m_nvidia)->front().id)
                          .result());
    QCOMPARE(judge(percent(m_nvidia, 17)).code, VerdictCode::NoData);
    add(m_nvidia, {bar(kFriday, 10000), bar(kMonday, 9500)}); // traded: 5 %
    QCOMPARE(judge(percent(m_nvidia, 5)).code, VerdictCode::Close);
}

void TestClaimJudging::sourceThatComesFirstDecides()
{
    usualBars("first");
    add(m_nvidia, {bar(kFriday, 10000), bar(kMonday, 9500)}, "second");
    QCOMPARE(judge(percent(m_nvidia, 17)).code, VerdictCode::Close);
    VERIFY_RESULT(m_writer->ensureSource({0, text("second"), text("file"), 3}).result());
    QCOMPARE(judge(percent(m_nvidia, 5)).code, VerdictCode::Close);
    // the user's choice goes before the order of the sources
    const auto all = m_reader->seriesOf(m_nvidia);
    VERIFY_RESULT(all);
    for (const core::Series &series : *all) {
        if (series.source == text("first"))
            VERIFY_RESULT(m_writer->setPreferredSeries(m_nvidia, SeriesUse::Daily, series.id).result());
    }
    QCOMPARE(judge(percent(m_nvidia, 17)).code, VerdictCode::Close);
}

//! "Source: file" would tell nobody where a quote came from.
void TestClaimJudging::filesAreNamed()
{
    const auto addFrom = [this](const char *file, BarRow row, SeriesKey key) {
        VERIFY_RESULT(m_writer->importBars(importOf({key}, {row}, file)).result());
    };
    addFrom("a.csv", bar(kFriday, 14262), dailySeries(m_nvidia));
    addFrom("a.csv", bar(kMonday, 11842), dailySeries(m_nvidia));
    QCOMPARE(sourcesOf(percent(m_nvidia, 17)), QStringList{text("a.csv")});
    addFrom("b.csv", bar(kMonday, 11841), dailySeries(m_nvidia)); // takes the place of the former
    QCOMPARE(sourcesOf(percent(m_nvidia, 17)), (QStringList{text("a.csv"), text("b.csv")}));
    SeriesKey early = dailySeries(m_nvidia);
    early.intervalNs = 5 * core::kNsPerMinute;
    addFrom("early.csv", intradayRow("2025-01-27T13:00:00Z", 12551, 12560), early);
    QVERIFY(sourcesOf(percent(m_nvidia, 12)).contains(text("early.csv")));
    VERIFY_RESULT(m_writer
                      ->importShares({text("file"), ImportKind::Shares, text("s.csv"), core::Time{1}},
                                     {{m_nvidia, kFriday, 1'000'000'000}})
                      .result());
    QVERIFY(sourcesOf(value(m_nvidia, 24.2e9, "USD")).contains(text("s.csv")));
    // what a provider brought has the provider's name
    VERIFY_RESULT(m_writer->ensureSource({0, text("yahoo"), text("http"), 9}).result());
    usualBars("yahoo");
    QCOMPARE(sourcesOf(percent(m_nvidia, 17)), QStringList{text("yahoo")});
}

void TestClaimJudging::splitIsNotAMove()
{
    add(m_nvidia, {bar(kFriday, 100000), bar(kMonday, 9500)}); // ten for one between the two
    runForeignSql(m_folder->store(),
                  "INSERT INTO corporate_actions SELECT 1, 20115, 'split', 10, 1, NULL, NULL, NULL, id "
                  "FROM imports LIMIT 1");
    const claims::Verdict verdict = judge(percent(m_nvidia, 5));
    QCOMPARE(verdict.code, VerdictCode::Close);
    QVERIFY(std::abs(*verdict.measured + 5) < 1e-9);
}

void TestClaimJudging::splitInTheQuotesIsNotAppliedTwice()
{
    SeriesKey key = dailySeries(m_nvidia);
    key.splitsUntil = kMonday;
    VERIFY_RESULT(m_writer->importBars(importOf({key}, {bar(kFriday, 10000), bar(kMonday, 9500)})).result());
    runForeignSql(m_folder->store(),
                  "INSERT INTO corporate_actions SELECT 1, 20115, 'split', 10, 1, NULL, NULL, NULL, id "
                  "FROM imports LIMIT 1");
    QCOMPARE(judge(percent(m_nvidia, 5)).code, VerdictCode::Close);
}

void TestClaimJudging::ratesAreFound_data()
{
    QTest::addColumn<QStringList>("pairs");
    QTest::addColumn<bool>("found");
    QTest::newRow("none") << QStringList{} << false;
    QTest::newRow("direct") << QStringList{text("USDEUR")} << true;
    QTest::newRow("inverse") << QStringList{text("EURUSD")} << true;
    QTest::newRow("as Yahoo writes it") << QStringList{text("EURUSD=X")} << true;
    QTest::newRow("of other currencies") << QStringList{text("GBPJPY")} << false;
    QTest::newRow("across the dollar") << QStringList{text("USDEUR"), text("USDJPY")} << true;
}

void TestClaimJudging::ratesAreFound()
{
    QFETCH(QStringList, pairs);
    QFETCH(bool, found);
    const bool isCross = pairs.size() == 2;
    if (isCross) // quoted in yen, claimed in euros
        m_nvidia = *m_writer->addInstrument(instrument("7203.T", "XNAS", "JPY")).result();
    usualBars();
    VERIFY_RESULT(m_writer
                      ->importShares({text("file"), ImportKind::Shares, text("s.csv"), core::Time{1}},
                                     {{m_nvidia, kFriday, 1'000'000'000}})
                      .result());
    for (const QString &pair : pairs) {
        const auto id =
            m_writer->addInstrument(instrument(pair.toUtf8(), "FX", "EUR", core::InstrumentKind::Fx)).result();
        VERIFY_RESULT(id);
        // one dollar is 0.8 euros, 1.25 the other way round, and 200 yen
        const qint64 rate = pair.startsWith(text("USDE")) ? 80 : pair.startsWith(text("USDJ")) ? 20000 : 125;
        add(*id, {dailyRow(kFriday.days(), rate), dailyRow(kMonday.days(), rate)});
    }
    // 24.20 a share and 10^9 shares
    const double inEuros = isCross ? 24.2e9 / 200 * 0.8 : 24.2e9 * 0.8;
    const claims::Verdict verdict = judge(value(m_nvidia, inEuros, "EUR"));
    QCOMPARE(verdict.code, found ? VerdictCode::Close : VerdictCode::NoData);
    if (!found)
        QCOMPARE(verdict.missing, claims::Missing::Rate);
    else
        QVERIFY(std::abs(*verdict.measured / -inEuros - 1) < 1e-9);
}

void TestClaimJudging::latestShareCountBeforeTheDay()
{
    usualBars();
    const ImportOrigin origin{text("file"), ImportKind::Shares, text("s.csv"), core::Time{1}};
    QCOMPARE(judge(value(m_nvidia, 24.2e9, "USD")).missing, claims::Missing::ShareCount);
    VERIFY_RESULT(m_writer
                      ->importShares(origin, {{m_nvidia, kFriday.plusDays(-400), 5},
                                              {m_nvidia, kFriday.plusDays(-90), 1'000'000'000},
                                              {m_nvidia, kMonday.plusDays(60), 7}})
                      .result());
    QCOMPARE(judge(value(m_nvidia, 24.2e9, "USD")).code, VerdictCode::Close);
}

void TestClaimJudging::quotesBeforeTheOpening()
{
    usualBars();
    QCOMPARE(judge(percent(m_nvidia, 12)).code, VerdictCode::Contradicted);
    // 125.51 is 12 % below 142.62; three decimals where the daily bars have two
    add(m_nvidia, {intradayRow("2025-01-27T13:00:00Z", 125510, 125600, 3)}, "file", core::SeriesKind::Traded,
        5 * core::kNsPerMinute);
    const claims::Verdict verdict = judge(percent(m_nvidia, 12));
    QCOMPARE(verdict.code, VerdictCode::OtherBasis);
    QCOMPARE(verdict.basis, Basis::PreMarket);
}

//! Around the clock the hours before a session's opening are none: its own quotes must not stand for them.
void TestClaimJudging::whatIsKeptOfOneClaimDoesNotChangeTheNext()
{
    usualBars();
    add(m_nvidia, {intradayRow("2025-01-27T13:00:00Z", 12551, 12560)}, "file", core::SeriesKind::Traded,
        5 * core::kNsPerMinute);
    const qint64 bitcoin =
        *m_writer->addInstrument(instrument("BTC-USD", "", "USD", core::InstrumentKind::Crypto)).result();
    BarRow monday = dailyRow(kMonday.days(), 9900);
    monday.bar.high = 10000;
    monday.bar.low = 9500;
    add(bitcoin, {dailyRow(kMonday.plusDays(-1).days(), 10000), monday});
    add(bitcoin, {intradayRow("2025-01-27T08:00:00Z", 8799, 9500)}, "file", core::SeriesKind::Traded,
        5 * core::kNsPerMinute);
    pipeline::ClaimJudge judgeOfAll(*m_reader, m_calendars, *m_reader->instruments(), kNow);
    QList<VerdictCode> codes;
    for (const claims::Claim &claim : {percent(bitcoin, 5), percent(bitcoin, 12), percent(m_nvidia, 12),
                                       percent(bitcoin, 5), percent(m_nvidia, 12), percent(m_nvidia, 17)}) {
        const auto judged = judgeOfAll.judge(claim, kPublished);
        VERIFY_RESULT(judged);
        const claims::Verdict alone = judge(claim);
        QCOMPARE(judged->verdict.code, alone.code);
        QCOMPARE(judged->verdict.basis, alone.basis);
        QVERIFY(judged->verdict.touched == alone.touched);
        QCOMPARE(judged->verdict.quotes.size(), alone.quotes.size());
        for (std::size_t i = 0; i < alone.quotes.size(); ++i)
            QCOMPARE(judged->verdict.quotes[i].source, alone.quotes[i].source);
        codes.append(alone.code);
    }
    QCOMPARE(codes, (QList<VerdictCode>{VerdictCode::Intraday, VerdictCode::Contradicted, VerdictCode::OtherBasis,
                                        VerdictCode::Intraday, VerdictCode::OtherBasis, VerdictCode::Close}));
}

void TestClaimJudging::ticksDateTheMoment()
{
    BarRow monday = bar(kMonday, 11842);
    monday.bar.high = 12840;
    monday.bar.low = 11670;
    add(m_nvidia, {bar(kFriday, 14262), monday});
    claims::Verdict verdict = judge(percent(m_nvidia, 14.4)); // 122.08
    QCOMPARE(verdict.code, VerdictCode::Intraday);
    QVERIFY(!verdict.touched.has_value());

    const auto import =
        m_writer->beginTickImport({text("file"), ImportKind::Ticks, text("t.csv"), core::Time{1}}).result();
    VERIFY_RESULT(import);
    SeriesKey key = dailySeries(m_nvidia);
    key.field = core::QuoteField::Trade;
    TickSlice slice{key, 2, 0, {}};
    const core::Time opening = *core::parseIsoTime("2025-01-27T14:30:00Z");
    for (int i = 0; i < 1000; ++i) // falls by a cent a second, with every other tick above the first
        slice.ticks.push_back({core::Time{opening.ns + i * core::kNsPerSecond}, i % 2 == 0 ? 12840 - i : 12841, 1});
    VERIFY_RESULT(m_writer->addTicks(*import, slice).result());
    VERIFY_RESULT(m_writer->endTickImport(*import, {}).result());
    verdict = judge(percent(m_nvidia, 14.4));
    QCOMPARE(verdict.code, VerdictCode::Intraday);
    // -14.35 % is 122.154, so 122.15 and, at an even second, 122.14 is the first one traded
    QVERIFY(verdict.touched.has_value());
    const QString moment = QString::fromStdString(core::isoTime(core::Time{opening.ns + 626 * core::kNsPerSecond}));
    QCOMPARE(QString::fromStdString(core::isoTime(*verdict.touched)), moment);

    // Bars of the same quarter of an hour say less; such of hours without ticks say more.
    add(m_nvidia, {intradayRow("2025-01-27T14:30:00Z", 12200, 12840)}, "bars", core::SeriesKind::Traded,
        15 * 60 * core::kNsPerSecond);
    QCOMPARE(QString::fromStdString(core::isoTime(*judge(percent(m_nvidia, 14.4)).touched)), moment);
    add(m_nvidia, {intradayRow("2025-01-27T20:45:00Z", 11700, 11900)}, "bars", core::SeriesKind::Traded,
        15 * 60 * core::kNsPerSecond);
    QCOMPARE(core::isoTime(*judge(percent(m_nvidia, 14.4)).touched), core::isoTime(opening));
}

void TestClaimJudging::quotesOnAHolidayMakeASession()
{
    // 20 January 2025 was Martin Luther King Day: no session, unless the quotes say so
    const core::SessionDate holiday = *core::SessionDate::fromIso("2025-01-20");
    add(m_nvidia, {bar(holiday.plusDays(-3), 10000), bar(holiday, 9500), bar(kFriday, 14262), bar(kMonday, 11842)});
    claims::Claim claim = percent(m_nvidia, 5);
    claim.time.date = holiday;
    QCOMPARE(judge(claim).code, VerdictCode::Close);
}

QTEST_GUILESS_MAIN(TestClaimJudging)
#include "tst_claimjudging.moc"
