// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>

namespace tickmark::charts {

//! How long the frames of the last second took to paint. A value; times on any monotonic clock.
class FrameTimes
{
public:
    struct Summary
    {
        int frames = 0; //!< 0: none in the last second, the others mean nothing
        qint64 medianNs = 0;
        qint64 worstNs = 0;
    };

    void add(qint64 nowNs, qint64 durationNs);
    [[nodiscard]] Summary lastSecond(qint64 nowNs) const;

private:
    struct Frame
    {
        qint64 at = 0;
        qint64 duration = 0;
    };

    std::deque<Frame> m_frames; //!< of little more than a second
};

} // namespace tickmark::charts
