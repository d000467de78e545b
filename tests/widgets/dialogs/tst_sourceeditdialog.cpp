// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceFormBench.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QMessageBox>
#include <QRadioButton>
#include <QSpinBox>

using namespace tickmark;
using namespace tickmark::dialogs;
using namespace Qt::Literals::StringLiterals;
using When = store::FetchSchedule::When;

namespace {

constexpr const char *kKey = "k3y-of-a-user";

} // namespace

//! Setting up a source in the form, over a real store.
class TestSourceEditDialog : public SourceFormBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { close(); }
    void aFeedIsAddedByKeyboard();
    void showsWhatItsProviderHasUseFor_data();
    void showsWhatItsProviderHasUseFor();
    void whatIsWrongStandsBelowItsField();
    void plainHttpIsAskedForOnlyWhereItIs();
    void instrumentsAreChosenAndSpelled();
    void editingKeepsWhatIsNotTouched();
    void chartsFollowWhatTheSetUpDecides_data();
    void chartsFollowWhatTheSetUpDecides();
    void theKeyGoesToTheKeychainAlone();
    void aKeyIsNeverShownAgain();
    void editsAreAskedAbout();
};

void TestSourceEditDialog::aFeedIsAddedByKeyboard()
{
    open();
    choose("feed");
    QVERIFY(address().isVisible());
    address().setFocus();
    QTest::keyClicks(&address(), u"https://www.wire.example/rss?topic=a"_s);
    QCOMPARE(part<QLineEdit>("name").text(), u"wire.example"_s); // proposed
    auto &language = part<QComboBox>("language");
    language.setCurrentIndex(language.findData(u"de"_s));
    QTest::keyClick(&address(), Qt::Key_Return);
    QTRY_VERIFY(m_bench->stored(u"wire.example"_s));
    const store::SourceSetup setup = *m_bench->stored(u"wire.example"_s);
    QCOMPARE(setup.provider, u"feed"_s);
    QCOMPARE(setup.address, u"https://www.wire.example/rss?topic=a"_s);
    QCOMPARE(setup.language, u"de"_s);
    QCOMPARE(setup.schedule, (store::FetchSchedule{When::Always, 30}));
    QVERIFY(!setup.uuid.isEmpty());
    QTRY_VERIFY(m_bench->statusOf(setup.sourceId)); // the scheduler has it, too
}

void TestSourceEditDialog::showsWhatItsProviderHasUseFor_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("bars") << u"yahoo"_s << QStringList{u"sourceInstruments"_s, u"bars.0"_s, u"reach"_s};
    QTest::newRow("bars with a key") << u"twelvedata"_s
                                     << QStringList{u"key"_s, u"sourceInstruments"_s, u"bars.0"_s, u"reach"_s};
    QTest::newRow("a feed") << u"feed"_s << QStringList{u"address"_s, u"language"_s};
    QTest::newRow("a table") << u"csv"_s
                             << QStringList{u"address"_s, u"fileInstrument"_s, u"chooseProfile"_s, u"splits"_s};
    QTest::newRow("trades") << u"kraken"_s << QStringList{u"sourceInstruments"_s, u"reach"_s};
}

void TestSourceEditDialog::showsWhatItsProviderHasUseFor()
{
    QFETCH(QString, provider);
    QFETCH(QStringList, shown);
    open();
    choose(qPrintable(provider));
    for (const char *name : {"key", "sourceInstruments", "bars.0", "reach", "address", "language", "fileInstrument",
                             "chooseProfile", "splits"}) {
        const QString object = QString::fromLatin1(name);
        const auto isShown = [&] {
            return std::ranges::any_of(m_dialog->findChildren<QWidget *>(object), &QWidget::isVisible);
        };
        QTRY_VERIFY2(isShown() == shown.contains(object), name);
    }
}

