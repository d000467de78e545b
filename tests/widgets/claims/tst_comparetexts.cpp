// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareMaker.h"

#include <QTest>

#include <claimview/CompareGeometry.h>
#include <claimview/CompareSumRows.h>
#include <claimview/CompareTexts.h>

#include <cmath>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace tickmark::tables;

namespace {

//! Of the topic alone.
QStringList sum(const ClaimTopic &topic, const ClaimBook &book)
{
    QStringList lines;
    for (const SumRow &row : sumRows(topic, -1, book, core::Formats(u"en"_s), *core::ZoneRules::load("Europe/Berlin")))
        lines.append(u"%1 | %2 | %3"_s.arg(row.label, row.figure, row.source));
    return lines;
}

} // namespace

//! What a comparison draws, calculates and says, from values.
class CompareTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void shapesStandAtTheirNumbers();
    void intervalsAreBarsWhereTheyCanBeSeen();
    void theSecondAxisIsInTheOtherCurrency();
    void anAxisHasRoomForWhatIsAlone();
    void withoutDataNothingIsPlacedWrongly();
    void textsSayWhatFits();
    void intervalsAreShort_data();
    void intervalsAreShort();
    void differencesHaveTheirSign_data();
    void differencesHaveTheirSign();
    void theSumHasItsSources();
    void theSumOfAPriceIsAQuotient();
    void intervalsOfTheOppositeDirectionHaveSigns();
    void numbersAreReadAsWritten_data();
    void numbersAreReadAsWritten();
    void oneDistanceAndWhatItIsFrom_data();
    void oneDistanceAndWhatItIsFrom();

private:
    ClaimBookPtr m_book;
    std::vector<ClaimTopic> m_topics;
};

void CompareTextsTest::initTestCase()
{
    m_book = someBook();
    m_topics = topicsOn(*m_book);
}

void CompareTextsTest::shapesStandAtTheirNumbers()
{
    const CompareAxis axis = compareAxis(m_topics.front(), 100, 500);
    QCOMPARE(axis.divisor, 1e9);
    QCOMPARE(axis.marks.size(), 4u);
    const auto x = [&](std::size_t i) { return axis.marks[i].x.value(); };
    // magnitudes from left to right: 450, 589, 589.3 (563 EUR), 600
    QVERIFY(100 < x(0) && x(0) < x(1) && x(1) < x(2) && x(2) < x(3) && x(3) < 500);
    QVERIFY(x(2) - x(1) < 1);
    QVERIFY(x(1) < *axis.computed && *axis.computed < x(3));
    QVERIFY(axis.doubt->low < *axis.computed && *axis.computed < axis.doubt->high);
    // a tick and a shape of one value stand on one place
    const auto tick = std::ranges::find(axis.ticks, 600.0, &AxisTick::value);
    QVERIFY(tick != axis.ticks.end());
    QVERIFY(std::abs(tick->x - x(3)) < 1e-6);
}

void CompareTextsTest::intervalsAreBarsWhereTheyCanBeSeen()
{
    const CompareAxis axis = compareAxis(m_topics.front(), 100, 500);
    QVERIFY(!axis.marks[1].bar); // 589: half a billion on each side
    QVERIFY(axis.marks[2].bar);  // "over 563": from there up to ten per cent more
    QVERIFY(std::abs(axis.marks[2].bar->low - *axis.marks[2].x) < 1e-6);
    QVERIFY(axis.marks[2].endsRight);
    QVERIFY(axis.marks[3].bar);

    auto atLeast = std::make_shared<const ClaimBook>(
        std::vector<store::StoredClaim>{value(1, 500, 5).hedged(claims::Hedge::AtLeast)},
        std::vector{tables::newsOf(1, u"A"_s, u"a"_s)}, std::vector<core::Instrument>(), u"en"_s);
    const CompareAxis open = compareAxis(topicsOn(*atLeast).front(), 0, 400);
    QCOMPARE(open.marks[0].bar->high, 400.0);
    QVERIFY(!open.marks[0].endsRight);
}

