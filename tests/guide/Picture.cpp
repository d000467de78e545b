// SPDX-License-Identifier: GPL-3.0-or-later
#include "Picture.h"

#include <QHash>
#include <QTest>
#include <QWidget>

#include <algorithm>
#include <vector>

namespace {

constexpr int kRestMs = 400;
constexpr int kLooks = 60;
constexpr std::size_t kColors = 256; // of an indexed PNG
constexpr std::size_t kUsual = 64;

int distance(QRgb a, QRgb b)
{
    const int red = qRed(a) - qRed(b);
    const int green = qGreen(a) - qGreen(b);
    const int blue = qBlue(a) - qBlue(b);
    return 3 * red * red + 4 * green * green + 2 * blue * blue;
}

//! Most frequent first; equal ones by their value.
std::vector<QRgb> frequentColors(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            ++counts[line[x]];
    }
    std::vector<QRgb> colors(counts.keyBegin(), counts.keyEnd());
    std::ranges::sort(
        colors, [&counts](QRgb a, QRgb b) { return std::pair(-counts.value(a), a) < std::pair(-counts.value(b), b); });
    return colors;
}

//! The usual ones as they are, and those that every other one is near to, as near as 256 of them allow: a small red sign
//! keeps its red.
std::vector<QRgb> palette(const std::vector<QRgb> &colors)
{
    for (int near = 0;; near += 20 + near / 4) {
        std::vector<QRgb> kept;
        for (const QRgb color : colors) {
            const auto isNear = [&](QRgb other) { return distance(color, other) <= near; };
            if (kept.size() < kUsual || !std::ranges::any_of(kept, isNear))
                kept.push_back(color);
            if (kept.size() > kColors)
                break;
        }
        if (kept.size() <= kColors)
            return kept;
    }
}

} // namespace

QImage picture(QWidget &widget)
{
    QImage before;
    for (int i = 0; i < kLooks; ++i) {
        const QImage now = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
        if (now == before)
            return now;
        before = now;
        QTest::qWait(kRestMs);
    }
    return {};
}

bool savePicture(const QImage &picture, const QString &path)
{
    if (picture.isNull())
        return false;
    const std::vector<QRgb> colors = frequentColors(picture);
    const std::vector<QRgb> kept = palette(colors);
    QImage indexed(picture.size(), QImage::Format_Indexed8);
    indexed.setColorTable(QList<QRgb>(kept.begin(), kept.end()));
    QHash<QRgb, uchar> places;
    for (const QRgb color : colors) {
        const auto nearest = std::ranges::min_element(kept, {}, [&](QRgb other) { return distance(color, other); });
        places[color] = uchar(nearest - kept.begin());
    }
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        uchar *out = indexed.scanLine(y);
        for (int x = 0; x < picture.width(); ++x)
            out[x] = places.value(line[x]);
    }
    return indexed.save(path, "PNG", 1); // the least quality is the best compression
}
