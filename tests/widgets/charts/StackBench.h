// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SampleContent.h"
#include <charts/StackView.h>

#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>

#include <memory>

namespace tickmark::tests {

[[nodiscard]] inline core::Time at(const char *iso)
{
    return core::parseIsoTime(iso).value_or(core::Time());
}

//! A StackView on the screen with three panes of the sample's daily bars (14 January to 14 February 2025, base 24
//! January), and a hand to use it with. A base of tests: one view each from open() to close().
class StackBench
{
protected:
    static constexpr QSize kSize{900, 850};

    //! False when the window does not come up.
    [[nodiscard]] bool open();
    void close() { m_view.reset(); }
    void show(const charts::ChartSpec &spec);

    //! Where the middle of a session lies: px in the view, and as a part of the plot's width.
    [[nodiscard]] double xOf(const char *date) const;
    [[nodiscard]] double positionOf(const char *date) const;
    //! What a pane's head says of one curve.
    [[nodiscard]] QString read(int pane, int curve) const;

    void hover(QPointF position) { send(QEvent::MouseMove, position, Qt::NoButton, Qt::NoButton, {}); }
    void leave();
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {});
    void wheel(QPointF position, QPoint angle);

    std::unique_ptr<charts::StackView> m_view;
    charts::ChartSpec m_spec;
    charts::ChartContent m_content;
    double m_plotLeft = 0;
    double m_plotWidth = 0;

private:
    void send(QEvent::Type type, QPointF position, Qt::MouseButton button, Qt::MouseButtons buttons,
              Qt::KeyboardModifiers modifiers);
    void findPlot();

    SampleContent m_sample;
};

} // namespace tickmark::tests
