// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFonts.h"

#include <QFontDatabase>
#include <QStringList>

namespace tickmark::charts {

bool loadChartFonts()
{
    // Qt would register the same file again at every call.
    static const bool loaded = [] {
        const int regular = QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/OpenSans-Regular.ttf"));
        const int semibold = QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/OpenSans-SemiBold.ttf"));
        return regular >= 0 && semibold >= 0;
    }();
    return loaded;
}

QFont chartFont(int pixels, bool semibold)
{
    QFont font(QStringList{QStringLiteral("Open Sans"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(pixels);
    font.setWeight(semibold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double textWidth(const QFont &font, const QString &text)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

} // namespace tickmark::charts
