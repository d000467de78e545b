// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceBench.h"
#include <dialogs/SourceEditDialog.h>
#include <dialogs/SourcesDialog.h>
#include <tables/SourceModel.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>
#include <QStackedWidget>

using namespace tickmark;
using namespace tickmark::dialogs;
using namespace Qt::Literals::StringLiterals;
using tables::SourceModel;

namespace {

store::SourceSetup feed(const QString &name)
{
    store::SourceSetup setup;
    setup.name = name;
    setup.provider = u"feed"_s;
    setup.address = u"https://%1.example/rss"_s.arg(name);
    setup.schedule.when = store::FetchSchedule::When::Manually;
    return setup;
}

} // namespace

//! Watching sources work, and what can be done with them.
class TestSourcesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_dialog.reset(); }
    void anEmptyListSaysWhatToDo();
    void showsWhatRunsAndLetsItStop();
    void aFailureSaysWhatToDo();
    void whatWentWrongCanBeCopied();
    void columnsGrowWithTheFirstFetch();
    void adviceFitsTheSchedule_data();
    void adviceFitsTheSchedule();
    void whatFailedBeforeIsStillShown();
    void oneServerIsToldOfOnce();
    void fetchesAllAndPausesAll();
    void theSelectionStaysWithItsSource();
    void removingAsksAndForgetsTheKey();
    void twoFormsAreOne();
    void fitsASmallScreen();
    void worksByKeyboard();
    void returnInTheListSavesNoForm();
    void aStoreThatIsOnlyReadChangesNothing();

private:
    template <typename Widget>
    [[nodiscard]] Widget &part(const char *name) const
    {
        return *m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QAbstractItemModel &rows() const { return *part<QTableView>("sources").model(); }
    [[nodiscard]] QString state(int row) const { return rows().index(row, SourceModel::State).data().toString(); }
    [[nodiscard]] QString fact(const QString &head) const
    {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>(u"sourceFact"_s)) {
            if (label->accessibleName() == head)
                return label->text();
        }
        return {};
    }
    void open();
    void answer(QMessageBox::ButtonRole role);

    std::unique_ptr<SourceBench> m_bench;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<SourcesDialog> m_dialog;
};

void TestSourcesDialog::init()
{
    m_bench = std::make_unique<SourceBench>();
    m_appearance = std::make_unique<style::Appearance>(u"en"_s);
    QVERIFY(m_bench->open());
}

void TestSourcesDialog::open()
{
    m_dialog = std::make_unique<SourcesDialog>(*m_appearance, m_bench->tools());
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestSourcesDialog::answer(QMessageBox::ButtonRole role)
{
    auto *box = m_dialog->findChild<QMessageBox *>();
    QVERIFY(box);
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == role)
            button->click();
    }
}

void TestSourcesDialog::anEmptyListSaysWhatToDo()
{
    open();
    QVERIFY(part<QLabel>("empty").isVisible());
    QVERIFY(part<QLabel>("empty").text().startsWith(u"No sources yet. Add a source to"));
    QVERIFY(!part<QPushButton>("fetchAll").isEnabled());
    QTest::keyClick(&part<QPushButton>("addFirst"), Qt::Key_Space);
    auto *form = m_dialog->findChild<SourceEditDialog *>();
    QVERIFY(form && form->isVisible());
}

void TestSourcesDialog::showsWhatRunsAndLetsItStop()
{
    m_bench->script().holds = true;
    const qint64 id = m_bench->add(feed(u"wire"_s));
    open();
    QCOMPARE(state(0), u"not fetched yet"_s); // only when asked to: the pause of all is no matter to it
    QVERIFY(!part<QPushButton>("stop").isEnabled());
    part<QPushButton>("fetch").click();
    QTRY_COMPARE(state(0), u"fetching, 1 of 3"_s);
    QTRY_VERIFY(part<QPushButton>("stop").isEnabled());
    QCOMPARE(fact(u"Next run"_s), u"is being fetched now"_s);
    QVERIFY(!part<QPushButton>("fetch").isEnabled());
    part<QPushButton>("stop").click();
    QTRY_VERIFY(!m_bench->statusOf(id)->isRunning);
    QTRY_VERIFY(part<QPushButton>("fetch").isEnabled());
    QVERIFY(m_bench->script().fetched.empty());
}

