// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/tables/ClaimMaker.h"
#include <core/CalendarSet.h>
#include <pipeline/ClaimUpkeep.h>
#include <pipeline/SampleCase.h>
#include <pipeline/WhenDone.h>
#include <store/StoreWriter.h>

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <claimview/CorrectClaimDialog.h>
#include <claimview/RangeStrip.h>
#include <claimview/VerdictPopup.h>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;
using store::ClaimKey;
using tables::ClaimBook;
using tables::ClaimBookPtr;

namespace {

const core::Time kNow = *core::parseIsoTime("2025-02-15T00:00:00Z");

} // namespace

//! Why a number has its verdict, on the founding case; and what a user does about a claim that was misread.
class VerdictPopupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aCloseIsExplainedByItsQuotes();
    void aLevelOfTheSessionHasItsPlaceInTheRange();
    void aMarketValueIsSharesTimesChange();
    void withoutAShareCountItSaysSo();
    void aMissingBarIsNamed();
    void germanAndEnglishNumbers();
    void escapeReturnsTheFocus();
    void tabStaysInside();
    void standsBelowOrAbove_data();
    void standsBelowOrAbove();
    void staysInsideTheWindow_data();
    void staysInsideTheWindow();
    void aSmallWindowScrolls();
    void goesWithItsClaim();
    void wordsOfTheTextAreNoMarkup();
    void dismissedRestoredUndone();
    void correctedAndUndone();
    void theExplanationIsCopied();
    void aStoreThatCannotBeWrittenSaysWhy();
    void anInstrumentThatWasRemoved();
    void actionsNameTheirClaim();

private:
    void openSession();
    void load();
    //! The claim with these words, explained.
    const store::StoredClaim *explain(const QString &words);
    [[nodiscard]] const store::StoredClaim *claim(const QString &words) const;
    [[nodiscard]] QString texts() const;
    [[nodiscard]] QPushButton *button(const QString &name) const { return m_popup->findChild<QPushButton *>(name); }

    std::shared_ptr<const core::CalendarSet> m_calendars = std::make_shared<core::CalendarSet>(u":/calendars"_s);
    QTemporaryDir m_master;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<style::Appearance> m_appearance;
    std::shared_ptr<pipeline::StoreSession> m_session;
    std::unique_ptr<QUndoStack> m_undo;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_field = nullptr;
    QWidget *m_panel = nullptr;
    VerdictPopup *m_popup = nullptr;
    ClaimBookPtr m_book;
};

void VerdictPopupTest::initTestCase()
{
    const QString path = m_master.filePath(u"a.tickmark"_s);
    QVERIFY(pipeline::writeSampleStore(path, false, *m_calendars, core::Time{1}));
    auto writer = store::StoreWriter::open(path);
    auto reader = store::StoreReader::open(path);
    QVERIFY(writer && reader);
    QVERIFY(pipeline::keepClaims(**reader, **writer, *m_calendars, kNow));
}

void VerdictPopupTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(m_master.filePath(u"a.tickmark"_s), m_folder->filePath(u"a.tickmark"_s)));
    m_appearance = std::make_unique<style::Appearance>(u"en"_s);
    QVERIFY(m_appearance->setZone("America/New_York"));
    m_undo = std::make_unique<QUndoStack>();
    openSession();
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 900);
    m_panel = new QWidget(m_window.get());
    m_panel->setGeometry(372, 100, 428, 700);
    m_field = new QLineEdit(m_panel);
    m_popup = new VerdictPopup(*m_appearance, m_panel);
    m_popup->setUndoStack(m_undo.get());
    m_popup->setSession(m_session.get());
    m_window->show();
    load();
    connect(m_session.get(), &pipeline::StoreSession::changed, m_window.get(), [this] { load(); });
}

void VerdictPopupTest::openSession()
{
    auto future = pipeline::StoreSession::open(m_folder->filePath(u"a.tickmark"_s), m_calendars);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result().has_value());
    m_session = *future.result();
}

void VerdictPopupTest::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_book.reset();
}

