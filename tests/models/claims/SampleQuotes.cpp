// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleQuotes.h"

#include <core/DecimalParser.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace tickmark;
using namespace tickmark::claims;

namespace {

QByteArray contents(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(name));
    return file.readAll();
}

QList<QList<QByteArray>> rows(const QString &name)
{
    QList<QList<QByteArray>> result;
    QList<QByteArray> lines = contents(name).split('\n');
    lines.removeFirst();
    for (const QByteArray &line : std::as_const(lines)) {
        if (!line.isEmpty())
            result.append(line.split(','));
    }
    return result;
}

qint64 units(const QByteArray &text, int decimals)
{
    const auto number = core::parseNumber({text.constData(), std::size_t(text.size())});
    return core::rescaled(number.value().value, decimals).value().units;
}

} // namespace

SampleQuotes::SampleQuotes()
{
    readInstruments();
    readBars();
    const auto shares = rows(QStringLiteral(":/sample/shares.csv"));
    for (const QList<QByteArray> &row : shares) {
        m_quotes[QString::fromLatin1(row.at(0))].shares = InstrumentQuotes::Shares{
            said::day(row.at(1).constData()), row.at(2).toLongLong(), QStringLiteral("shares.csv")};
    }
}

void SampleQuotes::readInstruments()
{
    const QJsonArray instruments = QJsonDocument::fromJson(contents(QStringLiteral(":/sample/instruments.json")))
                                       .object()
                                       .value(QLatin1String("instruments"))
                                       .toArray();
    qint64 id = 0;
    for (const QJsonValue &value : instruments) {
        InstrumentQuotes quotes;
        quotes.instrument.id = ++id;
        quotes.instrument.symbol = value[QLatin1String("symbol")].toString();
        quotes.instrument.kind = *core::kindFromCode(value[QLatin1String("kind")].toString());
        quotes.instrument.mic = value[QLatin1String("mic")].toString();
        quotes.instrument.currency = value[QLatin1String("currency")].toString();
        const QJsonObject names = value[QLatin1String("names")].toObject();
        const QJsonValue aliases = value[QLatin1String("aliases")];
        for (auto it = names.begin(); it != names.end(); ++it) {
            const QString name = it.value()[QLatin1String("name")].toString();
            const QString shortName = it.value()[QLatin1String("short")].toString();
            QStringList further;
            for (const QJsonValue &alias : aliases[it.key()].toArray())
                further.append(alias.toString());
            quotes.instrument.names.push_back({it.key(), name, shortName, further});
        }
        quotes.calendar = calendar(quotes.instrument.mic);
        quotes.priceDecimals = quotes.instrument.kind == core::InstrumentKind::Fx ? 5 : 2;
        quotes.source = QStringLiteral("daily.csv");
        m_quotes.insert(quotes.instrument.symbol, quotes);
    }
}

void SampleQuotes::readBars()
{
    const auto lines = rows(QStringLiteral(":/sample/daily.csv"));
    for (const QList<QByteArray> &row : lines) {
        InstrumentQuotes &quotes = m_quotes[QString::fromLatin1(row.at(0))];
        core::Bar bar;
        bar.session = said::day(row.at(1).constData());
        bar.open = units(row.at(2), quotes.priceDecimals);
        bar.high = units(row.at(3), quotes.priceDecimals);
        bar.low = units(row.at(4), quotes.priceDecimals);
        bar.close = units(row.at(5), quotes.priceDecimals);
        quotes.bars.push_back(bar);
    }
}

std::vector<core::Instrument> SampleQuotes::instruments() const
{
    std::vector<core::Instrument> result;
    for (const InstrumentQuotes &quotes : m_quotes)
        result.push_back(quotes.instrument);
    return result;
}

InstrumentQuotes SampleQuotes::of(const QString &symbol) const
{
    return m_quotes.value(symbol);
}

