// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchBars.h"

#include "BarChecks.h"
#include "CorrectedBars.h"
#include "FetchedRows.h"
#include <sources/http/HttpRules.h>

#include <QCryptographicHash>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tickmark::pipeline {

using core::Result;
using core::SessionDate;
using sources::FetchedBars;
using sources::HttpResponse;

namespace {

constexpr qint32 kOrdinaryDays = 365; //!< how far back without a word of the user
constexpr int kOverlapDays = 5;

} // namespace

FetchBars::FetchBars(const FetchTask &task, const FetchSetting &setting, const sources::QuoteProvider &provider,
                     core::Instrument instrument, QString symbol, qint64 intervalNs, core::CalendarPtr calendar)
    : FetchWork(task, setting, barsItem(instrument.symbol, intervalNs)),
      m_provider(provider),
      m_instrument(std::move(instrument)),
      m_calendar(std::move(calendar)),
      m_sessions(sessionsSoFar(*m_calendar, setting.options.now)),
      m_shares(setting.tools.reader, m_calendar, m_sessions.finished)
{
    m_report.symbol = m_instrument.symbol;
    m_query.symbol = std::move(symbol);
    m_query.intervalNs = intervalNs;
    const SessionDate today = m_calendar->sessionDateOf(setting.options.now);
    const auto since = setting.options.since ? setting.options.since : task.setup.since;
    m_wanted.since = since.value_or(today.plusDays(-kOrdinaryDays));
    // without a session there is nothing to want
    m_wanted.until = (isDaily() ? m_sessions.finished : m_sessions.opened).value_or(m_wanted.since.plusDays(-1));
    m_wanted.daysPerRequest = provider.daysPerRequest(intervalNs);
    m_wanted.withinMonth = provider.givesMonths(intervalNs);
    m_query.today = today;
    m_wanted.overlapDays = isDaily() ? kOverlapDays : 0;
    findSeries(setting.spans);
    if (!m_series)
        return;
    m_known.firstStored = isDaily() ? *m_series->firstSession : m_calendar->sessionDateOf(*m_series->firstStart);
    m_known.lastStored = isDaily() ? *m_series->lastSession : m_calendar->sessionDateOf(*m_series->lastStart);
}

void FetchBars::findSeries(std::span<const store::SeriesSpan> spans)
{
    m_series.reset();
    for (const store::SeriesSpan &span : spans) {
        const core::Series &series = span.series;
        if (series.instrumentId == m_instrument.id && series.source == m_task.setup.name
            && series.intervalNs == m_query.intervalNs && series.field == core::QuoteField::Bar
            && series.kind == core::SeriesKind::Traded && (span.lastSession || span.lastStart))
            m_series = span;
    }
}

//! What was stored meanwhile may have given the series more decimals.
Result<> FetchBars::lookAgain()
{
    if (!std::exchange(m_isSeriesOld, false))
        return {};
    const auto spans = m_setting.tools.reader.seriesSpans(m_instrument.id, m_setting.stop);
    if (!spans)
        return tl::unexpected(spans.error());
    findSeries(*spans);
    return {};
}

void FetchBars::resume(const store::FetchState &state)
{
    FetchWork::resume(state);
    m_unpriced = UnpricedSessions(state.cursor);
    m_known.coveredFrom = state.coveredFrom;
    m_known.coveredUntil = state.coveredUntil;
    // a clock that was ahead has told of days to come
    if (m_known.coveredUntil && *m_known.coveredUntil > m_wanted.until)
        m_known.coveredUntil = m_known.lastStored;
}

std::optional<sources::HttpRequest> FetchBars::next()
{
    std::optional<BarsPiece> piece;
    if (m_whole)
        piece = BarsPiece{BarsPiece::Kind::Newer, m_whole->part()};
    else
        piece = nextPiece(m_known, m_wanted);
    if (!piece)
        piece = pieceAgain();
    if (!piece)
        return std::nullopt;
    m_piece = *piece;
    m_query.from = piece->range.first;
    m_query.until = piece->range.last;
    m_report.from = std::min(m_report.from.value_or(m_query.from), m_query.from);
    m_report.until = std::max(m_report.until.value_or(m_query.until), m_query.until);
    m_request = m_provider.request(m_query, settings());
    m_report.address = withoutSecrets(sources::shownAddress(m_request.url), m_request);
    return m_request;
}