void VerdictPopupTest::load()
{
    const auto future = m_session->read(
        [](store::StoreReader &reader, const std::stop_token &stop) { return ClaimBook::load(reader, u"en"_s, stop); });
    const bool isFirst = !m_book;
    pipeline::whenDone(future, m_window.get(), [this](const core::Result<ClaimBookPtr> &book) {
        QVERIFY(book);
        m_book = *book;
        m_popup->setBook(m_book);
    });
    if (isFirst)
        QTRY_VERIFY(m_book);
}

const store::StoredClaim *VerdictPopupTest::claim(const QString &words) const
{
    for (const store::StoredClaim &each : m_book->claims()) {
        if (each.claim.text == words)
            return &each;
    }
    return nullptr;
}

const store::StoredClaim *VerdictPopupTest::explain(const QString &words)
{
    const store::StoredClaim *found = claim(words);
    if (found)
        m_popup->open(found->key(), QRect(m_panel->mapToGlobal(QPoint(100, 40)), QSize(80, 20)));
    return found;
}

QString VerdictPopupTest::texts() const
{
    QStringList all;
    for (const QLabel *label : m_popup->findChildren<QLabel *>())
        all += label->text();
    return all.join(u'\n');
}

void VerdictPopupTest::aCloseIsExplainedByItsQuotes()
{
    QVERIFY(explain(u"almost 17% lower"_s));
    QTRY_VERIFY2(texts().contains(u"118.42 ÷ 142.62 − 1 = −16.97%, inside"_s), qPrintable(texts()));
    QVERIFY(texts().contains(u"Confirmed (close)"_s));
    QTRY_VERIFY2(texts().contains(u"142.62 × (1 − 0.17) = 118.37 USD"_s), qPrintable(texts()));
    QVERIFY(texts().contains(u"Previous close"_s));
    QTRY_VERIFY2(texts().contains(u"24 Jan 2025, 16:00"_s), qPrintable(texts()));
    QVERIFY(texts().contains(u"daily.csv"_s));
}

void VerdictPopupTest::aLevelOfTheSessionHasItsPlaceInTheRange()
{
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    QTRY_VERIFY(m_popup->findChild<RangeStrip *>());
    const QString said = m_popup->findChild<RangeStrip *>()->accessibleDescription();
    QVERIFY2(said.contains(u"Low 116.70 −18.17%"_s), qPrintable(said));
    QVERIFY2(said.contains(u"Claim −14.4%"_s), qPrintable(said));
    QVERIFY2(texts().contains(u"116.70 to 128.40 USD, contains it"_s), qPrintable(texts()));
    QVERIFY2(texts().contains(u"First in interval"_s), qPrintable(texts()));
}

void VerdictPopupTest::aMarketValueIsSharesTimesChange()
{
    QVERIFY(explain(u"$589 billion off"_s));
    QTRY_VERIFY2(texts().contains(u"118.42 − 142.62 = −24.20 USD"_s), qPrintable(texts()));
    QTRY_VERIFY2(texts().contains(u"24.49 bn × −24.20 USD = −592.7 bn USD"_s), qPrintable(texts()));
    QVERIFY(!m_popup->findChild<RangeStrip *>());
}

void VerdictPopupTest::withoutAShareCountItSaysSo()
{
    store::StoredClaim made = *claim(u"um 14,4 Prozent"_s);
    made.claim.kind = claims::ClaimKind::Value;
    made.claim.unit = u"USD"_s;
    made.verdict->code = VerdictCode::NoData;
    made.verdict->missing = claims::Missing::ShareCount;
    made.verdict->quotes.clear();
    core::NewsItem item = tables::newsOf(made.newsId, u"x"_s, u"x"_s);
    m_book = std::make_shared<const ClaimBook>(std::vector{made}, std::vector{item}, std::vector<core::Instrument>{},
                                               u"en"_s);
    m_popup->setBook(m_book);
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    QVERIFY2(texts().contains(u"No count of the shares"_s), qPrintable(texts()));
}

void VerdictPopupTest::aMissingBarIsNamed()
{
    QVERIFY(explain(u"um 18 Prozent"_s));
    QVERIFY2(texts().contains(u"24 January 2025"_s), qPrintable(texts()));
    QVERIFY(!m_popup->findChild<RangeStrip *>());
}

