// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickmarkStyle.h"

#include "ButtonShapes.h"
#include "Fonts.h"
#include "IconButton.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

namespace tickmark::style {

namespace {

constexpr int kScrollBar = 9;
constexpr int kScrollHandle = 5;
constexpr int kLeastHandle = 24;
constexpr int kButtonHeight = 24;
constexpr int kButtonPadding = 10;
constexpr int kFieldPadding = 5;
constexpr int kMenuBarItem = 30;
constexpr int kHeader = 23;
constexpr int kRow = 26;
constexpr int kHeaderPadding = 5; // with Fusion's own as far in as the text of a RowDelegate
constexpr int kArrowRoom = 16;    // beside the text of a button with a menu
constexpr int kCheckBox = 14;

ButtonState stateOf(const QStyleOption &option)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    return {enabled,
            enabled && (option.state & QStyle::State_MouseOver),
            enabled && (option.state & QStyle::State_Sunken),
            bool(option.state & QStyle::State_On),
            enabled && (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange),
            false};
}

QString segmentOf(const QWidget *widget)
{
    return widget ? widget->property("segment").toString() : QString();
}

//! A check box in the clothes of a button.
bool isCheckButton(const QWidget *widget)
{
    return segmentOf(widget) == QLatin1String("check");
}

bool isFieldInside(const QWidget *widget)
{
    const QWidget *outer = widget ? widget->parentWidget() : nullptr;
    return outer && (outer->inherits("QAbstractSpinBox") || outer->inherits("QComboBox"));
}

} // namespace

TickmarkStyle::TickmarkStyle(const Appearance &appearance)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_appearance(appearance)
{}

void TickmarkStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // Heads stand over their columns; models say where a column is right-aligned.
    if (auto *header = qobject_cast<QHeaderView *>(widget); header && header->orientation() == Qt::Horizontal)
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void TickmarkStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const QRectF rect(option->rect);
    ButtonState state = stateOf(*option);
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            state.isDefault = state.enabled && (button->features & QStyleOptionButton::DefaultButton);
        return paintButton(*painter, rect, theme, state);
    case PE_PanelButtonTool:
        if (option->state & State_AutoRaise && !state.hovered && !state.pressed && !state.checked && !state.focused)
            return;
        if (isCheckButton(widget))
            state.checked = false;
        return paintButton(*painter, rect, theme, state, buttonPlace(segmentOf(widget)));
    case PE_PanelLineEdit:
        if (!isFieldInside(widget))
            paintField(*painter, rect, theme, state.enabled, option->state & State_HasFocus);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        painter->setPen(qobject_cast<const QAbstractItemView *>(widget) ? theme.border : theme.buttonBorder);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
    case PE_IndicatorRadioButton: {
        const Qt::CheckState check = option->state & State_NoChange ? Qt::PartiallyChecked
                                     : option->state & State_On     ? Qt::Checked
                                                                    : Qt::Unchecked;
        return paintCheck(*painter, rect, theme, check, state.enabled, state.focused,
                          element == PE_IndicatorRadioButton);
    }
    case PE_IndicatorArrowDown:
        return paintSign(*painter, Sign::Down, rect, state.enabled ? theme.secondary : theme.placeholder);
    case PE_FrameFocusRect:
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme.accent, 1));
        painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter->restore();
        return;
    case PE_FrameStatusBarItem:
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(rect, theme.border);
        return;
    case PE_PanelMenu:
        painter->fillRect(rect, theme.popup);
        return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        if (element == PE_PanelTipLabel)
            painter->fillRect(rect, theme.popup);
        painter->setPen(theme.border);
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void TickmarkStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const QRectF rect(option->rect);
    switch (element) {
    case CE_ToolButtonLabel:
        if (widget && widget->objectName() == QLatin1String("qt_toolbar_ext_button")) { // Qt's sign is black
            paintSign(*painter, Sign::Beyond, rect, theme.text);
            return;
        }
        if (const auto *given = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            QStyleOptionToolButton label = *given;
            if (isCheckButton(widget)) {
                const QRectF box(rect.left() + 6, rect.center().y() - kCheckBox / 2.0, kCheckBox, kCheckBox);
                paintCheck(*painter, box, theme, option->state & State_On ? Qt::Checked : Qt::Unchecked,
                           option->state & State_Enabled, false, false);
                label.rect.adjust(kCheckBox + 4, 0, 0, 0);
            } else if (option->state & State_On) {
                label.palette.setColor(QPalette::ButtonText, theme.accent);
            }
            label.state &= ~(State_Sunken | State_On); // Fusion would shift the text
            return QProxyStyle::drawControl(element, &label, painter, widget);
        }
        break;
    case CE_HeaderSection:
        painter->fillRect(rect, theme.alternate);
        painter->fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.border);
        return;
    case CE_HeaderLabel:
        if (const auto *given = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader label = *given;
            label.rect.adjust(kHeaderPadding, 0, -kHeaderPadding, 0);
            return QProxyStyle::drawControl(element, &label, painter, widget);
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(rect, theme.alternate);
        painter->fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.border);
        return;
    case CE_ToolBar:
        painter->fillRect(rect, theme.window);
        painter->fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.border);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(rect, theme.window);
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            const bool open = item->state & (State_Selected | State_Sunken);
            painter->fillRect(rect, open && (item->state & State_Enabled) ? theme.tint : theme.window);
            drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                         item->palette, item->state & State_Enabled, item->text, QPalette::WindowText);
            return;
        }
        break;
    case CE_Splitter:
        painter->fillRect(rect, theme.border);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void TickmarkStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar || bar->minimum >= bar->maximum)
            return;
        QRectF handle(proxy()->subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget));
        const double inset = (kScrollBar - kScrollHandle) / 2.0;
        handle = bar->orientation == Qt::Vertical ? handle.adjusted(inset, 1, -inset, -1)
                                                  : handle.adjusted(1, inset, -1, -inset);
        const bool active = bar->state & (State_MouseOver | State_Sunken);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(active ? theme.placeholder : theme.buttonBorder);
        painter->drawRoundedRect(handle, kScrollHandle / 2.0, kScrollHandle / 2.0);
        painter->restore();
        return;
    }
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control == CC_ComboBox && box) {
        if (box->editable)
            paintField(*painter, QRectF(box->rect), theme, box->state & State_Enabled, box->state & State_HasFocus);
        else
            paintButton(*painter, QRectF(box->rect), theme, stateOf(*box));
        const QRectF arrow(proxy()->subControlRect(CC_ComboBox, box, SC_ComboBoxArrow, widget));
        paintSign(*painter, Sign::Down, arrow, box->state & State_Enabled ? theme.secondary : theme.placeholder);
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (control == CC_ToolButton && button && button->features & QStyleOptionToolButton::HasMenu
        && !(button->features & QStyleOptionToolButton::MenuButtonPopup)) {
        QStyleOptionToolButton plain = *button;
        plain.features &= ~QStyleOptionToolButton::HasMenu; // Fusion would add a tiny corner arrow
        proxy()->drawPrimitive(PE_PanelButtonTool, &plain, painter, widget);
        const QRectF arrow(button->rect.right() - kArrowRoom - 2, button->rect.top(), kArrowRoom,
                           button->rect.height());
        plain.rect.adjust(0, 0, -kArrowRoom, 0);
        proxy()->drawControl(CE_ToolButtonLabel, &plain, painter, widget);
        paintSign(*painter, Sign::Down, arrow, button->state & State_Enabled ? theme.secondary : theme.placeholder);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int TickmarkStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent: // Qt widens both to 5 px for the mouse
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_ToolBarFrameWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_DockWidgetTitleMargin:
        return 0;
    case PM_MenuBarHMargin:
        return 4;
    case PM_HeaderDefaultSectionSizeVertical:
        return kRow;
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_ToolBarItemMargin:
        return 0;
    case PM_ToolBarItemSpacing:
        return 6;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return kCheckBox;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 14;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int TickmarkStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_UnderlineShortcut:
    case SH_DialogButtonBox_ButtonsHaveIcons: // of Qt's own dialogs; ours have none
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize TickmarkStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                      const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_MenuBarItem:
        return {size.width() + 2 * 9, kMenuBarItem};
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && button->toolButtonStyle == Qt::ToolButtonTextOnly) {
            int width = size.width() + 2 * kButtonPadding - 4;
            if (button->features & QStyleOptionToolButton::HasMenu)
                width += kArrowRoom;
            if (isCheckButton(widget))
                width += kCheckBox + 4;
            return {width, std::max(kButtonHeight, size.height())};
        }
        return result;
    case CT_PushButton:
        return {std::max(result.width(), size.width() + 2 * kButtonPadding),
                std::max(kButtonHeight, size.height() + 6)};
    case CT_ComboBox:
        return {size.width() + kButtonPadding + kArrowRoom + 8, std::max(kButtonHeight, size.height() + 6)};
    case CT_LineEdit:
        return {result.width(), std::max(kButtonHeight, size.height() + 6)};
    case CT_HeaderSection:
        return {result.width() + 2 * kHeaderPadding, std::max(kHeader, size.height())};
    default:
        return result;
    }
}

