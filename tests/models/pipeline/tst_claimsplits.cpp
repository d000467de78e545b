// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreTestSupport.h"
#include <claims/ClaimJson.h>
#include <claims/Explanation.h>
#include <pipeline/ActionImportJob.h>
#include <pipeline/ClaimJudge.h>
#include <pipeline/ClaimUpkeep.h>

#include <array>

using namespace tickmark;
using namespace tickmark::store;
using claims::Basis;
using claims::VerdictCode;

namespace {

const core::SessionDate kMay = *core::SessionDate::fromIso("2024-05-24");
const core::SessionDate kFriday = *core::SessionDate::fromIso("2024-06-07");
const core::SessionDate kMonday = *core::SessionDate::fromIso("2024-06-10"); // ten for one
const core::SessionDate kLater = *core::SessionDate::fromIso("2025-01-27");
const core::Time kInMay = *core::parseIsoTime("2024-05-24T21:00:00Z");
const core::Time kOnFriday = *core::parseIsoTime("2024-06-07T21:00:00Z");
const core::Time kOnMonday = *core::parseIsoTime("2024-06-10T21:00:00Z");
const core::Time kNow = *core::parseIsoTime("2025-02-15T00:00:00Z");

//! `close` of that day as traded in cents, in the shares that the source keeps.
BarRow row(core::SessionDate session, qint64 close, bool isAdjusted)
{
    const bool isInOldShares = session < kMonday;
    BarRow made = dailyRow(session.days(), close, isAdjusted && isInOldShares ? 3 : 2);
    made.bar.high += isInOldShares ? 100 : 10;
    made.bar.low -= isInOldShares ? 100 : 10;
    return made;
}

claims::Claim claimOf(qint64 instrumentId, claims::ClaimKind kind, double value, double halfUnit, QStringView unit)
{
    claims::Claim claim;
    claim.kind = kind;
    claim.low = claim.high = value;
    claim.lowHalfUnit = claim.highHalfUnit = halfUnit;
    claim.unit = unit.toString();
    claim.subject = {instrumentId, text("NVDA"), text("Nvidia")};
    claim.text = text("x");
    return claim;
}

} // namespace

//! Verdicts on prices and moves around a split, and from several sources: as the author of the text saw them.
class TestClaimSplits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pricesAreThoseOfTheirTime_data() { kindsOfSources(); }
    void pricesAreThoseOfTheirTime();
    void intradayPricesAreThoseOfTheirTime_data() { kindsOfSources(); }
    void intradayPricesAreThoseOfTheirTime();
    void marketValueAcrossASplit_data() { kindsOfSources(); }
    void marketValueAcrossASplit();
    void pricesOfARoundingSourceAreKnownRoughly_data();
    void pricesOfARoundingSourceAreKnownRoughly();
    void aRoughPriceIsToldAsOne();
    void aRoughPriceSaysHowRough();
    void pricesKnownToTheCentAreNotRough();
    void oneLongerPriceMakesNoOtherExact();
    void tradedPricesAreNotRough();
    void aPriceBeforeASplitIsNoMove();
    void quotesOfSeveralSourcesNameTheirOwn();
    void aMoveIsToldByTheSourceThatHasBothCloses();
    void sourcesThatDisagreeAreNamed();
    void aRoughPriceOfAnotherSourceIsShort();
    void aSecondSourceHasItsClaimsJudgedAgain();
    void aSplitHasItsClaimsJudgedAgain();

private:
    static void kindsOfSources();
    //! As traded, or with all splits in the prices. Both have the split among the actions.
    void addBars(bool isAdjusted);
    void importRows(std::vector<BarRow> rows, const char *source = "file", const char *origin = "test.csv",
                    std::optional<core::SessionDate> splitsUntil = {}, qint64 intervalNs = core::Series::kDaily);
    void addSplit(const QByteArray &ratio = "10:1");
    claims::Verdict judge(const claims::Claim &claim, core::Time published);
    //! Adjusted prices that their source has rounded to cents.
    void addRoundedBars();
    //! A news item with that claim, judged.
    void addNews(const claims::Claim &claim, core::Time published);

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
    core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
    core::Instrument m_nvidia;
};

void TestClaimSplits::init()
{
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(m_folder->store(), {}));
    m_writer = std::move(*StoreWriter::open(m_folder->store()));
    m_reader = std::move(*StoreReader::open(m_folder->store()));
    m_nvidia = makeInstrument(text("NVDA"));
    m_nvidia.mic = text("XNAS");
    m_nvidia.id = *m_writer->addInstrument(m_nvidia).result();
}

