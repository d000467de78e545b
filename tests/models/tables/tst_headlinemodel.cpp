// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimMaker.h"
#include <tables/HeadlineLoader.h>
#include <tables/HeadlineModel.h>
#include <tables/HeadlineProxy.h>

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <tuple>

using namespace tickmark;
using namespace tickmark::tables;
using namespace Qt::StringLiterals;

namespace {

core::Instrument instrument(qint64 id, const QString &symbol, core::InstrumentKind kind, const QString &name,
                            const QString &german, const QString &english)
{
    core::Instrument made;
    made.id = id;
    made.symbol = symbol;
    made.kind = kind;
    made.names = {{u"de"_s, name, german, {}}, {u"en"_s, name, english, {}}};
    return made;
}

std::vector<core::Instrument> instruments()
{
    return {instrument(1, u"NVDA"_s, core::InstrumentKind::Stock, u"Nvidia"_s, {}, {}),
            instrument(2, u"^N225"_s, core::InstrumentKind::Index, u"Nikkei 225"_s, u"Nikkei"_s, u"Nikkei 225"_s),
            instrument(3, u"VST"_s, core::InstrumentKind::Stock, u"Vistra"_s, {}, {})};
}

core::NewsItem item(qint64 id, qint64 time, const QString &publisher, const QString &language, const QString &title,
                    const QString &excerpt = {})
{
    return {id, QString::number(id), core::Time{time}, publisher, language, title, excerpt, {}};
}

std::vector<core::NewsItem> someNews()
{
    return {item(1, 10, u"Kontorblatt"_s, u"de"_s, u"Nvidia fällt"_s, u"Der Nikkei 225 und Nvidias Kurs fallen."_s),
            item(2, 30, u"Quillgate Wire"_s, u"en"_s, u"Vistra gains"_s),
            item(3, 20, u"Kontorblatt"_s, u"de"_s, u"Ruhe am Markt"_s),
            item(4, 30, u"abendpost"_s, {}, u"Zwei\nZeilen \u202e"_s, u"Vistra"_s)};
}

HeadlineSet headlines(const QString &language = u"de"_s)
{
    return *makeHeadlines(someNews(), instruments(), {3}, language);
}

QString shown(const QAbstractItemModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.index(row, 0).data(HeadlineModel::IdRole).toString();
    return ids.join(u' ');
}

HeadlineVerdicts verdictsOf(std::vector<store::StoredClaim> claims, QLocale::Language language)
{
    return {std::make_shared<const ClaimBook>(std::move(claims), someNews(), instruments(), u"en"_s),
            QLocale(language)};
}

QList<HeadlineVerdict> verdictsAt(const QModelIndex &index)
{
    return index.data(HeadlineModel::VerdictsRole).value<QList<HeadlineVerdict>>();
}

QString numbers(const QModelIndex &index)
{
    QStringList all;
    for (const HeadlineVerdict &verdict : verdictsAt(index))
        all += verdict.number;
    return all.join(u' ');
}

} // namespace

//! The list of headlines and what a filter leaves of it.
class HeadlineModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirst();
    void everythingThatARowShows();
    void chipsAreNamedInTheLanguageOfTheWindow();
    void choicesAreWhatOccurs();
    void aCancelledLoadSaysSo();
    void filters_data();
    void filters();
    void readMarksAreToldToBothModels();
    void aReadHeadlineStaysUntilTheFilterIsSetAgain();
    void theSameRowsAreNotReset();
    void countsInsideARange_data();
    void countsInsideARange();
    void newHeadlinesAreFilteredToo();
    void verdictsStandAtTheirHeadlines();
    void aDismissedOrUncheckedClaimIsNoVerdict();
    void aNumberOfTitleAndTextIsOneVerdict();
    void filtersByVerdict();
    void verdictsOfFiftyThousandClaimsAreAtHandAtOnce();
    void fiveThousandHeadlinesAreFilteredAtOnce();
};