QRect TickmarkStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents && !isFieldInside(widget))
        return option->rect.adjusted(kFieldPadding, 1, -kFieldPadding, -1);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect TickmarkStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                    const QWidget *widget) const
{
    if (control == CC_ComboBox && (part == SC_ComboBoxArrow || part == SC_ComboBoxEditField)) {
        const QRect &all = option->rect;
        const QRect arrow(all.right() - kArrowRoom - 2, all.top(), kArrowRoom, all.height());
        const QRect field(all.left() + 6, all.top() + 1, all.width() - kArrowRoom - 10, all.height() - 2);
        return visualRect(option->direction, all, part == SC_ComboBoxArrow ? arrow : field);
    }
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const qint64 range = std::max<qint64>(0, qint64(bar->maximum) - bar->minimum);
    int handle = length;
    if (range > 0)
        handle = std::clamp(int(qint64(length) * bar->pageStep / (range + bar->pageStep)), kLeastHandle,
                            std::max(kLeastHandle, length));
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle,
                                              bar->upsideDown);
    const auto along = [&](int from, int size) {
        return vertical ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
                        : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return along(start, handle);
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    default:
        return {};
    }
}

QPalette paletteOf(const charts::ChartTheme &theme)
{
    const bool dark = theme.name() == charts::ThemeName::Dark;
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.base);
    palette.setColor(QPalette::AlternateBase, theme.alternate);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.placeholder);
    palette.setColor(QPalette::Button, theme.buttonBottom);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.base);
    palette.setColor(QPalette::Light, theme.buttonTop);
    palette.setColor(QPalette::Midlight, theme.grid);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, theme.axis);
    palette.setColor(QPalette::Shadow, theme.axis);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, dark ? theme.base : QColor(Qt::white));
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.popup);
    palette.setColor(QPalette::ToolTipText, theme.text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.placeholder);
    palette.setColor(QPalette::Disabled, QPalette::Base, theme.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.border);
    return palette;
}

void dress(QApplication &application, const Appearance &appearance)
{
    QApplication::setFont(textFont(TextRole::Normal));
    QApplication::setStyle(new TickmarkStyle(appearance)); // the application takes it
    const auto recolor = [&appearance] {
        const QPalette palette = paletteOf(appearance.theme());
        QApplication::setPalette(palette);
        QToolTip::setPalette(palette);
    };
    recolor();
    QObject::connect(&appearance, &Appearance::changed, &application, [&appearance, recolor] {
        if (QApplication::palette().color(QPalette::Window) != appearance.theme().window)
            recolor();
    });
}

} // namespace tickmark::style