ClaimQuotes SampleQuotes::all(const Claim &claim) const
{
    ClaimQuotes quotes;
    quotes.own = of(claim.subject.symbol);
    for (const Subject &other : claim.together) {
        if (other.symbol != claim.subject.symbol && m_quotes.contains(other.symbol))
            quotes.others.push_back(of(other.symbol));
    }
    if (claim.unit == QLatin1String("EUR")) {
        const InstrumentQuotes rates = of(QStringLiteral("EURUSD"));
        for (const core::Bar &bar : rates.bars) {
            const core::Price quote{bar.close, rates.priceDecimals};
            quotes.rates.push_back(
                {bar.session, 1 / core::toDouble(quote), QStringLiteral("EURUSD"), quote, QStringLiteral("daily.csv")});
        }
    }
    return quotes;
}

ClaimQuotes SampleQuotes::invented(std::vector<core::Bar> bars) const
{
    ClaimQuotes quotes;
    quotes.own = of(QStringLiteral("NVDA"));
    quotes.own.bars = std::move(bars);
    return quotes;
}

namespace said {

QString rounded(std::optional<double> number)
{
    return number ? QString::number(*number, 'f', 2) : QStringLiteral("-");
}

core::Bar bar(const char *date, qint64 open, qint64 high, qint64 low, qint64 close, quint32 flags)
{
    core::Bar result;
    result.session = day(date);
    result.open = open;
    result.high = high;
    result.low = low;
    result.close = close;
    result.flags = flags;
    return result;
}

core::Bar intraday(const char *start, qint64 low, qint64 high)
{
    core::Bar result;
    result.start = at(start);
    result.open = result.low = low;
    result.close = result.high = high;
    return result;
}

core::SessionDate day(const char *iso)
{
    return core::SessionDate::fromIso(iso).value();
}

core::Time at(const char *iso)
{
    return core::parseIsoTime(iso).value();
}

Subject subject(const char *symbol, const char *text)
{
    return {1, QString::fromUtf8(symbol), QString::fromUtf8(text ? text : symbol)};
}

static Claim claimOf(ClaimKind kind, const char *symbol, double number, double half, const QString &unit,
                     const char *date)
{
    Claim claim;
    claim.kind = kind;
    claim.subject = subject(symbol);
    claim.direction = number < 0 ? Direction::Down : Direction::Up;
    claim.low = claim.high = std::abs(number);
    claim.lowHalfUnit = claim.highHalfUnit = half;
    claim.unit = unit;
    if (date)
        claim.time.date = day(date);
    return claim;
}

Claim percent(const char *symbol, double signedPercent, double half, const char *date)
{
    return claimOf(ClaimKind::Percent, symbol, signedPercent, half, kPercentUnit.toString(), date);
}

Claim points(const char *symbol, double signedPoints, double half, const char *unit, const char *date)
{
    return claimOf(ClaimKind::Points, symbol, signedPoints, half, QString::fromLatin1(unit), date);
}

Claim value(const char *symbol, double signedBillions, double half, const char *currency, const char *date)
{
    return claimOf(ClaimKind::Value, symbol, signedBillions * 1e9, half * 1e9, QString::fromLatin1(currency), date);
}

Claim level(const char *symbol, double price, double half, const char *unit, const char *date)
{
    Claim claim = claimOf(ClaimKind::Level, symbol, price, half, QString::fromLatin1(unit), date);
    claim.direction = Direction::None;
    return claim;
}

Claim hedged(Claim claim, Hedge hedge)
{
    claim.hedge = hedge;
    return claim;
}

Claim range(Claim claim, double high, double half)
{
    claim.high = high;
    claim.highHalfUnit = half;
    return claim;
}

Claim overSessions(Claim claim, int sessions, bool endStated)
{
    claim.time.sessions = sessions;
    claim.time.endStated = endStated;
    return claim;
}

Claim since(Claim claim, ClaimTime::Span span)
{
    claim.time.span = span;
    return claim;
}

Claim shifted(Claim claim, int shift)
{
    claim.time.shift = shift;
    return claim;
}

Claim atOnePoint(Claim claim)
{
    claim.intradayStated = true;
    return claim;
}

Claim atTheOpen(Claim claim)
{
    claim.openStated = true;
    return claim;
}

Claim together(Claim claim, std::initializer_list<const char *> symbols)
{
    for (const char *symbol : symbols)
        claim.together.push_back(subject(symbol));
    return claim;
}

} // namespace said
