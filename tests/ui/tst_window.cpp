// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the window together, as a user works with them: mouse, keyboard, real store.
#include "WindowBench.h"
#include <charts/StackView.h>
#include <core/Formats.h>
#include <newsview/ExcerptView.h>
#include <newsview/HeadlinePanel.h>

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QXmlStreamReader>

#include <desk/ChartDesk.h>
#include <exportdialog/ExportDialog.h>
#include <window/MessageBar.h>
#include <window/SearchField.h>

using namespace tickmark;
using charts::StackView;
using core::SessionDate;
using window::Command;

namespace {

SessionDate day(int month, int dayOfMonth)
{
    return *SessionDate::fromCivil(2025, month, dayOfMonth);
}

core::Time noon(SessionDate date)
{
    return core::Time{date.utcMidnight().ns + 17 * core::kNsPerHour};
}

QPoint inFirstPlot(const StackView &view, double part)
{
    const QRect head = view.headAreas().front();
    return QPoint(60 + int((view.width() - 60 - 140) * part), head.bottom() + 120);
}

//! English texts and their German ones.
QHash<QString, QString> germanTexts()
{
    QFile file(QStringLiteral(TICKMARK_GERMAN));
    QHash<QString, QString> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            texts.insert(QString(source).remove(u'&'),
                         xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified().remove(u'&'));
    }
    return texts;
}

QStringList visibleTexts(const QWidget &window)
{
    QStringList texts;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window))
            continue;
        texts.append({widget->accessibleName(), widget->toolTip()});
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts.append(label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts.append(button->text());
        if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            texts.append(field->placeholderText());
    }
    for (const QAction *action : window.findChildren<QAction *>()) {
        if (!action->actionGroup() || action->text() != QLatin1String("&English")) // languages name themselves
            texts.append(action->text());
    }
    for (const QDockWidget *dock : window.findChildren<QDockWidget *>())
        texts.append(dock->windowTitle());
    for (QString &text : texts)
        text.remove(u'&');
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowBench::useOwnHome(m_home); }
    void cleanup() { QDir(m_home.filePath(QStringLiteral("config"))).removeRecursively(); }

    void markerSelectsItsHeadlines();
    void headlineMovesTheView();
    void crosshairSaysWhatTheStoreSays();
    void baseIsDraggedAndPercentCountFromIt();
    void measuredRangeIsRightToTheCent();
    void searchFindsInstrumentAndHeadline();
    void everyTextIsRetranslated();
    void smallAndLargeWindows();
    void windowIsNeverBlocked();
    void everythingFocusableHasAName();
    void keyboardAloneFromStartToExportedChart();

private:
    QTemporaryDir m_home;
};

void TestWindow::markerSelectsItsHeadlines()
{
    WindowBench bench;
    StackView &view = bench.stack();
    QSignalSpy activated(&bench.window().desk(), &desk::ChartDesk::headlinesActivated);
    const int lane = view.headAreas().front().bottom() + 14;
    for (int x = 60; x < view.width() - 100 && activated.isEmpty(); x += 4)
        QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(x, lane));
    QVERIFY2(!activated.isEmpty(), "no marker in the lane above the first chart");
    const auto ids = activated.constFirst().constFirst().value<std::vector<qint64>>();
    QTRY_VERIFY(bench.window().headlines().selected());
    const auto selected = bench.window().headlines().selected();
    QVERIFY(std::ranges::find(ids, selected->item.id) != ids.end());
    QVERIFY(bench.window().excerpt().headline());
    QCOMPARE(bench.window().excerpt().headline()->item.id, selected->item.id);
}

void TestWindow::headlineMovesTheView()
{
    WindowBench bench;
    StackView &view = bench.stack();
    const auto &headlines = bench.window().headlines().headlines();
    const core::NewsItem newest = headlines.front().item;
    view.setSessions(day(1, 13), day(1, 17));
    QVERIFY(!view.viewRange().contains(newest.published));
    bench.window().headlines().select(newest.id);
    QTRY_VERIFY(view.viewRange().contains(newest.published));
}

void TestWindow::crosshairSaysWhatTheStoreSays()
{
    WindowBench bench;
    StackView &view = bench.stack();
    const core::Formats formats(QStringLiteral("en"));
    int compared = 0;
    for (const double part : {0.3, 0.5, 0.6, 0.8}) {
        QTest::mouseMove(&view, inFirstPlot(view, part));
        QTRY_VERIFY(view.crosshair());
        const SessionDate date = SessionDate::utcDateOf(*view.crosshair());
        const auto readings = view.readings();
        for (const charts::CurveReading &curve : readings.at(1).curves) {
            const auto close = bench.close(curve.symbol, date);
            const auto base = bench.close(curve.symbol, day(1, 24));
            QVERIFY(base);
            if (!close)
                continue;
            QCOMPARE(curve.text, formats.signedNumber((*close / *base - 1) * 100, 2));
            ++compared;
        }
        QTest::mouseMove(&view, inFirstPlot(view, part) + QPoint(1, 0));
    }
    QVERIFY(compared >= 6);
}

