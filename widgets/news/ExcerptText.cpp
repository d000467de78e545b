// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExcerptText.h"

#include <news/SafeText.h>

#include <QAbstractTextDocumentLayout>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextFrame>

#include <algorithm>
#include <cmath>

namespace tickmark::newsview {

namespace {

constexpr double kLineHeight = 21;
constexpr int kDocumentMargin = 0;
constexpr double kBelowText = 3; // px: the line under a number of the last line

//! A paragraph is laid out as a whole, and again when it grows: longer ones are broken, at a blank if there is one.
constexpr qsizetype kLongParagraph = 1500;
constexpr qsizetype kLongestParagraph = 2000;

//! `column`: where in its line the text begins; then where it ends. `breaks` gets the places in `text` before which a line
//! end was put in.
QString brokenLines(const QString &text, qsizetype &column, std::vector<qsizetype> &breaks)
{
    QString result;
    result.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isLong = (column >= kLongParagraph && c == u' ')
                            || (column >= kLongestParagraph && !c.isLowSurrogate() && !c.isMark());
        if (isLong) {
            result += u'\n';
            column = 0;
            if (c == u' ')
                continue;
            breaks.push_back(i);
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
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &QWidget::updateGeometry);
    connect(&appearance, &style::Appearance::changed, this, &ExcerptText::restyle);
}

void ExcerptText::fitText(style::TextRole role)
{
    setFont(style::textFont(role));
    m_isFitted = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCursorWidth(0);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this](const QSizeF &size) { setFixedHeight(int(std::ceil(size.height()))); });
}

void ExcerptText::setExcerpt(const QString &text, const std::vector<news::Mention> &mentions)
{
    m_text = text;
    m_mentions = mentions;
    m_hovered.reset();
    m_focused.reset();
    m_shown = 0;
    m_column = 0;
    m_numbers.clear();
    m_places.clear();
    m_breaks.clear();
    clear();
    setExtraSelections({});
    QTextFrameFormat frame = document()->rootFrame()->frameFormat();
    frame.setBottomMargin(kBelowText);
    document()->rootFrame()->setFrameFormat(frame);
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
        std::vector<qsizetype> breaks;
        cursor.insertText(brokenLines(piece, m_column, breaks), format);
        for (const qsizetype at : breaks)
            m_breaks.push_back(m_shown + at);
        m_shown = until;
    };
    cursor.beginEditBlock();
    auto next = std::ranges::partition_point(
        m_mentions, [this](const news::Mention &each) { return qsizetype(each.start) < m_shown; });
    while (m_shown < end) {
        const bool hasMention = next != m_mentions.end() && next->start < end;
        insert(hasMention ? next->start : end, plain);
        if (hasMention) {
            insert(next->start + next->length, mention);
            ++next;
        }
    }
    cursor.endEditBlock();
    findPlaces();
    if (m_active)
        showMarked();
    verticalScrollBar()->setValue(position);
}

void ExcerptText::restyle()
{
    const int position = verticalScrollBar()->value();
    const qsizetype shown = m_shown;
    std::vector<CheckedNumber> numbers = std::move(m_numbers);
    setExcerpt(m_text, m_mentions);
    while (m_shown < shown)
        showNextPiece();
    setNumbers(std::move(numbers));
    verticalScrollBar()->setValue(position);
}

QSize ExcerptText::sizeHint() const
{
    constexpr double kHighest = 20 * kLineHeight;
    return {QTextEdit::sizeHint().width(), int(std::ceil(std::min(document()->size().height(), kHighest)))};
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

} // namespace tickmark::newsview
