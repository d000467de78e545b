// SPDX-License-Identifier: GPL-3.0-or-later
#include <tables/SourceModel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using pipeline::SourceStatus;
using tables::SourceModel;
using tables::SourceState;
using When = store::FetchSchedule::When;

namespace {

core::Time at(const char *iso)
{
    return *core::parseIsoTime(iso);
}

SourceStatus source(qint64 id, const QString &name, const QString &provider)
{
    SourceStatus status;
    status.setup.sourceId = id;
    status.setup.name = name;
    status.setup.provider = provider;
    return status;
}

} // namespace

//! The list of sources as the user reads it.
class TestSourceModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsInTheGivenOrder();
    void aChangeOfStatusKeepsTheSelection();
    void saysWhatIsFetched_data();
    void saysWhatIsFetched();
    void codesOfSourcesAreSaidInWords_data();
    void codesOfSourcesAreSaidInWords();
    void saysTheSchedule_data();
    void saysTheSchedule();
    void saysTheState_data();
    void saysTheState();
    void saysHowFarAStoppedRunCame();
    void saysTimesAsOneDoes_data();
    void saysTimesAsOneDoes();
    void timesFollowTheMinuteTheLanguageAndTheZone();
    void aPausedListHasNoNextRun();

private:
    static QString text(const SourceModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

    core::Formats m_english{u"en"_s};
    core::ZoneRules m_utc = *core::ZoneRules::load("UTC");
    core::Time m_now = at("2025-01-27T16:40:00Z");
};

void TestSourceModel::showsInTheGivenOrder()
{
    SourceModel model(m_english, m_utc);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSources({source(7, u"Charts"_s, u"yahoo"_s), source(5, u"Wire"_s, u"gone"_s)}, false, m_now);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 0, SourceModel::Name), u"Charts"_s);
    QCOMPARE(text(model, 0, SourceModel::Provider), u"Yahoo"_s);
    QCOMPARE(text(model, 1, SourceModel::Provider), u"gone"_s); // of a later version: its code is all that is known
    QCOMPARE(model.rowOf(5), 1);
    QCOMPARE(model.rowOf(6), -1);
    QCOMPARE(model.index(1, 3).data(SourceModel::IdRole).toLongLong(), 5);
}

void TestSourceModel::aChangeOfStatusKeepsTheSelection()
{
    SourceModel model(m_english, m_utc);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SourceStatus charts = source(7, u"Charts"_s, u"yahoo"_s);
    model.setSources({charts}, false, m_now);
    const QPersistentModelIndex selected = model.index(0, 0);
    QSignalSpy changed(&model, &SourceModel::dataChanged);
    charts.isRunning = true;
    charts.done = 3;
    charts.total = 1200;
    model.setSources({charts}, false, m_now);
    QCOMPARE(changed.size(), 1);
    QVERIFY(selected.isValid());
    QCOMPARE(text(model, 0, SourceModel::State), u"fetching, 3 of 1,200"_s);
    model.setSources({charts, source(8, u"Wire"_s, u"feed"_s)}, false, m_now);
    QCOMPARE(model.rowCount(), 2);
}

void TestSourceModel::saysWhatIsFetched_data()
{
    QTest::addColumn<QStringList>("symbols");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("text");
    QTest::newRow("chosen") << QStringList{u"NVDA"_s, u"AVGO"_s} << QString() << u"NVDA, AVGO"_s;
    QTest::newRow("all") << QStringList() << QString() << u"all instruments that fit"_s;
    QTest::newRow("feed") << QStringList() << u"https://user:pw@news.example/rss?key=geheim"_s << u"news.example/rss"_s;
    QTest::newRow("another feed of that host")
        << QStringList() << u"https://news.example/tech/atom.xml"_s << u"news.example/tech/atom.xml"_s;
    QTest::newRow("a host alone") << QStringList() << u"https://news.example/"_s << u"news.example"_s;
    QTest::newRow("chosen from a mirror") << QStringList{u"NVDA"_s} << u"https://mirror.example"_s << u"NVDA"_s;
}

