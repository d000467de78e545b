// SPDX-License-Identifier: GPL-3.0-or-later
// Instruments that are renamed, removed or merged: the sources that were set up for them follow.
#include "StoreTestSupport.h"

using namespace tickmark;
using namespace tickmark::store;

class TestSourceSymbols : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aRenamedInstrumentIsAskedForByItsNewSymbol();
    void withASpellingOfItsOwnItGoesOnWhereItWas();
    void symbolsThatOnlyBeginAlikeStay();
    void aRemovedInstrumentIsNotAskedForAnyMore();
    void aSourceOfNothingElseIsSwitchedOffAndSaysWhy();
    void aSourceOfAllInstrumentsStaysOn();
    void mergedInstrumentsAreAskedForOnce();
    void aSourceOfAllSpellsTheMergedInstrumentOn();
    void aFailedRenameChangesNoSource();

private:
    qint64 save(const char *name, const QStringList &symbols, const QMap<QString, QString> &spellings = {});
    void saveState(qint64 sourceId, const QString &item);
    [[nodiscard]] SourceSetup setup(qint64 sourceId);
    [[nodiscard]] QStringList items(qint64 sourceId);
    [[nodiscard]] FetchState state(qint64 sourceId, const QString &item);
    void rename(qint64 instrumentId, const char *symbol);

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
    qint64 m_facebook = 0;
    qint64 m_meta = 0;
};

void TestSourceSymbols::init()
{
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(createStore(m_folder->store(), false, [](StoreWriter &) { return core::Result<>(); }));
    m_writer = std::move(*StoreWriter::open(m_folder->store()));
    m_reader = std::move(*StoreReader::open(m_folder->store()));
    m_facebook = *m_writer->addInstrument(makeInstrument(text("FB"))).result();
    m_meta = *m_writer->addInstrument(makeInstrument(text("META"))).result();
}

void TestSourceSymbols::cleanup()
{
    m_reader.reset();
    m_writer.reset();
}

qint64 TestSourceSymbols::save(const char *name, const QStringList &symbols, const QMap<QString, QString> &spellings)
{
    SourceSetup setup;
    setup.name = text(name);
    setup.provider = text("yahoo");
    setup.symbols = symbols;
    setup.spellings = spellings;
    return *m_writer->saveSource(setup).result();
}

