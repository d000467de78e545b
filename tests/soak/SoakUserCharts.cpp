// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with charts and with the window itself.
#include "SoakUser.h"
#include <charts/StackView.h>
#include <panels/ReplayBar.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QMenu>
#include <QSlider>
#include <QTableView>
#include <QWheelEvent>

#include <desk/ChartDesk.h>
#include <desk/ChartTableDialog.h>
#include <desk/InstrumentPicker.h>
#include <desk/PaneHead.h>

using namespace tickmark;
using namespace Qt::StringLiterals;
using charts::StackView;
using window::Command;

namespace {

constexpr std::size_t kMostCharts = 6;

} // namespace

bool SoakUser::pan()
{
    StackView *stack = anyStack();
    if (!stack)
        return false;
    drag(stack, anyPlace(*stack), anyPlace(*stack));
    return true;
}

bool SoakUser::wheel()
{
    const QPointer<StackView> stack(anyStack());
    if (!stack)
        return false;
    const QPoint place = anyPlace(*stack);
    const int direction = oneIn(2) ? 120 : -120;
    for (int i = below(8); i >= 0 && stack; --i) {
        QWheelEvent event(place, stack->mapToGlobal(place), {}, {0, direction}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(stack, &event);
        rest(15);
    }
    return true;
}

bool SoakUser::measure()
{
    StackView *stack = anyStack();
    if (!stack)
        return false;
    drag(stack, anyPlace(*stack), anyPlace(*stack), Qt::ShiftModifier);
    if (oneIn(2))
        key(stack, Qt::Key_Escape);
    return true;
}

bool SoakUser::hover()
{
    const QPointer<StackView> stack(anyStack());
    if (!stack)
        return false;
    QPoint place = anyPlace(*stack);
    for (int i = 0; i < 25 && stack; ++i) {
        place += QPoint(below(30) - 10, below(11) - 5);
        pointer(stack, QEvent::MouseMove, place);
    }
    rest(oneIn(3) ? 900 : 50); // until a tip comes
    return true;
}

bool SoakUser::chartKeys()
{
    static const std::vector<Qt::Key> keys{Qt::Key_Left, Qt::Key_Right, Qt::Key_Plus,  Qt::Key_Minus,    Qt::Key_Up,
                                           Qt::Key_Down, Qt::Key_Home,  Qt::Key_End,   Qt::Key_PageDown, Qt::Key_PageUp,
                                           Qt::Key_F,    Qt::Key_M,     Qt::Key_Escape};
    static const std::vector<Qt::KeyboardModifiers> modifiers{Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier,
                                                              Qt::ControlModifier};
    const QPointer<StackView> stack(anyStack());
    if (!stack)
        return false;
    stack->setFocus();
    for (int i = 0; i < 8 && stack; ++i)
        key(stack, anyOf(keys), anyOf(modifiers));
    return true;
}

bool SoakUser::clickMarker()
{
    const QPointer<StackView> stack(anyStack());
    if (!stack)
        return false;
    const int lane = stack->headAreas().front().bottom() + 14;
    for (int i = 0; i < 12 && stack; ++i)
        click(stack, {below(stack->width()), lane});
    if (stack && oneIn(3))
        pointer(stack, QEvent::MouseButtonDblClick, anyPlace(*stack), Qt::LeftButton);
    return true;
}

bool SoakUser::choose()
{
    using enum Command;
    trigger(anyOf(std::vector{RangeDay1, RangeDay5, RangeMonth1, RangeMonth3, RangeYearToDate, RangeYear1, RangeAll,
                              ZoomIn, ZoomOut, Back, Forward, CurveLine, CurveStep, CurveArea, CurveCandles,
                              ScaleLinear, ScaleLog, TradingTime, Follow}));
    return true;
}

bool SoakUser::look()
{
    using enum Command;
    trigger(anyOf(std::vector{DarkTheme, ColorsBlueOrange, ColorsGreenRed, ColorsRedGreen, German, English, FrameTimes,
                              ShowHints}));
    if (oneIn(4)) {
        const auto zones = window().actions().zones()->actions();
        if (!zones.isEmpty())
            anyOf(zones)->trigger();
    }
    return true;
}

bool SoakUser::moveBase()
{
    Q_EMIT window().actions().base()->aboutToShow();
    const auto entries = window().actions().base()->actions();
    if (entries.isEmpty())
        return false;
    anyOf(entries)->trigger();
    return true;
}

bool SoakUser::addChart()
{
    static const QStringList words{u"NVDA"_s, u"sap"_s, u"Nasdaq"_s, u"bit"_s, u"AMD"_s, u"Mic"_s, u"^"_s, u"zz"_s};
    const bool isNew = window().desk().state().panes.size() < kMostCharts && oneIn(2);
    trigger(isNew ? Command::AddChart : Command::AddInstrument);
    desk::InstrumentPicker *picker = nullptr;
    if (!until([&] { return (picker = shown<desk::InstrumentPicker>()) != nullptr; }, 3000))
        return false;
    QWidget *edit = picker->focusWidget() ? picker->focusWidget() : picker;
    type(edit, anyOf(words));
    key(edit, oneIn(5) ? Qt::Key_Escape : Qt::Key_Return);
    return true;
}

bool SoakUser::chartButtons()
{
    const auto heads = window().desk().findChildren<desk::PaneHead *>();
    if (heads.isEmpty())
        return false;
    QList<QAbstractButton *> buttons;
    for (auto *button : anyOf(heads)->findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            buttons.append(button);
    }
    if (heads.size() <= 1 && !buttons.isEmpty())
        buttons.removeLast(); // closing the only chart ends the work with charts
    return !buttons.isEmpty() && click(anyOf(buttons));
}

bool SoakUser::chartMenu()
{
    StackView *stack = anyStack();
    if (!stack || window().desk().state().panes.size() < 2)
        return false;
    const QPoint place = anyPlace(*stack);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, stack->mapToGlobal(place));
    QCoreApplication::sendEvent(stack, &event);
    rest(50);
    return chooseInMenu(QApplication::activePopupWidget());
}