void TestSourceEditDialog::whatIsWrongStandsBelowItsField()
{
    open();
    choose("feed");
    QVERIFY(problem(SourceField::Address).isEmpty()); // nobody has typed anything yet
    part<QPushButton>("save").click();
    QVERIFY(!problem(SourceField::Address).isEmpty());
    QVERIFY(!problem(SourceField::Name).isEmpty());
    QVERIFY(m_dialog->isVisible());
    QVERIFY(part<QLineEdit>("name").hasFocus()); // the first of them
    address().setText(u"https://news.example/rss"_s);
    QVERIFY(problem(SourceField::Address).isEmpty());
    QVERIFY(problem(SourceField::Name).isEmpty());
    QVERIFY(!m_dialog->findChild<QMessageBox *>());
}

void TestSourceEditDialog::plainHttpIsAskedForOnlyWhereItIs()
{
    open();
    choose("feed");
    const auto shown = [this] {
        const auto boxes = m_dialog->findChildren<QCheckBox *>(u"plainHttp"_s);
        const auto box = std::ranges::find_if(boxes, &QWidget::isVisible);
        return box == boxes.end() ? nullptr : *box;
    };
    QVERIFY(!shown());
    address().setText(u"http://127.0.0.1:8080/rss"_s);
    QVERIFY(!shown());
    address().setText(u"http://news.example/rss"_s);
    QVERIFY(shown());
    QVERIFY(!problem(SourceField::Address).isEmpty());
    shown()->click();
    QVERIFY(problem(SourceField::Address).isEmpty());
    save();
    QVERIFY(m_bench->stored(u"news.example"_s)->plainHttpAllowed);
}

void TestSourceEditDialog::instrumentsAreChosenAndSpelled()
{
    open();
    choose("stooq");
    auto &table = part<QTableView>("sourceInstruments");
    QAbstractItemModel &rows = *table.model();
    const auto rowOf = [&](const QString &symbol) {
        for (int row = 0; row < rows.rowCount(); ++row) {
            if (rows.index(row, 0).data().toString() == symbol)
                return row;
        }
        return -1;
    };
    QCOMPARE(rows.index(rowOf(u"NVDA"_s), 2).data().toString(), u"nvda.us"_s);
    QCOMPARE(rows.index(rowOf(u"NVDA"_s), 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    part<QRadioButton>("chosenInstruments").click();
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (row != rowOf(u"NVDA"_s))
            rows.setData(rows.index(row, 0), Qt::Unchecked, Qt::CheckStateRole);
    }
    rows.setData(rows.index(rowOf(u"NVDA"_s), 2), u" nvd.de "_s, Qt::EditRole);
    rows.setData(rows.index(rowOf(u"AVGO"_s), 2), u"avgo.us"_s, Qt::EditRole); // what the rule says anyway
    save();
    const store::SourceSetup setup = *m_bench->stored(u"Stooq"_s);
    QCOMPARE(setup.symbols, QStringList{u"NVDA"_s});
    QCOMPARE(setup.spellings.value(u"NVDA"_s), u"nvd.de"_s);
    QCOMPARE(setup.spellings.size(), 1);
}

void TestSourceEditDialog::editingKeepsWhatIsNotTouched()
{
    store::SourceSetup setup;
    setup.name = u"Charts"_s;
    setup.provider = u"yahoo"_s;
    setup.symbols = QStringList{u"NVDA"_s, u"GONE"_s}; // one that this store does not have any more
    setup.intervals = {core::Series::kDaily, 15 * core::kNsPerMinute};
    setup.since = core::SessionDate::fromCivil(2019, 3, 1);
    setup.schedule = {When::SessionHours, 45};
    setup.priority = 9;
    setup.sourceId = m_bench->add(setup);
    setup.uuid = m_bench->stored(u"Charts"_s)->uuid;
    m_dialog = std::make_unique<SourceEditDialog>(*m_appearance, m_bench->tools(), setup);
    m_dialog->show();
    QTRY_COMPARE(part<QTableView>("sourceInstruments").model()->rowCount(), 5);
    QVERIFY(!part<QComboBox>("provider").isEnabled());
    QCOMPARE(part<QDateEdit>("since").date(), QDate(2019, 3, 1));
    part<QLineEdit>("name").setText(u"My charts"_s);
    save();
    setup.name = u"My charts"_s;
    setup.revision = m_bench->stored(u"My charts"_s)->revision; // the store's own count
    QCOMPARE(*m_bench->stored(u"My charts"_s), setup);
    QVERIFY(!m_bench->stored(u"Charts"_s));
}

void TestSourceEditDialog::chartsFollowWhatTheSetUpDecides_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("in which shares the prices count") << u"splits"_s << true;
    QTest::newRow("which source is seen first") << u"priority"_s << true;
    QTest::newRow("its name") << u"name"_s << true;
    QTest::newRow("when it is fetched") << u"paused"_s << false;
}

