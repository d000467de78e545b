// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QTimer>

#include <cstdio>
#include <map>
#include <vector>

//! How a program that runs for long does: memory, open files, threads, and how long its GUI thread was away from its event
//! loop. A line of CSV every ten seconds. GUI thread.
class Vitals
{
public:
    //! `csv` is open and outlives it.
    explicit Vitals(std::FILE *csv);

    //! What the user does from now on, to say what the thread was busy with.
    void setDoing(const QString &what);
    //! What comes now does not count as a turn: the program starts or ends.
    void pause();
    void resume();

    //! The GUI thread's longest turn while something was done.
    struct Turn
    {
        double wallMs = 0;
        double ownMs = 0; //!< processor time of the thread: other programs do not count
    };
    [[nodiscard]] const std::map<QString, Turn> &longest() const { return m_longest; }

    struct Sample
    {
        double seconds = 0;
        double residentMb = 0;
        double heapMb = 0; //!< in use, of all that is allocated
        int files = 0;
        int threads = 0;
    };
    [[nodiscard]] static Sample now(double seconds);
    //! Resident memory is the sanitizer's own then: it keeps what was freed, and where everything was allocated.
    [[nodiscard]] static bool isSanitized();
    [[nodiscard]] const std::vector<Sample> &samples() const { return m_samples; }
    [[nodiscard]] double seconds() const { return double(m_clock.elapsed()) / 1000; }

private:
    void beat();
    void sample();

    std::FILE *m_csv;
    QElapsedTimer m_clock;
    QTimer m_beats;
    QTimer m_sampling;
    QString m_doing;
    bool m_isPaused = false;
    qint64 m_lastWall = 0;
    qint64 m_lastOwn = 0;
    Turn m_recent; //!< since the last line
    std::map<QString, Turn> m_longest;
    std::vector<Sample> m_samples;
};
