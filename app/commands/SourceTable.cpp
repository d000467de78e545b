// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTable.h"

#include "../CommandContext.h"
#include "../IntervalText.h"
#include "../TimeText.h"
#include <pipeline/FetchFault.h>
#include <pipeline/FetchSetups.h>
#include <pipeline/NextRun.h>
#include <sources/http/HttpRules.h>
#include <sources/providers/ProviderList.h>
#include <tables/SourceTexts.h>

#include <QJsonArray>

#include <algorithm>

namespace tickmark::app {

namespace {

QJsonValue jsonTime(const std::optional<core::Time> &time)
{
    return time ? QJsonValue(QString::fromStdString(core::isoTime(*time))) : QJsonValue();
}

QJsonValue jsonDate(const std::optional<core::SessionDate> &date)
{
    return date ? QJsonValue(QString::fromStdString(date->iso())) : QJsonValue();
}

QJsonValue jsonText(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

//! Providers have rules of their own; of a table only the user knows.
QJsonValue splitsOf(const store::SourceSetup &setup)
{
    if (setup.provider != sources::csvProviderCode())
        return {};
    return setup.splitsAdjusted ? QStringLiteral("adjusted") : QStringLiteral("raw");
}

//! A query may hold what is nobody's business; that there is one can be seen.
QString addressOf(const store::SourceSetup &setup)
{
    const QUrl url(setup.address);
    return sources::shownAddress(url) + (url.hasQuery() ? QStringLiteral("?…") : QString());
}

QJsonArray itemsOf(const std::vector<store::FetchState> &states)
{
    QJsonArray items;
    for (const store::FetchState &state : states) {
        items.append(QJsonObject{{QStringLiteral("item"), jsonText(state.item)},
                                 {QStringLiteral("last_run"), jsonTime(state.lastRun)},
                                 {QStringLiteral("last_success"), jsonTime(state.lastSuccess)},
                                 {QStringLiteral("retry_at"), jsonTime(state.retryAt)},
                                 {QStringLiteral("failures"), state.failures},
                                 {QStringLiteral("error_code"), jsonText(state.errorCode)},
                                 {QStringLiteral("error"), jsonText(pipeline::errorSentence(state))},
                                 {QStringLiteral("covered_from"), jsonDate(state.coveredFrom)},
                                 {QStringLiteral("covered_until"), jsonDate(state.coveredUntil)}});
    }
    return items;
}

class SourceTable
{
    Q_DECLARE_TR_FUNCTIONS(SourceTable)

public:
    explicit SourceTable(CommandContext &context)
        : m_format(context.outputFormat()), m_table(context.table(QStringLiteral("sources"), columns(m_format)))
    {}

    void fed(const pipeline::SourcePlan &plan, core::Time now)
    {
        const store::SourceSetup &setup = plan.setup;
        const bool plain = m_format == OutputFormat::Plain;
        std::vector<Cell> cells{setup.name, setup.provider};
        if (!plain)
            cells.emplace_back(setup.provider); // the kind
        cells.emplace_back(plain ? onOff(setup.isEnabled) : QLatin1String(setup.isEnabled ? "on" : "off"));
        if (plain) {
            cells.insert(cells.end(), {tables::scheduleText(setup.schedule), tables::subjectText(setup)});
        } else {
            cells.insert(cells.end(),
                         {store::scheduleCode(setup.schedule.when), setup.symbols, textCell(addressOf(setup))});
        }
        const pipeline::LastRun last = pipeline::lastRunOf(plan.states, now);
        cells.insert(cells.end(),
                     {time(last.at), time(last.success),
                      time(pipeline::nextRun(setup, plan.states, plan.calendars, now)), qint64(setup.priority)});
        const std::vector<store::FetchState> failed = pipeline::failedItems(plan.states, last);
        if (!plain)
            cells.emplace_back(failed.empty() ? Cell() : Cell(failed.front().errorCode));
        cells.emplace_back(failed.empty() ? Cell() : Cell(pipeline::errorSentence(failed.front())));
        if (m_format == OutputFormat::Json)
            cells.emplace_back(details(plan));
        m_table.row(std::move(cells));
    }

    //! One that nothing is fetched from.
    void named(const store::SourceInfo &source)
    {
        const bool plain = m_format == OutputFormat::Plain;
        std::vector<Cell> cells{source.name, {}};
        if (!plain)
            cells.emplace_back(source.kind);
        const std::size_t unknown = plain ? 6 : 7; // from the switch to the next run
        cells.insert(cells.end(), unknown, Cell());
        cells.emplace_back(qint64(source.priority));
        cells.insert(cells.end(), plain ? 1 : 2, Cell());
        if (m_format == OutputFormat::Json)
            cells.emplace_back(noDetails());
        m_table.row(std::move(cells));
    }

    TableWriter &table() { return m_table; }

private:
    static std::vector<TableColumn> columns(OutputFormat format)
    {
        const bool plain = format == OutputFormat::Plain;
        std::vector<TableColumn> all{{QStringLiteral("name"), tr("Source")},
                                     {QStringLiteral("provider"), tr("Provider")}};
        if (!plain)
            all.push_back({QStringLiteral("kind"), {}});
        all.push_back({QStringLiteral("enabled"), tr("On")});
        all.push_back({QStringLiteral("schedule"), tr("Runs")});
        //: column of a table: the instruments that a source is asked for, or its address
        all.push_back({QStringLiteral("symbols"), tr("For")});
        if (!plain)
            all.push_back({QStringLiteral("address"), {}});
        all.push_back({QStringLiteral("last_run"), tr("Last run (UTC)")});
        all.push_back({QStringLiteral("last_success"), tr("Last success (UTC)")});
        all.push_back({QStringLiteral("next_run"), tr("Next run (UTC)")});
        all.push_back({QStringLiteral("priority"), tr("Priority"), true});
        if (!plain)
            all.push_back({QStringLiteral("error_code"), {}});
        all.push_back({QStringLiteral("error"), tr("Error")});
        if (format == OutputFormat::Json)
            all.push_back({}); // whatever else there is to say
        return all;
    }

    static QString onOff(bool on)
    {
        return on ? tr("on", "a source runs by itself") : tr("off", "a source runs only when asked to");
    }

    [[nodiscard]] Cell time(const std::optional<core::Time> &time) const
    {
        if (!time)
            return {};
        return m_format == OutputFormat::Plain ? secondsText(*time) : QString::fromStdString(core::isoTime(*time));
    }

    static QJsonObject details(const pipeline::SourcePlan &plan)
    {
        const store::SourceSetup &setup = plan.setup;
        QJsonArray intervals;
        for (const qint64 interval : setup.intervals)
            intervals.append(intervalText(interval));
        QJsonObject spellings;
        for (const auto &[symbol, spelling] : setup.spellings.asKeyValueRange())
            spellings.insert(symbol, spelling);
        return {{QStringLiteral("enabled"), setup.isEnabled},
                {QStringLiteral("every_minutes"), setup.schedule.everyMinutes},
                {QStringLiteral("intervals"), intervals},
                {QStringLiteral("spellings"), spellings},
                {QStringLiteral("since"), jsonDate(setup.since)},
                {QStringLiteral("splits"), splitsOf(setup)},
                {QStringLiteral("language"), jsonText(setup.language)},
                {QStringLiteral("plain_http"), setup.plainHttpAllowed},
                {QStringLiteral("items"), itemsOf(plan.states)}};
    }

    //! The same keys.
    static QJsonObject noDetails()
    {
        QJsonObject none = details({});
        for (QJsonValueRef value : none)
            value = QJsonValue();
        return none;
    }

    OutputFormat m_format;
    TableWriter m_table;
};

} // namespace

int listSources(CommandContext &context, store::StoreReader &reader, ListedSources which)
{
    const auto named = reader.sources();
    const auto plans = pipeline::readSourcePlans(reader, context.calendars());
    if (!named || !plans)
        return context.fail(named ? plans.error() : named.error());
    SourceTable table(context);
    for (const store::SourceInfo &source : *named) {
        const auto plan = std::ranges::find(*plans, source.id,
                                            [](const pipeline::SourcePlan &one) { return one.setup.sourceId; });
        if (plan != plans->end())
            table.fed(*plan, CommandContext::now());
        else if (which == ListedSources::All)
            table.named(source);
    }
    return context.finish(table.table());
}

int listProviders(CommandContext &context)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("SourceTable", source); };
    std::vector<TableColumn> columns{
        {QStringLiteral("provider"), text(QT_TRANSLATE_NOOP("SourceTable", "Provider"))},
        {QStringLiteral("title"), text(QT_TRANSLATE_NOOP("SourceTable", "Name"))},
        {QStringLiteral("kind"), text(QT_TRANSLATE_NOOP("SourceTable", "Gives"))},
        {QStringLiteral("needs"), text(QT_TRANSLATE_NOOP("SourceTable", "Needs"))},
    };
    TableWriter table = context.table(QStringLiteral("providers"), std::move(columns));
    for (const sources::ProviderInfo &provider : sources::providerList()) {
        QStringList needs;
        if (provider.needsAddress)
            needs.append(QStringLiteral("address"));
        if (provider.needsKey)
            needs.append(QStringLiteral("key"));
        table.row({provider.code, provider.title, sources::codeOf(provider.kind), needs});
    }
    return context.finish(table);
}

} // namespace tickmark::app
