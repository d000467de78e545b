// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchFault.h"

#include "BarImportJob.h"
#include "NextRun.h"
#include "UnknownSymbols.h"
#include <news/SafeText.h>
#include <sources/FilledText.h>
#include <sources/ReadVerdict.h>
#include <sources/http/HttpRules.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tickmark::pipeline {

namespace {

struct FetchTexts
{
    Q_DECLARE_TR_FUNCTIONS(FetchTexts)
};

struct SentenceRow
{
    const char *code;
    int names;
    const char *text;
};

//! What is found out here; what servers and providers say stands with them.
constexpr auto kSentences = std::to_array<SentenceRow>({
    {"cut", 1, QT_TRANSLATE_NOOP("FetchTexts", "The last run of %1 did not get to its end.")},
    {"stopped", 1, QT_TRANSLATE_NOOP("FetchTexts", "%1 was stopped before its end.")},
    {"no_key", 1, QT_TRANSLATE_NOOP("FetchTexts", "%1 needs a key.")},
    {"no_address", 1, QT_TRANSLATE_NOOP("FetchTexts", "%1 needs an address.")},
    {"keychain", 1,
     QT_TRANSLATE_NOOP("FetchTexts", "The keychain did not give access to the key of %1. It may be locked.")},
    {"not_stored", 1, QT_TRANSLATE_NOOP("FetchTexts", "The database did not accept what %1 sent. Nothing was stored.")},
    {"no_calendar", 2, QT_TRANSLATE_NOOP("FetchTexts", "There is no trading calendar for the exchange “%1” of %2.")},
    {"not_unpacked", 1,
     QT_TRANSLATE_NOOP("FetchTexts", "The file of %1 cannot be unpacked, or does not hold exactly one table.")},
    {"no_table", 1, QT_TRANSLATE_NOOP("FetchTexts", "What %1 sends is not a table of quotes.")},
    {"unclear_table", 1,
     QT_TRANSLATE_NOOP("FetchTexts", "It is not clear how the table of %1 is to be read: which column is which, or how "
                                     "its dates and numbers are written.")},
    {"other_table", 1,
     QT_TRANSLATE_NOOP("FetchTexts", "The table of %1 has other columns or times than it is to have.")},
    {"empty_file", 1, QT_TRANSLATE_NOOP("FetchTexts", "%1 sent an empty file. Check its address.")},
    {"header_only", 1,
     QT_TRANSLATE_NOOP("FetchTexts", "%1 sent a table with a header but no rows. Check its address.")},
    {"json_file", 1, QT_TRANSLATE_NOOP("FetchTexts", "%1 sent JSON, not a table. Check its address.")},
    {"not_text", 1, QT_TRANSLATE_NOOP("FetchTexts", "%1 sent a file that is not text. Check its address.")},
    {"unusable_rows", 1, QT_TRANSLATE_NOOP("FetchTexts", "The rows of %1 cannot be used.")},
    {"unnamed_instrument", 1,
     QT_TRANSLATE_NOOP(
         "FetchTexts",
         "The file of %1 does not say which instrument it is about. Choose exactly one for this source.")},
    {"no_instrument", 1, QT_TRANSLATE_NOOP("FetchTexts", "%1 has none of the instruments in the store.")},
    {"unknown_provider", 1, QT_TRANSLATE_NOOP("FetchTexts", "There is no provider “%1”.")},
    {"unknown_symbol", 2, QT_TRANSLATE_NOOP("FetchTexts", "%1 does not have %2.")},
    {"unknown_interval", 1, QT_TRANSLATE_NOOP("FetchTexts", "%1 has no bars of this length.")},
    {"pause", 2,
     QT_TRANSLATE_NOOP("FetchTexts",
                       "%1 asked for a pause until %2 UTC. If you fetch it by name, it is asked at once.")},
    {"other_currency", 4,
     QT_TRANSLATE_NOOP("FetchTexts",
                       "%1 quotes %2 in %3, and in the store it is quoted in %4. Nothing was stored: name the symbol "
                       "by which %1 has it in %4, or correct its currency.")},
    {"other_shares", 2,
     QT_TRANSLATE_NOOP("FetchTexts",
                       "%1 counts %2 in other shares now and does not give all of its quotes again. Nothing "
                       "was stored.")},
    {"other_prices", 2,
     QT_TRANSLATE_NOOP(
         "FetchTexts",
         "%1 has other prices of %2 now than those that are stored for the same days. Nothing was stored: "
         "say so at the source if splits are in its prices (--splits adjusted), else take back what it "
         "brought before.")},
});

constexpr qsizetype kLongestExample = 60; //!< of a row of a table
constexpr QLatin1String kRejectedCode("rejected_rows");
constexpr QLatin1String kUnpricedCode("unpriced_sessions");
constexpr QLatin1String kUnpricedAgainCode("unpriced_for_good");

QString givenUpText(const QString &why)
{
    return FetchTexts::tr("Not fetched any more: %1", "a sentence why").arg(why);
}

QString unfinishedText(const QString &why)
{
    return FetchTexts::tr("Not fetched to its end: %1", "a sentence why").arg(why);
}

//! Names are those that rejectedRows() and unpricedSessions() give; empty: others.
QString remarkSentence(const QString &code, const QStringList &names)
{
    if (names.size() == 5 && code == kRejectedCode)
        return sources::filledText(
            FetchTexts::tr("%Ln row(s) of %1 could not be used. The first is line %2: %3 It reads: %4", nullptr,
                           names[1].toInt()),
            {names[0], names[2], rejectText(names[3]), names[4]});
    if (names.size() != 4)
        return {};
    const int count = names[2].toInt();
    const QStringList shown{names[0], names[1], names[3]};
    if (code == kUnpricedCode)
        return sources::filledText(
            FetchTexts::tr(
                "%1 has no complete price (open, high, low, close) of %2 for %Ln session(s), the first on %3. The next run asks once more.",
                nullptr, count),
            shown);
    if (code == kUnpricedAgainCode)
        return sources::filledText(
            FetchTexts::tr(
                "%1 still has no complete price (open, high, low, close) of %2 for %Ln session(s), the first on %3. They stay empty.",
                nullptr, count),
            shown);
    return {};
}

//! Names are those of sources::unusableNames(), with the first of the rows behind them, if there is one.
QString unusableSentence(const QString &source, const QStringList &names)
{
    const bool hasExample = names.size() % 2 == 1;
    const QString text = sources::unusableText(source, hasExample ? names.first(names.size() - 1) : names);
    if (!hasExample)
        return text;
    return sources::filledText(FetchTexts::tr("%1 It reads: %2", "what is wrong with a row of a table, and the row"),
                               {text, names.last()});
}

FetchFault remark(QLatin1String code, const QStringList &names)
{
    FetchFault fault{{core::ErrorCode::InvalidInput, remarkSentence(code, names), {}}, code};
    fault.names = names;
    return fault;
}

} // namespace

