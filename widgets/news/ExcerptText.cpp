// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExcerptText.h"

#include <news/SafeText.h>

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlockFormat>
#include <QTextCursor>

#include <style/Fonts.h>

#include <algorithm>

namespace tickmark::newsview {

namespace {

constexpr double kLineHeight = 21;
constexpr int kDocumentMargin = 0;

//! A paragraph is laid out as a whole, and again when it grows: longer ones are broken, at a blank if there is one.
constexpr qsizetype kLongParagraph = 1500;
constexpr qsizetype kLongestParagraph = 2000;

//! `column`: where in its line the text begins; then where it ends.
QString brokenLines(const QString &text, qsizetype &column)
{
    QString result;
    result.reserve(text.size() + 8);
    for (const QChar c : text) {
        const bool breaks = (column >= kLongParagraph && c == u' ')
                            || (column >= kLongestParagraph && !c.isLowSurrogate() && !c.isMark());
        if (breaks) {
            result += u'\n';
            column = 0;
            if (c == u' ')
                continue;
        }
        column = c == u'\n' ? 0 : column + 1;
        result += c;
    }
    return result;
}

QTextBlockFormat blockFormat()
{
    QTextBlockFormat format;
    format.setLineHeight(kLineHeight, QTextBlockFormat::FixedHeight);
    return format;
}

} // namespace

ExcerptText::ExcerptText(const style::Appearance &appearance, QWidget *parent)
    : QTextEdit(parent), m_appearance(appearance)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setFont(style::textFont(style::TextRole::Sentence));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(kDocumentMargin);
    viewport()->setMouseTracking(true);
    // queued: the bar moves while a piece is laid out
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ExcerptText::showMoreNearTheEnd,
            Qt::QueuedConnection);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &ExcerptText::showMoreNearTheEnd,
            Qt::QueuedConnection);
    connect(&appearance, &style::Appearance::changed, this, &ExcerptText::restyle);
}

void ExcerptText::setExcerpt(const QString &text, const std::vector<news::Mention> &mentions)
{
    m_text = text;
    m_mentions = mentions;
    m_hovered.reset();
    m_focused.reset();
    m_shown = 0;
    m_column = 0;
    m_places.clear();
    clear();
    setExtraSelections({});
    QTextCursor(document()).setBlockFormat(blockFormat());
    showNextPiece();
    moveCursor(QTextCursor::Start);
}

void ExcerptText::showNextPiece()
{
    if (isComplete())
        return;
    qsizetype end = std::min(m_text.size(), m_shown + kPiece);
    // not through the middle of a word, a mention or a pair of surrogates, if there is a blank near
    const qsizetype blank = end < m_text.size() ? m_text.lastIndexOf(u' ', end) : -1;
    if (blank > m_shown + kPiece / 2)
        end = blank + 1;
    else if (end < m_text.size() && m_text.at(end).isLowSurrogate())
        ++end;
    append(end);
}

void ExcerptText::showMoreNearTheEnd()
{
    const QScrollBar *bar = verticalScrollBar();
    if (!isComplete() && isVisible() && bar->value() + bar->pageStep() > bar->maximum())
        showNextPiece();
}

void ExcerptText::append(qsizetype end)
{
    QTextCharFormat plain;
    plain.setForeground(m_appearance.theme().text);
    QTextCharFormat mention = plain;
    mention.setForeground(m_appearance.theme().accent);
    mention.setFontUnderline(true);
    const int position = verticalScrollBar()->value();
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    const auto insert = [&](qsizetype until, const QTextCharFormat &format) {
        const QString piece = news::visibleText(QStringView(m_text).sliced(m_shown, until - m_shown));
        cursor.insertText(brokenLines(piece, m_column), format);
        m_shown = until;
    };
    cursor.beginEditBlock();
    while (m_shown < end) {
        const size_t next = m_places.size();
        const bool hasMention = next < m_mentions.size() && m_mentions[next].start < end;
        insert(hasMention ? m_mentions[next].start : end, plain);
        if (hasMention) {
            const int start = cursor.position();
            insert(m_mentions[next].start + m_mentions[next].length, mention);
            m_places.push_back({start, cursor.position(), m_mentions[next].instrumentId});
        }
    }
    cursor.endEditBlock();
    verticalScrollBar()->setValue(position);
}

