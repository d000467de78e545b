// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimTypes.h"

//! The values of claims and verdicts that the tables hold as codes or JSON. Pure functions; what is not readable (a store
//! that another program wrote to) becomes the default.
namespace tickmark::store {

[[nodiscard]] ClaimPlace placeFromCode(const QString &code);
[[nodiscard]] QString spanCode(claims::ClaimTime::Span span);
[[nodiscard]] claims::ClaimTime::Span spanFromCode(const QString &code);

//! Empty for no subjects.
[[nodiscard]] QByteArray subjectsJson(const std::vector<claims::Subject> &subjects);
[[nodiscard]] std::vector<claims::Subject> subjectsFromJson(const QByteArray &json);

[[nodiscard]] QByteArray quotesJson(const std::vector<claims::QuoteUsed> &quotes);
[[nodiscard]] std::vector<claims::QuoteUsed> quotesFromJson(const QByteArray &json);

//! What the text says that its number is of, as one number for a column: bits of a session (1) and of its opening (2).
[[nodiscard]] qint64 statedBases(const claims::Claim &claim);
void readStatedBases(qint64 bases, claims::Claim &claim);

//! Lays what the user says over what the text says. `instrument` is the one that the correction names, if it does.
void applyCorrection(claims::Claim &claim, const ClaimCorrection &correction, const claims::Subject *instrument);

} // namespace tickmark::store
