// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of the watchlist say.
#include "LiveTexts.h"
#include "SourceTexts.h"
#include "WatchlistModel.h"
#include <core/ShownPrice.h>
#include <core/WallClock.h>

namespace tickmark::tables {

namespace {

const QString kNone = QString(QChar(0x2013));
constexpr int kFxDecimals = 4; // the tooltip has all

// As its source gives it, but for currency pairs, whose sources deliver more digits than anybody quotes.
QString priceText(const core::Formats &formats, core::Price exact, const WatchQuote &quote, core::InstrumentKind kind)
{
    const core::Price price = core::shownPrice(exact, quote.ownDecimals);
    if (kind != core::InstrumentKind::Fx || price.decimals <= kFxDecimals)
        return formats.price(price);
    return formats.number(core::toDouble(price), kFxDecimals);
}

} // namespace

QVariant WatchlistModel::cellText(const WatchEntry &entry, int column) const
{
    switch (column) {
    case SymbolColumn:
        return entry.label;
    case PriceColumn: {
        if (const auto trade = tradeOf(entry))
            return m_formats.price(trade->price);
        const auto close = entry.quote.close();
        return close ? priceText(m_formats, *close, entry.quote, entry.instrument.kind) : kNone;
    }
    case ChangeColumn: {
        const auto change = changeOf(entry);
        return change ? m_formats.signedNumber(*change, 2) : kNone;
    }
    default:
        return {};
    }
}

QVariant WatchlistModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (isGroup(index)) {
        const bool isName = index.column() == 0 && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole);
        return isName ? watchGroupName(m_groups[std::size_t(index.row())].kind) : QVariant();
    }
    const WatchEntry &row = *entry(index);
    switch (role) {
    case Qt::DisplayRole:
        return !row.isLoaded && !row.live && index.column() != SymbolColumn ? QVariant()
                                                                            : cellText(row, index.column());
    case Qt::ToolTipRole:
        if (row.isLoaded && row.live)
            return QStringList{liveTip(row.live->status, core::wallClock(), m_formats, m_zone), describe(row)}.join(
                QStringLiteral("\n\n"));
        return row.isLoaded ? describe(row) : QVariant();
    case Qt::TextAlignmentRole:
        return int(index.column() >= PriceColumn ? Qt::AlignRight | Qt::AlignVCenter
                                                 : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (index.column() == SymbolColumn && !row.live && tradeOf(row))
            return tr("%1: %2, %3 %, last trade %4", "instrument, price, percent change, clock time or date")
                .arg(row.instrument.displayName(m_formats.language()), cellText(row, PriceColumn).toString(),
                     cellText(row, ChangeColumn).toString(), stampOf(row));
        if (index.column() == SymbolColumn && row.live)
            return tr("%1: %2, %3 %, %4", "instrument, price, percent change, state of its live stream")
                .arg(row.instrument.displayName(m_formats.language()), cellText(row, PriceColumn).toString(),
                     cellText(row, ChangeColumn).toString(), liveWord(liveStateOf(row.live->status)));
        if (index.column() == SymbolColumn && row.isLoaded && isOfAnotherDay(row))
            return tr("%1: %2, %3 %, close of %4", "instrument, price, percent change, date")
                .arg(row.instrument.displayName(m_formats.language()), cellText(row, PriceColumn).toString(),
                     cellText(row, ChangeColumn).toString(), m_formats.date(row.quote.session));
        if (index.column() == SymbolColumn && row.isLoaded)
            return tr("%1: %2, %3 %", "instrument, price, percent change")
                .arg(row.instrument.displayName(m_formats.language()), cellText(row, PriceColumn).toString(),
                     cellText(row, ChangeColumn).toString());
        return cellText(row, index.column());
    default:
        return {};
    }
}

QVariant WatchlistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section >= PriceColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SymbolColumn:
        return tr("Symbol");
    case TrendColumn:
        return tr("Trend", "column of small curves");
    case PriceColumn:
        return tr("Price");
    case ChangeColumn:
        return tr("% day", "column: change of the day in percent");
    default:
        return {};
    }
}

QString WatchlistModel::describe(const WatchEntry &entry) const
{
    const core::Instrument &instrument = entry.instrument;
    const WatchQuote &quote = entry.quote;
    const QString language = m_formats.language();
    QStringList lines{tr("%1 (%2)", "name (symbol)").arg(instrument.displayName(language), instrument.symbol)};
    if (m_session) {
        if (const auto calendar = m_session->calendars().calendar(instrument.mic))
            lines += tr("Exchange: %1").arg((*calendar)->name(language));
    }
    if (const auto trade = tradeOf(entry); trade && !entry.live)
        lines += tr("Last trade: %1 on %2, %3", "price, date, clock time")
                     .arg(m_formats.price(trade->price), m_formats.date(m_zone.dateAt(trade->time)),
                          m_formats.exactClockTime(trade->time, m_zone));
    if (!quote.hasQuotes) {
        lines += tr("The database has no daily quotes of this instrument.");
        return lines.join(u'\n');
    }
    const auto shown = [&](core::Price exact) { return m_formats.price(core::shownPrice(exact, quote.ownDecimals)); };
    const auto price = [&](qint64 units) { return shown({units, quote.priceDecimals}); };
    const QString session = m_formats.date(quote.session);
    if (quote.bar) {
        lines += tr("Session: %1").arg(session);
        if (isOfAnotherDay(entry) && !tradeOf(entry))
            lines +=
                tr("This close is of %1; the head of the list names %2.").arg(session, m_formats.date(*headSession()));
        lines += tr("Open %1, high %2, low %3, close %4")
                     .arg(price(quote.bar->open), price(quote.bar->high), price(quote.bar->low),
                          price(quote.bar->close));
    } else {
        lines += tr("The session of %1 has no quote in the database.").arg(session);
    }
    const QString previous = m_formats.date(quote.previousSession);
    if (quote.previous)
        lines += tr("Previous close: %1 on %2").arg(shown(*quote.previous), previous);
    else if (quote.baseBefore)
        lines += tr("The session before, %1, has no quote, so no change is stated. The nearest earlier quote is of %2.")
                     .arg(previous, m_formats.date(*quote.baseBefore));
    else
        lines += tr("There is no earlier quote, so no change is stated.");
    lines += tr("Source: %1").arg(sourceName(quote.source, m_formats));
    return lines.join(u'\n');
}

} // namespace tickmark::tables