void TestSourcesDialog::aFailureSaysWhatToDo()
{
    m_bench->script().fault = core::Error{core::ErrorCode::InvalidInput, u"Wire does not accept the key."_s, {}};
    m_bench->script().faultCode = u"bad_key"_s;
    m_bench->add(feed(u"wire"_s));
    open();
    QVERIFY(!part<QLabel>("sourceError").isVisible());
    part<QPushButton>("fetch").click();
    QTRY_COMPARE(state(0), u"failed"_s);
    QTRY_VERIFY(part<QLabel>("sourceError").isVisible());
    QCOMPARE(part<QLabel>("sourceError").text(), u"Wire does not accept the key."_s);
    QVERIFY(part<QLabel>("sourceAdvice").text().contains(u"enter the key again"_s));
    // the next run goes well: what was wrong is gone
    m_bench->script().fault.reset();
    m_bench->script().faultCode.clear();
    m_bench->script().holds = true;
    part<QPushButton>("fetch").click();
    QTRY_COMPARE(state(0), u"fetching, 1 of 3"_s);
    QVERIFY(part<QLabel>("sourceError").isVisible());
    QVERIFY(!part<QLabel>("sourceAdvice").isVisible()); // it is being tried right now
    m_bench->script().holds = false;
    QTRY_VERIFY(!part<QLabel>("sourceError").isVisible());
}

void TestSourcesDialog::whatWentWrongCanBeCopied()
{
    m_bench->script().fault = core::Error{core::ErrorCode::InvalidInput, u"Wire does not accept the key."_s, {}};
    m_bench->script().faultCode = u"bad_key"_s;
    m_bench->add(feed(u"wire"_s));
    open();
    part<QPushButton>("fetch").click();
    QTRY_VERIFY(part<QPushButton>("copyError").isVisible());
    part<QPushButton>("copyError").setFocus();
    QTest::keyClick(&part<QPushButton>("copyError"), Qt::Key_Space);
    const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(copied.front(), u"wire"_s);
    QVERIFY2(copied.contains(u"Wire does not accept the key."_s), qPrintable(copied.join(u'|')));
    QCOMPARE(copied.back(), u"https://wire.example/rss"_s);
}

//! Where nothing was fetched yet the columns are narrow: what a run has to say is not cut off.
void TestSourcesDialog::columnsGrowWithTheFirstFetch()
{
    m_bench->script().holds = true;
    m_bench->add(feed(u"wire"_s));
    open();
    const auto &table = part<QTableView>("sources");
    const auto cut = [&table](int column) {
        const QAbstractItemView &view = table;
        return table.columnWidth(column) < view.sizeHintForColumn(column);
    };
    part<QPushButton>("fetch").click();
    QTRY_COMPARE(state(0), u"fetching, 1 of 3"_s);
    QVERIFY(!cut(SourceModel::State));
    part<QPushButton>("stop").click();
    m_bench->script().holds = false;
    QTRY_VERIFY(part<QPushButton>("fetch").isEnabled());
    part<QPushButton>("fetch").click();
    QTRY_COMPARE(rows().index(0, SourceModel::LastRun).data().toString(), u"just now"_s);
    QVERIFY(!cut(SourceModel::LastRun));
    QVERIFY(!cut(SourceModel::State));
}

void TestSourcesDialog::adviceFitsTheSchedule_data()
{
    QTest::addColumn<store::FetchSchedule>("schedule");
    QTest::addColumn<bool>("isEnabled");
    QTest::addColumn<bool>("isPaused");
    QTest::addColumn<bool>("repeats");
    const store::FetchSchedule hourly{store::FetchSchedule::When::Always, 60};
    const store::FetchSchedule manually{store::FetchSchedule::When::Manually, 60};
    QTest::newRow("every hour") << hourly << true << false << true;
    QTest::newRow("only when asked to") << manually << true << false << false;
    QTest::newRow("switched off") << hourly << false << false << false;
    QTest::newRow("all are paused") << hourly << true << true << false;
}

void TestSourcesDialog::adviceFitsTheSchedule()
{
    QFETCH(store::FetchSchedule, schedule);
    QFETCH(bool, isEnabled);
    QFETCH(bool, isPaused);
    QFETCH(bool, repeats);
    m_bench->script().fault = core::Error{core::ErrorCode::Io, u"The server of Wire reports an error."_s, {}};
    m_bench->script().faultCode = u"server_failed"_s;
    store::SourceSetup setup = feed(u"wire"_s);
    setup.schedule = schedule;
    setup.isEnabled = isEnabled;
    const qint64 id = m_bench->add(setup);
    m_bench->scheduler().pauseAll(isPaused);
    open();
    m_bench->scheduler().fetchNow(id);
    QTRY_VERIFY(part<QLabel>("sourceAdvice").isVisible());
    const QString advice = part<QLabel>("sourceAdvice").text();
    QVERIFY2(advice.contains(u"tried again by itself"_s) == repeats, qPrintable(advice));
    QVERIFY2(advice.contains(u"try again in a while"_s) != repeats, qPrintable(advice));
}

