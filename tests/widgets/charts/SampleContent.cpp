// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"

#include <core/DecimalParser.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace tickmark::tests {

namespace {

QByteArray resource(const char *path)
{
    QFile file{QLatin1String(path)};
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", path);
    return file.readAll();
}

core::Price priceOf(const QByteArray &text)
{
    const auto parsed = core::parseNumber(std::string_view(text.constData(), size_t(text.size())));
    return parsed ? parsed->value : core::Price{};
}

qint64 units(const QByteArray &text, int decimals)
{
    return core::rescaled(priceOf(text), decimals).value_or(core::Price{}).units;
}

core::Instrument instrumentOf(const QJsonObject &json)
{
    core::Instrument instrument;
    instrument.symbol = json[QLatin1String("symbol")].toString();
    instrument.kind = core::kindFromCode(json[QLatin1String("kind")].toString()).value_or(core::InstrumentKind::Stock);
    instrument.mic = json[QLatin1String("mic")].toString();
    instrument.currency = json[QLatin1String("currency")].toString();
    const QJsonObject names = json[QLatin1String("names")].toObject();
    for (auto name = names.begin(); name != names.end(); ++name)
        instrument.names.push_back({name.key(),
                                    name.value()[QLatin1String("name")].toString(),
                                    name.value()[QLatin1String("short")].toString(),
                                    {}});
    return instrument;
}

int decimalsOf(const QString &symbol)
{
    return symbol.startsWith(QLatin1String("EURUSD")) ? 5 : 2;
}

void addBar(core::BarHistory &history, const QByteArrayList &cells)
{
    core::Bar bar;
    const int decimals = history.series.priceDecimals;
    bar.open = units(cells[2], decimals);
    bar.high = units(cells[3], decimals);
    bar.low = units(cells[4], decimals);
    bar.close = units(cells[5], decimals);
    if (cells.size() > 6 && !cells[6].isEmpty())
        bar.volume = units(cells[6].split('.').first(), 0);
    if (history.series.isDaily())
        bar.session = *core::SessionDate::fromIso(cells[1].toStdString());
    else
        bar.start = *core::parseIsoTime(cells[1].toStdString());
    history.bars.push_back(bar);
}

core::TimeScale scaleOf(const charts::ChartContent &content, std::span<const core::TimeRange> extra = {})
{
    std::vector<core::CalendarPtr> calendars;
    for (const auto &[symbol, data] : content.curves)
        calendars.push_back(data.bars->calendar);
    return core::TimeScale::tradingTime(calendars,
                                        {core::TimeScale::kOrigin, *core::parseIsoTime("2026-01-01T00:00:00Z")}, extra);
}

} // namespace

SampleContent::SampleContent() : m_calendars(QStringLiteral(":/calendars"))
{
    const QJsonObject file = QJsonDocument::fromJson(resource(":/sample/instruments.json")).object();
    for (const QJsonValue &value : file[QLatin1String("instruments")].toArray()) {
        core::BarHistory history;
        history.instrument = instrumentOf(value.toObject());
        history.series.priceDecimals = decimalsOf(history.instrument.symbol);
        history.calendar = *m_calendars.calendar(history.instrument.mic);
        history.origins = {QStringLiteral("daily.csv")};
        m_histories.emplace(history.instrument.symbol, std::move(history));
    }
    for (const QByteArray &line : resource(":/sample/daily.csv").split('\n')) {
        const QByteArrayList cells = line.trimmed().split(',');
        const auto found = m_histories.find(QString::fromUtf8(cells.first()));
        if (found != m_histories.end())
            addBar(found->second, cells);
    }
    const QJsonObject news = QJsonDocument::fromJson(resource(":/sample/news.json")).object();
    for (const QJsonValue &value : news[QLatin1String("items")].toArray()) {
        core::NewsItem item;
        item.guid = value[QLatin1String("id")].toString();
        item.published = *core::parseIsoTime(value[QLatin1String("published")].toString().toStdString());
        item.publisher = value[QLatin1String("publisher")].toString();
        item.language = value[QLatin1String("language")].toString();
        item.title = value[QLatin1String("title")].toString();
        m_news.push_back(item);
    }
}

