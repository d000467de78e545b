// SPDX-License-Identifier: GPL-3.0-or-later
#include "../tables/SessionSupport.h"
#include "FaultServer.h"
#include "FullServer.h"
#include <pipeline/FetchScheduler.h>
#include <sources/keys/KeyVault.h>

#include <QElapsedTimer>
#include <QTest>

#include <dlfcn.h>
#include <netdb.h>

#include <chrono>
#include <semaphore>

using namespace tickmark;
using pipeline::FetchScheduler;
using test::FaultAnswer;
using test::FaultServer;
using test::FullServer;
using test::SeenRequest;

namespace {

#ifdef TICKMARK_SANITIZED
constexpr qint64 kLongestClosingMs = 1000; // the time is that of the checks
#else
constexpr qint64 kLongestClosingMs = 300; // on a machine that has other work
#endif
constexpr int kSources = 12; //!< more than are asked at once
constexpr const char *kSlowName = "slow.invalid";
std::counting_semaphore<> lookups(0); //!< that may end
std::atomic_int lookupsBegun = 0;

} // namespace

//! In place of the C library's, for all of this program: a network whose name server does not answer.
extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    if (node && qstrcmp(node, kSlowName) == 0) {
        ++lookupsBegun;
        (void)lookups.try_acquire_for(std::chrono::seconds(5)); // as long as the library waits for one
        return EAI_AGAIN;
    }
    static const auto real = reinterpret_cast<decltype(&::getaddrinfo)>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    return real(node, service, hints, result);
}

//! A window that is closed, or turned to another store, while servers keep its sources waiting.
class FetchClosingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *way : {"DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY"})
            qunsetenv(way); // no keychain
    }
    void doesNotWaitForAServer_data();
    void doesNotWaitForAServer();

private:
    //! Closes after `reached`; how long that took, -1 when it was not reached.
    qint64 closing(const QString &address, const std::function<bool()> &reached);
};

void FetchClosingTest::doesNotWaitForAServer_data()
{
    QTest::addColumn<QString>("phase");
    for (const char *phase : {"looking up the name", "connecting", "shaking hands", "before the headers",
                              "in the headers", "in the body", "between two attempts"})
        QTest::newRow(phase) << QString::fromLatin1(phase);
}

void FetchClosingTest::doesNotWaitForAServer()
{
    QFETCH(const QString, phase);
    const QByteArray headers = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n";
    const QMap<QString, FaultAnswer> answers{
        {QStringLiteral("in the headers"), {headers, FaultAnswer::End::Stall, {}}},
        {QStringLiteral("in the body"), {headers + "\r\n<?xml", FaultAnswer::End::Stall, {}}},
        {QStringLiteral("between two attempts"),
         {FaultServer::whole("no", "Retry-After: 5\r\n", "503 Service Unavailable"), FaultAnswer::End::Keep, {}}}};
    const FaultServer server([&](const SeenRequest &, int) {
        return answers.value(phase, FaultAnswer{{}, FaultAnswer::End::Stall, {}});
    });
    const FullServer full;
    QString address = server.url(QStringLiteral("/feed.xml")).toString();
    lookupsBegun = 0;
    const bool isLookup = phase == QLatin1String("looking up the name");
    if (isLookup)
        address = QStringLiteral("https://%1/feed.xml").arg(QLatin1String(kSlowName));
    else if (phase == QLatin1String("connecting"))
        address = QStringLiteral("http://127.0.0.1:%1/feed.xml").arg(full.port());
    else if (phase == QLatin1String("shaking hands"))
        address.replace(QStringLiteral("http:"), QStringLiteral("https:"));
    const auto reached = [&] {
        const bool isSilent = phase == QLatin1String("connecting") || phase == QLatin1String("shaking hands");
        return isSilent || (isLookup ? lookupsBegun > 0 : !server.seen().isEmpty());
    };
    // another process may have had the processor: what closing itself does wrong, it does again
    qint64 shortest = kLongestClosingMs;
    for (int i = 0; i < 4 && shortest >= kLongestClosingMs; ++i) {
        shortest = closing(address, reached);
        QVERIFY(shortest >= 0);
    }
    lookups.release(isLookup ? lookupsBegun.load() : 0);
    QVERIFY2(shortest < kLongestClosingMs, QByteArray::number(shortest).constData());
}

qint64 FetchClosingTest::closing(const QString &address, const std::function<bool()> &reached)
{
    tables::TestSession session;
    if (!session.openWith([](store::StoreWriter &) { return core::Result<>(); }))
        return -1;
    for (int i = 0; i < kSources; ++i) {
        store::SourceSetup setup;
        setup.name = QStringLiteral("Feed %1").arg(i);
        setup.provider = QStringLiteral("feed");
        setup.address = address;
        setup.schedule = {store::FetchSchedule::When::Always, 10};
        if (!session->writer()->saveSource(setup).result())
            return -1;
    }
    sources::KeyVault keys(QStringLiteral("Tickmark test"));
    auto http = std::make_shared<sources::HttpClient>(sources::HttpClientOptions());
    auto scheduler = std::make_unique<FetchScheduler>(*session.get(), pipeline::networkCalls(*session.get(), http),
                                                      keys, pipeline::systemClocks());
    scheduler->reload();
    if (!QTest::qWaitFor([&] { return scheduler->isRunning() && reached(); }))
        return -1;
    QTest::qWait(50); // whatever the phase does not show from outside
    QElapsedTimer clock;
    clock.start();
    scheduler.reset();
    session.close();
    http.reset();
    return clock.elapsed();
}

QTEST_GUILESS_MAIN(FetchClosingTest)
#include "tst_fetchclosing.moc"
