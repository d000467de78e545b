// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimValues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace tickmark::store {

namespace {

using Span = claims::ClaimTime::Span;

constexpr std::array kPlaces{std::pair{ClaimPlace::Title, "title"}, std::pair{ClaimPlace::Excerpt, "excerpt"},
                             std::pair{ClaimPlace::Tail, "tail"}};
constexpr std::array kSpans{std::pair{Span::Sessions, "sessions"}, std::pair{Span::Week, "week"},
                            std::pair{Span::Month, "month"}, std::pair{Span::Year, "year"}};

template <typename Codes, typename Value>
QString codeOf(const Codes &codes, Value value)
{
    const auto found = std::ranges::find(codes, value, [](const auto &entry) { return entry.first; });
    return QString::fromLatin1(found->second);
}

template <typename Codes>
auto valueOf(const Codes &codes, const QString &code)
{
    const auto found = std::ranges::find_if(codes,
                                            [&](const auto &entry) { return code == QLatin1String(entry.second); });
    return found != codes.end() ? found->first : codes.front().first;
}

QJsonArray arrayOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

const QString kId = QStringLiteral("id");
const QString kSymbol = QStringLiteral("symbol");
const QString kText = QStringLiteral("text");
const QString kSession = QStringLiteral("session");
const QString kTime = QStringLiteral("time");
const QString kUntil = QStringLiteral("until");
const QString kField = QStringLiteral("field");
const QString kPrice = QStringLiteral("price");
const QString kDecimals = QStringLiteral("decimals");
const QString kSource = QStringLiteral("source");

constexpr qint64 kOfSession = 1;
constexpr qint64 kOfOpening = 2;

} // namespace

QString placeCode(ClaimPlace place)
{
    return codeOf(kPlaces, place);
}

ClaimPlace placeFromCode(const QString &code)
{
    return valueOf(kPlaces, code);
}

QString spanCode(Span span)
{
    return codeOf(kSpans, span);
}

Span spanFromCode(const QString &code)
{
    return valueOf(kSpans, code);
}

QByteArray subjectsJson(const std::vector<claims::Subject> &subjects)
{
    if (subjects.empty())
        return {};
    QJsonArray array;
    for (const claims::Subject &subject : subjects)
        array.append(QJsonObject{{kId, subject.instrumentId}, {kSymbol, subject.symbol}, {kText, subject.text}});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<claims::Subject> subjectsFromJson(const QByteArray &json)
{
    std::vector<claims::Subject> subjects;
    for (const QJsonValue &value : arrayOf(json))
        subjects.push_back({value[kId].toInteger(), value[kSymbol].toString(), value[kText].toString()});
    return subjects;
}

QByteArray quotesJson(const std::vector<claims::QuoteUsed> &quotes)
{
    QJsonArray array;
    for (const claims::QuoteUsed &quote : quotes) {
        QJsonObject object{{kSymbol, quote.symbol},     {kSession, quote.session.days()},  {kField, quote.field},
                           {kPrice, quote.price.units}, {kDecimals, quote.price.decimals}, {kSource, quote.source}};
        if (quote.time)
            object.insert(kTime, quote.time->ns);
        if (quote.until)
            object.insert(kUntil, quote.until->ns);
        array.append(object);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<claims::QuoteUsed> quotesFromJson(const QByteArray &json)
{
    std::vector<claims::QuoteUsed> quotes;
    for (const QJsonValue &value : arrayOf(json)) {
        claims::QuoteUsed quote;
        quote.symbol = value[kSymbol].toString();
        quote.session = core::SessionDate::fromDays(value[kSession].toInt());
        if (!value[kTime].isUndefined())
            quote.time = core::Time{value[kTime].toInteger()};
        if (!value[kUntil].isUndefined())
            quote.until = core::Time{value[kUntil].toInteger()};
        quote.field = value[kField].toString();
        quote.price = {value[kPrice].toInteger(), std::clamp(value[kDecimals].toInt(), 0, core::kMaxDecimals)};
        quote.source = value[kSource].toString();
        quotes.push_back(std::move(quote));
    }
    return quotes;
}

qint64 statedBases(const claims::Claim &claim)
{
    return (claim.intradayStated ? kOfSession : 0) | (claim.openStated ? kOfOpening : 0);
}

void readStatedBases(qint64 bases, claims::Claim &claim)
{
    claim.intradayStated = (bases & kOfSession) != 0;
    claim.openStated = (bases & kOfOpening) != 0;
}

void applyCorrection(claims::Claim &claim, const ClaimCorrection &correction, const claims::Subject *instrument)
{
    if (instrument) {
        std::ranges::replace(claim.together, claim.subject, *instrument);
        claim.subject = *instrument;
    }
    if (correction.session) {
        claim.time.date = correction.session;
        claim.time.shift = 0;
        claim.time.endStated = true;
    }
    if (correction.kind)
        claim.kind = *correction.kind;
    if (correction.hedge)
        claim.hedge = *correction.hedge;
}

} // namespace tickmark::store
