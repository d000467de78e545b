// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchPrinter.h"

namespace tickmark::app {

namespace {

std::vector<TableColumn> columns(OutputFormat format)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("FetchPrinter", source); };
    std::vector<TableColumn> result{
        {QStringLiteral("source"), text(QT_TRANSLATE_NOOP("FetchPrinter", "Source"))},
        {QStringLiteral("item"), text(QT_TRANSLATE_NOOP("FetchPrinter", "What"))},
        {QStringLiteral("from"), text(QT_TRANSLATE_NOOP("FetchPrinter", "From"))},
        {QStringLiteral("until"), text(QT_TRANSLATE_NOOP("FetchPrinter", "Until"))},
        {QStringLiteral("inserted"), text(QT_TRANSLATE_NOOP("FetchPrinter", "New")), true},
        {QStringLiteral("replaced"), text(QT_TRANSLATE_NOOP("FetchPrinter", "Changed")), true},
        {QStringLiteral("unchanged"), text(QT_TRANSLATE_NOOP("FetchPrinter", "Same")), true},
        {QStringLiteral("error_code"), text(QT_TRANSLATE_NOOP("FetchPrinter", "Error"))},
    };
    if (format != OutputFormat::Plain)
        result.push_back({QStringLiteral("error"), {}});
    if (format == OutputFormat::Json)
        result.push_back({}); // whatever else there is to say
    return result;
}

Cell dateCell(const std::optional<core::SessionDate> &date)
{
    return date ? Cell(QString::fromStdString(date->iso())) : Cell();
}

QJsonObject details(const pipeline::FetchReport &report, const pipeline::FetchedItem &item)
{
    return {{QStringLiteral("provider"), report.provider},
            {QStringLiteral("symbol"), item.symbol.isEmpty() ? QJsonValue() : QJsonValue(item.symbol)},
            {QStringLiteral("address"), item.address.isEmpty() ? QJsonValue() : QJsonValue(item.address)},
            {QStringLiteral("requests"), item.requests},
            {QStringLiteral("not_modified"), item.notModified},
            {QStringLiteral("rebased"), item.rebased},
            {QStringLiteral("actions"), item.actions.inserted + item.actions.replaced},
            {QStringLiteral("rejected"), item.totals.rejected},
            {QStringLiteral("left_out"), item.rowsLeftOut},
            {QStringLiteral("unpriced_bars"), item.barsUnpriced},
            {QStringLiteral("flagged"), item.rowsFlagged},
            {QStringLiteral("given_up"), item.isGivenUp},
            {QStringLiteral("asked"), item.wasAsked},
            {QStringLiteral("import_id"), item.importId == 0 ? QJsonValue() : QJsonValue(item.importId)}};
}

//! A table comes as a whole, and is of one instrument or of many.
QString nameOf(const QString &source, const pipeline::FetchedItem &item)
{
    const QString &what = item.item.isEmpty() ? item.symbol : item.item;
    return what.isEmpty() ? source : source % u", " % what;
}

} // namespace

FetchPrinter::FetchPrinter(CommandContext &context)
    : m_context(context),
      m_format(context.outputFormat()),
      m_table(context.table(QStringLiteral("fetches"), columns(m_format)))
{}

void FetchPrinter::report(const pipeline::FetchReport &report)
{
    bool isItemsFault = false; // told at the item that had it
    for (const pipeline::FetchedItem &item : report.items) {
        row(report, item);
        m_anyWell = m_anyWell || !item.error || item.importId != 0; // what came before a fault is in the store
        m_anyFailed = m_anyFailed || item.error || item.remark;
        if (item.rowsFlagged > 0)
            m_context.say(tr("%1: %Ln new row(s) look wrong (a price of zero, a jump, a day without a session ...) "
                             "and were kept. See “Data quality” in the window.",
                             "source, or source and instrument", int(item.rowsFlagged))
                              .arg(nameOf(report.source, item)));
        if (item.barsUnpriced > 0)
            m_context.say(
                tr("%1: %Ln single bar(s) came without a complete price (open, high, low, close) and were left "
                   "out.",
                   "source and instrument", int(item.barsUnpriced))
                    .arg(nameOf(report.source, item)));
        if (item.remark)
            sayError(report.source, item.item, *item.remark);
        if (!item.error || item.isGivenUp)
            continue;
        isItemsFault = isItemsFault || (report.error && report.error->message == item.error->message);
        sayError(report.source, item.item, *item.error);
    }
    if (!report.error) {
        m_anyWell = m_anyWell || report.items.empty();
        sayGivenUp(report);
        return;
    }
    m_anyFailed = true;
    if (!isItemsFault) {
        pipeline::FetchedItem whole;
        whole.error = report.error;
        whole.errorCode = report.errorCode;
        row(report, whole);
        sayError(report.source, {}, *report.error);
    }
    sayGivenUp(report);
}

//! What was under way when the source ended, and what had not been asked for yet.
void FetchPrinter::sayGivenUp(const pipeline::FetchReport &report)
{
    int unfinished = 0;
    int notAsked = 0;
    for (const pipeline::FetchedItem &item : report.items) {
        unfinished += item.isGivenUp && item.wasAsked ? 1 : 0;
        notAsked += item.isGivenUp && !item.wasAsked ? 1 : 0;
    }
    if (unfinished > 0)
        m_context.say(
            tr("%1: %Ln item(s) were under way then and are not complete.", nullptr, unfinished).arg(report.source));
    if (notAsked > 0)
        m_context.say(
            tr("%1: %Ln item(s) were not asked for any more after that.", nullptr, notAsked).arg(report.source));
}

void FetchPrinter::row(const pipeline::FetchReport &report, const pipeline::FetchedItem &item)
{
    std::vector<Cell> cells{report.source,         textCell(item.item),     dateCell(item.from),
                            dateCell(item.until),  item.totals.inserted,    item.totals.replaced,
                            item.totals.unchanged, textCell(item.errorCode)};
    if (m_format != OutputFormat::Plain)
        cells.emplace_back(item.error ? Cell(item.error->message) : item.remark ? Cell(item.remark->message) : Cell());
    if (m_format == OutputFormat::Json)
        cells.emplace_back(details(report, item));
    m_table.row(std::move(cells));
}

void FetchPrinter::sayError(const QString &source, const QString &item, const core::Error &error)
{
    if (!item.isEmpty())
        m_context.say(tr("%1, %2: %3", "source, instrument, why it failed").arg(source, item, error.message));
    else if (error.message.contains(source))
        m_context.say(error.message);
    else
        m_context.say(tr("%1: %2", "source, why it failed").arg(source, error.message));
}

int FetchPrinter::finish()
{
    return m_context.finish(m_table, !m_anyFailed ? kDone : m_anyWell ? kPartly : kFailed);
}

int FetchPrinter::interrupt()
{
    return m_context.finish(m_table, kInterrupted);
}

} // namespace tickmark::app
