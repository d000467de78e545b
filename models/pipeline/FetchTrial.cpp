// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchTrial.h"

#include "FetchFile.h"
#include "FetchPlan.h"
#include "FetchSymbols.h"
#include "UnpricedSessions.h"
#include <news/SafeText.h>
#include <sources/BarFileReader.h>
#include <sources/TickFileReader.h>
#include <sources/http/HttpRules.h>
#include <sources/providers/NewsProvider.h>
#include <sources/providers/QuoteProvider.h>
#include <sources/providers/TradeProvider.h>

#include <algorithm>
#include <functional>

namespace tickmark::pipeline {

using core::Result;
using sources::HttpResponse;

namespace {

constexpr int kTrialDays = 10;
constexpr int kMostTrialDays = 3650; //!< asked for where the newest are missing
constexpr qsizetype kExcerptLetters = 400;

//! What an answer holds, in a few words.
struct Told
{
    qint64 rows = 0;
    TrialRow first;
    TrialRow last;
    std::optional<core::SessionDate> lastSession; //!< of bars
    std::optional<FetchFault> remark;
};
using ToldOrFault = tl::expected<Told, FetchFault>;

//! What is asked, and how the answer is read.
struct Question
{
    sources::HttpRequest request;
    std::function<ToldOrFault(const HttpResponse &answer)> read;
};
using QuestionOrFault = tl::expected<Question, FetchFault>;

TrialRow rowOf(const core::Bar &bar, int decimals, bool isDaily)
{
    TrialRow row;
    if (isDaily)
        row.session = bar.session;
    else
        row.time = bar.start;
    row.price = core::Price{bar.close, decimals};
    return row;
}

TrialRow rowOf(const core::Tick &tick, int decimals)
{
    return {std::nullopt, tick.time, core::Price{tick.price, decimals}, {}};
}

TrialRow rowOf(const QString &title)
{
    return {std::nullopt, std::nullopt, std::nullopt, title};
}

//! Everything about one trial but the exchange itself.
class Trial
{
public:
    Trial(const FetchTask &task, std::span<const core::Instrument> instruments, const core::CalendarSet &calendars,
          core::Time now)
        : m_task(task), m_instruments(instruments), m_calendars(calendars), m_now(now)
    {}

    enum class Reach {
        Newest, //!< what came in the last days
        All,    //!< of bars: as far back as the source is to go, or one request may
    };

    [[nodiscard]] QuestionOrFault question(Reach reach = Reach::Newest) const
    {
        if (auto fault = faultOfSetup(m_task))
            return tl::unexpected(std::move(*fault));
        const QString &code = m_task.setup.provider;
        if (const auto *quotes = sources::quoteProvider(code))
            return barsQuestion(*quotes, reach);
        if (const auto *trades = sources::tradeProvider(code))
            return tradesQuestion(*trades);
        if (const auto *news = sources::newsProvider(code))
            return newsQuestion(*news);
        return fileQuestion();
    }

private:
    template <typename Provider>
    [[nodiscard]] tl::expected<SpelledSymbol, FetchFault> symbol(const Provider &provider) const
    {
        const auto symbols = spelledSymbols(
            m_task.setup, m_instruments, provider.title(),
            [&provider](const core::Instrument &one) { return provider.symbolOf(one); });
        if (!symbols.had.empty())
            return symbols.had.front();
        if (symbols.refused.empty())
            return tl::unexpected(noInstrument(m_task));
        const FetchedItem &refused = symbols.refused.front();
        return tl::unexpected(
            FetchFault{*refused.error, refused.errorCode, false, {}, false, false, refused.errorNames});
    }
    [[nodiscard]] sources::ProviderSettings settings() const
    {
        return {QUrl(m_task.setup.address), m_task.key, m_task.setup.plainHttpAllowed};
    }
    [[nodiscard]] FetchFault fault(const sources::ProviderError &error, const sources::HttpRequest &request) const
    {
        return faultOf(error, m_task.setup.name, request);
    }

    [[nodiscard]] QuestionOrFault barsQuestion(const sources::QuoteProvider &provider, Reach reach) const;
    [[nodiscard]] QuestionOrFault tradesQuestion(const sources::TradeProvider &provider) const;
    [[nodiscard]] QuestionOrFault newsQuestion(const sources::NewsProvider &provider) const;
    [[nodiscard]] QuestionOrFault fileQuestion() const;
    [[nodiscard]] ToldOrFault readFile(const QByteArray &body) const;

