// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleQuotes.h"
#include <claims/ClaimExtractor.h>
#include <news/MentionFinder.h>
#include <news/NameList.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tickmark;
using namespace Qt::StringLiterals;

namespace {

//! An item of the sample and its claims in order: subject, signed number, unit, verdict. Worked out by hand from the closes
//! and ranges of daily.csv.
struct Expected
{
    const char *item;
    const char *what;
    QStringList claims;
};

const std::vector<Expected> &expected()
{
    static const std::vector<Expected> all{
        {"sample-01", "Dax on a day without New York", {u"^GDAXI +0.4 % close"_s, u"^GDAXI 20990 points close"_s}},
        {"sample-02", "a plan of 500 billion is no claim", {u"ORCL +7.2 % close"_s, u"NVDA +2.3 % close"_s}},
        {"sample-03",
         "Tokyo's session of the day",
         {u"9984.T +10.6 % close"_s, u"6857.T +4 % close"_s, u"^N225 +1.6 % close"_s, u"^N225 39646 points close"_s}},
        {"sample-04", "the price after the move", {u"ENR.DE +6.6 % close"_s, u"ENR.DE 58.8 EUR close"_s}},
        {"sample-05",
         "points of the Dow",
         {u"^GSPC -0.3 % close"_s, u"^IXIC -0.5 % close"_s, u"^DJI -141 points close"_s, u"NVDA -3.1 % close"_s,
          u"NVDA 142.62 USD close"_s}},
        {"sample-06", "an index without quotes", {u"^HSTECH +2 % no_data"_s}},
        {"sample-07",
         "Tokyo had closed",
         {u"9984.T -8.3 % close"_s, u"6857.T -8.6 % close"_s, u"^N225 -0.9 % close"_s}},
        {"sample-08", "Amsterdam's range; an indication is none", {u"ASML.AS -6.6 % intraday"_s}},
        {"sample-09", "a range of percentages", {u"NVDA -11.1..15 % intraday"_s}},
        {"sample-10",
         "headline and text",
         {u"NVDA -14.4 % intraday"_s, u"NVDA -14.4 % intraday"_s, u"MU -8 % intraday"_s, u"ARM -9 % intraday"_s}},
        {"sample-11",
         "midday",
         {u"^GSPC -1.7 % intraday"_s, u"^IXIC -2.8 % intraday"_s, u"^DJI -54 points intraday"_s,
          u"^DJI -0.1 % intraday"_s}},
        {"sample-12",
         "no bar on the session before",
         {u"ENR.DE -18 % no_data"_s, u"ENR.DE 48.32 EUR close"_s, u"^GDAXI -0.5 % close"_s}},
        {"sample-13",
         "market value by the share count",
         {u"NVDA -17 % close"_s, u"NVDA -589 bn USD close"_s, u"NVDA -18.2 % intraday"_s, u"AVGO -17 % close"_s,
          u"ORCL -13.8 % close"_s}},
        {"sample-14", "each its own number", {u"VST -28 % close"_s, u"CEG -21 % close"_s}},
        {"sample-15",
         "closing report with a group",
         {u"^IXIC -3.1 % close"_s, u"^GSPC -1.5 % close"_s, u"^DJI +289 points close"_s, u"NVDA -17 % close"_s,
          u"AMD -6.4 % close"_s, u" -9 % unattributed"_s, u"AAPL +3.2 % close"_s}},
        {"sample-16",
         "two days added up",
         {u"6857.T -20 % other_basis"_s, u"9984.T -5.2 % close"_s, u"^N225 -1.4 % close"_s}},
        {"sample-17", "never reached", {u"BTC-USD -12 % contradicted"_s}},
        {"sample-18",
         "450 billion are too few",
         {u"NVDA -450 bn USD contradicted"_s, u"ORCL -13.8 % close"_s, u"MSFT -2.1 % close"_s, u"META +1.9 % close"_s}},
        {"sample-19", "on the way to the close", {u"NVDA +5..6 % intraday"_s}},
        {"sample-20",
         "the day after",
         {u"NVDA +8.9 % close"_s, u"NVDA 128.99 USD close"_s, u"^IXIC +2 % close"_s, u"^GSPC +0.9 % close"_s,
          u"AAPL +3.7 % close"_s, u"MU -3.1 % close"_s}},
        {"sample-21",
         "in euros, and the day after",
         {u"NVDA -563 bn EUR close"_s, u"NVDA -17 % close"_s, u"NVDA +5..6 % intraday"_s}},
        {"sample-22",
         "two currencies and two closes",
         {u"NVDA -600 bn USD close"_s, u"NVDA -563 bn EUR close"_s, u"NVDA 142.62 USD close"_s,
          u"NVDA 118.42 USD close"_s}},
        {"sample-23",
         "Amsterdam and Xetra",
         {u"ASML.AS +5.6 % close"_s, u"^GDAXI +1 % close"_s, u"^GDAXI 21638 points close"_s, u"ENR.DE +4.9 % close"_s}},
        {"sample-24",
         "Thursday's close",
         {u"VST +13.6 % close"_s, u"CEG +5.7 % close"_s, u"MSFT -6.2 % close"_s, u"^GSPC +0.5 % close"_s}},
        {"sample-25",
         "a week and a day of it",
         {u"NVDA -15.8 % close"_s, u"^GSPC -1 % close"_s, u"^DJI +0.3 % close"_s, u"NVDA -3.7 % close"_s}},
        {"sample-26",
         "Europe and, before it, Tokyo",
         {u"^GDAXI -1.4 % close"_s, u"ENR.DE -4.1 % close"_s, u"SAP.DE -2 % close"_s, u"^N225 -2.7 % close"_s}},
        {"sample-27",
         "results",
         {u"GOOGL -7.3 % close"_s, u"AMD -6.3 % close"_s, u"NVDA +5.2 % close"_s, u"NVDA 124.83 USD close"_s,
          u"^GSPC +0.4 % close"_s, u"^IXIC +0.2 % close"_s}},
    };
    return all;
}

QString numberOf(const claims::Claim &claim)
{
    const double scale = claim.kind == claims::ClaimKind::Value ? 1e9 : 1;
    const QString sign = claim.direction == claims::Direction::Up     ? u"+"_s
                         : claim.direction == claims::Direction::Down ? u"-"_s
                                                                      : QString();
    const QString low = QString::number(claim.low / scale, 'g', 10);
    const QString range = claim.high > claim.low ? low + u".."_s + QString::number(claim.high / scale, 'g', 10) : low;
    return sign + range + (scale > 1 ? u" bn "_s : u" "_s) + claim.unit;
}

} // namespace

