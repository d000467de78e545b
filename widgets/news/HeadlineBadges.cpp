// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineBadges.h"

#include <charts/VerdictShape.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tickmark::newsview {

namespace {

constexpr double kShapeGap = 5;
constexpr double kBadgeGap = 14;
constexpr double kBeforeNumber = charts::kVerdictBox + kShapeGap;

QString moreText(qsizetype hidden)
{
    return QStringLiteral("+%1").arg(hidden);
}

std::optional<claims::VerdictCode> warningOf(const QList<tables::HeadlineVerdict> &verdicts, qsizetype from)
{
    const auto worst = std::ranges::max_element(verdicts.begin() + from, verdicts.end(), {},
                                                &tables::HeadlineVerdict::code); // in the order of how bad they are
    return worst != verdicts.end() && worst->code > claims::VerdictCode::Close ? std::optional(worst->code)
                                                                               : std::nullopt;
}

} // namespace

BadgeLine badgeLine(const QList<tables::HeadlineVerdict> &verdicts, const QFont &font, double width)
{
    const QFontMetricsF metrics(font);
    BadgeLine line;
    double used = 0;
    for (qsizetype i = 0; i < verdicts.size(); ++i) {
        const double number = metrics.horizontalAdvance(verdicts[i].number);
        const qsizetype left = verdicts.size() - i - 1;
        const double shape = warningOf(verdicts, i + 1) ? kBeforeNumber : 0;
        const double reserved = left > 0 ? kBadgeGap + shape + metrics.horizontalAdvance(moreText(left)) : 0;
        const double start = used + (i > 0 ? kBadgeGap : 0) + kBeforeNumber;
        if (start + number + reserved > width && i > 0) {
            line.hidden = int(left + 1);
            line.warning = warningOf(verdicts, i);
            break;
        }
        line.widths.push_back(std::clamp(number, 0.0, std::max(0.0, width - start - reserved)));
        used = start + line.widths.back();
    }
    return line;
}

void paintBadges(QPainter &painter, const QRectF &line, const QList<tables::HeadlineVerdict> &verdicts,
                 const QFont &font, const charts::ChartTheme &theme, const QColor &ground)
{
    const BadgeLine badges = badgeLine(verdicts, font, line.width());
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    double x = line.left();
    const double shapeTop = std::round(line.center().y() - charts::kVerdictBox / 2);
    for (std::size_t i = 0; i < badges.widths.size(); ++i) {
        const tables::HeadlineVerdict &verdict = verdicts[qsizetype(i)];
        charts::paintVerdictShape(painter, QRectF(x, shapeTop, charts::kVerdictBox, charts::kVerdictBox), verdict.code,
                                  theme, ground);
        x += kBeforeNumber;
        const double width = badges.widths[i];
        const bool isCut = width < metrics.horizontalAdvance(verdict.number);
        painter.setPen(theme.text);
        painter.drawText(QRectF(x, line.top(), width + 1, line.height()), Qt::AlignVCenter,
                         isCut ? metrics.elidedText(verdict.number, Qt::ElideRight, width) : verdict.number);
        x += width + kBadgeGap;
    }
    if (badges.warning) {
        charts::paintVerdictShape(painter, QRectF(x, shapeTop, charts::kVerdictBox, charts::kVerdictBox),
                                  *badges.warning, theme, ground);
        x += kBeforeNumber;
    }
    if (badges.hidden > 0) {
        painter.setPen(theme.secondary);
        painter.drawText(QRectF(x, line.top(), std::max(0.0, line.right() - x + 1), line.height()), Qt::AlignVCenter,
                         moreText(badges.hidden));
    }
}

} // namespace tickmark::newsview
