// SPDX-License-Identifier: GPL-3.0-or-later
//
// A window whose store is fed from the network.
#include "FaultServer.h"
#include "WindowBench.h"
#include <dialogs/ImportsDialog.h>
#include <newsview/HeadlinePanel.h>
#include <pipeline/FetchScheduler.h>
#include <store/StoreReader.h>

#include <QElapsedTimer>
#include <QTableView>
#include <QToolButton>

#include <window/SourceControl.h>

#include <algorithm>
#include <atomic>

using namespace tickmark;
using test::FaultAnswer;
using test::FaultServer;
using test::SeenRequest;

namespace {

const QByteArray kFeed =
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Kontorblatt</title><language>de</language>"
    "<item><guid>1</guid><title>Schwellenprobe</title><description>Nvidia verlor 17 Prozent.</description>"
    "<pubDate>Mon, 27 Jan 2025 18:00:00 GMT</pubDate></item></channel></rss>";

} // namespace

class TestWindowFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowBench::useOwnHome(m_home); }
    void cleanup() { QDir(m_home.filePath(QStringLiteral("config"))).removeRecursively(); }

    void aSourceIsAskedOnceTheWindowStands();
    void aServerThatHangsDoesNotHoldTheWindow();
    void aServerThatHangsHoldsBackNoOther();
    void takingBackEndsTheRunOfItsSource();

private:
    static void addFeed(WindowBench &bench, const FaultServer &server,
                        const QString &name = QStringLiteral("Kontorblatt"))
    {
        store::SourceSetup setup;
        setup.name = name;
        setup.provider = QStringLiteral("feed");
        setup.address = server.url(u'/' + name + QStringLiteral(".xml")).toString();
        setup.schedule = {store::FetchSchedule::When::Always, 10};
        QVERIFY(bench.window().session()->writer()->saveSource(setup).result());
    }
    static int headlinesLike(const QString &path, const QString &text)
    {
        const auto reader = store::StoreReader::open(path);
        return reader ? int((*reader)->searchNews(text).value().size()) : -1;
    }

    QTemporaryDir m_home;
};

void TestWindowFetch::aSourceIsAskedOnceTheWindowStands()
{
    FaultServer server([](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole(kFeed), FaultAnswer::End::Keep, {}};
    });
    WindowBench bench;
    addFeed(bench, server);
    if (QTest::currentTestFailed())
        return;
    bench.restart();
    QTRY_COMPARE(headlinesLike(bench.store(), QStringLiteral("Schwellenprobe")), 1);
    QCOMPARE(server.seen().size(), 1);
    QVERIFY2(server.seen().constFirst().head.contains("User-Agent: Tickmark/"), server.seen().constFirst().head);
    const pipeline::FetchScheduler *scheduler = bench.window().sources().scheduler();
    QTRY_VERIFY(!scheduler->sources().empty() && scheduler->sources().front().lastSuccess);
    QVERIFY(scheduler->sources().front().nextRun);
}

void TestWindowFetch::aServerThatHangsDoesNotHoldTheWindow()
{
    FaultServer server([](const SeenRequest &, int) { return FaultAnswer{{}, FaultAnswer::End::Stall, {}}; });
    WindowBench bench;
    addFeed(bench, server);
    if (QTest::currentTestFailed())
        return;
    bench.restart();
    QTRY_VERIFY(!server.seen().isEmpty());
    QVERIFY(bench.window().sources().scheduler()->isRunning());
    QElapsedTimer closing;
    closing.start();
    bench.restart(); // closes it first; the client would wait for 20 seconds
    QVERIFY2(closing.elapsed() < 10'000, QByteArray::number(closing.elapsed()).constData());
}

void TestWindowFetch::aServerThatHangsHoldsBackNoOther()
{
    FaultServer server([](const SeenRequest &request, int) {
        return request.target.contains("Slow") ? FaultAnswer{{}, FaultAnswer::End::Stall, {}}
                                               : FaultAnswer{FaultServer::whole(kFeed), FaultAnswer::End::Keep, {}};
    });
    WindowBench bench;
    for (const char *name : {"Kontorblatt", "Slow"})
        addFeed(bench, server, QString::fromLatin1(name));
    if (QTest::currentTestFailed())
        return;
    bench.restart();
    const pipeline::FetchScheduler *scheduler = bench.window().sources().scheduler();
    QTRY_VERIFY(scheduler->sources().size() == 2 && scheduler->sources().front().lastSuccess);
    QVERIFY(!scheduler->sources().front().isRunning);
    QVERIFY(scheduler->sources().back().isRunning);
    QCOMPARE(headlinesLike(bench.store(), QStringLiteral("Schwellenprobe")), 1);
    const auto *glance = bench.window().findChild<QToolButton *>(QStringLiteral("sourceGlance"));
    QTRY_COMPARE(glance->text(), QStringLiteral("Fetching, 1 of 2")); // of the run: one has come, one is waited for
}

//! It would bring again what the user has just taken back.
void TestWindowFetch::takingBackEndsTheRunOfItsSource()
{
    std::atomic_bool hangs = false;
    FaultServer server([&hangs](const SeenRequest &, int) {
        return hangs ? FaultAnswer{{}, FaultAnswer::End::Stall, {}}
                     : FaultAnswer{FaultServer::whole(kFeed), FaultAnswer::End::Keep, {}};
    });
    WindowBench bench;
    addFeed(bench, server);
    if (QTest::currentTestFailed())
        return;
    bench.restart();
    QTRY_COMPARE(headlinesLike(bench.store(), QStringLiteral("Schwellenprobe")), 1);
    pipeline::FetchScheduler &scheduler = *bench.window().sources().scheduler();
    const auto source = [&scheduler]() -> const pipeline::SourceStatus & { return scheduler.sources().front(); };
    QTRY_VERIFY(source().lastSuccess && !source().isRunning);
    hangs = true;
    scheduler.fetchNow();
    QTRY_COMPARE(server.seen().size(), 2);

    bench.trigger(window::Command::ShowImports);
    dialogs::ImportsDialog *imports = nullptr;
    QTRY_VERIFY((imports = bench.window().findChild<dialogs::ImportsDialog *>()) != nullptr);
    const auto *table = imports->findChild<QTableView *>(QStringLiteral("imports"));
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const auto reader = store::StoreReader::open(bench.store());
    const auto all = (*reader)->imports().value();
    const auto own = std::ranges::find(all, QStringLiteral("Kontorblatt"), &store::ImportRecord::source);
    QVERIFY(own != all.end());
    imports->undo(own->id);
    QTRY_COMPARE(headlinesLike(bench.store(), QStringLiteral("Schwellenprobe")), 0);
    QTRY_VERIFY(!source().isRunning);
    QTRY_COMPARE(source().errorCode, QStringLiteral("stopped"));
    QVERIFY(!scheduler.isRunning());
    QVERIFY(source().nextRun); // when it is next due
    QCOMPARE(server.seen().size(), 2);
}

QTEST_MAIN(TestWindowFetch)
#include "tst_windowfetch.moc"