void HeadlineModelTest::newestFirst()
{
    HeadlineModel model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(shown(model), QString());
    model.setHeadlines(headlines().headlines);
    QCOMPARE(shown(model), u"4 2 3 1"_s);
    QCOMPARE(model.rowOf(3), std::optional<int>(2));
    QCOMPARE(model.rowOf(99), std::optional<int>());
    model.setHeadlines({});
    QCOMPARE(shown(model), QString());
}

void HeadlineModelTest::everythingThatARowShows()
{
    HeadlineModel model;
    model.setHeadlines(headlines().headlines);
    const QModelIndex last = model.index(3);
    QCOMPARE(last.data().toString(), u"Nvidia fällt"_s);
    QCOMPARE(last.data(HeadlineModel::PublisherRole).toString(), u"Kontorblatt"_s);
    QCOMPARE(last.data(HeadlineModel::PublishedRole).toLongLong(), 10);
    QCOMPARE(last.data(HeadlineModel::LanguageRole).toString(), u"de"_s);
    QCOMPARE(last.data(HeadlineModel::ExcerptRole).toString(), someNews().front().excerpt);
    QCOMPARE(last.data(HeadlineModel::ReadRole).toBool(), false);
    QCOMPARE(model.index(2).data(HeadlineModel::ReadRole).toBool(), true);
    // one line, and nothing in it turns the direction of what follows
    QCOMPARE(model.index(0).data().toString(), u"Zwei Zeilen"_s);
    const Headline *headline = model.find(1);
    QVERIFY(headline);
    using Place = std::tuple<qint64, qsizetype, qsizetype>; // instrument, start, length
    const auto places = [](const std::vector<news::Mention> &mentions) {
        std::vector<Place> found;
        for (const news::Mention &mention : mentions)
            found.emplace_back(mention.instrumentId, mention.start, mention.length);
        return found;
    };
    QCOMPARE(places(headline->titleMentions), (std::vector<Place>{{1, 0, 6}}));
    QCOMPARE(places(headline->excerptMentions), (std::vector<Place>{{2, 4, 10}, {1, 19, 7}}));
}

void HeadlineModelTest::chipsAreNamedInTheLanguageOfTheWindow()
{
    const auto labels = [](const HeadlineSet &set) {
        QStringList texts;
        for (const NamedInstrument &named : set.headlines.back().instruments)
            texts += named.label;
        return texts;
    };
    QCOMPARE(labels(headlines(u"de"_s)), (QStringList{u"NVDA"_s, u"Nikkei"_s}));
    QCOMPARE(labels(headlines(u"en"_s)), (QStringList{u"NVDA"_s, u"Nikkei 225"_s}));
}

void HeadlineModelTest::choicesAreWhatOccurs()
{
    const HeadlineSet set = headlines();
    QCOMPARE(set.publishers, (QStringList{u"abendpost"_s, u"Kontorblatt"_s, u"Quillgate Wire"_s}));
    QCOMPARE(set.languages, (QStringList{u"de"_s, u"en"_s}));
    QStringList symbols;
    for (const NamedInstrument &named : set.instruments)
        symbols += named.symbol;
    QCOMPARE(symbols, (QStringList{u"^N225"_s, u"NVDA"_s, u"VST"_s}));
}

void HeadlineModelTest::aCancelledLoadSaysSo()
{
    const auto stop = std::make_shared<std::stop_source>();
    stop->request_stop();
    const auto set = makeHeadlines(someNews(), instruments(), {}, u"de"_s, stop->get_token());
    QVERIFY(!set);
    QCOMPARE(set.error().code, core::ErrorCode::Cancelled);
}

