// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartServer.h"

#include <QUrlQuery>

#include <algorithm>

namespace tickmark::test {

namespace {

using core::SessionDate;

//! New York opens at 14:30 UTC in winter; in summer this is an hour later there, of the same day.
qint64 openingOf(SessionDate date)
{
    return date.utcMidnight().ns / core::kNsPerSecond + 14 * 3600 + 1800;
}

QByteArray price(qint64 tenThousandths)
{
    return QByteArray::number(double(tenThousandths) / 1e4, 'f', 4);
}

QByteArray joined(const QByteArrayList &list)
{
    return list.join(',');
}

} // namespace

SessionDate day(const char *iso)
{
    return *SessionDate::fromIso(iso);
}

World weekdays(const char *first, const char *today)
{
    World world;
    world.first = day(first);
    world.today = day(today);
    return world;
}

qint64 centsAt(SessionDate date)
{
    return 100'000 + (date.days() * 37) % 400;
}

qint64 centsOfAnotherAt(SessionDate date)
{
    return 30'000 + (date.days() * 7919) % 9'000;
}

ChartServer::ChartServer(World world)
    : m_world(std::move(world)), m_server([this](const SeenRequest &request, int nth) { return answer(request, nth); })
{}

void ChartServer::setWorld(World world)
{
    const std::scoped_lock lock(m_guard);
    m_world = std::move(world);
}

void ChartServer::setFault(Fault fault)
{
    const std::scoped_lock lock(m_guard);
    m_fault = std::move(fault);
}

QByteArray ChartServer::bodyFor(const SeenRequest &request) const
{
    const std::scoped_lock lock(m_guard);
    const QUrl url = QUrl::fromEncoded(request.target);
    const QByteArray symbol = url.path().section(QLatin1Char('/'), -1).toUtf8();
    const QUrlQuery query(url);
    const qint64 from = query.queryItemValue(QStringLiteral("period1")).toLongLong();
    const qint64 until = query.queryItemValue(QStringLiteral("period2")).toLongLong();
    const std::vector<World::Split> splits = m_world.splits.value(symbol);
    QByteArrayList times;
    QByteArrayList prices;
    QByteArrayList volumes;
    QByteArrayList splitEvents;
    QByteArrayList dividendEvents;
    for (SessionDate date = m_world.first; date <= m_world.today; date = date.plusDays(1)) {
        const qint64 time = openingOf(date);
        if (date.weekday() > 5 || time < from || time >= until)
            continue;
        qint64 factor = 1;
        for (const World::Split &split : splits) {
            if (split.exDate <= m_world.today && date < split.exDate)
                factor *= split.newShares;
            if (split.exDate == date && m_world.tellsSplits)
                splitEvents << "\"" + QByteArray::number(time) + "\":{\"date\":" + QByteArray::number(time)
                                   + ",\"numerator\":" + QByteArray::number(split.newShares) + ",\"denominator\":1}";
        }
        if (m_world.dividendDays.value(symbol) == date)
            dividendEvents << "\"" + QByteArray::number(time)
                                  + "\":{\"amount\":0.04,\"date\":" + QByteArray::number(time) + "}";
        // shares after a split are worth so much less
        qint64 worth = (m_world.isAnother ? centsOfAnotherAt(date) : centsAt(date)) * 100;
        for (const World::Split &split : splits) {
            if (date >= split.exDate)
                worth /= split.newShares;
        }
        times << QByteArray::number(time);
        worth = worth / factor * m_world.permille / 1000;
        const bool isUnpriced = std::ranges::find(m_world.unpriced, date) != m_world.unpriced.end();
        prices << (isUnpriced ? QByteArray("null") : price(m_world.mended == date ? worth + worth / 500 : worth));
        volumes << QByteArray::number(1000 * factor);
    }
    const QByteArray all = joined(prices);
    const QByteArray meta = R"("meta":{"currency":")" + m_world.currency
                            + R"(","exchangeTimezoneName":"America/New_York","regularMarketTime":0})";
    const QByteArray events = R"("events":{"splits":{)" + joined(splitEvents) + R"(},"dividends":{)"
                              + joined(dividendEvents) + R"(}})";
    return R"({"chart":{"result":[{)" + meta + R"(,"timestamp":[)" + joined(times) + "]," + events
           + R"(,"indicators":{"quote":[{"open":[)" + all + R"(],"high":[)" + all + R"(],"low":[)" + all
           + R"(],"close":[)" + all + R"(],"volume":[)" + joined(volumes) + R"(]}]}}],"error":null}})";
}

FaultAnswer ChartServer::answer(const SeenRequest &request, int nth)
{
    Fault fault;
    {
        const std::scoped_lock lock(m_guard);
        fault = m_fault;
    }
    if (fault) {
        if (auto instead = fault(request, nth))
            return *instead;
    }
    return {FaultServer::whole(bodyFor(request)), FaultAnswer::End::Keep, {}};
}

} // namespace tickmark::test