void TestSourceEditDialog::chartsFollowWhatTheSetUpDecides()
{
    QFETCH(QString, what);
    QFETCH(bool, isTold);
    store::SourceSetup setup;
    setup.name = u"Table"_s;
    setup.provider = u"csv"_s;
    setup.address = u"https://table.example/a.csv"_s;
    setup.schedule.when = When::Always;
    setup.sourceId = m_bench->add(setup);
    open(*m_bench->stored(u"Table"_s));
    QSignalSpy changed(m_bench->session().get(), &pipeline::StoreSession::changed);
    if (what == u"splits")
        part<QComboBox>("splits").setCurrentIndex(1);
    else if (what == u"priority")
        part<QSpinBox>("priority").setValue(3);
    else if (what == u"name")
        part<QLineEdit>("name").setText(u"Another"_s);
    else
        part<QCheckBox>("paused").setChecked(true);
    save();
    const bool told = std::ranges::any_of(changed, [](const QVariantList &one) {
        return one.front().value<pipeline::StoreChanges>().testFlag(pipeline::StoreChange::Quotes);
    });
    QCOMPARE(told, isTold);
}

void TestSourceEditDialog::theKeyGoesToTheKeychainAlone()
{
    open();
    choose("twelvedata");
    QTest::keyClicks(&part<QLineEdit>("key"), QLatin1String(kKey));
    QCOMPARE(part<QLineEdit>("key").echoMode(), QLineEdit::Password);
    save();
    const store::SourceSetup setup = *m_bench->stored(u"Twelve Data"_s);
    QTRY_COMPARE(m_bench->keyOf(setup.uuid), QByteArray(kKey));
    for (const QString &name : QDir(m_bench->session().folder()).entryList(QDir::Files)) {
        QFile file(m_bench->session().folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(kKey), qPrintable(name));
    }
}

void TestSourceEditDialog::aKeyIsNeverShownAgain()
{
    store::SourceSetup setup;
    setup.name = u"Twelve"_s;
    setup.provider = u"twelvedata"_s;
    setup.uuid = u"77aa"_s;
    setup.schedule.when = When::Manually;
    setup.sourceId = m_bench->add(setup);
    m_bench->keys().write(setup.uuid, kKey);
    open(setup);
    QTRY_VERIFY(part<QPushButton>("changeKey").isVisible());
    QVERIFY(!part<QLineEdit>("key").isVisible());
    QVERIFY(part<QLineEdit>("key").text().isEmpty());
    QVERIFY(part<QLabel>("keyPlace").text().contains(u"for this run"_s)); // there is no keychain
    part<QPushButton>("changeKey").click();
    QVERIFY(part<QLineEdit>("key").isVisible());
    save(); // nothing typed: it stays
    QCOMPARE(m_bench->keyOf(setup.uuid), QByteArray(kKey));
    open(setup);
    QTRY_VERIFY(part<QPushButton>("changeKey").isVisible());
    part<QPushButton>("changeKey").click();
    QTest::keyClicks(&part<QLineEdit>("key"), u"another"_s);
    save();
    QCOMPARE(m_bench->keyOf(setup.uuid), QByteArray("another"));
}

void TestSourceEditDialog::editsAreAskedAbout()
{
    open();
    part<QPushButton>("cancel").click();
    QVERIFY(!m_dialog->isVisible()); // nothing was entered
    open();
    part<QLineEdit>("name").setText(u"Mine"_s);
    part<QPushButton>("cancel").click();
    QVERIFY(m_dialog->isVisible());
    auto *box = m_dialog->findChild<QMessageBox *>();
    QVERIFY(box);
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QVERIFY(!m_dialog->isVisible());
}

QTEST_MAIN(TestSourceEditDialog)
#include "tst_sourceeditdialog.moc"