FetchWork::Taken FetchBars::take(const HttpResponse &answer)
{
    m_digest = QCryptographicHash::hash(answer.body, QCryptographicHash::Sha256);
    auto fetched = m_provider.parse(answer.body, m_query);
    // asked for a month before the first one that they have, some know nothing of a symbol whose bars they have just told
    if (!fetched && fetched.error().fault == sources::ProviderFault::UnknownSymbol && isOfOlder())
        return endOlder();
    if (!fetched)
        return takeNothing(faultOf(fetched.error(), m_task.setup.name, m_request));
    if (auto fault = currencyFault(*fetched))
        return tl::unexpected(std::move(*fault));
    m_report.rowsLeftOut += fetched->rowsLeftOut;
    leaveOutUnfinished(*fetched);
    if (const auto looked = lookAgain(); !looked)
        return tl::unexpected(faultOfStore(looked.error()));
    if (m_series) {
        const auto corrected = leaveCorrected(m_setting.tools.reader, m_series->series, fetched->bars);
        if (!corrected)
            return tl::unexpected(faultOfStore(corrected.error()));
        m_report.rowsLeftOut += *corrected;
    }
    if (m_whole)
        return takePart(std::move(*fetched));
    if (const auto noted = noteUnpriced(*fetched); !noted)
        return tl::unexpected(faultOfStore(noted.error()));
    const auto other = isOtherwiseThanStored(*fetched);
    if (!other)
        return tl::unexpected(faultOfStore(other.error()));
    if (*other && m_report.rebased) // it says this and that at once
        return tl::unexpected(otherShares(m_task.setup.name, m_instrument.symbol));
    if (*other) {
        if (const auto begun = beginAgain(*fetched); !begun)
            return tl::unexpected(faultOfStore(begun.error()));
        return std::nullopt;
    }
    if (isNothingOlder(*fetched)) {
        endHistory();
        return std::nullopt;
    }
    return commit(*fetched);
}

//! Services keep minutes for some weeks or months, and refuse to be asked for older ones.
FetchWork::Taken FetchBars::takeError(const sources::HttpError &error)
{
    using sources::HttpFault;
    const bool isRefused = error.fault == HttpFault::Refused || error.fault == HttpFault::NotFound;
    if (!isDaily() && isRefused && isOfOlder())
        return endOlder();
    if (!isDaily() && isRefused && isAgain())
        return endAgain();
    return FetchWork::takeError(error);
}

//! Whether the last question was for days before others that have been answered.
bool FetchBars::isOfOlder() const
{
    return m_whole ? !m_whole->isNewest() : m_piece.kind == BarsPiece::Kind::Older && m_known.lastStored.has_value();
}

//! Whether it was for sessions that came without a price.
bool FetchBars::isAgain() const
{
    return !m_whole && m_piece.kind == BarsPiece::Kind::Again;
}

//! Of older days nothing is to be had.
FetchWork::Taken FetchBars::endOlder()
{
    if (m_whole) {
        m_whole->end();
        return takeWhole();
    }
    m_piece.range.first = m_wanted.since;
    goOn();
    return std::nullopt;
}

SessionDate FetchBars::sessionOf(const core::Bar &bar) const
{
    return isDaily() ? bar.session : m_calendar->sessionDateOf(bar.start);
}

void FetchBars::leaveOutUnfinished(FetchedBars &fetched)
{
    const auto isUnfinished = [this](const sources::FetchedBar &one) {
        return !isFinished(one.bar, m_query.intervalNs, m_sessions, m_setting.options.now);
    };
    m_report.rowsLeftOut += qint64(std::erase_if(fetched.bars, isUnfinished));
}

//! A price in another currency would be a wrong number everywhere.
std::optional<FetchFault> FetchBars::currencyFault(const FetchedBars &fetched) const
{
    if (fetched.currency.isEmpty() || m_instrument.currency.isEmpty()
        || fetched.currency.compare(m_instrument.currency, Qt::CaseInsensitive) == 0)
        return std::nullopt;
    return faultOf(core::ErrorCode::InvalidInput, "other_currency",
                   {m_task.setup.name, m_instrument.symbol, fetched.currency, m_instrument.currency});
}

//! Whether what is stored is another kind of prices than `fetched`: in other shares, or adjusted for something else.
Result<bool> FetchBars::isOtherwiseThanStored(const FetchedBars &fetched)
{
    const bool isInsideRun = m_piece.kind != BarsPiece::Kind::Older && m_known.askedUntil;
    if (!m_series || isInsideRun)
        return false;
    return m_shares.isOtherwise(m_series->series, fetched, !m_report.rebased);
}

//! All that came is there already, though older days were asked for.
bool FetchBars::isNothingOlder(const FetchedBars &fetched) const
{
    return m_piece.kind == BarsPiece::Kind::Older
           && (fetched.bars.empty() || sessionOf(fetched.bars.front().bar) >= *m_known.coveredFrom);
}

//! Of older days there was nothing: if they are many, there never was.
void FetchBars::endHistory()
{
    if (isBeforeHistory(*m_calendar, {m_piece.range.first, m_known.coveredFrom->plusDays(-1)}))
        m_piece.range.first = m_wanted.since;
    goOn();
}

