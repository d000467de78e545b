// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/store/StoreTestSupport.h"
#include "../../models/tables/SessionSupport.h"
#include <dialogs/BarCorrectionDialog.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace tickmark;
using namespace tickmark::dialogs;

namespace {

//! How often it was said, what it makes of the claims in the news aside.
int timesTold(const QSignalSpy &changed)
{
    return int(std::ranges::count_if(changed, [](const QVariantList &told) {
        return told.front().value<pipeline::StoreChanges>().testFlag(pipeline::StoreChange::Quotes);
    }));
}

const core::SessionDate kDay = *core::SessionDate::fromIso("2025-01-27");

} // namespace

//! A wrong quote put right in the dialog, and back again.
class TestBarCorrectionDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void correctsAndCanBeUndone();
    void contradictionsAreSaid_data();
    void contradictionsAreSaid();
    void saysWhatItChanges();
    void whatWasTypedOutlivesThemeAndLanguage();
    void barOfAnotherSourceIsCorrectedThere();
    void oldSharesAreSaid();
    void theBarOfAnotherSeries();
    void aDayWithoutQuotes();
    void readOnly();

private:
    [[nodiscard]] QLineEdit &field(int which) const
    {
        return *m_dialog->findChild<QLineEdit *>(QStringLiteral("new.%1").arg(which));
    }
    [[nodiscard]] QPushButton &save() const { return *m_dialog->findChild<QPushButton *>(QStringLiteral("save")); }
    [[nodiscard]] QString message() const { return m_dialog->findChild<QLabel *>(QStringLiteral("message"))->text(); }
    [[nodiscard]] bool says(const char *text) const;
    [[nodiscard]] qint64 storedClose() const;
    void open(const char *language = "en", core::SessionDate day = kDay, qint64 seriesId = 0);

    std::unique_ptr<tables::TestSession> m_session;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<BarCorrectionDialog> m_dialog;
};

void TestBarCorrectionDialog::init()
{
    m_dialog.reset();
    m_session = std::make_unique<tables::TestSession>();
    QVERIFY(m_session->openSample());
}

void TestBarCorrectionDialog::open(const char *language, core::SessionDate day, qint64 seriesId)
{
    m_appearance = std::make_unique<style::Appearance>(QString::fromLatin1(language));
    m_dialog = std::make_unique<BarCorrectionDialog>(*m_appearance, *m_session->get(), QStringLiteral("NVDA"), day,
                                                     seriesId);
    m_dialog->show();
    QTRY_VERIFY(!field(3).text().isEmpty());
}

bool TestBarCorrectionDialog::says(const char *text) const
{
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        if (label->text().contains(QString::fromUtf8(text)))
            return true;
    }
    return false;
}

qint64 TestBarCorrectionDialog::storedClose() const
{
    auto reader = store::StoreReader::open(m_session->path());
    const auto instrument = (*reader)->instrument(QStringLiteral("NVDA"));
    const auto series = (*reader)->preferredSeries(instrument->id, store::SeriesUse::Daily);
    return (*reader)->dailyBars((*series)->id, {kDay, kDay})->front().close;
}

void TestBarCorrectionDialog::correctsAndCanBeUndone()
{
    open("de");
    QCOMPARE(field(3).text(), QStringLiteral("118,42"));
    QVERIFY(says("daily.csv"));
    QVERIFY(!save().isEnabled());
    QSignalSpy corrected(m_dialog.get(), &BarCorrectionDialog::corrected);
    QSignalSpy changed(m_session->get(), &pipeline::StoreSession::changed);
    field(3).setText(QStringLiteral("119,42"));
    QVERIFY(save().isEnabled());
    QTest::keyClick(&field(3), Qt::Key_Return);
    QTRY_COMPARE(corrected.size(), 1);
    QCOMPARE(timesTold(changed), 1);
    QCOMPARE(storedClose(), 11942);
    const qint64 import = corrected.front().front().toLongLong();
    QString named;
    const auto imports = (*store::StoreReader::open(m_session->path()))->imports();
    for (const auto &record : *imports)
        named = record.id == import ? record.origin : named;
    QVERIFY2(named.contains(QStringLiteral("NVDA, 27.01.2025")), qPrintable(named)); // one of several corrections
    QVERIFY2(message().contains(named), qPrintable(message()));
    QVERIFY(m_session->get()->writer()->undoImport(import).result().has_value());
    QCOMPARE(storedClose(), 11842);
}

