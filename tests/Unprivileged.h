// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

namespace tickmark::test {

//! Makes permissions bind a test that runs as root: acts as "nobody" while it lives.
class Unprivileged
{
public:
    Unprivileged() : m_wasRoot(::geteuid() == 0) { m_active = !m_wasRoot || ::seteuid(65534) == 0; }
    ~Unprivileged()
    {
        if (m_wasRoot)
            static_cast<void>(::seteuid(0) == 0);
    }
    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;
    [[nodiscard]] bool isActive() const { return m_active; }

private:
    bool m_wasRoot;
    bool m_active;
};

} // namespace tickmark::test
