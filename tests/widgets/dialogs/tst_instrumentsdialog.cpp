// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/tables/SessionSupport.h"
#include <dialogs/InstrumentsDialog.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>

using namespace tickmark;
using namespace tickmark::dialogs;

namespace {

//! How often it was said, what it makes of the claims in the news aside.
int timesTold(const QSignalSpy &changed)
{
    return int(std::ranges::count_if(changed, [](const QVariantList &told) {
        return told.front().value<pipeline::StoreChanges>().testFlag(pipeline::StoreChange::Instruments);
    }));
}

} // namespace

//! Adding, editing, merging and removing instruments in the dialog, over a real store.
class TestInstrumentsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addedByKeyboard();
    void aliasIsEdited();
    void wrongInputIsSaidAndKept_data();
    void wrongInputIsSaidAndKept();
    void takenSymbolKeepsTheForm();
    void editsAreAskedAbout_data();
    void editsAreAskedAbout();
    void searchFindsOtherWords();
    void filterNeverPartsFormAndHighlight_data();
    void filterNeverPartsFormAndHighlight();
    void filterKeepsEdits();
    void removesWhatIsHighlightedAfterAFilter();
    void newOneKeepsTheListInPlace();
    void fitsASmallScreen();
    void mergeIntoAnother();
    void removeSaysWhatGoes();
    void readOnlyShowsEverything();
    void closesWithTheStore();

private:
    template <typename Widget>
    [[nodiscard]] Widget &part(const char *name) const
    {
        return *m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    //! Of the row that is highlighted; empty when none is.
    [[nodiscard]] QString highlighted() const
    {
        const QModelIndexList rows = part<QTableView>("instruments").selectionModel()->selectedRows();
        return rows.isEmpty() ? QString() : rows.front().data().toString();
    }
    [[nodiscard]] QString message() const { return part<QLabel>("message").text(); }
    void open(const char *symbol);
    core::Result<core::Instrument> stored(const char *symbol) const
    {
        return (*store::StoreReader::open(m_session->path()))->instrument(QString::fromLatin1(symbol));
    }
    //! Answers the next question box: 0 goes on, 1 stays.
    static void answer(int button);

    std::unique_ptr<tables::TestSession> m_session;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<InstrumentsDialog> m_dialog;
};

void TestInstrumentsDialog::init()
{
    m_dialog.reset();
    m_session = std::make_unique<tables::TestSession>();
    m_appearance = std::make_unique<style::Appearance>(QStringLiteral("en"));
    QVERIFY(m_session->openSample());
}

void TestInstrumentsDialog::open(const char *symbol)
{
    m_dialog = std::make_unique<InstrumentsDialog>(*m_appearance, *m_session->get());
    m_dialog->select(QString::fromLatin1(symbol));
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    QTRY_COMPARE(part<QLineEdit>("symbol").text(), QString::fromLatin1(symbol));
}

void TestInstrumentsDialog::answer(int button)
{
    QTimer::singleShot(0, qApp, [button] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        const auto role = button == 0 ? QMessageBox::DestructiveRole : QMessageBox::RejectRole;
        for (QAbstractButton *choice : box->buttons()) {
            if (box->buttonRole(choice) == role) {
                choice->click();
                return;
            }
        }
    });
}

void TestInstrumentsDialog::addedByKeyboard()
{
    open("NVDA");
    QSignalSpy changed(m_session->get(), &pipeline::StoreSession::changed);
    QTest::keyClick(&part<QPushButton>("add"), Qt::Key_Space);
    QTRY_VERIFY(part<QLineEdit>("symbol").hasFocus());
    QVERIFY(!part<QPushButton>("save").isEnabled());
    QTest::keyClicks(&part<QLineEdit>("symbol"), QStringLiteral("INTC"));
    QTest::keyClicks(&part<QLineEdit>("currency"), QStringLiteral("usd"));
    QTest::keyClicks(&part<QLineEdit>("name.en"), QStringLiteral("Intel"));
    QVERIFY(part<QPushButton>("save").isEnabled());
    QTest::keyClick(&part<QLineEdit>("name.en"), Qt::Key_Return);
    QTRY_COMPARE(timesTold(changed), 1);
    const auto instrument = stored("INTC");
    QVERIFY(instrument.has_value());
    QCOMPARE(instrument->currency, QStringLiteral("USD"));
    QCOMPARE(instrument->displayName(QStringLiteral("en")), QStringLiteral("Intel"));
    auto &list = part<QTableView>("instruments");
    QTRY_COMPARE(list.model()->rowCount(), 29);
    QTRY_COMPARE(list.currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("INTC"));
}

