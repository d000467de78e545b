// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimMaker.h"
#include "SessionSupport.h"
#include <tables/ClaimTopics.h>

#include <QTest>

#include <cmath>

using namespace tickmark;
using namespace tickmark::tables;
using namespace Qt::StringLiterals;
using claims::VerdictCode;

namespace {

const core::SessionDate kDay = *core::SessionDate::fromIso("2025-01-27");

std::vector<core::NewsItem> someNews()
{
    return {newsOf(1, u"A"_s, u"a"_s), newsOf(2, u"B"_s, u"b"_s), newsOf(3, u"C"_s, u"c"_s)};
}

ClaimBook bookOf(std::vector<store::StoredClaim> claims)
{
    return {std::move(claims), someNews(), {stock(1, u"NVDA"_s, u"Nvidia"_s), stock(2, u"ARM"_s, u"Arm"_s)}, u"de"_s};
}

std::vector<ClaimTopic> topicsOn(const ClaimBook &book, core::SessionDate session)
{
    const SessionTopics all = tables::topicsOf(book);
    const auto found = all.find(session);
    return found != all.end() ? found->second : std::vector<ClaimTopic>();
}

const ClaimTopic *find(const std::vector<ClaimTopic> &topics, const QString &subject, TopicMeasure measure)
{
    const auto found = std::ranges::find_if(
        topics, [&](const ClaimTopic &topic) { return topic.subject == subject && topic.measure == measure; });
    return found == topics.end() ? nullptr : &*found;
}

bool isNear(double value, double expected, double tolerance)
{
    if (std::abs(value - expected) <= tolerance)
        return true;
    qWarning("%g is not %g", value, expected);
    return false;
}

} // namespace

//! What several texts say of one thing, side by side.
class ClaimTopicsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void theFoundingQuestion();
    void theSampleHasItsOtherSubjects();
    void subjectsSessionsAndMeasuresAreApart();
    void whatIsNotCompared_data();
    void whatIsNotCompared();
    void mostDisagreementFirst();
    void anotherCurrencyWithoutARateIsNotPlaced();
    void lossesReadAsMagnitudesOnlyWhenAllAre();
    void openIntervalsStayOpen();
    void theBusiestSessionIsFound();
    void equalNumbersAreToldOnce();
    void distancesCountFromWhatDecided_data();
    void distancesCountFromWhatDecided();

private:
    TestSession m_session;
    ClaimBookPtr m_book; //!< the sample's
};

