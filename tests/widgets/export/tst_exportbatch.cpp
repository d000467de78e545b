// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportBench.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <exportdialog/ExportBatch.h>
#include <exportdialog/ExportDialog.h>

using namespace tickmark;
using namespace Qt::StringLiterals;
using exportdialog::ExportBatch;
using exportdialog::ExportOutcome;
using exportdialog::ExportSettings;
using exportdialog::ExportWhat;
using exportdialog::PlannedFile;

//! Many charts at once: each complete or not there, the window alive, and what failed named.
class TestExportBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<tests::ExportBench>(); }
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();
    void theWatchlistIsReadAndDrawn();
    void anInstrumentWithoutQuotesIsNamed();
    void whatFailsDoesNotStopTheRest();
    void cancelLeavesOnlyWholeFiles();
    void destroyingLeavesOnlyWholeFiles();
    void whatIsThereStays();
    void theSameNameIsNotWrittenTwice();

private:
    std::vector<PlannedFile> plan(const ExportSettings &settings)
    {
        auto files = exportdialog::planFiles(m_bench->subject(), settings, *core::SessionDate::fromIso("2025-03-01"));
        return files ? std::move(*files) : std::vector<PlannedFile>();
    }
    //! Runs it to its end.
    ExportOutcome run(std::vector<PlannedFile> files, const ExportSettings &settings, bool overwrite = false)
    {
        auto options = *exportdialog::exportOptions(settings);
        options.overwrite = overwrite;
        ExportBatch batch(m_bench->session(), std::move(files), options, nullptr);
        std::optional<ExportOutcome> outcome;
        connect(&batch, &ExportBatch::finished, &batch, [&](const ExportOutcome &told) { outcome = told; });
        batch.start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome, 240'000); }();
        return outcome.value_or(ExportOutcome());
    }
    static bool arePictures(const QString &folder, const QStringList &files)
    {
        return std::ranges::all_of(files, [&](const QString &file) {
            return file.endsWith(u".png") && QImage(folder + u'/' + file).width() == 1600;
        });
    }

    std::unique_ptr<tests::ExportBench> m_bench;
};

void TestExportBatch::everyFormatIsWritten_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("png") << u"png"_s << QByteArray("\x89PNG");
    QTest::newRow("svg") << u"svg"_s << QByteArray("<?xml");
    QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF");
    QTest::newRow("csv") << u"csv"_s << QByteArray();
    QTest::newRow("xlsx") << u"xlsx"_s << QByteArray("PK");
}

void TestExportBatch::everyFormatIsWritten()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, begin);
    ExportSettings settings = m_bench->settings();
    settings.what = ExportWhat::Panes;
    settings.format = format;
    const ExportOutcome outcome = run(plan(settings), settings);
    QVERIFY2(outcome.failures.empty(), outcome.failures.empty() ? "" : qPrintable(outcome.failures[0].error.message));
    // One name is of the price and the volume of the same instrument.
    QCOMPARE(m_bench->files(), QStringList({u"GSPC-IXIC-DJI_2025-01-14_2025-02-14."_s + format,
                                            u"NVDA-AVGO-VST_2025-01-14_2025-02-14."_s + format,
                                            u"NVDA_2025-01-14_2025-02-14."_s + format}));
    QCOMPARE(outcome.written.size(), 3);
    qint64 bytes = 0;
    for (const QString &path : outcome.written) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begin));
        bytes += file.size();
    }
    QCOMPARE(outcome.bytes, bytes);
}

void TestExportBatch::theWatchlistIsReadAndDrawn()
{
    ExportSettings settings = m_bench->settings();
    settings.what = ExportWhat::Watchlist;
    settings.format = u"csv"_s;
    settings.pattern = u"{number} {symbol}"_s;
    const auto files = plan(settings);
    QVERIFY(files.size() > 10);
    QVERIFY(!files.front().item.content); // read by the batch
    const ExportOutcome outcome = run(files, settings);
    QCOMPARE(outcome.written.size() + qsizetype(outcome.failures.size()), qsizetype(files.size()));
    QCOMPARE(m_bench->files().size(), outcome.written.size());
    QFile nvidia(m_bench->file("1 NVDA.csv"));
    QVERIFY(nvidia.open(QIODevice::ReadOnly));
    const QByteArray text = nvidia.readAll();
    QVERIFY(text.contains("2025-01-27") && text.contains("118.42"));
    QVERIFY(!text.contains("2025-02-18")); // the range of the desk
}

//! As a desk has it, on which some instrument has no quotes yet.
void TestExportBatch::anInstrumentWithoutQuotesIsNamed()
{
    ExportSettings settings = m_bench->settings();
    settings.format = u"svg"_s;
    std::vector<PlannedFile> files = plan(settings);
    QVERIFY(!files.empty());
    files.resize(1);
    files.front().item.content.reset();
    files.front().item.spec.panes = {{charts::PaneKind::Price, {u"NVDA"_s, u"^HSTECH"_s}, {}}};
    files.front().item.spec.tolerant = true;
    const ExportOutcome outcome = run(files, settings);
    QCOMPARE(outcome.written.size(), 1);
    QCOMPARE(outcome.withoutQuotes, QStringList{u"^HSTECH"_s});
    QFile file(outcome.written.front());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Hang Seng Tech."));
    const QString told = exportdialog::outcomeText(outcome);
    QVERIFY2(told.contains(u"^HSTECH"_s), qPrintable(told));
}