void TestInstrumentsDialog::aliasIsEdited()
{
    open("NVDA");
    auto &aliases = part<QPlainTextEdit>("aliases.de");
    const qsizetype before = aliases.toPlainText().split(u'\n').size();
    aliases.appendPlainText(QStringLiteral("  Chip-Riese  \n\n"));
    QSignalSpy changed(m_session->get(), &pipeline::StoreSession::changed);
    part<QPushButton>("save").click();
    QTRY_COMPARE(timesTold(changed), 1);
    const auto instrument = stored("NVDA");
    QStringList german;
    for (const auto &names : instrument->names) {
        if (names.language == QLatin1String("de"))
            german = names.aliases;
    }
    QCOMPARE(german.size(), before + 1);
    QCOMPARE(german.back(), QStringLiteral("Chip-Riese"));
    QVERIFY(!part<QPushButton>("save").isEnabled());
}

void TestInstrumentsDialog::wrongInputIsSaidAndKept_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("typed");
    QTest::newRow("no symbol") << QByteArrayLiteral("symbol") << QString();
    QTest::newRow("a symbol with a blank") << QByteArrayLiteral("symbol") << QStringLiteral("A B");
    QTest::newRow("a currency of two letters") << QByteArrayLiteral("currency") << QStringLiteral("US");
}

void TestInstrumentsDialog::wrongInputIsSaidAndKept()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, typed);
    open("NVDA");
    auto &edit = part<QLineEdit>(field.constData());
    edit.setText(typed);
    QVERIFY(!message().isEmpty());
    QVERIFY(!part<QPushButton>("save").isEnabled());
    QCOMPARE(edit.text(), typed);
}

void TestInstrumentsDialog::takenSymbolKeepsTheForm()
{
    open("NVDA");
    part<QLineEdit>("symbol").setText(QStringLiteral("AMD"));
    part<QPushButton>("save").click();
    QTRY_VERIFY(message().contains(QStringLiteral("AMD")));
    QCOMPARE(part<QLineEdit>("symbol").text(), QStringLiteral("AMD"));
    QVERIFY(stored("NVDA").has_value());
    QVERIFY(part<QPushButton>("save").isEnabled());
}

void TestInstrumentsDialog::editsAreAskedAbout_data()
{
    QTest::addColumn<int>("button");
    QTest::addColumn<QString>("shown");
    QTest::newRow("discard") << 0 << QStringLiteral("^DJI");
    QTest::newRow("keep editing") << 1 << QStringLiteral("NVDA2");
}

void TestInstrumentsDialog::editsAreAskedAbout()
{
    QFETCH(int, button);
    QFETCH(QString, shown);
    open("NVDA");
    part<QLineEdit>("symbol").setText(QStringLiteral("NVDA2"));
    auto &list = part<QTableView>("instruments");
    const QModelIndexList found = list.model()->match(list.model()->index(0, 0), Qt::DisplayRole,
                                                      QStringLiteral("^DJI"), 1, Qt::MatchExactly);
    QVERIFY(!found.isEmpty());
    answer(button);
    list.selectRow(found.front().row());
    QTRY_COMPARE(part<QLineEdit>("symbol").text(), shown);
    if (button == 1) {
        QTRY_COMPARE(list.currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("NVDA"));
        answer(0); // closing asks too, as long as there are edits
    }
    m_dialog->reject();
    QVERIFY(!m_dialog->isVisible());
}

