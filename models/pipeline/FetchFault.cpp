// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchFault.h"

#include "NextRun.h"
#include "UnknownSymbols.h"
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
    {"unusable_rows", 1, QT_TRANSLATE_NOOP("FetchTexts", "The rows of %1 cannot be used.")},
    {"unnamed_instrument", 1,
     QT_TRANSLATE_NOOP(
         "FetchTexts",
         "The file of %1 does not say which instrument it is about. Choose exactly one for this source.")},
    {"no_instrument", 1, QT_TRANSLATE_NOOP("FetchTexts", "%1 has none of the instruments in the store.")},
    {"unknown_provider", 1, QT_TRANSLATE_NOOP("FetchTexts", "There is no provider “%1”.")},
    {"unknown_symbol", 2, QT_TRANSLATE_NOOP("FetchTexts", "%1 does not have %2.")},
    {"unknown_interval", 1, QT_TRANSLATE_NOOP("FetchTexts", "%1 has no bars of this length.")},
    {"pause", 2, QT_TRANSLATE_NOOP("FetchTexts", "%1 asked for a pause until %2 UTC.")},
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

//! All at once: a name may look like a place for another one.
QString filled(const QString &text, const QStringList &names)
{
    switch (names.size()) {
    case 1:
        return text.arg(names[0]);
    case 2:
        return text.arg(names[0], names[1]);
    case 4:
        return text.arg(names[0], names[1], names[2], names[3]);
    default:
        return text;
    }
}

QString givenUpText(const QString &why)
{
    return FetchTexts::tr("Not fetched any more: %1", "a sentence why").arg(why);
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

core::Error givenUp(const core::Error &why)
{
    return {why.code, givenUpText(why.message), {}};
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
        return filled(FetchTexts::tr(row->text), names);
    if (code == QLatin1String("unknown_instrument"))
        return unknownSymbolsText(names);
    if (code == kNotAskedCode)
        return givenUpText(errorSentence(names.front(), names.sliced(1), text));
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
