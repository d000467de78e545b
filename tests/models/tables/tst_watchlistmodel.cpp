// SPDX-License-Identifier: GPL-3.0-or-later
#include "WatchlistBench.h"
#include <pipeline/ActionImportJob.h>
#include <store/BarImportRequest.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QMimeData>

#include <algorithm>
#include <array>
#include <cmath>

using namespace tickmark;
using namespace tickmark::tables;

//! The watchlist's rows: what a reader compares with the newspaper of the day.
class TestWatchlistModel : public QObject, private WatchlistBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void pricesOfTheDay_data();
    void pricesOfTheDay();
    void groupsAndOrder();
    void aHoleGivesNoChange();
    void aDayWithoutQuoteIsADash();
    void holidayShowsTheSessionBefore();
    void latestCloseWithoutADate();
    void aDayOffDoesNotDateTheList();
    void pricesAfterASplitHaveTheirOwnDecimals();
    void curveCoversTheView();
    void curveOfManySessionsStaysSmall();
    void onlyTheNewestRequestIsShown();
    void sortsInsideGroups_data();
    void sortsInsideGroups();
    void followsTheStore();
    void languageChanges();
    void labelsFollowTheLanguage();
    void dragsSymbols();
    void letsGoOfAClosedStore();
};

void TestWatchlistModel::pricesOfTheDay_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("change");
    const auto row = [](const char *symbol, const char *label, const char *price, const char *change) {
        QTest::newRow(symbol) << QString::fromUtf8(label) << QString::fromUtf8(price) << QString::fromUtf8(change);
    };
    row("^GSPC", "S&P 500", "6.012,28", "−1,46");
    row("^IXIC", "Nasdaq", "19.341,83", "−3,07");
    row("^DJI", "Dow", "44.713,58", "+0,65");
    row("^SOX", "SOX", "4.853,20", "−9,15");
    row("^GDAXI", "DAX", "21.282,18", "−0,53");
    row("^N225", "Nikkei 225", "39.565,80", "−0,92");
    row("NVDA", "NVDA", "118,42", "−16,97");
    row("AVGO", "AVGO", "202,13", "−17,40");
    row("VST", "VST", "137,08", "−28,27");
    row("AAPL", "AAPL", "229,86", "+3,18");
    row("ASML.AS", "ASML.AS", "651,60", "−7,01");
    row("ENR.DE", "ENR.DE", "48,32", "–");
    row("9984.T", "9984.T", "2.420,30", "−8,32");
    row("EURUSD", "EUR/USD", "1,0468", "+0,50");
    row("BTC-USD", "BTC-USD", "102.087,69", "−0,58");
}

void TestWatchlistModel::pricesOfTheDay()
{
    QFETCH(QString, label);
    QFETCH(QString, price);
    QFETCH(QString, change);
    const char *symbol = QTest::currentDataTag();
    QCOMPARE(cell(symbol, WatchlistModel::SymbolColumn), label);
    QCOMPARE(cell(symbol, WatchlistModel::PriceColumn), price);
    QCOMPARE(cell(symbol, WatchlistModel::ChangeColumn), change);
}

void TestWatchlistModel::groupsAndOrder()
{
    QStringList groups;
    for (int i = 0; i < m_model->rowCount(); ++i)
        groups += m_model->index(i, 0).data(Qt::DisplayRole).toString();
    const auto name = [](WatchGroup group) { return watchGroupName(group); };
    QCOMPARE(groups, (QStringList{name(WatchGroup::Indices), name(WatchGroup::UsShares), name(WatchGroup::Europe),
                                  name(WatchGroup::Japan), name(WatchGroup::FxAndCrypto)}));
    const QModelIndex shares = m_model->index(1, 0);
    QStringList first;
    for (int i = 0; i < 3; ++i)
        first += m_model->index(i, 0, shares).data(Qt::DisplayRole).toString();
    QCOMPARE(first, (QStringList{QStringLiteral("NVDA"), QStringLiteral("AVGO"), QStringLiteral("AMD")}));
}

void TestWatchlistModel::aHoleGivesNoChange()
{
    const WatchQuote &quote = entry("ENR.DE").quote;
    QVERIFY(quote.bar.has_value());
    QVERIFY(!quote.previous);
    QVERIFY(!quote.changePercent());
    QCOMPARE(QString::fromStdString(quote.previousSession.iso()), QStringLiteral("2025-01-24"));
    QVERIFY(quote.baseBefore.has_value());
    const QString tip = m_model->describe(entry("ENR.DE"));
    QVERIFY2(tip.contains(QStringLiteral("24.01.2025")) && tip.contains(QStringLiteral("23.01.2025")), qPrintable(tip));
}

void TestWatchlistModel::aDayWithoutQuoteIsADash()
{
    load({*core::SessionDate::fromIso("2025-01-24"), sampleView()});
    QVERIFY(!entry("ENR.DE").quote.bar);
    QCOMPARE(cell("ENR.DE", WatchlistModel::PriceColumn), QStringLiteral("–"));
    QCOMPARE(cell("ENR.DE", WatchlistModel::ChangeColumn), QStringLiteral("–"));
    QCOMPARE(cell("NVDA", WatchlistModel::PriceColumn), QStringLiteral("142,62"));
}

