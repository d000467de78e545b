// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QTest>

#include <signal.h>

using namespace Qt::StringLiterals;

//! `tickmark report` on the founding case, in both languages, and what it refuses.
class TestReportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysItInBothLanguages_data();
    void saysItInBothLanguages();
    void sameReportInEveryEnvironment();
    void everyTextIsTranslated();
    void writesToStandardOutput();
    void ownTemplatesAreRead();
    void existingFilesStayUnlessForced();
    void whatIsLeftOutIsSaid();
    void refusals_data();
    void refusals();
    void interruptLeavesNothingBehind();

private:
    Outcome report(const QStringList &options, const QString &output, const QString &language = u"en"_s) const
    {
        return tickmark(QStringList{u"report"_s, u"--store"_s, m_store, u"-o"_s, output, u"--lang"_s, language}
                        + options);
    }
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    static QString textOf(const QString &pdf)
    {
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
        reader.waitForFinished();
        return QString::fromUtf8(reader.readAllStandardOutput()).simplified();
    }

    QTemporaryDir m_folder;
    QString m_store;
    const QStringList m_range{u"--from"_s, u"2025-01-14"_s, u"--to"_s,   u"2025-02-14"_s,
                              u"--base"_s, u"2025-01-24"_s, u"--force"_s};
};

void TestReportCommand::initTestCase()
{
    m_store = file("x.tickmark");
    VERIFY_EXIT(tickmark({u"sample"_s, m_store}), 0);
}

void TestReportCommand::saysItInBothLanguages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("English") << u"en"_s << QStringList{u"Market report"_s, u"14 January 2025 to 14 February 2025"_s,
                                                       u"−16.97%"_s,       u"138.85"_s,
                                                       u"only during"_s,   u"Page 3 of"_s};
    QTest::newRow("German") << u"de"_s
                            << QStringList{u"Marktbericht"_s,
                                           u"14. Januar 2025 bis 14. Februar 2025"_s,
                                           u"−16,97 %"_s,
                                           u"138,85"_s,
                                           u"nur im Handelsverlauf"_s,
                                           u"Seite 3 von"_s,
                                           u"Schlusskurs"_s,
                                           u"Größte"_s};
}

void TestReportCommand::saysItInBothLanguages()
{
    QFETCH(QString, language);
    QFETCH(QStringList, words);
    const QString pdf = file("a.pdf");
    VERIFY_EXIT(report(m_range, pdf, language), 0);
    const QString text = textOf(pdf);
    for (const QString &word : words)
        QVERIFY2(text.contains(word), qPrintable(word));
    VERIFY_EXIT(report(m_range, file("a.html"), language), 0);
    const QString html = QString::fromUtf8(readFile(file("a.html"))).replace(QChar(0xa0), u' ');
    QVERIFY(html.contains(u"lang=\"%1\""_s.arg(language)));
    for (const QString &word : words) {
        if (!word.contains(u"3 "_s)) // pages are of paper
            QVERIFY2(html.contains(word), qPrintable(word));
    }
}

void TestReportCommand::sameReportInEveryEnvironment()
{
    qputenv("SOURCE_DATE_EPOCH", "1738000000");
    QHash<QString, QByteArray> first;
    // Another process each time: what is in the order of a hash differs between them. A third font for the title.
    const QStringList options = m_range + QStringList{u"--title"_s, u"שלום"_s};
    const std::pair<const char *, const char *> environments[] = {{"de_DE.UTF-8", "Asia/Tokyo"},
                                                                  {"C.UTF-8", "America/New_York"},
                                                                  {"de_DE.UTF-8", "UTC"},
                                                                  {"en_US.UTF-8", "Asia/Kolkata"}};
    for (const auto &[language, zone] : environments) {
        qputenv("LC_ALL", language);
        qputenv("TZ", zone);
        for (const char *name : {"same.pdf", "same.html"}) {
            VERIFY_EXIT(report(options, file(name)), 0);
            const QByteArray bytes = readFile(file(name));
            QVERIFY(bytes.size() > 10'000);
            QByteArray &before = first[QLatin1String(name)];
            QVERIFY2(before.isEmpty() || before == bytes, name);
            before = bytes;
        }
    }
    for (const char *name : {"SOURCE_DATE_EPOCH", "LC_ALL", "TZ"})
        qunsetenv(name);
}

void TestReportCommand::everyTextIsTranslated()
{
    VERIFY_EXIT(report(m_range, file("en.html"), u"en"_s), 0);
    VERIFY_EXIT(report(m_range, file("de.html"), u"de"_s), 0);
    const QString german = QString::fromUtf8(readFile(file("de.html")));
    for (const char *english :
         {"Summary", "Change in %", "Headlines", "Widest", "Numbers in the news", "Verdict<", "Sources", "Stated",
          "Computed", "Made on", "Times:", "shares on", "Close to close", "Previous close", "Interval, ",
          "Notes on the quotes", "Files and addresses", "not listed again", "Every number"})
        QVERIFY2(!german.contains(QLatin1String(english)), english);
}

void TestReportCommand::writesToStandardOutput()
{
    const Outcome html = report(m_range + QStringList{u"--format"_s, u"html"_s}, u"-"_s);
    VERIFY_EXIT(html, 0);
    QVERIFY(html.out.startsWith("<!DOCTYPE html>") && html.out.endsWith("</html>\n"));
    VERIFY_EXIT(report(m_range, u"-"_s), 2);
}

void TestReportCommand::ownTemplatesAreRead()
{
    const QString own = writeFile(m_folder, u"own.json"_s,
                                  R"({"schema": 1, "sections": [{"kind": "text", "text": "Only this."},
                                      {"kind": "chart", "panes": "NVDA,AVGO;volume:NVDA"}]})");
    VERIFY_EXIT(report(m_range + QStringList{u"--template"_s, own}, file("own.html")), 0);
    const QByteArray html = readFile(file("own.html"));
    QVERIFY(html.contains("Only this.") && html.count("<figure") == 1 && !html.contains("<table"));
    VERIFY_EXIT(report(m_range + QStringList{u"--template"_s, u"brief"_s}, file("brief.html")), 0);
    QVERIFY(!readFile(file("brief.html")).contains("Close to close"));
    const QString broken = writeFile(m_folder, u"broken.json"_s, R"({"schema": 1, "sections": [{"kind": "chrat"}]})");
    const Outcome refused = report(m_range + QStringList{u"--template"_s, broken}, file("broken.html"));
    VERIFY_EXIT(refused, 1);
    QVERIFY2(refused.err.contains("broken.json, section 1") && refused.err.count('\n') == 1, refused.err.constData());
    QVERIFY(!QFile::exists(file("broken.html")));
}

