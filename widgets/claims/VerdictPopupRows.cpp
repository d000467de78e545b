// SPDX-License-Identifier: GPL-3.0-or-later
#include "VerdictPopupRows.h"

#include <claims/ClaimAmounts.h>
#include <claims/ClaimLabels.h>
#include <claims/Measured.h>
#include <core/ShownPrice.h>
#include <news/SafeText.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tickmark::claimview {

using claims::Basis;
using claims::Claim;
using claims::ClaimKind;
using claims::Direction;
using claims::QuoteUsed;
using claims::Verdict;

namespace {

constexpr int kUsualDecimals = 2;

constexpr double kSameMove = 0.005; // as exact as moves are written

//! One claim with its verdict and facts, as rows. Lives for one call.
class VerdictRows
{
    Q_DECLARE_TR_FUNCTIONS(VerdictRows)

public:
    VerdictRows(const store::StoredClaim &claim, const VerdictFacts &facts, const core::Formats &formats)
        : m_claim(claim.claim), m_verdict(*claim.verdict), m_facts(facts), m_formats(formats)
    {}

    [[nodiscard]] std::vector<FormulaRow> formulas();
    [[nodiscard]] std::optional<RangeStripData> strip() const;
    [[nodiscard]] QString quoteName(const QuoteUsed &quote) const;

private:
    void addMove();
    void addValue();
    void addClaimedLevel();
    void addInterval();
    void addRange();
    void add(const QString &label, const QString &formula) { m_rows.push_back({label, formula}); }

    [[nodiscard]] const QuoteUsed *closeOf(core::SessionDate date) const;
    [[nodiscard]] QString text(core::Price price) const { return m_formats.price(shortened(price)); }
    [[nodiscard]] QString text(const QuoteUsed &quote) const { return priceText(quote.price, quote.doubt, m_formats); }
    [[nodiscard]] QString text(double price) const;
    //! Of the session that the facts are of.
    [[nodiscard]] QString dayText(core::Price price) const { return priceText(price, m_facts.day->doubt, m_formats); }
    [[nodiscard]] QString withCurrency(const QString &amount) const;
    [[nodiscard]] int priceDecimals() const;
    [[nodiscard]] bool isRough() const { return claims::priceDoubt(m_verdict) > 0; }
    [[nodiscard]] QString amount(double value) const;
    //! What moves count from, in prices of the claim's session: split-adjusted, as the verdict's own move is.
    [[nodiscard]] std::optional<double> reference() const;
    //! The price at which the claim's number would have been exact.
    [[nodiscard]] std::optional<double> levelOf(double magnitude) const;
    [[nodiscard]] bool isFalling() const;
    [[nodiscard]] bool isInInterval(double move) const;
    //! Though the move may fit only as far as its prices are known.
    [[nodiscard]] bool isConfirmedClose() const { return m_verdict.code == claims::VerdictCode::Close; }

