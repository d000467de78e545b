// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExcerptText.h"
#include <charts/VerdictShape.h>

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QTimer>

#include <algorithm>

//! The part of ExcerptText that knows its places: where they are, how they look, and what a user does to them.
namespace tickmark::newsview {

namespace {

constexpr double kUnderline = 4;  // px below the baseline
constexpr double kFocusFrame = 2; // px around a place that has the focus

} // namespace

void ExcerptText::setNumbers(std::vector<CheckedNumber> numbers)
{
    if (numbers == m_numbers)
        return;
    const auto focused = m_focused ? std::optional(m_places[*m_focused].start) : std::nullopt;
    m_numbers = std::move(numbers);
    m_hovered.reset();
    m_focused.reset();
    findPlaces();
    for (size_t i = 0; focused && i < m_places.size(); ++i) {
        if (m_places[i].start == *focused)
            m_focused = i;
    }
    showMarked();
}

//! Of what is laid out so far. Linear in mentions and numbers.
void ExcerptText::findPlaces()
{
    m_places.clear();
    for (const news::Mention &mention : m_mentions) {
        if (mention.start + mention.length <= m_shown)
            m_places.push_back({inDocument(mention.start),
                                inDocument(mention.start + mention.length - 1) + 1,
                                mention.instrumentId,
                                {}});
    }
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        const claims::TextSpan span = m_numbers[i].span;
        if (span.start >= 0 && !span.isEmpty() && span.end <= m_shown)
            m_places.push_back({inDocument(span.start), inDocument(span.end - 1) + 1, 0, i});
    }
    std::ranges::stable_sort(m_places, {}, &Place::start);
    // a mention inside of a number's words is not a place of its own
    const auto overlaps = std::ranges::unique(
        m_places, [](const Place &before, const Place &after) { return after.start < before.end; });
    m_places.erase(overlaps.begin(), overlaps.end());
    if (m_isFitted) // Tab stops only where there is something to do
        setFocusPolicy(m_places.empty() ? Qt::ClickFocus : Qt::StrongFocus);
}

int ExcerptText::inDocument(qsizetype at) const
{
    return int(at + (std::ranges::upper_bound(m_breaks, at) - m_breaks.begin()));
}

QTextCursor ExcerptText::cursorOver(size_t place) const
{
    QTextCursor cursor(document());
    cursor.setPosition(m_places[place].start);
    cursor.setPosition(m_places[place].end, QTextCursor::KeepAnchor);
    return cursor;
}

std::optional<size_t> ExcerptText::placeAt(const QPoint &position) const
{
    const QPointF inText = QPointF(position) + QPointF(0, verticalScrollBar()->value());
    const int at = document()->documentLayout()->hitTest(inText, Qt::ExactHit);
    const auto after = std::ranges::partition_point(m_places, [at](const Place &place) { return place.start <= at; });
    if (at < 0 || after == m_places.begin())
        return std::nullopt;
    const auto found = std::prev(after);
    return at < found->end ? std::optional<size_t>(found - m_places.begin()) : std::nullopt;
}

std::optional<size_t> ExcerptText::placeOf(const store::ClaimKey &key) const
{
    for (size_t i = 0; i < m_places.size(); ++i) {
        if (!m_places[i].number)
            continue;
        const std::vector<store::ClaimKey> &keys = m_numbers[*m_places[i].number].keys;
        if (std::ranges::find(keys, key) != keys.end())
            return i;
    }
    return std::nullopt;
}

void ExcerptText::activate(size_t index)
{
    const Place &place = m_places[index];
    if (!place.number) {
        Q_EMIT mentionActivated(place.instrumentId);
        return;
    }
    const std::vector<store::ClaimKey> &keys = m_numbers[*place.number].keys;
    const auto active = m_active ? std::ranges::find(keys, *m_active) : keys.end();
    const bool hasNext = active != keys.end() && std::next(active) != keys.end();
    const store::ClaimKey key = hasNext ? *std::next(active) : keys.front();
    Q_EMIT claimActivated(key);
}

void ExcerptText::setActive(const std::optional<store::ClaimKey> &key)
{
    if (key == m_active)
        return;
    m_active = key;
    showMarked();
    // later: a text that was just set gets its size with the next layout
    QTimer::singleShot(0, this, [this] {
        if (const auto place = m_active ? placeOf(*m_active) : std::nullopt)
            scrollTo(*place);
    });
}

std::optional<QRect> ExcerptText::numberRect(const store::ClaimKey &key) const
{
    const auto place = placeOf(key);
    if (!place)
        return std::nullopt;
    QRectF all;
    for (const QRectF &line : linesOf(m_places[*place]))
        all |= line.adjusted(0, 0, 0, kUnderline + 2);
    return all.toAlignedRect();
}

void ExcerptText::scrollTo(size_t place)
{
    const std::vector<QRectF> lines = linesOf(m_places[place]);
    if (lines.empty() || m_isFitted)
        return;
    const double below = lines.back().bottom() + kUnderline + 2 - viewport()->height();
    const double above = lines.front().top();
    if (above < 0 || below > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + int(above < 0 ? above - 4 : below + 4));
}

