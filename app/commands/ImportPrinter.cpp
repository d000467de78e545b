// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportPrinter.h"

#include <news/SafeText.h>

#include <QJsonArray>

namespace tickmark::app {

namespace {

constexpr std::size_t kRejectsShown = 10;
constexpr std::size_t kDatesShown = 6;

QString iso(core::SessionDate date)
{
    return QString::fromStdString(date.iso());
}

std::vector<TableColumn> columns(bool json)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("ImportPrinter", source); };
    std::vector<TableColumn> result{
        {QStringLiteral("file"), text(QT_TRANSLATE_NOOP("ImportPrinter", "File"))},
        {QStringLiteral("as"), text(QT_TRANSLATE_NOOP("ImportPrinter", "As"))},
        {QStringLiteral("import_id"), text(QT_TRANSLATE_NOOP("ImportPrinter", "Import")), true},
        {QStringLiteral("inserted"), text(QT_TRANSLATE_NOOP("ImportPrinter", "New")), true},
        {QStringLiteral("replaced"), text(QT_TRANSLATE_NOOP("ImportPrinter", "Changed")), true},
        {QStringLiteral("unchanged"), text(QT_TRANSLATE_NOOP("ImportPrinter", "Same")), true},
        {QStringLiteral("duplicate"), text(QT_TRANSLATE_NOOP("ImportPrinter", "Duplicate")), true},
        {QStringLiteral("rejected"), text(QT_TRANSLATE_NOOP("ImportPrinter", "Rejected")), true},
    };
    if (json)
        result.push_back({}); // whatever else there is to say
    return result;
}

QJsonArray rejectsJson(const std::vector<pipeline::ImportReject> &rejects)
{
    QJsonArray array;
    for (const pipeline::ImportReject &reject : rejects) {
        array.append(QJsonObject{{QStringLiteral("line"), reject.line},
                                 {QStringLiteral("reason"), reject.code},
                                 {QStringLiteral("text"), reject.text},
                                 {QStringLiteral("row"), reject.excerpt}});
    }
    return array;
}

QJsonArray findingsJson(const std::vector<sources::Finding> &findings)
{
    QJsonArray array;
    for (const sources::Finding &finding : findings) {
        array.append(QJsonObject{{QStringLiteral("what"), finding.what},
                                 {QStringLiteral("value"), finding.value},
                                 {QStringLiteral("text"), finding.text}});
    }
    return array;
}

QJsonValue timeJson(std::optional<core::Time> time)
{
    return time ? QJsonValue(QString::fromStdString(core::isoTime(*time))) : QJsonValue();
}

QJsonObject tickDetails(const pipeline::TickImportReport &report)
{
    QJsonArray symbols;
    for (const pipeline::TickSymbolSummary &symbol : report.symbols) {
        symbols.append(QJsonObject{{QStringLiteral("symbol"), symbol.symbol},
                                   {QStringLiteral("known"), symbol.known},
                                   {QStringLiteral("rows"), symbol.rows},
                                   {QStringLiteral("first"), timeJson(symbol.first)},
                                   {QStringLiteral("last"), timeJson(symbol.last)}});
    }
    return {{QStringLiteral("profile"), sources::toJson(report.profile)},
            {QStringLiteral("findings"), findingsJson(report.findings)},
            {QStringLiteral("open_questions"), QJsonArray::fromStringList(report.openQuestions)},
            {QStringLiteral("symbols"), symbols},
            {QStringLiteral("rows"), report.rows},
            {QStringLiteral("late"), report.late},
            {QStringLiteral("suspicious"), report.suspiciousRows},
            {QStringLiteral("rounded"), report.roundedRows},
            {QStringLiteral("seconds"), report.seconds},
            {QStringLiteral("complete"), !report.fault.has_value()},
            {QStringLiteral("fault"), report.fault ? QJsonValue(report.fault->message) : QJsonValue()},
            {QStringLiteral("rejects"), rejectsJson(report.rejects)}};
}