void VerdictPopupTest::germanAndEnglishNumbers()
{
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    QTRY_VERIFY(texts().contains(u"118.42 ÷ 142.62"_s));
    m_appearance->setLanguage(u"de"_s);
    QTRY_VERIFY2(texts().contains(u"118,42 ÷ 142,62 − 1 = −16,97\u00a0%"_s), qPrintable(texts()));
    QVERIFY(texts().contains(u"27.01.2025"_s));
}

void VerdictPopupTest::escapeReturnsTheFocus()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_field->setFocus();
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    QVERIFY(m_popup->hasFocus());
    QTest::keyClick(m_popup, Qt::Key_Escape);
    QVERIFY(!m_popup->isVisible());
    QVERIFY(!m_popup->claim());
    QVERIFY(m_field->hasFocus());
}

void VerdictPopupTest::tabStaysInside()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    QSet<QWidget *> reached;
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        QVERIFY(m_popup->isAncestorOf(m_window->focusWidget()) || m_window->focusWidget() == m_popup);
        reached.insert(m_window->focusWidget());
    }
    QVERIFY(reached.contains(button(u"correct"_s)) && reached.contains(button(u"showOnChart"_s)));
}

void VerdictPopupTest::standsBelowOrAbove_data()
{
    QTest::addColumn<int>("top");
    QTest::addColumn<bool>("isBelow");
    QTest::newRow("room below") << 20 << true;
    QTest::newRow("enough below to read, the rest scrolls") << 430 << true;
    QTest::newRow("at the foot of the window") << 660 << false;
}

void VerdictPopupTest::standsBelowOrAbove()
{
    QFETCH(int, top);
    QFETCH(bool, isBelow);
    const QRect number(m_panel->mapTo(m_window.get(), QPoint(100, top)), QSize(80, 20));
    m_popup->open(claim(u"um 14,4 Prozent"_s)->key(), QRect(m_window->mapToGlobal(number.topLeft()), number.size()));
    QTRY_VERIFY(m_popup->findChild<RangeStrip *>()); // with everything in it
    QCOMPARE(m_popup->width(), m_panel->width() - 16);
    QVERIFY(m_window->rect().contains(m_popup->geometry()));
    QVERIFY(isBelow ? m_popup->geometry().top() > number.bottom() : m_popup->geometry().bottom() < number.top());
}

void VerdictPopupTest::staysInsideTheWindow_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QRect>("panel");
    QTest::addColumn<QString>("language");
    const QRect narrow(220, 100, 200, 700);
    QTest::newRow("narrow window") << 420 << narrow << u"en"_s;
    QTest::newRow("narrow window, long words") << 420 << narrow << u"de"_s;
    QTest::newRow("too narrow for one row of buttons") << 320 << QRect(100, 100, 220, 700) << u"de"_s;
    QTest::newRow("narrow panel at the right") << 1000 << QRect(760, 100, 240, 700) << u"de"_s;
    QTest::newRow("narrow panel at the left") << 420 << QRect(0, 100, 200, 700) << u"de"_s;
}

void VerdictPopupTest::staysInsideTheWindow()
{
    QFETCH(int, width);
    QFETCH(QRect, panel);
    QFETCH(QString, language);
    m_appearance->setLanguage(language);
    m_window->resize(width, 900);
    m_panel->setGeometry(panel);
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    QTRY_VERIFY(m_popup->findChild<RangeStrip *>());
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCoreApplication::processEvents(); // places the buttons
    QVERIFY(m_window->rect().contains(m_popup->geometry()));
    for (const QString &name : {u"correct"_s, u"dismiss"_s, u"compare"_s, u"showOnChart"_s}) {
        const QPushButton *each = button(name);
        QVERIFY2(m_popup->rect().contains(QRect(each->mapTo(m_popup, QPoint()), each->size())), qPrintable(name));
        QVERIFY2(each->width() >= each->sizeHint().width(), qPrintable(name));
    }
}

