// SPDX-License-Identifier: GPL-3.0-or-later
//
// Feeding a store from the network in a real window, from a server on this machine.
#include "FaultServer.h"
#include "WindowBench.h"
#include <dialogs/SourceEditDialog.h>
#include <dialogs/SourcesDialog.h>
#include <newsview/HeadlinePanel.h>
#include <pipeline/FetchScheduler.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTextEdit>
#include <QToolButton>

#include <window/MessageBar.h>
#include <window/SourceControl.h>

#include <atomic>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using test::FaultAnswer;
using test::FaultServer;
using test::SeenRequest;
using window::Command;

namespace {

constexpr const char *kKey = "k3y-0f-th3-us3r";

constexpr const char *kFeed = R"(<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><title>Nvidia verliert fast 17 Prozent am Stichtag</title><link>https://wire.example/1</link><guid>w-1</guid>
<pubDate>Mon, 27 Jan 2025 22:15:00 +0100</pubDate>
<description>Die Aktie von Nvidia verlor fast 17 Prozent.</description></item></channel></rss>)";

//! What anybody can read in any window: texts, names for screen readers, tooltips, and all cells of all lists.
QStringList readableTexts()
{
    QStringList texts;
    for (QWidget *widget : QApplication::allWidgets()) {
        texts << widget->windowTitle() << widget->toolTip() << widget->accessibleName()
              << widget->accessibleDescription() << widget->statusTip() << widget->whatsThis();
        if (const auto *label = qobject_cast<QLabel *>(widget))
            texts << label->text();
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            texts << button->text();
        if (const auto *line = qobject_cast<QLineEdit *>(widget))
            texts << line->text() << line->displayText() << line->placeholderText();
        if (const auto *plain = qobject_cast<QPlainTextEdit *>(widget))
            texts << plain->toPlainText();
        if (const auto *rich = qobject_cast<QTextEdit *>(widget))
            texts << rich->toPlainText();
        const auto *view = qobject_cast<QAbstractItemView *>(widget);
        const QAbstractItemModel *model = view ? view->model() : nullptr;
        for (int row = 0; model && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::EditRole, Qt::AccessibleTextRole})
                    texts << model->index(row, column).data(role).toString();
            }
        }
    }
    return texts;
}

} // namespace

class TestWindowSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        WindowBench::useOwnHome(m_home);
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // not the user's own keychain
    }
    void cleanup() { QDir(m_home.filePath(QStringLiteral("config"))).removeRecursively(); }

    void aFeedBringsItsHeadline();
    void noKeyCanBeReadAnywhere();
    void aFailureIsSaidOnceWithOneStep();

private:
    template <typename Widget>
    static Widget &part(const QWidget &window, const char *name)
    {
        return *window.findChild<Widget *>(QLatin1String(name));
    }
    //! The dialog with its form open on a new source of that provider.
    static dialogs::SourceEditDialog *newSource(WindowBench &bench, const QString &provider)
    {
        bench.trigger(Command::ShowSources);
        auto *dialog = bench.window().findChild<dialogs::SourcesDialog *>();
        if (!dialog)
            return nullptr;
        dialog->add();
        auto *form = dialog->findChild<dialogs::SourceEditDialog *>();
        auto &providers = part<QComboBox>(*form, "provider");
        providers.setCurrentIndex(providers.findData(provider));
        return form;
    }
    static void type(const QWidget &form, const QString &address)
    {
        for (QLineEdit *edit : form.findChildren<QLineEdit *>(u"address"_s)) {
            if (!edit->isVisible())
                continue;
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, address);
        }
    }
    static bool hasHeadline(const window::MainWindow &window, const QString &title)
    {
        return std::ranges::any_of(window.headlines().headlines(),
                                   [&](const tables::Headline &headline) { return headline.item.title == title; });
    }

    QTemporaryDir m_home;
};

void TestWindowSources::aFeedBringsItsHeadline()
{
    FaultServer server([](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole(kFeed), FaultAnswer::End::Keep, {}};
    });
    WindowBench bench;
    auto *form = newSource(bench, u"feed"_s);
    QVERIFY(form);
    type(*form, server.url(u"/rss"_s).toString());
    part<QPushButton>(*form, "test").click();
    QTRY_COMPARE(part<QLabel>(*form, "trialOutcome").text(), u"The source answers."_s);
    QVERIFY(!hasHeadline(bench.window(), u"Nvidia verliert fast 17 Prozent am Stichtag"_s));
    part<QPushButton>(*form, "save").click();
    auto *dialog = bench.window().findChild<dialogs::SourcesDialog *>();
    auto &rows = part<QTableView>(*dialog, "sources");
    QTRY_COMPARE(rows.model()->rowCount(), 1);
    part<QPushButton>(*dialog, "fetch").click();
    QTRY_VERIFY_WITH_TIMEOUT(hasHeadline(bench.window(), u"Nvidia verliert fast 17 Prozent am Stichtag"_s), 15'000);
    QTRY_VERIFY(!part<QToolButton>(bench.window(), "sourceGlance").isVisible()); // all is quiet again
}