core::BarHistory SampleContent::history(const QString &symbol) const
{
    return m_histories.at(symbol);
}

QStringList SampleContent::symbols() const
{
    QStringList symbols;
    for (const auto &[symbol, history] : m_histories)
        symbols.append(symbol);
    return symbols;
}

charts::ChartContent SampleContent::daily(const QStringList &symbols) const
{
    charts::ChartContent content;
    for (const QString &symbol : symbols)
        content.curves[symbol] = {std::make_shared<const core::BarHistory>(history(symbol)), nullptr};
    content.news = m_news;
    content.zone = *core::ZoneRules::load("America/New_York");
    content.timeScale = scaleOf(content);
    return content;
}

charts::ChartContent SampleContent::daily(const charts::ChartSpec &spec) const
{
    return daily(charts::symbolsOf(spec.panes));
}

charts::ChartContent SampleContent::nvidia5Minutes() const
{
    auto daily = std::make_shared<const core::BarHistory>(history(QStringLiteral("NVDA")));
    core::BarHistory intraday = *daily;
    intraday.bars.clear();
    intraday.series.priceDecimals = 4;
    intraday.series.intervalNs = 5 * core::kNsPerMinute;
    intraday.origins = {QStringLiteral("nvda_5min_2025-01-27.csv")};
    for (const QByteArray &line : resource(":/sample/nvda_5min_2025-01-27.csv").split('\n').mid(1)) {
        if (!line.trimmed().isEmpty())
            addBar(intraday, QByteArrayList{QByteArray()} + line.trimmed().split(','));
    }
    charts::ChartContent content;
    const core::TimeRange hours{intraday.bars.front().start,
                                core::Time{intraday.bars.back().start.ns + intraday.series.intervalNs}};
    content.curves[QStringLiteral("NVDA")] = {std::make_shared<const core::BarHistory>(std::move(intraday)), daily};
    content.news = m_news;
    content.zone = *core::ZoneRules::load("America/New_York");
    content.timeScale = scaleOf(content, std::span(&hours, 1));
    return content;
}

charts::ChartContent SampleContent::madeUp(const QString &symbol, core::SessionDate from, core::SessionDate to,
                                           double drift, double swing) const
{
    core::BarHistory made = history(QStringLiteral("NVDA"));
    made.bars.clear();
    made.instrument.symbol = symbol;
    double price = 100;
    double wave = 0;
    for (const core::Session &session : made.calendar->sessions(from, to)) {
        const double before = price;
        wave += 1;
        price *= 1 + drift + swing * std::sin(wave * 0.37) * std::cos(wave * 0.011);
        core::Bar bar;
        bar.session = session.date;
        bar.open = qint64(before * 100);
        bar.close = qint64(price * 100);
        bar.high = qint64(std::max(before, price) * (1 + swing / 2) * 100);
        bar.low = qint64(std::min(before, price) * (1 - swing / 2) * 100);
        bar.volume = 1'000'000 + qint64(std::abs(std::sin(wave)) * 4e6);
        made.bars.push_back(bar);
    }
    charts::ChartContent content;
    content.curves[symbol] = {std::make_shared<const core::BarHistory>(std::move(made)), nullptr};
    content.zone = *core::ZoneRules::load("America/New_York");
    content.timeScale = scaleOf(content);
    return content;
}

core::SessionDate day(const char *iso)
{
    return core::SessionDate::fromIso(iso).value_or(core::SessionDate());
}

charts::ChartSpec specOf(const QString &panes, const char *from, const char *to, const char *base)
{
    charts::ChartSpec spec;
    spec.panes = charts::parsePanes(panes).value_or(std::vector<charts::PaneSpec>());
    spec.from = day(from);
    spec.to = day(to);
    if (base)
        spec.base = day(base);
    return spec;
}

} // namespace tickmark::tests
