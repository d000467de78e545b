// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextWrap.h"

#include <QFontMetricsF>

#include <algorithm>

namespace tickmark::exporting {

namespace {

constexpr qsizetype kLeastPart = 3; // letters of a broken word on either line

//! As much of a word that is wider than a line as goes into one, with a hyphen; the word loses it. At a hyphen of its own
//! where there is one.
QString takePart(QString &word, const QFontMetricsF &metrics, double width)
{
    qsizetype most = kLeastPart;
    while (most < word.size() - kLeastPart && metrics.horizontalAdvance(word.left(most + 1) + u'-') <= width)
        ++most;
    const qsizetype own = word.lastIndexOf(u'-', most);
    const bool atHyphen = own >= kLeastPart && own < word.size() - 1;
    if (!atHyphen && word.at(most - 1).isHighSurrogate())
        --most;
    const QString part = atHyphen ? word.left(own + 1) : word.left(most) + u'-';
    word.remove(0, atHyphen ? own + 1 : most);
    return part;
}

//! Lines of `text`, however many.
QStringList brokenLines(const QString &text, const QFontMetricsF &metrics, double width)
{
    QStringList lines;
    QString line;
    for (QString word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (metrics.horizontalAdvance(longer) <= width) {
            line = longer;
            continue;
        }
        if (!line.isEmpty())
            lines.append(line);
        while (metrics.horizontalAdvance(word) > width && word.size() > 2 * kLeastPart)
            lines.append(takePart(word, metrics, width));
        line = word;
    }
    if (!line.isEmpty())
        lines.append(line);
    return lines;
}

} // namespace

QStringList wrapText(const QString &text, const QFont &font, double width, int most)
{
    const QFontMetricsF metrics(font);
    QStringList lines = brokenLines(text, metrics, width);
    if (lines.size() > most) {
        // The last line says by its ellipsis that there is more.
        const QString rest = lines.mid(most - 1).join(u' ');
        lines = lines.mid(0, most);
        lines.last() = rest;
    }
    for (QString &line : lines)
        line = metrics.elidedText(line, Qt::ElideRight, width);
    return lines;
}

bool fitsInLines(const QString &text, const QFont &font, double width, int most)
{
    const QFontMetricsF metrics(font);
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::none_of(words, [&](const QString &word) { return metrics.horizontalAdvance(word) > width; })
           && brokenLines(text, metrics, width).size() <= most;
}

} // namespace tickmark::exporting