void TestClaimSplits::cleanup()
{
    m_reader.reset();
    m_writer.reset();
    m_folder.reset();
}

void TestClaimSplits::kindsOfSources()
{
    QTest::addColumn<bool>("isAdjusted");
    QTest::newRow("as traded") << false;
    QTest::newRow("splits in the prices") << true;
}

void TestClaimSplits::importRows(std::vector<BarRow> rows, const char *source, const char *origin,
                                 std::optional<core::SessionDate> splitsUntil, qint64 intervalNs)
{
    SeriesKey key = dailySeries(m_nvidia.id, source);
    key.splitsUntil = splitsUntil;
    key.intervalNs = intervalNs;
    auto request = importOf({key}, std::move(rows), origin);
    request.origin.source = text(source);
    VERIFY_RESULT(m_writer->importBars(std::move(request)).result());
}

void TestClaimSplits::addBars(bool isAdjusted)
{
    importRows({row(kMay.plusDays(-1), 103799, isAdjusted), row(kMay, 106469, isAdjusted),
                row(kFriday, 120888, isAdjusted), row(kMonday, 12179, isAdjusted)},
               "file", "test.csv", isAdjusted ? std::optional(kLater) : std::nullopt);
    addSplit();
}

void TestClaimSplits::addSplit(const QByteArray &ratio)
{
    auto list = sources::openBytes("symbol,date,kind,ratio\nNVDA,2024-06-10,split," + ratio + '\n', text("splits.csv"));
    const std::array known{m_nvidia};
    VERIFY_RESULT(pipeline::importActions(**list, text("splits.csv"), text("file"), core::Time{1}, known, *m_writer));
}

claims::Verdict TestClaimSplits::judge(const claims::Claim &claim, core::Time published)
{
    pipeline::ClaimJudge judge(*m_reader, m_calendars, *m_reader->instruments(), kNow);
    const auto judged = judge.judge(claim, published);
    if (!judged)
        qWarning("%s", qPrintable(judged.error().message));
    return judged ? judged->verdict : claims::Verdict{};
}

void TestClaimSplits::addNews(const claims::Claim &claim, core::Time published)
{
    core::NewsItem item;
    item.guid = text("a");
    item.publisher = text("p");
    item.language = text("de");
    item.published = published;
    item.title = text("Kurse");
    NewsWithClaims news{item, {}};
    VERIFY_RESULT(
        m_writer->importNewsWithClaims({text("file"), ImportKind::News, text("a"), core::Time{1}}, {news}).result());
    VERIFY_RESULT(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow)); // by rules that are not ours
    const NewsText stored = m_reader->newsTexts(std::array{m_reader->news()->front().id})->front();
    const qint64 rules = *m_reader->textRules()->front().rules;
    VERIFY_RESULT(
        m_writer->replaceClaims({{stored.item.id, stored.importId, {rules, {}, {{ClaimPlace::Title, claim}}}}})
            .result());
    QCOMPARE(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow)->claims, 1);
}

void TestClaimSplits::pricesAreThoseOfTheirTime()
{
    using claims::ClaimKind;
    struct Case
    {
        const char *name;
        ClaimKind kind;
        double stated;
        core::Time published;
        std::optional<core::SessionDate> day; // when the text states it
        Basis basis;
        double measured;
    };
    const Case cases[] = {
        {"closed at 1,064.69", ClaimKind::Level, 1064.69, kInMay, {}, Basis::Close, 1064.69},
        {"1,208.88 on the eve", ClaimKind::Level, 1208.88, kOnFriday, {}, Basis::Close, 1208.88},
        {"121.79 on the ex date", ClaimKind::Level, 121.79, kOnMonday, {}, Basis::Close, 121.79},
        {"Friday's price in a text of Monday", ClaimKind::Level, 120.89, kOnMonday, kFriday, Basis::Close, 120.888},
        {"Friday's old price in a text of Monday", ClaimKind::Level, 1208.88, kOnMonday, kFriday,
         Basis::OtherAdjustment, 1208.88},
        {"a price that never was", ClaimKind::Level, 1108.88, kOnMonday, kFriday, Basis::None, 120.888},
        {"up 2.57 % in May", ClaimKind::Percent, 2.57, kInMay, {}, Basis::Close, 2.5723},
        {"up 26.70 dollars in May", ClaimKind::Points, 26.70, kInMay, {}, Basis::Close, 26.70},
        {"up 0.75 % across the split", ClaimKind::Percent, 0.75, kOnMonday, {}, Basis::Close, 0.7462},
        {"up 0.90 dollars across the split", ClaimKind::Points, 0.90, kOnMonday, {}, Basis::Close, 0.902},
        {"the split taken for a move", ClaimKind::Percent, 89.93, kOnMonday, {}, Basis::OtherAdjustment, -89.9254},
    };
    QFETCH(bool, isAdjusted);
    addBars(isAdjusted);
    for (const Case &one : cases) {
        claims::Claim claim = claimOf(m_nvidia.id, one.kind, one.stated, 0.005,
                                      one.kind == ClaimKind::Percent ? claims::kPercentUnit : QStringView(u"USD"));
        claim.time.date = one.day;
        const claims::Verdict verdict = judge(claim, one.published);
        QVERIFY2(verdict.basis == one.basis, one.name);
        if (one.basis == Basis::OtherAdjustment) // and the price that says so is the one that was traded
            QCOMPARE(core::toDouble(verdict.quotes.front().price), 1208.88);
        QVERIFY2(std::abs(verdict.measured.value_or(0) - one.measured) < 0.0001, one.name);
    }
}