//! The news that the window shows on its first start: every number of it is a claim with the verdict that the quotes imply,
//! and nothing else is.
class SampleNewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyItemIsJudged_data();
    void everyItemIsJudged();
    void noItemIsLeftOut();

private:
    SampleQuotes m_quotes;
    news::MentionFinder m_finder;
    QMap<QString, QJsonObject> m_items;
};

void SampleNewsTest::initTestCase()
{
    const auto names = news::NameList::loadBuiltIn();
    QVERIFY(names);
    m_finder = news::MentionFinder(m_quotes.instruments(), &*names);
    QFile file(u":/sample/news.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray items = QJsonDocument::fromJson(file.readAll()).object().value("items"_L1).toArray();
    for (const QJsonValue &item : items)
        m_items.insert(item["id"_L1].toString(), item.toObject());
}

void SampleNewsTest::everyItemIsJudged_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("claimed");
    for (const Expected &row : expected())
        QTest::addRow("%s: %s", row.item, row.what) << QString::fromLatin1(row.item) << row.claims;
}

void SampleNewsTest::everyItemIsJudged()
{
    QFETCH(QString, id);
    QFETCH(QStringList, claimed);
    const QJsonObject item = m_items.value(id);
    const QString text = item.value("title"_L1).toString() + u"\n\n"_s + item.value("text"_L1).toString();
    const QString language = item.value("language"_L1).toString();
    const core::Time published = said::at(item.value("published"_L1).toString().toUtf8().constData());
    QStringList found;
    for (const claims::Claim &claim :
         claims::extractClaims(text, claims::builtInLexicon(language), m_finder.find(text, language), published)) {
        const claims::Verdict verdict = claim.subject.instrumentId == 0
                                            ? claims::judgeWithoutQuotes(claim)
                                            : claims::judge(claim, published, m_quotes.all(claim),
                                                            said::at("2025-02-14T22:00:00Z"));
        found.append(claim.subject.symbol + u' ' + numberOf(claim) + u' ' + claims::verdictCodeText(verdict.code));
    }
    QCOMPARE(found, claimed);
}

void SampleNewsTest::noItemIsLeftOut()
{
    QCOMPARE(qsizetype(expected().size()), m_items.size());
}

QTEST_GUILESS_MAIN(SampleNewsTest)
#include "tst_samplenews.moc"