void TestWindow::baseIsDraggedAndPercentCountFromIt()
{
    WindowBench bench;
    StackView &view = bench.stack();
    QCOMPARE(bench.window().desk().base(), std::optional(day(1, 24)));
    // Sent straight to the view: a pointer that is moved on the screen arrives when the screen gets round to it.
    const auto hover = [&view](QPoint place) {
        QMouseEvent event(QEvent::MouseMove, place, view.mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
    };
    // Where the base's line is: the crosshair of its session stands there.
    int x = 0;
    for (int probe = 60; probe < view.width() - 120 && x == 0; probe += 2) {
        hover(QPoint(probe, inFirstPlot(view, 0.5).y()));
        if (view.crosshair() && SessionDate::utcDateOf(*view.crosshair()) == day(1, 24))
            x = probe + 12;
    }
    QVERIFY(x > 0);
    QSignalSpy dragged(&view, &StackView::baseDragged);
    // Below the axis stands its handle; the pointer says where it can be grabbed.
    std::optional<QPoint> handle;
    for (int y = view.height() - 1; y > view.height() - 42 && !handle; --y) {
        hover(QPoint(x, y));
        if (view.cursor().shape() == Qt::SizeHorCursor)
            handle = QPoint(x, y);
    }
    QVERIFY2(handle, "no handle below the axis");
    QTest::mousePress(&view, Qt::LeftButton, {}, *handle);
    QTest::mouseMove(&view, *handle + QPoint(60, 0));
    QTest::mouseMove(&view, *handle + QPoint(130, 0));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, *handle + QPoint(130, 0));
    QVERIFY2(!dragged.isEmpty(), "the base's handle could not be grabbed");
    const SessionDate base = dragged.constLast().constFirst().value<SessionDate>();
    QVERIFY(base > day(1, 24));
    QTRY_COMPARE(bench.window().desk().base(), std::optional(base));
    view.setCrosshair(noon(base));
    QTRY_COMPARE(view.readings().at(1).curves.front().text, QStringLiteral("0.00"));
}

void TestWindow::measuredRangeIsRightToTheCent()
{
    WindowBench bench;
    StackView &view = bench.stack();
    const QPoint from = inFirstPlot(view, 0.3);
    const QPoint to = inFirstPlot(view, 0.7);
    QTest::mousePress(&view, Qt::LeftButton, Qt::ShiftModifier, from);
    QTest::mouseMove(&view, (from + to) / 2);
    QTest::mouseMove(&view, to);
    QTest::mouseRelease(&view, Qt::LeftButton, Qt::ShiftModifier, to);
    QTRY_VERIFY(view.measured());
    const SessionDate first = SessionDate::utcDateOf(view.measured()->begin);
    const SessionDate last = SessionDate::utcDateOf(view.measured()->end);
    QVERIFY(first < last);
    const charts::CurveReading curve = view.readings().at(1).curves.front();
    const auto start = bench.close(curve.symbol, first);
    const auto end = bench.close(curve.symbol, last);
    QVERIFY(start && end);
    QCOMPARE(curve.text, core::Formats(QStringLiteral("en")).signedNumber((*end / *start - 1) * 100, 2));
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!view.measured());
}

void TestWindow::searchFindsInstrumentAndHeadline()
{
    WindowBench bench;
    window::SearchField &search = bench.window().search();
    QSignalSpy instrument(&search, &window::SearchField::instrumentChosen);
    QSignalSpy headline(&search, &window::SearchField::headlineChosen);
    bench.trigger(Command::Search);
    QTest::keyClicks(&search, QStringLiteral("vistra"));
    QTest::qWait(0);
    QTRY_VERIFY_WITH_TIMEOUT((QTest::keyClick(&search, Qt::Key_Return), !instrument.isEmpty()), 5000);
    QCOMPARE(instrument.constFirst().constFirst().toString(), QStringLiteral("VST"));
    const auto activeSymbols = [&] {
        const desk::DeskState state = bench.window().desk().state();
        return state.panes.at(std::size_t(state.activePane)).symbols;
    };
    QTRY_COMPARE(activeSymbols(), QStringList{QStringLiteral("VST")});
    bench.trigger(Command::Search);
    QTest::keyClicks(&search, QStringLiteral("Hoehenflug"));
    QTRY_VERIFY_WITH_TIMEOUT((QTest::keyClick(&search, Qt::Key_Return), !headline.isEmpty()), 5000);
    QTRY_VERIFY(bench.window().headlines().selected());
    QCOMPARE(bench.window().headlines().selected()->item.id, headline.constFirst().constFirst().toLongLong());
}

