// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextFlow.h"

#include <charts/ChartFonts.h>
#include <charts/VerdictShape.h>

#include <QPainter>
#include <QTextOption>

#include <cmath>

namespace tickmark::report {

namespace {

constexpr double kShape = 11;   // px of a verdict's shape in a line of 12
constexpr double kShapeGap = 4; // between it and its words
constexpr QChar kNoBreakSpace(0x00a0);

//! Without ligatures: whoever searches a PDF for "confirmed", or copies it, finds every letter there. The least
//! distance between letters that a font can have switches them off.
QFont fontOf(const TextStyle &style, bool isStrong)
{
    QFont font = charts::chartFont(style.pixels, isStrong);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

} // namespace

TextFlow::TextFlow(const Paragraph &paragraph, const TextStyle &style, const charts::ChartTheme &theme, double width)
    : m_style(style)
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const Span &span : paragraph)
        append(span, theme, text, formats);
    m_layout.setText(text);
    m_layout.setFont(fontOf(style, style.isStrong));
    m_layout.setFormats(formats);
    QTextOption option(style.toRight ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight); // a page of one language; foreign words turn by themselves
    option.setUseDesignMetrics(true);         // as wide on every device
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true);
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(width);
        // Their baselines are as far apart as the style says, whatever fonts a line needs.
        const QFontMetricsF metrics(m_layout.font());
        const double middle = (m_style.lineHeight - metrics.ascent() - metrics.descent()) / 2;
        const double top = (m_layout.lineCount() - 1) * m_style.lineHeight;
        line.setPosition(QPointF(0, top + middle + metrics.ascent() - line.ascent()));
    }
    m_layout.endLayout();
}

void TextFlow::append(const Span &span, const charts::ChartTheme &theme, QString &text,
                      QList<QTextLayout::FormatRange> &formats)
{
    if (!text.isEmpty())
        text += span.shape ? QStringLiteral("   ") : QStringLiteral(" ");
    const qsizetype start = text.size();
    if (span.shape) {
        m_shapes.push_back({int(start), *span.shape});
        const double blank = charts::textWidth(fontOf(m_style, span.isStrong), kNoBreakSpace);
        text += QString(qsizetype(std::ceil((kShape + kShapeGap) / blank)), kNoBreakSpace);
    }
    text += span.text;
    QTextLayout::FormatRange range;
    range.start = int(start);
    range.length = int(text.size() - start);
    range.format.setFont(fontOf(m_style, span.isStrong || m_style.isStrong));
    range.format.setForeground(span.isSecondary || m_style.isSecondary ? theme.secondary : theme.text);
    if (!span.link.isEmpty()) {
        range.format.setAnchor(true);
        range.format.setAnchorHref(span.link);
    }
    formats.append(range);
}

void TextFlow::paintLine(QPainter &painter, int index, QPointF topLeft, const charts::ChartTheme &theme) const
{
    const QTextLine line = m_layout.lineAt(index);
    const QPointF origin = topLeft - QPointF(0, index * m_style.lineHeight);
    const int begin = line.textStart();
    const int end = begin + line.textLength();
    painter.setPen(m_style.isSecondary ? theme.secondary : theme.text);
    line.draw(&painter, origin);
    for (const Shape &shape : m_shapes) {
        if (shape.position < begin || shape.position >= end)
            continue;
        const double middle = topLeft.y() + m_style.lineHeight / 2;
        const QRectF box(origin.x() + line.cursorToX(shape.position), middle - kShape / 2, kShape, kShape);
        charts::paintVerdictShape(painter, box, shape.code, theme, theme.base);
    }
}

void TextFlow::paint(QPainter &painter, QPointF topLeft, const charts::ChartTheme &theme) const
{
    for (int i = 0; i < lineCount(); ++i)
        paintLine(painter, i, topLeft + QPointF(0, i * m_style.lineHeight), theme);
}

} // namespace tickmark::report
