// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceFormBench.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QToolButton>

using namespace tickmark;
using namespace tickmark::dialogs;
using namespace Qt::Literals::StringLiterals;

//! How the form of a source is laid out, reached and worded.
class TestSourceForm : public SourceFormBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { close(); }
    void mnemonicsReachTheirFields_data();
    void mnemonicsReachTheirFields();
    void whatTheProviderHasComesFirst();
    void theFilterIsNotAboutWhatIsMissing();
    void aListIsAsWideAsItsWords();
    void followsTheLanguage();
    void fitsASmallScreen();
    void everyRowHasItsHeight();
};

void TestSourceForm::mnemonicsReachTheirFields_data()
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

void TestSourceForm::mnemonicsReachTheirFields()
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

void TestSourceForm::whatTheProviderHasComesFirst()
{
    open();
    choose("ecb");
    const auto *rows = part<QTableView>("sourceInstruments").model();
    const auto lacks = [&](int row) { return rows->index(row, 2).data().toString() == u"does not have it"; };
    int has = 0;
    while (has < rows->rowCount() && !lacks(has))
        ++has;
    QVERIFY(has > 0 && has < rows->rowCount());
    for (int row = has; row < rows->rowCount(); ++row)
        QVERIFY(lacks(row));
}

void TestSourceForm::theFilterIsNotAboutWhatIsMissing()
{
    open();
    choose("ecb");
    auto *rows = part<QTableView>("sourceInstruments").model();
    QTest::keyClicks(&part<QLineEdit>("instrumentFilter"), u"does not"_s);
    QTRY_COMPARE(rows->rowCount(), 0);
    part<QLineEdit>("instrumentFilter").clear();
    QTRY_COMPARE(rows->rowCount(), 4);
}

void TestSourceForm::aListIsAsWideAsItsWords()
{
    open();
    for (const char *name : {"when", "every", "reach"}) {
        auto &box = part<QComboBox>(name);
        const int before = box.sizeHint().width();
        box.setItemText(0, u"words of another language are much longer"_s);
        QVERIFY2(box.sizeHint().width() > before, name);
    }
}

void TestSourceForm::followsTheLanguage()
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

void TestSourceForm::fitsASmallScreen()
{
    open();
    for (const char *provider : {"yahoo", "feed", "csv", "twelvedata"}) {
        choose(provider);
        QVERIFY(m_dialog->minimumSizeHint().width() <= 640);
        QVERIFY(m_dialog->minimumSizeHint().height() <= 600);
    }
}

//! Whatever comes and goes with a provider, nothing is squeezed.
void TestSourceForm::everyRowHasItsHeight()
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

QTEST_MAIN(TestSourceForm)
#include "tst_sourceform.moc"
