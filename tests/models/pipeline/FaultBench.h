// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FaultServer.h"
#include "FetchSupport.h"

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

//! Sources whose servers fail, run on another thread while the main thread's event loop turns, as in the window. Main
//! thread.
class FaultBench
{
public:
    FaultBench();

    [[nodiscard]] const TestCertificates &certificates() const { return m_certificates; }
    //! A certificate that the client trusts, for a server over TLS.
    [[nodiscard]] std::optional<TestCertificates::Pair> pair(bool tls) const;

    //! Adds a source of one instrument that the provider can have.
    [[nodiscard]] pipeline::FetchTask source(const QString &name, const QUrl &address, const QByteArray &provider);
    //! Runs it once, so much later than kBenchNow.
    [[nodiscard]] BenchRun run(const pipeline::FetchTask &task, qint64 laterNs,
                               const std::optional<sources::HttpLimits> &limits = {});
    //! Bars, ticks and headlines that the source has in the store.
    [[nodiscard]] qint64 rowsOf(const pipeline::FetchTask &task);
    //! Of its one item.
    [[nodiscard]] store::FetchState stateOf(const pipeline::FetchTask &task);

private:
    TestCertificates m_certificates;
    FetchBench m_bench;
};

} // namespace tickmark::test