void VerdictPopupTest::aSmallWindowScrolls()
{
    m_window->resize(800, 320);
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    QTRY_VERIFY(m_popup->findChild<RangeStrip *>());
    QVERIFY2(m_window->rect().contains(m_popup->geometry()), "over the edge");
    QVERIFY(m_popup->rect().contains(button(u"correct"_s)->mapTo(m_popup, QPoint(5, 5))));
    const QScrollBar *bar = m_popup->findChild<QScrollArea *>()->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QTest::keyClick(m_popup, Qt::Key_PageDown);
    QVERIFY(bar->value() > 0);
    QTest::keyClick(button(u"correct"_s), Qt::Key_PageUp);
    QCOMPARE(bar->value(), 0);
}

void VerdictPopupTest::goesWithItsClaim()
{
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    m_popup->setBook(nullptr);
    QVERIFY(!m_popup->isVisible());
    m_popup->setBook(m_book);
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    m_panel->hide();
    QVERIFY(!m_popup->isVisible());
    m_panel->show();
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    const QPointer<VerdictPopup> popup = m_popup;
    delete m_panel;
    QVERIFY(!popup);
    m_session->disconnect(m_window.get()); // nothing is left to be told of changes
}

void VerdictPopupTest::wordsOfTheTextAreNoMarkup()
{
    const store::StoredClaim made = tables::ClaimMaker().about(0, {}, u"<b>X</b>"_s).with([](store::StoredClaim &each) {
        each.claim.text = u"<i>\u202eum 17 Prozent"_s;
    });
    m_book = std::make_shared<const ClaimBook>(std::vector{made}, std::vector{tables::newsOf(1, u"x"_s, u"x"_s)},
                                               std::vector<core::Instrument>{}, u"en"_s);
    m_popup->setBook(m_book);
    QVERIFY(explain(made.claim.text));
    QVERIFY2(texts().contains(u"<b>X</b>, 27 Jan 2025, claim in the text: “<i>um 17 Prozent”"_s), qPrintable(texts()));
    for (const QLabel *label : m_popup->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void VerdictPopupTest::dismissedRestoredUndone()
{
    const auto isDismissed = [this] {
        const store::StoredClaim *now = claim(u"um 14,4 Prozent"_s);
        return now && now->correction && now->correction->isDismissed;
    };
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    QTest::mouseClick(button(u"dismiss"_s), Qt::LeftButton);
    QTRY_VERIFY(isDismissed());
    QTRY_COMPARE(button(u"dismiss"_s)->text(), u"Restore"_s);
    QVERIFY2(texts().startsWith(u"Dismissed by you"_s), qPrintable(texts())); // and no longer as a verdict
    QVERIFY(texts().contains(u"The verdict was: only during the session."_s));
    QVERIFY(!m_popup->findChild<RangeStrip *>());
    m_undo->undo();
    QTRY_VERIFY(!isDismissed());
    m_undo->redo();
    QTRY_VERIFY(isDismissed());
    QTRY_COMPARE(button(u"dismiss"_s)->text(), u"Restore"_s);
    QTest::mouseClick(button(u"dismiss"_s), Qt::LeftButton);
    QTRY_VERIFY(!claim(u"um 14,4 Prozent"_s)->correction);
    QCOMPARE(m_undo->count(), 2);
}

void VerdictPopupTest::correctedAndUndone()
{
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    QTest::mouseClick(button(u"correct"_s), Qt::LeftButton);
    auto *dialog = m_window->findChild<CorrectClaimDialog *>();
    QVERIFY(dialog);
    auto *instruments = dialog->findChild<QComboBox *>(u"instrument"_s);
    QTRY_VERIFY(instruments->count() > 20);
    QVERIFY(!dialog->findChild<QPushButton *>(u"save"_s)->isEnabled()); // nothing changed yet
    QCOMPARE(instruments->itemText(0), u"As in the text (NVDA)"_s);
    QCOMPARE(instruments->itemText(1), u"Advantest (6857.T)"_s); // by name
    QCOMPARE(dialog->findChild<QComboBox *>(u"session"_s)->itemText(0), u"As in the text (27 Jan 2025)"_s);
    QCOMPARE(dialog->findChild<QComboBox *>(u"hedge"_s)->itemText(0), u"As in the text (exact)"_s);
    instruments->setCurrentIndex(instruments->findText(u"(AMD)"_s, Qt::MatchEndsWith));
    auto *hedges = dialog->findChild<QComboBox *>(u"hedge"_s);
    hedges->setCurrentIndex(hedges->findText(u"about"_s));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
    const auto symbol = [this] { return claim(u"um 14,4 Prozent"_s)->claim.subject.symbol; };
    QTRY_COMPARE(symbol(), u"AMD"_s);
    QTRY_COMPARE(claim(u"um 14,4 Prozent"_s)->claim.hedge, claims::Hedge::About);
    QTRY_VERIFY(texts().contains(u"corrected"_s));
    m_undo->undo();
    QTRY_COMPARE(symbol(), u"NVDA"_s);
    QTRY_VERIFY(claim(u"um 14,4 Prozent"_s)->verdict && claim(u"um 14,4 Prozent"_s)->changes == 0);
    QCOMPARE(claim(u"um 14,4 Prozent"_s)->verdict->code, VerdictCode::Intraday);
}

void VerdictPopupTest::theExplanationIsCopied()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    QTRY_VERIFY(m_popup->findChild<RangeStrip *>());
    QTest::keyClick(m_popup, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.value(0), u"Only during the session"_s);
    QVERIFY(lines.contains(u"Close to close\t118.42 ÷ 142.62 − 1 = −16.97%, outside"_s));
    QVERIFY(lines.contains(u"Close\t27 Jan 2025, 16:00\t118.42\tUSD\tdaily.csv"_s));
}

void VerdictPopupTest::aStoreThatCannotBeWrittenSaysWhy()
{
    // another program has it open for writing
    auto future = pipeline::StoreSession::open(m_folder->filePath(u"a.tickmark"_s), m_calendars);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result().has_value());
    const auto second = *future.result();
    QVERIFY(!second->writer());
    m_popup->setSession(second.get());
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    for (const QString &name : {u"correct"_s, u"dismiss"_s}) {
        QVERIFY(!button(name)->isEnabled());
        QCOMPARE(button(name)->toolTip(), second->whyReadOnly()->message);
    }
    QVERIFY(button(u"compare"_s)->isEnabled());
    m_popup->setSession(nullptr);
}

