// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/CalendarSet.h>
#include <pipeline/TickImportJob.h>
#include <pipeline/TickReorder.h>
#include <pipeline/TickSimulation.h>
#include <store/StoreFiles.h>
#include <store/StoreReader.h>
#include <ticks/TickBlock.h>

#include <QTemporaryDir>
#include <QTest>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;

//! Files of ticks on their way into a store, and the made-up ticks.
class TickImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void storesTradesAndAddsNothingTwice();
    void bidAndAskAreTwoSeries();
    void sortsAndKeepsDuplicates();
    void readsNewestFirst();
    void keepsWhatStandsBeforeACut();
    void stopsWhereItIsTold();
    void dryRunStoresNothing();
    void leavesUnknownInstrumentsOut();
    void sortsOverTheWholeWindow_data();
    void sortsOverTheWholeWindow();
    void simulatesTheSameAgain();

private:
    core::Result<pipeline::TickImportReport> import(const QByteArray &bytes, bool dryRun = false)
    {
        auto source = sources::openBytes(bytes, u"file.csv"_s);
        if (!source)
            return tl::unexpected(source.error());
        pipeline::BarImportOptions options;
        options.read.symbol = u"SPY"_s;
        options.dryRun = dryRun;
        return pipeline::importTicks(std::move(*source), options, m_known, *m_writer, m_stop->get_token());
    }
    //! "price xsize" of all ticks of a field, in order.
    QStringList stored(core::QuoteField field) const
    {
        QStringList list;
        auto reader = store::StoreReader::open(m_writer->path());
        const auto all = (*reader)->seriesOf(m_known.front().id);
        for (const core::Series &series : *all) {
            if (series.field != field)
                continue;
            const auto sink = [&](std::span<const core::Tick> ticks) {
                for (const core::Tick &tick : ticks)
                    list << QString::fromStdString(core::toPlainText({tick.price, series.priceDecimals})) + u" x"
                                + QString::number(tick.size);
                return true;
            };
            const auto done = (*reader)->streamTicks(series.id, store::kAllTimes, sink, std::stop_source().get_token());
            if (!done)
                list << done.error().message;
        }
        return list;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::StoreWriter> m_writer;
    std::vector<core::Instrument> m_known;
    std::optional<std::stop_source> m_stop;
};

void TickImportTest::init()
{
    m_stop.emplace();
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(u"x.tickmark"_s);
    core::Instrument instrument;
    instrument.symbol = u"SPY"_s;
    instrument.mic = u"XNYS"_s;
    instrument.currency = u"USD"_s;
    const auto made = store::createStore(path, false, [](store::StoreWriter &) -> core::Result<> { return {}; });
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    auto writer = store::StoreWriter::open(path);
    QVERIFY2(writer.has_value(), writer ? "" : qPrintable(writer.error().message));
    m_writer = std::move(*writer);
    const auto id = m_writer->addInstrument(instrument).result();
    QVERIFY(id.has_value());
    instrument.id = *id;
    m_known = {instrument};
}

void TickImportTest::cleanup()
{
    m_writer.reset();
    m_folder.reset();
}

void TickImportTest::storesTradesAndAddsNothingTwice()
{
    const QByteArray bytes = "time,price,size\n1737988200464,118.4200,100\n1737988200464,118.4200,100\n"
                             "1737988200465,-1.5,3\n1737988200466,x,3\n";
    const auto first = import(bytes);
    QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().message));
    QCOMPARE(first->result.totals.inserted, 3);
    QCOMPARE(first->result.totals.rejected, 1);
    QCOMPARE(first->suspiciousRows, 1);
    QCOMPARE(first->rows, 4);
    QVERIFY(first->result.importId != 0);
    const QStringList expected{u"118.4200 x100"_s, u"118.4200 x100"_s, u"-1.5000 x3"_s};
    QCOMPARE(stored(core::QuoteField::Trade), expected);
    const auto second = import(bytes);
    QVERIFY(second.has_value());
    QCOMPARE(second->result.totals.inserted, 0);
    QCOMPARE(second->result.totals.unchanged, 3);
    QCOMPARE(second->result.importId, 0);
    QCOMPARE(stored(core::QuoteField::Trade), expected);
}

