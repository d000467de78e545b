// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreDump.h"
#include "StoreTestSupport.h"

using namespace tickmark;
using namespace tickmark::store;

//! One instrument of two: what was imported for either is there, once, and can still be undone.
class TestInstrumentMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void barsOfBothAreThere();
    void keptOneWinsWhereBothHaveABar();
    void undoAfterwards_data();
    void undoAfterwards();
    void undoOfAnImportThatWroteToBoth();
    void seriesOfAnotherSourceMovesWhole();
    void digitsAreKept();
    void namesBecomeAliases();
    void sharesAndChoiceMove();
    void isRefused_data();
    void isRefused();
    void failureChangesNothing();

private:
    qint64 import(qint64 instrumentId, std::vector<BarRow> rows, const char *origin, const char *source = "file");
    std::vector<qint64> closes(qint64 instrumentId);
    void verify();

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    qint64 m_old = 0;
    qint64 m_new = 0;
};

void TestInstrumentMerge::init()
{
    m_writer.reset();
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(createStore(m_folder->store(), false, [](StoreWriter &) { return core::Result<>(); }));
    auto writer = StoreWriter::open(m_folder->store());
    VERIFY_RESULT(writer);
    m_writer = std::move(*writer);
    core::Instrument old = makeInstrument(text("FB"));
    old.names = {{text("en"), text("Facebook"), text("FB Inc"), {text("Facebook Inc.")}}};
    core::Instrument current = makeInstrument(text("META"));
    current.names = {{text("de"), text("Meta Platforms"), text("Meta"), {text("Meta"), text("Facebook-Mutter")}},
                     {text("en"), text("Meta Platforms"), text("Meta"), {}}};
    m_old = *m_writer->addInstrument(old).result();
    m_new = *m_writer->addInstrument(current).result();
}

void TestInstrumentMerge::verify()
{
    const auto findings = verifyStore(m_folder->store());
    VERIFY_RESULT(findings);
    QVERIFY2(findings->empty(), findings->empty() ? "" : qPrintable(findings->front().table + findings->front().what));
}

qint64 TestInstrumentMerge::import(qint64 instrumentId, std::vector<BarRow> rows, const char *origin,
                                   const char *source)
{
    const auto done =
        m_writer->importBars(importOf({dailySeries(instrumentId, source)}, std::move(rows), origin)).result();
    return done ? done->importId : -1;
}

std::vector<qint64> TestInstrumentMerge::closes(qint64 instrumentId)
{
    auto reader = StoreReader::open(m_folder->store());
    std::vector<qint64> values;
    const auto series = (*reader)->preferredSeries(instrumentId, SeriesUse::Daily);
    if (!series || !*series)
        return values;
    const auto bars = (*reader)->dailyBars((*series)->id);
    for (const core::Bar &bar : bars.value_or(std::vector<core::Bar>()))
        values.push_back(bar.close);
    return values;
}

void TestInstrumentMerge::barsOfBothAreThere()
{
    import(m_old, {dailyRow(1, 100), dailyRow(2, 101)}, "old.csv");
    import(m_new, {dailyRow(3, 102), dailyRow(4, 103)}, "new.csv");
    const auto totals = m_writer->mergeInstruments(m_old, m_new).result();
    VERIFY_RESULT(totals);
    QCOMPARE(totals->series, 1);
    QCOMPARE(totals->dailyBars, 2);
    QCOMPARE(totals->keptDailyBars, 0);
    QCOMPARE(closes(m_new), (std::vector<qint64>{100, 101, 102, 103}));
    auto reader = StoreReader::open(m_folder->store());
    QCOMPARE((*reader)->instruments()->size(), std::size_t(1));
    const auto series = (*reader)->seriesOf(m_new);
    QCOMPARE(series->size(), std::size_t(1));
    QCOMPARE(*(*reader)->origins(series->front().id), (QStringList{text("new.csv"), text("old.csv")}));
    verify();
}

void TestInstrumentMerge::keptOneWinsWhereBothHaveABar()
{
    import(m_old, {dailyRow(1, 100), dailyRow(2, 201)}, "old.csv");
    import(m_new, {dailyRow(2, 101), dailyRow(3, 102)}, "new.csv");
    import(m_old, {dailyRow(3, 999)}, "newer than the kept one.csv");
    const auto totals = m_writer->mergeInstruments(m_old, m_new).result();
    VERIFY_RESULT(totals);
    QCOMPARE(totals->dailyBars, 1);
    QCOMPARE(totals->keptDailyBars, 2);
    QCOMPARE(closes(m_new), (std::vector<qint64>{100, 101, 102}));
    verify();
}

void TestInstrumentMerge::undoAfterwards_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<std::vector<qint64>>("left");
    // old.csv: days 1 and 2 of FB; new.csv: days 2 and 3 of META; fixed.csv: day 1 of FB again
    QTest::newRow("import of the merged one") << 0 << std::vector<qint64>{110, 101, 102};
    QTest::newRow("import of the kept one: the older value of the merged one comes up")
        << 1 << std::vector<qint64>{110, 201};
    QTest::newRow("a replacement: the former value comes up") << 2 << std::vector<qint64>{100, 101, 102};
}

void TestInstrumentMerge::undoAfterwards()
{
    QFETCH(int, which);
    QFETCH(std::vector<qint64>, left);
    const std::array imports{import(m_old, {dailyRow(1, 100), dailyRow(2, 201)}, "old.csv"),
                             import(m_new, {dailyRow(2, 101), dailyRow(3, 102)}, "new.csv"),
                             import(m_old, {dailyRow(1, 110)}, "fixed.csv")};
    VERIFY_RESULT(m_writer->mergeInstruments(m_old, m_new).result());
    VERIFY_RESULT(m_writer->undoImport(imports[size_t(which)]).result());
    QCOMPARE(closes(m_new), left);
    verify();
    for (size_t i = 0; i < imports.size(); ++i) {
        if (int(i) != which)
            VERIFY_RESULT(m_writer->undoImport(imports[i]).result());
    }
    QVERIFY(closes(m_new).empty());
    verify();
}