    const Claim &m_claim;
    const Verdict &m_verdict;
    const VerdictFacts &m_facts;
    const core::Formats &m_formats;
    std::vector<FormulaRow> m_rows;
};

std::vector<FormulaRow> VerdictRows::formulas()
{
    if (m_verdict.code == claims::VerdictCode::NoData || m_verdict.code == claims::VerdictCode::Unattributed)
        return {};
    if (m_claim.kind == ClaimKind::Value) {
        addValue();
    } else {
        addMove();
        addClaimedLevel();
    }
    addInterval();
    addRange();
    return std::move(m_rows);
}

const QuoteUsed *VerdictRows::closeOf(core::SessionDate date) const
{
    const auto found = std::ranges::find_if(m_verdict.quotes, [&](const QuoteUsed &quote) {
        return quote.symbol == m_verdict.symbol && quote.field == u"close" && quote.session == date && !quote.time;
    });
    return found == m_verdict.quotes.end() ? nullptr : &*found;
}

QString VerdictRows::withCurrency(const QString &amount) const
{
    const QString currency = quoteCurrency(m_facts);
    //: an amount and its currency: "24.20 USD"
    return currency.isEmpty() ? amount : QCoreApplication::translate("ClaimAmount", "%1 %2").arg(amount, currency);
}

int VerdictRows::priceDecimals() const
{
    if (isRough())
        return claims::priceDecimals(m_verdict);
    int decimals = kUsualDecimals;
    for (const QuoteUsed &quote : m_verdict.quotes) {
        if (quote.symbol == m_verdict.symbol && quote.field == u"close" && !quote.time)
            decimals = std::max(decimals, shortened(quote.price).decimals);
    }
    return decimals;
}

QString VerdictRows::text(double price) const
{
    const QString number = m_formats.number(price, priceDecimals());
    return isRough() ? claims::aboutText(number) : number;
}

QString VerdictRows::amount(double value) const
{
    const bool isMove = m_claim.direction != Direction::None && m_claim.kind != ClaimKind::Level;
    const int decimals = claims::decimalsOf(m_claim, m_verdict, value);
    QString result = claims::signedAmount(value, m_claim.unit, m_formats, decimals);
    return isMove ? result : result.remove(u'+');
}

bool VerdictRows::isFalling() const
{
    return m_claim.direction == Direction::Down
           || (m_claim.direction == Direction::None && m_verdict.closeMove.value_or(0) < 0);
}

bool VerdictRows::isInInterval(double move) const
{
    return claims::fitsInterval(m_claim, m_verdict.interval, move);
}

std::optional<double> VerdictRows::reference() const
{
    const QuoteUsed *last = closeOf(m_verdict.sessions.last);
    std::optional<double> close = last ? std::optional(core::toDouble(last->price))
                                  : m_facts.day && m_facts.day->close.units != 0
                                      ? std::optional(core::toDouble(m_facts.day->close))
                                      : std::nullopt;
    if (!close || !m_verdict.closeMove || m_claim.kind == ClaimKind::Value || m_claim.kind == ClaimKind::Level)
        return std::nullopt;
    if (m_claim.kind == ClaimKind::Points)
        return *close - *m_verdict.closeMove;
    const double factor = 1 + *m_verdict.closeMove / 100;
    return factor > 0 ? std::optional(*close / factor) : std::nullopt;
}

std::optional<double> VerdictRows::levelOf(double magnitude) const
{
    if (m_claim.kind == ClaimKind::Level)
        return magnitude;
    const auto from = reference();
    if (!from || !std::isfinite(magnitude))
        return std::nullopt;
    const double move = isFalling() ? -magnitude : magnitude;
    return m_claim.kind == ClaimKind::Points ? *from + move : *from * (1 + move / 100);
}

void VerdictRows::addMove()
{
    const QuoteUsed *from = closeOf(m_verdict.sessions.base);
    const QuoteUsed *to = closeOf(m_verdict.sessions.last);
    if (m_claim.kind == ClaimKind::Level) {
        if (to)
            add(tr("Close"), withCurrency(text(*to)));
        return;
    }
    if (from && to && m_verdict.closeMove && from->price.units > 0) {
        const double before = core::toDouble(from->price);
        const double after = core::toDouble(to->price);
        const bool isPercent = m_claim.kind == ClaimKind::Percent;
        const double plain = isPercent ? (after / before - 1) * 100 : after - before;
        const QString move = amount(*m_verdict.closeMove);
        const QString result = std::abs(plain - *m_verdict.closeMove) > kSameMove
                                   ? tr("%1, adjusted for a split").arg(move)
                               : isConfirmedClose() || isInInterval(*m_verdict.closeMove) ? tr("%1, inside").arg(move)
                                                                                          : tr("%1, outside").arg(move);
        //: a division of two prices and what it makes: "118.42 ÷ 142.62 − 1 = −16.97%, outside"
        add(tr("Close to close"),
            (isPercent ? tr("%1 ÷ %2 − 1 = %3") : QStringLiteral("%1 − %2 = %3")).arg(text(*to), text(*from), result));
    }
    if (m_verdict.code == claims::VerdictCode::OtherBasis && m_verdict.measured)
        add(tr("On the other basis"), amount(*m_verdict.measured));
}

void VerdictRows::addValue()
{
    const auto shares = std::ranges::find(m_verdict.quotes, QStringLiteral("shares"), &QuoteUsed::field);
    const auto rate = std::ranges::find_if(m_verdict.quotes,
                                           [&](const QuoteUsed &quote) { return quote.symbol != m_verdict.symbol; });
    const QuoteUsed *from = nullptr;
    const QuoteUsed *to = nullptr;
    for (const QuoteUsed &quote : m_verdict.quotes) {
        if (quote.symbol != m_verdict.symbol || quote.field != u"close")
            continue;
        (from ? to : from) = &quote;
    }
    if (shares == m_verdict.quotes.end() || !from || !to)
        return;
    const double count = core::toDouble(shares->price);
    const double change = core::toDouble(to->price) - core::toDouble(from->price);
    const QString changed = withCurrency(m_formats.signedNumber(change, priceDecimals()));
    const QString counted = claims::bigCount(count, m_formats);
    //: a count of shares and the date it is from
    add(tr("Shares"), tr("%1 on %2").arg(counted, m_formats.date(shares->session)));
    add(tr("Change"), QStringLiteral("%1 − %2 = %3").arg(text(*to), text(*from), changed));
    if (!m_verdict.measured)
        return;
    const QString made = amount(m_verdict.closeMove.value_or(*m_verdict.measured));
    const QString doubt = tr("1% of the value, because of the share count");
    if (rate == m_verdict.quotes.end()) {
        add(tr("Market value"), QStringLiteral("%1 × %2 = %3").arg(counted, changed, made));
        add(tr("Uncertainty"), doubt);
        return;
    }
    add(tr("Exchange rate"), QStringLiteral("%1 (%2)").arg(text(rate->price), news::visibleLine(rate->symbol)));
    // a quote may be of either currency in the other: the one that leads to the value was used
    const double quote = core::toDouble(rate->price);
    const double wanted = std::abs(*m_verdict.measured);
    const bool isDivided = std::abs(std::abs(count * change) / quote - wanted)
                           < std::abs(std::abs(count * change) * quote - wanted);
    add(tr("Market value"), (isDivided ? QStringLiteral("%1 × %2 ÷ %3 = %4") : QStringLiteral("%1 × %2 × %3 = %4"))
                                .arg(counted, changed, text(rate->price), made));
    add(tr("Uncertainty"), doubt);
}

void VerdictRows::addClaimedLevel()
{
    const auto from = reference();
    const auto level = levelOf(m_claim.low);
    if (!from || !level || m_claim.low != m_claim.high)
        return;
    const QString price = withCurrency(text(*level));
    if (m_claim.kind == ClaimKind::Points) {
        add(tr("Claimed level"), (isFalling() ? QStringLiteral("%1 − %2 = %3") : QStringLiteral("%1 + %2 = %3"))
                                     .arg(text(*from), m_formats.number(m_claim.low, kUsualDecimals), price));
        return;
    }
    int decimals = 2; // of a factor: 17 % is 0.17, 14.4 % is 0.144
    for (double step = 2 * m_claim.lowHalfUnit; step < 0.99 && decimals < core::kMaxDecimals; step *= 10)
        ++decimals;
    const QString factor = m_formats.number(m_claim.low / 100, decimals);
    add(tr("Claimed level"), (isFalling() ? QStringLiteral("%1 × (1 − %2) = %3") : QStringLiteral("%1 × (1 + %2) = %3"))
                                 .arg(text(*from), factor, price));
}

void VerdictRows::addInterval()
{
    //: how the text qualifies its number, and so the interval: "Interval, almost"
    const QString label = tr("Interval, %1").arg(hedgeLabel(m_claim.hedge));
    const claims::Interval &interval = m_verdict.interval;
    const bool isNegative = m_claim.direction == Direction::Down && m_claim.kind != ClaimKind::Level;
    if (!std::isfinite(interval.high)) {
        //: of an interval without an upper end: "5% or more"
        add(label, tr("%1 or more").arg(amount(isNegative ? -interval.low : interval.low)));
        return;
    }
    if (m_claim.kind == ClaimKind::Level) { // half a unit of the last digit is a digit more
        const int decimals = priceDecimals() + 1;
        add(label, tr("%1 to %2", "ends of an interval")
                       .arg(m_formats.number(interval.low, decimals),
                            withCurrency(m_formats.number(interval.high, decimals))));
        return;
    }
    const double first = isNegative ? -interval.high : interval.low;
    const double last = isNegative ? -interval.low : interval.high;
    const QString moves = tr("%1 to %2", "ends of an interval").arg(amount(first), amount(last));
    const auto one = levelOf(interval.low);
    const auto other = levelOf(interval.high);
    if (!one || !other) {
        add(label, moves);
        return;
    }
    const QString levels = tr("%1 to %2", "ends of an interval")
                               .arg(text(std::min(*one, *other)), withCurrency(text(std::max(*one, *other))));
    //: an interval of moves and the prices that they lead to
    add(label, tr("%1: %2").arg(moves, levels));
}

void VerdictRows::addRange()
{
    if (!m_facts.day || m_claim.kind == ClaimKind::Value || m_verdict.sessions.count != 1)
        return;
    const VerdictFacts::Day &day = *m_facts.day;
    const QString range = tr("%1 to %2", "ends of an interval").arg(dayText(day.low), withCurrency(dayText(day.high)));
    const auto one = levelOf(m_verdict.interval.low);
    const auto other = levelOf(m_verdict.interval.high);
    if (!one || !other) {
        add(tr("Session range"), range);
        return;
    }
    const bool meets = std::max(*one, *other) >= core::toDouble(day.low)
                       && std::min(*one, *other) <= core::toDouble(day.high);
    add(tr("Session range"), (meets ? tr("%1, contains it") : tr("%1, does not contain it")).arg(range));
}

std::optional<RangeStripData> VerdictRows::strip() const
{
    const bool isDecided = m_verdict.code != claims::VerdictCode::NoData
                           && m_verdict.code != claims::VerdictCode::Unattributed;
    const auto level = levelOf((m_claim.low + m_claim.high) / 2);
    if (!isDecided || !m_facts.day || !level || m_verdict.sessions.count != 1 || m_claim.kind == ClaimKind::Value)
        return std::nullopt;
    const auto from = reference();
    const auto mark = [&](const QString &name, core::Price price) {
        StripMark made{core::toDouble(price), name, dayText(price), {}};
        if (from && *from > 0 && m_claim.kind == ClaimKind::Percent)
            made.move = m_formats.signedPercent((made.value / *from - 1) * 100);
        else if (from && m_claim.kind == ClaimKind::Points)
            made.move = m_formats.signedNumber(made.value - *from, priceDecimals());
        return made;
    };
    const VerdictFacts::Day &day = *m_facts.day;
    RangeStripData data{mark(tr("Low"), day.low),
                        mark(tr("Open"), day.open),
                        mark(tr("High"), day.high),
                        mark(tr("Close"), day.close),
                        {},
                        m_verdict.code};
    data.claim = {*level, tr("Claim"), claims::statedNumber(m_claim, m_formats.locale()), {}};
    return data;
}

QString VerdictRows::quoteName(const QuoteUsed &quote) const
{
    if (quote.symbol != m_verdict.symbol)
        return news::visibleLine(quote.symbol);
    if (quote.time)
        return m_verdict.touched == quote.time ? tr("First in interval") : tr("Before the open");
    if (quote.field == u"close" && quote.session == m_verdict.sessions.base)
        return tr("Previous close");
    if (quote.field == u"close")
        return tr("Close");
    if (quote.field == u"open")
        return tr("Open");
    if (quote.field == u"high")
        return tr("High");
    return quote.field == u"low" ? tr("Low") : tr("Shares");
}

} // namespace