FetchFault faultOf(core::ErrorCode kind, const char *code, const QStringList &names)
{
    FetchFault fault{{kind, errorSentence(QLatin1String(code), names), {}}, QString::fromLatin1(code)};
    fault.names = names;
    return fault;
}

FetchFault faultOf(const sources::HttpError &error)
{
    using sources::HttpFault;
    FetchFault fault{toError(error), codeOf(error.fault)};
    fault.endsSource = error.fault == HttpFault::RateLimited || error.fault == HttpFault::Unauthorized
                       || error.fault == HttpFault::LoginNeeded;
    fault.retryAfter = error.retryAfter;
    fault.names = QStringList{error.address};
    return fault;
}

FetchFault otherShares(const QString &source, const QString &symbol)
{
    return faultOf(core::ErrorCode::InvalidInput, "other_shares", {source, symbol});
}

FetchFault otherPrices(const QString &source, const QString &symbol)
{
    return faultOf(core::ErrorCode::InvalidInput, "other_prices", {source, symbol});
}

core::Error givenUp(const core::Error &why, bool wasAsked)
{
    return {why.code, wasAsked ? unfinishedText(why.message) : givenUpText(why.message), {}};
}

bool isRemark(const QString &code)
{
    return code == kRejectedCode || code == kUnpricedCode || code == kUnpricedAgainCode;
}

FetchFault rejectedRows(const QString &source, qint64 count, const ImportReject &first)
{
    return remark(kRejectedCode, {source, QString::number(count), QString::number(first.line), first.code,
                                  news::visibleLine(first.excerpt, kLongestExample)});
}

