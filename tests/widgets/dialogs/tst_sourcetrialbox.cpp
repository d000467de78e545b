// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceFormBench.h"

#include <QSpinBox>

using namespace tickmark;
using namespace tickmark::dialogs;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *kKey = "k3y-of-a-user";

} // namespace

//! What the test of a source says in its form.
class TestSourceTrialBox : public SourceFormBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { close(); }
    void testAsksAsTheFormStands();
    void rowsAreSaidInTheReadersLanguage_data();
    void rowsAreSaidInTheReadersLanguage();
    void testSaysWhatWentWrong();
    void testCanBeStopped();
};

void TestSourceTrialBox::testAsksAsTheFormStands()
{
    pipeline::SourceTrial trial;
    trial.address = u"https://api.twelvedata.com/time_series"_s;
    trial.status = 200;
    trial.rows = 1252;
    trial.first = {core::SessionDate::fromIso("2024-01-24"), {}, core::Price{6140, 2}, {}};
    trial.last = {core::SessionDate::fromIso("2025-01-24"), {}, core::Price{14262, 2}, {}};
    trial.excerpt = u"{\"values\":[\n<b>bold</b>"_s;
    m_bench->script().trial = trial;
    open();
    choose("twelvedata");
    QTest::keyClicks(&part<QLineEdit>("key"), QLatin1String(kKey));
    part<QPushButton>("test").click();
    QTRY_COMPARE(part<QLabel>("trialOutcome").text(), u"The source answers."_s);
    QCOMPARE(m_bench->script().tried->provider, u"twelvedata"_s);
    QCOMPARE(m_bench->script().triedKey, QByteArray(kKey));
    QVERIFY(part<QLabel>("trialRows").text().contains(u"1,252"_s));
    QVERIFY(part<QLabel>("trialRows").text().contains(u"Last: 24 Jan 2025 142.62."_s));
    QCOMPARE(part<QPlainTextEdit>("trialExcerpt").toPlainText(), trial.excerpt);
    QVERIFY(!m_bench->stored(u"Twelve Data"_s)); // a test stores nothing
    // another form, another answer
    part<QSpinBox>("priority").setValue(5);
    QVERIFY(!part<QLabel>("trialOutcome").isVisible());
}

void TestSourceTrialBox::rowsAreSaidInTheReadersLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("bars");
    QTest::addColumn<QString>("ticks");
    QTest::newRow("German") << u"de"_s << u"First: 24.01.2024 1.261,40. Last: 24.01.2025 142,62."_s
                            << u"24.01.2025, 16:00:05 UTC 142,62"_s;
    QTest::newRow("English") << u"en"_s << u"First: 24 Jan 2024 1,261.40. Last: 24 Jan 2025 142.62."_s
                             << u"24 Jan 2025, 16:00:05 UTC 142.62"_s;
}

void TestSourceTrialBox::rowsAreSaidInTheReadersLanguage()
{
    QFETCH(const QString, language);
    QFETCH(const QString, bars);
    QFETCH(const QString, ticks);
    pipeline::SourceTrial trial;
    trial.rows = 2;
    trial.first = {core::SessionDate::fromIso("2024-01-24"), {}, core::Price{126140, 2}, {}};
    trial.last = {core::SessionDate::fromIso("2025-01-24"), {}, core::Price{14262, 2}, {}};
    m_bench->script().trial = trial;
    open();
    choose("yahoo");
    part<QPushButton>("test").click();
    QTRY_VERIFY(part<QLabel>("trialRows").isVisible());
    QVERIFY(m_appearance->setZone("UTC"));
    m_appearance->setLanguage(language);
    QVERIFY2(part<QLabel>("trialRows").text().contains(bars), qPrintable(part<QLabel>("trialRows").text()));
    trial.rows = 1;
    trial.first = {{}, core::parseIsoTime("2025-01-24T16:00:05Z"), core::Price{14262, 2}, {}};
    m_bench->script().trial = trial;
    part<QPushButton>("test").click();
    QTRY_VERIFY2(part<QLabel>("trialRows").text().contains(ticks), qPrintable(part<QLabel>("trialRows").text()));
}

void TestSourceTrialBox::testSaysWhatWentWrong()
{
    pipeline::SourceTrial trial;
    trial.error = core::Error{core::ErrorCode::Io, u"The certificate of https://news.example has expired."_s, {}};
    trial.errorCode = u"certificate_expired"_s;
    m_bench->script().trial = trial;
    open();
    choose("feed");
    part<QPushButton>("test").click();
    QVERIFY(!part<QLabel>("trialOutcome").isVisible()); // what is missing is said first
    address().setText(u"https://news.example/rss"_s);
    part<QPushButton>("test").click();
    QTRY_COMPARE(part<QLabel>("trialOutcome").text(), trial.error->message);
    QVERIFY(part<QLabel>("trialRows").text().contains(u"date and time of this computer"_s));
}

void TestSourceTrialBox::testCanBeStopped()
{
    m_bench->script().holds = true;
    open();
    part<QPushButton>("test").click();
    QTRY_VERIFY(part<QPushButton>("cancelTrial").isVisible());
    QVERIFY(!part<QPushButton>("test").isEnabled());
    part<QPushButton>("cancelTrial").click();
    QCOMPARE(part<QLabel>("trialOutcome").text(), u"The test was stopped."_s);
    QVERIFY(part<QPushButton>("test").isEnabled());
    // closing while one runs leaves nothing behind
    part<QPushButton>("test").click();
    m_dialog.reset();
}

QTEST_MAIN(TestSourceTrialBox)
#include "tst_sourcetrialbox.moc"