std::vector<QRectF> ExcerptText::linesOf(const Place &place) const
{
    std::vector<QRectF> lines;
    const double scrolled = verticalScrollBar()->value();
    for (QTextBlock block = document()->findBlock(place.start); block.isValid() && block.position() < place.end;
         block = block.next()) {
        document()->documentLayout()->blockBoundingRect(block); // has it laid out
        const QTextLayout &layout = *block.layout();
        const int from = std::max(place.start - block.position(), 0);
        const int to = std::min(place.end - block.position(), block.length() - 1);
        for (int i = 0; i < layout.lineCount(); ++i) {
            const QTextLine line = layout.lineAt(i);
            const int first = std::max(from, line.textStart());
            int last = std::min(to, line.textStart() + line.textLength());
            while (last > first && block.text().at(last - 1).isSpace()) // where the line was wrapped
                --last;
            if (first >= last)
                continue;
            const double one = line.cursorToX(first);
            const double other = line.cursorToX(last);
            const QPointF origin = layout.position() - QPointF(0, scrolled);
            lines.emplace_back(QPointF(std::min(one, other), line.y()) + origin,
                               QPointF(std::max(one, other), line.y() + line.ascent()) + origin);
        }
    }
    return lines;
}

void ExcerptText::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    paintNumbers(event->rect());
}

void ExcerptText::paintNumbers(const QRect &exposed)
{
    if (m_places.empty())
        return;
    const QAbstractTextDocumentLayout &layout = *document()->documentLayout();
    const double scrolled = verticalScrollBar()->value();
    const int from = layout.hitTest({0, exposed.top() + scrolled}, Qt::FuzzyHit);
    const int to = layout.hitTest({double(viewport()->width()), exposed.bottom() + scrolled}, Qt::FuzzyHit);
    QPainter painter(viewport());
    // a line further on both sides: right-to-left text begins at the right
    constexpr int kAround = 200;
    auto place = std::ranges::partition_point(m_places, [&](const Place &each) { return each.end < from - kAround; });
    for (; place != m_places.end() && place->start <= to + kAround; ++place) {
        const bool isFocused = hasFocus() && m_focused == size_t(place - m_places.begin());
        for (const QRectF &line : linesOf(*place)) {
            if (place->number)
                charts::paintVerdictLine(painter, line.left(), line.right(), line.bottom() + kUnderline,
                                         m_numbers[*place->number].code, m_appearance.theme());
            if (isFocused) {
                painter.setPen(m_appearance.theme().accent);
                painter.drawRect(line.adjusted(-kFocusFrame, 1, kFocusFrame, kUnderline + kFocusFrame).toRect());
            }
        }
    }
}

void ExcerptText::mouseMoveEvent(QMouseEvent *event)
{
    QTextEdit::mouseMoveEvent(event);
    setHovered(event->buttons() == Qt::NoButton ? placeAt(event->pos()) : std::nullopt);
}

void ExcerptText::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || textCursor().hasSelection())
        return;
    if (const auto place = placeAt(event->pos()))
        activate(*place);
}

void ExcerptText::leaveEvent(QEvent *event)
{
    setHovered(std::nullopt);
    QTextEdit::leaveEvent(event);
}

//! Undo and redo are the window's: in a text that is only read there is nothing to undo.
bool ExcerptText::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))
            return false;
    }
    return QTextEdit::event(event);
}

void ExcerptText::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_focused) {
        activate(*m_focused);
        event->accept();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void ExcerptText::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"), this, &QTextEdit::copy);
    copy->setEnabled(textCursor().hasSelection());
    menu->addAction(tr("Select all"), this, &QTextEdit::selectAll);
    menu->popup(event->globalPos());
}

//! Tab comes to the first number, where there is one; mentions before it are a step back. From behind it comes to the end.
void ExcerptText::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    if (m_places.empty())
        return;
    if (event->reason() == Qt::TabFocusReason) {
        const auto number = std::ranges::find_if(m_places, [](const Place &place) { return place.number.has_value(); });
        setFocused(number == m_places.end() ? 0 : size_t(number - m_places.begin()));
    } else if (event->reason() == Qt::BacktabFocusReason) {
        setFocused(m_places.size() - 1);
    }
}

//! Tab goes from place to place before it leaves the text.
bool ExcerptText::focusNextPrevChild(bool next)
{
    std::optional<size_t> target;
    if (next) {
        const size_t candidate = m_focused ? *m_focused + 1 : 0;
        if (candidate < m_places.size())
            target = candidate;
    } else if (m_focused && *m_focused > 0) {
        target = *m_focused - 1;
    }
    setFocused(target);
    return target ? true : QTextEdit::focusNextPrevChild(next);
}

void ExcerptText::setHovered(std::optional<size_t> place)
{
    if (place == m_hovered)
        return;
    m_hovered = place;
    viewport()->setCursor(place ? Qt::PointingHandCursor : Qt::IBeamCursor);
    showMarked();
}

void ExcerptText::setFocused(std::optional<size_t> place)
{
    m_focused = place;
    showMarked();
    if (!place)
        return;
    QTextCursor cursor = cursorOver(*place);
    cursor.setPosition(cursor.anchor());
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ExcerptText::showMarked()
{
    QList<QTextEdit::ExtraSelection> marked;
    const auto mark = [&](size_t place, bool withTint) {
        QTextEdit::ExtraSelection selection{cursorOver(place), {}};
        const bool isMention = !m_places[place].number; // a number has the line of its verdict
        selection.format.setFontUnderline(isMention);
        if (withTint || !isMention)
            selection.format.setBackground(m_appearance.theme().tint);
        marked.append(selection);
    };
    const auto active = m_active ? placeOf(*m_active) : std::nullopt;
    if (active)
        mark(*active, true);
    if (m_focused && m_focused != active)
        mark(*m_focused, true);
    if (m_hovered && m_hovered != m_focused && m_hovered != active)
        mark(*m_hovered, false);
    setExtraSelections(marked);
    viewport()->update();
}

} // namespace tickmark::newsview