void TestWindowSources::noKeyCanBeReadAnywhere()
{
    // as providers do: what was sent comes back in the complaint
    FaultServer server([](const SeenRequest &, int) {
        const QByteArray complaint = QByteArray(R"({"code":401,"message":"apikey )") + kKey
                                     + R"( is incorrect","status":"error"})";
        return FaultAnswer{FaultServer::whole(complaint), FaultAnswer::End::Keep, {}};
    });
    WindowBench bench;
    auto *form = newSource(bench, u"twelvedata"_s);
    QVERIFY(form);
    part<QToolButton>(*form, "advanced").click();
    type(*form, server.url({}).toString());
    QTest::keyClicks(&part<QLineEdit>(*form, "key"), QLatin1String(kKey));
    part<QPushButton>(*form, "test").click();
    QTRY_VERIFY_WITH_TIMEOUT(
        part<QPushButton>(*form, "test").isEnabled() && !part<QLabel>(*form, "trialRows").text().isEmpty(), 15'000);
    const SeenRequest asked = server.seen().constFirst();
    QVERIFY(asked.target.contains(kKey) || asked.head.contains(kKey)); // it was sent
    part<QPushButton>(*form, "save").click();
    auto *dialog = bench.window().findChild<dialogs::SourcesDialog *>();
    QTRY_COMPARE(part<QTableView>(*dialog, "sources").model()->rowCount(), 1);
    part<QPushButton>(*dialog, "fetch").click();
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>(*dialog, "sourceError").isVisible(), 15'000);
    QTRY_VERIFY(!bench.window().findChild<dialogs::SourceEditDialog *>());
    part<QPushButton>(*dialog, "edit").click(); // the form once more
    QTRY_VERIFY(part<QPushButton>(*dialog, "changeKey").isVisible());
    const QStringList texts = readableTexts();
    QVERIFY(texts.contains(part<QLabel>(*dialog, "sourceError").text())); // what is seen is looked at
    for (const QString &text : texts)
        QVERIFY2(!text.contains(QLatin1String(kKey)), qPrintable(text));
}

void TestWindowSources::aFailureIsSaidOnceWithOneStep()
{
    std::atomic_bool isThere = true;
    FaultServer server([&isThere](const SeenRequest &, int) {
        return FaultAnswer{isThere ? FaultServer::whole(kFeed) : FaultServer::whole("no", {}, "404 Not Found"),
                           FaultAnswer::End::Keep,
                           {}};
    });
    WindowBench bench;
    auto *form = newSource(bench, u"feed"_s);
    type(*form, server.url(u"/rss"_s).toString());
    part<QPushButton>(*form, "save").click();
    QPointer<dialogs::SourcesDialog> dialog = bench.window().findChild<dialogs::SourcesDialog *>();
    QTRY_COMPARE(part<QTableView>(*dialog, "sources").model()->rowCount(), 1);
    part<QPushButton>(*dialog, "fetch").click();
    QTRY_VERIFY_WITH_TIMEOUT(hasHeadline(bench.window(), u"Nvidia verliert fast 17 Prozent am Stichtag"_s), 15'000);
    isThere = false;
    // a wish during a run is that run, and the button follows a moment later
    QTRY_VERIFY(!bench.window().sources().scheduler()->isRunning() && part<QPushButton>(*dialog, "fetch").isEnabled());
    part<QPushButton>(*dialog, "fetch").click();
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(bench.window().messages().message().contains(u"127.0.0.1"_s), 15'000);
    // it stands in the language of the window, also when that changes
    const QString english = bench.window().messages().message();
    bench.trigger(Command::German);
    QVERIFY(bench.window().messages().message().contains(u"127.0.0.1"_s));
    QVERIFY2(bench.window().messages().message() != english, qPrintable(english));
    bench.trigger(Command::English);
    QCOMPARE(bench.window().messages().message(), english);
    auto &glance = part<QToolButton>(bench.window(), "sourceGlance");
    QTRY_VERIFY(glance.isVisible());
    QVERIFY(glance.text().startsWith(u"1 source"_s));
    QTRY_VERIFY(!dialog);
    QTest::mouseClick(&glance, Qt::LeftButton);
    QVERIFY(bench.window().findChild<dialogs::SourcesDialog *>());
}

QTEST_MAIN(TestWindowSources)
#include "tst_windowsources.moc"