void TestSourceModel::saysWhatIsFetched()
{
    QFETCH(QStringList, symbols);
    QFETCH(QString, address);
    SourceModel model(m_english, m_utc);
    SourceStatus status = source(1, u"a"_s, u"feed"_s);
    status.setup.symbols = symbols;
    status.setup.address = address;
    model.setSources({status}, false, m_now);
    QTEST(text(model, 0, SourceModel::Subject), "text");
}

void TestSourceModel::codesOfSourcesAreSaidInWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("imported") << u"file"_s << u"File"_s;
    QTest::newRow("imported, adjusted") << u"file, splits until 2024-06-10"_s
                                        << u"File with splits until 10 Jun 2024"_s;
    QTest::newRow("the sample") << u"sample"_s << u"Sample case"_s;
    QTest::newRow("typed") << u"correction"_s << u"Correction"_s;
    QTest::newRow("the user's own") << u"file of my broker"_s << u"file of my broker"_s;
    QTest::newRow("no date") << u"file, splits until then"_s << u"file, splits until then"_s;
}

void TestSourceModel::codesOfSourcesAreSaidInWords()
{
    QFETCH(QString, name);
    QTEST(tables::sourceName(name, m_english), "text");
}

void TestSourceModel::saysTheSchedule_data()
{
    QTest::addColumn<int>("when");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("text");
    QTest::newRow("manually") << int(When::Manually) << 60 << u"only when asked to"_s;
    QTest::newRow("close") << int(When::AfterClose) << 60 << u"after each trading day"_s;
    QTest::newRow("hours") << int(When::Always) << 120 << u"every 2 hour(s)"_s;
    QTest::newRow("minutes") << int(When::Always) << 90 << u"every 90 minute(s)"_s;
    QTest::newRow("session") << int(When::SessionHours) << 15 << u"every 15 minute(s) in trading hours"_s;
    QTest::newRow("session, hours") << int(When::SessionHours) << 180 << u"every 3 hour(s) in trading hours"_s;
}

void TestSourceModel::saysTheSchedule()
{
    QFETCH(int, when);
    QFETCH(int, minutes);
    QTEST(tables::scheduleText({When(when), minutes}), "text");
}

void TestSourceModel::saysTheState_data()
{
    QTest::addColumn<bool>("running");
    QTest::addColumn<QString>("errorCode");
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<bool>("allPaused");
    QTest::addColumn<bool>("ranBefore");
    QTest::addColumn<int>("state");
    QTest::newRow("fine") << false << "" << true << false << true << int(SourceState::Fine);
    QTest::newRow("some rows could not be used")
        << false << "rejected_rows" << true << false << true << int(SourceState::Fine);
    QTest::newRow("never ran") << false << "" << true << false << false << int(SourceState::Waiting);
    QTest::newRow("running again after an error")
        << true << "broken" << true << false << true << int(SourceState::Running);
    QTest::newRow("running, though switched off") << true << "" << false << true << true << int(SourceState::Running);
    QTest::newRow("failing") << false << "bad_key" << true << false << true << int(SourceState::Failing);
    QTest::newRow("an error stays to be seen while paused")
        << false << "bad_key" << true << true << true << int(SourceState::Failing);
    QTest::newRow("switched off") << false << "" << false << false << true << int(SourceState::Paused);
    QTest::newRow("all paused") << false << "" << true << true << true << int(SourceState::Paused);
    QTest::newRow("cut") << false << "cut" << true << false << true << int(SourceState::Waiting);
    QTest::newRow("stopped") << false << "stopped" << true << false << true << int(SourceState::Waiting);
    QTest::newRow("stopped, and paused") << false << "stopped" << true << true << true << int(SourceState::Paused);
}

void TestSourceModel::saysTheState()
{
    QFETCH(bool, running);
    QFETCH(QString, errorCode);
    QFETCH(bool, enabled);
    QFETCH(bool, allPaused);
    QFETCH(bool, ranBefore);
    QFETCH(int, state);
    SourceStatus status = source(1, u"a"_s, u"feed"_s);
    status.isRunning = running;
    status.errorCode = errorCode;
    status.errorText = u"<b>said</b>"_s;
    status.failures = errorCode.isEmpty() ? 0 : 3;
    status.setup.isEnabled = enabled;
    if (ranBefore)
        status.lastRun = m_now;
    SourceModel model(m_english, m_utc);
    model.setSources({status}, allPaused, m_now);
    const QModelIndex cell = model.index(0, SourceModel::State);
    QCOMPARE(cell.data(SourceModel::StateRole).toInt(), state);
    QVERIFY(!cell.data().toString().isEmpty());
    // what a server says is no markup
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(), u"&lt;b&gt;said&lt;/b&gt;"_s);
}

