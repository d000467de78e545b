// SPDX-License-Identifier: GPL-3.0-or-later
//
// Windows that are small: nothing lies over another part or beyond the edge.
#include "WindowBench.h"
#include <charts/StackView.h>
#include <panels/QualityPanel.h>

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolBar>

#include <claimview/CompareView.h>
#include <window/MessageBar.h>

using namespace tickmark;
using window::Command;

namespace {

QString where(const QWidget &widget)
{
    const QWidget *window = widget.window();
    const QRect rect(widget.mapTo(window, QPoint()), widget.size());
    return QStringLiteral("%1 \"%2\" at %3,%4 %5x%6")
        .arg(QString::fromLatin1(widget.metaObject()->className()),
             widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName())
        .arg(rect.x())
        .arg(rect.y())
        .arg(rect.width())
        .arg(rect.height());
}

bool isScrolled(const QWidget &widget)
{
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(parent))
            return true;
    }
    return false;
}

//! Docks and middle that are smaller than they can be, that lie over one another or beyond the window.
QStringList displaced(const QMainWindow &window)
{
    QList<const QWidget *> parts{window.centralWidget()};
    for (const QDockWidget *dock : window.findChildren<QDockWidget *>()) {
        if (dock->isVisible() && !dock->isFloating())
            parts.append(dock);
    }
    QStringList wrong;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QWidget &part = *parts[i];
        const QSize least = part.minimumSizeHint();
        if (!window.rect().contains(part.geometry()) || part.width() < least.width() || part.height() < least.height())
            wrong.append(where(part) + QStringLiteral(" needs %1x%2").arg(least.width()).arg(least.height()));
        for (qsizetype j = 0; j < i; ++j) {
            if (part.geometry().intersects(parts[j]->geometry()))
                wrong.append(where(part) + QStringLiteral(" over ") + where(*parts[j]));
        }
    }
    return wrong;
}

//! What a user clicks that is cut off or covered. What scrolls or goes into a tool bar's menu can be reached there.
QStringList hidden(const QMainWindow &window)
{
    QStringList wrong;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isClicked = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
                               || qobject_cast<const QLineEdit *>(widget);
        if (!isClicked || !widget->isVisible() || widget->window() != &window || isScrolled(*widget)
            || qobject_cast<const QAbstractButton *>(widget->parentWidget()))
            continue;
        const QWidget *part = widget->parentWidget();
        if (!part->rect().contains(widget->geometry())
            || widget->visibleRegion().boundingRect().size() != widget->size())
            wrong.append(where(*widget));
    }
    return wrong;
}

} // namespace

class TestWindowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowBench::useOwnHome(m_home); }
    void cleanup() { QDir(m_home.filePath(QStringLiteral("config"))).removeRecursively(); }

    void everythingHasItsPlace_data();
    void everythingHasItsPlace();
    void theQualityPanelHasItsPlace();
    void aLongMessageLeavesTheChartsTheirRoom();

private:
    QTemporaryDir m_home;
};

void TestWindowLayout::everythingHasItsPlace_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isNew"); // with the lines that explain the panels
    for (const char *language : {"en", "de"}) {
        QTest::addRow("%s", language) << QString::fromLatin1(language) << false;
        QTest::addRow("%s, first start", language) << QString::fromLatin1(language) << true;
    }
}

void TestWindowLayout::everythingHasItsPlace()
{
    QFETCH(QString, language);
    QFETCH(bool, isNew);
    if (!isNew) {
        window::WindowSettings settings;
        for (const char *key : {"charts", "watchlist", "headlines", "excerpt", "claims"})
            settings.dismissHint(QString::fromLatin1(key));
    }
    WindowBench bench(language);
    window::MainWindow &window = bench.window();
    bench.trigger(Command::NextHeadline);
    bench.trigger(Command::ShowClaims);
    QTRY_VERIFY(window.claims().book()); // there is something to compare
    // 1067 x 667 is what a screen of 1600 x 1000 has at one and a half
    for (const QSize size : {QSize(1600, 1000), QSize(1067, 667), QSize(1000, 700), QSize(820, 600), QSize(640, 480)}) {
        for (const Command middle : {Command::ShowCharts, Command::CompareClaims}) {
            bench.trigger(middle);
            window.resize(size);
            QTRY_COMPARE(window.size(), size);
            const QString at = QStringLiteral("%1x%2, %3: ")
                                   .arg(size.width())
                                   .arg(size.height())
                                   .arg(middle == Command::ShowCharts ? QStringLiteral("charts")
                                                                      : QStringLiteral("comparison"));
            QTRY_VERIFY2(displaced(window).isEmpty(), qPrintable(at + displaced(window).join(QStringLiteral(" | "))));
            QTRY_VERIFY2(hidden(window).isEmpty(), qPrintable(at + hidden(window).join(QStringLiteral(" | "))));
            const QWidget &shown = middle == Command::ShowCharts ? static_cast<QWidget &>(bench.stack())
                                                                 : window.comparison();
            QTRY_VERIFY2(shown.width() >= 300 && shown.height() >= 80, qPrintable(at + where(shown)));
        }
    }
}

void TestWindowLayout::theQualityPanelHasItsPlace()
{
    WindowBench bench(QStringLiteral("de"));
    window::MainWindow &window = bench.window();
    for (const QSize size : {QSize(1600, 1000), QSize(1067, 667), QSize(1000, 700)}) {
        window.resize(size);
        QTRY_COMPARE(window.size(), size);
        bench.trigger(Command::ShowQuality);
        QTRY_VERIFY(window.quality().isSettled() && window.quality().model().rowCount() > 0);
        const QString at = QStringLiteral("%1x%2: ").arg(size.width()).arg(size.height());
        QTRY_VERIFY2(displaced(window).isEmpty(), qPrintable(at + displaced(window).join(QStringLiteral(" | "))));
        QTRY_VERIFY2(hidden(window).isEmpty(), qPrintable(at + hidden(window).join(QStringLiteral(" | "))));
        QCOMPARE(window.size(), size);
        window.findChild<QDockWidget *>(QStringLiteral("quality"))->close(); // and from the start at the next size
    }
}

void TestWindowLayout::aLongMessageLeavesTheChartsTheirRoom()
{
    WindowBench bench;
    window::MainWindow &window = bench.window();
    window.resize(1000, 700);
    bench.trigger(Command::ShowQuality);
    QTRY_VERIFY(window.quality().isSettled() && window.quality().model().rowCount() > 0);
    const QString sentence = QStringLiteral(
        "The server of https://quotes.provider.example/v8/finance/chart/NVDA cannot "
        "be reached from here, and neither can any other of its servers.");
    window.messages().showError({core::ErrorCode::Io, sentence, {}}, QStringLiteral("Show the sources"), [] {});
    QCOMPARE(window.messages().message(), sentence);
    const int line = window.messages().fontMetrics().lineSpacing();
    QTRY_VERIFY(window.messages().height() > line);
    QTRY_VERIFY2(window.messages().height() < 4 * line, qPrintable(where(window.messages())));
    QTRY_VERIFY2(displaced(window).isEmpty(), qPrintable(displaced(window).join(QStringLiteral(" | "))));
    // the whole of it can be read
    const auto *detail = window.messages().findChild<QPlainTextEdit *>();
    QCOMPARE(detail->toPlainText(), sentence);
    // where there is room nothing is cut
    window.resize(1600, 1000);
    window.findChild<QDockWidget *>(QStringLiteral("quality"))->close();
    QTRY_VERIFY(detail->toPlainText().isEmpty());
}

QTEST_MAIN(TestWindowLayout)
#include "tst_windowlayout.moc"
