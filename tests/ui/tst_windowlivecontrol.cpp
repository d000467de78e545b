// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window does about live streams. The streams are scripted here: tst_windowlive has real ones.
#include "LiveControlBench.h"
#include <dialogs/SourceEditDialog.h>
#include <dialogs/SourcesDialog.h>
#include <pipeline/FetchScheduler.h>
#include <store/StoreWriter.h>

#include <QAction>
#include <QComboBox>

#include <window/SourceControl.h>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using pipeline::LivePhase;
using pipeline::LiveStatus;
using window::Command;

class TestWindowLiveControl : public QObject, private LiveControlBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useOwnHome(); }
    void init() { open(); }
    void cleanup() { close(); }

    void nothingStreamsByItself();
    void theSourceWithTheHighestPriorityIsTaken();
    void anotherSourceTakesThePlaceOfTheFirst();
    void theKeyGoesWithTheRequest();
    void withoutASourceOneStepLeadsToOne();
    void whatNoExchangeStreamsHasNoEntry();
    void aSourceThatIsEditedBeginsAnew();
    void aSourceThatIsRemovedEndsItsStreams();
    void anInstrumentThatIsRemovedEndsItsStream();
    void anotherStoreEndsTheStreams();
    void aReplayWaitsForTheStream();
};

void TestWindowLiveControl::nothingStreamsByItself()
{
    start(kBitcoin);
    QVERIFY(live().isOn(kBitcoin));
    m_bench->restart();
    QCOMPARE(m_script.ended, 1);
    QTRY_VERIFY(!live().choices(kBitcoin).empty());
    QVERIFY(!live().isOn(kBitcoin));
    QCOMPARE(m_script.made, 1);
}

void TestWindowLiveControl::theSourceWithTheHighestPriorityIsTaken()
{
    addSource(u"Coinbase"_s, 1, u"coinbase"_s);
    const qint64 best = addSource(u"Kraken"_s, 5);
    addSource(u"Kraken once more"_s, 3);
    QTRY_COMPARE(live().choices(kBitcoin).size(), std::size_t(3));
    m_bench->window().desk().showInstrument(kBitcoin);
    QAction *toggle = m_bench->window().actions()[Command::ToggleLive];
    QTRY_VERIFY(toggle->isEnabled());
    toggle->trigger();
    QCOMPARE(m_script.started.size(), std::size_t(1));
    QCOMPARE(m_script.started.front().setup.sourceId, best);
    QVERIFY(toggle->isChecked());
    toggle->trigger();
    QCOMPARE(m_script.stopped.size(), std::size_t(1));
    QVERIFY(!toggle->isChecked());
}

void TestWindowLiveControl::anotherSourceTakesThePlaceOfTheFirst()
{
    const qint64 first = addSource(u"Kraken"_s, 5);
    const qint64 other = addSource(u"Coinbase"_s, 1, u"coinbase"_s);
    QTRY_COMPARE(live().choices(kBitcoin).size(), std::size_t(2));
    live().start(kBitcoin);
    const auto menu = menuOf({kBitcoin});
    QStringList entries;
    QAction *coinbase = nullptr;
    for (QAction *action : menu->findChild<QMenu *>()->actions()) {
        if (action->isSeparator())
            continue;
        entries += action->text() + (action->isChecked() ? u" (on)"_s : QString());
        if (action->text().contains(u"Coinbase"_s))
            coinbase = action;
    }
    QCOMPARE(entries, QStringList({u"From Kraken (on)"_s, u"From Coinbase"_s, u"&Off"_s}));
    coinbase->trigger();
    QCOMPARE(m_script.stopped.size(), std::size_t(1));
    QCOMPARE(m_script.stopped.front().first, first);
    QCOMPARE(m_script.started.back().setup.sourceId, other);
    QVERIFY(live().choices(kBitcoin)[1].isOn);
}

void TestWindowLiveControl::theKeyGoesWithTheRequest()
{
    addSource(u"Finnhub"_s, 0, u"finnhub"_s);
    QTRY_COMPARE(live().choices(u"NVDA"_s).size(), std::size_t(1));
    const auto &setup = m_bench->window().sources().scheduler()->sources();
    QTRY_COMPARE(setup.size(), std::size_t(1));
    m_bench->window().sources().keys().write(setup.front().setup.uuid, "k3y");
    live().start(u"NVDA"_s);
    QTRY_COMPARE(m_script.started.size(), std::size_t(1));
    QCOMPARE(m_script.started.front().key, QByteArray("k3y"));
}

