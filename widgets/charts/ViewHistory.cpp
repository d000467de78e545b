// SPDX-License-Identifier: GPL-3.0-or-later
#include "ViewHistory.h"

namespace tickmark::charts {

void ViewHistory::visit(core::TimeRange range, Step step, qint64 nowMs)
{
    const bool continues = step == Step::Run && m_run && nowMs - m_lastMs < kRunMs;
    m_run = step == Step::Run;
    m_lastMs = nowMs;
    if (!m_ranges.empty() && m_ranges[m_index] == range)
        return;
    if (!m_ranges.empty())
        m_ranges.resize(m_index + 1);
    if (continues && !m_ranges.empty())
        m_ranges.back() = range;
    else
        m_ranges.push_back(range);
    if (m_ranges.size() > kMost)
        m_ranges.erase(m_ranges.begin());
    m_index = m_ranges.size() - 1;
}

std::optional<core::TimeRange> ViewHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    m_run = false;
    return m_ranges[--m_index];
}

std::optional<core::TimeRange> ViewHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    m_run = false;
    return m_ranges[++m_index];
}

} // namespace tickmark::charts