void CompareTextsTest::theSecondAxisIsInTheOtherCurrency()
{
    const CompareAxis axis = compareAxis(m_topics.front(), 100, 500);
    QVERIFY(!axis.otherTicks.empty());
    const auto euros = std::ranges::find(axis.otherTicks, 550.0, &AxisTick::value);
    const auto dollars = std::ranges::find(axis.ticks, 600.0, &AxisTick::value);
    QVERIFY(euros != axis.otherTicks.end() && dollars != axis.ticks.end());
    QVERIFY(euros->x < dollars->x); // 575.7 bn USD
    QCOMPARE(axisUnit(u"EUR"_s, 1e9, core::Formats(u"en"_s)), u"bn EUR"_s);
    QCOMPARE(axisUnit(u"%"_s, 1, core::Formats(u"de"_s)), u"%"_s); // without the blank before it
    QCOMPARE(axisUnit(u"%"_s, 1, core::Formats(u"en"_s)), u"%"_s);
    QVERIFY(compareAxis(m_topics.back(), 100, 500).otherTicks.empty());
}

void CompareTextsTest::anAxisHasRoomForWhatIsAlone()
{
    auto lone = std::make_shared<const ClaimBook>(
        std::vector<store::StoredClaim>{ClaimMaker().stated(0, 0).verdict(VerdictCode::Close, claims::Basis::Close, 0)},
        std::vector{tables::newsOf(1, u"A"_s, u"a"_s)}, std::vector<core::Instrument>(), u"en"_s);
    const CompareAxis axis = compareAxis(topicsOn(*lone).front(), 0, 400);
    QVERIFY(std::isfinite(*axis.marks[0].x));
    QVERIFY(std::abs(*axis.marks[0].x - 200) < 1);
    QVERIFY(compareAxis(m_topics.front(), 100, 110).marks.size() == 4); // no room: no marks, and no harm
}

void CompareTextsTest::withoutDataNothingIsPlacedWrongly()
{
    auto open = std::make_shared<const ClaimBook>(
        std::vector<store::StoredClaim>{ClaimMaker().verdict(VerdictCode::NoData)},
        std::vector{tables::newsOf(1, u"A"_s, u"a"_s)}, std::vector<core::Instrument>(), u"en"_s);
    const ClaimTopic topic = topicsOn(*open).front();
    const CompareAxis axis = compareAxis(topic, 0, 400);
    QVERIFY(!axis.computed);
    QVERIFY(axis.marks[0].x);
    QCOMPARE(computedLabel(topic, core::Formats(u"en"_s)), u"no data"_s);
    QVERIFY(offAmount(topic, topic.claims[0], core::Formats(u"en"_s)).isEmpty());
}

void CompareTextsTest::textsSayWhatFits()
{
    const core::Formats english(u"en"_s);
    QCOMPARE(topicTitle(m_topics.front(), kDay, english), u"Market value of Nvidia: loss on 27 Jan 2025"_s);
    const QString sentence = topicSentence(m_topics.front(), english);
    QVERIFY2(sentence.startsWith(u"3 of 4"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"−592.7 bn USD"_s), qPrintable(sentence));
    const QString summary = topicSummary(m_topics.front(), *m_book, english);
    QVERIFY2(summary.contains(u"−566.2 bn EUR"_s), qPrintable(summary));
    QVERIFY2(summary.contains(u"over −563 bn EUR (Herausgeber 3): confirmed (close)"_s), qPrintable(summary));
}

