// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExplanationText.h"

#include "Measured.h"

#include <algorithm>
#include <cmath>

namespace tickmark::claims {

ExplanationText::ExplanationText(const Claim &claim, const Verdict &verdict, const QLocale &locale)
    : m_claim(claim),
      m_verdict(verdict),
      m_locale(locale),
      m_formats(formatsOf(locale)),
      m_decimals(priceDecimals(verdict))
{}

QString ExplanationText::text()
{
    switch (m_verdict.code) {
    case VerdictCode::Unattributed:
        m_sentences.append(tr("The text names no instrument for this number."));
        break;
    case VerdictCode::NoData:
        addNoData();
        break;
    case VerdictCode::Close:
        addFormula(decisiveMove());
        break;
    case VerdictCode::Intraday:
        addIntraday();
        break;
    case VerdictCode::OtherBasis:
        addOtherBasis();
        break;
    case VerdictCode::Contradicted:
        addContradiction();
        break;
    }
    addNotes();
    // An abbreviation at the end of a sentence ("Pp.") has its full stop already.
    QString text = m_sentences.join(u' ').replace(QStringLiteral(".. "), QStringLiteral(". "));
    if (text.endsWith(QLatin1String("..")))
        text.chop(1);
    return text;
}

void ExplanationText::addNoData()
{
    const QString stated = m_claim.time.date ? day(*m_claim.time.date) : QString();
    const SessionSpan &span = m_verdict.sessions;
    switch (m_verdict.missing) {
    case Missing::Nothing:
    case Missing::Instrument:
        m_sentences.append(tr("The store holds no quotes of %1.").arg(name()));
        break;
    case Missing::NoSession:
        m_sentences.append(stated.isEmpty() ? tr("No session of %1 is known that the text can mean.").arg(name())
                                            : tr("There was no session of %1 on %2.").arg(name(), stated));
        break;
    case Missing::Session:
        m_sentences.append(tr("There is no usable quote of %1 on %2.").arg(name(), day(span.last)));
        break;
    case Missing::SessionBefore:
        m_sentences.append(
            tr("The close of %1 on %2, from which the move counts, is missing.").arg(name(), day(span.base)));
        break;
    case Missing::ShareCount:
        m_sentences.append(tr("No count of the shares of %1 is dated by %2.").arg(name(), day(span.last)));
        break;
    case Missing::Rate:
        m_sentences.append(tr("There is no exchange rate into %1 on %2.").arg(m_claim.unit, day(span.last)));
        break;
    case Missing::Currency:
        m_sentences.append(tr("The quotes of %1 are not in %2.").arg(name(), m_claim.unit));
        break;
    case Missing::PastEnd:
        m_sentences.append(tr("The quotes of %1 end on %2, before the session of %3 that the text speaks of.")
                               .arg(name(), day(m_verdict.nearest.value_or(span.base)), day(span.last)));
        return;
    }
    addNearest();
}

void ExplanationText::addNearest()
{
    if (!m_verdict.nearest)
        return;
    const QString nearest = day(*m_verdict.nearest);
    if (!m_verdict.nearestMove)
        m_sentences.append(tr("The nearest session with a quote is %1.").arg(nearest));
    else if (m_verdict.missing == Missing::SessionBefore)
        m_sentences.append(tr("Against the nearest close before it, on %1, the move is %2.")
                               .arg(nearest, amount(m_verdict.nearestMove)));
    else
        m_sentences.append(tr("The nearest session with a quote is %1, with a move of %2.")
                               .arg(nearest, amount(m_verdict.nearestMove)));
}

void ExplanationText::addIntraday()
{
    if (m_verdict.basis == Basis::Open) {
        addOpen();
        return;
    }
    addRange();
    addClosing();
}

void ExplanationText::addOpen()
{
    const QuoteUsed *open = first(u"open");
    if (m_claim.kind == ClaimKind::Level)
        m_sentences.append(tr("%1 opened at %2 on %3.").arg(name(), price(open), day(open)));
    else
        m_sentences.append(tr("%1 opened at %2 on %3, %4 against the close of %5 on %6.")
                               .arg(name(), price(open), day(open), amount(decisiveMove()), price(first(u"close")),
                                    day(first(u"close"))));
    addClosing();
}

void ExplanationText::addOtherBasis()
{
    switch (m_verdict.basis) {
    case Basis::Open:
        addOpen();
        return;
    case Basis::Close:
        m_sentences.append(tr("The text speaks of the opening, but the number fits the close."));
        addFormula(decisiveMove());
        return;
    case Basis::PreMarket:
        m_sentences.append((isFall(decisiveMove())
                                ? tr("Before the opening on %1, %2 stood as low as %3 against the close of %4 on %5.")
                                : tr("Before the opening on %1, %2 stood as high as %3 against the close of %4 on %5."))
                               .arg(day(m_verdict.sessions.last), name(), amount(decisiveMove()),
                                    price(first(u"close")), day(first(u"close"))));
        addClosing();
        return;
    case Basis::SumOfDailies:
        m_sentences.append(tr("Added up, the daily moves of %1 (%2) make %3.")
                               .arg(name(), dailyMoves().join(QStringLiteral("; ")), amount(decisiveMove())));
        addFormula(m_verdict.closeMove);
        return;
    case Basis::SessionBefore:
        m_sentences.append(isDayStated() ? tr("The number fits the session before the stated one.")
                                         : tr("The number fits the session before the one meant."));
        break;
    case Basis::SessionAfter:
        m_sentences.append(isDayStated() ? tr("The number fits the session after the stated one.")
                                         : tr("The number fits the session after the one meant."));
        break;
    case Basis::OtherSpan:
        m_sentences.append(tr("The number fits a span of %n session(s).", nullptr, m_verdict.basisSessions));
        break;
    case Basis::OtherAdjustment:
        m_sentences.append(
            m_claim.kind == ClaimKind::Level
                ? tr("The number fits the close as it was traded; a split has come since.")
                : tr("The number fits the closes as they stood, not adjusted for the split in between."));
        break;
    case Basis::None:
    case Basis::Range:
        break;
    }
    addFormula(decisiveMove());
    if (!m_verdict.closeMove) // a price is none
        return;
    const bool isTimeStated = isDayStated() || m_verdict.sessions.count > 1;
    m_sentences.append(
        (isTimeStated ? tr("Over the stated time the move is %1.") : tr("On the day meant the move is %1."))
            .arg(amount(m_verdict.closeMove)));
}

void ExplanationText::addContradiction()
{
    addFormula(m_verdict.closeMove ? m_verdict.closeMove : m_verdict.measured);
    const QString off = offText(m_claim, m_verdict, m_formats);
    if (m_verdict.measuredOther)
        m_sentences.append(
            (m_verdict.sessions.count > 1
                 ? tr("The nearest that the sessions came to the number is %1, which leaves it off by %2.")
                 : tr("The nearest that the session came to the number is %1, which leaves it off by %2."))
                .arg(amount(m_verdict.measuredOther), off));
    else
        m_sentences.append(tr("The number in the text is off by %1.").arg(off));
}

void ExplanationText::addFormula(std::optional<double> move)
{
    const QuoteUsed *from = first(u"close");
    const QuoteUsed *to = last(u"close");
    if (!move || !to)
        return;
    if (m_claim.kind == ClaimKind::Level)
        m_sentences.append(tr("%1 closed at %2 on %3.").arg(name(), price(to), day(to)));
    else if (m_claim.kind == ClaimKind::Value)
        addValue(*move);
    else
        m_sentences.append(tr("%1 closed at %2 on %3, after %4 on %5: %6.")
                               .arg(name(), price(to), day(to), price(from), day(from), amount(move)));
}

void ExplanationText::addValue(double value)
{
    const QuoteUsed *from = first(u"close");
    const QuoteUsed *to = last(u"close");
    const QuoteUsed *shares = first(u"shares");
    if (!shares)
        return;
    m_sentences.append(tr("%1 shares of %2 (%3) times the move from %4 on %5 to %6 on %7 make %8.")
                           .arg(bigCount(core::toDouble(shares->price), m_formats), name(), day(shares), price(from),
                                day(from), price(to), day(to), amount(value)));
    const auto rate = std::find_if(m_verdict.quotes.begin(), m_verdict.quotes.end(),
                                   [&](const QuoteUsed &quote) { return quote.symbol != m_verdict.symbol; });
    if (rate != m_verdict.quotes.end())
        m_sentences.append(
            tr("It is converted at %1 (%2, %3).").arg(m_formats.price(rate->price), rate->symbol, day(&*rate)));
}

void ExplanationText::addRange()
{
    const QuoteUsed *low = first(u"low");
    const QuoteUsed *high = first(u"high");
    if (m_claim.kind == ClaimKind::Level) {
        m_sentences.append(tr("On %1, %2 traded between %3 and %4.").arg(day(low), name(), price(low), price(high)));
        return;
    }
    m_sentences.append((isFall(m_verdict.measuredOther)
                            ? tr("On %1, %2 traded between %3 and %4, as low as %5 against the close of %6 on %7.")
                            : tr("On %1, %2 traded between %3 and %4, as high as %5 against the close of %6 on %7."))
                           .arg(day(low), name(), price(low), price(high), amount(m_verdict.measuredOther),
                                price(first(u"close")), day(first(u"close"))));
}

void ExplanationText::addClosing()
{
    const QString close = price(last(u"close"));
    if (m_claim.kind == ClaimKind::Level || !m_verdict.closeMove)
        m_sentences.append(tr("At the close it stood at %1.").arg(close));
    else if (!m_verdict.oppositeAtClose)
        m_sentences.append(tr("At the close it stood at %1 (%2).").arg(close, amount(m_verdict.closeMove)));
    else if (*m_verdict.closeMove > 0)
        m_sentences.append(tr("It closed up %1, at %2.").arg(plainAmount(*m_verdict.closeMove), close));
    else
        m_sentences.append(tr("It closed down %1, at %2.").arg(plainAmount(*m_verdict.closeMove), close));
}

void ExplanationText::addNotes()
{
    const bool isList = m_claim.hedge == Hedge::UpTo && m_claim.together.size() > 1;
    if (isList && m_verdict.code != VerdictCode::NoData && m_verdict.code != VerdictCode::Unattributed)
        m_sentences.append(tr("Of those named together, %1 went furthest.").arg(name()));
    if (m_verdict.provisional)
        m_sentences.append(tr("The session is still open: the verdict is provisional."));
    addOrigins();
    if (const QStringList used = sources(); !used.isEmpty())
        m_sentences.append(tr("Source: %1.").arg(used.join(QStringLiteral(", "))));
}

void ExplanationText::addOrigins()
{
    constexpr double kClose = 0.01; // of a doubt, as near as it is told
    if (const double doubt = priceDoubt(m_verdict); doubt > 0) {
        int decimals = 0;
        while (decimals < core::kMaxDecimals
               && std::abs(roundedAmount(doubt, kPointsUnit.toString(), decimals) - doubt) > kClose * doubt)
            ++decimals;
        m_sentences.append(
            tr("The source rounds its prices in the shares of today; in those of that day they are known "
               "to ±%1 only.")
                .arg(m_formats.number(doubt, decimals)));
    }
    const QuoteUsed *from = first(u"close");
    const QuoteUsed *to = last(u"close");
    if (from && to && from->source != to->source && m_claim.kind != ClaimKind::Level)
        m_sentences.append(
            tr("The close of %1 is from %2, that of %3 from %4.").arg(day(from), from->source, day(to), to->source));
    for (const QuoteUsed &quote : m_verdict.quotes) {
        for (const OtherQuote &other : quote.others)
            m_sentences.append(tr("%1 does not agree: its close of %2 is %3.")
                                   .arg(other.source, day(&quote), m_formats.price(other.price)));
    }
}

QString ExplanationText::name() const
{
    if (!m_verdict.names.empty()) {
        core::Instrument instrument;
        instrument.names = m_verdict.names;
        return instrument.displayName(m_formats.language());
    }
    if (m_verdict.symbol.isEmpty() || m_verdict.symbol == m_claim.subject.symbol)
        return m_claim.subject.text;
    const auto other = std::find_if(m_claim.together.begin(), m_claim.together.end(),
                                    [&](const Subject &subject) { return subject.symbol == m_verdict.symbol; });
    return other != m_claim.together.end() ? other->text : m_verdict.symbol;
}

QString ExplanationText::amount(std::optional<double> value) const
{
    if (!value)
        return {};
    const QString text = signedAmount(*value, m_claim.unit, m_formats, decimalsOf(m_claim, m_verdict, *value));
    if (m_claim.kind != ClaimKind::Level)
        return text;
    const QString price = text.startsWith(u'+') ? text.mid(1) : text; // no change
    return priceDoubt(m_verdict) > 0 ? aboutText(price) : price;
}

QString ExplanationText::plainAmount(double value) const
{
    const QString text = amount(value);
    return text.startsWith(u'+') || text.startsWith(QChar(0x2212)) ? text.mid(1) : text;
}

QString ExplanationText::price(const QuoteUsed *quote) const
{
    if (!quote)
        return {};
    if (quote->doubt > 0)
        return aboutText(m_formats.price(toldPrice(*quote)));
    return m_formats.price(core::rescaled(quote->price, m_decimals).value_or(quote->price));
}

std::optional<double> ExplanationText::decisiveMove() const
{
    return m_verdict.measuredOther ? m_verdict.measuredOther : m_verdict.measured;
}

bool ExplanationText::isFall(std::optional<double> move) const
{
    return m_claim.direction == Direction::None ? move.value_or(0) < 0 : m_claim.direction == Direction::Down;
}

const QuoteUsed *ExplanationText::first(QStringView field) const
{
    const QuoteUsed *found = nullptr;
    for (const QuoteUsed &quote : m_verdict.quotes) {
        if (quote.symbol == m_verdict.symbol && quote.field == field && !quote.time
            && (!found || quote.session < found->session))
            found = &quote;
    }
    return found;
}

const QuoteUsed *ExplanationText::last(QStringView field) const
{
    const QuoteUsed *found = nullptr;
    for (const QuoteUsed &quote : m_verdict.quotes) {
        if (quote.symbol == m_verdict.symbol && quote.field == field && !quote.time
            && (!found || quote.session > found->session))
            found = &quote;
    }
    return found;
}

QStringList ExplanationText::dailyMoves() const
{
    QStringList moves;
    const QuoteUsed *before = nullptr;
    for (const QuoteUsed &quote : m_verdict.quotes) {
        if (before && before->price.units != 0)
            moves.append(amount((core::toDouble(quote.price) / core::toDouble(before->price) - 1) * 100));
        before = &quote;
    }
    return moves;
}

QStringList ExplanationText::sources() const
{
    QStringList result;
    for (const QuoteUsed &quote : m_verdict.quotes) {
        if (!quote.source.isEmpty() && !result.contains(quote.source))
            result.append(quote.source);
    }
    return result;
}

} // namespace tickmark::claims
