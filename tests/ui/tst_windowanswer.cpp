// SPDX-License-Identifier: GPL-3.0-or-later
//
// Under time pressure: which of the numbers in the press hold? From a first start to a German PDF of two pages, by mouse.
#include "WindowBench.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <claimview/CompareView.h>
#include <reportview/ReportDialog.h>

using namespace tickmark;
using window::Command;

class TestWindowAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void givesAFinishedReportWithinTwentyClicks();

private:
    void click(QWidget *widget, QPoint at = {})
    {
        ++m_clicks;
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
    }
    //! On its button in the tool bar. All of these: false when there is nothing to click at.
    [[nodiscard]] bool clickAction(const QAction *action);
    [[nodiscard]] bool chooseFromExports(QAction *entry);
    [[nodiscard]] bool chooseFromBox(QComboBox *box, const QString &text);
    [[nodiscard]] static QString outputOf(const QString &program, const QStringList &arguments);

    QTemporaryDir m_home;
    std::unique_ptr<WindowBench> m_bench;
    int m_clicks = 0;
};

void TestWindowAnswer::initTestCase()
{
    WindowBench::useOwnHome(m_home);
    QApplication::setDoubleClickInterval(0); // a box takes no click that comes so soon after the one that opened it
}

bool TestWindowAnswer::clickAction(const QAction *action)
{
    const QString purpose = QString(action->text()).remove(u'&');
    for (QToolButton *button : m_bench->window().findChildren<QToolButton *>()) {
        if (button->isVisible() && button->toolTip() == purpose) {
            click(button);
            return true;
        }
    }
    return false;
}

bool TestWindowAnswer::chooseFromExports(QAction *entry)
{
    for (QToolButton *button : m_bench->window().findChildren<QToolButton *>()) {
        QMenu *menu = button->menu();
        if (!menu || !menu->actions().contains(entry))
            continue;
        // The menu runs a loop of its own until something is chosen.
        QTimer::singleShot(0, menu, [this, menu, entry] { click(menu, menu->actionGeometry(entry).center()); });
        click(button);
        return true;
    }
    return false;
}

bool TestWindowAnswer::chooseFromBox(QComboBox *box, const QString &text)
{
    const int index = box->findText(text);
    if (index < 0)
        return false;
    click(box);
    if (!QTest::qWaitFor([box] { return box->view()->isVisible(); }, 30'000))
        return false;
    QCoreApplication::processEvents();
    click(box->view()->viewport(), box->view()->visualRect(box->model()->index(index, 0)).center());
    return QTest::qWaitFor([box, index] { return box->currentIndex() == index; }, 30'000);
}

QString TestWindowAnswer::outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

void TestWindowAnswer::givesAFinishedReportWithinTwentyClicks()
{
    QElapsedTimer time;
    time.start();
    m_bench = std::make_unique<WindowBench>(QStringLiteral("de"));
    window::MainWindow &window = m_bench->window();
    window.resize(1600, 1000);

    // The answer in one look: what the texts state of the session, against its close.
    QVERIFY(clickAction(window.actions()[Command::CompareClaims]));
    QTRY_VERIFY_WITH_TIMEOUT(window.comparison().session().has_value(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::any_of(window.comparison().findChildren<QLabel *>(),
                            [](const QLabel *label) { return label->text().contains(u"3 von 6 Aussagen"); }),
        60'000);

    QVERIFY(chooseFromExports(window.actions()[Command::MakeReport]));
    auto *dialog = window.findChild<reportview::ReportDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(chooseFromBox(dialog->findChild<QComboBox *>(QStringLiteral("template")), QStringLiteral("Faktencheck")));
    const QString path = m_home.filePath(QStringLiteral("Antwort.pdf"));
    auto *file = dialog->findChild<QLineEdit *>(QStringLiteral("file"));
    file->selectAll();
    QTest::keyClicks(file, path);
    auto *make = dialog->findChild<QPushButton *>(QStringLiteral("make"));
    QTRY_VERIFY_WITH_TIMEOUT(make->isEnabled(), 60'000);
    click(make);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton *>(QStringLiteral("folder"))->isVisible(), 120'000);

    QVERIFY2(m_clicks <= 20, qPrintable(QString::number(m_clicks)));
    qInfo("%d clicks, %.1f s", m_clicks, double(time.elapsed()) / 1000);
    const QString facts = outputOf(QStringLiteral("pdfinfo"), {path});
    QVERIFY2(facts.contains(QRegularExpression(QStringLiteral("Pages:\\s+2\\n"))), qPrintable(facts));
    const QString words = outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    for (const QString &expected :
         {QStringLiteral("Zahlen in den Nachrichten, geprüft"), QStringLiteral("weicht um 142,7 Mrd. $ ab"),
          QStringLiteral("nur im Handelsverlauf"), QStringLiteral("Quellen")})
        QVERIFY2(words.contains(expected), qPrintable(words));
    m_bench.reset();
}

QTEST_MAIN(TestWindowAnswer)
#include "tst_windowanswer.moc"
