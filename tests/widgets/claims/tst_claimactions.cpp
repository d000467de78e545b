// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/tables/SessionSupport.h"
#include <pipeline/ClaimUpkeep.h>
#include <pipeline/WhenDone.h>
#include <store/StoreWriter.h>
#include <tables/ClaimTableModel.h>

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include <claimview/ClaimsPanel.h>
#include <claimview/ClaimsTable.h>
#include <claimview/CorrectClaimDialog.h>
#include <claimview/VerdictPopup.h>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;
using store::ClaimKey;
using tables::ClaimBook;
using tables::ClaimBookPtr;
using tables::ClaimColumn;

//! What a user does about a claim from its row in the table of all claims, in a window on the sample case.
class ClaimActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void enterExplainsAtTheRow();
    void theMenuHasWhatThePopupHas();
    void aRowIsDismissedAndComesBack();
    void aRowIsCorrected();
    void theDialogStartsFromWhatWasSaid();
    void comparedAndShownInTheChart();
    void anotherRowClosesTheExplanation();
    void onlyOneExplanationIsOpen();

private:
    void load();
    //! Selects the row of the claim with these words.
    void select(const QString &words);
    [[nodiscard]] int rowOf(const QString &words) const;
    [[nodiscard]] tables::ClaimTableModel *model() const
    {
        return static_cast<tables::ClaimTableModel *>(m_table->model());
    }
    [[nodiscard]] QAction *action(const QString &name) const;
    [[nodiscard]] VerdictPopup *popup() const { return m_window->findChild<VerdictPopup *>(); }
    [[nodiscard]] QString texts() const;

    tables::TestSession m_session;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<QUndoStack> m_undo;
    std::unique_ptr<QWidget> m_window;
    ClaimsPanel *m_panel = nullptr;
    ClaimsTable *m_table = nullptr;
    ClaimBookPtr m_book;
};

void ClaimActionsTest::initTestCase()
{
    const core::CalendarSet calendars(u":/calendars"_s);
    const core::Time now = *core::parseIsoTime("2025-02-15T00:00:00Z");
    QVERIFY(pipeline::writeSampleStore(m_session.path(), false, calendars, core::Time{1}));
    auto writer = store::StoreWriter::open(m_session.path());
    auto reader = store::StoreReader::open(m_session.path());
    QVERIFY(writer && reader);
    QVERIFY(pipeline::keepClaims(**reader, **writer, calendars, now));
    writer->reset();
    reader->reset();
    QVERIFY(m_session.open());
}

void ClaimActionsTest::init()
{
    m_appearance = std::make_unique<style::Appearance>(u"en"_s);
    QVERIFY(m_appearance->setZone("America/New_York"));
    m_undo = std::make_unique<QUndoStack>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(1100, 800);
    m_panel = new ClaimsPanel(*m_appearance, m_window.get());
    m_panel->setGeometry(0, 450, 1100, 350);
    m_panel->setUndoStack(m_undo.get());
    m_panel->setSession(m_session.get());
    m_table = m_panel->findChild<ClaimsTable *>();
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    connect(m_session.get(), &pipeline::StoreSession::changed, m_window.get(), [this] { load(); });
    load();
    QTRY_VERIFY(rowOf(u"um 14,4 Prozent"_s) >= 0);
}

void ClaimActionsTest::cleanup()
{
    m_window.reset();
    m_book.reset();
}

void ClaimActionsTest::load()
{
    const auto future = m_session->read(
        [](store::StoreReader &reader, const std::stop_token &stop) { return ClaimBook::load(reader, u"en"_s, stop); });
    pipeline::whenDone(future, m_window.get(), [this](const core::Result<ClaimBookPtr> &book) {
        QVERIFY(book);
        m_book = *book;
        m_panel->setBook(m_book);
    });
}

int ClaimActionsTest::rowOf(const QString &words) const
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (model()->claimAt(row).claim.text == words)
            return row;
    }
    return -1;
}

void ClaimActionsTest::select(const QString &words)
{
    m_table->setFocus();
    m_table->setCurrentIndex(model()->index(rowOf(words), int(ClaimColumn::Claim)));
}

QAction *ClaimActionsTest::action(const QString &name) const
{
    for (QAction *each : m_table->actions()) {
        if (each->objectName() == name)
            return each;
    }
    return nullptr;
}

QString ClaimActionsTest::texts() const
{
    QStringList all;
    for (const QLabel *label : popup()->findChildren<QLabel *>())
        all += label->text();
    return all.join(u'\n');
}

void ClaimActionsTest::enterExplainsAtTheRow()
{
    select(u"um 14,4 Prozent"_s);
    QTest::keyClick(m_table, Qt::Key_Return);
    QVERIFY(popup()->isVisible());
    QTRY_VERIFY2(texts().contains(u"118.42 ÷ 142.62"_s), qPrintable(texts()));
    QVERIFY(m_window->rect().contains(popup()->geometry()));
    QVERIFY(popup()->width() < m_panel->width() / 2); // as text is read, not as wide as the table
    const QRect cell = m_table->visualRect(m_table->currentIndex());
    QVERIFY(!popup()->geometry().contains(m_table->viewport()->mapTo(m_window.get(), cell.center())));
    QTest::keyClick(popup(), Qt::Key_Escape);
    QVERIFY(!popup()->isVisible());
    QVERIFY(m_table->hasFocus());
}

