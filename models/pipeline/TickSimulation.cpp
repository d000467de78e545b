// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickSimulation.h"

#include <bit>

namespace tickmark::pipeline {

namespace {

constexpr qint64 kLeastPrice = 1'00;
constexpr qint64 kNoiseFrom = 90'00;
constexpr qint64 kNsPerMillisecond = 1'000'000;
//! Three of four ticks stand this times the product of two numbers from 0 to 1 (1/4 on average) after the one before.
constexpr quint64 kLongestStepMs = 1'334;
constexpr qint64 kLastYear = 2261;

} // namespace

TickSimulation::TickSimulation(const core::SessionCalendar &calendar, core::SessionDate start, quint64 seed, Walk walk)
    : m_calendar(calendar), m_state(seed), m_walk(walk), m_session(calendar.sessionAfter(start.plusDays(-1)))
{
    if (m_session)
        m_hours = {m_session->hours.begin, m_session->lunch ? m_session->lunch->begin : m_session->hours.end};
    m_timeNs = m_hours.begin.ns;
}

//! SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014, figure 17, mix64
//! variant 13): the same numbers everywhere, which those of the standard library's distributions are not.
quint64 TickSimulation::draw()
{
    quint64 z = (m_state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

bool TickSimulation::enterNextHours()
{
    if (m_session && m_session->lunch && !m_afternoon) {
        m_afternoon = true;
        m_hours = {m_session->lunch->end, m_session->hours.end};
    } else if (m_session) {
        m_afternoon = false;
        m_session = m_session->date.year() < kLastYear ? m_calendar.sessionAfter(m_session->date) : std::nullopt;
        if (m_session)
            m_hours = {m_session->hours.begin, m_session->lunch ? m_session->lunch->begin : m_session->hours.end};
    }
    m_timeNs = m_hours.begin.ns;
    return m_session.has_value();
}

void TickSimulation::next(std::vector<core::Tick> &ticks, std::size_t count)
{
    ticks.clear();
    ticks.reserve(count);
    while (ticks.size() < count) {
        const quint64 bits = draw();
        if ((bits & 3) != 0) {
            const quint64 product = ((bits >> 2) & 0xFFFF) * ((bits >> 18) & 0xFFFF);
            m_timeNs += qint64((product * kLongestStepMs) >> 32) * kNsPerMillisecond;
            if (m_walk == Walk::Random) {
                m_price += std::popcount((bits >> 34) & 0xF) - 2;
                if (m_price < kLeastPrice)
                    m_price = 2 * kLeastPrice - m_price;
            }
        }
        if (m_walk == Walk::Noise)
            m_price = kNoiseFrom + qint64((bits >> 34) & 0x7FF);
        while (!m_session || m_timeNs >= m_hours.end.ns) {
            if (!enterNextHours())
                return;
        }
        // mostly round lots, some odd ones
        const qint64 lots = 1 + qint64((bits >> 45) & 7);
        const bool odd = ((bits >> 48) & 15) == 0;
        ticks.push_back({core::Time{m_timeNs}, m_price, odd ? 1 + qint64((bits >> 52) & 127) : lots * 100});
    }
}

} // namespace tickmark::pipeline