void TestBarCorrectionDialog::contradictionsAreSaid_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("typed");
    QTest::newRow("close above the high") << 3 << QStringLiteral("500");
    QTest::newRow("close below the low") << 3 << QStringLiteral("1.00");
    QTest::newRow("no number") << 0 << QStringLiteral("abc");
    QTest::newRow("empty price") << 1 << QString();
    QTest::newRow("volume in words") << 4 << QStringLiteral("many");
}

void TestBarCorrectionDialog::contradictionsAreSaid()
{
    QFETCH(int, which);
    QFETCH(QString, typed);
    open();
    const QString before = message();
    field(which).setText(typed);
    QVERIFY(!save().isEnabled());
    QVERIFY(message() != before);
    QCOMPARE(field(which).text(), typed);
    // nothing is claimed of values that cannot be stored
    QVERIFY(says("−16.97% so far, – with"));
    QVERIFY(says("+8.93% so far, – with"));
}

void TestBarCorrectionDialog::saysWhatItChanges()
{
    open();
    QVERIFY(says("−16.97%"));
    QVERIFY(says("+8.93%")); // the next session, against this close
    field(3).setText(QStringLiteral("121.227"));
    QVERIFY(says("−15.00%"));
}

void TestBarCorrectionDialog::whatWasTypedOutlivesThemeAndLanguage()
{
    open();
    field(3).setText(QStringLiteral("121.227"));
    field(1).setText(QStringLiteral("about 150"));
    const QString stored = field(0).text();
    m_appearance->setDark(true);
    m_appearance->setDark(false);
    QCOMPARE(field(3).text(), QStringLiteral("121.227"));
    m_appearance->setLanguage(QStringLiteral("de"));
    QCOMPARE(field(3).text(), QStringLiteral("121,227"));
    QCOMPARE(field(1).text(), QStringLiteral("about 150")); // no number: as it was typed
    QCOMPARE(field(0).text(), QString(stored).replace(u'.', u','));
    field(1).setText(QStringLiteral("150"));
    QVERIFY(save().isEnabled());
    m_appearance->setLanguage(QStringLiteral("en"));
    QCOMPARE(field(3).text(), QStringLiteral("121.227"));
    QVERIFY(says("−15.00%"));
    QVERIFY(save().isEnabled());
}

//! A day that only a second source has, after a split that this source knows and the first does not.
void TestBarCorrectionDialog::barOfAnotherSourceIsCorrectedThere()
{
    const core::SessionDate next = *core::SessionDate::fromIso("2025-02-18"); // after 138.85 on the 14th
    store::StoreWriter &writer = *m_session->get()->writer();
    const qint64 nvidia = (*store::StoreReader::open(m_session->path()))->instrument(QStringLiteral("NVDA"))->id;
    store::SeriesKey key = store::dailySeries(nvidia, "second");
    key.splitsUntil = next;
    QVERIFY(writer.importBars(store::importOf({key}, {store::dailyRow(next.days(), 1400)}, "second.csv"))
                .result()
                .has_value());
    QVERIFY(writer.importActions({}, {{nvidia, next, store::CorporateAction::Kind::Split, 10, 1, {}, {}}})
                .result()
                .has_value());
    open("en", next);
    QCOMPARE(field(3).text(), QStringLiteral("14.00"));
    QVERIFY(says("second.csv"));
    QVERIFY(says("+0.83% so far")); // 14.00 after 13.885
    for (int i = 0; i < 4; ++i)
        field(i).setText(QStringLiteral("13.90"));
    QVERIFY(says("+0.11% with"));
    QSignalSpy corrected(m_dialog.get(), &BarCorrectionDialog::corrected);
    save().click();
    QTRY_COMPARE(corrected.size(), 1);
    const auto reader = store::StoreReader::open(m_session->path());
    const auto series = (*reader)->rankedSeries(nvidia, store::SeriesUse::Daily);
    QCOMPARE(series->back().source, QStringLiteral("second"));
    QCOMPARE((*reader)->dailyBars(series->back().id)->back().close, 1390);
    QCOMPARE((*reader)->dailyBars(series->front().id)->back().close, 13885);
}

