// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tickmark::store {

//! Which import brought each tick of a run of ticks, as lengths of runs. A value; costs O(runs), not O(ticks).
class Provenance
{
public:
    struct Run
    {
        qint64 importId = 0;
        qint64 count = 0;

        friend bool operator==(const Run &, const Run &) = default;
    };

    Provenance() = default;
    Provenance(qint64 importId, qint64 count) { add(importId, count); }

    //! The next `count` ticks are of this import.
    void add(qint64 importId, qint64 count = 1);
    void add(const Provenance &next);

    [[nodiscard]] const std::vector<Run> &runs() const { return m_runs; }
    [[nodiscard]] qint64 count() const;
    [[nodiscard]] qint64 countOf(qint64 importId) const;
    [[nodiscard]] Provenance part(qint64 first, qint64 count) const;
    //! The import of each tick.
    [[nodiscard]] std::vector<qint64> expanded() const;

    //! As it lies in a chunk's row: pairs of LEB128 numbers.
    [[nodiscard]] std::vector<std::byte> encoded() const;
    //! Nothing when the bytes are no such pairs.
    [[nodiscard]] static std::optional<Provenance> decoded(std::span<const std::byte> bytes);

    friend bool operator==(const Provenance &, const Provenance &) = default;

private:
    std::vector<Run> m_runs; //!< neighbours are of different imports, none is empty
};

} // namespace tickmark::store