void TestWindowLiveControl::withoutASourceOneStepLeadsToOne()
{
    QTRY_VERIFY(!live().offers(kBitcoin).empty());
    const auto menu = menuOf({kBitcoin});
    QStringList entries;
    for (const QAction *action : menu->findChild<QMenu *>()->actions())
        entries += action->text();
    QCOMPARE(entries, QStringList({u"Set up Kraken as a source…"_s, u"Set up Coinbase as a source…"_s,
                                   u"Set up Binance (USDT) as a source…"_s}));
    menu->findChild<QMenu *>()->actions().at(1)->trigger();
    auto *dialog = m_bench->window().findChild<dialogs::SourcesDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *form = dialog->findChild<dialogs::SourceEditDialog *>();
    QVERIFY(form);
    QCOMPARE(form->findChild<QComboBox *>(u"provider"_s)->currentData().toString(), u"coinbase"_s);
    form->findChild<QPushButton *>(u"save"_s)->click();
    QTRY_COMPARE(live().choices(kBitcoin).size(), std::size_t(1));
    dialog->close();
}

void TestWindowLiveControl::whatNoExchangeStreamsHasNoEntry()
{
    addSource(u"Kraken"_s);
    QTRY_VERIFY(!live().choices(kBitcoin).empty());
    QVERIFY(menuOf({u"S&P 500"_s, u"^GSPC"_s, u"DAX"_s})->isEmpty());
    QVERIFY(!menuOf({kBitcoin})->isEmpty());
}

void TestWindowLiveControl::aSourceThatIsEditedBeginsAnew()
{
    start(kBitcoin);
    store::SourceSetup setup = m_script.started.front().setup;
    setup.priority = 7; // no matter for a stream
    QVERIFY(m_bench->window().session()->writer()->saveSource(setup).result());
    m_bench->window().sources().scheduler()->reload();
    QTRY_COMPARE(m_bench->window().sources().scheduler()->sources().front().setup.priority, 7);
    setup.address = u"http://127.0.0.1:1"_s;
    QVERIFY(m_bench->window().session()->writer()->saveSource(setup).result());
    m_bench->window().sources().scheduler()->reload();
    QTRY_COMPARE(m_script.started.size(), std::size_t(2));
    QCOMPARE(m_script.started.back().setup.address, setup.address);
    QCOMPARE(m_script.started.back().instrumentIds, m_script.started.front().instrumentIds);
    QVERIFY(m_script.stopped.empty());
}

void TestWindowLiveControl::aSourceThatIsRemovedEndsItsStreams()
{
    start(kBitcoin);
    QVERIFY(m_bench->window().session()->writer()->removeSource(m_source).result());
    m_bench->window().sources().scheduler()->reload();
    QTRY_COMPARE(m_script.stopped.size(), std::size_t(1));
    QCOMPARE(message(), u"The source “Kraken” was removed; its live stream has ended. What has come is stored."_s);
    QVERIFY(!live().isOn(kBitcoin));
}

void TestWindowLiveControl::anInstrumentThatIsRemovedEndsItsStream()
{
    start(kBitcoin);
    const qint64 id = m_script.started.front().instrumentIds.front();
    QVERIFY(m_bench->window().session()->writer()->removeInstrument(id).result());
    m_bench->window().session()->tellChanged(pipeline::StoreChange::Instruments);
    QTRY_COMPARE(m_script.stopped.size(), std::size_t(1));
    QVERIFY2(message().startsWith(kBitcoin), qPrintable(message()));
}

void TestWindowLiveControl::anotherStoreEndsTheStreams()
{
    start(kBitcoin);
    tell(status(LivePhase::Live));
    QTRY_VERIFY(badge());
    const QString other = m_home.filePath(u"other.tickmark"_s);
    QVERIFY(QFile::copy(m_bench->store(), other));
    m_bench->window().openStore(other);
    QTRY_COMPARE(m_script.ended, 1);
    QTRY_COMPARE(message(), u"The live streams of BTC-USD have ended with the database case. What had come is stored "
                            "there."_s);
    QVERIFY(live().streams().empty());
    // What the former streams still tell is of no concern here.
    tell(status(LivePhase::Live));
    QTest::qWait(0);
    QVERIFY(live().streams().empty());
    QTRY_VERIFY(!badge());
}

void TestWindowLiveControl::aReplayWaitsForTheStream()
{
    start(kBitcoin);
    m_bench->window().replay(kBitcoin, std::nullopt, 60);
    QCOMPARE(message(), u"BTC-USD streams live now. Stop that, and its ticks can be played again."_s);
}

QTEST_MAIN(TestWindowLiveControl)
#include "tst_windowlivecontrol.moc"