void TickImportTest::bidAndAskAreTwoSeries()
{
    const auto report = import("time,bid,ask\n1737988200464,1.1,1.25\n1737988200465,1.2,\n1737988200466,,1.3\n");
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->result.totals.inserted, 4);
    QCOMPARE(stored(core::QuoteField::Bid), QStringList({u"1.1 x0"_s, u"1.2 x0"_s}));
    QCOMPARE(stored(core::QuoteField::Ask), QStringList({u"1.25 x0"_s, u"1.30 x0"_s}));
}

void TickImportTest::sortsAndKeepsDuplicates()
{
    const auto report = import("time,price,size\n1737988200466,3,1\n1737988200464,1,1\n1737988200466,4,1\n"
                               "1737988200464,1,1\n1737988200467,5,1\n1737988200468,6,1\n1737988200469,7,1\n");
    QVERIFY(report.has_value());
    QCOMPARE(stored(core::QuoteField::Trade),
             QStringList({u"1 x1"_s, u"1 x1"_s, u"3 x1"_s, u"4 x1"_s, u"5 x1"_s, u"6 x1"_s, u"7 x1"_s}));
}

void TickImportTest::readsNewestFirst()
{
    const auto report = import("time,price,size\n1737988200467,5,1\n1737988200466,4,1\n1737988200466,3,1\n"
                               "1737988200464,1,1\n");
    QVERIFY(report.has_value());
    // What has one time came in the order of the file's end to its beginning, too.
    QCOMPARE(stored(core::QuoteField::Trade), QStringList({u"1 x1"_s, u"3 x1"_s, u"4 x1"_s, u"5 x1"_s}));
}