void ExcerptText::restyle()
{
    const int position = verticalScrollBar()->value();
    const qsizetype shown = m_shown;
    setExcerpt(m_text, m_mentions);
    while (m_shown < shown)
        showNextPiece();
    verticalScrollBar()->setValue(position);
}

QVariant ExcerptText::loadResource(int, const QUrl &)
{
    return {};
}

QMimeData *ExcerptText::createMimeDataFromSelection() const
{
    auto *plain = new QMimeData;
    const QTextCursor cursor = textCursor();
    const bool isAll = cursor.selectionStart() == 0 && cursor.selectionEnd() == document()->characterCount() - 1;
    QString text = cursor.selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    plain->setText(isAll ? news::visibleText(m_text) : text); // with what is not laid out yet
    return plain;
}

QTextCursor ExcerptText::cursorOver(size_t mention) const
{
    QTextCursor cursor(document());
    cursor.setPosition(m_places[mention].start);
    cursor.setPosition(m_places[mention].end, QTextCursor::KeepAnchor);
    return cursor;
}

std::optional<size_t> ExcerptText::mentionAt(const QPoint &position) const
{
    const QPointF inDocument = QPointF(position) + QPointF(0, verticalScrollBar()->value());
    const int at = document()->documentLayout()->hitTest(inDocument, Qt::ExactHit);
    const auto after = std::ranges::partition_point(m_places, [at](const Place &place) { return place.start <= at; });
    if (at < 0 || after == m_places.begin())
        return std::nullopt;
    const auto found = std::prev(after);
    return at < found->end ? std::optional<size_t>(found - m_places.begin()) : std::nullopt;
}

void ExcerptText::mouseMoveEvent(QMouseEvent *event)
{
    QTextEdit::mouseMoveEvent(event);
    setHovered(event->buttons() == Qt::NoButton ? mentionAt(event->pos()) : std::nullopt);
}

void ExcerptText::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || textCursor().hasSelection())
        return;
    if (const auto mention = mentionAt(event->pos()))
        Q_EMIT mentionActivated(m_places[*mention].instrumentId);
}

void ExcerptText::leaveEvent(QEvent *event)
{
    setHovered(std::nullopt);
    QTextEdit::leaveEvent(event);
}

void ExcerptText::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_focused) {
        Q_EMIT mentionActivated(m_places[*m_focused].instrumentId);
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

//! Tab goes from mention to mention before it leaves the text.
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

void ExcerptText::setHovered(std::optional<size_t> mention)
{
    if (mention == m_hovered)
        return;
    m_hovered = mention;
    viewport()->setCursor(mention ? Qt::PointingHandCursor : Qt::IBeamCursor);
    showMarked();
}

void ExcerptText::setFocused(std::optional<size_t> mention)
{
    m_focused = mention;
    showMarked();
    if (!mention)
        return;
    QTextCursor cursor = cursorOver(*mention);
    cursor.setPosition(cursor.anchor());
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ExcerptText::showMarked()
{
    QList<QTextEdit::ExtraSelection> marked;
    const auto mark = [&](size_t mention, bool withTint) {
        QTextEdit::ExtraSelection selection{cursorOver(mention), {}};
        selection.format.setFontUnderline(true);
        if (withTint)
            selection.format.setBackground(m_appearance.theme().tint);
        marked.append(selection);
    };
    if (m_focused)
        mark(*m_focused, true);
    if (m_hovered && m_hovered != m_focused)
        mark(*m_hovered, false);
    setExtraSelections(marked);
}

} // namespace tickmark::newsview
