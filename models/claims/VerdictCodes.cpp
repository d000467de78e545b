// SPDX-License-Identifier: GPL-3.0-or-later
#include "Judge.h"

#include <array>
#include <utility>

namespace tickmark::claims {

namespace {

template <typename Value, std::size_t N>
using Codes = std::array<std::pair<Value, QStringView>, N>;

constexpr Codes<VerdictCode, 6> kVerdicts{{
    {VerdictCode::Unattributed, u"unattributed"},
    {VerdictCode::NoData, u"no_data"},
    {VerdictCode::Close, u"close"},
    {VerdictCode::Intraday, u"intraday"},
    {VerdictCode::OtherBasis, u"other_basis"},
    {VerdictCode::Contradicted, u"contradicted"},
}};

constexpr Codes<Basis, 10> kBases{{
    {Basis::None, u"none"},
    {Basis::Close, u"close"},
    {Basis::Range, u"range"},
    {Basis::Open, u"open"},
    {Basis::PreMarket, u"pre_market"},
    {Basis::SessionBefore, u"session_before"},
    {Basis::SessionAfter, u"session_after"},
    {Basis::OtherSpan, u"other_span"},
    {Basis::SumOfDailies, u"sum_of_dailies"},
    {Basis::OtherAdjustment, u"other_adjustment"},
}};

constexpr Codes<Missing, 9> kMissing{{
    {Missing::Nothing, u"nothing"},
    {Missing::Instrument, u"instrument"},
    {Missing::Session, u"session"},
    {Missing::SessionBefore, u"session_before"},
    {Missing::ShareCount, u"share_count"},
    {Missing::Rate, u"rate"},
    {Missing::NoSession, u"no_session"},
    {Missing::Currency, u"currency"},
    {Missing::PastEnd, u"past_end"},
}};

template <typename Value, std::size_t N>
QString codeOf(const Codes<Value, N> &codes, Value value)
{
    for (const auto &[known, code] : codes) {
        if (known == value)
            return code.toString();
    }
    Q_UNREACHABLE();
}

template <typename Value, std::size_t N>
std::optional<Value> valueOf(const Codes<Value, N> &codes, QStringView code)
{
    for (const auto &[value, known] : codes) {
        if (known == code)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString verdictCodeText(VerdictCode code)
{
    return codeOf(kVerdicts, code);
}

std::optional<VerdictCode> verdictFromText(QStringView code)
{
    return valueOf(kVerdicts, code);
}

QString basisCode(Basis basis)
{
    return codeOf(kBases, basis);
}

std::optional<Basis> basisFromCode(QStringView code)
{
    return valueOf(kBases, code);
}

QString missingCode(Missing missing)
{
    return codeOf(kMissing, missing);
}

std::optional<Missing> missingFromCode(QStringView code)
{
    return valueOf(kMissing, code);
}

} // namespace tickmark::claims
