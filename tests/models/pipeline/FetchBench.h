// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../sources/http/TestCertificates.h"
#include "../store/StoreTestSupport.h"
#include <core/CalendarSet.h>
#include <pipeline/FetchJob.h>

#include <memory>
#include <optional>

namespace tickmark::test {

//! The moment at which the sources of a bench run first.
inline const core::Time kBenchNow = *core::parseIsoTime("2025-01-28T08:00:00Z");
//! Of every source; stands nowhere but in requests to its own server.
inline const QByteArray kBenchKey = "sEcr3t-k3y";

//! What came of one run of one source.
struct BenchRun
{
    QString code; //!< of the item, else of the source; empty: all well
    core::Error error;
    qint64 inserted = 0;
    qint64 stallMs = 0; //!< the longest time in which the event loop of the main thread did not come round
};

//! A real store and a real client, whose sources are run on another thread while the main thread's event loop turns, as
//! in the window. Symbols: NVDA, and EURUSD for the ECB. Main thread.
class FetchBench
{
public:
    //! An error when the store cannot be made.
    [[nodiscard]] core::Result<> open();

    [[nodiscard]] const TestCertificates &certificates() const { return m_certificates; }
    //! A certificate that the client trusts, for a server over TLS.
    [[nodiscard]] std::optional<TestCertificates::Pair> pair(bool tls) const;
    [[nodiscard]] store::StoreReader &reader() { return *m_reader; }

    //! Adds a source to the store.
    [[nodiscard]] store::SourceSetup source(const QString &name, const QUrl &address, const QByteArray &provider);
    //! Runs it once, so much later than kBenchNow.
    [[nodiscard]] BenchRun run(const store::SourceSetup &setup, qint64 laterNs,
                               const std::optional<sources::HttpLimits> &limits = {});
    //! Daily bars and headlines that the source has in the store.
    [[nodiscard]] qint64 rowsOf(const store::SourceSetup &setup);
    [[nodiscard]] store::FetchState stateOf(const store::SourceSetup &setup);

private:
    TestCertificates m_certificates;
    store::TestFolder m_folder;
    core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
    std::unique_ptr<sources::HttpClient> m_client;
    std::unique_ptr<store::StoreWriter> m_writer;
    std::unique_ptr<store::StoreReader> m_reader;
};

} // namespace tickmark::test