void CompareTextsTest::intervalsAreShort_data()
{
    QTest::addColumn<store::StoredClaim>("claim");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole billions") << store::StoredClaim(value(1, 600, 15)) << u"585 to 615 bn USD"_s;
    QTest::newRow("as many decimals as it needs")
        << store::StoredClaim(value(1, 589, 0.5)) << u"588.5 to 589.5 bn USD"_s;
    QTest::newRow("percent") << store::StoredClaim(ClaimMaker().stated(14.4, 0.05)) << u"14.35 to 14.45%"_s;
    QTest::newRow("no end") << store::StoredClaim(value(1, 500, 5).hedged(claims::Hedge::AtLeast))
                            << u"from 500 bn USD"_s;
    QTest::newRow("a level") << store::StoredClaim(
        ClaimMaker().of(claims::ClaimKind::Level, u"USD"_s).stated(118.42, 0.005))
                             << u"118.415 to 118.425 USD"_s;
}

void CompareTextsTest::intervalsAreShort()
{
    QFETCH(store::StoredClaim, claim);
    QFETCH(QString, text);
    QCOMPARE(intervalText(claim.claim, core::Formats(u"en"_s)), text);
}

//! Among gains, a stated loss would be read as one of them.
void CompareTextsTest::intervalsOfTheOppositeDirectionHaveSigns()
{
    store::StoredClaim claim = ClaimMaker().of(claims::ClaimKind::Percent, u"%"_s).stated(0.1, 0.05);
    tables::ClaimTopic topic;
    topic.measure = tables::TopicMeasure::Percent;
    const core::Formats formats(u"en"_s);
    for (const auto &[direction, isLoss, text] :
         {std::tuple(claims::Direction::Down, false, u"\u22120.15 to \u22120.05%"_s),
          std::tuple(claims::Direction::Down, true, u"0.05 to 0.15%"_s),
          std::tuple(claims::Direction::Up, true, u"+0.05 to +0.15%"_s),
          std::tuple(claims::Direction::Up, false, u"0.05 to 0.15%"_s),
          std::tuple(claims::Direction::None, true, u"0.05 to 0.15%"_s)}) {
        claim.claim.direction = direction;
        topic.isLoss = isLoss;
        QCOMPARE(intervalText(claim.claim, topic, formats), text);
    }
}

void CompareTextsTest::differencesHaveTheirSign_data()
{
    QTest::addColumn<int>("member");
    QTest::addColumn<QString>("off");
    QTest::newRow("450: less of a loss") << 0 << u"−142.7 bn USD"_s;
    QTest::newRow("589") << 1 << u"−3.7 bn USD"_s;
    QTest::newRow("563 EUR, in dollars") << 2 << u"−3.3 bn USD"_s;
    QTest::newRow("600: more") << 3 << u"+7.3 bn USD"_s;
}

void CompareTextsTest::differencesHaveTheirSign()
{
    QFETCH(int, member);
    QFETCH(QString, off);
    QCOMPARE(offAmount(m_topics.front(), m_topics.front().claims[std::size_t(member)], core::Formats(u"en"_s)), off);
}

void CompareTextsTest::theSumHasItsSources()
{
    const QStringList lines{
        u"Close 27 Jan 2025 | 118.42 USD | daily.csv"_s,  u"− close 24 Jan 2025 | 142.62 USD | daily.csv"_s,
        u"= change per share | −24.20 USD | "_s,          u"× shares of 15 Nov 2024 | 24.49 bn | 10-Q"_s,
        u"= change in market value | −592.7 bn USD | "_s, u"±1% uncertainty | −598.6 to −586.7 | "_s,
        u"÷ EURUSD 27 Jan 2025 | 1.0468 | fx.csv"_s,      u"= in EUR | −566.2 bn EUR | "_s,
    };
    QCOMPARE(sum(m_topics.front(), *m_book), lines);
}

