// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimJson.h"

#include "ClaimAmounts.h"
#include "Explanation.h"
#include "Measured.h"

#include <algorithm>
#include <cmath>

namespace tickmark::claims {

namespace {

QString isoDate(core::SessionDate date)
{
    return QString::fromStdString(date.iso());
}

//! The last session; where the calendar gives none, the day that the text states.
QJsonValue sessionJson(const Claim &claim, const Verdict *verdict)
{
    if (verdict && verdict->sessions.isKnown())
        return isoDate(verdict->sessions.last);
    return claim.time.date && claim.time.shift == 0 ? QJsonValue(isoDate(*claim.time.date)) : QJsonValue::Null;
}

QJsonArray spanJson(TextSpan span, const CodePointOffsets &offsets)
{
    return {offsets.at(span.start), offsets.at(span.end)};
}

//! As exact as it is shown, to the hundredth or to where it tells on which side of the interval it lies; values of whole
//! companies to the unit.
QJsonValue measuredJson(const Claim &claim, const Verdict &verdict)
{
    if (!verdict.measured || !std::isfinite(*verdict.measured))
        return QJsonValue::Null;
    if (claim.kind == ClaimKind::Value)
        return std::round(*verdict.measured);
    return claim.kind == ClaimKind::Level
               ? *verdict.measured
               : roundedAmount(*verdict.measured, claim.unit, decimalsOf(claim, verdict, *verdict.measured));
}

constexpr int kDigits = 12; // without what binary fractions add: 9.15 for 9.1499999999999986

QJsonValue endJson(double end)
{
    return std::isfinite(end) ? QJsonValue(QString::number(end, 'g', kDigits).toDouble()) : QJsonValue::Null;
}

QJsonObject quoteJson(const QuoteUsed &quote)
{
    QJsonObject object;
    object.insert(QStringLiteral("symbol"), quote.symbol);
    if (quote.until)
        object.insert(QStringLiteral("until"), QString::fromStdString(core::isoTime(*quote.until)));
    if (quote.time)
        object.insert(QStringLiteral("time"), QString::fromStdString(core::isoTime(*quote.time)));
    else
        object.insert(QStringLiteral("session"), isoDate(quote.session));
    object.insert(QStringLiteral("field"), quote.field);
    object.insert(QStringLiteral("price"), QString::fromStdString(core::toPlainText(toldPrice(quote))));
    object.insert(QStringLiteral("source"), quote.source);
    if (quote.doubt > 0)
        object.insert(QStringLiteral("plus_minus"), QString::number(toldDoubt(quote), 'g', kDigits));
    QJsonArray others;
    for (const OtherQuote &other : quote.others)
        others.append(QJsonObject{{QStringLiteral("source"), other.source},
                                  {QStringLiteral("price"), QString::fromStdString(core::toPlainText(other.price))}});
    if (!others.isEmpty())
        object.insert(QStringLiteral("disagreeing"), others);
    return object;
}

void insertVerdict(QJsonObject &object, const Claim &claim, const Verdict &verdict, const QLocale &locale)
{
    object.insert(QStringLiteral("verdict"), verdictCodeText(verdict.code));
    const QString basis = basisPhrase(claim, verdict);
    object.insert(QStringLiteral("basis"), basis.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(basis));
    object.insert(QStringLiteral("measured"), measuredJson(claim, verdict));
    object.insert(QStringLiteral("interval"),
                  QJsonArray{endJson(verdict.interval.low), endJson(verdict.interval.high)});
    QJsonArray quotes;
    for (const QuoteUsed &quote : verdict.quotes)
        quotes.append(quoteJson(quote));
    object.insert(QStringLiteral("quotes"), quotes);
    object.insert(QStringLiteral("explanation"), explanation(claim, verdict, locale));
}

} // namespace

CodePointOffsets::CodePointOffsets(QStringView text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text.at(i).isLowSurrogate() && text.at(i - 1).isHighSurrogate())
            m_pairs.push_back(i);
    }
}

qsizetype CodePointOffsets::at(qsizetype utf16) const
{
    const auto before = std::lower_bound(m_pairs.begin(), m_pairs.end(), utf16);
    return utf16 - qsizetype(before - m_pairs.begin());
}

QJsonObject claimJson(const Claim &claim, const Verdict *verdict, const CodePointOffsets &offsets,
                      const QLocale &locale)
{
    const bool isStored = claim.subject.instrumentId != 0;
    const bool isDated = verdict && verdict->sessions.isKnown();
    QJsonObject object;
    object.insert(QStringLiteral("subject"),
                  isStored ? QJsonValue(claim.subject.symbol) : QJsonValue(QJsonValue::Null));
    object.insert(QStringLiteral("subject_text"), claim.subject.text);
    object.insert(QStringLiteral("kind"), kindCode(claim.kind));
    object.insert(QStringLiteral("direction"), directionCode(claim.direction));
    object.insert(QStringLiteral("low"), claim.low);
    object.insert(QStringLiteral("high"), claim.high);
    object.insert(QStringLiteral("unit"), claim.unit);
    object.insert(QStringLiteral("hedge"), hedgeCode(claim.hedge));
    object.insert(QStringLiteral("session"), sessionJson(claim, verdict));
    object.insert(QStringLiteral("sessions"), isDated ? verdict->sessions.count : claim.time.sessions);
    object.insert(QStringLiteral("span"), spanJson(claim.span, offsets));
    object.insert(QStringLiteral("sentence"), spanJson(claim.sentence, offsets));
    object.insert(QStringLiteral("text"), claim.text);
    if (verdict)
        insertVerdict(object, claim, *verdict, locale);
    return object;
}

} // namespace tickmark::claims