    const FetchTask &m_task;
    std::span<const core::Instrument> m_instruments;
    const core::CalendarSet &m_calendars;
    core::Time m_now;
};

QuestionOrFault Trial::barsQuestion(const sources::QuoteProvider &provider, Reach reach) const
{
    const auto asked = symbol(provider);
    if (!asked)
        return tl::unexpected(asked.error());
    const auto calendar = m_calendars.calendar(asked->instrument.mic);
    if (!calendar)
        return tl::unexpected(noCalendar(asked->instrument));
    const auto interval = std::ranges::find_if(m_task.setup.intervals,
                                               [&provider](qint64 one) { return provider.gives(one); });
    sources::BarsQuery query;
    query.symbol = asked->spelling;
    query.intervalNs = interval == m_task.setup.intervals.end() ? core::Series::kDaily : *interval;
    query.until = sessionsSoFar(**calendar, m_now).finished.value_or(core::SessionDate::utcDateOf(m_now));
    query.today = query.until;
    const int atMost = provider.daysPerRequest(query.intervalNs) - 1;
    query.from = query.until.plusDays(-std::min(reach == Reach::Newest ? kTrialDays : kMostTrialDays, atMost));
    if (reach == Reach::All && m_task.setup.since)
        query.from = std::max(*m_task.setup.since, query.until.plusDays(-atMost));
    if (provider.givesMonths(query.intervalNs))
        query.from = std::max(query.from, query.until.plusDays(1 - query.until.day()));
    Question question;
    question.request = provider.request(query, settings());
    question.read = [this, &provider, query, request = question.request, symbol = asked->instrument.symbol,
                     calendar = *calendar](const HttpResponse &answer) -> ToldOrFault {
        const auto fetched = provider.parse(answer.body, query);
        if (!fetched)
            return tl::unexpected(fault(fetched.error(), request));
        Told told{qint64(fetched->bars.size()), {}, {}, {}, {}};
        if (told.rows > 0) {
            const bool isDaily = query.intervalNs == core::Series::kDaily;
            const sources::FetchedBar &first = fetched->bars.front();
            const sources::FetchedBar &last = fetched->bars.back();
            told.first = rowOf(first.bar, first.priceDecimals, isDaily);
            told.last = rowOf(last.bar, last.priceDecimals, isDaily);
            told.lastSession = isDaily ? last.bar.session : calendar->sessionDateOf(last.bar.start);
        }
        const std::vector<core::SessionDate> unpriced = unpricedRows(*fetched, *calendar, query.until).sessions;
        if (!unpriced.empty())
            told.remark = unpricedSessions(m_task.setup.name, symbol, qsizetype(unpriced.size()), unpriced.front(),
                                           false);
        return told;
    };
    return question;
}

QuestionOrFault Trial::tradesQuestion(const sources::TradeProvider &provider) const
{
    const auto asked = symbol(provider);
    if (!asked)
        return tl::unexpected(asked.error());
    sources::TradesQuery query;
    query.symbol = asked->spelling;
    query.since = {m_now.ns - core::kNsPerHour};
    Question question;
    question.request = provider.request(query, settings());
    question.read = [this, &provider, query, request = question.request](const HttpResponse &answer) -> ToldOrFault {
        const auto fetched = provider.parse(answer.body, query);
        if (!fetched)
            return tl::unexpected(fault(fetched.error(), request));
        Told told{qint64(fetched->trades.size()), {}, {}, {}, {}};
        if (told.rows > 0) {
            told.first = rowOf(fetched->trades.front().tick, fetched->priceDecimals);
            told.last = rowOf(fetched->trades.back().tick, fetched->priceDecimals);
        }
        return told;
    };
    return question;
}

QuestionOrFault Trial::newsQuestion(const sources::NewsProvider &provider) const
{
    sources::NewsQuery query;
    query.from = {m_now.ns - kTrialDays * core::kNsPerDay};
    query.until = m_now;
    if (provider.perInstrument()) {
        const auto asked = symbol(provider);
        if (!asked)
            return tl::unexpected(asked.error());
        query.symbol = asked->spelling;
    }
    Question question;
    question.request = provider.request(query, settings());
    question.read = [this, &provider, query, request = question.request](const HttpResponse &answer) -> ToldOrFault {
        const auto feed = provider.parse(answer, query);
        if (!feed)
            return tl::unexpected(fault(feed.error(), request));
        Told told{qint64(feed->items.size()), {}, {}, {}, {}};
        if (told.rows > 0) {
            told.first = rowOf(feed->items.front().title);
            told.last = rowOf(feed->items.back().title);
        }
        return told;
    };
    return question;
}

QuestionOrFault Trial::fileQuestion() const
{
    Question question;
    question.request = fileRequest(m_task.setup);
    question.read = [this, request = question.request](const HttpResponse &answer) -> ToldOrFault {
        if (auto fault = faultOfFile(answer, m_task.setup, request))
            return tl::unexpected(std::move(*fault));
        return readFile(answer.body);
    };
    return question;
}

ToldOrFault Trial::readFile(const QByteArray &body) const
{
    const auto fault = [this](const core::Error &error, const char *code) {
        return tl::unexpected(faultOfTable(error, code, m_task.setup.name));
    };
    auto source = sources::openBytes(body, m_task.setup.name);
    if (!source)
        return fault(source.error(), "not_unpacked");
    const auto profile = profileOf(m_task.setup, **source);
    if (!profile)
        return tl::unexpected(profile.error());
    sources::BarReadOptions options;
    if (m_task.setup.symbols.size() == 1)
        options.symbol = m_task.setup.symbols.front();
    const auto remarkOf = [&](const sources::RejectList &rejects) -> std::optional<FetchFault> {
        if (rejects.count() == 0)
            return std::nullopt;
        const sources::Reject &first = rejects.kept().front();
        return rejectedRows(m_task.setup.name, rejects.count(),
                            {first.line,
                             sources::rejectCode(first.reason),
                             {},
                             withoutSecrets(first.excerpt, fileRequest(m_task.setup))});
    };
    Told told;
    const auto tell = [&told](const TrialRow &row) {
        if (told.rows++ == 0)
            told.first = row;
        told.last = row;
    };
    if (profile->kind == sources::TableKind::Bars) {
        const auto reader = sources::BarFileReader::open(std::move(*source), *profile, options);
        if (!reader)
            return fault(reader.error(), "other_table");
        for (std::vector<sources::ParsedBar> bars;;) {
            bars.clear();
            const auto more = (*reader)->next(bars, {});
            if (!more)
                return tl::unexpected(faultOfRows(more.error(), (*reader)->rejects(), (*reader)->rowsRead(),
                                                  m_task.setup.name, fileRequest(m_task.setup)));
            for (const sources::ParsedBar &bar : bars)
                tell(rowOf(bar.bar, bar.priceDecimals, (*reader)->intervalNs() == core::Series::kDaily));
            if (!*more)
                break;
        }
        told.remark = remarkOf((*reader)->rejects());
        return told;
    }
    const auto reader = sources::TickFileReader::open(std::move(*source), *profile, options);
    if (!reader)
        return fault(reader.error(), "other_table");
    constexpr qint64 kRowsAtOnce = 65'536;
    for (sources::TickTable table;;) {
        const auto more = (*reader)->next(table, kRowsAtOnce, {});
        if (!more)
            return tl::unexpected(faultOfRows(more.error(), (*reader)->rejects(), (*reader)->rowsRead(),
                                              m_task.setup.name, fileRequest(m_task.setup)));
        for (sources::SeriesTicks &series : table.series()) {
            for (const core::Tick &tick : series.ticks)
                tell(rowOf(tick, series.priceDecimals));
            series.ticks.clear();
        }
        if (!*more)
            break;
    }
    told.remark = remarkOf((*reader)->rejects());
    return told;
}

QString excerptOf(const QByteArray &body, const sources::HttpRequest &request)
{
    constexpr qsizetype kLook = 4 * kExcerptLetters; // blanks go
    QString text = QString::fromUtf8(body.left(kLook));
    if (body.size() > kLook)
        text += QChar(0x2026); // a key that is cut is known by this
    return withoutSecrets(news::visibleLines(withoutSecrets(text, request), kExcerptLetters), request);
}

} // namespace

QString plainText(const TrialRow &row)
{
    QStringList words;
    if (row.session)
        words += QString::fromStdString(row.session->iso());
    if (row.time)
        words += QString::fromStdString(core::isoTime(*row.time));
    if (row.price)
        words += QString::fromStdString(core::toPlainText(*row.price));
    if (!row.title.isEmpty())
        words += row.title;
    return words.join(u' ');
}

Result<SourceTrial> trySource(const FetchTask &task, sources::HttpClient &http, store::StoreReader &reader,
                              const core::CalendarSet &calendars, core::Time now, std::stop_token stop)
{
    const auto instruments = reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());
    const Trial trial(task, *instruments, calendars, now);
    SourceTrial told;
    const auto ask = [&](Trial::Reach reach) -> tl::expected<Told, FetchFault> {
        const auto question = trial.question(reach);
        if (!question)
            return tl::unexpected(question.error());
        told.address = withoutSecrets(sources::shownAddress(question->request.url), question->request);
        const sources::HttpResult answer = http.send(question->request, stop).result();
        told.status = answer ? answer->status : answer.error().status;
        if (!answer)
            return tl::unexpected(faultOf(answer.error()));
        told.excerpt = excerptOf(answer->body, question->request);
        return question->read(*answer);
    };
    auto read = ask(Trial::Reach::Newest);
    if (!read && read.error().isNoData) {
        // a service that lags behind has nothing of the last days, and is well
        const SourceTrial newest = told;
        if (auto older = ask(Trial::Reach::All)) {
            read = std::move(older);
            told.reachesUntil = read->lastSession;
        } else {
            told = newest;
        }
    }
    if (stop.stop_requested())
        return core::failure(core::ErrorCode::Cancelled, {});
    if (!read) {
        told.error = read.error().error;
        told.errorCode = read.error().code;
        return told;
    }
    told.rows = read->rows;
    told.first = read->first;
    told.last = read->last;
    if (read->remark) {
        told.remark = read->remark->error;
        told.errorCode = read->remark->code;
    }
    return told;
}

} // namespace tickmark::pipeline