void CompareTextsTest::theSumOfAPriceIsAQuotient()
{
    const ClaimBook book({value(1, 17, 0.5)
                              .of(claims::ClaimKind::Percent, u"%"_s)
                              .stated(17, 0.5)
                              .verdict(VerdictCode::Close, claims::Basis::Close, -16.97)},
                         {newsOf(1, u"A"_s, u"a"_s)}, {}, u"en"_s);
    const QStringList lines{
        u"Close 27 Jan 2025 | 118.42 | daily.csv"_s,
        u"÷ close 24 Jan 2025 − 1 | 142.62 | daily.csv"_s,
        u"= change | −16.97% | "_s,
    };
    QCOMPARE(sum(topicsOn(book).front(), book), lines);
}

void CompareTextsTest::numbersAreReadAsWritten_data()
{
    QTest::addColumn<store::StoredClaim>("claim");
    QTest::addColumn<QString>("text");
    QTest::newRow("round") << store::StoredClaim(value(1, 450, 5)) << u"round number: ± 5"_s;
    QTest::newRow("exact") << store::StoredClaim(value(1, 589, 0.5)) << u"exact: ± 0.5"_s;
    QTest::newRow("over") << store::StoredClaim(value(1, 563, 0.5, u"EUR"_s).hedged(claims::Hedge::Over))
                          << u"over: 563.0 to 619.3 bn EUR"_s;
    QTest::newRow("percent") << store::StoredClaim(ClaimMaker().stated(14.4, 0.05)) << u"exact: ± 0.05"_s;
    QTest::newRow("range") << store::StoredClaim(ClaimMaker().stated(15, 0.5).with([](store::StoredClaim &claim) {
        claim.claim.low = 11;
    })) << u"range: 10.5 to 15.5%"_s;
}

void CompareTextsTest::numbersAreReadAsWritten()
{
    QFETCH(store::StoredClaim, claim);
    QFETCH(QString, text);
    QCOMPARE(readingText(claim.claim, core::Formats(u"en"_s)), text);
}

void CompareTextsTest::oneDistanceAndWhatItIsFrom_data()
{
    QTest::addColumn<store::StoredClaim>("claim");
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("measured");
    const auto reached = [](store::StoredClaim &claim) { claim.verdict->measuredOther = -4.76; };
    QTest::newRow("contradicted: the words have the distance, the note what it is from") << store::StoredClaim(
        ClaimMaker().stated(12, 0.5).verdict(VerdictCode::Contradicted, claims::Basis::None, -0.58).with(reached))
                                                                                         << u"low −4.76%"_s
                                                                                         << u"low −4.76%"_s;
    QTest::newRow("contradicted value: how much of it")
        << store::StoredClaim(value(1, 450, 5).verdict(VerdictCode::Contradicted, claims::Basis::None, -592.66e9))
        << u"−24.1%"_s << u"computed"_s;
    QTest::newRow("confirmed") << store::StoredClaim(ClaimMaker()) << u"+0.03 pp"_s << u"close"_s;
    QTest::newRow("confirmed value") << store::StoredClaim(value(1, 589, 0.5)) << u"−3.7 bn USD (−0.6%)"_s
                                     << u"computed"_s;
    QTest::newRow("during the session") << store::StoredClaim(
        ClaimMaker().stated(14.4, 0.05).verdict(VerdictCode::Intraday, claims::Basis::Range, -16.97))
                                        << u"−2.6 pp from the close"_s << u"close"_s;
}

void CompareTextsTest::oneDistanceAndWhatItIsFrom()
{
    QFETCH(store::StoredClaim, claim);
    QFETCH(QString, note);
    QFETCH(QString, measured);
    const ClaimBook book({claim}, {tables::newsOf(1, u"A"_s, u"a"_s)}, {}, u"en"_s);
    const ClaimTopic topic = topicsOn(book).front();
    QCOMPARE(distanceNote(topic, topic.claims.front(), core::Formats(u"en"_s)), note);
    QCOMPARE(measuredLabel(topic, topic.claims.front(), core::Formats(u"en"_s)), measured);
}

QTEST_GUILESS_MAIN(CompareTextsTest)
#include "tst_comparetexts.moc"