Result<> FetchBars::beginAgain(const FetchedBars &fetched)
{
    m_replacesAll = true;
    m_report.rebased = true;
    const SessionDate stored = isDaily() ? *m_series->firstSession : m_calendar->sessionDateOf(*m_series->firstStart);
    SessionDate from = std::min(m_known.coveredFrom.value_or(stored), stored);
    const auto isSplit = m_shares.isSplitSince(m_series->series, fetched);
    if (!isSplit)
        return tl::unexpected(isSplit.error());
    // what is older than bars within the day reach back is turned into new shares, where it is known how
    if (*isSplit && !isDaily())
        from = std::max(from, m_wanted.until.plusDays(1 - m_wanted.daysPerRequest));
    m_whole.emplace(store::SessionRange{from, m_wanted.until}, m_wanted);
    m_known.coveredFrom = std::min(m_known.coveredFrom.value_or(from), from);
    return {};
}

FetchWork::Taken FetchBars::takePart(FetchedBars fetched)
{
    m_whole->take(std::move(fetched));
    return m_whole->isAll() ? takeWhole() : std::nullopt;
}

//! All parts of it have come.
FetchWork::Taken FetchBars::takeWhole()
{
    const FetchedBars whole = m_whole->takeAll();
    m_piece.range = m_whole->range();
    m_whole.reset();
    seeUnpriced(whole);
    m_shares.startAgain();
    if (const auto seen = m_shares.seeWhetherItLags(m_series->series, whole); !seen)
        return tl::unexpected(faultOfStore(seen.error()));
    return commit(whole);
}

FetchWork::Taken FetchBars::takeNothing(FetchFault fault)
{
    if (!fault.isNoData)
        return tl::unexpected(std::move(fault));
    if (isAgain())
        return endAgain();
    if (m_whole && (!m_whole->isEmpty() || !m_whole->isLast()))
        return takePart({});
    if (m_whole || m_piece.kind != BarsPiece::Kind::Older)
        return tl::unexpected(std::move(fault));
    endHistory();
    return std::nullopt;
}

//! Of the sessions that were asked for again nothing is to be had.
FetchWork::Taken FetchBars::endAgain()
{
    m_holes = m_unpriced.due(m_piece.range.first, m_piece.range.last);
    goOn();
    return std::nullopt;
}

tl::expected<std::vector<store::BarRow>, FetchFault> FetchBars::rowsOf(const FetchedBars &fetched)
{
    std::vector<sources::FetchedBar> turned;
    if (std::exchange(m_replacesAll, false)) {
        auto besides = m_shares.inNewShares(m_series->series, fetched, splitsUntil(fetched));
        if (!besides)
            return tl::unexpected(faultOfStore(besides.error()));
        if (!*besides)
            return tl::unexpected(otherShares(m_task.setup.name, m_instrument.symbol));
        turned = std::move(**besides);
    }
    BarChecks checks(m_calendar, m_query.intervalNs);
    std::vector<store::BarRow> rows = checkedRows(turned, checks);
    for (store::BarRow &row : checkedRows(fetched.bars, checks)) {
        const SessionDate session = sessionOf(row.bar);
        const bool isNew = session > m_known.lastStored || session < m_known.coveredFrom;
        m_report.rowsFlagged += isNew && row.bar.flags != core::kBarPlausible;
        rows.push_back(row);
    }
    return rows;
}

FetchWork::Taken FetchBars::commit(const FetchedBars &fetched)
{
    store::SeriesKey key;
    key.instrumentId = m_instrument.id;
    key.source = m_task.setup.name;
    key.intervalNs = m_query.intervalNs;
    if (fetched.splitAdjusted)
        key.splitsUntil = splitsUntil(fetched);

    auto rows = rowsOf(fetched);
    if (!rows)
        return tl::unexpected(rows.error());
    m_lastBar = fetched.bars.empty() ? std::nullopt : std::optional(sessionOf(fetched.bars.back().bar));

    store::StoreWriter &writer = m_setting.tools.writer;
    store::ImportOrigin origin{m_task.setup.name, store::ImportKind::Actions, m_report.address, m_setting.options.now,
                               asked()};
    if (auto actions = actionsOf(m_instrument, fetched); !actions.empty())
        m_actions = writer.importActions(origin, std::move(actions), {m_digest, 0, 0}, m_setting.stop);
    origin.kind = store::ImportKind::Bars;
    return writer.importBars(barImport(std::move(origin), std::move(key), std::move(*rows), m_digest), m_setting.stop);
}

SessionDate FetchBars::splitsUntil(const FetchedBars &fetched) const
{
    return m_shares.splitsUntil(m_series ? &m_series->series : nullptr, fetched, m_query.until);
}

