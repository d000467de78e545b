// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProviderJson.h"

#include <core/DecimalParser.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace tickmark::sources {

namespace {

//! The shortest digits without an exponent; empty for what is no number.
std::string plainText(const QJsonValue &value)
{
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!std::isfinite(number))
        return {};
    constexpr double kExact =
        9.0e15; // a whole number up to here is itself: a volume has no shorter digits that are meant
    if (std::trunc(number) == number && std::abs(number) < kExact)
        return std::to_string(static_cast<qint64>(number));
    std::array<char, 512> digits{};
    const auto write = [&digits](auto one) {
        return std::to_chars(digits.data(), digits.data() + digits.size(), one, std::chars_format::fixed);
    };
    const auto single = static_cast<float>(number);
    const auto end = static_cast<double>(single) == number ? write(single) : write(number);
    return end.ec == std::errc() ? std::string(digits.data(), end.ptr) : std::string();
}

} // namespace

bool isAsAsked(const QJsonValue &said, const QString &asked)
{
    const QString word = said.toString();
    return word.isEmpty() || word.compare(asked, Qt::CaseInsensitive) == 0;
}

bool looksLikeHtml(const QByteArray &body)
{
    const QByteArray start = body.first(std::min<qsizetype>(body.size(), 256)).trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head");
}

tl::unexpected<ProviderError> otherAnswer(const QByteArray &body)
{
    return providerFailure(looksLikeHtml(body) ? ProviderFault::WebPage : ProviderFault::NotWhatWasAsked,
                           QString::fromUtf8(body));
}

ProviderResult<QJsonValue> readJson(const QByteArray &body)
{
    const QByteArray start = body.first(std::min<qsizetype>(body.size(), 256)).trimmed();
    if (looksLikeHtml(body) || start.isEmpty() || (start.front() != '{' && start.front() != '['))
        return otherAnswer(start);
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(body, &fault);
    if (document.isNull())
        return providerFailure(ProviderFault::Malformed,
                               QStringLiteral("%1 (byte %2)").arg(fault.errorString()).arg(fault.offset));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

std::optional<core::Price> decimalOf(const QJsonValue &value, int exponent)
{
    std::string text = value.isString() ? value.toString().toStdString() : plainText(value);
    if (exponent != 0)
        text += 'e' + std::to_string(exponent);
    const auto parsed = core::parseNumber(text);
    return parsed ? std::optional(parsed->value) : std::nullopt;
}

std::optional<core::Price> decimalOfPrintedFloat(const QString &text)
{
    const std::string digits = text.toStdString();
    const auto asWritten = core::parseNumber(digits);
    if (!asWritten)
        return std::nullopt;
    float single = 0;
    const char *end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, single);
    if (read.ec != std::errc() || read.ptr != end)
        return asWritten->value;
    std::array<char, 128> again{};
    const auto printed = std::to_chars(again.data(), again.data() + again.size(), single, std::chars_format::fixed,
                                       asWritten->value.decimals);
    const bool isPrinted = printed.ec == std::errc() && std::string_view(again.data(), printed.ptr) == digits;
    return isPrinted ? decimalOf(static_cast<double>(single)) : asWritten->value;
}

std::optional<core::Time> timeOfDigits(std::string_view digits)
{
    constexpr qint64 kFarthest = 9'200'000'000; // seconds, in the year 2261
    constexpr std::size_t kMicroDigits = 6;
    constexpr qint64 kNsPerMicrosecond = 1000;
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::string fraction(digits.substr(std::min(point + 1, digits.size())));
    const auto isDigit = [](char one) { return one >= '0' && one <= '9'; };
    const bool isWhole = point == digits.size();
    if (!std::ranges::all_of(fraction, isDigit) || fraction.empty() != isWhole)
        return std::nullopt;
    fraction.resize(kMicroDigits, '0');
    qint64 seconds = -1;
    qint64 micros = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + point, seconds);
    std::from_chars(fraction.data(), fraction.data() + fraction.size(), micros);
    if (read.ec != std::errc() || read.ptr != digits.data() + point || seconds < 0 || seconds > kFarthest)
        return std::nullopt;
    return core::Time{seconds * core::kNsPerSecond + micros * kNsPerMicrosecond};
}

std::optional<core::Time> timeOfSeconds(const QJsonValue &value)
{
    constexpr double kFarthest = 9.2e9; // seconds, in the year 2261
    constexpr double kMicroseconds = 1e6;
    constexpr qint64 kNsPerMicrosecond = 1000;
    const double seconds = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!(std::abs(seconds) <= kFarthest))
        return std::nullopt;
    return core::Time{std::llround(seconds * kMicroseconds) * kNsPerMicrosecond};
}

} // namespace tickmark::sources
