// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceBench.h"
#include <dialogs/SourceDraft.h>
#include <dialogs/SourceEditDialog.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QMessageBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

using namespace tickmark;
using namespace tickmark::dialogs;
using namespace Qt::Literals::StringLiterals;
using When = store::FetchSchedule::When;

namespace {

constexpr const char *kKey = "k3y-of-a-user";

} // namespace

//! Setting up a source in the form, over a real store.
class TestSourceEditDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_dialog.reset(); }
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
    void testAsksAsTheFormStands();
    void testSaysWhatWentWrong();
    void testCanBeStopped();
    void editsAreAskedAbout();
    void mnemonicsReachTheirFields_data();
    void mnemonicsReachTheirFields();
    void aListIsAsWideAsItsWords();
    void followsTheLanguage();
    void fitsASmallScreen();
    void everyRowHasItsHeight();

private:
    template <typename Widget>
    [[nodiscard]] Widget &part(const char *name) const
    {
        return *m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    //! The address field of the form, or of the mirror.
    [[nodiscard]] QLineEdit &address() const
    {
        for (QLineEdit *edit : m_dialog->findChildren<QLineEdit *>(u"address"_s)) {
            if (edit->isVisible())
                return *edit;
        }
        return *m_dialog->findChild<QLineEdit *>(u"address"_s);
    }
    [[nodiscard]] QString problem(SourceField field) const
    {
        const auto &label = part<QLabel>(qPrintable(u"problem.%1"_s.arg(int(field))));
        return label.isVisible() ? label.text() : QString();
    }
    void open(const std::optional<store::SourceSetup> &setup = {});
    void choose(const char *provider);
    void save();

    std::unique_ptr<SourceBench> m_bench;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<SourceEditDialog> m_dialog;
};

void TestSourceEditDialog::init()
{
    m_bench = std::make_unique<SourceBench>();
    m_appearance = std::make_unique<style::Appearance>(u"en"_s);
    QVERIFY(m_bench->open());
}

void TestSourceEditDialog::open(const std::optional<store::SourceSetup> &setup)
{
    m_dialog = std::make_unique<SourceEditDialog>(*m_appearance, m_bench->tools(), setup);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    QTRY_COMPARE(part<QTableView>("sourceInstruments").model()->rowCount(), 4);
}

void TestSourceEditDialog::choose(const char *provider)
{
    auto &box = part<QComboBox>("provider");
    box.setCurrentIndex(box.findData(QString::fromLatin1(provider)));
}

void TestSourceEditDialog::save()
{
    QSignalSpy saved(m_dialog.get(), &SourceEditDialog::saved);
    part<QPushButton>("save").click();
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(!m_dialog->isVisible());
}

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

void TestSourceEditDialog::testAsksAsTheFormStands()
{
    pipeline::SourceTrial trial;
    trial.address = u"https://api.twelvedata.com/time_series"_s;
    trial.status = 200;
    trial.rows = 1252;
    trial.first = u"2024-01-24 61.40"_s;
    trial.last = u"2025-01-24 142.62"_s;
    trial.excerpt = u"{\"values\":[<b>bold</b>"_s;
    m_bench->script().trial = trial;
    open();
    choose("twelvedata");
    QTest::keyClicks(&part<QLineEdit>("key"), QLatin1String(kKey));
    part<QPushButton>("test").click();
    QTRY_COMPARE(part<QLabel>("trialOutcome").text(), u"The source answers."_s);
    QCOMPARE(m_bench->script().tried->provider, u"twelvedata"_s);
    QCOMPARE(m_bench->script().triedKey, QByteArray(kKey));
    QVERIFY(part<QLabel>("trialRows").text().contains(u"1,252"_s));
    QVERIFY(part<QLabel>("trialRows").text().contains(u"2025-01-24 142.62"_s));
    QCOMPARE(part<QPlainTextEdit>("trialExcerpt").toPlainText(), trial.excerpt);
    QVERIFY(!m_bench->stored(u"Twelve Data"_s)); // a test stores nothing
    // another form, another answer
    part<QSpinBox>("priority").setValue(5);
    QVERIFY(!part<QLabel>("trialOutcome").isVisible());
}

void TestSourceEditDialog::testSaysWhatWentWrong()
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

