// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskStack.h"
#include "PaneHead.h"

#include <QResizeEvent>

#include <algorithm>

//! The heads over the charts: who has one, where it stands, what it says.
namespace tickmark::desk {

PaneHead *DeskStack::head(int pane) const
{
    const auto found = m_heads.find(pane);
    return found == m_heads.end() ? nullptr : found->second;
}

void DeskStack::makeHeads()
{
    std::erase_if(m_heads, [this](const auto &entry) {
        const bool gone = std::ranges::none_of(m_panes,
                                               [&](const ListedPane &listed) { return listed.id == entry.first; });
        if (gone) {
            entry.second->hide();
            entry.second->deleteLater(); // it may be the sender of what is going on
        }
        return gone;
    });
    QWidget *before = m_view;
    for (const ListedPane &listed : m_panes) {
        PaneHead *&head = m_heads[listed.id];
        if (!head) {
            head = new PaneHead(listed.id, m_appearance, m_view);
            connect(head, &PaneHead::activated, this, &DeskStack::activated);
            connect(head, &PaneHead::activated, m_view, [this] { m_view->setFocus(Qt::MouseFocusReason); });
            connect(head, &PaneHead::menuWanted, this, &DeskStack::menuWanted);
            connect(head, &PaneHead::linkToggled, this, &DeskStack::linkToggled);
            connect(head, &PaneHead::closeWanted, this, &DeskStack::closeWanted);
            connect(head, &PaneHead::liveWanted, this, &DeskStack::liveWanted);
            connect(head, &PaneHead::followWanted, this, &DeskStack::followWanted);
            connect(head, &PaneHead::dragged, this, &DeskStack::headDragged);
            connect(head, &PaneHead::dropped, this, &DeskStack::headDropped);
        }
        before = head->followInTabOrder(before);
    }
}

void DeskStack::updateHeads()
{
    makeHeads();
    for (const auto &[id, pane] : m_panes) {
        PaneHead *head = m_heads.at(id);
        head->setLinked(m_linked);
        head->setActive(id == m_active);
    }
    showReadings();
    showLive();
    placeHeads();
}

void DeskStack::showReadings()
{
    const std::vector<charts::PaneReading> readings = m_view->readings();
    for (const auto &[id, pane] : m_panes) {
        const auto drawn = std::size_t(indexOf(id));
        if (drawn < readings.size()) {
            QStringList warnings{warningOf(pane), readings[drawn].warning};
            warnings.removeAll(QString());
            m_heads.at(id)->setWarning(warnings.join(QStringLiteral("; ")));
            m_heads.at(id)->setReading(told(pane, readings[drawn]));
            continue;
        }
        QStringList names;
        for (const QString &symbol : pane.symbols)
            names.append(nameOf(symbol));
        charts::PaneReading reading;
        m_heads.at(id)->setWarning(warningOf(pane));
        reading.title = names.join(QStringLiteral(", "));
        m_heads.at(id)->setReading(reading);
    }
}

//! Of the intraday bars of a single instrument.
std::optional<int> DeskStack::barMinutes(const DeskPane &pane) const
{
    if (!m_values || pane.symbols.size() != 1)
        return std::nullopt;
    const auto curve = m_values->content.curves.find(pane.symbols.constFirst());
    if (curve == m_values->content.curves.end() || curve->second.bars->series.intervalNs < core::kNsPerMinute)
        return std::nullopt;
    return int(curve->second.bars->series.intervalNs / core::kNsPerMinute);
}

bool DeskStack::drawsTicks(const DeskPane &pane) const
{
    if (!m_values || pane.symbols.size() != 1)
        return false;
    const auto curve = m_values->content.curves.find(pane.symbols.constFirst());
    return curve != m_values->content.curves.end() && curve->second.ticks;
}

//! A chart of its own says which day it shows, and that it goes alone; intraday bars say how long they are.
charts::PaneReading DeskStack::told(const DeskPane &pane, charts::PaneReading reading) const
{
    QStringList notes{reading.note};
    if (drawsTicks(pane))
        //: of a chart that is made of every single trade or quote; begin of a list
        notes.prepend(tr("ticks"));
    else if (const auto minutes = barMinutes(pane))
        notes.prepend(tr("%n-minute bars", nullptr, *minutes));
    if (!m_linked) {
        const auto span = sessionsInView();
        if (span && span->first == span->last)
            reading.title += QStringLiteral(", ") + m_appearance.formats().date(span->first);
        //: of a chart whose time axis is its own; end of a list
        notes.append(tr("not linked"));
    }
    reading.note = notes.join(QStringLiteral(", "));
    return reading;
}

void DeskStack::placeHeads()
{
    const std::vector<QRect> areas = m_view->headAreas();
    int y = 0;
    for (const auto &[id, pane] : m_panes) {
        PaneHead *head = m_heads.at(id);
        const auto drawn = std::size_t(indexOf(id));
        // Without charts the heads stand one below the other, so that a chart without quotes can still be changed.
        head->setGeometry(drawn < areas.size() ? areas[drawn] : QRect(0, y, m_view->width(), PaneHead::kHeight));
        head->setVisible(drawn < areas.size() || (areas.empty() && m_feed->hasSession()));
        head->raise();
        y += PaneHead::kHeight;
    }
}

QString DeskStack::warningOf(const DeskPane &pane) const
{
    if (!m_values)
        return {};
    QStringList unknown;
    QStringList empty;
    for (const QString &symbol : pane.symbols) {
        const auto curve = m_values->content.curves.find(symbol);
        if (m_values->unknown.contains(symbol))
            unknown.append(symbol);
        else if (curve != m_values->content.curves.end() && curve->second.bars->bars.empty())
            empty.append(nameOf(symbol));
    }
    QStringList sentences;
    if (!unknown.isEmpty())
        //: %1: symbols; in the head of a chart
        sentences.append(tr("not in this database: %1").arg(unknown.join(QStringLiteral(", "))));
    if (!empty.isEmpty())
        //: %1: names of instruments; in the head of a chart
        sentences.append(tr("no quotes: %1").arg(empty.join(QStringLiteral(", "))));
    return sentences.join(QStringLiteral("; "));
}

void DeskStack::setActivePane(int pane)
{
    m_active = pane;
    if (indexOf(pane) >= 0) {
        const QSignalBlocker quiet(m_view);
        m_view->setActivePane(indexOf(pane));
    }
    for (const auto &[id, head] : m_heads)
        head->setActive(id == pane);
}

int DeskStack::insertionIndex(QPoint globalPosition) const
{
    const int y = m_view->mapFromGlobal(globalPosition).y();
    int index = 0;
    for (int i = 0; i < int(m_drawn.size()); ++i) {
        if (y > (insertionHeight(i) + insertionHeight(i + 1)) / 2)
            index = i + 1;
    }
    return index;
}

int DeskStack::insertionHeight(int index) const
{
    const std::vector<QRect> areas = m_view->headAreas();
    return index >= 0 && index < int(areas.size()) ? areas[std::size_t(index)].top() : m_view->height();
}

void DeskStack::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeHeads();
}

} // namespace tickmark::desk