void HeadlineModelTest::filters_data()
{
    QTest::addColumn<HeadlineFilter>("filter");
    QTest::addColumn<QString>("expected");
    HeadlineFilter filter;
    QTest::newRow("none") << filter << u"4 2 3 1"_s;
    filter.instrumentId = 3;
    QTest::newRow("instrument in title or text") << filter << u"4 2"_s;
    filter.language = u"en"_s;
    QTest::newRow("and language") << filter << u"2"_s;
    filter = {};
    filter.publisher = u"Kontorblatt"_s;
    QTest::newRow("publisher") << filter << u"3 1"_s;
    filter.unreadOnly = true;
    QTest::newRow("and unread") << filter << u"1"_s;
    filter = {};
    filter.within = core::TimeRange{core::Time{20}, core::Time{30}};
    QTest::newRow("range without its end") << filter << u"3"_s;
    filter = {};
    filter.textMatches = QSet<qint64>{1, 2, 77};
    QTest::newRow("what the search found") << filter << u"2 1"_s;
    filter.textMatches = QSet<qint64>{};
    QTest::newRow("the search found nothing") << filter << QString();
    filter = {};
    filter.instrumentId = 0;
    QTest::newRow("an instrument that nothing mentions") << filter << QString();
}

void HeadlineModelTest::filters()
{
    QFETCH(HeadlineFilter, filter);
    QFETCH(QString, expected);
    HeadlineModel model;
    model.setHeadlines(headlines().headlines);
    HeadlineProxy proxy(model);
    const QAbstractItemModelTester tester(&proxy);
    proxy.setFilter(filter);
    QCOMPARE(shown(proxy), expected);
    proxy.setFilter({});
    QCOMPARE(shown(proxy), u"4 2 3 1"_s);
}

void HeadlineModelTest::readMarksAreToldToBothModels()
{
    HeadlineModel model;
    model.setHeadlines(headlines().headlines);
    HeadlineProxy proxy(model);
    HeadlineFilter german;
    german.language = u"de"_s;
    proxy.setFilter(german);
    QSignalSpy changed(&proxy, &QAbstractItemModel::dataChanged);
    model.markRead({2, 99}, true); // not shown
    QCOMPARE(changed.size(), 0);
    model.markRead({1}, true);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().front().toModelIndex().row(), 1);
    QVERIFY(proxy.index(1, 0).data(HeadlineModel::ReadRole).toBool());
    model.markRead({1}, true); // was read already
    QCOMPARE(changed.size(), 1);
}

void HeadlineModelTest::aReadHeadlineStaysUntilTheFilterIsSetAgain()
{
    HeadlineModel model;
    model.setHeadlines(headlines().headlines);
    HeadlineProxy proxy(model);
    HeadlineFilter unread;
    unread.unreadOnly = true;
    proxy.setFilter(unread);
    QCOMPARE(shown(proxy), u"4 2 1"_s);
    model.markRead({2}, true);
    QCOMPARE(shown(proxy), u"4 2 1"_s);
    proxy.setFilter(unread);
    QCOMPARE(shown(proxy), u"4 1"_s);
}

void HeadlineModelTest::theSameRowsAreNotReset()
{
    HeadlineModel model;
    model.setHeadlines(headlines().headlines);
    HeadlineProxy proxy(model);
    QSignalSpy reset(&proxy, &QAbstractItemModel::modelReset);
    HeadlineFilter filter;
    filter.within = core::TimeRange{core::Time{0}, core::Time{1000}};
    proxy.setFilter(filter);
    QCOMPARE(reset.size(), 0);
    filter.within->begin = core::Time{15};
    proxy.setFilter(filter);
    QCOMPARE(reset.size(), 1);
}

void HeadlineModelTest::countsInsideARange_data()
{
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<int>("expected");
    QTest::newRow("all") << qint64(0) << qint64(100) << 4;
    QTest::newRow("none before") << qint64(0) << qint64(10) << 0;
    QTest::newRow("none after") << qint64(31) << qint64(100) << 0;
    QTest::newRow("the first alone") << qint64(10) << qint64(11) << 1;
    QTest::newRow("two at one time") << qint64(30) << qint64(31) << 2;
    QTest::newRow("empty") << qint64(20) << qint64(20) << 0;
}

