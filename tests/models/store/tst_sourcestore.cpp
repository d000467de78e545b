// SPDX-License-Identifier: GPL-3.0-or-later
// Sources that are fed from the network: what the user set up is there again after a restart, a removed source leaves what
// it brought, splits and dividends come and can be taken back.
#include "StoreTestSupport.h"

using namespace tickmark;
using namespace tickmark::store;

class TestSourceStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void setupIsThereAfterRestart();
    void editKeepsKeyAndStates();
    void renamedSourceKeepsItsQuotes();
    void priorityDecidesWhichSourceIsShown();
    void wrongSetupIsRefused_data();
    void wrongSetupIsRefused();
    void quotesKeepTheirProvider();
    void anotherAddressIsAskedForAll();
    void whatWasTakenBackIsAskedForAgain();
    void splitsAreInWhatATableHasBrought();
    void removedSourceLeavesItsQuotes();
    void removedSourceWithoutQuotesIsGone();
    void stateIsThereAfterRestart();
    void stateOfRemovedSourceIsPassedOver();
    void actionsComeAndGo();
    void senselessActionIsRefused_data();
    void senselessActionIsRefused();

private:
    void reopen();
    [[nodiscard]] static SourceSetup fullSetup();
    [[nodiscard]] qint64 save(const SourceSetup &setup);
    [[nodiscard]] SourceSetup onlySetup();
    [[nodiscard]] bool isCovered(qint64 sourceId);
    void saveCovered(qint64 sourceId);
    void importBar(const char *source, qint64 close);

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
    qint64 m_nvidia = 0;
};

void TestSourceStore::init()
{
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(m_folder->store()));
    reopen();
    m_nvidia = m_reader->instrument(text("NVDA"))->id;
}

void TestSourceStore::cleanup()
{
    m_reader.reset();
    m_writer.reset();
    m_folder.reset();
}

void TestSourceStore::reopen()
{
    m_reader.reset();
    m_writer.reset();
    m_writer = std::move(*StoreWriter::open(m_folder->store()));
    m_reader = std::move(*StoreReader::open(m_folder->store()));
}

SourceSetup TestSourceStore::fullSetup()
{
    SourceSetup setup;
    setup.name = text("Börse täglich");
    setup.priority = 3;
    setup.provider = text("yahoo");
    setup.isEnabled = false;
    setup.address = text("http://127.0.0.1:8080/mirror");
    setup.symbols = {text("NVDA"), text("^GSPC")};
    setup.spellings.insert(text("NVDA"), text("NVDA.US"));
    setup.intervals = {core::Series::kDaily, 5 * core::kNsPerMinute};
    setup.since = core::SessionDate::fromCivil(2020, 1, 2);
    setup.profile = text("{\"separator\":\";\"}");
    setup.splitsAdjusted = true;
    setup.language = text("de");
    setup.plainHttpAllowed = true;
    setup.schedule = {FetchSchedule::When::SessionHours, 15};
    return setup;
}

qint64 TestSourceStore::save(const SourceSetup &setup)
{
    const auto id = m_writer->saveSource(setup).result();
    return id ? *id : 0;
}

SourceSetup TestSourceStore::onlySetup()
{
    const auto setups = m_reader->sourceSetups();
    return setups && setups->size() == 1 ? setups->front() : SourceSetup{};
}