bool SoakUser::chartTable()
{
    trigger(Command::ChartTable);
    desk::ChartTableDialog *dialog = nullptr;
    if (!until([&] { return (dialog = shown<desk::ChartTableDialog>()) != nullptr; }, 1000))
        return false;
    rest(300);
    return browse(dialog->findChild<QTableView *>());
}

bool SoakUser::replay()
{
    static const QStringList withTicks{u"AMD"_s, u"MU"_s, u"BTC-USD"_s}; // once they were imported or streamed
    window().desk().showInstrument(anyOf(withTicks));
    rest(500);
    trigger(Command::ReplayTicks);
    auto *bar = window().findChild<panels::ReplayBar *>();
    if (!bar || !until([bar] { return bar->isVisible(); }, 1500))
        return false; // no ticks in that chart
    rest(700);
    auto *slider = bar->findChild<QSlider *>();
    slider->setValue(slider->maximum() * below(10) / 10);
    rest(500);
    chooseAny(bar->findChild<QComboBox *>());
    key(bar, Qt::Key_Space);
    rest(500);
    key(bar, Qt::Key_Space);
    rest(500);
    key(bar, Qt::Key_Escape);
    return until([bar] { return !bar->isVisible(); }, 5000);
}

bool SoakUser::arrangePanels()
{
    const auto docks = window().findChildren<QDockWidget *>();
    if (docks.isEmpty() || oneIn(3)) {
        trigger(Command::ResetLayout);
        return true;
    }
    QDockWidget *dock = anyOf(docks);
    switch (below(3)) {
    case 0:
        dock->close();
        break;
    case 1:
        dock->toggleViewAction()->trigger();
        break;
    default:
        dock->setFloating(!dock->isFloating());
    }
    rest(200);
    return true;
}

bool SoakUser::resize()
{
    if (oneIn(4))
        trigger(Command::FullScreen);
    else
        window().resize(800 + below(801), 560 + below(441));
    rest(200);
    return true;
}