//! The chart shows other numbers than the store has: the dialog says which are which.
void TestBarCorrectionDialog::oldSharesAreSaid()
{
    open();
    QVERIFY(!m_dialog->findChild<QLabel *>(QStringLiteral("shares"))->isVisible()); // no split since
    m_dialog.reset();
    const core::SessionDate split = *core::SessionDate::fromIso("2025-02-18");
    const qint64 nvidia = (*store::StoreReader::open(m_session->path()))->instrument(QStringLiteral("NVDA"))->id;
    QVERIFY(m_session->get()
                ->writer()
                ->importActions({}, {{nvidia, split, store::CorporateAction::Kind::Split, 10, 1, {}, {}}})
                .result()
                .has_value());
    open();
    QCOMPARE(field(3).text(), QStringLiteral("118.42"));
    const auto *shares = m_dialog->findChild<QLabel *>(QStringLiteral("shares"));
    QVERIFY(shares->isVisible());
    QVERIFY2(shares->text().contains(QStringLiteral("27 Jan 2025"))
                 && shares->text().contains(QStringLiteral("11.842")),
             qPrintable(shares->text()));
    // and it is read without scrolling
    QTRY_COMPARE(m_dialog->findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0);
}

//! A series that the charts do not show has the finding: its own bar is what is corrected.
void TestBarCorrectionDialog::theBarOfAnotherSeries()
{
    store::StoreWriter &writer = *m_session->get()->writer();
    const qint64 nvidia = (*store::StoreReader::open(m_session->path()))->instrument(QStringLiteral("NVDA"))->id;
    QVERIFY(writer
                .importBars(store::importOf({store::dailySeries(nvidia, "second")},
                                            {store::dailyRow(kDay.days(), 11842000, 2)}, "second.csv"))
                .result()
                .has_value());
    const auto ranked = (*store::StoreReader::open(m_session->path()))->rankedSeries(nvidia, store::SeriesUse::Daily);
    open("en", kDay, ranked->back().id);
    QCOMPARE(field(3).text(), QStringLiteral("118,420.00"));
    QVERIFY(says("second.csv"));
    for (int i = 0; i < 4; ++i)
        field(i).setText(QStringLiteral("118.42"));
    QSignalSpy corrected(m_dialog.get(), &BarCorrectionDialog::corrected);
    save().click();
    QTRY_COMPARE(corrected.size(), 1);
    const auto reader = store::StoreReader::open(m_session->path());
    QCOMPARE((*reader)->dailyBars(ranked->back().id)->back().close, 11842);
}

void TestBarCorrectionDialog::aDayWithoutQuotes()
{
    m_appearance = std::make_unique<style::Appearance>(QStringLiteral("en"));
    m_dialog = std::make_unique<BarCorrectionDialog>(*m_appearance, *m_session->get(), QStringLiteral("NVDA"),
                                                     kDay.plusDays(-1));
    QTRY_VERIFY(message().contains(QStringLiteral("NVDA")));
    QVERIFY(!save().isEnabled());
}

void TestBarCorrectionDialog::readOnly()
{
    const QString path = m_session->path();
    m_session->close();
    auto holder = store::StoreWriter::open(path);
    QVERIFY(holder.has_value());
    QVERIFY(m_session->open());
    open();
    QVERIFY(field(3).isReadOnly());
    QVERIFY(!save().isEnabled());
    QVERIFY(!message().isEmpty());
    m_dialog.reset();
    m_session->close();
}

QTEST_MAIN(TestBarCorrectionDialog)
#include "tst_barcorrectiondialog.moc"