void TickImportTest::keepsWhatStandsBeforeACut()
{
    QByteArray bytes = "time,price,size\n";
    for (int i = 0; i < 20'000; ++i)
        bytes += QByteArray::number(1'737'988'200'464 + 7 * i) + ',' + QByteArray::number(100 + i % 50) + ",1\n";
    // gzip, stored blocks only, cut in the second one
    QByteArray packed("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    const qsizetype half = bytes.size() / 2;
    for (const QByteArray &part : {bytes.left(half), bytes.mid(half)}) {
        for (qsizetype at = 0; at < part.size(); at += 60'000) {
            const QByteArray block = part.mid(at, 60'000);
            const auto size = quint16(block.size());
            packed += '\0';
            packed += char(size & 0xFF);
            packed += char(size >> 8);
            packed += char(~size & 0xFF);
            packed += char((~size >> 8) & 0xFF);
            packed += block;
        }
    }
    packed.chop(100'000);
    const auto report = import(packed);
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
    QVERIFY(report->fault.has_value());
    QVERIFY(report->result.totals.inserted > 1'000 && report->result.totals.inserted < 20'000);
    QCOMPARE(stored(core::QuoteField::Trade).size(), report->result.totals.inserted);
    const auto whole = import(bytes);
    QVERIFY(whole.has_value() && !whole->fault);
    QCOMPARE(whole->result.totals.inserted, 20'000 - report->result.totals.inserted);
    QCOMPARE(stored(core::QuoteField::Trade).size(), 20'000);
}

void TickImportTest::stopsWhereItIsTold()
{
    m_stop->request_stop();
    const auto report = import("time,price,size\n1737988200464,1,1\n");
    QVERIFY(!report.has_value());
    QCOMPARE(report.error().code, core::ErrorCode::Cancelled);
    QCOMPARE(stored(core::QuoteField::Trade), QStringList());
}

void TickImportTest::dryRunStoresNothing()
{
    const auto report = import("time,price,size\n1737988200464,1,1\n1737988200465,2,1\n", true);
    QVERIFY(report.has_value());
    QCOMPARE(report->result.totals.inserted, 2);
    QCOMPARE(stored(core::QuoteField::Trade), QStringList());
}

void TickImportTest::leavesUnknownInstrumentsOut()
{
    auto source = sources::openBytes("symbol,time,price,size\nSPY,1737988200464,1,1\nQQQ,1737988200464,2,1\n", u"x"_s);
    QVERIFY(source.has_value());
    const auto report = pipeline::importTicks(std::move(*source), {}, m_known, *m_writer, m_stop->get_token());
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->result.totals.inserted, 1);
    QCOMPARE(report->result.totals.rejected, 1);
    QVERIFY(!report->symbols.at(1).known);
    auto other = sources::openBytes("symbol,time,price,size\nQQQ,1737988200464,2,1\n", u"x"_s);
    const auto none = pipeline::importTicks(std::move(*other), {}, m_known, *m_writer, m_stop->get_token());
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().code, core::ErrorCode::NotFound);
}

void TickImportTest::sortsOverTheWholeWindow_data()
{
    QTest::addColumn<bool>("newestFirst");
    QTest::addColumn<int>("disorder");
    QTest::newRow("sorted") << false << 0;
    QTest::newRow("a little out of order") << false << 1'000;
    QTest::newRow("newest first") << true << 0;
    QTest::newRow("newest first, a little out of order") << true << 1'000;
}

//! Every tick comes out once, ascending within a slice and from slice to slice, and equal times never part.
void TickImportTest::sortsOverTheWholeWindow()
{
    QFETCH(bool, newestFirst);
    QFETCH(int, disorder);
    constexpr int kTicks = 1'200'000;
    pipeline::TickReorder reorder(newestFirst);
    std::vector<sources::SeriesTicks> pending(1);
    std::vector<core::Tick> out;
    std::size_t slices = 0;
    const auto drain = [&](bool isEnd) {
        while (auto slice = reorder.next(pending, isEnd)) {
            ++slices;
            QVERIFY(std::ranges::is_sorted(slice->ticks, {}, &core::Tick::time));
            QVERIFY(isEnd || slice->ticks.size() % ticks::kChunkTicks < 100); // few are left over for rows
            if (newestFirst)
                out.insert(out.begin(), slice->ticks.begin(), slice->ticks.end());
            else
                out.insert(out.end(), slice->ticks.begin(), slice->ticks.end());
        }
    };
    for (int i = 0; i < kTicks; ++i) {
        const qint64 place = newestFirst ? kTicks - i : i;
        const qint64 shift = disorder ? (qint64(i) * 7'919) % disorder : 0;
        pending[0].ticks.push_back({core::Time{(place + shift) / 3}, i, 0});
        if (i % 65'536 == 0)
            drain(false);
    }
    drain(true);
    QVERIFY(slices >= 2);
    QCOMPARE(out.size(), std::size_t(kTicks));
    QVERIFY(std::ranges::is_sorted(out, [&](const core::Tick &a, const core::Tick &b) {
        return a.time != b.time ? a.time < b.time : newestFirst ? a.price > b.price : a.price < b.price;
    }));
}

void TickImportTest::simulatesTheSameAgain()
{
    const core::CalendarSet calendars(u":/calendars"_s);
    const auto calendar = calendars.calendar(u"XTKS"_s);
    QVERIFY(calendar.has_value());
    const auto start = *core::SessionDate::fromCivil(2020, 1, 1);
    using Simulation = pipeline::TickSimulation;
    std::vector<core::Tick> ticks;
    Simulation(**calendar, start, 7, Simulation::Walk::Random).next(ticks, 300'000);
    QCOMPARE(ticks.size(), std::size_t(300'000));
    QVERIFY(std::ranges::is_sorted(ticks, {}, &core::Tick::time));
    // Not before the first session of the year, and never at lunch or at night.
    QCOMPARE(core::SessionDate::utcDateOf(ticks.front().time).iso(), std::string("2020-01-06"));
    std::size_t ties = 0;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const auto session = (*calendar)->session((*calendar)->sessionDateOf(ticks[i].time));
        if (!session || !session->hours.contains(ticks[i].time)
            || (session->lunch && session->lunch->contains(ticks[i].time)) || ticks[i].price < 100)
            QFAIL(core::isoTime(ticks[i].time).c_str());
        ties += i > 0 && ticks[i].time == ticks[i - 1].time;
    }
    QVERIFY(ties > 50'000);
    // In pieces it is the same, with another seed it is not.
    std::vector<core::Tick> piece;
    std::vector<core::Tick> pieces;
    Simulation again(**calendar, start, 7, Simulation::Walk::Random);
    for (const std::size_t count : {std::size_t(1), std::size_t(99'999), std::size_t(200'000)}) {
        again.next(piece, count);
        pieces.insert(pieces.end(), piece.begin(), piece.end());
    }
    QVERIFY(pieces == ticks);
    Simulation(**calendar, start, 8, Simulation::Walk::Random).next(pieces, 300'000);
    QVERIFY(pieces != ticks);
}

QTEST_GUILESS_MAIN(TickImportTest)
#include "tst_tickimport.moc"
