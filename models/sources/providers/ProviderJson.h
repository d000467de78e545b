// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ProviderFault.h"
#include <core/Price.h>
#include <core/Time.h>

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <string_view>

namespace tickmark::sources {

//! The JSON object or array that an answer is. WebPage: HTML; NotWhatWasAsked: text that never was JSON; Malformed: JSON
//! that breaks off.
[[nodiscard]] ProviderResult<QJsonValue> readJson(const QByteArray &body);

//! A page for people in place of data: what a captive portal answers.
[[nodiscard]] bool looksLikeHtml(const QByteArray &body);
//! Of an answer that cannot be read as what was asked for: WebPage, else NotWhatWasAsked.
[[nodiscard]] tl::unexpected<ProviderError> otherAnswer(const QByteArray &body);

//! Whether an answer's own word for what it holds is the one that was asked for; an answer that does not say is believed.
[[nodiscard]] bool isAsAsked(const QJsonValue &said, const QString &asked);

//! The decimal that was meant by a JSON number, times 10^exponent. A number that a 32-bit float holds exactly came out of
//! one, whatever its seventeen digits say: 129.0399932861328 is 129.04. Text is read as it stands. Nothing for what is no
//! number or does not fit.
[[nodiscard]] std::optional<core::Price> decimalOf(const QJsonValue &value, int exponent = 0);

//! The decimal that was meant by a text that a 32-bit float was printed into: "308.73001" is 308.73, because a float that
//! was 308.73 prints like that. A text that no float prints is read as it stands.
[[nodiscard]] std::optional<core::Price> decimalOfPrintedFloat(const QString &text);

//! Seconds since 1970 by their digits: "1706365434.1234567". What is finer than a microsecond is cut off, as streams do.
//! Nothing for what is no such number or lies outside of what nanoseconds can hold.
[[nodiscard]] std::optional<core::Time> timeOfDigits(std::string_view digits);

//! Seconds since 1970 as a JSON number, to the microsecond, which is as far as such numbers go. Nothing for what is no
//! number or lies outside of what nanoseconds can hold.
[[nodiscard]] std::optional<core::Time> timeOfSeconds(const QJsonValue &value);

} // namespace tickmark::sources
