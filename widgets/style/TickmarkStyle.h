// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Appearance.h"

#include <QProxyStyle>

class QApplication;

namespace tickmark::style {

//! Fusion with the sizes and shapes of visual.md, "Window". Colours come from the palette, which dress() sets.
//!
//! A checkable QToolButton with the property "segment" ("first", "middle", "last" or "only") is drawn as a segment of a
//! row of choices: checked means tint, accent text and a 2 px accent foot.
class TickmarkStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit TickmarkStyle(const Appearance &appearance);

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *data) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                       const QWidget *widget) const override;

private:
    const Appearance &m_appearance;
};

//! The palette of the theme.
[[nodiscard]] QPalette paletteOf(const charts::ChartTheme &theme);

//! Gives the application style, palette and font, and keeps its palette in step with `appearance`, which outlives it.
void dress(QApplication &application, const Appearance &appearance);

} // namespace tickmark::style
