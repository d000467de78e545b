// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickTestSupport.h"

#include <algorithm>
#include <map>

using namespace tickmark;
using namespace tickmark::store;
using core::Tick;
using core::Time;

//! Imports, late ticks, overlaps, corrections and undos in any order leave what a plain list of ticks would hold.
class TickRandomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void randomChanges_data();
    void randomChanges();

private:
    [[nodiscard]] QString path() const { return m_folder->store(); }
    //! Of the one series; it has a new number after it was empty.
    [[nodiscard]] qint64 series() const { return (*m_reader->seriesOf(1)).front().id; }
    [[nodiscard]] Ticks stored() const { return storedTicks(*m_reader, series()).value_or(Ticks{}); }

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
};

namespace {

struct ModelTick
{
    Tick tick;
    qint64 import;
};

//! What a series ought to hold, in the simplest form.
class Model
{
public:
    void add(const Ticks &slice, qint64 import)
    {
        const auto before = std::ptrdiff_t(m_ticks.size());
        std::vector<ModelTick> extras;
        for (std::size_t first = 0; first < slice.size();) {
            std::size_t end = first;
            while (end < slice.size() && slice[end].time == slice[first].time)
                ++end;
            addTime(std::span(slice).subspan(first, end - first), import, extras);
            first = end;
        }
        m_ticks.insert(m_ticks.end(), extras.begin(), extras.end());
        std::inplace_merge(m_ticks.begin(), m_ticks.begin() + before, m_ticks.end(), isEarlier);
    }
    void undo(qint64 import)
    {
        std::erase_if(m_ticks, [=](const ModelTick &tick) { return tick.import == import; });
    }
    [[nodiscard]] Ticks ticks() const
    {
        Ticks ticks;
        for (const ModelTick &tick : m_ticks)
            ticks.push_back(tick.tick);
        return ticks;
    }
    std::vector<ModelTick> m_ticks;

private:
    static bool isEarlier(const ModelTick &a, const ModelTick &b) { return a.tick.time < b.tick.time; }

    void addTime(std::span<const Tick> slice, qint64 import, std::vector<ModelTick> &extras) const
    {
        std::map<std::pair<qint64, qint64>, int> others;
        std::map<std::pair<qint64, qint64>, bool> own;
        const auto [begin, end] = std::equal_range(m_ticks.begin(), m_ticks.end(), ModelTick{slice.front(), 0},
                                                   isEarlier);
        for (auto tick = begin; tick != end; ++tick) {
            ++others[{tick->tick.price, tick->tick.size}];
            own[{tick->tick.price, tick->tick.size}] |= tick->import == import;
        }
        for (const Tick &tick : slice) {
            const std::pair key{tick.price, tick.size};
            if (own[key] || others[key]-- <= 0)
                extras.push_back({tick, import});
        }
    }
};

} // namespace

void TickRandomTest::init()
{
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(path()));
    auto writer = StoreWriter::open(path());
    VERIFY_RESULT(writer);
    m_writer = std::move(*writer);
    auto reader = StoreReader::open(path());
    VERIFY_RESULT(reader);
    m_reader = std::move(*reader);
}

void TickRandomTest::cleanup()
{
    m_reader.reset();
    m_writer.reset();
    QCOMPARE(findingIn(path()), QString());
    m_folder.reset();
}

void TickRandomTest::randomChanges_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("spread");
    for (unsigned seed = 1; seed <= 2; ++seed) {
        QTest::addRow("many ties %u", seed) << seed << 40;
        QTest::addRow("some ties %u", seed) << seed << 3000;
        QTest::addRow("few ties %u", seed) << seed << 1'000'000;
    }
}

void TickRandomTest::randomChanges()
{
    QFETCH(unsigned, seed);
    QFETCH(int, spread);
    std::mt19937 random(seed);
    Model model;
    std::vector<qint64> imports;
    const auto begin = [&] { imports.push_back(m_writer->beginTickImport(tickOrigin()).result().value_or(0)); };
    begin();
    for (int round = 0; round < 40; ++round) {
        const auto what = random() % 10;
        if (what == 0) {
            begin();
        } else if (what == 1 && imports.size() > 1) {
            const std::size_t index = random() % (imports.size() - 1);
            VERIFY_RESULT(m_writer->undoImport(imports[index]).result());
            model.undo(imports[index]);
            imports.erase(imports.begin() + std::ptrdiff_t(index));
        } else if (what == 2 && !model.m_ticks.empty()) {
            // the stored copy that the correction finds is the first one
            ModelTick &chosen = model.m_ticks[random() % model.m_ticks.size()];
            const auto first = std::ranges::find(model.m_ticks, chosen.tick, &ModelTick::tick);
            const Tick is{first->tick.time, 5'000'000 + round, 1};
            const auto corrected = m_writer->correctTick({series(), first->tick, is, Time{1}}).result();
            VERIFY_RESULT(corrected);
            const Tick was = first->tick;
            const qint64 wasOf = first->import;
            *first = {is, corrected->importId};
            QCOMPARE(stored(), model.ticks());
            VERIFY_RESULT(m_writer->undoImport(corrected->importId).result());
            *first = {was, wasOf};
        } else {
            Ticks slice;
            const qint64 from = random() % unsigned(spread);
            const auto count = random() % 3 == 0 ? 1 + random() % 12'000 : 1 + random() % 300;
            for (unsigned i = 0; i < count; ++i)
                slice.push_back(
                    {Time{from + qint64(random() % unsigned(spread)) / 4}, qint64(random() % 3), qint64(random() % 2)});
            std::ranges::stable_sort(slice, {}, &Tick::time);
            const auto added = m_writer->addTicks(imports.back(), sliceOf(slice)).result();
            VERIFY_RESULT(added);
            const qint64 before = qint64(model.m_ticks.size());
            model.add(slice, imports.back());
            QCOMPARE(added->inserted, qint64(model.m_ticks.size()) - before);
            QCOMPARE(added->unchanged, qint64(slice.size()) - added->inserted);
        }
        if (model.m_ticks.empty())
            continue;
        const Ticks expected = model.ticks();
        QCOMPARE(stored(), expected);
        if (random() % 8 == 0) { // nothing hangs on what the writer remembers
            m_writer.reset();
            m_writer = std::move(*StoreWriter::open(path()));
            begin();
            // of the imports before, those that never brought anything are gone
            std::erase_if(imports, [&, newest = imports.back()](qint64 import) {
                return import != newest
                       && std::ranges::find(model.m_ticks, import, &ModelTick::import) == model.m_ticks.end();
            });
        }
    }
    m_writer.reset();
    QCOMPARE(contradictionIn(**m_reader->tickSnapshot(series()), model.ticks()), QString());
}

QTEST_GUILESS_MAIN(TickRandomTest)
#include "tst_tickrandom.moc"