void HeadlineModelTest::countsInsideARange()
{
    QFETCH(qint64, begin);
    QFETCH(qint64, end);
    QFETCH(int, expected);
    HeadlineModel model;
    model.setHeadlines(headlines().headlines);
    const HeadlineProxy proxy(model);
    QCOMPARE(proxy.countWithin({core::Time{begin}, core::Time{end}}), expected);
}

void HeadlineModelTest::newHeadlinesAreFilteredToo()
{
    HeadlineModel model;
    HeadlineProxy proxy(model);
    const QAbstractItemModelTester tester(&proxy);
    HeadlineFilter filter;
    filter.publisher = u"Kontorblatt"_s;
    proxy.setFilter(filter);
    model.setHeadlines(headlines().headlines);
    QCOMPARE(shown(proxy), u"3 1"_s);
    QCOMPARE(proxy.indexOf(3).row(), 0);
    QVERIFY(!proxy.indexOf(2).isValid());
}

void HeadlineModelTest::verdictsStandAtTheirHeadlines()
{
    HeadlineModel model;
    const QAbstractItemModelTester tester(&model);
    HeadlineProxy proxy(model);
    model.setHeadlines(headlines().headlines);
    const QModelIndex last = model.index(3);
    QVERIFY(!last.data(HeadlineModel::JudgedRole).toBool());
    QSignalSpy told(&proxy, &QAbstractItemModel::dataChanged);
    model.setVerdicts(verdictsOf({ClaimMaker().hedged(claims::Hedge::Almost),
                                  ClaimMaker().in(1, 1).stated(9, 0.5).verdict(claims::VerdictCode::Contradicted)},
                                 QLocale::English));
    QCOMPARE(told.size(), 1);
    QVERIFY(last.data(HeadlineModel::JudgedRole).toBool());
    QVERIFY(!model.index(0).data(HeadlineModel::JudgedRole).toBool());
    QCOMPARE(numbers(last), u"−17% −9%"_s);
    QCOMPARE(verdictsAt(last)[0].code, claims::VerdictCode::Close);
    QCOMPARE(verdictsAt(last)[1].code, claims::VerdictCode::Contradicted);
    const QString spoken = last.data(Qt::AccessibleDescriptionRole).toString();
    QVERIFY2(spoken.startsWith(u"NVDA almost −17%: confirmed (close)\nNVDA −9%: "_s), qPrintable(spoken));

    model.setHeadlines(headlines().headlines); // as after an import
    QCOMPARE(numbers(model.index(3)), u"−17% −9%"_s);
    model.setVerdicts(verdictsOf({ClaimMaker().stated(14.4, 0.05)}, QLocale::German));
    QCOMPARE(numbers(model.index(3)), u"−14,4\u00a0%"_s);
    model.setVerdicts({});
    QVERIFY(!model.index(3).data(HeadlineModel::JudgedRole).toBool());
    QVERIFY(verdictsAt(model.index(3)).isEmpty());
}

void HeadlineModelTest::aDismissedOrUncheckedClaimIsNoVerdict()
{
    HeadlineModel model;
    model.setHeadlines(headlines().headlines);
    model.setVerdicts(verdictsOf({ClaimMaker().dismissed(), ClaimMaker().in(2).unchecked()}, QLocale::English));
    QVERIFY(!model.index(3).data(HeadlineModel::JudgedRole).toBool());
    QVERIFY(!model.index(1).data(HeadlineModel::JudgedRole).toBool());
    model.setVerdicts(
        verdictsOf({ClaimMaker().dismissed(), ClaimMaker().in(1, 1).stated(14.4, 0.05)}, QLocale::English));
    QCOMPARE(numbers(model.index(3)), u"−14.4%"_s);
}