FetchFault unpricedSessions(const QString &source, const QString &symbol, qsizetype count, core::SessionDate first,
                            bool isAgain)
{
    return remark(isAgain ? kUnpricedAgainCode : kUnpricedCode,
                  {source, symbol, QString::number(count), QString::fromStdString(first.iso())});
}

FetchFault faultOf(const sources::TableFault &table, const QString &source)
{
    const QStringList names = QStringList{source} + table.names;
    FetchFault fault{{core::ErrorCode::InvalidInput, errorSentence(table.code, names), {}}, table.code};
    fault.names = names;
    return fault;
}

FetchFault faultOfRows(const core::Error &error, const sources::RejectList &rejects, qint64 rows, const QString &source,
                       const sources::HttpRequest &request)
{
    FetchFault fault = faultOfTable(error, "unusable_rows", source);
    if (fault.code != QLatin1String("unusable_rows") || rejects.count() == 0)
        return fault;
    const QString example = withoutSecrets(rejects.kept().front().excerpt, request);
    fault.names += sources::unusableNames(rejects, rows) + QStringList{news::visibleLine(example, kLongestExample)};
    fault.error.message = unusableSentence(source, fault.names.sliced(1));
    return fault;
}

FetchFault faultOfStore(const core::Error &error)
{
    FetchFault fault{error, QStringLiteral("not_stored")};
    fault.endsRun = error.code != core::ErrorCode::NotFound && error.code != core::ErrorCode::InvalidInput;
    return fault;
}

FetchFault faultOfTable(const core::Error &error, const char *code, const QString &source)
{
    using core::ErrorCode;
    FetchFault fault{error, QString::fromLatin1(code)};
    fault.names = QStringList{source};
    if (error.code == ErrorCode::Damaged) {
        fault.code = sources::codeOf(sources::ProviderFault::Malformed);
    } else if (error.code == ErrorCode::NotFound) {
        fault.code = QStringLiteral("unknown_instrument");
        fault.names = error.detail.split(u'\n');
    } else if (error.code != ErrorCode::InvalidInput && error.code != ErrorCode::Unsupported) {
        return faultOfStore(error);
    }
    return fault;
}

FetchFault noCalendar(const core::Instrument &instrument)
{
    return faultOf(core::ErrorCode::NotFound, "no_calendar", {instrument.mic, instrument.symbol});
}

FetchFault faultOf(const sources::ProviderError &error, const QString &source, const sources::HttpRequest &request)
{
    using sources::ProviderFault;
    FetchFault fault{toError(error, source), codeOf(error.fault)};
    fault.error.detail = withoutSecrets(fault.error.detail, request);
    fault.endsSource = error.fault == ProviderFault::RateLimited || error.fault == ProviderFault::QuotaUsed
                       || error.fault == ProviderFault::BadKey;
    fault.isNoData = error.fault == ProviderFault::NoData;
    fault.names = QStringList{source};
    return fault;
}

QString errorSentence(const QString &code, const QStringList &names, const QString &text)
{
    if (names.isEmpty())
        return text;
    const auto row = std::ranges::find_if(kSentences, [&](const SentenceRow &one) {
        return code == QLatin1String(one.code) && one.names == names.size();
    });
    if (row != kSentences.end())
        return sources::filledText(FetchTexts::tr(row->text), names);
    if (code == QLatin1String("unknown_instrument"))
        return unknownSymbolsText(names);
    if (code == kNotAskedCode)
        return givenUpText(errorSentence(names.front(), names.sliced(1), text));
    if (code == kNotFinishedCode)
        return unfinishedText(errorSentence(names.front(), names.sliced(1), text));
    if (isRemark(code))
        return remarkSentence(code, names);
    if (code == QLatin1String("unusable_rows"))
        return unusableSentence(names.front(), names.sliced(1));
    if (const QString table = sources::tableSentence({code, names.sliced(1)}, names.front()); !table.isEmpty())
        return table;
    for (const QString &sentence :
         {sources::providerSentence(code, names.front()), sources::httpSentence(code, names.front())}) {
        if (!sentence.isEmpty())
            return sentence;
    }
    return text;
}

QString errorSentence(const store::FetchState &state)
{
    return errorSentence(state.errorCode, state.errorNames, state.errorText);
}

} // namespace tickmark::pipeline
