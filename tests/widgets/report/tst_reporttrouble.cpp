// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../Unprivileged.h"
#include "ReportBench.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace tickmark;
using namespace tickmark::tests;
using namespace Qt::StringLiterals;

namespace {

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

core::NewsItem headline(const QString &title, const QString &link = {})
{
    core::NewsItem item;
    item.guid = title.left(40) + link;
    item.published = *core::parseIsoTime("2025-01-15T15:00:00Z");
    item.publisher = u"Kontorblatt"_s;
    item.language = u"en"_s;
    item.title = title;
    item.link = link;
    return item;
}

report::ReportWish januaryOf(const ReportBench &)
{
    report::ReportWish wish = ReportBench::wish();
    wish.from = *core::SessionDate::fromIso("2025-01-06");
    wish.to = *core::SessionDate::fromIso("2025-01-31");
    wish.base = std::nullopt;
    return wish;
}

} // namespace

//! What a report is made of may be hostile, and where it goes may be closed or full: it is said, and nothing half is left.
class TestReportTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sample = ReportBench::sample(); }
    void hostileHeadlinesAreOnlyText_data();
    void hostileHeadlinesAreOnlyText();
    void linksLeadToTheWebOrNowhere();
    void refusals_data();
    void refusals();
    void failuresLeaveNothingBehind_data();
    void failuresLeaveNothingBehind();
    void aFullDriveKeepsTheOldFile();
    void stoppingLeavesNothingBehind();

private:
    std::unique_ptr<ReportBench> m_sample;
};

void TestReportTrouble::hostileHeadlinesAreOnlyText_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("seen"); // on the page, without blanks
    QTest::newRow("script") << u"S001 <script>alert(1)</script> & \"quoted\" fell"_s
                            << u"<script>alert(1)</script>&\"quoted\""_s;
    QTest::newRow("end of everything") << u"S001 ]]></style></svg></title></html>--> fell"_s << u"</html>-->"_s;
    QTest::newRow("no blank in it") << u"S001 "_s + QString(10'000, u'W') << QString(60, u'W');
    QTest::newRow("right to left") << u"S001 ‮evil‬ שלום عالم fell"_s << u"S001evil"_s;
    QTest::newRow("nul and controls") << u"S001 a"_s + QChar(0) + u"b\u0007c\u001b[31m"_s + QChar(0xfffe) << u"S001a"_s;
    QTest::newRow("half a pair") << u"S001 x"_s + QChar(0xd83d) + u" y"_s << u"S001x"_s;
    QTest::newRow("placeholders") << u"S001 %1 %2 %n {0} fell"_s << u"S001%1%2%n{0}fell"_s;
}

void TestReportTrouble::hostileHeadlinesAreOnlyText()
{
    QFETCH(QString, title);
    QFETCH(QString, seen);
    const auto bench = ReportBench::made(2, {headline(title), headline(u"S001 fell 3 percent on Wednesday"_s)});
    const report::ReportWish wish = januaryOf(*bench);
    const QString html = bench->path("a.html");
    const auto written = bench->write(wish, html);
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    QCOMPARE(written->headlines, 2);
    QProcess lint;
    lint.start(u"xmllint"_s, {u"--noout"_s, html});
    QVERIFY(lint.waitForFinished());
    QVERIFY2(lint.exitCode() == 0, lint.readAllStandardError().left(500).constData());
    QVERIFY(!contentOf(html).contains("<script"));
    QVERIFY(!contentOf(html).contains('\0'));

    const QString pdf = bench->path("a.pdf");
    const auto pages = bench->write(wish, pdf);
    QVERIFY2(pages, pages ? "" : qPrintable(pages.error().message));
    QVERIFY(pages->pages < 12);
    const QString text = textOfPdf(pdf).remove(u' ');
    QVERIFY2(text.contains(seen), qPrintable(text.left(3000)));
}

void TestReportTrouble::linksLeadToTheWebOrNowhere()
{
    const auto bench = ReportBench::made(1, {headline(u"S001 one"_s, u"https://example.org/a?b=1&c=\"2\""_s),
                                             headline(u"S001 two"_s, u"javascript:alert(1)"_s),
                                             headline(u"S001 three"_s, u"file:///etc/passwd"_s),
                                             headline(u"S001 four"_s, u"https://user:secret@example.org/"_s),
                                             headline(u"S001 five"_s, u"HTTP://EXAMPLE.ORG/x"_s)});
    const QString path = bench->path("a.html");
    QVERIFY(bench->write(januaryOf(*bench), path));
    const QString html = QString::fromUtf8(contentOf(path));
    static const QRegularExpression link(u"<a ([^>]*)>"_s);
    int links = 0;
    for (auto found = link.globalMatch(html); found.hasNext(); ++links) {
        const QString attributes = found.next().captured(1);
        QVERIFY2(attributes.contains(u"href=\"http"_s) && attributes.contains(u"rel=\"noopener"_s),
                 qPrintable(attributes));
    }
    QCOMPARE(links, 2);
    QVERIFY(!html.contains(u"javascript"_s) && !html.contains(u"passwd"_s) && !html.contains(u"secret"_s));
}