QString claimLine(const store::StoredClaim &claim, const QString &subject, const core::Formats &formats)
{
    const QString words = news::visibleLine(claim.claim.text, 120);
    const QString quoted = formats.language() == QLatin1String("de") ? QStringLiteral("„%1“").arg(words)
                                                                     : QStringLiteral("“%1”").arg(words);
    const bool hasSession = claim.verdict && claim.verdict->sessions.isKnown();
    if (subject.isEmpty())
        return QCoreApplication::translate("VerdictRows", "Claim in the text: %1").arg(quoted);
    if (!hasSession)
        //: an instrument and the words of a text about it
        return QCoreApplication::translate("VerdictRows", "%1, claim in the text: %2").arg(subject, quoted);
    //: an instrument, a session and the words of a text about it
    return QCoreApplication::translate("VerdictRows", "%1, %2, claim in the text: %3")
        .arg(subject, formats.date(claim.verdict->sessions.last), quoted);
}

std::vector<FormulaRow> formulaRows(const store::StoredClaim &claim, const VerdictFacts &facts,
                                    const core::Formats &formats)
{
    return VerdictRows(claim, facts, formats).formulas();
}

std::optional<RangeStripData> rangeStrip(const store::StoredClaim &claim, const VerdictFacts &facts,
                                         const core::Formats &formats)
{
    return VerdictRows(claim, facts, formats).strip();
}

