// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimEditor.h"

#include <charts/VerdictShape.h>
#include <news/HtmlText.h>
#include <pipeline/TextCheckInput.h>

#include <QMimeData>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextLayout>
#include <QUrl>

#include <style/Fonts.h>

#include <algorithm>

namespace tickmark::claimview {

namespace {

constexpr double kUnderBaseline = 4;
constexpr int kDocumentMargin = 8;

} // namespace

ClaimEditor::ClaimEditor(const style::Appearance &appearance, QWidget *parent)
    : QPlainTextEdit(parent), m_appearance(appearance)
{
    setFont(style::textFont(style::TextRole::Sentence));
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(kDocumentMargin);
    connect(document(), &QTextDocument::contentsChange, this, &ClaimEditor::moveMarks);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &ClaimEditor::followCursor);
    connect(&appearance, &style::Appearance::changed, this, &ClaimEditor::restyle);
    restyle();
}

void ClaimEditor::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    m_current = -1;
    tintCurrent();
    viewport()->update();
}

bool ClaimEditor::isInside(const Mark &mark) const
{
    const int at = textCursor().position();
    return !mark.span.isEmpty() && mark.span.start <= at && at <= mark.span.end;
}

int ClaimEditor::markAtCursor() const
{
    const auto found = std::ranges::find_if(m_marks, [this](const Mark &mark) { return isInside(mark); });
    return found == m_marks.end() ? -1 : int(found - m_marks.begin());
}

//! Null for none and for one that is no longer in the text.
const ClaimEditor::Mark *ClaimEditor::markOf(int index) const
{
    if (index < 0 || index >= int(m_marks.size()) || m_marks[std::size_t(index)].span.isEmpty())
        return nullptr;
    return &m_marks[std::size_t(index)];
}

void ClaimEditor::setCurrentMark(int mark)
{
    m_current = mark;
    tintCurrent();
}

void ClaimEditor::goToMark(int mark)
{
    const Mark *target = markOf(mark);
    if (!target || isInside(*target))
        return;
    const QScopedValueRollback moving(m_isMoving, true);
    QTextCursor cursor(document());
    cursor.setPosition(int(target->span.start));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ClaimEditor::replaceText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    moveCursor(QTextCursor::Start);
}

void ClaimEditor::moveMarks(int position, int removed, int added)
{
    if (removed == added && removed == 0)
        return;
    const int last = position + removed;
    for (Mark &mark : m_marks) {
        if (mark.span.end <= position)
            continue;
        if (mark.span.start >= last) {
            mark.span.start += added - removed;
            mark.span.end += added - removed;
        } else {
            mark.span = {position, position}; // gone, and still in order
        }
    }
    tintCurrent();
}

void ClaimEditor::followCursor()
{
    if (m_isMoving)
        return;
    const Mark *current = markOf(m_current);
    const bool stays = current && isInside(*current);
    const int mark = markAtCursor();
    if (mark >= 0 && !stays)
        Q_EMIT markEntered(mark);
}

void ClaimEditor::tintCurrent()
{
    QList<QTextEdit::ExtraSelection> tinted;
    if (const Mark *current = markOf(m_current)) {
        QTextEdit::ExtraSelection selection{QTextCursor(document()), {}};
        const int most = document()->characterCount() - 1;
        selection.cursor.setPosition(std::min(int(current->span.start), most));
        selection.cursor.setPosition(std::min(int(current->span.end), most), QTextCursor::KeepAnchor);
        selection.format.setBackground(m_appearance.theme().tint);
        tinted.append(selection);
    }
    setExtraSelections(tinted);
}

void ClaimEditor::restyle()
{
    QPalette colors = palette();
    colors.setColor(QPalette::PlaceholderText, m_appearance.theme().placeholder);
    setPalette(colors);
    tintCurrent();
    viewport()->update();
}

void ClaimEditor::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    const QTextBlock first = firstVisibleBlock();
    if (m_marks.empty() || !first.isValid())
        return;
    QPainter painter(viewport());
    painter.setClipRect(event->rect());
    QPointF topLeft = blockBoundingGeometry(first).translated(contentOffset()).topLeft();
    const int bottom = viewport()->height();
    // marks are few beside letters, and those of hundreds of thousands of letters are looked through in no time
    const auto from = std::ranges::partition_point(m_marks,
                                                   [&](const Mark &mark) { return mark.span.end <= first.position(); });
    const std::span<const Mark> marks(from, m_marks.end());
    for (QTextBlock block = first; block.isValid() && topLeft.y() <= bottom; block = block.next()) {
        if (block.isVisible())
            paintBlock(painter, block, topLeft, marks);
        topLeft.ry() += blockBoundingRect(block).height();
    }
}

void ClaimEditor::paintBlock(QPainter &painter, const QTextBlock &block, QPointF topLeft,
                             std::span<const Mark> marks) const
{
    const int start = block.position();
    const QTextLayout *layout = block.layout();
    const QString text = block.text();
    for (const Mark &mark : marks) {
        if (mark.span.start >= start + block.length())
            return;
        if (mark.span.end <= start)
            continue;
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            const int from = std::max(int(mark.span.start) - start, line.textStart());
            int to = std::min(int(mark.span.end) - start, line.textStart() + line.textLength());
            while (to > from && text.at(to - 1).isSpace())
                --to;
            if (from >= to)
                continue;
            const double left = line.cursorToX(from);
            const double right = line.cursorToX(to);
            const double y = topLeft.y() + line.y() + line.ascent() + kUnderBaseline;
            charts::paintVerdictLine(painter, topLeft.x() + std::min(left, right), topLeft.x() + std::max(left, right),
                                     y, mark.code, m_appearance.theme());
        }
    }
}

bool ClaimEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || source->hasHtml() || source->hasUrls();
}

void ClaimEditor::insertFromMimeData(const QMimeData *source)
{
    const QList<QUrl> urls = source->urls();
    if (!urls.isEmpty() && urls.constFirst().isLocalFile()) {
        Q_EMIT fileDropped(urls.constFirst().toLocalFile());
        return;
    }
    QString text = source->hasText() ? source->text() : source->html();
    QTextCursor cursor = textCursor();
    const qsizetype stays = document()->characterCount() - 1 - (cursor.selectionEnd() - cursor.selectionStart());
    if (stays + text.size() > pipeline::kLongestCheckedBytes) {
        Q_EMIT pasteRefused();
        return;
    }
    if (!source->hasText())
        text = news::plainText(text).text;
    cursor.insertText(pipeline::checkableText(text));
    ensureCursorVisible();
}

} // namespace tickmark::claimview
