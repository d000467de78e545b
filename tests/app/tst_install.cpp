// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

//! Runs a program to its end; what it printed, or nothing when it failed.
QByteArray printed(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qWarning() << program << arguments << process.readAllStandardError();
        return {};
    }
    return process.readAllStandardOutput();
}

//! Paths of all files in a folder, relative to it.
QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(QDir(folder).relativeFilePath(entries.next()));
    files.sort();
    return files;
}

} // namespace

//! What a system gets of the program, and that nothing stays of it.
class TestInstall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingIsInItsPlace();
    void installedProgramRuns();
    void manualNamesEveryCommand_data();
    void manualNamesEveryCommand();
    void uninstallLeavesNothing();

private:
    QTemporaryDir m_folder;
};

void TestInstall::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(!printed(u"" TICKMARK_CMAKE ""_s, {u"--install"_s, u"" TICKMARK_BUILD ""_s, u"--prefix"_s, m_folder.path()})
                 .isEmpty());
}

void TestInstall::everythingIsInItsPlace()
{
    const QStringList files = filesIn(m_folder.path());
    for (const QString &wanted :
         {u"bin/tickmark"_s, u"share/applications/org.tickmark.Tickmark.desktop"_s,
          u"share/icons/hicolor/scalable/apps/org.tickmark.Tickmark.svg"_s,
          u"share/metainfo/org.tickmark.Tickmark.metainfo.xml"_s, u"share/mime/packages/org.tickmark.Tickmark.xml"_s,
          u"share/man/man1/tickmark.1.gz"_s, u"share/man/de/man1/tickmark.1.gz"_s, u"share/doc/tickmark/copyright"_s,
          u"share/doc/tickmark/changelog.gz"_s, u"share/doc/tickmark/README.md"_s})
        QVERIFY2(files.contains(wanted), qPrintable(wanted + u" is missing of "_s + files.join(u' ')));
}

void TestInstall::installedProgramRuns()
{
    const QString store = m_folder.filePath(u"case.tickmark"_s);
    QVERIFY(!printed(m_folder.filePath(u"bin/tickmark"_s), {u"--version"_s}).isEmpty());
    QProcess::execute(m_folder.filePath(u"bin/tickmark"_s), {u"sample"_s, store});
    QVERIFY(QFileInfo(store).size() > 0);
    QVERIFY(QFile::remove(store));
}

void TestInstall::manualNamesEveryCommand_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("English") << u"share/man/man1/tickmark.1.gz"_s;
    QTest::newRow("German") << u"share/man/de/man1/tickmark.1.gz"_s;
}

void TestInstall::manualNamesEveryCommand()
{
    QFETCH(QString, page);
    const QByteArray manual = printed(u"gzip"_s, {u"-dc"_s, m_folder.filePath(page)});
    QVERIFY(manual.contains("Tickmark " TICKMARK_VERSION));

    const Outcome help = tickmark({u"--help"_s});
    VERIFY_EXIT(help, 0);
    static const QRegularExpression command(u"^  ([a-z]+)  "_s, QRegularExpression::MultilineOption);
    QStringList commands;
    for (const auto &match : command.globalMatch(QString::fromUtf8(help.out)))
        commands.append(match.captured(1));
    QVERIFY(commands.size() > 10);
    commands.append(u"replay"_s);
    for (const QString &name : std::as_const(commands)) {
        const QRegularExpression entry(u"^\\.(B|BI|BR) \"?(tickmark )?%1\\b"_s.arg(name),
                                       QRegularExpression::MultilineOption);
        QVERIFY2(entry.match(QString::fromUtf8(manual)).hasMatch(), qPrintable(name));
    }
}

void TestInstall::uninstallLeavesNothing()
{
    printed(u"" TICKMARK_CMAKE ""_s, {u"-D"_s, u"MANIFEST=" TICKMARK_BUILD "/install_manifest.txt"_s, u"-P"_s,
                                      u"" TICKMARK_SOURCE "/cmake/Uninstall.cmake"_s});
    QCOMPARE(filesIn(m_folder.path()), QStringList());
    QVERIFY(!QFileInfo::exists(m_folder.filePath(u"share/doc/tickmark"_s)));
}

QTEST_GUILESS_MAIN(TestInstall)
#include "tst_install.moc"