void TestInstrumentsDialog::searchFindsOtherWords()
{
    open("NVDA");
    auto &list = part<QTableView>("instruments");
    QTest::keyClicks(&part<QLineEdit>("search"), QStringLiteral("deutscher aktienindex"));
    QCOMPARE(list.model()->rowCount(), 1);
    QCOMPARE(list.model()->index(0, 0).data().toString(), QStringLiteral("^GDAXI"));
    part<QLineEdit>("search").clear();
    QCOMPARE(list.model()->rowCount(), 28);
}

void TestInstrumentsDialog::filterNeverPartsFormAndHighlight_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::newRow("it stays in the list") << QStringLiteral("6857") << QStringLiteral("6857.T");
    QTest::newRow("another one is left") << QStringLiteral("NVDA") << QStringLiteral("NVDA");
    QTest::newRow("nothing is left") << QStringLiteral("nothing like it") << QString();
}

void TestInstrumentsDialog::filterNeverPartsFormAndHighlight()
{
    QFETCH(QString, typed);
    QFETCH(QString, shown);
    open("6857.T");
    QTest::keyClicks(&part<QLineEdit>("search"), typed);
    QCOMPARE(highlighted(), shown);
    QCOMPARE(part<QLineEdit>("symbol").text(), shown);
    for (const char *button : {"merge", "remove"})
        QCOMPARE(part<QPushButton>(button).isEnabled(), !shown.isEmpty());
    QVERIFY(!part<QPushButton>("save").isEnabled());
    QCOMPARE(part<QLineEdit>("symbol").isEnabled(), !shown.isEmpty());
    part<QLineEdit>("search").clear();
    QVERIFY(!highlighted().isEmpty());
    QCOMPARE(part<QLineEdit>("symbol").text(), highlighted());
}

void TestInstrumentsDialog::filterKeepsEdits()
{
    open("6857.T");
    part<QLineEdit>("name.en").setText(QStringLiteral("Advantest Corporation"));
    QTest::keyClicks(&part<QLineEdit>("search"), QStringLiteral("NVDA"));
    QCOMPARE(part<QLineEdit>("name.en").text(), QStringLiteral("Advantest Corporation"));
    QCOMPARE(highlighted(), QString());
    QVERIFY(part<QPushButton>("save").isEnabled());
    QVERIFY(!part<QPushButton>("merge").isEnabled());
    QVERIFY(!part<QPushButton>("remove").isEnabled());
    part<QLineEdit>("search").clear();
    QCOMPARE(highlighted(), QStringLiteral("6857.T"));
    QVERIFY(part<QPushButton>("remove").isEnabled());
}

void TestInstrumentsDialog::removesWhatIsHighlightedAfterAFilter()
{
    open("6857.T");
    QTest::keyClicks(&part<QLineEdit>("search"), QStringLiteral("NVDA"));
    part<QPushButton>("remove").click();
    QTRY_VERIFY(m_dialog->findChild<QMessageBox *>());
    auto *box = m_dialog->findChild<QMessageBox *>();
    QVERIFY2(box->text().contains(QStringLiteral("NVDA")), qPrintable(box->text()));
    QSignalSpy changed(m_session->get(), &pipeline::StoreSession::changed);
    for (QAbstractButton *choice : box->buttons()) {
        if (box->buttonRole(choice) == QMessageBox::DestructiveRole)
            choice->click();
    }
    QTRY_COMPARE(timesTold(changed), 1);
    QVERIFY(!stored("NVDA"));
    QVERIFY(stored("6857.T").has_value());
    QVERIFY(message().contains(QStringLiteral("NVDA")));
}

void TestInstrumentsDialog::newOneKeepsTheListInPlace()
{
    open("NVDA");
    m_dialog->resize(500, 500);
    auto &bar = *part<QTableView>("instruments").horizontalScrollBar();
    QTRY_VERIFY(bar.maximum() > 0);
    for (const int position : {0, bar.maximum()}) {
        bar.setValue(position);
        part<QPushButton>("add").setFocus();
        QTest::keyClick(&part<QPushButton>("add"), Qt::Key_Space);
        QTRY_VERIFY(part<QLineEdit>("symbol").hasFocus());
        QCOMPARE(bar.value(), position);
        QCOMPARE(highlighted(), QString());
        m_dialog->select(QStringLiteral("NVDA"));
        QCOMPARE(bar.value(), position);
    }
}