QJsonObject detailsOf(const pipeline::BarImportReport &report)
{
    QJsonArray symbols;
    for (const pipeline::SymbolSummary &symbol : report.symbols) {
        QJsonArray missing;
        for (const core::SessionDate date : symbol.missingSessions)
            missing.append(iso(date));
        symbols.append(
            QJsonObject{{QStringLiteral("symbol"), symbol.symbol},
                        {QStringLiteral("known"), symbol.known},
                        {QStringLiteral("rows"), symbol.rows},
                        {QStringLiteral("first_session"), symbol.first ? QJsonValue(iso(*symbol.first)) : QJsonValue()},
                        {QStringLiteral("last_session"), symbol.last ? QJsonValue(iso(*symbol.last)) : QJsonValue()},
                        {QStringLiteral("unverified"), symbol.unverifiedBars},
                        {QStringLiteral("sessions_without_bar"), missing}});
    }
    QJsonArray conflicts;
    for (const qint64 line : report.conflictLines)
        conflicts.append(line);
    return {{QStringLiteral("profile"), sources::toJson(report.profile)},
            {QStringLiteral("findings"), findingsJson(report.findings)},
            {QStringLiteral("open_questions"), QJsonArray::fromStringList(report.openQuestions)},
            {QStringLiteral("symbols"), symbols},
            {QStringLiteral("conflicts"), conflicts},
            {QStringLiteral("suspicious"), report.suspiciousRows},
            {QStringLiteral("flags"), QJsonArray::fromStringList(core::barFlagCodes(report.flagsSeen))},
            {QStringLiteral("rejects"), rejectsJson(report.rejects)}};
}

} // namespace

ImportPrinter::ImportPrinter(CommandContext &context, bool dryRun)
    : m_context(context),
      m_dryRun(dryRun),
      m_json(context.outputFormat() == OutputFormat::Json),
      m_table(context.table(QStringLiteral("imports"), columns(m_json)))
{}

void ImportPrinter::bars(const pipeline::BarImportReport &report)
{
    m_context.say(report.name + u':');
    sayFindings(report.findings, report.openQuestions);
    saySymbols(report);
    if (report.suspiciousRows > 0) {
        m_context.say(QStringLiteral("  ")
                      + tr("%n suspicious bar(s) were kept and flagged: %1.", nullptr, int(report.suspiciousRows))
                            .arg(core::barFlagCodes(report.flagsSeen).join(QStringLiteral(", "))));
    }
    sayConflicts(report);
    sayRejects(report.rejects, report.rejectCount);
    if (m_dryRun)
        m_context.say(QStringLiteral("  ") + tr("Dry run: nothing was stored."));
    row(report.name, "bars", report.result, detailsOf(report));
}

void ImportPrinter::sayFindings(const std::vector<sources::Finding> &findings, const QStringList &openQuestions)
{
    for (const sources::Finding &finding : findings)
        m_context.say(QStringLiteral("  ") + finding.text);
    for (const QString &question : openQuestions) {
        m_leftOut = true;
        m_context.say(QStringLiteral("  ") + question);
    }
}

void ImportPrinter::ticks(const pipeline::TickImportReport &report)
{
    m_context.say(report.name + u':');
    sayFindings(report.findings, report.openQuestions);
    QStringList unknown;
    for (const pipeline::TickSymbolSummary &symbol : report.symbols) {
        if (!symbol.known)
            unknown.append(symbol.symbol);
    }
    sayUnknown(unknown);
    if (report.suspiciousRows > 0)
        m_context.say(
            QStringLiteral("  ")
            + tr("%n row(s) have a price of zero or below; they were kept.", nullptr, int(report.suspiciousRows)));
    if (report.roundedRows > 0)
        m_context.say(
            QStringLiteral("  ")
            + tr("%n row(s) have more than eight decimals and were rounded.", nullptr, int(report.roundedRows)));
    sayRejects(report.rejects, report.rejectCount);
    sayFault(report);
    if (m_dryRun)
        m_context.say(QStringLiteral("  ") + tr("Dry run: nothing was stored."));
    else if (report.seconds > 0 && !report.fault && report.openQuestions.isEmpty())
        m_context.say(QStringLiteral("  ")
                      + tr("%Ln row(s) in %1 s: %2 rows/s.", nullptr, int(report.rows))
                            .arg(m_context.formats().number(report.seconds, 2),
                                 m_context.formats().count(qint64(double(report.rows) / report.seconds))));
    row(report.name, "ticks", report.result, tickDetails(report));
}

