// SPDX-License-Identifier: GPL-3.0-or-later
#include "Interrupt.h"

#include <unistd.h>

#include <csignal>
#include <thread>

namespace tickmark::app {

namespace {

constexpr int kInterruptedExit = 130;

} // namespace

Interrupt::Interrupt()
{
    // Blocked here, thus in every thread that is started later: only the waiting thread below takes them. A stop request
    // runs callbacks, which no signal handler may.
    sigset_t signalSet;
    sigemptyset(&signalSet);
    sigaddset(&signalSet, SIGINT);
    sigaddset(&signalSet, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signalSet, nullptr);
    std::thread([source = m_source, signalSet]() mutable {
        int signal = 0;
        sigwait(&signalSet, &signal);
        source.request_stop();
        sigwait(&signalSet, &signal);
        _exit(kInterruptedExit);
    }).detach();
}

} // namespace tickmark::app
