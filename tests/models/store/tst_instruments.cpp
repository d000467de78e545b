// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreTestSupport.h"

using namespace tickmark;
using namespace tickmark::store;

//! Instruments as a user adds, changes and removes them.
class InstrumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFieldComesBack();
    void symbolsAreUniqueWithoutCase();
    void anEmptySymbolIsRefused();
    void editReplacesEverything();
    void editOfAnUnknownOneIsAnError();
    void removeTakesItsQuotesAndNothingElse();
    void removedIdsAreNotGivenAgain();
    void settingsAreKept();

private:
    [[nodiscard]] StoreReader &reader();

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
};

void InstrumentsTest::init()
{
    m_reader.reset();
    m_writer.reset();
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(m_folder->store(), {}));
    auto writer = StoreWriter::open(m_folder->store());
    VERIFY_RESULT(writer);
    m_writer = std::move(*writer);
}

StoreReader &InstrumentsTest::reader()
{
    m_reader = std::move(*StoreReader::open(m_folder->store()));
    return *m_reader;
}

void InstrumentsTest::everyFieldComesBack()
{
    core::Instrument instrument;
    instrument.symbol = text("^GSPC");
    instrument.kind = core::InstrumentKind::Index;
    instrument.mic = text("XNYS");
    instrument.currency = text("USD");
    instrument.names = {{text("de"), text("Deutsche Börse"), text("Börse"), {text("Börse AG"), text("DB1")}},
                        {text("en"), text("S&P 500"), QString(), {text("Standard & Poor’s 500")}}};
    const auto id = m_writer->addInstrument(instrument).result();
    VERIFY_RESULT(id);

    const auto found = reader().instrument(text("^gspc"));
    VERIFY_RESULT(found);
    QCOMPARE(found->id, *id);
    QCOMPARE(found->symbol, instrument.symbol);
    QCOMPARE(found->kind, instrument.kind);
    QCOMPARE(found->mic, instrument.mic);
    QCOMPARE(found->currency, instrument.currency);
    QCOMPARE(found->names.size(), size_t(2));
    QCOMPARE(found->names[0].language, text("de"));
    QCOMPARE(found->names[0].name, text("Deutsche Börse"));
    QCOMPARE(found->names[0].shortName, text("Börse"));
    QCOMPARE(found->names[0].aliases, (QStringList{text("Börse AG"), text("DB1")}));
    QCOMPARE(found->names[1].aliases, QStringList{text("Standard & Poor’s 500")});
    QCOMPARE(reader().instrument(*id)->symbol, instrument.symbol);
    QCOMPARE(reader().instruments()->size(), size_t(1));
}

void InstrumentsTest::symbolsAreUniqueWithoutCase()
{
    VERIFY_RESULT(m_writer->addInstrument(makeInstrument(text("NVDA"))).result());
    const auto again = m_writer->addInstrument(makeInstrument(text("nvda"))).result();
    QVERIFY(!again);
    QCOMPARE(again.error().code, core::ErrorCode::AlreadyExists);
    QVERIFY(again.error().message.contains(text("nvda")));
}

void InstrumentsTest::anEmptySymbolIsRefused()
{
    QCOMPARE(m_writer->addInstrument(makeInstrument(text("  "))).result().error().code, core::ErrorCode::InvalidInput);
}

void InstrumentsTest::editReplacesEverything()
{
    core::Instrument instrument = makeInstrument(text("FB"));
    instrument.names = {{text("de"), text("Facebook"), {}, {text("Facebook")}}, {text("en"), text("Facebook"), {}, {}}};
    instrument.id = m_writer->addInstrument(instrument).result().value();
    instrument.symbol = text("META");
    instrument.names = {{text("en"), text("Meta"), {}, {text("Meta Platforms"), text("Facebook")}}};
    VERIFY_RESULT(m_writer->editInstrument(instrument).result());
    QCOMPARE(reader().instrument(text("FB")).error().code, core::ErrorCode::NotFound);
    const auto found = reader().instrument(text("META"));
    VERIFY_RESULT(found);
    QCOMPARE(found->names.size(), size_t(1));
    QCOMPARE(found->names[0].aliases, (QStringList{text("Meta Platforms"), text("Facebook")}));
}

void InstrumentsTest::editOfAnUnknownOneIsAnError()
{
    core::Instrument instrument = makeInstrument(text("X"));
    instrument.id = 12;
    QCOMPARE(m_writer->editInstrument(instrument).result().error().code, core::ErrorCode::NotFound);
}

void InstrumentsTest::removeTakesItsQuotesAndNothingElse()
{
    const qint64 gone = m_writer->addInstrument(makeInstrument(text("GONE"))).result().value();
    const qint64 kept = m_writer->addInstrument(makeInstrument(text("KEPT"))).result().value();
    SeriesKey minutes = dailySeries(gone);
    minutes.intervalNs = core::kNsPerMinute;
    std::vector<BarRow> rows{dailyRow(1, 1), dailyRow(2, 2), dailyRow(1, 3), dailyRow(1, 4)};
    rows[2].seriesIndex = 1;
    rows[3].seriesIndex = 2;
    const auto imported =
        m_writer->importBars(importOf({dailySeries(gone), minutes, dailySeries(kept)}, rows)).result();
    VERIFY_RESULT(imported);
    VERIFY_RESULT(m_writer->importBars(importOf({dailySeries(gone)}, {dailyRow(1, 9)})).result());
    VERIFY_RESULT(m_writer->importShares({}, {{gone, core::SessionDate(), 5}}).result());
    VERIFY_RESULT(m_writer->setPreferredSeries(gone, SeriesUse::Daily, 1).result());

    const auto counts = m_writer->removeInstrument(gone).result();
    VERIFY_RESULT(counts);
    QCOMPARE(counts->series, 2);
    QCOMPARE(counts->dailyBars, 2);
    QCOMPARE(counts->intradayBars, 1);
    QCOMPARE(counts->shareCounts, 1);
    QCOMPARE(reader().instrument(text("GONE")).error().code, core::ErrorCode::NotFound);
    QCOMPARE(reader().info()->dailyBars, 1);
    VERIFY_RESULT(m_writer->undoImport(imported->importId).result());
    QCOMPARE(reader().info()->dailyBars, 0);
    QVERIFY(verifyStore(m_folder->store())->empty());
}

void InstrumentsTest::removedIdsAreNotGivenAgain()
{
    const qint64 first = m_writer->addInstrument(makeInstrument(text("A"))).result().value();
    VERIFY_RESULT(m_writer->removeInstrument(first).result());
    QVERIFY(m_writer->addInstrument(makeInstrument(text("B"))).result().value() > first);
    QCOMPARE(m_writer->removeInstrument(first).result().error().code, core::ErrorCode::NotFound);
}

void InstrumentsTest::settingsAreKept()
{
    QVERIFY(!*reader().setting(text("theme")));
    VERIFY_RESULT(m_writer->setSetting(text("theme"), text("dunkel")).result());
    VERIFY_RESULT(m_writer->setSetting(text("theme"), text("hell")).result());
    QCOMPARE(**reader().setting(text("theme")), text("hell"));
}

QTEST_GUILESS_MAIN(InstrumentsTest)
#include "tst_instruments.moc"