void TestInstrumentsDialog::fitsASmallScreen()
{
    open("NVDA");
    m_dialog->resize(640, 440);
    QVERIFY2(m_dialog->width() <= 640 && m_dialog->height() <= 440,
             qPrintable(QStringLiteral("%1 × %2").arg(m_dialog->width()).arg(m_dialog->height())));
    QTRY_VERIFY(part<QPushButton>("save").isVisible());
    for (const char *name : {"add", "save", "merge", "remove"}) {
        const auto &button = part<QPushButton>(name);
        const QRect place(button.mapTo(m_dialog.get(), QPoint()), button.size());
        QVERIFY2(m_dialog->rect().contains(place), name);
        QVERIFY2(button.width() >= button.sizeHint().width(), name);
    }
}

void TestInstrumentsDialog::mergeIntoAnother()
{
    open("ARM");
    QTRY_VERIFY(part<QPushButton>("merge").isEnabled());
    part<QPushButton>("merge").click();
    auto *into = m_dialog->findChild<QComboBox *>(QStringLiteral("into"));
    QVERIFY(into);
    into->setCurrentIndex(into->findText(QStringLiteral("AMD"), Qt::MatchStartsWith));
    QSignalSpy changed(m_session->get(), &pipeline::StoreSession::changed);
    for (QPushButton *button : into->parentWidget()->findChildren<QPushButton *>()) {
        if (button->text().contains(QStringLiteral("Merge")))
            button->click();
    }
    QTRY_COMPARE(timesTold(changed), 1);
    QVERIFY(!stored("ARM"));
    QVERIFY(message().contains(QStringLiteral("AMD")));
    QTRY_COMPARE(part<QLineEdit>("symbol").text(), QStringLiteral("AMD"));
    QVERIFY(part<QPlainTextEdit>("aliases.en").toPlainText().contains(QStringLiteral("ARM")));
    QVERIFY(store::verifyStore(m_session->path())->empty());
}

void TestInstrumentsDialog::removeSaysWhatGoes()
{
    open("NVDA");
    part<QPushButton>("remove").click();
    QTRY_VERIFY(m_dialog->findChild<QMessageBox *>());
    auto *box = m_dialog->findChild<QMessageBox *>();
    QVERIFY2(box->informativeText().contains(QStringLiteral("101")), qPrintable(box->informativeText()));
    QSignalSpy changed(m_session->get(), &pipeline::StoreSession::changed);
    for (QAbstractButton *choice : box->buttons()) {
        if (box->buttonRole(choice) == QMessageBox::DestructiveRole)
            choice->click();
    }
    QTRY_COMPARE(timesTold(changed), 1);
    QVERIFY(!stored("NVDA"));
    QTRY_COMPARE(part<QTableView>("instruments").model()->rowCount(), 27);
}

void TestInstrumentsDialog::readOnlyShowsEverything()
{
    const QString path = m_session->path();
    m_session->close();
    auto holder = store::StoreWriter::open(path); // another program works on it
    QVERIFY(holder.has_value());
    QVERIFY(m_session->open());
    QVERIFY(!m_session->get()->writer());
    open("NVDA");
    QVERIFY(!message().isEmpty());
    QVERIFY(part<QLineEdit>("symbol").isReadOnly());
    for (const char *button : {"add", "save", "merge", "remove"})
        QVERIFY(!part<QPushButton>(button).isEnabled());
    QTRY_VERIFY(part<QTableView>("series").model()->rowCount() > 0);
    m_dialog.reset();
    m_session->close();
}

void TestInstrumentsDialog::closesWithTheStore()
{
    open("NVDA");
    m_session->close();
    QVERIFY(!m_dialog->isVisible());
}

QTEST_MAIN(TestInstrumentsDialog)
#include "tst_instrumentsdialog.moc"
