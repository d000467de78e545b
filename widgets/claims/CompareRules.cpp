// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareRules.h"

#include "CompareTexts.h"
#include "VerdictPopupRows.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <style/DockHead.h>
#include <style/Fonts.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tickmark::claimview {

using claims::Hedge;

namespace {

constexpr int kMargin = 12;
constexpr int kGap = 6;
constexpr int kLine = 18;
constexpr int kUsualRules = 5;
constexpr int kLeastRules = 2;

//! What a hedge makes of a number.
class HedgeRules
{
    Q_DECLARE_TR_FUNCTIONS(HedgeRules)

public:
    static QString of(Hedge hedge)
    {
        switch (hedge) {
        case Hedge::Almost:
            return tr("from 5% below up to the number, at least a unit of its last digit");
        case Hedge::About:
            return tr("± 5%, at least a unit of its last digit");
        case Hedge::Over:
            return tr("from the number up to 10% more, at least a unit of its last digit");
        case Hedge::AtLeast:
            return tr("the number or more");
        case Hedge::AtMost:
            return tr("from 10% below up to the number, at least a unit of its last digit");
        case Hedge::UpTo:
            return tr("the session’s high or low lies at the number");
        case Hedge::Exact:
            break;
        }
        return tr("± half a unit of the last digit");
    }
};

bool hasAny(const tables::ClaimTopic &topic, auto is)
{
    return std::ranges::any_of(topic.numbers,
                               [&](const tables::TopicNumber &number) { return is(number.first->claim); });
}

} // namespace

std::vector<ReadingRule> readingRules(const tables::ClaimTopic &topic)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("ReadingRules", text); };
    const auto isExact = [](const claims::Claim &claim) {
        return claim.hedge == Hedge::Exact && claim.low == claim.high && !isRoundNumber(claim);
    };
    const auto isRound = [](const claims::Claim &claim) {
        return claim.hedge == Hedge::Exact && claim.low == claim.high && isRoundNumber(claim);
    };
    std::vector<ReadingRule> rules;
    if (hasAny(topic, isExact))
        rules.push_back({hedgeLabel(Hedge::Exact), HedgeRules::of(Hedge::Exact)});
    if (hasAny(topic, isRound))
        rules.push_back({say(QT_TRANSLATE_NOOP("ReadingRules", "round number")),
                         say(QT_TRANSLATE_NOOP("ReadingRules", "± half a unit of its place, at most 2.5%"))});
    if (hasAny(topic, [](const claims::Claim &claim) { return claim.low != claim.high; }))
        rules.push_back({say(QT_TRANSLATE_NOOP("ReadingRules", "range")),
                         say(QT_TRANSLATE_NOOP("ReadingRules", "both ends, ± half a unit of their last digit"))});
    for (const Hedge hedge : {Hedge::Almost, Hedge::About, Hedge::Over, Hedge::AtLeast, Hedge::AtMost, Hedge::UpTo}) {
        if (hasAny(topic, [hedge](const claims::Claim &claim) { return claim.hedge == hedge; }))
            rules.push_back({hedgeLabel(hedge), HedgeRules::of(hedge)});
    }
    if (topic.measure == tables::TopicMeasure::Value)
        rules.push_back({say(QT_TRANSLATE_NOOP("ReadingRules", "market value")),
                         say(QT_TRANSLATE_NOOP("ReadingRules", "between closes only, never during the session"))});
    if (!topic.otherUnit.isEmpty())
        rules.push_back({say(QT_TRANSLATE_NOOP("ReadingRules", "currency")),
                         say(QT_TRANSLATE_NOOP("ReadingRules", "converted at the rate of the session"))});
    return rules;
}

CompareRules::CompareRules(const style::Appearance &appearance, QWidget *parent)
    : QScrollArea(parent), m_appearance(appearance)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&appearance, &style::Appearance::changed, this, &CompareRules::showRules);
    showRules();
    retranslate();
}

style::DockHead *CompareRules::makeHead(QDockWidget *dock)
{
    m_head = new style::DockHead(m_appearance, dock);
    retranslate();
    return m_head;
}

void CompareRules::setRules(std::vector<ReadingRule> rules)
{
    m_rules = std::move(rules);
    showRules();
}

void CompareRules::showRules()
{
    const charts::ChartTheme &theme = m_appearance.theme();
    auto *page = new QWidget;
    QPalette colors = page->palette();
    colors.setColor(QPalette::Window, theme.base);
    page->setPalette(colors);
    page->setAutoFillBackground(true);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(kMargin, kGap, kMargin, kGap);
    grid->setHorizontalSpacing(2 * kGap);
    grid->setVerticalSpacing(kGap);
    grid->setColumnStretch(1, 1);
    int line = 0;
    for (const ReadingRule &rule : m_rules) {
        const std::array cells{std::pair(rule.name, theme.secondary), std::pair(rule.rule, theme.text)};
        for (int column = 0; const auto &[text, color] : cells) {
            auto *label = new QLabel(text);
            label->setTextFormat(Qt::PlainText);
            label->setFont(style::textFont(style::TextRole::Normal));
            label->setWordWrap(column == 1);
            label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
            QPalette own = label->palette();
            own.setColor(QPalette::WindowText, color);
            label->setPalette(own);
            grid->addWidget(label, line, column++);
        }
        ++line;
    }
    grid->setRowStretch(line, 1);
    setWidget(page);
}

QSize CompareRules::sizeHint() const
{
    return {kLine, kUsualRules * (kLine + kGap) + kGap};
}

QSize CompareRules::minimumSizeHint() const
{
    return {kLine, kLeastRules * (kLine + kGap) + kGap};
}

void CompareRules::retranslate()
{
    setAccessibleName(tr("How numbers are read"));
    if (m_head)
        m_head->setTitle(tr("How numbers are read"));
}

void CompareRules::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

} // namespace tickmark::claimview
