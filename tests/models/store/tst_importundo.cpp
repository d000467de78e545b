// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreDump.h"
#include "StoreTestSupport.h"

#include <map>
#include <random>

using namespace tickmark;
using namespace tickmark::store;

namespace {

//! What the store ought to hold, in the simplest form: per day all values ever delivered, each with its import.
class Model
{
public:
    void import(qint64 id, const std::map<int, qint64> &closes)
    {
        for (const auto &[day, close] : closes) {
            auto &stack = m_days[day];
            if (stack.empty() || stack.back().second != close)
                stack.emplace_back(id, close);
        }
    }
    void undo(qint64 id)
    {
        for (auto &[day, stack] : m_days)
            std::erase_if(stack, [&](const auto &value) { return value.first == id; });
    }
    [[nodiscard]] std::map<int, qint64> closes() const
    {
        std::map<int, qint64> top;
        for (const auto &[day, stack] : m_days) {
            if (!stack.empty())
                top[day] = stack.back().second;
        }
        return top;
    }

private:
    std::map<int, std::vector<std::pair<qint64, qint64>>> m_days;
};

} // namespace

//! Taking imports back, one by one and in any order.
class ImportUndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void insertedRowsGo();
    void replacedRowsComeBackWithTheirImport();
    void aLaterImportKeepsItsRows();
    void anImportInTheMiddleIsCutOut();
    void undoingTwiceIsAnError();
    void anUnknownImportIsAnError();
    void undoneImportsStayListed();
    void aSeriesThatLosesAllItsBarsGoes();
    void sharesAreUndoneToo();
    void splitsInThePricesAreUndoneToo();
    void randomImportsAndUndos_data();
    void randomImportsAndUndos();

private:
    qint64 import(const std::map<int, qint64> &closes);
    void undo(qint64 id);
    std::map<int, qint64> closes();

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
};

void ImportUndoTest::init()
{
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(m_folder->store()));
    auto writer = StoreWriter::open(m_folder->store());
    VERIFY_RESULT(writer);
    m_writer = std::move(*writer);
}

void ImportUndoTest::cleanup()
{
    m_writer.reset();
    const auto findings = verifyStore(m_folder->store());
    VERIFY_RESULT(findings);
    QVERIFY2(findings->empty(), findings->empty() ? "" : qPrintable(findings->front().what + findings->front().detail));
}

qint64 ImportUndoTest::import(const std::map<int, qint64> &wanted)
{
    std::vector<BarRow> rows;
    for (const auto &[day, close] : wanted)
        rows.push_back(dailyRow(day, close));
    const auto result = m_writer->importBars(importOf({dailySeries(1)}, rows)).result();
    if (!result)
        QTest::qFail(qPrintable(result.error().message), __FILE__, __LINE__);
    return result ? result->importId : 0;
}

void ImportUndoTest::undo(qint64 id)
{
    VERIFY_RESULT(m_writer->undoImport(id).result());
}

std::map<int, qint64> ImportUndoTest::closes()
{
    std::map<int, qint64> closes;
    const auto reader = StoreReader::open(m_folder->store());
    const auto series = (*reader)->preferredSeries(1, SeriesUse::Daily);
    if (!series || !*series)
        return closes;
    for (const core::Bar &bar : (*reader)->dailyBars((*series)->id).value_or(std::vector<core::Bar>{}))
        closes[bar.session.days()] = bar.close;
    return closes;
}

void ImportUndoTest::insertedRowsGo()
{
    import({{ 1, 100 }});
    const qint64 second = import({{2, 200}, {3, 300}});
    const auto totals = m_writer->undoImport(second).result();
    VERIFY_RESULT(totals);
    QCOMPARE(totals->removed, 2);
    QCOMPARE(closes(), (std::map<int, qint64>{{1, 100}}));
}

void ImportUndoTest::replacedRowsComeBackWithTheirImport()
{
    const qint64 first = import({{1, 100}, {2, 200}});
    const qint64 second = import({{1, 101}});
    const auto totals = m_writer->undoImport(second).result();
    VERIFY_RESULT(totals);
    QCOMPARE(totals->restored, 1);
    QCOMPARE(closes(), (std::map<int, qint64>{{1, 100}, {2, 200}}));
    // it is the first one's again: undoing that takes it away
    undo(first);
    QCOMPARE(closes(), (std::map<int, qint64>{}));
}

void ImportUndoTest::aLaterImportKeepsItsRows()
{
    const qint64 first = import({{1, 100}, {2, 200}});
    import({{ 1, 101 }});
    const auto totals = m_writer->undoImport(first).result();
    VERIFY_RESULT(totals);
    QCOMPARE(totals->dropped, 1);
    QCOMPARE(totals->removed, 1);
    QCOMPARE(closes(), (std::map<int, qint64>{{1, 101}}));
}