//! The program was closed meanwhile.
void TestSourcesDialog::whatFailedBeforeIsStillShown()
{
    store::SourceSetup setup = feed(u"bars"_s);
    setup.provider = u"yahoo"_s;
    setup.symbols = QStringList{u"NVDA"_s, u"AVGO"_s};
    const qint64 id = m_bench->add(setup);
    const core::Time before{m_bench->tools().now().ns - 5 * core::kNsPerMinute};
    std::vector<store::FetchState> states(2);
    for (store::FetchState &state : states) {
        state.sourceId = id;
        state.lastRun = before;
    }
    states[0].item = u"NVDA"_s;
    states[0].lastSuccess = before;
    states[1].item = u"AVGO"_s;
    states[1].failures = 1;
    states[1].errorCode = u"no_data"_s;
    states[1].errorNames = QStringList{u"bars"_s};
    QVERIFY(m_bench->session()->writer()->saveFetchStates(states).result());
    m_bench->scheduler().reload();
    open();
    QTRY_COMPARE(part<QLabel>("sourceError").text(), u"bars has nothing for these days."_s);
    QCOMPARE(part<QLabel>("failedItems").text(), u"AVGO: bars has nothing for these days."_s);
    QVERIFY2(fact(u"Last answer"_s).startsWith(u"failed (5 minute"_s), qPrintable(fact(u"Last answer"_s)));
}

//! Only the addresses differ: the sentence stands there once, with all instruments.
void TestSourcesDialog::oneServerIsToldOfOnce()
{
    store::SourceSetup setup = feed(u"bars"_s);
    setup.provider = u"yahoo"_s;
    setup.symbols = QStringList{u"NVDA"_s, u"AVGO"_s, u"SAP.DE"_s};
    const qint64 id = m_bench->add(setup);
    std::vector<store::FetchState> states(3);
    for (std::size_t i = 0; i < states.size(); ++i) {
        states[i].sourceId = id;
        states[i].item = setup.symbols[qsizetype(i)];
        states[i].lastRun = m_bench->tools().now();
        states[i].failures = 1;
        states[i].errorCode = u"server_failed"_s;
        states[i].errorNames = QStringList{u"https://bars.example/"_s + states[i].item};
    }
    states[2].errorCode = u"no_data"_s;
    states[2].errorNames = QStringList{u"bars"_s};
    QVERIFY(m_bench->session()->writer()->saveFetchStates(states).result());
    m_bench->scheduler().reload();
    open();
    QTRY_VERIFY(part<QLabel>("failedItems").isVisible());
    const QStringList lines = part<QLabel>("failedItems").text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    const qsizetype both = lines.front().contains(u"SAP.DE") ? 1 : 0;
    QVERIFY2(lines[both].contains(u"NVDA") && lines[both].contains(u"AVGO"), qPrintable(lines[both]));
    QCOMPARE(lines[1 - both], u"SAP.DE: bars has nothing for these days."_s);
}

void TestSourcesDialog::fetchesAllAndPausesAll()
{
    m_bench->add(feed(u"a"_s));
    m_bench->add(feed(u"b"_s));
    store::SourceSetup off = feed(u"c"_s);
    off.isEnabled = false;
    m_bench->add(off);
    open();
    QVERIFY(part<QPushButton>("pauseAll").isChecked());
    part<QPushButton>("pauseAll").click();
    QVERIFY(!m_bench->scheduler().isPaused());
    part<QPushButton>("fetchAll").click();
    QTRY_COMPARE(m_bench->script().fetched.size(), 2u); // not the one that is switched off
    part<QPushButton>("pauseAll").click();
    QVERIFY(m_bench->scheduler().isPaused());
}

void TestSourcesDialog::theSelectionStaysWithItsSource()
{
    m_bench->add(feed(u"m"_s));
    const qint64 last = m_bench->add(feed(u"z"_s));
    open();
    m_dialog->select(last);
    QCOMPARE(part<QLabel>("sourceName").text(), u"z"_s);
    m_bench->add(feed(u"a"_s)); // sorts before it
    QTRY_COMPARE(rows().rowCount(), 3);
    QCOMPARE(part<QLabel>("sourceName").text(), u"z"_s);
    QCOMPARE(part<QTableView>("sources").selectionModel()->selectedRows().front().row(), 2);
}

