// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextWrap.h"

#include <QFontMetricsF>

namespace tickmark::exporting {

QStringList wrapText(const QString &text, const QFont &font, double width, int most)
{
    const QFontMetricsF metrics(font);
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    QStringList lines;
    qsizetype next = 0;
    while (next < words.size() && lines.size() < most) {
        QString line = words.at(next++);
        while (next < words.size()) {
            const QString longer = line + u' ' + words.at(next);
            if (metrics.horizontalAdvance(longer) > width)
                break;
            line = longer;
            ++next;
        }
        lines.append(line);
    }
    if (lines.isEmpty())
        return lines;
    if (next < words.size())
        lines.last() += u' ' + words.mid(next).join(u' ');
    for (QString &line : lines)
        line = metrics.elidedText(line, Qt::ElideRight, width);
    return lines;
}

} // namespace tickmark::exporting