void VerdictPopupTest::anInstrumentThatWasRemoved()
{
    store::StoredClaim made = *claim(u"um 14,4 Prozent"_s);
    made.claim.subject = {999, u"GONE"_s, u"Gone AG"_s};
    made.verdict->symbol = u"GONE"_s;
    m_book = std::make_shared<const ClaimBook>(std::vector{made},
                                               std::vector{tables::newsOf(made.newsId, u"x"_s, u"x"_s)},
                                               std::vector<core::Instrument>{}, u"en"_s);
    m_popup->setBook(m_book);
    QVERIFY(explain(u"um 14,4 Prozent"_s));
    QVERIFY(texts().contains(u"Gone AG"_s));
    QVERIFY(!button(u"compare"_s)->isEnabled());
    QVERIFY(!button(u"showOnChart"_s)->isEnabled());
}

void VerdictPopupTest::actionsNameTheirClaim()
{
    const store::StoredClaim *found = explain(u"um 14,4 Prozent"_s);
    QVERIFY(found);
    const ClaimKey key = found->key();
    QSignalSpy shown(m_popup, &VerdictPopup::showOnChartRequested);
    QSignalSpy compared(m_popup, &VerdictPopup::compareRequested);
    QTest::mouseClick(button(u"showOnChart"_s), Qt::LeftButton);
    QVERIFY(m_popup->isVisible()); // beside the chart
    QTest::mouseClick(button(u"compare"_s), Qt::LeftButton);
    QVERIFY(!m_popup->isVisible());
    QCOMPARE(shown.front().front().value<ClaimKey>(), key);
    QCOMPARE(compared.front().front().value<ClaimKey>(), key);
}

QTEST_MAIN(VerdictPopupTest)
#include "tst_verdictpopup.moc"
