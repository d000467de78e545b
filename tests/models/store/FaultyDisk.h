// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tickmark::store {

//! The default file layer of SQLite while it lives, over the real one: counts what is written to stores and their logs, and
//! fails from a chosen operation on. What was written and not yet synced can then be taken back, as a power cut does; a
//! killed process alone would keep it, for the system has it. Syncs cost nothing. One at a time; any thread.
class FaultyDisk
{
public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk &) = delete;
    FaultyDisk &operator=(const FaultyDisk &) = delete;

    enum class Fault { PowerCut, DiskFull };
    //! The operation (write, truncation, sync, deletion) of that number is the first that fails; counted from now on.
    void failAt(long operation, Fault fault);
    //! Works again.
    void repair();
    [[nodiscard]] long operations() const;
    [[nodiscard]] bool hasFailed() const;

    enum class Unsynced { AllLost, SomeLost };
    //! Takes back what was not synced: all of it, or some of its sectors, chosen by `seed`. All files must be closed.
    void takeBackUnsynced(Unsynced unsynced, unsigned seed);
};

} // namespace tickmark::store