void ImportPrinter::sayFault(const pipeline::TickImportReport &report)
{
    if (!report.fault)
        return;
    m_leftOut = true;
    const core::Error &fault = *report.fault;
    const store::ImportTotals &totals = report.result.totals;
    if (fault.code != core::ErrorCode::Cancelled)
        m_context.say(QStringLiteral("  ")
                      + (fault.detail.isEmpty() ? fault.message
                                                : QString(fault.message + QStringLiteral(" (") + fault.detail + u')')));
    m_context.say(QStringLiteral("  ")
                  + tr("What was read before is stored: %Ln tick(s). Importing the whole file again adds what is "
                       "missing.",
                       nullptr, int(totals.inserted + totals.unchanged)));
}

void ImportPrinter::sayUnknown(const QStringList &symbols)
{
    if (symbols.isEmpty())
        return;
    m_leftOut = true;
    m_context.say(QStringLiteral("  ")
                  + tr("Left out, because they are not in the store: %1.").arg(symbols.join(QStringLiteral(", "))));
}

void ImportPrinter::shares(const pipeline::ListImportReport &report)
{
    m_context.say(report.name + u':');
    list(report, "shares");
}

void ImportPrinter::actions(const pipeline::ActionImportReport &report)
{
    m_context.say(report.list.name + u':');
    qint64 dividends = 0;
    for (const sources::ListedAction &action : report.actions) {
        if (action.isRepeated)
            continue; // counted below
        if (action.kind == sources::ListedAction::Kind::Dividend) {
            ++dividends;
            continue;
        }
        // whoever wrote the ratio the other way round sees it here
        m_context.say(QStringLiteral("  ")
                      + tr("%1, split on %2: %3 new for %4 old shares.", "symbol; date; two numbers")
                            .arg(action.symbol, m_context.formats().date(action.split.exDate),
                                 m_context.formats().count(action.split.newShares),
                                 m_context.formats().count(action.split.oldShares)));
    }
    if (dividends > 0)
        m_context.say(QStringLiteral("  ") + tr("%Ln dividend(s)", nullptr, int(dividends)));
    list(report.list, "actions");
}

void ImportPrinter::list(const pipeline::ListImportReport &report, const char *as)
{
    sayUnknown(report.unknownSymbols);
    sayRejects(report.rejects, report.rejectCount);
    row(report.name, as, report.result, {{QStringLiteral("rejects"), rejectsJson(report.rejects)}});
}

void ImportPrinter::news(const pipeline::NewsImportReport &report)
{
    m_context.say(report.name + u':');
    const QString indent = QStringLiteral("  ");
    if (report.isFeed && !report.feedTitle.isEmpty())
        m_context.say(indent + tr("Feed: %1").arg(news::visibleLine(report.feedTitle)));
    m_context.say(indent + tr("%Ln item(s)", nullptr, int(report.items)) + QStringLiteral(", ")
                  + tr("%Ln claim(s) found", nullptr, int(report.claims)));
    if (report.retold > 0)
        m_context.say(indent
                      + tr("%Ln item(s) tell a story again that is there already.", nullptr, int(report.retold)));
    sayDates(report);
    if (m_dryRun)
        m_context.say(indent + tr("Dry run: nothing was stored."));
    QJsonArray problems;
    for (const news::FeedProblem &problem : report.problems) {
        m_leftOut = true;
        m_context.say(indent + problem.message);
        problems.append(problem.message);
    }
    row(report.name, "news", report.result,
        {{QStringLiteral("feed"), report.isFeed},
         {QStringLiteral("feed_title"), report.feedTitle},
         {QStringLiteral("items"), report.items},
         {QStringLiteral("retold"), report.retold},
         {QStringLiteral("undated"), report.undated},
         {QStringLiteral("misdated"), report.misdated},
         {QStringLiteral("wrong_dates"), QJsonArray::fromStringList(report.wrongDates)},
         {QStringLiteral("claims"), report.claims},
         {QStringLiteral("problems"), problems}});
}