void HeadlineModelTest::aNumberOfTitleAndTextIsOneVerdict()
{
    HeadlineModel model;
    model.setHeadlines(headlines().headlines);
    model.setVerdicts(verdictsOf({ClaimMaker(), ClaimMaker().in(1, 1).hedged(claims::Hedge::Almost),
                                  ClaimMaker().in(1, 2).about(3, u"VST"_s, u"Vistra"_s)},
                                 QLocale::English));
    // of Nvidia once, whatever the words around it, and of Vistra
    QCOMPARE(numbers(model.index(3)), u"−17% −17%"_s);
}

void HeadlineModelTest::filtersByVerdict()
{
    HeadlineModel model;
    HeadlineProxy proxy(model);
    const QAbstractItemModelTester tester(&proxy);
    model.setHeadlines(headlines().headlines);
    model.setVerdicts(verdictsOf({ClaimMaker(), ClaimMaker().in(1, 1).verdict(claims::VerdictCode::Contradicted),
                                  ClaimMaker().in(2), ClaimMaker().in(3).dismissed()},
                                 QLocale::English));
    HeadlineFilter filter;
    filter.verdict = claims::VerdictCode::Close;
    proxy.setFilter(filter);
    QCOMPARE(shown(proxy), u"2 1"_s);
    filter.verdict = claims::VerdictCode::Contradicted;
    proxy.setFilter(filter);
    QCOMPARE(shown(proxy), u"1"_s);
    filter.verdict = claims::VerdictCode::Unattributed;
    proxy.setFilter(filter);
    QCOMPARE(shown(proxy), QString());
}

void HeadlineModelTest::verdictsOfFiftyThousandClaimsAreAtHandAtOnce()
{
    std::vector<core::NewsItem> news;
    std::vector<store::StoredClaim> many;
    for (qint64 id = 1; id <= 10000; ++id) {
        news.push_back(item(id, id, u"P"_s, u"de"_s, u"T"_s));
        for (int nth = 0; nth < 5; ++nth)
            many.push_back(ClaimMaker().in(id, nth).stated(10 + nth, 0.5));
    }
    const auto book = std::make_shared<const ClaimBook>(std::move(many), news, instruments(), u"de"_s);
    HeadlineModel model;
    model.setHeadlines(makeHeadlines(std::move(news), instruments(), {}, u"de"_s)->headlines);
    QElapsedTimer timer;
    timer.start();
    model.setVerdicts(HeadlineVerdicts(book, QLocale(QLocale::German)));
    qInfo("50,000 claims: %.1f ms until the list knows its verdicts", double(timer.nsecsElapsed()) / 1e6);
    timer.restart();
    QCOMPARE(verdictsAt(model.index(0)).size(), 5);
    qInfo("words of one headline: %.2f ms", double(timer.nsecsElapsed()) / 1e6);
}

void HeadlineModelTest::fiveThousandHeadlinesAreFilteredAtOnce()
{
    std::vector<core::NewsItem> many;
    for (qint64 id = 1; id <= 5000; ++id)
        many.push_back(item(id, id, u"Kontorblatt"_s, u"de"_s, id % 2 == 0 ? u"Nvidia fällt"_s : u"Vistra fällt"_s,
                            u"Der Nikkei 225 stand tiefer. "_s.repeated(40)));
    QElapsedTimer timer;
    timer.start();
    HeadlineSet set = *makeHeadlines(std::move(many), instruments(), {}, u"de"_s);
    const qint64 made = timer.restart();
    HeadlineModel model;
    model.setHeadlines(std::move(set.headlines));
    HeadlineProxy proxy(model);
    HeadlineFilter filter;
    filter.instrumentId = 3;
    filter.within = core::TimeRange{core::Time{100}, core::Time{5000}};
    timer.restart();
    proxy.setFilter(filter);
    const double filtered = double(timer.nsecsElapsed()) / 1e6;
    qInfo("5,000 headlines: mentions found in %lld ms, filtered in %.2f ms", made, filtered);
    QCOMPARE(proxy.rowCount(), 2450);
}

QTEST_GUILESS_MAIN(HeadlineModelTest)
#include "tst_headlinemodel.moc"
