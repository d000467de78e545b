// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimValues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

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

//! A string of JSON. Quotes are written for each of many thousand verdicts: by QJsonDocument that took as long as judging.
QByteArray quoted(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray json;
    json.reserve(utf8.size() + 2);
    json += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\')
            json += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            json += "\\u00" + QByteArray(1, c).toHex();
        else
            json += c;
    }
    return json + '"';
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
const QString kDoubt = QStringLiteral("doubt");
const QString kOthers = QStringLiteral("others");

QByteArray othersJson(const std::vector<claims::OtherQuote> &others)
{
    QJsonArray array;
    for (const claims::OtherQuote &other : others)
        array.append(
            QJsonObject{{kPrice, other.price.units}, {kDecimals, other.price.decimals}, {kSource, other.source}});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

core::Price priceFromJson(const QJsonValue &value)
{
    return {value[kPrice].toInteger(), std::clamp(value[kDecimals].toInt(), 0, core::kMaxDecimals)};
}

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
    QByteArray json = "[";
    const auto add = [&json](const QString &key, const QByteArray &value) {
        json += (json.endsWith('{') ? "\"" : ",\"") + key.toLatin1() + "\":" + value;
    };
    for (const claims::QuoteUsed &quote : quotes) {
        json += json.size() > 1 ? ",{" : "{";
        add(kSymbol, quoted(quote.symbol));
        add(kSession, QByteArray::number(quote.session.days()));
        if (quote.time)
            add(kTime, QByteArray::number(quote.time->ns));
        if (quote.until)
            add(kUntil, QByteArray::number(quote.until->ns));
        add(kField, quoted(quote.field));
        add(kPrice, QByteArray::number(quote.price.units));
        add(kDecimals, QByteArray::number(quote.price.decimals));
        add(kSource, quoted(quote.source));
        if (quote.doubt > 0)
            add(kDoubt, QByteArray::number(quote.doubt, 'g', QLocale::FloatingPointShortest));
        if (!quote.others.empty())
            add(kOthers, othersJson(quote.others));
        json += '}';
    }
    return json + ']';
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
        quote.price = priceFromJson(value);
        quote.source = value[kSource].toString();
        quote.doubt = std::max(0.0, value[kDoubt].toDouble());
        for (const QJsonValue &other : value[kOthers].toArray())
            quote.others.push_back({priceFromJson(other), other[kSource].toString()});
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
