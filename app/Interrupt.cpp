// SPDX-License-Identifier: GPL-3.0-or-later
#include "Interrupt.h"

#include <unistd.h>

#include <csignal>
#include <thread>

namespace tickmark::app {

namespace {

constexpr int kInterruptedExit = 130;
constexpr int kPatienceSeconds = 5;

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
        // What waits for a pipe or a terminal cannot look at the request. Ending hard is safe: the store keeps whole
        // transactions only, and files appear by renaming.
        const timespec patience{kPatienceSeconds, 0};
        sigtimedwait(&signalSet, nullptr, &patience);
        _exit(kInterruptedExit);
    }).detach();
}

} // namespace tickmark::app
