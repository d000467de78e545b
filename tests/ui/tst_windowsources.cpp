// SPDX-License-Identifier: GPL-3.0-or-later
//
// Feeding a store from the network in a real window, from a server on this machine.
#include "WindowBench.h"
#include <dialogs/SourceEditDialog.h>
#include <dialogs/SourcesDialog.h>
#include <newsview/HeadlinePanel.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTextEdit>

#include <window/MessageBar.h>

#include <map>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using window::Command;

namespace {

constexpr const char *kKey = "k3y-0f-th3-us3r";

constexpr const char *kFeed = R"(<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><title>Nvidia verliert fast 17 Prozent am Stichtag</title><link>https://wire.example/1</link><guid>w-1</guid>
<pubDate>Mon, 27 Jan 2025 22:15:00 +0100</pubDate>
<description>Die Aktie von Nvidia verlor fast 17 Prozent.</description></item></channel></rss>)";

//! Answers by path; lives on the test's thread, as the client has its own.
class Server
{
public:
    Server()
    {
        m_tcp.listen(QHostAddress::LocalHost);
        QObject::connect(&m_tcp, &QTcpServer::newConnection, &m_tcp, [this] {
            QTcpSocket *socket = m_tcp.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(*socket); });
        });
    }

    [[nodiscard]] QString address(const QString &path) const
    {
        return u"http://127.0.0.1:%1%2"_s.arg(m_tcp.serverPort()).arg(path);
    }
    std::map<QByteArray, std::pair<QByteArray, QByteArray>> answers; //!< path without query -> status line, body
    QByteArray asked;                                                //!< everything that came in

private:
    void answer(QTcpSocket &socket)
    {
        const QByteArray request = socket.peek(64 * 1024);
        if (!request.contains("\r\n\r\n"))
            return;
        asked += socket.readAll();
        const QByteArray path = request.split(' ').value(1).split('?').value(0);
        const auto found = answers.find(path);
        const auto &[status, body] = found == answers.end() ? std::pair<QByteArray, QByteArray>("404 Not Found", "no")
                                                            : found->second;
        socket.write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size())
                     + "\r\nConnection: close\r\n\r\n" + body);
        socket.disconnectFromHost();
    }

    QTcpServer m_tcp;
};

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
    Server server;
    server.answers["/rss"] = {"200 OK", kFeed};
    WindowBench bench;
    auto *form = newSource(bench, u"feed"_s);
    QVERIFY(form);
    type(*form, server.address(u"/rss"_s));
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
    Server server;
    // as providers do: what was sent comes back in the complaint
    server.answers["/time_series"] = {"200 OK", QByteArray(R"({"code":401,"message":"apikey )") + kKey
                                                              + R"( is incorrect","status":"error"})"};
    WindowBench bench;
    auto *form = newSource(bench, u"twelvedata"_s);
    QVERIFY(form);
    part<QToolButton>(*form, "advanced").click();
    type(*form, server.address({}));
    QTest::keyClicks(&part<QLineEdit>(*form, "key"), QLatin1String(kKey));
    part<QPushButton>(*form, "test").click();
    QTRY_VERIFY_WITH_TIMEOUT(
        part<QPushButton>(*form, "test").isEnabled() && !part<QLabel>(*form, "trialRows").text().isEmpty(), 15'000);
    QVERIFY(server.asked.contains(kKey)); // it was sent
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
    Server server;
    server.answers["/rss"] = {"200 OK", kFeed};
    WindowBench bench;
    auto *form = newSource(bench, u"feed"_s);
    type(*form, server.address(u"/rss"_s));
    part<QPushButton>(*form, "save").click();
    QPointer<dialogs::SourcesDialog> dialog = bench.window().findChild<dialogs::SourcesDialog *>();
    QTRY_COMPARE(part<QTableView>(*dialog, "sources").model()->rowCount(), 1);
    part<QPushButton>(*dialog, "fetch").click();
    QTRY_VERIFY_WITH_TIMEOUT(hasHeadline(bench.window(), u"Nvidia verliert fast 17 Prozent am Stichtag"_s), 15'000);
    server.answers.clear();
    QTRY_VERIFY(part<QPushButton>(*dialog, "fetch").isEnabled());
    part<QPushButton>(*dialog, "fetch").click();
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(bench.window().messages().message().contains(u"127.0.0.1"_s), 15'000);
    auto &glance = part<QToolButton>(bench.window(), "sourceGlance");
    QTRY_VERIFY(glance.isVisible());
    QVERIFY(glance.text().startsWith(u"1 source"_s));
    QTRY_VERIFY(!dialog);
    QTest::mouseClick(&glance, Qt::LeftButton);
    QVERIFY(bench.window().findChild<dialogs::SourcesDialog *>());
}

QTEST_MAIN(TestWindowSources)
#include "tst_windowsources.moc"
