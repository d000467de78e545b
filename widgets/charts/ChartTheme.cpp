// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartTheme.h"

#include <array>

namespace tickmark::charts {

namespace {

constexpr std::array<QRgb, 6> kLightSeries{0x1B1F24, 0x0B625D, 0x9160BF, 0x4F739B, 0x6F6D22, 0xB04467};
constexpr std::array<QRgb, 6> kDarkSeries{0xE4E6E8, 0x5FD0C5, 0xAB88DD, 0x86A9D1, 0xB5B25A, 0xE58AAC};
constexpr std::array<QRgb, 6> kPrintSeries{0x111111, 0x0B625D, 0x8A58B8, 0x4F739B, 0x6F6D22, 0xB04467};

// For readers used to traffic lights; as dark, or as light, as the usual pair.
constexpr QColor kGreen(0x0A, 0x75, 0x58);
constexpr QColor kGreenOnDark(0x3F, 0xC3, 0x9B);
constexpr QColor kRed(0xB3, 0x26, 0x1E);
constexpr QColor kRedOnDark(0xFF, 0x7B, 0x71);

//! By place in the pane. The first six tell print in grey apart, the others also repeated colours on the screen.
const QList<qreal> &dashesOf(int index)
{
    static const std::array<QList<qreal>, 18> dashes{
        QList<qreal>{}, {9, 4},        {2, 5},  {9, 4, 2, 4},  {16, 4},  {9, 4, 2, 4, 2, 4},
        {5, 4},         {24, 5},       {2, 9},  {18, 4, 4, 4}, {12, 10}, {16, 4, 2, 4, 2, 4},
        {6, 2},         {24, 4, 9, 4}, {4, 12}, {9, 4, 4, 4},  {24, 12}, {5, 3, 5, 3, 2, 8}};
    return dashes[size_t(index) % dashes.size()];
}

SeriesStyle printSeries(int index)
{
    static constexpr std::array<double, 6> widths{2.6, 2.2, 2.4, 2.2, 2.0, 2.0};
    const auto slot = size_t(index) % kPrintSeries.size();
    return SeriesStyle{QColor::fromRgb(kPrintSeries[slot]), widths[slot], dashesOf(index)};
}

ChartTheme light()
{
    ChartTheme theme;
    theme.window = QColor(0xF3, 0xF2, 0xEF);
    theme.base = QColor(0xFF, 0xFF, 0xFF);
    theme.text = QColor(0x1B, 0x1F, 0x24);
    theme.secondary = QColor(0x5A, 0x62, 0x6B);
    theme.grid = QColor(0xEA, 0xE8, 0xE4);
    theme.axis = QColor(0xB9, 0xB6, 0xB0);
    theme.border = QColor(0xD6, 0xD3, 0xCD);
    theme.accent = QColor(0x46, 0x50, 0xA8);
    theme.up = QColor(0x16, 0x67, 0xA8);
    theme.down = QColor(0xAD, 0x4E, 0x00);
    theme.hatch = QColor(0xCF, 0xCC, 0xC6);
    theme.extendedHours = QColor(0xF6, 0xF5, 0xF2);
    theme.leader = QColor(0xA6, 0xAB, 0xDA);
    theme.alternate = QColor(0xFA, 0xF9, 0xF7);
    theme.placeholder = QColor(0x6E, 0x75, 0x7D);
    theme.tint = QColor(0xE9, 0xEB, 0xF7);
    theme.buttonTop = QColor(0xFD, 0xFC, 0xFB);
    theme.buttonBottom = QColor(0xF1, 0xEF, 0xEB);
    theme.buttonBorder = QColor(0xC4, 0xC1, 0xBA);
    theme.popup = QColor(0xFF, 0xFF, 0xFF);
    theme.tag = QColor(0x3A, 0x40, 0x48);
    theme.tagText = QColor(0xFF, 0xFF, 0xFF);
    theme.confirmed = QColor(0x0A, 0x75, 0x58);
    theme.intraday = QColor(0x80, 0x62, 0x00);
    theme.otherBasis = QColor(0x8B, 0x3F, 0x94);
    theme.contradicted = QColor(0xB3, 0x26, 0x1E);
    theme.undecided = QColor(0x5F, 0x67, 0x70);
    theme.computed = QColor(0xDD, 0xDA, 0xD3);
    return theme;
}

ChartTheme dark()
{
    ChartTheme theme;
    theme.window = QColor(0x20, 0x23, 0x27);
    theme.base = QColor(0x17, 0x19, 0x1C);
    theme.text = QColor(0xE4, 0xE6, 0xE8);
    theme.secondary = QColor(0xA0, 0xA7, 0xAF);
    theme.grid = QColor(0x2A, 0x2D, 0x32);
    theme.axis = QColor(0x55, 0x5B, 0x63);
    theme.border = QColor(0x36, 0x3A, 0x40);
    theme.accent = QColor(0xA6, 0xAD, 0xF3);
    theme.up = QColor(0x62, 0xB1, 0xEE);
    theme.down = QColor(0xF1, 0x9A, 0x4E);
    theme.hatch = QColor(0x45, 0x4A, 0x51);
    theme.extendedHours = QColor(0x1D, 0x20, 0x23);
    theme.leader = QColor(0x5A, 0x60, 0xA0);
    theme.alternate = QColor(0x1C, 0x1F, 0x22);
    theme.placeholder = QColor(0x87, 0x8E, 0x96);
    theme.tint = QColor(0x2C, 0x30, 0x52);
    theme.buttonTop = QColor(0x2F, 0x33, 0x38);
    theme.buttonBottom = QColor(0x29, 0x2C, 0x31);
    theme.buttonBorder = QColor(0x43, 0x48, 0x4F);
    theme.popup = QColor(0x25, 0x28, 0x2D);
    theme.tag = QColor(0xC9, 0xCD, 0xD2);
    theme.tagText = QColor(0x17, 0x19, 0x1C);
    theme.confirmed = QColor(0x3F, 0xC3, 0x9B);
    theme.intraday = QColor(0xD8, 0xB2, 0x3C);
    theme.otherBasis = QColor(0xD2, 0x8B, 0xDA);
    theme.contradicted = QColor(0xFF, 0x7B, 0x71);
    theme.undecided = QColor(0x9A, 0xA1, 0xA9);
    theme.computed = QColor(0x3A, 0x3F, 0x45);
    return theme;
}

ChartTheme print()
{
    ChartTheme theme;
    theme.window = QColor(0xFF, 0xFF, 0xFF);
    theme.base = QColor(0xFF, 0xFF, 0xFF);
    theme.text = QColor(0x11, 0x11, 0x11);
    theme.secondary = QColor(0x44, 0x44, 0x44);
    theme.grid = QColor(0xDD, 0xDD, 0xDD);
    theme.axis = QColor(0x66, 0x66, 0x66);
    theme.border = QColor(0xBB, 0xBB, 0xBB);
    theme.accent = QColor(0x11, 0x11, 0x11);
    theme.up = QColor(0x16, 0x67, 0xA8);
    theme.down = QColor(0xAD, 0x4E, 0x00);
    theme.hatch = QColor(0xBB, 0xBB, 0xBB);
    theme.extendedHours = QColor(0xF7, 0xF7, 0xF7);
    theme.leader = QColor(0x88, 0x88, 0x88);
    theme.alternate = QColor(0xFF, 0xFF, 0xFF);
    theme.placeholder = QColor(0x77, 0x77, 0x77);
    theme.tint = QColor(0xEE, 0xEE, 0xEE);
    theme.buttonTop = QColor(0xFF, 0xFF, 0xFF);
    theme.buttonBottom = QColor(0xFF, 0xFF, 0xFF);
    theme.buttonBorder = QColor(0xBB, 0xBB, 0xBB);
    theme.popup = QColor(0xFF, 0xFF, 0xFF);
    theme.tag = QColor(0x11, 0x11, 0x11);
    theme.tagText = QColor(0xFF, 0xFF, 0xFF);
    theme.confirmed = QColor(0x0A, 0x75, 0x58);
    theme.intraday = QColor(0x7A, 0x5E, 0x00);
    theme.otherBasis = QColor(0x8B, 0x3F, 0x94);
    theme.contradicted = QColor(0xB3, 0x26, 0x1E);
    theme.undecided = QColor(0x55, 0x55, 0x55);
    theme.computed = QColor(0xDD, 0xDD, 0xDD);
    return theme;
}

} // namespace

QPen SeriesStyle::pen() const
{
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!dashes.isEmpty()) {
        QList<qreal> inWidths;
        for (const qreal length : dashes)
            inWidths.append(length / width);
        pen.setDashPattern(inWidths);
        // Dots are round; dashes keep their length.
        if (dashes.constFirst() < width)
            pen.setCapStyle(Qt::RoundCap);
    }
    return pen;
}

ChartTheme ChartTheme::named(ThemeName name, UpDownColors upDown)
{
    ChartTheme theme = name == ThemeName::Light ? light() : name == ThemeName::Dark ? dark() : print();
    if (upDown != UpDownColors::BlueOrange) {
        const bool onDark = name == ThemeName::Dark;
        const QColor green = onDark ? kGreenOnDark : kGreen;
        const QColor red = onDark ? kRedOnDark : kRed;
        theme.up = upDown == UpDownColors::GreenRed ? green : red;
        theme.down = upDown == UpDownColors::GreenRed ? red : green;
    }
    theme.m_name = name;
    return theme;
}

SeriesStyle ChartTheme::series(int index) const
{
    if (isPrint())
        return printSeries(index);
    const auto &colors = m_name == ThemeName::Dark ? kDarkSeries : kLightSeries;
    const int count = int(colors.size());
    // Solid once, then the twelve further patterns in turn.
    const int pattern = index < count ? 0 : count + (index - count) % (2 * count);
    return SeriesStyle{QColor::fromRgb(colors[size_t(index % count)]), index == 0 ? 1.8 : 1.6, dashesOf(pattern)};
}

} // namespace tickmark::charts
