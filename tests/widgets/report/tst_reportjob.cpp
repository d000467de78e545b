// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportBench.h"

#include <QFile>
#include <QFutureWatcher>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <report/ReportJob.h>

using namespace tickmark;
using namespace tickmark::tests;
using namespace Qt::StringLiterals;

//! A window that stands still while a report is made, or a half file after "Cancel", would be seen at once.
class TestReportJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAndTellsHowFarItIs_data();
    void writesAndTellsHowFarItIs();
    void theWindowGoesOnMeanwhile();
    void cancelledBeforeItReads();
    void cancelledWhileItDraws();
    void aClosedDialogLeavesNothing();
    void failuresAreTold();

private:
    //! Waits for done() or failed(); the error, or nothing.
    static std::optional<core::ErrorCode> resultOf(report::ReportJob &job);

    std::unique_ptr<ReportBench> m_bench;
    std::shared_ptr<pipeline::StoreSession> m_session;
};

void TestReportJob::init()
{
    m_session.reset();
    m_bench = ReportBench::sample();
    auto opening = pipeline::StoreSession::open(m_bench->storePath(), m_bench->calendars());
    QTRY_VERIFY_WITH_TIMEOUT(opening.isFinished(), 60'000);
    QVERIFY(opening.result());
    m_session = *opening.result();
}

std::optional<core::ErrorCode> TestReportJob::resultOf(report::ReportJob &job)
{
    QSignalSpy done(&job, &report::ReportJob::done);
    std::optional<core::ErrorCode> code;
    bool isFailed = false;
    connect(&job, &report::ReportJob::failed, &job, [&](const core::Error &error) {
        code = error.code;
        isFailed = true;
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isFailed || !done.isEmpty(), 120'000); }();
    return code;
}

void TestReportJob::writesAndTellsHowFarItIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("pdf") << u"Bericht.pdf"_s;
    QTest::newRow("html") << u"Bericht.HTML"_s;
}

void TestReportJob::writesAndTellsHowFarItIs()
{
    QFETCH(QString, name);
    const QString path = m_bench->path(name.toUtf8().constData());
    report::ReportJob job(*m_session, ReportBench::wish(), path, false);
    QList<std::pair<int, int>> steps;
    connect(&job, &report::ReportJob::progressed, &job, [&](int done, int total) { steps.append({done, total}); });
    std::optional<report::ReportOutcome> outcome;
    connect(&job, &report::ReportJob::done, &job, [&](const report::ReportOutcome &value) { outcome = value; });
    job.start();
    QVERIFY(!resultOf(job));
    QVERIFY(outcome && outcome->statements > 60 && outcome->charts >= 3);
    QVERIFY(std::ranges::is_sorted(steps, {}, &std::pair<int, int>::first));
    QCOMPARE(steps.last().first, steps.last().second);
    // The same as the command line's, but for the date in a PDF.
    const QString other = m_bench->path("other.") + QFileInfo(path).suffix();
    qputenv("SOURCE_DATE_EPOCH", "1738000000");
    QVERIFY(m_bench->write(ReportBench::wish(), other));
    report::ReportJob again(*m_session, ReportBench::wish(), path, true);
    again.start();
    QVERIFY(!resultOf(again));
    qunsetenv("SOURCE_DATE_EPOCH");
    QVERIFY(contentOf(path).size() > 10'000);
    QVERIFY(contentOf(path) == contentOf(other));
}

void TestReportJob::theWindowGoesOnMeanwhile()
{
    report::ReportJob job(*m_session, ReportBench::wish(), m_bench->path("a.pdf"), false);
    int steps = 0;
    int turns = 0; // of the event loop, between two pages
    QTimer other;
    connect(&other, &QTimer::timeout, &other, [&] { ++turns; });
    connect(&job, &report::ReportJob::progressed, &job, [&] { ++steps; });
    other.start(0);
    job.start();
    QVERIFY(!resultOf(job));
    QVERIFY(steps > 5);
    QVERIFY2(turns >= steps, "pages were drawn without letting anything else happen");
}

void TestReportJob::cancelledBeforeItReads()
{
    report::ReportJob job(*m_session, ReportBench::wish(), m_bench->path("a.pdf"), false);
    job.start();
    job.cancel();
    const auto code = resultOf(job);
    QVERIFY(code);
    QCOMPARE(*code, core::ErrorCode::Cancelled);
    QCOMPARE(m_bench->files(), QStringList());
}

void TestReportJob::cancelledWhileItDraws()
{
    report::ReportJob job(*m_session, ReportBench::wish(), m_bench->path("a.pdf"), false);
    connect(&job, &report::ReportJob::progressed, &job, [&](int done, int) {
        if (done == 7) // the second page
            job.cancel();
    });
    job.start();
    const auto code = resultOf(job);
    QVERIFY(code);
    QCOMPARE(*code, core::ErrorCode::Cancelled);
    QCOMPARE(m_bench->files(), QStringList());
}

void TestReportJob::aClosedDialogLeavesNothing()
{
    auto job = std::make_unique<report::ReportJob>(*m_session, ReportBench::wish(), m_bench->path("a.pdf"), false);
    int steps = 0;
    connect(job.get(), &report::ReportJob::progressed, this, [&](int done, int) { steps = done; });
    job->start();
    QTRY_VERIFY_WITH_TIMEOUT(steps >= 7, 120'000);
    job.reset();
    m_session.reset(); // waits for what is still read
    QCoreApplication::processEvents();
    QCOMPARE(m_bench->files(), QStringList());
}

void TestReportJob::failuresAreTold()
{
    QFile old(m_bench->path("old.pdf"));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("mine") == 4);
    old.close();
    report::ReportJob existing(*m_session, ReportBench::wish(), old.fileName(), false);
    existing.start();
    QCOMPARE(*resultOf(existing), core::ErrorCode::AlreadyExists);
    report::ReportWish wish = ReportBench::wish();
    wish.symbols = {u"NOPE"_s};
    report::ReportJob unknown(*m_session, wish, m_bench->path("a.pdf"), false);
    unknown.start();
    QCOMPARE(*resultOf(unknown), core::ErrorCode::NotFound);
    QCOMPARE(m_bench->files(), QStringList{u"old.pdf"_s});
    QCOMPARE(contentOf(old.fileName()), QByteArray("mine"));
}

QTEST_MAIN(TestReportJob)
#include "tst_reportjob.moc"
