// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fonts.h"

#include <charts/ChartFonts.h>

namespace tickmark::style {

QFont textFont(TextRole role)
{
    charts::loadChartFonts();
    switch (role) {
    case TextRole::Small:
        return charts::chartFont(11);
    case TextRole::Normal:
        return charts::chartFont(12);
    case TextRole::Title:
        return charts::chartFont(12, true);
    case TextRole::Headline:
        return charts::chartFont(13, true);
    case TextRole::Sentence:
        return charts::chartFont(13);
    case TextRole::Excerpt:
        return charts::chartFont(15, true);
    case TextRole::View:
        return charts::chartFont(18, true);
    }
    return charts::chartFont(12);
}

} // namespace tickmark::style