void ClaimActionsTest::theMenuHasWhatThePopupHas()
{
    for (const QString &name : {u"explain"_s, u"correct"_s, u"dismiss"_s, u"compare"_s, u"showOnChart"_s}) {
        QVERIFY2(action(name), qPrintable(name));
        QVERIFY2(!action(name)->isEnabled(), qPrintable(name)); // no row is selected
    }
    select(u"um 14,4 Prozent"_s);
    for (const QString &name : {u"explain"_s, u"correct"_s, u"dismiss"_s, u"compare"_s, u"showOnChart"_s})
        QVERIFY2(action(name)->isEnabled(), qPrintable(name));
    action(u"explain"_s)->trigger();
    for (const QString &name : {u"correct"_s, u"dismiss"_s, u"compare"_s, u"showOnChart"_s})
        QCOMPARE(popup()->findChild<QPushButton *>(name)->text(), action(name)->text());
    m_table->selectAll();
    QVERIFY(!action(u"dismiss"_s)->isEnabled()); // which one?
}

void ClaimActionsTest::aRowIsDismissedAndComesBack()
{
    const int rows = model()->rowCount();
    select(u"um 14,4 Prozent"_s);
    action(u"dismiss"_s)->trigger();
    QTRY_COMPARE(rowOf(u"um 14,4 Prozent"_s), -1);
    QCOMPARE(model()->rowCount(), rows - 1);
    QVERIFY(!action(u"dismiss"_s)->isEnabled());
    m_undo->undo();
    QTRY_COMPARE(model()->rowCount(), rows);
    QTRY_VERIFY(action(u"dismiss"_s)->isEnabled()); // it is selected again
}

void ClaimActionsTest::aRowIsCorrected()
{
    select(u"um 14,4 Prozent"_s);
    action(u"correct"_s)->trigger();
    auto *dialog = m_window->findChild<CorrectClaimDialog *>();
    QVERIFY(dialog);
    auto *hedges = dialog->findChild<QComboBox *>(u"hedge"_s);
    hedges->setCurrentIndex(hedges->findText(u"about"_s));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
    const auto verdict = [this] {
        return model()->index(rowOf(u"um 14,4 Prozent"_s), int(ClaimColumn::Verdict)).data().toString();
    };
    QTRY_VERIFY2(verdict().endsWith(u", corrected"_s), qPrintable(verdict()));
    m_undo->undo();
    QTRY_VERIFY2(!verdict().endsWith(u", corrected"_s), qPrintable(verdict()));
}

void ClaimActionsTest::theDialogStartsFromWhatWasSaid()
{
    store::StoredClaim before = model()->claimAt(rowOf(u"um 14,4 Prozent"_s));
    before.correction.emplace();
    before.correction->session = *core::SessionDate::fromIso("2025-01-28");
    before.correction->instrumentId = before.claim.subject.instrumentId;
    CorrectClaimDialog dialog(*m_appearance, *m_session.get(), before);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(dialog.correction(), *before.correction); // even before the instruments were read
    auto *instruments = dialog.findChild<QComboBox *>(u"instrument"_s);
    QTRY_VERIFY(instruments->currentText().endsWith(u"(NVDA)"_s));
    QCOMPARE(dialog.correction(), *before.correction);
    QCOMPARE(dialog.findChild<QDateEdit *>()->date(), QDate(2025, 1, 28));
    m_appearance->setLanguage(u"de"_s);
    QCOMPARE(dialog.correction(), *before.correction);
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"asInText"_s), Qt::LeftButton);
    QCOMPARE(dialog.correction(), store::ClaimCorrection{});
    QCOMPARE(dialog.findChild<QComboBox *>(u"kind"_s)->count(), 2); // a percentage is never a price
}

void ClaimActionsTest::comparedAndShownInTheChart()
{
    select(u"um 14,4 Prozent"_s);
    const ClaimKey key = model()->claimAt(rowOf(u"um 14,4 Prozent"_s)).key();
    QSignalSpy compared(m_panel, &ClaimsPanel::compareRequested);
    QSignalSpy shown(m_panel, &ClaimsPanel::showOnChartRequested);
    action(u"compare"_s)->trigger();
    QCOMPARE(compared.front().front().value<ClaimKey>(), key);
    action(u"showOnChart"_s)->trigger();
    QCOMPARE(shown.front().front().value<ClaimKey>(), key);
    action(u"explain"_s)->trigger();
    QTest::mouseClick(popup()->findChild<QPushButton *>(u"showOnChart"_s), Qt::LeftButton);
    QCOMPARE(shown.count(), 2);
    QVERIFY(!popup()->isVisible()); // it lay over the charts
}

void ClaimActionsTest::anotherRowClosesTheExplanation()
{
    select(u"um 14,4 Prozent"_s);
    action(u"explain"_s)->trigger();
    QVERIFY(popup()->isVisible());
    select(u"almost 17% lower"_s);
    QVERIFY(!popup()->isVisible());
    action(u"explain"_s)->trigger();
    m_panel->setActive(std::nullopt); // its headline was left
    QVERIFY(!popup()->isVisible());
}

void ClaimActionsTest::onlyOneExplanationIsOpen()
{
    auto *excerpt = new QWidget(m_window.get());
    excerpt->setGeometry(600, 0, 428, 400);
    excerpt->show();
    VerdictPopup beside(*m_appearance, excerpt);
    beside.setSession(m_session.get());
    beside.setBook(m_book);
    select(u"um 14,4 Prozent"_s);
    action(u"explain"_s)->trigger();
    VerdictPopup *ofTable = popup() == &beside ? nullptr : popup();
    QVERIFY(ofTable && ofTable->isVisible());
    beside.open(model()->claimAt(0).key(), QRect(excerpt->mapToGlobal(QPoint(10, 10)), QSize(20, 20)));
    QVERIFY(beside.isVisible());
    QVERIFY(!ofTable->isVisible());
    action(u"explain"_s)->trigger();
    QVERIFY(!beside.isVisible());
}

QTEST_MAIN(ClaimActionsTest)
#include "tst_claimactions.moc"