void TestSourceSymbols::saveState(qint64 sourceId, const QString &item)
{
    FetchState state;
    state.sourceId = sourceId;
    state.item = item;
    state.lastRun = core::Time{1};
    state.lastSuccess = core::Time{1};
    state.etag = text("\"v1\"");
    state.coveredFrom = core::SessionDate::fromDays(19'000);
    state.coveredUntil = core::SessionDate::fromDays(20'000);
    VERIFY_RESULT(m_writer->saveFetchStates({state}).result());
}

SourceSetup TestSourceSymbols::setup(qint64 sourceId)
{
    const auto setups = m_reader->sourceSetups();
    for (const SourceSetup &one : *setups) {
        if (one.sourceId == sourceId)
            return one;
    }
    return {};
}

QStringList TestSourceSymbols::items(qint64 sourceId)
{
    QStringList items;
    const auto states = m_reader->fetchStates(sourceId);
    for (const FetchState &one : *states)
        items += one.item;
    return items;
}

FetchState TestSourceSymbols::state(qint64 sourceId, const QString &item)
{
    const auto states = m_reader->fetchStates(sourceId);
    for (const FetchState &one : *states) {
        if (one.item == item)
            return one;
    }
    return {};
}

void TestSourceSymbols::rename(qint64 instrumentId, const char *symbol)
{
    core::Instrument instrument = m_reader->instrument(instrumentId).value();
    instrument.symbol = text(symbol);
    VERIFY_RESULT(m_writer->editInstrument(instrument).result());
}

void TestSourceSymbols::aRenamedInstrumentIsAskedForByItsNewSymbol()
{
    const qint64 id = save("Yahoo", {text("fb"), text("META")});
    for (const char *item : {"FB", "FB 5m", "META"})
        saveState(id, text(item));
    rename(m_facebook, "FBOOK");
    QCOMPARE(setup(id).symbols, QStringList({text("FBOOK"), text("META")}));
    QCOMPARE(items(id), QStringList({text("FBOOK"), text("FBOOK 5m"), text("META")}));
    // the provider is asked for another symbol now, so what it said of the former one is no answer
    QVERIFY(!state(id, text("FBOOK 5m")).coveredUntil);
    QVERIFY(state(id, text("FBOOK")).etag.isEmpty());
    QCOMPARE(state(id, text("FBOOK")).lastSuccess, core::Time{1});
    QVERIFY(state(id, text("META")).coveredUntil);
}

void TestSourceSymbols::withASpellingOfItsOwnItGoesOnWhereItWas()
{
    const qint64 id = save("Yahoo", {text("FB")}, {{text("FB"), text("META.US")}});
    saveState(id, text("FB"));
    rename(m_facebook, "FBOOK");
    QCOMPARE(setup(id).spellings, (QMap<QString, QString>{{text("FBOOK"), text("META.US")}}));
    QVERIFY(state(id, text("FBOOK")).coveredUntil);
    rename(m_facebook, "fbook"); // the same to everybody
    QCOMPARE(setup(id).symbols, QStringList{text("fbook")});
    QVERIFY(state(id, text("fbook")).coveredUntil);
}

void TestSourceSymbols::symbolsThatOnlyBeginAlikeStay()
{
    const qint64 id = save("Yahoo", {text("FB"), text("FB A")});
    for (const char *item : {"FB A", "FBX", "FB 5m"})
        saveState(id, text(item));
    rename(m_facebook, "OLD");
    QCOMPARE(setup(id).symbols, QStringList({text("OLD"), text("FB A")}));
    QCOMPARE(items(id), QStringList({text("FB A"), text("FBX"), text("OLD 5m")}));
}

void TestSourceSymbols::aRemovedInstrumentIsNotAskedForAnyMore()
{
    const qint64 id = save("Yahoo", {text("FB"), text("META")}, {{text("FB"), text("X")}});
    saveState(id, text("FB"));
    saveState(id, text("META"));
    VERIFY_RESULT(m_writer->removeInstrument(m_facebook).result());
    QCOMPARE(setup(id).symbols, QStringList{text("META")});
    QVERIFY(setup(id).spellings.isEmpty());
    QVERIFY(setup(id).isEnabled);
    QCOMPARE(items(id), QStringList{text("META")});
}

void TestSourceSymbols::aSourceOfNothingElseIsSwitchedOffAndSaysWhy()
{
    const qint64 id = save("Yahoo", {text("FB")});
    saveState(id, text("FB"));
    save("Both", {text("FB"), text("META")});
    const auto removed = m_writer->removeInstrument(m_facebook).result();
    VERIFY_RESULT(removed);
    QCOMPARE(removed->sources, QStringList({text("Both"), text("Yahoo")}));
    QCOMPARE(removed->switchedOff, QStringList{text("Yahoo")});
    QVERIFY(!setup(id).isEnabled);
    QCOMPARE(setup(id).symbols, QStringList{text("FB")}); // none would be all
    const FetchState said = state(id, text("FB"));
    QCOMPARE(said.errorCode, text("unknown_instrument"));
    QCOMPARE(said.errorNames, QStringList{text("FB")});
    QCOMPARE(said.lastRun, core::Time{1});
    QVERIFY(!said.coveredUntil);
}

void TestSourceSymbols::aSourceOfAllInstrumentsStaysOn()
{
    const qint64 id = save("Yahoo", {});
    saveState(id, text("FB"));
    VERIFY_RESULT(m_writer->removeInstrument(m_facebook).result());
    QVERIFY(setup(id).isEnabled);
    QVERIFY(setup(id).symbols.isEmpty());
    QVERIFY(items(id).isEmpty());
}

void TestSourceSymbols::mergedInstrumentsAreAskedForOnce()
{
    const qint64 ofOne = save("One", {text("FB")}, {{text("FB"), text("FB.US")}});
    const qint64 ofBoth = save("Both", {text("FB"), text("META")});
    for (const qint64 id : {ofOne, ofBoth})
        saveState(id, text("FB"));
    saveState(ofBoth, text("META"));
    VERIFY_RESULT(m_writer->mergeInstruments(m_facebook, m_meta).result());
    QCOMPARE(setup(ofOne).symbols, QStringList{text("META")});
    QCOMPARE(setup(ofOne).spellings.value(text("META")), text("FB.US"));
    QVERIFY(setup(ofOne).isEnabled);
    QVERIFY(state(ofOne, text("META")).coveredUntil);
    QCOMPARE(setup(ofBoth).symbols, QStringList{text("META")});
    QCOMPARE(items(ofBoth), QStringList{text("META")});
    QVERIFY(state(ofBoth, text("META")).coveredUntil);
}

void TestSourceSymbols::aSourceOfAllSpellsTheMergedInstrumentOn()
{
    const qint64 id = save("Yahoo", {}, {{text("FB"), text("FB.US")}});
    const qint64 own = save("Own", {}, {{text("FB"), text("FB.US")}, {text("META"), text("META.US")}});
    for (const qint64 source : {id, own})
        saveState(source, text("META"));
    VERIFY_RESULT(m_writer->mergeInstruments(m_facebook, m_meta).result());
    QCOMPARE(setup(id).spellings, (QMap<QString, QString>{{text("META"), text("FB.US")}}));
    QVERIFY(!state(id, text("META")).coveredUntil); // that was said of another spelling
    QCOMPARE(setup(own).spellings, (QMap<QString, QString>{{text("META"), text("META.US")}}));
    QVERIFY(state(own, text("META")).coveredUntil);
}

void TestSourceSymbols::aFailedRenameChangesNoSource()
{
    const qint64 id = save("Yahoo", {text("FB")});
    core::Instrument instrument = m_reader->instrument(m_facebook).value();
    instrument.symbol = text("FBOOK");
    instrument.names = {{text("en"), text("One"), {}, {}},
                        {text("en"), text("Two"), {}, {}}}; // refused after the rename
    QVERIFY(!m_writer->editInstrument(instrument).result());
    QCOMPARE(setup(id).symbols, QStringList{text("FB")});
}

QTEST_GUILESS_MAIN(TestSourceSymbols)

#include "tst_sourcesymbols.moc"
