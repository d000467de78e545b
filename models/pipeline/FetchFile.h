// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarImportJob.h"
#include "FetchWork.h"
#include <sources/ByteSource.h>
#include <sources/CsvProfile.h>

namespace tickmark::pipeline {

//! How the file of a source is read: its saved profile, else what shows in its beginning. A fault also where it does not say
//! which instrument it is about and the user has not named exactly one.
using ProfileOrFault = tl::expected<sources::CsvProfile, FetchFault>;
[[nodiscard]] ProfileOrFault profileOf(const store::SourceSetup &setup, sources::ByteSource &file);

//! Any table over http(s): bars or ticks, read as a file of the same content would be. It comes as a whole each time,
//! unless the server says that nothing has changed.
class FetchFile : public FetchWork
{
public:
    FetchFile(const FetchTask &task, const FetchSetting &setting);

    [[nodiscard]] std::optional<sources::HttpRequest> next() override;
    [[nodiscard]] Taken take(const sources::HttpResponse &answer) override;
    [[nodiscard]] core::Result<> stored(const store::ImportResult &result) override;
    [[nodiscard]] std::optional<FetchFault> remark() override { return m_remark; }

private:
    //! True: all that there will ever be of the answer was stored.
    using IsAll = tl::expected<bool, FetchFault>;
    [[nodiscard]] IsAll import(const QByteArray &body);
    [[nodiscard]] FetchFault faultOfTicks(const core::Error &error, const QByteArray &body,
                                          const BarImportOptions &options) const;
    [[nodiscard]] IsAll importTicks(const QByteArray &body, std::unique_ptr<sources::ByteSource> source,
                                    const BarImportOptions &options, std::span<const core::Instrument> known);
    [[nodiscard]] IsAll importBars(std::unique_ptr<sources::ByteSource> source, const BarImportOptions &options,
                                   std::span<const core::Instrument> known);
    void noteRejects(qint64 count, const std::vector<ImportReject> &rejects);
    [[nodiscard]] core::Result<std::vector<CorrectedSeries>> corrected() const;

    sources::HttpRequest m_request;
    std::optional<FetchFault> m_remark;
    bool m_asked = false;
};

//! The request for the file of a source.
[[nodiscard]] sources::HttpRequest fileRequest(const store::SourceSetup &setup);
//! Why an answer is not the whole file; nothing: it is.
[[nodiscard]] std::optional<FetchFault> faultOfFile(const sources::HttpResponse &answer,
                                                    const store::SourceSetup &setup,
                                                    const sources::HttpRequest &request);

} // namespace tickmark::pipeline