void ClaimTopicsTest::initTestCase()
{
    QVERIFY(m_session.openSample());
    const auto isJudged = [this] {
        auto future = m_session->read([](store::StoreReader &reader, const std::stop_token &stop) {
            return ClaimBook::load(reader, QStringLiteral("de"), stop);
        });
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            return false;
        m_book = *future.result();
        return !m_book->claims().empty()
               && std::ranges::all_of(m_book->claims(), [](const auto &claim) { return claim.verdict.has_value(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isJudged(), 9000);
}

void ClaimTopicsTest::theFoundingQuestion()
{
    const std::vector<ClaimTopic> topics = topicsOn(*m_book, kDay);
    const ClaimTopic *found = find(topics, u"NVDA"_s, TopicMeasure::Value);
    QVERIFY(found);
    QVERIFY(found - topics.data() < 2); // among those with the most different numbers
    const ClaimTopic &value = *found;
    QCOMPARE(value.unit, u"USD"_s);
    QCOMPARE(value.otherUnit, u"EUR"_s);
    QCOMPARE(value.differentNumbers, 4);
    QVERIFY(value.isLoss);
    QVERIFY(isNear(*value.computed, -592.7e9, 0.05e9));
    QVERIFY(isNear(value.doubt, 5.927e9, 0.001e9));
    QVERIFY(isNear(value.otherPerUnit, 1 / 1.0468, 1e-4));
    QVERIFY(isNear(*value.computed * value.otherPerUnit, -566.2e9, 0.05e9));
    QSet<QString> seen;
    for (const TopicClaim &member : value.claims) {
        const claims::Claim &claim = member.claim->claim;
        const auto number = qRound64(claim.low / 1e9);
        seen.insert(QString::number(number));
        const bool isWrong = number == 450;
        QCOMPARE(member.claim->verdict->code, isWrong ? VerdictCode::Contradicted : VerdictCode::Close);
        QVERIFY(member.low <= *member.stated && *member.stated <= member.high);
        if (number == 450)
            QVERIFY(isNear(*member.off, 142.7e9, 0.05e9));
        if (number == 589)
            QVERIFY(isNear(*member.off, 3.7e9, 0.05e9));
        if (number == 600)
            QVERIFY(isNear(*member.off, -7.3e9, 0.05e9));
        if (number == 563) { // "over", in euros: stands at its dollars, and reaches up to ten per cent further
            QCOMPARE(claim.unit, u"EUR"_s);
            QVERIFY(isNear(*member.stated, -589.3e9, 0.1e9));
            QVERIFY(isNear(member.low, -648.3e9, 0.2e9));
            QCOMPARE(member.high, *member.stated);
        }
    }
    QCOMPARE(seen, QSet<QString>({u"450"_s, u"563"_s, u"589"_s, u"600"_s}));
}

void ClaimTopicsTest::theSampleHasItsOtherSubjects()
{
    const std::vector<ClaimTopic> topics = topicsOn(*m_book, kDay);
    const ClaimTopic *nvidia = find(topics, u"NVDA"_s, TopicMeasure::Percent);
    QVERIFY(nvidia);
    QVERIFY(isNear(*nvidia->computed, -16.97, 0.005));
    QCOMPARE(nvidia->doubt, 0.0);
    QVERIFY(nvidia->count(VerdictCode::Intraday) > 0);
    QVERIFY(nvidia->count(VerdictCode::Close) > 0);
    const ClaimTopic *bitcoin = find(topics, u"BTC-USD"_s, TopicMeasure::Percent);
    QVERIFY(bitcoin);
    QVERIFY(bitcoin->count(VerdictCode::Contradicted) > 0);
    for (const TopicClaim &member : bitcoin->claims) {
        if (member.claim->verdict->code == VerdictCode::Contradicted) // from the low: as the verdict says, off by 7.2
            QVERIFY(isNear(*member.off, -member.claim->verdict->off, 1e-9));
    }
    for (const TopicClaim &member : nvidia->claims) {
        const claims::Claim &claim = member.claim->claim;
        if (claim.high > claim.low) // 11.1 to 15 % from its nearer end to the close
            QVERIFY(isNear(*member.off, 1.97, 0.005));
        if (claim.hedge == claims::Hedge::UpTo) // 18.2 % from the low that confirms it
            QVERIFY(isNear(*member.off, -0.03, 0.005));
    }
    const ClaimTopic *energy = find(topics, u"ENR.DE"_s, TopicMeasure::Percent); // the bar of the 24th is missing
    QVERIFY(energy);
    QVERIFY(!energy->computed);
    QCOMPARE(energy->count(VerdictCode::NoData), int(energy->claims.size()));
    QVERIFY(!energy->claims.front().off);
    QVERIFY(std::ranges::is_sorted(topics, std::greater(), [](const ClaimTopic &topic) {
        return topic.differentNumbers > 1 ? topic.differentNumbers : 0;
    }));
}

void ClaimTopicsTest::subjectsSessionsAndMeasuresAreApart()
{
    const ClaimBook book = bookOf({
        ClaimMaker().in(1),
        ClaimMaker().in(2).stated(14.4, 0.05), // the same topic
        ClaimMaker().in(1, 1).about(2, u"ARM"_s, u"Arm"_s),
        ClaimMaker().in(1, 2).of(claims::ClaimKind::Value, u"USD"_s),
        ClaimMaker().in(1, 3).of(claims::ClaimKind::Points, u"USD"_s),
        ClaimMaker().in(1, 4).of(claims::ClaimKind::Points, u"EUR"_s),
        ClaimMaker().in(1, 5).of(claims::ClaimKind::Level, u"USD"_s),
        ClaimMaker().in(2, 1).stated(3, 0.5).with([](store::StoredClaim &claim) { // over a week that ends there
            claim.verdict->sessions.base = kDay.plusDays(-7);
            claim.verdict->sessions.count = 5;
        }),
        ClaimMaker().in(3).with([](store::StoredClaim &claim) { claim.verdict->sessions.last = kDay.plusDays(1); }),
    });
    const auto topics = topicsOn(book, kDay);
    QCOMPARE(topics.size(), 7u);
    QCOMPARE(topics.front().claims.size(), 2u);
    QCOMPARE(topics.front().name, u"Nvidia"_s);
    QCOMPARE(topicsOn(book, kDay.plusDays(1)).size(), 1u);
    QVERIFY(topicsOn(book, kDay.plusDays(2)).empty());
    const SessionTopics all = tables::topicsOf(book);
    QCOMPARE(all.size(), 2u);
    QCOMPARE(all.begin()->first, kDay.plusDays(1)); // the newest first
}

void ClaimTopicsTest::whatIsNotCompared_data()
{
    QTest::addColumn<store::StoredClaim>("claim");
    QTest::newRow("dismissed") << store::StoredClaim(ClaimMaker().in(1, 1).dismissed());
    QTest::newRow("not checked") << store::StoredClaim(ClaimMaker().in(1, 1).unchecked());
    QTest::newRow("of nobody") << store::StoredClaim(ClaimMaker().in(1, 1).about(0, {}, {}));
    QTest::newRow("the title's number again") << store::StoredClaim(ClaimMaker().in(1, 1));
}

void ClaimTopicsTest::whatIsNotCompared()
{
    QFETCH(store::StoredClaim, claim);
    const ClaimBook book = bookOf({ClaimMaker().in(1), claim});
    const auto topics = topicsOn(book, kDay);
    QCOMPARE(topics.size(), 1u);
    QCOMPARE(topics.front().claims.size(), 1u);
}

void ClaimTopicsTest::mostDisagreementFirst()
{
    const auto about = [](qint64 news, int nth, const QString &name) {
        return ClaimMaker().in(news, nth).about(0, {}, name);
    };
    const ClaimBook book = bookOf({
        about(1, 0, u"one right"_s),
        about(1, 1, u"one wrong"_s).verdict(VerdictCode::Contradicted),
        about(1, 2, u"one in passing"_s).verdict(VerdictCode::Intraday),
        about(1, 3, u"one open"_s).verdict(VerdictCode::NoData),
        about(1, 4, u"two the same"_s),
        about(1, 5, u"two apart"_s),
        about(2, 0, u"two the same"_s),
        about(2, 1, u"Two apart"_s).stated(14, 0.5),
    });
    QStringList order;
    for (const ClaimTopic &topic : topicsOn(book, kDay))
        order.append(topic.subject);
    QCOMPARE(order, QStringList({u"two apart"_s, u"two the same"_s, u"one wrong"_s, u"one in passing"_s, u"one open"_s,
                                 u"one right"_s}));
}

void ClaimTopicsTest::anotherCurrencyWithoutARateIsNotPlaced()
{
    const ClaimBook book = bookOf({
        ClaimMaker()
            .in(1)
            .of(claims::ClaimKind::Value, u"USD"_s)
            .stated(589e9, 0.5e9)
            .verdict(VerdictCode::Close, claims::Basis::Close, -592.7e9)
            .with([](store::StoredClaim &claim) {
                claim.verdict->symbol = u"NVDA"_s;
                claim.verdict->quotes.push_back({u"NVDA"_s, kDay, {}, u"close"_s, {11842, 2}, {}});
            }),
        ClaimMaker().in(2).of(claims::ClaimKind::Value, u"CHF"_s).stated(500e9, 5e9).verdict(VerdictCode::NoData),
    });
    const auto topics = topicsOn(book, kDay);
    QCOMPARE(topics.size(), 1u);
    QCOMPARE(topics.front().unit, u"USD"_s);
    QCOMPARE(topics.front().otherUnit, QString());
    QVERIFY(topics.front().claims[0].stated);
    QVERIFY(!topics.front().claims[1].stated);
}

void ClaimTopicsTest::lossesReadAsMagnitudesOnlyWhenAllAre()
{
    const auto topic = [](std::vector<store::StoredClaim> claims) { // kept by the test's function only
        const ClaimBook book = bookOf(std::move(claims));
        return topicsOn(book, kDay).front().isLoss;
    };
    const auto rise = [](store::StoredClaim &claim) { claim.claim.direction = claims::Direction::Up; };
    QVERIFY(topic({ClaimMaker().in(1)}));
    QVERIFY(!topic({ClaimMaker().in(1).verdict(VerdictCode::Intraday, claims::Basis::Range, 0.65)})); // closed up
    QVERIFY(!topic({ClaimMaker().in(1), ClaimMaker().in(2).with(rise)}));
    QVERIFY(topic({ClaimMaker().in(1).verdict(VerdictCode::NoData)}));
    QVERIFY(!topic({ClaimMaker().in(1).of(claims::ClaimKind::Level, u"USD"_s)}));
}

void ClaimTopicsTest::openIntervalsStayOpen()
{
    const ClaimBook book = bookOf({ClaimMaker().in(1).hedged(claims::Hedge::AtLeast)});
    const auto topics = topicsOn(book, kDay);
    QCOMPARE(topics.front().claims.front().high, -17.0);
    QVERIFY(std::isinf(topics.front().claims.front().low));
}

void ClaimTopicsTest::theBusiestSessionIsFound()
{
    QCOMPARE(busiestSession(tables::topicsOf(*m_book)), kDay);
    QVERIFY(!busiestSession({}));
    const ClaimBook even = bookOf({ClaimMaker().in(1), ClaimMaker().in(2).with([](store::StoredClaim &claim) {
                                       claim.verdict->sessions.last = kDay.plusDays(1);
                                   })});
    QCOMPARE(busiestSession(tables::topicsOf(even)), kDay.plusDays(1)); // of two the newest
}

void ClaimTopicsTest::equalNumbersAreToldOnce()
{
    const ClaimBook book = bookOf({
        ClaimMaker().in(1),
        ClaimMaker().in(2),
        ClaimMaker().in(3).verdict(VerdictCode::Intraday, claims::Basis::Range, -16.97), // said of the session
        ClaimMaker().in(3, 1).stated(14.4, 0.05),
    });
    const ClaimTopic topic = topicsOn(book, kDay).front();
    QCOMPARE(topic.claims.size(), 4u);
    QCOMPARE(topic.differentNumbers, 2);
    QCOMPARE(topic.numbers.size(), 3u); // a number with two verdicts is there with each
    QCOMPARE(topic.numbers[0].times, 2);
    QCOMPARE(topic.numbers[0].first, topic.claims[0].claim);
    QCOMPARE(topic.numbers[1].code, VerdictCode::Intraday);
    QCOMPARE(topic.numbers[2].first->claim.low, 14.4);
}

void ClaimTopicsTest::distancesCountFromWhatDecided_data()
{
    QTest::addColumn<store::StoredClaim>("claim");
    QTest::addColumn<double>("off");
    QTest::addColumn<bool>("isAtRange");
    const auto reached = [](double move) {
        return [move](store::StoredClaim &claim) { claim.verdict->measuredOther = move; };
    };
    const auto range = [](store::StoredClaim &claim) {
        claim.claim.low = 11.1;
        claim.claim.high = 15;
    };
    QTest::newRow("from the close") << store::StoredClaim(ClaimMaker().in(1)) << -0.03 << false;
    QTest::newRow("a range from its nearer end") << store::StoredClaim(ClaimMaker().in(1).with(range)) << 1.97 << false;
    QTest::newRow("contradicted: from where the session came nearest")
        << store::StoredClaim(ClaimMaker()
                                  .in(1)
                                  .stated(12, 0.5)
                                  .verdict(VerdictCode::Contradicted, claims::Basis::None, -0.58)
                                  .with(reached(-4.76)))
        << -7.24 << true;
    QTest::newRow("up to: from the low that confirms it")
        << store::StoredClaim(ClaimMaker()
                                  .in(1)
                                  .stated(18.2, 0.05)
                                  .hedged(claims::Hedge::UpTo)
                                  .verdict(VerdictCode::Intraday, claims::Basis::Range, -16.97)
                                  .with(reached(-18.17)))
        << -0.03 << true;
    QTest::newRow("meant for the close: from the close")
        << store::StoredClaim(ClaimMaker()
                                  .in(1)
                                  .stated(14.4, 0.05)
                                  .verdict(VerdictCode::Intraday, claims::Basis::Range, -16.97)
                                  .with(reached(-18.17)))
        << 2.57 << false;
}

void ClaimTopicsTest::distancesCountFromWhatDecided()
{
    QFETCH(store::StoredClaim, claim);
    QFETCH(double, off);
    QFETCH(bool, isAtRange);
    const ClaimBook book = bookOf({claim});
    const ClaimTopic topic = topicsOn(book, kDay).front();
    QCOMPARE(topic.claims.front().isAtRange, isAtRange);
    QVERIFY(isNear(*topic.claims.front().off, off, 1e-9));
}

QTEST_GUILESS_MAIN(ClaimTopicsTest)
#include "tst_claimtopics.moc"