void TestClaimSplits::intradayPricesAreThoseOfTheirTime()
{
    QFETCH(bool, isAdjusted);
    addBars(isAdjusted);
    BarRow early = row(kMay, 106100, isAdjusted); // 2.216 % above the close before
    early.bar.start = *core::parseIsoTime("2024-05-24T13:00:00Z");
    early.bar.high = early.bar.low = early.bar.close;
    importRows({early}, "file", "early.csv", isAdjusted ? std::optional(kLater) : std::nullopt, 5 * core::kNsPerMinute);
    const claims::Verdict verdict = judge(
        claimOf(m_nvidia.id, claims::ClaimKind::Percent, 2.217, 0.0005, claims::kPercentUnit), kInMay);
    QCOMPARE(verdict.basis, Basis::PreMarket);
}

void TestClaimSplits::marketValueAcrossASplit()
{
    QFETCH(bool, isAdjusted);
    addBars(isAdjusted);
    VERIFY_RESULT(m_writer
                      ->importShares({text("file"), ImportKind::Shares, text("s.csv"), core::Time{1}},
                                     {{m_nvidia.id, kMay.plusDays(-5), 2'460'000'000}})
                      .result());
    // 24.6 bn new shares, up 0.902 each
    const claims::Verdict monday = judge(claimOf(m_nvidia.id, claims::ClaimKind::Value, 22.2e9, 5e7, u"USD"),
                                         kOnMonday);
    QCOMPARE(monday.code, VerdictCode::Close);
    QVERIFY(std::abs(*monday.measured - 22.1892e9) < 1e6);
    // 2.46 bn old ones, up 26.70 each
    const claims::Verdict may = judge(claimOf(m_nvidia.id, claims::ClaimKind::Value, 65.7e9, 5e7, u"USD"), kInMay);
    QCOMPARE(may.code, VerdictCode::Close);
    QVERIFY(std::abs(*may.measured - 65.682e9) < 1e6);
}

void TestClaimSplits::addRoundedBars()
{
    const auto cents = [](core::SessionDate session, qint64 close) {
        BarRow made = dailyRow(session.days(), close);
        made.bar.high += 50;
        made.bar.low -= 50;
        return made;
    };
    // 1,037.99, 1,064.69, 1,208.88 as they were traded
    importRows({cents(kMay.plusDays(-1), 10380), cents(kMay, 10647), cents(kFriday, 12089), cents(kMonday, 12179)},
               "file", "test.csv", kLater);
    addSplit();
}

void TestClaimSplits::pricesOfARoundingSourceAreKnownRoughly_data()
{
    using claims::ClaimKind;
    QTest::addColumn<ClaimKind>("kind");
    QTest::addColumn<double>("stated");
    QTest::addColumn<core::Time>("published");
    QTest::addColumn<std::optional<core::SessionDate>>("day");
    QTest::addColumn<VerdictCode>("code");
    QTest::addColumn<Basis>("basis");
    const std::optional<core::SessionDate> unsaid;
    using enum VerdictCode;
    const auto row = [](const char *name, ClaimKind kind, double stated, core::Time published,
                        std::optional<core::SessionDate> day, VerdictCode code,
                        Basis basis) { QTest::newRow(name) << kind << stated << published << day << code << basis; };
    row("1,208.88 on the eve", ClaimKind::Level, 1208.88, kOnFriday, unsaid, Close, Basis::Close);
    row("the furthest that rounding reaches", ClaimKind::Level, 1208.95, kOnFriday, unsaid, Close, Basis::Close);
    row("further than that", ClaimKind::Level, 1208.97, kOnFriday, unsaid, Intraday, Basis::Range);
    row("a price that never was", ClaimKind::Level, 1198.00, kOnFriday, unsaid, Contradicted, Basis::None);
    row("the old price in a text of Monday", ClaimKind::Level, 1208.88, kOnMonday, kFriday, OtherBasis,
        Basis::OtherAdjustment);
    row("an old price that never was", ClaimKind::Level, 1208.97, kOnMonday, kFriday, Contradicted, Basis::None);
    row("up 26.70 dollars in May", ClaimKind::Points, 26.70, kInMay, unsaid, Close, Basis::Close);
    row("up 26.78 dollars: rounding reaches it", ClaimKind::Points, 26.78, kInMay, unsaid, Close, Basis::Close);
    row("up 26.82 dollars: it does not", ClaimKind::Points, 26.82, kInMay, unsaid, Intraday, Basis::Range);
    row("up 2.58 % in May", ClaimKind::Percent, 2.58, kInMay, unsaid, Close, Basis::Close);
    row("up 2.60 % in May", ClaimKind::Percent, 2.60, kInMay, unsaid, Intraday, Basis::Range);
    row("after the split", ClaimKind::Level, 121.79, kOnMonday, unsaid, Close, Basis::Close);
}

//! Nobody is called wrong because a source has rounded a price ten times as much as the exchange did.
void TestClaimSplits::pricesOfARoundingSourceAreKnownRoughly()
{
    QFETCH(claims::ClaimKind, kind);
    QFETCH(double, stated);
    QFETCH(core::Time, published);
    QFETCH(std::optional<core::SessionDate>, day);
    addRoundedBars();
    claims::Claim claim = claimOf(m_nvidia.id, kind, stated, 0.005,
                                  kind == claims::ClaimKind::Percent ? claims::kPercentUnit : QStringView(u"USD"));
    claim.time.date = day;
    const claims::Verdict verdict = judge(claim, published);
    QTEST(verdict.code, "code");
    QTEST(verdict.basis, "basis");
}

void TestClaimSplits::aRoughPriceIsToldAsOne()
{
    addRoundedBars();
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const auto told = [&](double stated) -> QString {
        const claims::Claim claim = claimOf(m_nvidia.id, claims::ClaimKind::Level, stated, 0.005, u"USD");
        const claims::Verdict verdict = judge(claim, kOnFriday);
        return claims::verdictLabel(claim, verdict, english) + u'|' + claims::explanation(claim, verdict, english);
    };
    const QString right = told(1208.88);
    QVERIFY2(right.startsWith(text("confirmed (close)|")) && right.contains(text("closed at about 1,208.9 on"))
                 && right.contains(text("±0.05 only")),
             qPrintable(right));
    const QString wrong = told(1198.00);
    QVERIFY2(wrong.startsWith(text("off by 5.9 USD|")), qPrintable(wrong));
    const claims::Claim claim = claimOf(m_nvidia.id, claims::ClaimKind::Level, 1208.88, 0.005, u"USD");
    const claims::Verdict verdict = judge(claim, kOnFriday);
    const QJsonObject json = claims::claimJson(claim, &verdict, claims::CodePointOffsets(u""), english);
    const QJsonValue close = json[text("quotes")].toArray().last();
    QCOMPARE(close[text("price")].toString(), text("1208.9"));
    QCOMPARE(close[text("plus_minus")].toString(), text("0.05"));
    QCOMPARE(json[text("measured")].toDouble(), 1208.9);
}

void TestClaimSplits::aRoughPriceSaysHowRough()
{
    BarRow friday = dailyRow(kFriday.days(), 2288);
    friday.bar.high += 28;
    friday.bar.low -= 28;
    importRows({friday}, "file", "test.csv", kLater);
    addSplit("20:1");
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const claims::Claim claim = claimOf(m_nvidia.id, claims::ClaimKind::Level, 470, 0.05, u"USD");
    const claims::Verdict verdict = judge(claim, kOnFriday);
    const QString told = claims::explanation(claim, verdict, english);
    QVERIFY2(told.contains(text("closed at about 457.6 on")) && told.contains(text("±0.1 only")), qPrintable(told));
    QVERIFY2(told.contains(text("the number is about 463.2 USD, which leaves it off by 6.8 USD")), qPrintable(told));
    const QJsonObject json = claims::claimJson(claim, &verdict, claims::CodePointOffsets(u""), english);
    const QJsonValue close = json[text("quotes")].toArray().last();
    QCOMPARE(close[text("price")].toString(), text("457.6"));
    QCOMPARE(close[text("plus_minus")].toString(), text("0.1"));
}

void TestClaimSplits::pricesKnownToTheCentAreNotRough()
{
    importRows({dailyRow(kFriday.days(), 45759, 3), dailyRow(kMonday.days(), 45123, 3)}, "file", "test.csv", kLater);
    addSplit();
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const claims::Claim claim = claimOf(m_nvidia.id, claims::ClaimKind::Level, 457.59, 0.005, u"USD");
    const QString told = claims::explanation(claim, judge(claim, kOnFriday), english);
    QVERIFY2(told.contains(text("closed at 457.59 on")) && !told.contains(text("±")), qPrintable(told));
}

void TestClaimSplits::oneLongerPriceMakesNoOtherExact()
{
    addRoundedBars();
    importRows({dailyRow(kFriday.plusDays(-1).days(), 1'201'234, 4)}, "file", "longer.csv", kLater);
    const claims::Claim claim = claimOf(m_nvidia.id, claims::ClaimKind::Level, 1208.88, 0.005, u"USD");
    QCOMPARE(judge(claim, kOnFriday).code, VerdictCode::Close);
    const claims::Claim exact = claimOf(m_nvidia.id, claims::ClaimKind::Level, 1201.26, 0.005, u"USD");
    QCOMPARE(judge(exact, *core::parseIsoTime("2024-06-06T21:00:00Z")).code, VerdictCode::Contradicted);
}

void TestClaimSplits::aPriceBeforeASplitIsNoMove()
{
    addBars(false);
    claims::Claim claim = claimOf(m_nvidia.id, claims::ClaimKind::Level, 1208.88, 0.005, u"USD");
    claim.time.date = kFriday;
    const claims::Verdict verdict = judge(claim, kOnMonday);
    QCOMPARE(verdict.basis, Basis::OtherAdjustment);
    const QString told = claims::explanation(claim, verdict, QLocale(QLocale::English, QLocale::UnitedKingdom));
    QVERIFY2(!told.contains(text("the move is")), qPrintable(told));
}

void TestClaimSplits::tradedPricesAreNotRough()
{
    addBars(false);
    const claims::Claim claim = claimOf(m_nvidia.id, claims::ClaimKind::Level, 1208.92, 0.005, u"USD");
    QCOMPARE(judge(claim, kOnFriday).code, VerdictCode::Intraday);
    QCOMPARE(core::toPlainText(judge(claim, kOnFriday).quotes.back().price), std::string("1208.88"));
}

void TestClaimSplits::quotesOfSeveralSourcesNameTheirOwn()
{
    VERIFY_RESULT(m_writer->ensureSource({0, text("yahoo"), text("yahoo"), 5}).result());
    importRows({row(kMonday, 12179, true)}, "yahoo", "https://example.com", kLater);
    importRows({row(kFriday, 120888, false)}, "file", "eve.csv");
    addSplit();
    const claims::Verdict verdict = judge(
        claimOf(m_nvidia.id, claims::ClaimKind::Percent, 0.75, 0.005, claims::kPercentUnit), kOnMonday);
    QCOMPARE(verdict.code, VerdictCode::Close);
    QCOMPARE(verdict.quotes.front().source, text("eve.csv"));
    QCOMPARE(core::toPlainText(verdict.quotes.front().price), std::string("120.888"));
    QCOMPARE(verdict.quotes.back().source, text("yahoo"));
}

void TestClaimSplits::aMoveIsToldByTheSourceThatHasBothCloses()
{
    for (const auto &[name, priority] : {std::pair{"first", 9}, std::pair{"second", 7}, std::pair{"third", 5}})
        VERIFY_RESULT(m_writer->ensureSource({0, text(name), text("yahoo"), priority}).result());
    importRows({row(kMonday, 12300, false)}, "first");
    importRows({row(kMonday.plusDays(1), 12091, false)}, "second");
    importRows({row(kFriday, 120888, false), row(kMonday, 12179, false)}, "third");
    addSplit();
    const claims::Verdict verdict = judge(
        claimOf(m_nvidia.id, claims::ClaimKind::Percent, 0.75, 0.005, claims::kPercentUnit), kOnMonday);
    QCOMPARE(verdict.code, VerdictCode::Close);
    QCOMPARE(verdict.quotes.front().source, text("third"));
    QCOMPARE(verdict.quotes.back().source, text("third"));
    QCOMPARE(core::toPlainText(verdict.quotes.back().price), std::string("121.79"));
    QCOMPARE(verdict.quotes.back().others.size(), std::size_t(1)); // and the one that counts more is not passed over
    QCOMPARE(verdict.quotes.back().others.front().source, text("first"));
    QVERIFY(verdict.quotes.front().others.empty());
}

void TestClaimSplits::sourcesThatDisagreeAreNamed()
{
    VERIFY_RESULT(m_writer->ensureSource({0, text("first"), text("yahoo"), 9}).result());
    importRows({row(kFriday, 120880, true), row(kMonday, 12179, true)}, "first", "https://example.com", kLater);
    importRows({row(kFriday, 120950, false), row(kMonday, 12300, false)}, "file", "other.csv");
    addSplit();
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const claims::Claim claim = claimOf(m_nvidia.id, claims::ClaimKind::Percent, 9.75, 0.005, claims::kPercentUnit);
    const claims::Verdict verdict = judge(claim, kOnMonday);
    const QString told = claims::explanation(claim, verdict, english);
    QVERIFY2(told.contains(text("other.csv does not agree: its close of 10 June 2024 is 123.00.")), qPrintable(told));
    QCOMPARE(told.count(text("does not agree")), 1); // 0.06 % on Friday is none
    const QJsonObject json = claims::claimJson(claim, &verdict, claims::CodePointOffsets(u""), english);
    const QJsonValue other = json[text("quotes")].toArray().last()[text("disagreeing")].toArray().first();
    QCOMPARE(other[text("source")].toString(), text("other.csv"));
    QCOMPARE(other[text("price")].toString(), text("123.00"));
}

void TestClaimSplits::aRoughPriceOfAnotherSourceIsShort()
{
    VERIFY_RESULT(m_writer->ensureSource({0, text("first"), text("yahoo"), 9}).result());
    importRows({row(kFriday, 120888, false)}, "first");
    importRows({dailyRow(kFriday.days(), 12200)}, "file", "other.csv", kLater);
    addSplit();
    const claims::Verdict verdict = judge(claimOf(m_nvidia.id, claims::ClaimKind::Level, 1208.88, 0.005, u"USD"),
                                          kOnFriday);
    QCOMPARE(verdict.quotes.back().others.size(), std::size_t(1));
    QCOMPARE(core::toPlainText(verdict.quotes.back().others.front().price), std::string("1220.0"));
}

void TestClaimSplits::aSecondSourceHasItsClaimsJudgedAgain()
{
    VERIFY_RESULT(m_writer->ensureSource({0, text("first"), text("yahoo"), 5}).result());
    importRows({row(kMonday, 12179, false)}, "first");
    addNews(claimOf(m_nvidia.id, claims::ClaimKind::Percent, 0.75, 0.005, claims::kPercentUnit), kOnMonday);
    QCOMPARE(m_reader->claims()->front().verdict->code, VerdictCode::NoData);
    importRows({row(kFriday, 12088, false)}, "second");
    QCOMPARE(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow)->claims, 1);
    QCOMPARE(m_reader->claims()->front().verdict->code, VerdictCode::Close);
    VERIFY_RESULT(m_writer->undoImport(m_reader->imports()->front().id).result());
    QCOMPARE(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow)->claims, 1);
    QCOMPARE(m_reader->claims()->front().verdict->code, VerdictCode::NoData);
}

void TestClaimSplits::aSplitHasItsClaimsJudgedAgain()
{
    importRows({row(kFriday, 120888, false), row(kMonday, 12179, false)});
    addNews(claimOf(m_nvidia.id, claims::ClaimKind::Percent, 0.75, 0.005, claims::kPercentUnit), kOnMonday);
    QCOMPARE(m_reader->claims()->front().verdict->code, VerdictCode::Contradicted);
    addSplit();
    QCOMPARE(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow)->claims, 1);
    QCOMPARE(m_reader->claims()->front().verdict->code, VerdictCode::Close);
    VERIFY_RESULT(m_writer->undoImport(m_reader->imports()->front().id).result());
    QCOMPARE(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow)->claims, 1);
    QCOMPARE(m_reader->claims()->front().verdict->code, VerdictCode::Contradicted);
}

QTEST_GUILESS_MAIN(TestClaimSplits)
#include "tst_claimsplits.moc"
