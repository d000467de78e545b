// SPDX-License-Identifier: GPL-3.0-or-later
#include "StackBench.h"

#include <QApplication>

#include <string>

namespace tickmark::tests {

using namespace charts;

bool StackBench::open()
{
    m_view = std::make_unique<StackView>();
    m_view->resize(kSize);
    m_view->show();
    if (!QTest::qWaitForWindowExposed(m_view.get()))
        return false;
    ChartSpec spec = specOf(QStringLiteral("^GSPC,^IXIC,^DJI;NVDA,AVGO,VST;volume:NVDA"), "2025-01-14", "2025-02-14",
                            "2025-01-24");
    spec.theme = ThemeName::Light;
    spec.markers = true;
    show(spec);
    findPlot();
    return m_plotWidth > 0 && !m_view->crosshair();
}

void StackBench::show(const ChartSpec &spec)
{
    m_spec = spec;
    m_content = m_sample.daily(spec);
    for (std::size_t i = 0; i < m_content.news.size(); ++i)
        m_content.news[i].id = qint64(i) + 1;
    m_view->setChart(m_spec, m_content);
    QCoreApplication::processEvents();
}

// The plot's edges are where hovering begins and ends to read anything.
void StackBench::findPlot()
{
    int right = 500;
    for (; right < kSize.width(); ++right) {
        hover(QPointF(right, 300));
        if (!m_view->crosshair())
            break;
    }
    int left = 200;
    for (; left > 0; --left) {
        hover(QPointF(left - 1, 300));
        if (!m_view->crosshair())
            break;
    }
    m_plotLeft = left;
    m_plotWidth = right - left;
    leave();
}

double StackBench::xOf(const char *date) const
{
    m_view->setCrosshair(at((std::string(date) + "T20:59:00Z").c_str()));
    return m_plotLeft + positionOf(date) * m_plotWidth;
}

double StackBench::positionOf(const char *date) const
{
    const core::TimeScale &scale = m_content.timeScale;
    const auto calendar = m_content.curves.at(QStringLiteral("NVDA")).bars->calendar;
    const auto session = calendar->session(day(date));
    const double begin = double(scale.toAxis(m_view->viewRange().begin));
    const double end = double(scale.toAxis(m_view->viewRange().end));
    const double middle = (double(scale.toAxis(session->hours.begin)) + double(scale.toAxis(session->hours.end))) / 2;
    return (middle - begin) / (end - begin);
}

QString StackBench::read(int pane, int curve) const
{
    const auto readings = m_view->readings();
    return readings.at(std::size_t(pane)).curves.at(std::size_t(curve)).text;
}

void StackBench::leave()
{
    QEvent event(QEvent::Leave);
    QApplication::sendEvent(m_view.get(), &event);
}

void StackBench::drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers)
{
    send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton, modifiers);
    send(QEvent::MouseMove, (from + to) / 2, Qt::NoButton, Qt::LeftButton, modifiers);
    send(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton, modifiers);
    send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton, modifiers);
}

void StackBench::wheel(QPointF position, QPoint angle)
{
    QWheelEvent event(position, m_view->mapToGlobal(position), {}, angle, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view.get(), &event);
}

void StackBench::send(QEvent::Type type, QPointF position, Qt::MouseButton button, Qt::MouseButtons buttons,
                      Qt::KeyboardModifiers modifiers)
{
    QMouseEvent event(type, position, m_view->mapToGlobal(position), button, buttons, modifiers);
    QApplication::sendEvent(m_view.get(), &event);
}

} // namespace tickmark::tests