void TestWindow::everyTextIsRetranslated()
{
    WindowBench bench;
    const QHash<QString, QString> german = germanTexts();
    QVERIFY(german.size() > 300);
    bench.window().headlines().step(1);
    const QString englishReading = bench.stack().readings().at(1).curves.front().text;
    bench.trigger(Command::German);
    QTRY_VERIFY(bench.stack().readings().at(1).curves.front().text != englishReading);
    QVERIFY(bench.stack().readings().at(1).note.contains(QStringLiteral("24.01.2025")));
    QStringList left;
    for (const QString &text : visibleTexts(bench.window())) {
        if (german.contains(text) && german.value(text) != text.simplified())
            left.append(text);
    }
    QVERIFY2(left.isEmpty(), qPrintable(QStringLiteral("still English: ") + left.join(QStringLiteral(" | "))));
    bench.trigger(Command::English);
    QTRY_COMPARE(bench.stack().readings().at(1).curves.front().text, englishReading);
}

void TestWindow::smallAndLargeWindows()
{
    WindowBench bench;
    for (const QSize size : {QSize(640, 480), QSize(1600, 1000), QSize(5120, 1440)}) {
        bench.window().resize(size);
        QTRY_COMPARE(bench.window().size(), size);
        const QImage picture = bench.window().grab().toImage();
        QCOMPARE(picture.size(), size);
        QVERIFY(bench.stack().width() > 100);
    }
}

void TestWindow::windowIsNeverBlocked()
{
    WindowBench bench;
    QTimer beat;
    QElapsedTimer since;
    qint64 worst = 0;
    beat.setInterval(5);
    connect(&beat, &QTimer::timeout, this, [&] { worst = std::max(worst, since.restart() - beat.interval()); });
    since.start();
    beat.start();
    StackView &view = bench.stack();
    for (int i = 0; i < 20; ++i) {
        view.zoom(i % 2 ? 1.3 : 0.8);
        QTest::mouseMove(&view, inFirstPlot(view, 0.2 + 0.03 * i));
        bench.window().headlines().step(1);
        QTest::qWait(20);
    }
    bench.trigger(Command::DarkTheme);
    QTest::qWait(50);
    qInfo("longest the window did not answer: %lld ms", worst);
    QVERIFY2(worst < 500, "the window stood still"); // other programs run beside the tests
}

void TestWindow::everythingFocusableHasAName()
{
    WindowBench bench;
    bench.window().headlines().step(1);
    QStringList nameless;
    int named = 0;
    for (QWidget *widget : bench.window().findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&bench.window()) || widget->focusPolicy() == Qt::NoFocus)
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (face && !face->text(QAccessible::Name).isEmpty())
            ++named;
        else
            nameless.append(QStringLiteral("%1 “%2” in %3")
                                .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                     QString::fromLatin1(widget->parentWidget()->metaObject()->className())));
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
    QVERIFY(named > 20);
    // The charts say their values in words.
    QAccessibleInterface *charts = QAccessible::queryAccessibleInterface(&bench.stack());
    QVERIFY(charts);
    bench.stack().setCrosshair(noon(day(1, 27)));
    QTRY_VERIFY(charts->text(QAccessible::Description).contains(QStringLiteral("16.97")));
}

void TestWindow::keyboardAloneFromStartToExportedChart()
{
    WindowBench bench;
    bench.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window()));
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClick(focus, key, modifiers);
    };
    bench.stack().setFocus();
    const core::TimeRange all = bench.stack().viewRange();
    press(Qt::Key_Plus);
    QVERIFY(bench.stack().viewRange() != all);
    press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(bench.stack().viewRange(), all);
    press(Qt::Key_Down, Qt::ControlModifier); // the next headline
    QTRY_VERIFY(bench.window().headlines().selected());
    bench.stack().setFocus();
    press(Qt::Key_Right, Qt::ControlModifier); // the crosshair
    QVERIFY(bench.stack().crosshair());
    QTemporaryDir folder;
    press(Qt::Key_E, Qt::ControlModifier);
    const QString path = folder.filePath(QStringLiteral("week.png"));
    auto *dialog = bench.window().findChild<exportdialog::ExportDialog *>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    for (const auto &[field, text] : {std::pair("folder", folder.path()), {"pattern", QStringLiteral("week")}}) {
        auto *line = dialog->findChild<QLineEdit *>(QString::fromLatin1(field));
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    const auto *notice = dialog->findChild<QLabel *>(QStringLiteral("notice"));
    QVERIFY2(notice->text().isEmpty(), qPrintable(notice->text()));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path).size() > 50'000, 60'000);
    QTRY_VERIFY(bench.window().messages().message().contains(QStringLiteral("week.png")));
    QCOMPARE(QImage(path).width(), 3200); // twice as fine as a screen
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