void TestWatchlistModel::holidayShowsTheSessionBefore()
{
    // a Sunday: only the coins trade
    load({*core::SessionDate::fromIso("2025-01-26"), sampleView()});
    QCOMPARE(QString::fromStdString(entry("NVDA").quote.session.iso()), QStringLiteral("2025-01-24"));
    QCOMPARE(cell("NVDA", WatchlistModel::PriceColumn), QStringLiteral("142,62"));
    QCOMPARE(QString::fromStdString(entry("BTC-USD").quote.session.iso()), QStringLiteral("2025-01-26"));
}

void TestWatchlistModel::latestCloseWithoutADate()
{
    load({});
    QCOMPARE(QString::fromStdString(entry("NVDA").quote.session.iso()), QStringLiteral("2025-02-14"));
    QCOMPARE(QString::fromStdString(m_model->newestSession()->iso()),
             QString::fromStdString(entry("BTC-USD").quote.session.iso()));
    QVERIFY(!entry("NVDA").quote.spark.values.empty());
}

void TestWatchlistModel::aDayOffDoesNotDateTheList()
{
    load({});
    const core::SessionDate regular = *m_model->newestSession();
    store::BarImportRequest request;
    request.origin.origin = QStringLiteral("saturday.csv");
    request.series = {{entry("NVDA").instrument.id,
                       entry("NVDA").quote.source,
                       core::QuoteField::Bar,
                       core::Series::kDaily,
                       core::SeriesKind::Traded,
                       {}}};
    request.nextSlice = [](std::vector<store::BarRow> &rows) {
        store::BarRow row;
        row.bar.session = *core::SessionDate::fromIso("2025-02-22");
        row.bar.open = row.bar.high = row.bar.low = row.bar.close = 13'900;
        row.bar.flags = core::kBarOutsideCalendar;
        row.priceDecimals = 2;
        rows.push_back(row);
        return core::Result<bool>(false);
    };
    QVERIFY(m_session->get()->writer()->importBars(request).result().has_value());
    reload();
    QCOMPARE(m_model->newestSession()->days(), regular.days());
    QCOMPARE(cell("NVDA", WatchlistModel::PriceColumn), QStringLiteral("139,00"));
    QVERIFY(m_model->isOfAnotherDay(entry("NVDA")));
    QVERIFY(!m_model->isOfAnotherDay(entry("AVGO")));
    const QModelIndex row = m_model->indexOf(QStringLiteral("NVDA"));
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("22.02.2025")));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("22.02.2025")));
    auto reader = store::StoreReader::open(m_session->path());
    QCOMPARE((*reader)->info()->lastSession->days(), regular.days());
    m_session.reset();
}

void TestWatchlistModel::pricesAfterASplitHaveTheirOwnDecimals()
{
    auto list = sources::openBytes("symbol,date,kind,ratio\nNVDA,2025-02-03,split,3:1\n", QStringLiteral("s.csv"));
    const std::array known{entry("NVDA").instrument};
    QVERIFY(pipeline::importActions(**list, QStringLiteral("s.csv"), QStringLiteral("file"), core::Time{1}, known,
                                    *m_session->get()->writer()));
    reload();
    QCOMPARE(cell("NVDA", WatchlistModel::PriceColumn), QStringLiteral("39,47")); // 118.42 / 3
    QCOMPARE(cell("NVDA", WatchlistModel::ChangeColumn), QStringLiteral("−16,97"));
    const QString tip = m_model->describe(entry("NVDA"));
    QVERIFY2(tip.contains(QStringLiteral("39,47\n")) && tip.contains(QStringLiteral("47,54 ")), qPrintable(tip));
    m_session.reset();
}

void TestWatchlistModel::curveCoversTheView()
{
    const Sparkline &spark = entry("NVDA").quote.spark;
    // 14 January to 14 February 2025 without weekends and Martin Luther King Day
    QCOMPARE(spark.values.size(), std::size_t(23));
    QCOMPARE(spark.dot, 8);
    QCOMPARE(*std::ranges::max_element(spark.values), 1.0f);
    QCOMPARE(*std::ranges::min_element(spark.values), 0.0f);
    const Sparkline &holed = entry("ENR.DE").quote.spark;
    QVERIFY(std::ranges::any_of(holed.values, [](float value) { return std::isnan(value); }));
}

void TestWatchlistModel::curveOfManySessionsStaysSmall()
{
    load({kDay,
          core::TimeRange{*core::parseIsoTime("2024-01-01T00:00:00Z"), *core::parseIsoTime("2025-12-31T00:00:00Z")}});
    const Sparkline &spark = entry("BTC-USD").quote.spark;
    QVERIFY(spark.values.size() <= std::size_t(Sparkline::kMostValues));
    QVERIFY(spark.dot >= 0 && spark.dot < int(spark.values.size()));
}

