// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProviderJson.h"

#include <core/DecimalParser.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace tickmark::sources {

bool looksLikeHtml(const QByteArray &body)
{
    const QByteArray start = body.first(std::min<qsizetype>(body.size(), 256)).trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head");
}

ProviderResult<QJsonValue> readJson(const QByteArray &body)
{
    const QByteArray start = body.first(std::min<qsizetype>(body.size(), 256)).trimmed();
    if (looksLikeHtml(body) || start.isEmpty() || (start.front() != '{' && start.front() != '['))
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(start));
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(body, &fault);
    if (document.isNull())
        return providerFailure(ProviderFault::Malformed,
                               QStringLiteral("%1 (byte %2)").arg(fault.errorString()).arg(fault.offset));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

std::optional<core::Price> decimalOf(const QJsonValue &value)
{
    if (value.isString()) {
        const auto number = core::parseNumber(value.toString().toStdString());
        return number ? std::optional(number->value) : std::nullopt;
    }
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!std::isfinite(number))
        return std::nullopt;
    std::array<char, 64> text{};
    const auto single = static_cast<float>(number);
    const bool wasSingle = static_cast<double>(single) == number;
    const auto end = wasSingle ? std::to_chars(text.data(), text.data() + text.size(), single)
                               : std::to_chars(text.data(), text.data() + text.size(), number);
    const auto parsed = core::parseNumber(
        std::string_view(text.data(), static_cast<std::size_t>(end.ptr - text.data())));
    return parsed ? std::optional(parsed->value) : std::nullopt;
}

} // namespace tickmark::sources