void ImportPrinter::sayDates(const pipeline::NewsImportReport &report)
{
    const QString indent = QStringLiteral("  ");
    if (report.undated > 0)
        m_context.say(indent + tr("%Ln item(s) have no date.", nullptr, int(report.undated)));
    if (report.misdated > 0) {
        QString dates = report.wrongDates.join(QStringLiteral("; "));
        if (report.misdated > report.wrongDates.size())
            dates += QStringLiteral("; …");
        m_context.say(
            indent + tr("%Ln item(s) have a date that cannot be right: %1", nullptr, int(report.misdated)).arg(dates));
    }
    if (report.undated + report.misdated > 0)
        m_context.say(indent
                      + (m_context.isSet("published") ? tr("The time that --published names stands for it.")
                                                      : tr("The time of the import stands for it.")));
}

void ImportPrinter::saySymbols(const pipeline::BarImportReport &report)
{
    QStringList unknown;
    for (const pipeline::SymbolSummary &symbol : report.symbols) {
        if (!symbol.known) {
            unknown.append(symbol.symbol);
            continue;
        }
        if (symbol.unverifiedBars > 0) {
            m_context.say(
                QStringLiteral("  ")
                + tr("%1: %n bar(s) lie outside the years that the trading calendar knows; their sessions are "
                     "unverified.",
                     nullptr, int(symbol.unverifiedBars))
                      .arg(symbol.symbol));
        }
        if (symbol.missingSessions.empty())
            continue;
        QStringList dates;
        for (std::size_t i = 0; i < std::min(kDatesShown, symbol.missingSessions.size()); ++i)
            dates.append(m_context.formats().date(symbol.missingSessions[i]));
        if (symbol.missingSessions.size() > kDatesShown)
            dates.append(QStringLiteral("…"));
        m_context.say(QStringLiteral("  ")
                      + tr("%1: %n session(s) without a bar: %2.", nullptr, int(symbol.missingSessions.size()))
                            .arg(symbol.symbol, dates.join(QStringLiteral(", "))));
    }
    sayUnknown(unknown);
}

void ImportPrinter::sayConflicts(const pipeline::BarImportReport &report)
{
    if (report.conflictCount == 0)
        return;
    m_leftOut = true;
    QStringList lines;
    for (std::size_t i = 0; i < std::min(kRejectsShown, report.conflictLines.size()); ++i)
        lines.append(QString::number(report.conflictLines[i]));
    if (report.conflictCount > qint64(kRejectsShown))
        lines.append(QStringLiteral("…"));
    m_context.say(QStringLiteral("  ")
                  + tr("%n row(s) contradict an earlier row for the same time and took its place: line %1.", nullptr,
                       int(report.conflictCount))
                        .arg(lines.join(QStringLiteral(", "))));
}

void ImportPrinter::sayRejects(const std::vector<pipeline::ImportReject> &rejects, qint64 count)
{
    if (count == 0)
        return;
    m_leftOut = true;
    m_context.say(QStringLiteral("  ") + tr("%n row(s) were rejected:", nullptr, int(count)));
    for (std::size_t i = 0; i < std::min(kRejectsShown, rejects.size()); ++i) {
        const pipeline::ImportReject &reject = rejects[i];
        m_context.say(QStringLiteral("    ") + tr("Line %1: %2").arg(QString::number(reject.line), reject.text)
                      + (reject.excerpt.isEmpty() ? QString() : QString(QStringLiteral("  | ") + reject.excerpt)));
    }
    if (count > qint64(kRejectsShown))
        m_context.say(QStringLiteral("    ") + tr("The first 1,000 are listed with --json."));
}

void ImportPrinter::row(const QString &file, const char *as, const store::ImportResult &result,
                        const QJsonObject &details)
{
    const store::ImportTotals &totals = result.totals;
    std::vector<Cell> cells{file,
                            QString::fromLatin1(as),
                            result.importId != 0 ? Cell(result.importId) : Cell(),
                            totals.inserted,
                            totals.replaced,
                            totals.unchanged,
                            totals.duplicate,
                            totals.rejected};
    if (m_json)
        cells.emplace_back(details);
    m_table.row(std::move(cells));
    m_anyRow = true;
}

int ImportPrinter::finish(int code)
{
    if (!m_anyRow && !m_json)
        return code;
    return m_context.finish(m_table, code);
}

} // namespace tickmark::app