void TestReportCommand::existingFilesStayUnlessForced()
{
    const QString path = writeFile(m_folder, u"mine.pdf"_s, "mine");
    QStringList unforced = m_range;
    unforced.removeAll(u"--force"_s);
    const Outcome refused = report(unforced, path);
    VERIFY_EXIT(refused, 1);
    QVERIFY2(refused.err.contains("mine.pdf"), refused.err.constData());
    QCOMPARE(readFile(path), QByteArray("mine"));
    VERIFY_EXIT(report(m_range, path), 0);
    QVERIFY(readFile(path).startsWith("%PDF"));
}

void TestReportCommand::whatIsLeftOutIsSaid()
{
    VERIFY_EXIT(tickmark({u"instrument"_s, u"add"_s, u"QUIET"_s, u"--currency"_s, u"USD"_s, u"--store"_s, m_store}), 0);
    const Outcome partly = report(m_range + QStringList{u"--symbols"_s, u"NVDA,QUIET"_s}, file("partly.html"));
    VERIFY_EXIT(tickmark({u"instrument"_s, u"remove"_s, u"QUIET"_s, u"--store"_s, m_store}), 0);
    VERIFY_EXIT(partly, 3);
    QVERIFY2(partly.err.contains("QUIET"), partly.err.constData());
    QVERIFY(readFile(file("partly.html")).contains("QUIET"));
}

void TestReportCommand::refusals_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("output");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("named");
    const QStringList range{u"--from"_s, u"2025-01-14"_s, u"--to"_s, u"2025-02-14"_s};
    QTest::newRow("no range") << QStringList() << file("r.pdf") << 2 << QByteArray("--from and --to");
    QTest::newRow("no date") << QStringList{u"--from"_s, u"yesterday"_s, u"--to"_s, u"2025-02-14"_s} << file("r.pdf")
                             << 2 << QByteArray("yesterday");
    QTest::newRow("backwards") << QStringList{u"--from"_s, u"2025-02-14"_s, u"--to"_s, u"2025-01-14"_s} << file("r.pdf")
                               << 2 << QByteArray("--to lies before");
    QTest::newRow("no output") << range << QString() << 2 << QByteArray("-o");
    QTest::newRow("another format") << range << file("r.docx") << 2 << QByteArray("pdf, html");
    QTest::newRow("a file too many") << range + QStringList{u"more.pdf"_s} << file("r.pdf") << 2 << QByteArray("files");
    QTest::newRow("no folder") << range << file("missing/r.pdf") << 1 << QByteArray("missing/r.pdf");
    QTest::newRow("unknown symbol") << range + QStringList{u"--symbols"_s, u"NOPE"_s} << file("r.pdf") << 1
                                    << QByteArray("NOPE");
    QTest::newRow("no template") << range + QStringList{u"--template"_s, file("missing.json")} << file("r.pdf") << 1
                                 << QByteArray("missing.json");
    QTest::newRow("no quotes") << QStringList{u"--from"_s, u"2019-01-14"_s, u"--to"_s, u"2019-02-14"_s} << file("r.pdf")
                               << 1 << QByteArray("no daily quotes");
}

void TestReportCommand::refusals()
{
    QFETCH(QStringList, options);
    QFETCH(QString, output);
    QFETCH(int, code);
    QFETCH(QByteArray, named);
    const Outcome refused = report(options, output);
    VERIFY_EXIT(refused, code);
    QVERIFY2(refused.err.contains(named), refused.err.constData());
    QVERIFY(!QFile::exists(file("r.pdf")));
}

void TestReportCommand::interruptLeavesNothingBehind()
{
    const QTemporaryDir folder;
    for (const int delay : {5, 40, 150, 400, 900}) {
        QProcess process;
        process.start(QStringLiteral(TICKMARK_PROGRAM),
                      QStringList{u"report"_s, u"--store"_s, m_store, u"-o"_s, folder.filePath(u"a.pdf"_s)} + m_range);
        QVERIFY(process.waitForStarted());
        QVERIFY(!process.waitForFinished(delay) || process.exitCode() == 0);
        if (process.state() == QProcess::Running)
            ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(60'000));
        // Before it listens, a signal ends it; at the very end it is done.
        const bool isDone = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        QVERIFY(isDone || process.exitStatus() == QProcess::CrashExit || process.exitCode() == 130);
        const QStringList left = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
        QVERIFY2(left.isEmpty() || left == QStringList{u"a.pdf"_s}, qPrintable(left.join(u' ')));
        if (!left.isEmpty())
            QVERIFY(readFile(folder.filePath(u"a.pdf"_s)).trimmed().endsWith("%%EOF"));
    }
}

QTEST_GUILESS_MAIN(TestReportCommand)
#include "tst_reportcommand.moc"
