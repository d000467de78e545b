// SPDX-License-Identifier: GPL-3.0-or-later
#include "Vitals.h"

#include <QDir>
#include <QFile>

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <ctime>

//! There when a sanitizer is; GCC brings no header for it.
extern "C" __attribute__((weak)) std::size_t __sanitizer_get_current_allocated_bytes();

namespace {

constexpr int kBeatMs = 1;
constexpr int kSampleMs = 10'000;
constexpr double kMb = 1'000'000;

qint64 clockNs(clockid_t clock)
{
    timespec spent{};
    clock_gettime(clock, &spent);
    return qint64(spent.tv_sec) * 1'000'000'000 + spent.tv_nsec;
}

//! glibc knows nothing of what a sanitizer allocates in its place.
double heapBytes()
{
    if (Vitals::isSanitized())
        return double(__sanitizer_get_current_allocated_bytes());
    const auto info = mallinfo2();
    return double(info.uordblks + info.hblkhd);
}

double residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE));
}

int entries(const char *folder)
{
    return int(
        QDir(QString::fromLatin1(folder)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

} // namespace

Vitals::Vitals(std::FILE *csv) : m_csv(csv)
{
    m_clock.start();
    m_beats.setTimerType(Qt::PreciseTimer);
    m_beats.setInterval(kBeatMs);
    QObject::connect(&m_beats, &QTimer::timeout, &m_beats, [this] { beat(); });
    m_sampling.setInterval(kSampleMs);
    QObject::connect(&m_sampling, &QTimer::timeout, &m_sampling, [this] { sample(); });
    std::fputs("seconds,resident_mb,heap_mb,open_files,threads,longest_turn_ms,longest_turn_cpu_ms,doing\n", m_csv);
    m_beats.start();
    m_sampling.start();
    resume();
}

void Vitals::setDoing(const QString &what)
{
    beat(); // what went before ends here
    m_doing = what;
}

void Vitals::pause()
{
    beat();
    m_isPaused = true;
}

void Vitals::resume()
{
    m_isPaused = false;
    m_lastWall = clockNs(CLOCK_MONOTONIC);
    m_lastOwn = clockNs(CLOCK_THREAD_CPUTIME_ID);
}

bool Vitals::isSanitized()
{
    return __sanitizer_get_current_allocated_bytes != nullptr;
}

Vitals::Sample Vitals::now(double seconds)
{
    return {seconds, residentBytes() / kMb, heapBytes() / kMb, entries("/proc/self/fd"), entries("/proc/self/task")};
}

void Vitals::beat()
{
    if (m_isPaused)
        return;
    const qint64 wall = clockNs(CLOCK_MONOTONIC);
    const qint64 own = clockNs(CLOCK_THREAD_CPUTIME_ID);
    const Turn turn{double(wall - m_lastWall) / 1e6, double(own - m_lastOwn) / 1e6};
    m_lastWall = wall;
    m_lastOwn = own;
    for (Turn *longest : {&m_recent, &m_longest[m_doing]}) {
        longest->wallMs = std::max(longest->wallMs, turn.wallMs);
        longest->ownMs = std::max(longest->ownMs, turn.ownMs);
    }
}

void Vitals::sample()
{
    const Sample sample = now(seconds());
    m_samples.push_back(sample);
    std::fprintf(m_csv, "%.0f,%.1f,%.1f,%d,%d,%.1f,%.1f,%s\n", sample.seconds, sample.residentMb, sample.heapMb,
                 sample.files, sample.threads, m_recent.wallMs, m_recent.ownMs, qPrintable(m_doing));
    std::fflush(m_csv);
    m_recent = {};
}
