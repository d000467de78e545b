// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportDocument.h"
#include <charts/ChartTheme.h>

#include <QTextLayout>

class QPainter;

namespace tickmark::report {

//! How a paragraph stands on a page, px at 96 dpi.
struct TextStyle
{
    int pixels = 12;
    double lineHeight = 17;
    bool toRight = false; //!< ends at the right edge
    bool isStrong = false;
    bool isSecondary = false;
};

//! One paragraph broken into lines of a width: at blanks, and inside of a word only where that alone is wider than a line.
//! Needs the fonts of charts::loadChartFonts(). One thread at a time.
class TextFlow
{
public:
    TextFlow(const Paragraph &paragraph, const TextStyle &style, const charts::ChartTheme &theme, double width);
    TextFlow(const TextFlow &) = delete;
    TextFlow &operator=(const TextFlow &) = delete;

    [[nodiscard]] int lineCount() const { return m_layout.lineCount(); }
    [[nodiscard]] double height() const { return lineCount() * m_style.lineHeight; }
    void paint(QPainter &painter, QPointF topLeft, const charts::ChartTheme &theme) const;
    //! One line with its top left corner there.
    void paintLine(QPainter &painter, int line, QPointF topLeft, const charts::ChartTheme &theme) const;

private:
    //! Where a shape stands: at the beginning of so many characters that leave room for it.
    struct Shape
    {
        int position = 0;
        claims::VerdictCode code = claims::VerdictCode::NoData;
    };
    void append(const Span &span, const charts::ChartTheme &theme, QString &text,
                QList<QTextLayout::FormatRange> &formats);

    TextStyle m_style;
    QTextLayout m_layout;
    std::vector<Shape> m_shapes;
};

} // namespace tickmark::report
