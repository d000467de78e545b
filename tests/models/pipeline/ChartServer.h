// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FaultServer.h"
#include <core/Time.h>

#include <QMap>
#include <QUrl>

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace tickmark::test {

//! What the exchanges of a small world have traded; the server tells of it as Yahoo does: prices adjusted for all splits
//! up to `today`, New York's openings as times, events of the days that are asked for.
struct World
{
    struct Split
    {
        core::SessionDate exDate;
        int newShares = 1;
    };
    core::SessionDate first; //!< of every weekday from here
    core::SessionDate today;
    QByteArray currency = "USD";
    QMap<QByteArray, std::vector<Split>> splits;      //!< by symbol
    QMap<QByteArray, core::SessionDate> dividendDays; //!< of 0.04 a share
    bool tellsSplits = true;
    int permille = 1000;                     //!< of what was paid, in all prices
    std::optional<core::SessionDate> mended; //!< the one session that is told a little higher
    std::vector<core::SessionDate> unpriced; //!< sessions whose prices are null
    bool isAnother = false;                  //!< another share altogether
};

[[nodiscard]] core::SessionDate day(const char *iso);
//! Sessions without a holiday of the exchange.
[[nodiscard]] World weekdays(const char *first = "2025-02-18", const char *today = "2025-03-07");

//! Close of a session in cents of the shares of that day: another one each day, the same for every symbol.
[[nodiscard]] qint64 centsAt(core::SessionDate date);
//! Of the other share: no ratio leads from one to the other.
[[nodiscard]] qint64 centsOfAnotherAt(core::SessionDate date);

//! A provider on loopback, on a thread of its own. Set-up address: base().
class ChartServer
{
public:
    //! In place of the world's answer to the `nth` request.
    using Fault = std::function<std::optional<FaultAnswer>(const SeenRequest &request, int nth)>;

    explicit ChartServer(World world);

    [[nodiscard]] QString base() const { return m_server.url({}).toString(); }
    void setWorld(World world);
    void setFault(Fault fault);
    [[nodiscard]] QList<SeenRequest> seen() const { return m_server.seen(); }
    //! The whole answer of the world to a request.
    [[nodiscard]] QByteArray bodyFor(const SeenRequest &request) const;

private:
    [[nodiscard]] FaultAnswer answer(const SeenRequest &request, int nth);

    mutable std::mutex m_guard;
    World m_world;
    Fault m_fault;
    FaultServer m_server; //!< last: its thread uses the rest
};

} // namespace tickmark::test
