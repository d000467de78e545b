// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a StackView tells of the place where the pointer rests: headlines of a mark, where a value came from.
#include "ChartPlan.h"
#include "ScreenMarkers.h"
#include "StackView.h"

#include <QTextDocument>
#include <QToolTip>

namespace tickmark::charts {

namespace {

constexpr int kRest = 4; // px that the pointer may tremble

} // namespace

void StackView::showTip(QPoint position)
{
    const StackHit hit = hitAt(position);
    m_hovered.reset();
    m_tipPosition = position;
    if (hit.zone == StackHit::Zone::Marker) {
        writeTip(markerTip(*m_plan, m_stack->clusters()[hit.cluster], m_headlineNotes));
        return;
    }
    QToolTip::hideText();
    if (hit.zone != StackHit::Zone::Plot)
        return;
    if (const auto stop = stopAt(*m_plan, readAxisAt(position.x())))
        m_hovered = hoveredQuote(m_stack->panes()[std::size_t(hit.pane)], *stop, position.y());
    if (m_hovered)
        Q_EMIT quoteHovered(*m_hovered);
}

void StackView::showQuoteTip(const HoveredQuote &quote, const QString &text)
{
    if (m_hovered == quote)
        writeTip(text);
}

//! Headlines and names of files are foreign texts: none of them may be taken for markup.
void StackView::writeTip(const QString &text)
{
    const QRect rest(m_tipPosition - QPoint(kRest, kRest), m_tipPosition + QPoint(kRest, kRest));
    QToolTip::showText(mapToGlobal(m_tipPosition), Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal), this, rest);
}

//! What is still asked for is not told any more.
void StackView::leaveTip(QPointF position)
{
    if (m_hovered && (position - QPointF(m_tipPosition)).manhattanLength() > kRest)
        m_hovered.reset();
}

} // namespace tickmark::charts