std::vector<QuoteRow> quoteRows(const store::StoredClaim &claim, const VerdictFacts &facts,
                                const core::Formats &formats, const core::ZoneRules &zone)
{
    const VerdictRows names(claim, facts, formats);
    std::vector<QuoteRow> rows;
    for (const QuoteUsed &quote : claim.verdict->quotes) {
        const auto closing = facts.closings.find(quote.session);
        const bool isClose = quote.field == u"close" && closing != facts.closings.end();
        const auto time = quote.time ? quote.time : isClose ? std::optional(closing->second) : std::nullopt;
        QString when = formats.date(time ? zone.dateAt(*time) : quote.session);
        if (time)
            when = QStringLiteral("%1, %2").arg(when, formats.clockTime(*time, zone));
        if (quote.until)
            //: when a price was traded, as exactly as a bar tells: "27 Jan 2025, 15:30 to 15:35"
            when =
                QCoreApplication::translate("VerdictRows", "%1 to %2").arg(when, formats.clockTime(*quote.until, zone));
        rows.push_back({names.quoteName(quote), when, priceText(quote.price, quote.doubt, formats),
                        news::visibleLine(quote.source)});
    }
    return rows;
}

std::vector<QuoteRow> quoteRows(const store::StoredClaim &claim, const VerdictFacts &facts,
                                const style::Appearance &appearance)
{
    return quoteRows(claim, facts, appearance.formats(), appearance.zone());
}