void ImportUndoTest::anImportInTheMiddleIsCutOut()
{
    import({{ 1, 100 }});
    const qint64 middle = import({{1, 101}});
    const qint64 last = import({{1, 102}});
    undo(middle);
    QCOMPARE(closes(), (std::map<int, qint64>{{1, 102}}));
    undo(last);
    QCOMPARE(closes(), (std::map<int, qint64>{{1, 100}}));
}

void ImportUndoTest::undoingTwiceIsAnError()
{
    const qint64 id = import({{1, 100}});
    undo(id);
    const auto again = m_writer->undoImport(id).result();
    QVERIFY(!again);
    QCOMPARE(again.error().code, core::ErrorCode::AlreadyExists);
}

void ImportUndoTest::anUnknownImportIsAnError()
{
    const auto result = m_writer->undoImport(99).result();
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::NotFound);
}

void ImportUndoTest::undoneImportsStayListed()
{
    undo(import({{1, 100}}));
    const auto reader = StoreReader::open(m_folder->store());
    const auto imports = (*reader)->imports();
    VERIFY_RESULT(imports);
    QCOMPARE(imports->size(), size_t(1));
    QVERIFY(imports->front().undone);
    QVERIFY(!(*reader)->info()->lastImport);
}

void ImportUndoTest::aSeriesThatLosesAllItsBarsGoes()
{
    const QString before = queryText(m_folder->store(), "SELECT * FROM series");
    undo(import({{1, 100}, {2, 200}}));
    QCOMPARE(queryText(m_folder->store(), "SELECT * FROM series"), before);
}

void ImportUndoTest::sharesAreUndoneToo()
{
    const auto date = core::SessionDate::fromDays(100);
    const auto first = m_writer->importShares({}, {{1, date, 24'490'000'000}}).result();
    const auto second = m_writer->importShares({}, {{1, date, 24'400'000'000}, {1, date.plusDays(90), 7}}).result();
    VERIFY_RESULT(second);
    QCOMPARE(second->totals, (ImportTotals{.inserted = 1, .replaced = 1}));
    QCOMPARE(m_writer->importShares({}, {{1, date, 24'400'000'000}}).result()->importId, 0);
    undo(second->importId);
    const auto reader = StoreReader::open(m_folder->store());
    QCOMPARE(*(*reader)->shareCounts(1), (std::vector<ShareCount>{{1, date, 24'490'000'000}}));
    undo(first->importId);
    QVERIFY((*reader)->shareCounts(1)->empty());
}

//! A series whose prices are of former shares again must say so, or every chart is wrong by the split.
void ImportUndoTest::splitsInThePricesAreUndoneToo()
{
    const auto imported = [this](int splitsUntil, qint64 close) {
        SeriesKey key = dailySeries(1);
        key.splitsUntil = core::SessionDate::fromDays(splitsUntil);
        const auto result = m_writer->importBars(importOf({key}, {dailyRow(1, close)})).result();
        return result ? result->importId : 0;
    };
    const auto splitsUntil = [this] {
        return queryText(m_folder->store(), "SELECT ifnull(splits_until, 'as traded') FROM series");
    };
    import({{ 1, 1000 }}); // as traded
    const qint64 first = imported(10, 500);
    const qint64 second = imported(20, 250);
    const qint64 third = imported(30, 125);
    const qint64 plain = import({{2, 100}}); // of a file that says nothing
    QCOMPARE(splitsUntil(), text("30"));
    undo(second); // in the middle: nothing is seen of it
    undo(plain);
    QCOMPARE(splitsUntil(), text("30"));
    undo(third);
    QCOMPARE(closes(), (std::map<int, qint64>{{1, 500}}));
    QCOMPARE(splitsUntil(), text("10"));
    undo(first);
    QCOMPARE(closes(), (std::map<int, qint64>{{1, 1000}}));
    QCOMPARE(splitsUntil(), text("as traded"));
}

void ImportUndoTest::randomImportsAndUndos_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void ImportUndoTest::randomImportsAndUndos()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto upTo = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
    Model model;
    std::vector<qint64> open;
    for (int step = 0; step < 40; ++step) {
        if (open.empty() || upTo(3) > 0) {
            std::map<int, qint64> closes;
            for (int i = upTo(12); i >= 0; --i)
                closes[upTo(10)] = 100 + upTo(3); // few days and values, so that imports meet
            if (const qint64 id = import(closes); id != 0) {
                model.import(id, closes);
                open.push_back(id);
            }
        } else {
            const auto chosen = open.begin() + upTo(int(open.size()));
            undo(*chosen);
            model.undo(*chosen);
            open.erase(chosen);
        }
        QCOMPARE(closes(), model.closes());
    }
    while (!open.empty()) {
        undo(open.front());
        model.undo(open.front());
        open.erase(open.begin());
        QCOMPARE(closes(), model.closes());
    }
    QCOMPARE(queryText(m_folder->store(), "SELECT count(*) FROM replaced_daily_bars"), text("0"));
}

QTEST_GUILESS_MAIN(ImportUndoTest)
#include "tst_importundo.moc"