void TestSourcesDialog::removingAsksAndForgetsTheKey()
{
    store::SourceSetup setup = feed(u"wire"_s);
    setup.uuid = u"5b0f"_s;
    m_bench->add(setup);
    m_bench->keys().write(u"5b0f"_s, "geheim");
    open();
    part<QPushButton>("remove").click();
    auto *box = m_dialog->findChild<QMessageBox *>();
    QVERIFY(box->informativeText().contains(u"that it has brought stay"_s));
    answer(QMessageBox::RejectRole);
    QVERIFY(m_bench->stored(u"wire"_s));
    QTRY_VERIFY(!m_dialog->findChild<QMessageBox *>());
    part<QPushButton>("remove").click();
    answer(QMessageBox::DestructiveRole);
    QTRY_VERIFY(part<QLabel>("empty").isVisible());
    QVERIFY(!m_bench->stored(u"wire"_s));
    QCOMPARE(m_bench->keyOf(u"5b0f"_s), QByteArray());
    QVERIFY(part<QLabel>("message").text().contains(u"“wire” was removed"_s));
}

void TestSourcesDialog::twoFormsAreOne()
{
    m_bench->add(feed(u"wire"_s));
    open();
    part<QPushButton>("edit").click();
    auto *form = m_dialog->findChild<SourceEditDialog *>();
    QVERIFY(form);
    form->findChild<QLineEdit *>(u"name"_s)->setText(u"begun"_s);
    part<QPushButton>("add").click();
    QCOMPARE(m_dialog->findChildren<SourceEditDialog *>().size(), 1);
    QCOMPARE(form->findChild<QLineEdit *>(u"name"_s)->text(), u"begun"_s);
    // what was begun is asked about before both go
    m_dialog->close();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(form->findChild<QMessageBox *>());
}

void TestSourcesDialog::fitsASmallScreen()
{
    m_bench->add(feed(u"wire"_s));
    for (const char *language : {"en", "de"}) {
        m_appearance->setLanguage(QLatin1String(language));
        open();
        QVERIFY(m_dialog->minimumSizeHint().width() <= 984);
        QVERIFY(m_dialog->minimumSizeHint().height() <= 650);
    }
}

void TestSourcesDialog::worksByKeyboard()
{
    m_bench->add(feed(u"a"_s));
    m_bench->add(feed(u"b"_s));
    open();
    auto &table = part<QTableView>("sources");
    QCOMPARE(m_dialog->focusWidget(), &table);
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(part<QLabel>("sourceName").text(), u"b"_s);
    QTest::keyClick(&table, Qt::Key_Return);
    QTRY_VERIFY(m_dialog->findChild<SourceEditDialog *>());
    // Tab leaves the table, and everything has a name to be read aloud
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        if (widget->window() != m_dialog.get() || !(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 widget->metaObject()->className());
    }
    m_dialog->findChild<SourceEditDialog *>()->close();
    QTest::keyClick(&table, Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestSourcesDialog::returnInTheListSavesNoForm()
{
    m_bench->add(feed(u"wire"_s));
    open();
    auto &table = part<QTableView>("sources");
    QTest::keyClick(&table, Qt::Key_Return);
    auto *form = m_dialog->findChild<SourceEditDialog *>();
    QVERIFY(form);
    auto *save = form->findChild<QPushButton *>(u"save"_s);
    QVERIFY(form->isVisible() && save->isEnabled()); // not while it is being saved
    form->findChild<QLineEdit *>(u"name"_s)->setText(u"begun"_s);
    QTest::keyClick(&table, Qt::Key_Enter); // once more, with the form beside it
    QVERIFY(form->isVisible() && save->isEnabled());
    QVERIFY(part<QLabel>("message").text().isEmpty());
}

void TestSourcesDialog::aStoreThatIsOnlyReadChangesNothing()
{
    m_bench->add(feed(u"wire"_s));
    QVERIFY(m_bench->openAgainForReading());
    open();
    QTRY_COMPARE(rows().rowCount(), 1);
    QVERIFY(part<QLabel>("summary").text().startsWith(m_bench->session()->whyReadOnly()->message));
    for (const char *button : {"add", "edit", "remove", "fetch", "fetchAll", "pauseAll", "stop"})
        QVERIFY2(!part<QPushButton>(button).isEnabled(), button);
    QTest::keyClick(&part<QTableView>("sources"), Qt::Key_Return);
    QVERIFY(!m_dialog->findChild<SourceEditDialog *>());
    QCOMPARE(part<QLabel>("sourceName").text(), u"wire"_s); // and everything can be seen
}

QTEST_MAIN(TestSourcesDialog)
#include "tst_sourcesdialog.moc"