void TestInstrumentMerge::undoOfAnImportThatWroteToBoth()
{
    std::vector<BarRow> rows{dailyRow(1, 100), dailyRow(1, 200), dailyRow(2, 201)};
    rows[1].seriesIndex = rows[2].seriesIndex = 1;
    const auto both =
        m_writer->importBars(importOf({dailySeries(m_new), dailySeries(m_old)}, rows, "both.csv")).result();
    VERIFY_RESULT(both);
    const auto totals = m_writer->mergeInstruments(m_old, m_new).result();
    VERIFY_RESULT(totals);
    QCOMPARE(totals->keptDailyBars, 1);
    QCOMPARE(closes(m_new), (std::vector<qint64>{100, 201}));
    verify();
    VERIFY_RESULT(m_writer->undoImport(both->importId).result());
    QVERIFY(closes(m_new).empty());
    verify();
}

void TestInstrumentMerge::seriesOfAnotherSourceMovesWhole()
{
    import(m_old, {dailyRow(1, 100), dailyRow(2, 201)}, "old.csv", "vendor");
    import(m_new, {dailyRow(2, 101)}, "new.csv");
    const auto totals = m_writer->mergeInstruments(m_old, m_new).result();
    VERIFY_RESULT(totals);
    QCOMPARE(totals->dailyBars, 2);
    QCOMPARE(totals->keptDailyBars, 0);
    auto reader = StoreReader::open(m_folder->store());
    QCOMPARE((*reader)->seriesOf(m_new)->size(), std::size_t(2));
    verify();
}

void TestInstrumentMerge::digitsAreKept()
{
    import(m_old, {dailyRow(1, 12345, 4)}, "old.csv");
    import(m_new, {dailyRow(2, 101, 2)}, "new.csv");
    VERIFY_RESULT(m_writer->mergeInstruments(m_old, m_new).result());
    QCOMPARE(closes(m_new), (std::vector<qint64>{12345, 10100}));
    verify();
}

void TestInstrumentMerge::namesBecomeAliases()
{
    VERIFY_RESULT(m_writer->mergeInstruments(m_old, m_new).result());
    auto reader = StoreReader::open(m_folder->store());
    const auto instrument = (*reader)->instrument(m_new);
    VERIFY_RESULT(instrument);
    QCOMPARE(instrument->names[0].name, text("Meta Platforms"));
    QCOMPARE(instrument->names[0].aliases, (QStringList{text("Meta"), text("Facebook-Mutter"), text("FB")}));
    QCOMPARE(instrument->names[1].aliases,
             (QStringList{text("Facebook"), text("FB Inc"), text("Facebook Inc."), text("FB")}));
}

void TestInstrumentMerge::sharesAndChoiceMove()
{
    const auto date = [](int day) { return core::SessionDate::fromDays(day); };
    VERIFY_RESULT(
        m_writer->importShares({}, {{m_old, date(1), 10}, {m_old, date(2), 11}, {m_new, date(2), 12}}).result());
    import(m_old, {dailyRow(1, 100)}, "old.csv", "vendor");
    import(m_new, {dailyRow(1, 101)}, "new.csv");
    auto reader = StoreReader::open(m_folder->store());
    const qint64 vendorSeries = (*reader)->seriesOf(m_old)->front().id;
    VERIFY_RESULT(m_writer->setPreferredSeries(m_old, SeriesUse::Daily, vendorSeries).result());
    const auto totals = m_writer->mergeInstruments(m_old, m_new).result();
    VERIFY_RESULT(totals);
    QCOMPARE(totals->shareCounts, 1);
    QCOMPARE(totals->keptShareCounts, 1);
    QCOMPARE(*(*reader)->shareCounts(m_new), (std::vector<ShareCount>{{m_new, date(1), 10}, {m_new, date(2), 12}}));
    QCOMPARE(*(*reader)->chosenSeries(m_new, SeriesUse::Daily), std::optional<qint64>(vendorSeries));
    verify();
}

void TestInstrumentMerge::isRefused_data()
{
    QTest::addColumn<bool>("sameOne");
    QTest::addColumn<core::ErrorCode>("code");
    QTest::newRow("into itself") << true << core::ErrorCode::InvalidInput;
    QTest::newRow("one that is gone") << false << core::ErrorCode::NotFound;
}

void TestInstrumentMerge::isRefused()
{
    QFETCH(bool, sameOne);
    QFETCH(core::ErrorCode, code);
    const auto merged = m_writer->mergeInstruments(m_old, sameOne ? m_old : 4711).result();
    QVERIFY(!merged);
    QCOMPARE(merged.error().code, code);
}

void TestInstrumentMerge::failureChangesNothing()
{
    // the last step of a merge that cannot succeed: a price near the end of 64 bits next to eight decimals
    import(m_old, {dailyRow(1, 100), dailyRow(2, 4'000'000'000'000'000'000, 2)}, "old.csv");
    import(m_new, {dailyRow(2, 101, 8), dailyRow(3, 100'000'001, 8)}, "new.csv");
    const QString before = dumpStore(m_folder->store());
    const auto merged = m_writer->mergeInstruments(m_old, m_new).result();
    QVERIFY(!merged);
    QCOMPARE(merged.error().code, core::ErrorCode::InvalidInput);
    QCOMPARE(dumpStore(m_folder->store()), before);
}

QTEST_GUILESS_MAIN(TestInstrumentMerge)
#include "tst_instrumentmerge.moc"