void TestSourceModel::saysHowFarAStoppedRunCame()
{
    SourceStatus status = source(1, u"a"_s, u"feed"_s);
    status.lastRun = m_now;
    status.errorCode = u"stopped"_s;
    const auto said = [&] { return tables::stateText(status, false, m_english); };
    QCOMPARE(said(), u"stopped"_s);
    status.done = 1;
    status.total = 2;
    QCOMPARE(said(), u"stopped, 1 of 2"_s);
    status.errorCode = u"cut"_s;
    QCOMPARE(said(), u"not finished"_s);
}

void TestSourceModel::saysTimesAsOneDoes_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << u"2025-01-27T16:39:31Z"_s << u"just now"_s;
    QTest::newRow("due") << u"2025-01-27T16:40:20Z"_s << u"at once"_s;
    QTest::newRow("minutes ago") << u"2025-01-27T16:28:00Z"_s << u"12 minute(s) ago"_s;
    QTest::newRow("in minutes") << u"2025-01-27T17:25:00Z"_s << u"in 45 minute(s)"_s;
    QTest::newRow("today") << u"2025-01-27T09:05:00Z"_s << u"today, 09:05"_s;
    QTest::newRow("yesterday") << u"2025-01-26T23:05:00Z"_s << u"yesterday, 23:05"_s;
    QTest::newRow("tomorrow") << u"2025-01-28T09:05:00Z"_s << u"tomorrow, 09:05"_s;
    QTest::newRow("long ago") << u"2024-12-24T09:05:00Z"_s << u"24 Dec 2024, 09:05"_s;
}

void TestSourceModel::saysTimesAsOneDoes()
{
    QFETCH(QString, time);
    QTEST(tables::nearTimeText(at(time.toLatin1()), m_now, m_english, m_utc), "text");
}

void TestSourceModel::timesFollowTheMinuteTheLanguageAndTheZone()
{
    SourceModel model(m_english, m_utc);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SourceStatus status = source(1, u"a"_s, u"feed"_s);
    status.lastRun = at("2025-01-26T23:30:05.25Z");
    status.nextRun = at("2025-01-27T16:50:00Z");
    model.setSources({status}, false, m_now);
    QCOMPARE(text(model, 0, SourceModel::LastRun), u"yesterday, 23:30"_s);
    QCOMPARE(text(model, 0, SourceModel::NextRun), u"in 10 minute(s)"_s);
    QCOMPARE(model.index(0, SourceModel::LastRun).data(Qt::ToolTipRole).toString(), u"26 Jan 2025, 23:30:05 UTC"_s);
    QSignalSpy changed(&model, &SourceModel::dataChanged);
    model.setNow(at("2025-01-27T16:44:00Z"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(text(model, 0, SourceModel::NextRun), u"in 6 minute(s)"_s);
    model.setFormats(core::Formats(u"de"_s), *core::ZoneRules::load("Europe/Berlin"));
    QCOMPARE(text(model, 0, SourceModel::LastRun), u"today, 00:30"_s);
    QCOMPARE(model.index(0, SourceModel::LastRun).data(Qt::ToolTipRole).toString(), u"27.01.2025, 00:30:05 MEZ"_s);
}

void TestSourceModel::aPausedListHasNoNextRun()
{
    SourceModel model(m_english, m_utc);
    SourceStatus status = source(1, u"a"_s, u"feed"_s);
    status.nextRun = at("2025-01-27T16:50:00Z");
    model.setSources({status}, true, m_now);
    QCOMPARE(text(model, 0, SourceModel::NextRun), u"–"_s);
    QCOMPARE(text(model, 0, SourceModel::State), u"paused"_s);
    model.setSources({status}, false, m_now);
    QCOMPARE(text(model, 0, SourceModel::NextRun), u"in 10 minute(s)"_s);
}

QTEST_MAIN(TestSourceModel)
#include "tst_sourcemodel.moc"
