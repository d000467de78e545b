// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include <export/ChartExport.h>
#include <export/OutputFile.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

using namespace tickmark;
using tests::specOf;

namespace {

QStringList filesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Files that this process writes may not grow beyond a size, as on a drive that is full.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_old); }

private:
    rlimit m_old{};
};

} // namespace

//! An export that eats an older file, or leaves half a file behind, costs somebody's work.
class TestExportFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryFormat_data();
    void writesEveryFormat();
    void neverOverwritesUnlessAsked();
    void failuresLeaveNothingBehind_data();
    void failuresLeaveNothingBehind();
    void aFullDriveKeepsTheOldFile();
    void aDroppedFileIsGone();
    void aFileThatCameMeanwhileStays();

private:
    core::Result<exporting::ExportReport> exportTo(const QString &path, bool overwrite = false,
                                                   const char *panes = "NVDA") const
    {
        const charts::ChartSpec spec = specOf(QLatin1String(panes), "2025-01-13", "2025-02-07", "2025-01-24");
        exporting::ExportOptions options;
        options.overwrite = overwrite;
        return exporting::exportChart(spec, m_sample.daily(spec), options, path);
    }

    tests::SampleContent m_sample;
};

void TestExportFiles::writesEveryFormat_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &suffix : exporting::chartFormats())
        QTest::newRow(qPrintable(suffix)) << QStringLiteral("Größe %1.") + suffix;
    QTest::newRow("upper case") << QStringLiteral("A.PNG");
}

void TestExportFiles::writesEveryFormat()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    QVERIFY(exportTo(folder.filePath(name)));
    QCOMPARE(filesIn(folder), QStringList{name});
    QVERIFY(contentOf(folder.filePath(name)).size() > 200);
}

void TestExportFiles::neverOverwritesUnlessAsked()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    const auto refused = exportTo(path);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, core::ErrorCode::AlreadyExists);
    QVERIFY(refused.error().message.contains(QStringLiteral("a.csv")));
    QCOMPARE(contentOf(path), "mine");
    QVERIFY(exportTo(path, true));
    QVERIFY(contentOf(path).startsWith("date,"));
    QCOMPARE(filesIn(folder), QStringList{QStringLiteral("a.csv")});
}

void TestExportFiles::failuresLeaveNothingBehind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("panes");
    QTest::addColumn<core::ErrorCode>("code");
    QTest::newRow("no folder") << "missing/a.png"
                               << "NVDA" << core::ErrorCode::NotFound;
    QTest::newRow("unknown format") << "a.gif"
                                    << "NVDA" << core::ErrorCode::Unsupported;
    QTest::newRow("no format") << "a"
                               << "NVDA" << core::ErrorCode::Unsupported;
    QTest::newRow("nothing to draw") << "a.png"
                                     << "volume:^GSPC" << core::ErrorCode::NotFound;
}

void TestExportFiles::failuresLeaveNothingBehind()
{
    QFETCH(QString, name);
    QFETCH(QString, panes);
    const QTemporaryDir folder;
    const auto result = exportTo(folder.filePath(name), false, qPrintable(panes));
    QVERIFY(!result);
    QTEST(result.error().code, "code");
    QVERIFY(filesIn(folder).isEmpty());
    QVERIFY(!exportTo(folder.path()));
}

void TestExportFiles::aFullDriveKeepsTheOldFile()
{
    const QTemporaryDir folder;
    for (const QString &suffix : exporting::chartFormats()) {
        const QString path = folder.filePath(QStringLiteral("a.") + suffix);
        QVERIFY(exportTo(path));
        const QByteArray before = contentOf(path);
        {
            const FileSizeLimit limit(200);
            const auto result = exportTo(path, true);
            QVERIFY2(!result, qPrintable(suffix));
            // A workbook fails in the folder for temporary files already.
            const QString named = suffix == QLatin1String("xlsx") ? QDir::tempPath() : path;
            QVERIFY2(result.error().message.contains(named),
                     qPrintable(suffix + result.error().message + result.error().detail));
        }
        QCOMPARE(contentOf(path), before);
    }
    QCOMPARE(filesIn(folder).size(), exporting::chartFormats().size());
}

void TestExportFiles::aDroppedFileIsGone()
{
    const QTemporaryDir folder;
    {
        const auto file = exporting::OutputFile::create(folder.filePath(QStringLiteral("a.txt")), false);
        QVERIFY(file);
        (*file)->device().write("half");
        QCOMPARE(filesIn(folder).size(), 1);
    }
    QVERIFY(filesIn(folder).isEmpty());
}

void TestExportFiles::aFileThatCameMeanwhileStays()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    auto ours = exporting::OutputFile::create(path, false);
    QVERIFY(ours);
    (*ours)->device().write("ours");
    QFile theirs(path);
    QVERIFY(theirs.open(QIODevice::WriteOnly));
    theirs.write("theirs");
    theirs.close();
    const auto committed = (*ours)->commit();
    QVERIFY(!committed);
    QCOMPARE(committed.error().code, core::ErrorCode::AlreadyExists);
    QCOMPARE(contentOf(path), "theirs");
    ours->reset();
    QCOMPARE(filesIn(folder).size(), 1);
}

QTEST_MAIN(TestExportFiles)
#include "tst_exportfiles.moc"