Result<> FetchBars::stored(const store::ImportResult &result)
{
    count(result);
    m_isSeriesOld = m_isSeriesOld || result.importId != 0;
    if (m_actions) {
        const auto actions = std::exchange(m_actions, std::nullopt)->result();
        if (!actions)
            return tl::unexpected(actions.error());
        add(m_report.actions, actions->totals);
    }
    goOn();
    return {};
}

//! Sessions that came without a price in an earlier run, with some that are stored, which tell whether they fit.
std::optional<BarsPiece> FetchBars::pieceAgain() const
{
    const auto first = m_unpriced.firstDue(m_wanted.since);
    if (!first || *first > m_wanted.until)
        return std::nullopt;
    SessionDate from = std::max(first->plusDays(-std::min(kOverlapDays, m_wanted.daysPerRequest - 1)), m_wanted.since);
    if (m_wanted.withinMonth) // and all of the request is to be in that of the session
        from = std::max(from, first->plusDays(1 - first->day()));
    const store::SessionRange range = ascendingPart({from, m_wanted.until}, m_wanted);
    return BarsPiece{BarsPiece::Kind::Again, {from, m_unpriced.lastDueUntil(range.last)}};
}

//! What single bars lack is counted once: with the answer that covers their session.
void FetchBars::seeUnpriced(const FetchedBars &fetched)
{
    UnpricedRows rows = unpricedRows(fetched, *m_calendar, m_sessions.finished);
    m_holes = std::move(rows.sessions);
    m_report.barsUnpriced += std::ranges::count_if(rows.bars, [this](core::Time start) {
        const SessionDate session = m_calendar->sessionDateOf(start);
        return session > m_known.coveredUntil || session < m_known.coveredFrom;
    });
}

//! What another answer has brought is no hole.
Result<> FetchBars::noteUnpriced(const FetchedBars &fetched)
{
    seeUnpriced(fetched);
    if (m_holes.empty() || !m_series)
        return {};
    std::set<SessionDate> priced;
    store::StoreReader &reader = m_setting.tools.reader;
    const core::TimeRange hours{m_calendar->session(m_holes.front())->hours.begin,
                                m_calendar->session(m_holes.back())->hours.end};
    const auto stored = isDaily() ? reader.dailyBars(m_series->series.id, {m_holes.front(), m_holes.back()})
                                  : reader.intradayBars(m_series->series.id, hours);
    if (!stored)
        return tl::unexpected(stored.error());
    for (const core::Bar &bar : *stored)
        priced.insert(sessionOf(bar));
    std::erase_if(m_holes, [&priced](SessionDate session) { return priced.contains(session); });
    return {};
}

//! What is missing at the end is asked for again anyway, and only told.
void FetchBars::settleUnpriced()
{
    std::erase_if(m_holes, [this](SessionDate session) {
        if (session < m_wanted.since)
            return true;
        const bool isLate = !m_known.coveredUntil || session > *m_known.coveredUntil;
        if (isLate)
            m_late.insert(session);
        return isLate;
    });
    m_unpriced.take(m_piece.range.first, m_piece.range.last, m_holes);
    m_holes.clear();
    m_state.cursor = m_unpriced.cursor();
}

std::optional<FetchFault> FetchBars::remark()
{
    std::set<SessionDate> sessions = m_unpriced.found();
    sessions.insert(m_late.begin(), m_late.end());
    const bool isForGood = sessions.empty();
    if (isForGood)
        sessions = m_unpriced.givenUp();
    if (sessions.empty())
        return std::nullopt;
    return unpricedSessions(m_task.setup.name, m_instrument.symbol, qsizetype(sessions.size()), *sessions.begin(),
                            isForGood);
}

//! The piece has been answered.
void FetchBars::goOn()
{
    if (m_lastBar)
        m_known.lastStored = std::max(m_known.lastStored.value_or(*m_lastBar), *m_lastBar);
    if (m_piece.kind == BarsPiece::Kind::Older) {
        m_known.coveredFrom = m_piece.range.first;
        m_known.firstStored.reset();                     // once a run is enough to see that they fit
    } else if (m_piece.kind != BarsPiece::Kind::Again) { // which covers nothing more than was before
        const SessionDate settled = std::min(settledUntil(m_piece.range, m_lastBar, m_wanted),
                                             m_sessions.finished.value_or(m_piece.range.first));
        m_known.coveredUntil = std::max(m_known.coveredUntil.value_or(settled), settled);
        m_known.askedUntil = m_piece.range.last;
        if (m_piece.kind == BarsPiece::Kind::First)
            m_known.coveredFrom = std::min(m_piece.range.first, m_known.coveredFrom.value_or(m_piece.range.first));
    }
    settleUnpriced();
    m_lastBar.reset();
    m_state.coveredFrom = m_known.coveredFrom;
    m_state.coveredUntil = m_known.coveredUntil;
}

} // namespace tickmark::pipeline
