// SPDX-License-Identifier: GPL-3.0-or-later
#include "WatchGroups.h"

#include <QCoreApplication>

namespace tickmark::tables {

using core::InstrumentKind;

namespace {

WatchGroup shareGroup(const core::Instrument &instrument, const core::CalendarSet &calendars)
{
    const auto calendar = calendars.calendar(instrument.mic);
    if (instrument.mic.isEmpty() || !calendar)
        return WatchGroup::OtherShares;
    const QByteArray &zone = (*calendar)->zone().id();
    if (zone == "America/New_York" || zone == "America/Chicago")
        return WatchGroup::UsShares;
    if (zone == "Asia/Tokyo")
        return WatchGroup::Japan;
    if (zone.startsWith("America/"))
        return WatchGroup::Americas;
    if (zone.startsWith("Europe/"))
        return WatchGroup::Europe;
    if (zone.startsWith("Asia/"))
        return WatchGroup::Asia;
    return WatchGroup::OtherShares;
}

constexpr std::array<const char *, kWatchGroups> kNames{
    QT_TRANSLATE_NOOP("Watchlist", "Indices"),       QT_TRANSLATE_NOOP("Watchlist", "US shares"),
    QT_TRANSLATE_NOOP("Watchlist", "Americas"),      QT_TRANSLATE_NOOP("Watchlist", "Europe"),
    QT_TRANSLATE_NOOP("Watchlist", "Japan"),         QT_TRANSLATE_NOOP("Watchlist", "Asia"),
    QT_TRANSLATE_NOOP("Watchlist", "Other shares"),  QT_TRANSLATE_NOOP("Watchlist", "Funds"),
    QT_TRANSLATE_NOOP("Watchlist", "FX and crypto"), QT_TRANSLATE_NOOP("Watchlist", "Commodities"),
};

} // namespace

WatchGroup watchGroupOf(const core::Instrument &instrument, const core::CalendarSet &calendars)
{
    switch (instrument.kind) {
    case InstrumentKind::Index:
        return WatchGroup::Indices;
    case InstrumentKind::Etf:
        return WatchGroup::Funds;
    case InstrumentKind::Fx:
    case InstrumentKind::Crypto:
        return WatchGroup::FxAndCrypto;
    case InstrumentKind::Commodity:
        return WatchGroup::Commodities;
    case InstrumentKind::Stock:
        break;
    }
    return shareGroup(instrument, calendars);
}

QString watchGroupName(WatchGroup group)
{
    return QCoreApplication::translate("Watchlist", kNames[std::size_t(group)]);
}

QString watchLabel(const core::Instrument &instrument, const QString &language)
{
    const bool byName = instrument.kind == InstrumentKind::Index || instrument.kind == InstrumentKind::Fx;
    return byName ? instrument.shortName(language) : instrument.symbol;
}

} // namespace tickmark::tables