void TestSourceEditDialog::testCanBeStopped()
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

void TestSourceEditDialog::mnemonicsReachTheirFields_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("field");
    QTest::newRow("name") << u"yahoo"_s << int(Qt::Key_N) << u"name"_s;
    QTest::newRow("address") << u"feed"_s << int(Qt::Key_D) << u"address"_s;
    QTest::newRow("key") << u"twelvedata"_s << int(Qt::Key_K) << u"key"_s;
    QTest::newRow("bars") << u"yahoo"_s << int(Qt::Key_B) << u"bars.0"_s;
    QTest::newRow("how far back") << u"yahoo"_s << int(Qt::Key_F) << u"reach"_s;
    QTest::newRow("when") << u"feed"_s << int(Qt::Key_W) << u"when"_s;
    QTest::newRow("instruments") << u"yahoo"_s << int(Qt::Key_I) << u"instrumentFilter"_s;
    QTest::newRow("prices") << u"csv"_s << int(Qt::Key_P) << u"splits"_s;
}

void TestSourceEditDialog::mnemonicsReachTheirFields()
{
    QFETCH(QString, provider);
    QFETCH(int, key);
    QFETCH(QString, field);
    open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    choose(qPrintable(provider));
    part<QPushButton>("cancel").setFocus();
    QTest::keyClick(m_dialog.get(), Qt::Key(key), Qt::AltModifier);
    const QWidget *focus = m_dialog->focusWidget();
    QCOMPARE(focus ? focus->objectName() : QString(), field);
}

void TestSourceEditDialog::aListIsAsWideAsItsWords()
{
    open();
    for (const char *name : {"when", "every", "reach"}) {
        auto &box = part<QComboBox>(name);
        const int before = box.sizeHint().width();
        box.setItemText(0, u"words of another language are much longer"_s);
        QVERIFY2(box.sizeHint().width() > before, name);
    }
}

void TestSourceEditDialog::followsTheLanguage()
{
    open();
    choose("yahoo");
    auto &reach = part<QComboBox>("reach");
    reach.setCurrentIndex(1);
    part<QDateEdit>("since").setDate(QDate(2020, 3, 9));
    QCOMPARE(part<QDateEdit>("since").text(), u"9 Mar 2020"_s);
    m_appearance->setLanguage(u"de"_s);
    QCOMPARE(part<QDateEdit>("since").text(), u"09.03.2020"_s);
    QCOMPARE(part<QComboBox>("provider").currentData().toString(), u"yahoo"_s); // and nothing that was said is lost
    QCOMPARE(part<QLineEdit>("name").text(), u"Yahoo"_s);
}

void TestSourceEditDialog::fitsASmallScreen()
{
    open();
    for (const char *provider : {"yahoo", "feed", "csv", "twelvedata"}) {
        choose(provider);
        QVERIFY(m_dialog->minimumSizeHint().width() <= 640);
        QVERIFY(m_dialog->minimumSizeHint().height() <= 600);
    }
}

//! Whatever comes and goes with a provider, nothing is squeezed.
void TestSourceEditDialog::everyRowHasItsHeight()
{
    open();
    part<QToolButton>("advanced").click();
    for (const char *provider : {"yahoo", "feed", "kraken", "csv", "twelvedata", "feed", "gdelt", "yahoo"}) {
        choose(provider);
        part<QToolButton>("advanced").setChecked(true);
        address().setText(u"http://news.example/rss"_s); // asks for a permission, and complains
        const auto squeezed = [this]() -> QString {
            for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
                const bool isField = qobject_cast<const QComboBox *>(widget) || qobject_cast<const QLineEdit *>(widget)
                                     || qobject_cast<const QLabel *>(widget) || qobject_cast<const QCheckBox *>(widget);
                if (isField && widget->isVisible() && widget->height() < widget->fontMetrics().height())
                    return QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
            }
            return {};
        };
        QTRY_COMPARE(squeezed(), QString());
        QVERIFY(part<QComboBox>("when").isVisible());
        QVERIFY(part<QComboBox>("when").height() >= part<QComboBox>("when").fontMetrics().height());
    }
}

QTEST_MAIN(TestSourceEditDialog)
#include "tst_sourceeditdialog.moc"