void TestSourceStore::importBar(const char *source, qint64 close)
{
    VERIFY_RESULT(m_writer->importBars(importOf({dailySeries(m_nvidia, source)}, {dailyRow(20'000, close)})).result());
}

void TestSourceStore::setupIsThereAfterRestart()
{
    SourceSetup setup = fullSetup();
    setup.sourceId = save(setup);
    QVERIFY(setup.sourceId != 0);
    reopen();
    const SourceSetup stored = onlySetup();
    QVERIFY(!stored.uuid.isEmpty());
    setup.uuid = stored.uuid;
    QVERIFY(stored == setup);
}

void TestSourceStore::editKeepsKeyAndStates()
{
    SourceSetup setup = fullSetup();
    setup.sourceId = save(setup);
    const QString uuid = onlySetup().uuid;
    FetchState state;
    state.sourceId = setup.sourceId;
    state.item = text("NVDA");
    VERIFY_RESULT(m_writer->saveFetchStates({state}).result());
    setup.uuid = text("another");
    setup.schedule.everyMinutes = 30;
    QCOMPARE(save(setup), setup.sourceId);
    QCOMPARE(onlySetup().uuid, uuid);
    QCOMPARE(onlySetup().schedule.everyMinutes, 30);
    QCOMPARE(m_reader->fetchStates()->size(), 1U);
}

void TestSourceStore::renamedSourceKeepsItsQuotes()
{
    SourceSetup setup = fullSetup();
    setup.sourceId = save(setup);
    importBar("Börse täglich", 11842);
    setup.name = text("Exchange");
    QCOMPARE(save(setup), setup.sourceId);
    const auto series = m_reader->seriesOf(m_nvidia);
    QCOMPARE(series->size(), 1U);
    QCOMPARE(series->front().source, text("Exchange"));
}

void TestSourceStore::priorityDecidesWhichSourceIsShown()
{
    importBar("file", 11851);
    importBar("Börse täglich", 11842);
    QCOMPARE((*m_reader->preferredSeries(m_nvidia, SeriesUse::Daily))->source, text("file"));
    QVERIFY(save(fullSetup()) != 0);
    QCOMPARE((*m_reader->preferredSeries(m_nvidia, SeriesUse::Daily))->source, text("Börse täglich"));
}

void TestSourceStore::wrongSetupIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<qint64>("id");
    QTest::addColumn<core::ErrorCode>("code");
    QTest::newRow("no name") << text(" ") << text("yahoo") << 60 << qint64(0) << core::ErrorCode::InvalidInput;
    QTest::newRow("no provider") << text("A") << QString() << 60 << qint64(0) << core::ErrorCode::InvalidInput;
    QTest::newRow("all the time") << text("A") << text("yahoo") << 0 << qint64(0) << core::ErrorCode::InvalidInput;
    QTest::newRow("taken, other case") << text("TAKEN") << text("yahoo") << 60 << qint64(0)
                                       << core::ErrorCode::AlreadyExists;
    QTest::newRow("two lines") << text("A\nB") << text("yahoo") << 60 << qint64(0) << core::ErrorCode::InvalidInput;
    QTest::newRow("name of the files") << text("File") << text("yahoo") << 60 << qint64(0)
                                       << core::ErrorCode::InvalidInput;
    QTest::newRow("gone") << text("A") << text("yahoo") << 60 << qint64(4711) << core::ErrorCode::NotFound;
}

void TestSourceStore::wrongSetupIsRefused()
{
    SourceSetup other = fullSetup();
    other.name = text("Taken");
    QVERIFY(save(other) != 0);
    QFETCH(QString, name);
    QFETCH(QString, provider);
    QFETCH(int, minutes);
    QFETCH(qint64, id);
    SourceSetup setup;
    setup.sourceId = id;
    setup.name = name;
    setup.provider = provider;
    setup.schedule.everyMinutes = minutes;
    const auto saved = m_writer->saveSource(setup).result();
    QVERIFY(!saved);
    QTEST(saved.error().code, "code");
    QCOMPARE(m_reader->sourceSetups()->size(), 1U);
}

void TestSourceStore::saveCovered(qint64 sourceId)
{
    FetchState state;
    state.sourceId = sourceId;
    state.revision = onlySetup().revision;
    state.item = text("NVDA");
    state.etag = text("abc");
    state.coveredFrom = core::SessionDate::fromDays(19'000);
    state.coveredUntil = core::SessionDate::fromDays(20'000);
    VERIFY_RESULT(m_writer->saveFetchStates({state}).result());
}

bool TestSourceStore::isCovered(qint64 sourceId)
{
    const auto states = m_reader->fetchStates(sourceId);
    return states && states->size() == 1 && states->front().coveredFrom && !states->front().etag.isEmpty();
}

void TestSourceStore::quotesKeepTheirProvider()
{
    SourceSetup setup = fullSetup();
    setup.sourceId = save(setup);
    importBar("Börse täglich", 11842);
    setup.provider = text("stooq");
    QCOMPARE(m_writer->saveSource(setup).result().error().code, core::ErrorCode::InvalidInput);
    QCOMPARE(onlySetup().provider, text("yahoo"));
    // nor under its name once it was removed
    VERIFY_RESULT(m_writer->removeSource(setup.sourceId).result());
    setup.sourceId = 0;
    QCOMPARE(m_writer->saveSource(setup).result().error().code, core::ErrorCode::InvalidInput);
}

void TestSourceStore::anotherAddressIsAskedForAll()
{
    SourceSetup setup = fullSetup();
    setup.sourceId = save(setup);
    saveCovered(setup.sourceId);
    setup.schedule.everyMinutes = 30;
    QCOMPARE(save(setup), setup.sourceId);
    QVERIFY(isCovered(setup.sourceId));
    setup.address = text("http://127.0.0.1:8081");
    QCOMPARE(save(setup), setup.sourceId);
    QVERIFY(!isCovered(setup.sourceId));
    saveCovered(setup.sourceId);
    setup.spellings.clear();
    QCOMPARE(save(setup), setup.sourceId);
    QVERIFY(!isCovered(setup.sourceId));
}

void TestSourceStore::whatWasTakenBackIsAskedForAgain()
{
    const qint64 id = save(fullSetup());
    BarImportRequest request = importOf({dailySeries(m_nvidia, "Börse täglich")}, {dailyRow(20'000, 11842)});
    request.origin.source = text("Börse täglich");
    const auto import = m_writer->importBars(std::move(request)).result();
    VERIFY_RESULT(import);
    saveCovered(id);
    VERIFY_RESULT(m_writer->undoImport(import->importId).result());
    QVERIFY(!isCovered(id));
}

//! The user finds out later that the prices of a table are adjusted: what is there already must not wait for the next row.
void TestSourceStore::splitsAreInWhatATableHasBrought()
{
    SourceSetup setup;
    setup.name = text("Table");
    setup.provider = text("csv");
    setup.sourceId = save(setup);
    constexpr qint64 kFetchedDay = 20'010;
    BarImportRequest request = importOf({dailySeries(m_nvidia, "Table")}, {dailyRow(20'000, 100)});
    request.origin.source = setup.name;
    request.origin.fetched = {kFetchedDay * core::kNsPerDay + 1};
    VERIFY_RESULT(m_writer->importBars(std::move(request)).result());
    importBar("file", 100);
    const auto splitsUntil = [this] {
        QStringList all;
        for (const core::Series &series : m_reader->seriesOf(0).value_or(std::vector<core::Series>()))
            all.append(series.source % u' ' % QString::number(series.splitsUntil ? series.splitsUntil->days() : 0));
        return all.join(u',');
    };
    setup.splitsAdjusted = true;
    QCOMPARE(save(setup), setup.sourceId);
    // not the day of the fetch: what it brought ends earlier, and a split in between is not in its prices
    QCOMPARE(splitsUntil(), text("Table 20000,file 0"));
    setup.splitsAdjusted = false;
    QCOMPARE(save(setup), setup.sourceId);
    QCOMPARE(splitsUntil(), text("Table 0,file 0"));
}

void TestSourceStore::removedSourceLeavesItsQuotes()
{
    const qint64 id = save(fullSetup());
    importBar("Börse täglich", 11842);
    FetchState state;
    state.sourceId = id;
    VERIFY_RESULT(m_writer->saveFetchStates({state}).result());
    VERIFY_RESULT(m_writer->removeSource(id).result());
    QVERIFY(m_reader->sourceSetups()->empty());
    QVERIFY(m_reader->fetchStates()->empty());
    QCOMPARE(m_reader->dailyBars(m_reader->seriesOf(m_nvidia)->front().id)->size(), 1U);
    QCOMPARE(m_writer->removeSource(id).result().error().code, core::ErrorCode::NotFound);
    importBar("file", 11851);
    QCOMPARE((*m_reader->preferredSeries(m_nvidia, SeriesUse::Daily))->source, text("file"));
    // the name is free for a new set-up, which goes on with the same quotes
    QCOMPARE(save(fullSetup()), id);
}

void TestSourceStore::removedSourceWithoutQuotesIsGone()
{
    const qint64 id = save(fullSetup());
    const std::size_t before = m_reader->sources()->size();
    VERIFY_RESULT(m_writer->removeSource(id).result());
    QCOMPARE(m_reader->sources()->size(), before - 1);
}

void TestSourceStore::stateIsThereAfterRestart()
{
    FetchState state;
    state.sourceId = save(fullSetup());
    state.item = text("NVDA 5m");
    state.etag = text("\"abc\"");
    state.lastModified = text("Mon, 27 Jan 2025 21:00:00 GMT");
    state.lastRun = core::Time{1};
    state.lastSuccess = core::Time{2};
    state.failures = 3;
    state.errorCode = text("rate_limited");
    state.errorText = text("Später noch einmal.");
    state.retryAt = core::Time{4};
    state.coveredFrom = core::SessionDate::fromDays(19'000);
    state.coveredUntil = core::SessionDate::fromDays(20'000);
    state.cursor = text("1737990000000000000");
    FetchState blank;
    blank.sourceId = state.sourceId;
    VERIFY_RESULT(m_writer->saveFetchStates({state, blank}).result());
    reopen();
    const auto states = m_reader->fetchStates(state.sourceId);
    QCOMPARE(states->size(), 2U);
    QVERIFY((*states)[0] == blank);
    QVERIFY((*states)[1] == state);
}

void TestSourceStore::stateOfRemovedSourceIsPassedOver()
{
    FetchState state;
    state.sourceId = 4711;
    VERIFY_RESULT(m_writer->saveFetchStates({state}).result());
    QVERIFY(m_reader->fetchStates()->empty());
}

void TestSourceStore::actionsComeAndGo()
{
    CorporateAction split;
    split.instrumentId = m_nvidia;
    split.exDate = *core::SessionDate::fromCivil(2024, 6, 10);
    split.newShares = 10;
    CorporateAction dividend;
    dividend.instrumentId = m_nvidia;
    dividend.exDate = split.exDate;
    dividend.kind = CorporateAction::Kind::Dividend;
    dividend.amount = {1, 2};
    dividend.currency = text("USD");
    ImportOrigin origin;
    origin.kind = ImportKind::Actions;
    origin.origin = text("actions.csv");
    const auto import = m_writer->importActions(origin, {split, dividend}).result();
    VERIFY_RESULT(import);
    QCOMPARE(import->totals.inserted, 2);
    QCOMPARE(m_writer->importActions(origin, {split, dividend}).result()->totals.unchanged, 2);
    const auto actions = m_reader->actions();
    QCOMPARE(actions->size(), 2U);
    QCOMPARE(core::toPlainText((*actions)[0].amount), std::string("0.01"));
    QCOMPARE((*actions)[1].newShares, 10);
    QCOMPARE(m_reader->splits(m_nvidia)->size(), 1U);
    VERIFY_RESULT(m_writer->undoImport(import->importId).result());
    QVERIFY(m_reader->actions(m_nvidia)->empty());
}

void TestSourceStore::senselessActionIsRefused_data()
{
    QTest::addColumn<bool>("known");
    QTest::addColumn<qint64>("newShares");
    QTest::addColumn<core::ErrorCode>("code");
    QTest::newRow("no such instrument") << false << qint64(2) << core::ErrorCode::NotFound;
    QTest::newRow("for nothing") << true << qint64(0) << core::ErrorCode::InvalidInput;
    QTest::newRow("negative") << true << qint64(-2) << core::ErrorCode::InvalidInput;
}

void TestSourceStore::senselessActionIsRefused()
{
    QFETCH(bool, known);
    QFETCH(qint64, newShares);
    CorporateAction good;
    good.instrumentId = m_nvidia;
    good.newShares = 2;
    CorporateAction bad;
    bad.instrumentId = known ? m_nvidia : 4711;
    bad.exDate = core::SessionDate::fromDays(20'000);
    bad.newShares = newShares;
    ImportOrigin origin;
    origin.kind = ImportKind::Actions;
    const auto import = m_writer->importActions(origin, {good, bad}).result();
    QVERIFY(!import);
    QTEST(import.error().code, "code");
    QVERIFY(m_reader->actions()->empty()); // not the good one either
}

QTEST_GUILESS_MAIN(TestSourceStore)
#include "tst_sourcestore.moc"