void TestExportBatch::whatFailsDoesNotStopTheRest()
{
    ExportSettings settings = m_bench->settings();
    settings.what = ExportWhat::Watchlist;
    settings.pattern = u"{symbol}"_s;
    auto files = plan(settings);
    files.resize(3);
    files[0].item.spec.panes[0].symbols = {u"NOBODY"_s};
    files[1].path = m_bench->file("missing/GSPC.png");
    const ExportOutcome outcome = run(files, settings);
    QCOMPARE(outcome.written.size(), 1);
    QCOMPARE(outcome.failures.size(), std::size_t(2));
    QStringList told;
    for (const auto &failure : outcome.failures)
        told.append(failure.error.message);
    QVERIFY2(told.join(u' ').contains(u"NOBODY"), qPrintable(told.join(u' ')));
    QVERIFY2(told.join(u' ').contains(u"GSPC.png"), qPrintable(told.join(u' ')));
    QVERIFY(arePictures(m_bench->folder(), m_bench->files()));
}

void TestExportBatch::cancelLeavesOnlyWholeFiles()
{
    ExportSettings settings = m_bench->settings();
    settings.what = ExportWhat::Watchlist;
    const auto files = plan(settings);
    ExportBatch batch(m_bench->session(), files, *exportdialog::exportOptions(settings), nullptr);
    std::optional<ExportOutcome> outcome;
    int turns = 0;
    QTimer living;
    connect(&living, &QTimer::timeout, &living, [&] { ++turns; });
    living.start(1);
    connect(&batch, &ExportBatch::progressed, &batch, [&](const exportdialog::ExportProgress &progress) {
        QCOMPARE(progress.total, int(files.size()));
        if (progress.done == 2) {
            QVERIFY(progress.perSecond > 0 && progress.secondsRemaining > 0);
            batch.cancel();
        }
    });
    connect(&batch, &ExportBatch::finished, &batch, [&](const ExportOutcome &told) { outcome = told; });
    batch.start();
    QTRY_VERIFY_WITH_TIMEOUT(outcome, 120'000);
    QVERIFY(outcome->isCancelled);
    QVERIFY(turns > 2); // the window went on
    QVERIFY(outcome->written.size() >= 1 && outcome->written.size() < qsizetype(files.size()));
    QCOMPARE(m_bench->files().size(), outcome->written.size());
    QVERIFY(arePictures(m_bench->folder(), m_bench->files()));
}

void TestExportBatch::destroyingLeavesOnlyWholeFiles()
{
    ExportSettings settings = m_bench->settings();
    settings.what = ExportWhat::Watchlist;
    auto batch = std::make_unique<ExportBatch>(m_bench->session(), plan(settings),
                                               *exportdialog::exportOptions(settings), nullptr);
    QSignalSpy progress(batch.get(), &ExportBatch::progressed);
    batch->start();
    QTRY_VERIFY_WITH_TIMEOUT(progress.size() > 2, 120'000);
    batch.reset();
    const QStringList left = m_bench->files();
    QVERIFY(!left.isEmpty());
    QVERIFY2(arePictures(m_bench->folder(), left), qPrintable(left.join(u' ')));
}

void TestExportBatch::whatIsThereStays()
{
    ExportSettings settings = m_bench->settings();
    settings.pattern = u"chart"_s;
    QFile old(m_bench->file("chart.png"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("mine");
    old.close();
    const auto content = [this] {
        QFile file(m_bench->file("chart.png"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    auto files = plan(settings);
    QCOMPARE(exportdialog::existingFiles(files), QStringList{m_bench->file("chart.png")});
    const ExportOutcome refused = run(files, settings);
    QCOMPARE(refused.failures.size(), std::size_t(1));
    QCOMPARE(refused.failures[0].error.code, core::ErrorCode::AlreadyExists);
    QCOMPARE(content(), QByteArray("mine"));
    exportdialog::keepBoth(files);
    QCOMPARE(run(files, settings).written, QStringList{m_bench->file("chart (2).png")});
    QCOMPARE(content(), QByteArray("mine"));
    QCOMPARE(run(plan(settings), settings, true).written, QStringList{m_bench->file("chart.png")});
    QVERIFY(content().startsWith("\x89PNG"));
}

void TestExportBatch::theSameNameIsNotWrittenTwice()
{
    ExportSettings settings = m_bench->settings();
    settings.what = ExportWhat::Panes;
    settings.pattern = u"chart"_s;
    settings.format = u"csv"_s;
    run(plan(settings), settings);
    QCOMPARE(m_bench->files(), QStringList({u"chart (2).csv"_s, u"chart (3).csv"_s, u"chart.csv"_s}));
}

QTEST_MAIN(TestExportBatch)
#include "tst_exportbatch.moc"