QString quoteCurrency(const VerdictFacts &facts)
{
    const core::InstrumentKind kind = facts.instrument.kind;
    const bool isPoints = kind == core::InstrumentKind::Index || kind == core::InstrumentKind::Fx;
    return isPoints ? QString() : facts.instrument.currency;
}

core::Price shortened(core::Price price)
{
    while (price.decimals > kUsualDecimals && price.units % 10 == 0)
        price = {price.units / 10, price.decimals - 1};
    return price;
}

QString priceText(core::Price price, double doubt, const core::Formats &formats)
{
    return doubt > 0 ? claims::aboutText(formats.price(core::knownPrice(price, doubt)))
                     : formats.price(shortened(price));
}

QString hedgeLabel(claims::Hedge hedge)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Hedges", text); };
    switch (hedge) {
    case claims::Hedge::Almost:
        return say(QT_TRANSLATE_NOOP("Hedges", "almost"));
    case claims::Hedge::About:
        return say(QT_TRANSLATE_NOOP("Hedges", "about"));
    case claims::Hedge::Over:
        return say(QT_TRANSLATE_NOOP("Hedges", "over"));
    case claims::Hedge::AtLeast:
        return say(QT_TRANSLATE_NOOP("Hedges", "at least"));
    case claims::Hedge::AtMost:
        return say(QT_TRANSLATE_NOOP("Hedges", "at most"));
    case claims::Hedge::UpTo:
        return say(QT_TRANSLATE_NOOP("Hedges", "up to"));
    case claims::Hedge::Exact:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Hedges", "exact"));
}

} // namespace tickmark::claimview
