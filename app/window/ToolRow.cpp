// SPDX-License-Identifier: GPL-3.0-or-later
#include "ToolRow.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace tickmark::window {

namespace {

constexpr int kMargin = 7;   // buttons are 24 high, the bar 38
constexpr int kGroupGap = 6; // with the spacing before and after: 12 between groups

QString translated(const char *text)
{
    return QCoreApplication::translate("ToolRow", text);
}

} // namespace

ToolRow::ToolRow(const style::Appearance &appearance, const WindowActions &actions, QWidget *parent)
    : QToolBar(parent),
      m_appearance(appearance),
      m_actions(actions),
      m_curveMenu(new QMenu(this)),
      m_exportMenu(new QMenu(this))
{
    using enum Command;
    setObjectName(QStringLiteral("tools"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    layout()->setContentsMargins(8, kMargin, 8, kMargin);

    addSegments({{RangeDay1, QT_TRANSLATE_NOOP("ToolRow", "1D")},
                 {RangeDay5, QT_TRANSLATE_NOOP("ToolRow", "5D")},
                 {RangeMonth1, QT_TRANSLATE_NOOP("ToolRow", "1M")},
                 {RangeMonth3, QT_TRANSLATE_NOOP("ToolRow", "3M")},
                 {RangeYearToDate, QT_TRANSLATE_NOOP("ToolRow", "YTD")},
                 {RangeYear1, QT_TRANSLATE_NOOP("ToolRow", "1Y")},
                 {RangeAll, QT_TRANSLATE_NOOP("ToolRow", "All")}});
    addGap();
    for (const Command curve : {CurveLine, CurveStep, CurveArea, CurveCandles}) {
        m_curveMenu->addAction(actions[curve]);
        connect(actions[curve], &QAction::changed, this, &ToolRow::retranslate);
    }
    m_curve = addMenuButton(m_curveMenu);
    addSegments(
        {{ScaleLinear, QT_TRANSLATE_NOOP("ToolRow", "Linear")}, {ScaleLog, QT_TRANSLATE_NOOP("ToolRow", "Log")}});
    addGap();
    m_baseButton = addMenuButton(actions.base());
    addGap();
    for (const auto &[command, text] : {std::pair{TradingTime, QT_TRANSLATE_NOOP("ToolRow", "Trading time")},
                                        std::pair{Follow, QT_TRANSLATE_NOOP("ToolRow", "Follow")}})
        addFramed(makeButton(actions[command], text, "check"));
    m_ofCharts = QWidget::actions();
    auto *stretch = new QWidget;
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(stretch);
    addSegments({{ShowCharts, QT_TRANSLATE_NOOP("ToolRow", "Charts")},
                 {CompareClaims, QT_TRANSLATE_NOOP("ToolRow", "Claim comparison")}});
    addGap();
    m_export = addMenuButton(m_exportMenu);
    connect(&appearance, &style::Appearance::changed, this, &ToolRow::retranslate);
    retranslate();
}

QToolButton *ToolRow::makeButton(QAction *action, const char *text, const char *segment)
{
    auto *button = new QToolButton;
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setCheckable(true);
    button->setProperty("segment", QString::fromLatin1(segment));
    const auto follow = [button, action] {
        button->setChecked(action->isChecked());
        button->setEnabled(action->isEnabled());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QToolButton::clicked, this, [action, follow] {
        action->trigger();
        follow(); // the chosen one of a group stays chosen
    });
    follow();
    m_texts.push_back({button, action, text});
    return button;
}

void ToolRow::addSegments(std::initializer_list<std::pair<Command, const char *>> segments)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    for (const auto &segment : segments) {
        const bool first = &segment == segments.begin();
        const bool last = &segment == segments.end() - 1;
        line->addWidget(makeButton(m_actions[segment.first], segment.second,
                                   first  ? "first"
                                   : last ? "last"
                                          : "middle"));
    }
    addWidget(row);
}

QToolButton *ToolRow::addMenuButton(QMenu *menu)
{
    auto *button = new QToolButton;
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    addFramed(button);
    return button;
}

void ToolRow::addFramed(QToolButton *button)
{
    addWidget(button);
    button->setAutoRaise(false); // a bar makes its buttons flat
}

void ToolRow::addGap()
{
    auto *gap = new QWidget;
    gap->setFixedWidth(kGroupGap);
    addWidget(gap);
}

void ToolRow::setComparing(bool comparing)
{
    for (QAction *tool : std::as_const(m_ofCharts))
        tool->setVisible(!comparing);
}

void ToolRow::setBase(std::optional<core::SessionDate> base)
{
    m_base = base;
    retranslate();
}

void ToolRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

void ToolRow::retranslate()
{
    using enum Command;
    setWindowTitle(tr("Tools"));
    for (const Text &entry : m_texts) {
        const QString purpose = QString(entry.action->text()).remove(u'&');
        entry.button->setText(translated(entry.text));
        entry.button->setToolTip(purpose);
        entry.button->setAccessibleName(purpose);
    }
    for (const Command curve : {CurveLine, CurveStep, CurveArea, CurveCandles}) {
        if (m_actions[curve]->isChecked())
            m_curve->setText(QString(m_actions[curve]->text()).remove(u'&'));
    }
    m_curve->setToolTip(tr("How the chosen chart draws its prices"));
    m_baseButton->setText(m_base ? tr("Base: %1").arg(m_appearance.formats().date(*m_base)) : tr("Base: none"));
    m_baseButton->setToolTip(tr("The session whose close is 0 percent"));
    m_export->setText(tr("Export"));
    for (QToolButton *button : {m_curve, m_baseButton, m_export})
        button->setAccessibleName(button->text());
}

} // namespace tickmark::window
