// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarImportJob.h"
#include "FetchWork.h"
#include "SplitUnits.h"
#include <sources/ByteSource.h>

namespace tickmark::pipeline {

//! Compares a fetched table of bars with what its source brought before, so that one series never counts in two kinds of
//! shares. Lives as long as one answer is taken, on the thread of the run; reads the store and changes nothing.
class FileShares
{
public:
    //! What an import of the table has to do to the stored series that it has bars of: what it does not bring again, and
    //! what the user corrected, is turned by the splits that came since. A fault where it cannot be told by how much, where
    //! only the prices show that something changed, or the table cannot be read. `options`: those of the import, with the
    //! corrections.
    using Before = tl::expected<std::vector<SeriesBefore>, FetchFault>;

    FileShares(const store::SourceSetup &setup, const FetchSetting &setting);

    [[nodiscard]] Before read(std::unique_ptr<sources::ByteSource> source, const BarImportOptions &options);

private:
    using One = tl::expected<SeriesBefore, FetchFault>;
    [[nodiscard]] One before(const core::Series &series, const core::Instrument &instrument,
                             std::span<const sources::FetchedBar> fetched, std::span<const core::Bar> corrected) const;
    //! Splits came since, and the table has them in its prices.
    [[nodiscard]] One turned(SeriesBefore made, std::span<const core::Bar> left, const QString &symbol,
                             const RatioAt &ratioAt) const;

    const store::SourceSetup &m_setup;
    const FetchSetting &m_setting;
};

} // namespace tickmark::pipeline