void TestWatchlistModel::onlyTheNewestRequestIsShown()
{
    QSignalSpy loaded(m_model.get(), &WatchlistModel::loaded);
    for (int day = 0; day < 10; ++day)
        m_model->setRequest({kDay.plusDays(-day), sampleView()});
    m_model->setRequest({*core::SessionDate::fromIso("2025-01-24"), sampleView()});
    QTRY_COMPARE(cell("NVDA", WatchlistModel::PriceColumn), QStringLiteral("142,62"));
    QTRY_COMPARE(loaded.size(), 1);
}

void TestWatchlistModel::sortsInsideGroups_data()
{
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("first");
    QTest::newRow("store") << int(WatchOrder::Store) << QStringLiteral("NVDA");
    QTest::newRow("symbol") << int(WatchOrder::Label) << QStringLiteral("AAPL");
    QTest::newRow("change, losses first") << int(WatchOrder::Change) << QStringLiteral("VST");
}

void TestWatchlistModel::sortsInsideGroups()
{
    QFETCH(int, order);
    QFETCH(QString, first);
    const QPersistentModelIndex kept = m_model->indexOf(QStringLiteral("MSFT"));
    m_model->setOrder(WatchOrder(order));
    QCOMPARE(m_model->index(0, 0, m_model->index(1, 0)).data(Qt::DisplayRole).toString(), first);
    QCOMPARE(kept.data(Qt::DisplayRole).toString(), QStringLiteral("MSFT"));
    QCOMPARE(QModelIndex(kept), m_model->indexOf(QStringLiteral("MSFT")));
}

void TestWatchlistModel::followsTheStore()
{
    QSignalSpy loaded(m_model.get(), &WatchlistModel::loaded);
    core::Instrument added;
    added.symbol = QStringLiteral("GOLD");
    added.kind = core::InstrumentKind::Commodity;
    QVERIFY(m_session->get()->writer()->addInstrument(added).result().has_value());
    m_session->get()->tellChanged(pipeline::StoreChange::Instruments);
    QTRY_COMPARE(loaded.size(), 1);
    QVERIFY(m_model->indexOf(QStringLiteral("gold")).isValid());
    QCOMPARE(cell("GOLD", WatchlistModel::PriceColumn), QStringLiteral("–"));
    QVERIFY(!entry("GOLD").quote.hasQuotes);
    QCOMPARE(m_model->rowCount(), 6);
    QCOMPARE(cell("NVDA", WatchlistModel::PriceColumn), QStringLiteral("118,42"));
    m_session.reset();
}

void TestWatchlistModel::languageChanges()
{
    m_model->setFormats(core::Formats(QStringLiteral("en")));
    QCOMPARE(cell("^GSPC", WatchlistModel::PriceColumn), QStringLiteral("6,012.28"));
    QCOMPARE(cell("^GSPC", WatchlistModel::ChangeColumn), QStringLiteral("−1.46"));
}

void TestWatchlistModel::labelsFollowTheLanguage()
{
    core::Instrument added;
    added.symbol = QStringLiteral("^OIL");
    added.kind = core::InstrumentKind::Index;
    added.names = {{QStringLiteral("de"), QStringLiteral("Ölpreis"), QStringLiteral("Öl"), {}},
                   {QStringLiteral("en"), QStringLiteral("Price of oil"), QStringLiteral("Crude"), {}}};
    QVERIFY(m_session->get()->writer()->addInstrument(added).result().has_value());
    m_session->get()->tellChanged(pipeline::StoreChange::Instruments);
    QTRY_COMPARE(cell("^OIL", WatchlistModel::SymbolColumn), QStringLiteral("Öl"));
    const auto isAbove = [this](const char *upper, const char *lower) {
        return m_model->indexOf(QString::fromLatin1(upper)).row() < m_model->indexOf(QString::fromLatin1(lower)).row();
    };
    m_model->setOrder(WatchOrder::Label);
    QVERIFY(isAbove("^N225", "^OIL") && isAbove("^OIL", "^GSPC")); // as Germans sort it: not after Z
    m_model->setFormats(core::Formats(QStringLiteral("en")));
    QTRY_COMPARE(cell("^OIL", WatchlistModel::SymbolColumn), QStringLiteral("Crude"));
    QVERIFY(isAbove("^OIL", "^GDAXI"));
    QCOMPARE(cell("NVDA", WatchlistModel::PriceColumn), QStringLiteral("118.42")); // known all the time
    m_session.reset();
}

void TestWatchlistModel::dragsSymbols()
{
    const std::unique_ptr<QMimeData> data(
        m_model->mimeData({m_model->indexOf(QStringLiteral("NVDA")), m_model->indexOf(QStringLiteral("^GSPC"))}));
    QCOMPARE(data->data(QStringLiteral("application/x-tickmark-instruments")), QByteArrayLiteral("NVDA\n^GSPC"));
    QVERIFY(!m_model->mimeData({m_model->index(0, 0)}));
}

void TestWatchlistModel::letsGoOfAClosedStore()
{
    m_session->close();
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setRequest({});
    QCOMPARE(m_model->instrumentCount(), 0);
    m_session.reset();
}

QTEST_GUILESS_MAIN(TestWatchlistModel)
#include "tst_watchlistmodel.moc"
