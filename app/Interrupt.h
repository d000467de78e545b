// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace tickmark::app {

//! Turns Ctrl+C (and SIGTERM) into a stop request, so that a command can put things in order and end with 130. A second
//! signal, or five seconds without an end, ends the process at once. Create it before any other thread, once.
class Interrupt
{
public:
    Interrupt();

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }
    [[nodiscard]] bool requested() const { return m_source.stop_requested(); }

private:
    std::stop_source m_source;
};

} // namespace tickmark::app