void TestReportTrouble::refusals_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("symbols");
    QTest::addColumn<core::ErrorCode>("code");
    QTest::addColumn<QString>("named");
    QTest::newRow("no quotes") << u"2019-01-01"_s << u"2019-02-01"_s << QStringList() << core::ErrorCode::NotFound
                               << u"2019"_s;
    QTest::newRow("unknown symbol") << u"2025-01-14"_s << u"2025-02-14"_s << QStringList{u"NVDA"_s, u"NOPE"_s}
                                    << core::ErrorCode::NotFound << u"NOPE"_s;
    QTest::newRow("backwards") << u"2025-02-14"_s << u"2025-01-14"_s << QStringList() << core::ErrorCode::InvalidInput
                               << u"ends before"_s;
    QTest::newRow("a thousand years") << u"1025-01-01"_s << u"2025-01-14"_s << QStringList()
                                      << core::ErrorCode::InvalidInput << u"40 years"_s;
}

void TestReportTrouble::refusals()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QStringList, symbols);
    QFETCH(core::ErrorCode, code);
    QFETCH(QString, named);
    report::ReportWish wish = ReportBench::wish();
    wish.from = *core::SessionDate::fromIso(from.toStdString());
    wish.to = *core::SessionDate::fromIso(to.toStdString());
    wish.base = std::nullopt;
    wish.symbols = symbols;
    const QString path = m_sample->path("refused.pdf");
    const auto outcome = m_sample->write(wish, path);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, code);
    QVERIFY2(outcome.error().message.contains(named), qPrintable(outcome.error().message));
    QVERIFY(!QFile::exists(path));
}

void TestReportTrouble::failuresLeaveNothingBehind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<core::ErrorCode>("code");
    QTest::newRow("no folder") << u"missing/a.pdf"_s << core::ErrorCode::NotFound;
    QTest::newRow("no such format") << u"a.docx"_s << core::ErrorCode::Unsupported;
    QTest::newRow("no ending") << u"report"_s << core::ErrorCode::Unsupported;
    QTest::newRow("a folder") << u"folder.pdf"_s << core::ErrorCode::AlreadyExists;
    QTest::newRow("existing file") << u"old.html"_s << core::ErrorCode::AlreadyExists;
    QTest::newRow("protected folder") << u"locked/a.html"_s << core::ErrorCode::ReadOnly;
}

void TestReportTrouble::failuresLeaveNothingBehind()
{
    QFETCH(QString, name);
    QFETCH(core::ErrorCode, code);
    const auto bench = ReportBench::made(1);
    QDir folder(QFileInfo(bench->storePath()).path());
    QVERIFY(folder.mkdir(u"folder.pdf"_s) && folder.mkdir(u"locked"_s));
    QFile old(bench->path("old.html"));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("mine") == 4);
    old.close();
    QVERIFY(QFile::setPermissions(bench->path("locked"),
                                  QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)));
    const QStringList before = bench->files();
    {
        const test::Unprivileged nobody;
        QVERIFY(nobody.isActive());
        const auto outcome = code == core::ErrorCode::ReadOnly
                                 ? report::checkTarget(bench->path(name.toUtf8().constData()), false)
                                 : core::Result<>();
        if (code == core::ErrorCode::ReadOnly) {
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().code, code);
        }
    }
    if (code != core::ErrorCode::ReadOnly) {
        const auto outcome = bench->write(januaryOf(*bench), bench->path(name.toUtf8().constData()));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, code);
    }
    QCOMPARE(bench->files(), before);
    QCOMPARE(contentOf(bench->path("old.html")), QByteArray("mine"));
}

void TestReportTrouble::aFullDriveKeepsTheOldFile()
{
    const auto bench = ReportBench::made(3);
    const QString path = bench->path("a.pdf");
    QVERIFY(bench->write(januaryOf(*bench), path));
    const QByteArray old = contentOf(path);
    QVERIFY(old.size() > 20'000);
    report::ReportWish wish = januaryOf(*bench);
    wish.title = u"Another"_s;
    {
        const FileSizeLimit full(8192);
        const auto outcome = bench->write(wish, path, true);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, core::ErrorCode::DiskFull);
        QVERIFY(outcome.error().message.contains(u"a.pdf"_s));
    }
    QVERIFY(contentOf(path) == old);
    QCOMPARE(bench->files(), QStringList{u"a.pdf"_s});
}

void TestReportTrouble::stoppingLeavesNothingBehind()
{
    const auto stop = std::make_unique<std::stop_source>();
    stop->request_stop();
    const QString path = m_sample->path("stopped.pdf");
    const auto outcome = report::writeReport(m_sample->reader(), *m_sample->calendars(), ReportBench::wish(), path,
                                             false, stop->get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, core::ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(path));
    // Each step of reading may be the last.
    for (int last = 1; last <= 5; ++last) {
        const auto later = std::make_unique<std::stop_source>();
        const auto content = report::readReport(m_sample->reader(), *m_sample->calendars(), ReportBench::wish(),
                                                later->get_token(), [&](int done, int total) {
                                                    QCOMPARE(total, 5);
                                                    if (done == last)
                                                        later->request_stop();
                                                });
        QVERIFY(last == 5 || (!content && content.error().code == core::ErrorCode::Cancelled));
    }
}

QTEST_MAIN(TestReportTrouble)
#include "tst_reporttrouble.moc"
