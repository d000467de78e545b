// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <claims/Judge.h>

#include <QWidget>

#include <style/Appearance.h>

#include <optional>
#include <utility>

namespace tickmark::claimview {

//! A price on the strip, what it is called and how it is written.
struct StripMark
{
    double value = 0;
    QString name;
    QString text;
    QString move; //!< against the close before; may be empty
};

struct RangeStripData
{
    StripMark low;
    StripMark open;
    StripMark high;
    StripMark close;
    StripMark claim;
    claims::VerdictCode code = claims::VerdictCode::NoData;
};

//! The range of a session as a bar, with the close and the claimed level on it (visual.md, "Range strip"). The axis is wide
//! enough for all of them; where labels collide, the opening goes first. Prices grow to the right. GUI thread; a screen
//! reader gets the labels as a description.
class RangeStrip : public QWidget
{
    Q_OBJECT

public:
    //! `appearance` outlives it. Values are finite.
    RangeStrip(const style::Appearance &appearance, RangeStripData strip, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    //! Where a price stands; px.
    [[nodiscard]] double xOf(double value) const;
    [[nodiscard]] bool isOpenShown() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double lowest() const;
    [[nodiscard]] double highest() const;
    //! Around `x`, within the widget.
    [[nodiscard]] QRectF labelBox(const StripMark &mark, double x, double top, bool isAbove) const;
    //! Of low and high, which never overlap.
    [[nodiscard]] std::pair<QRectF, QRectF> endBoxes() const;
    void paintAbove(QPainter &painter) const;
    void paintBelow(QPainter &painter) const;

    const style::Appearance &m_appearance;
    RangeStripData m_data;
};

} // namespace tickmark::claimview
