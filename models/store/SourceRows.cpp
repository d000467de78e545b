// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceRows.h"

#include "BarCorrection.h"
#include "ClaimChanges.h"
#include "Connection.h"
#include "ImportLog.h"
#include "OwnNames.h"
#include "RawStatement.h"
#include "SeriesRows.h"
#include "SourceSymbols.h"
#include "StoreError.h"
#include "TradeRuns.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <array>
#include <utility>

namespace tickmark::store {

namespace {

using When = FetchSchedule::When;
constexpr std::array<std::pair<When, const char *>, 4> kScheduleCodes{{{When::Manually, "manually"},
                                                                       {When::Always, "always"},
                                                                       {When::SessionHours, "session_hours"},
                                                                       {When::AfterClose, "after_close"}}};
constexpr int kShortestMinutes = 1;
constexpr int kLongestMinutes = 7 * 24 * 60;

QByteArray settingsOf(const SourceSetup &setup)
{
    QJsonObject spellings;
    for (const auto &[symbol, spelling] : setup.spellings.asKeyValueRange())
        spellings.insert(symbol, spelling);
    QJsonArray intervals;
    for (const qint64 interval : setup.intervals)
        intervals.append(interval / core::kNsPerSecond);
    QJsonObject settings{{QStringLiteral("address"), setup.address},
                         {QStringLiteral("symbols"), QJsonArray::fromStringList(setup.symbols)},
                         {QStringLiteral("spellings"), spellings},
                         {QStringLiteral("intervals_s"), intervals},
                         {QStringLiteral("profile"), setup.profile},
                         {QStringLiteral("splits_adjusted"), setup.splitsAdjusted},
                         {QStringLiteral("language"), setup.language},
                         {QStringLiteral("plain_http"), setup.plainHttpAllowed},
                         {QStringLiteral("when"), scheduleCode(setup.schedule.when)},
                         {QStringLiteral("every_minutes"), setup.schedule.everyMinutes}};
    if (setup.since)
        settings.insert(QStringLiteral("since"), QString::fromStdString(setup.since->iso()));
    return QJsonDocument(settings).toJson(QJsonDocument::Compact);
}

void applySettings(const QJsonObject &settings, SourceSetup &setup)
{
    setup.address = settings.value(QLatin1String("address")).toString();
    for (const QJsonValue &symbol : settings.value(QLatin1String("symbols")).toArray())
        setup.symbols += symbol.toString();
    const QJsonObject spellings = settings.value(QLatin1String("spellings")).toObject();
    for (auto at = spellings.begin(); at != spellings.end(); ++at)
        setup.spellings.insert(at.key(), at.value().toString());
    setup.intervals.clear();
    for (const QJsonValue &seconds : settings.value(QLatin1String("intervals_s")).toArray())
        setup.intervals.push_back(seconds.toInteger() * core::kNsPerSecond);
    setup.profile = settings.value(QLatin1String("profile")).toString();
    setup.splitsAdjusted = settings.value(QLatin1String("splits_adjusted")).toBool();
    setup.language = settings.value(QLatin1String("language")).toString();
    setup.plainHttpAllowed = settings.value(QLatin1String("plain_http")).toBool();
    setup.schedule.when = scheduleFromCode(settings.value(QLatin1String("when")).toString()).value_or(When::Manually);
    setup.schedule.everyMinutes = settings.value(QLatin1String("every_minutes")).toInt(60);
    const QByteArray since = settings.value(QLatin1String("since")).toString().toUtf8();
    setup.since = core::SessionDate::fromIso({since.data(), std::size_t(since.size())});
}

void checkSetup(const SourceSetup &setup)
{
    if (setup.name.trimmed().isEmpty())
        fail(core::ErrorCode::InvalidInput, QCoreApplication::translate("Store", "A source needs a name."));
    if (std::ranges::any_of(setup.name, [](QChar letter) { return letter.category() == QChar::Other_Control; }))
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "The name of a source is one line of letters."));
    if (setup.provider.isEmpty())
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "The source “%1” needs a provider.").arg(setup.name));
    const int minutes = setup.schedule.everyMinutes;
    if (minutes < kShortestMinutes || minutes > kLongestMinutes)
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "A source runs at least once a week and at most once a minute."));
}

[[noreturn]] void failNotFound()
{
    fail(core::ErrorCode::NotFound, QCoreApplication::translate("Store", "This source is not in the store any more."));
}

void renameSource(Connection &connection, const SourceSetup &setup)
{
    RawStatement rename(connection.handle(), "UPDATE sources SET name = ?2 WHERE id = ?1");
    const Value name = setup.name.toUtf8();
    rename.bind(1, setup.sourceId);
    rename.bind(2, name);
    rename.run();
}

// What is named as a JSON list, so that no language is kept; else the sentence.
QByteArray keptError(const FetchState &state)
{
    if (state.errorNames.isEmpty())
        return state.errorText.toUtf8();
    return QJsonDocument(QJsonArray::fromStringList(state.errorNames)).toJson(QJsonDocument::Compact);
}

void takeError(const QString &kept, FetchState &state)
{
    const QJsonArray names = QJsonDocument::fromJson(kept.toUtf8()).array();
    for (const QJsonValue &name : names)
        state.errorNames += name.toString();
    if (names.isEmpty())
        state.errorText = kept;
}

// NULL where there is nothing.
Value timeValue(const std::optional<core::Time> &time)
{
    return time ? Value(time->ns) : Value();
}

Value dateValue(const std::optional<core::SessionDate> &date)
{
    return date ? Value(qint64(date->days())) : Value();
}

std::optional<core::Time> timeAt(const RawStatement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(core::Time{row.integer(column)});
}

std::optional<core::SessionDate> dateAt(const RawStatement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(core::SessionDate::fromDays(qint32(row.integer(column))));
}

// What files, the sample case, simulations and corrections by hand stand under.
bool isOwnName(const QString &name)
{
    const auto isName = [&name](const char *own) { return name.compare(QLatin1String(own), Qt::CaseInsensitive) == 0; };
    // adjusted files are kept apart by a name that begins so
    return isName(kFileSource) || name.startsWith(QString(QLatin1String(kFileSource) % u','), Qt::CaseInsensitive)
           || isName(kSampleSource) || isName(kSimulationSource) || isName(kCorrectionSource);
}

// Commands take names between commas, and words after a hyphen as options.
void checkName(const QString &name)
{
    if (isOwnName(name))
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "What comes out of files, the sample case, simulations and "
                                                  "corrections stands under names like “%1”. Choose another name for "
                                                  "this source.")
                 .arg(name));
    if (name.contains(u','))
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "The name of a source has no comma: “%1” would be taken for several "
                                                  "names.")
                 .arg(name));
    if (name.startsWith(u'-'))
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "The name of a source does not begin with a hyphen: “%1” would be "
                                                  "taken for an option.")
                 .arg(name));
}

bool isNameTaken(Connection &connection, const SourceSetup &setup)
{
    // a source whose set-up went, or that came with files only, may be given one
    RawStatement taken(connection.handle(),
                       "SELECT 1 FROM sources AS o WHERE o.name = ?1 AND o.id <> ?2 "
                       "AND (?2 <> 0 OR EXISTS (SELECT 1 FROM source_setups WHERE source_id = o.id))");
    const Value name = setup.name.toUtf8();
    taken.bind(1, name);
    taken.bind(2, setup.sourceId);
    return taken.step();
}

// Quotes of two providers under one name could not be told apart, and may count in different shares.
void requireSameProvider(Connection &connection, const SourceSetup &setup)
{
    RawStatement other(connection.handle(), "SELECT 1 FROM sources AS o WHERE (o.id = ?1 OR o.name = ?2) "
                                            "AND o.kind NOT IN ('file', ?3) "
                                            "AND EXISTS (SELECT 1 FROM series WHERE source_id = o.id)");
    const Value name = setup.name.toUtf8();
    const Value provider = setup.provider.toUtf8();
    other.bind(1, setup.sourceId);
    other.bind(2, name);
    other.bind(3, provider);
    if (other.step())
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "The quotes of “%1” are of another provider. Add a source of another "
                                                  "name for this one.")
                 .arg(setup.name));
}

std::optional<SourceSetup> formerSetup(Connection &connection, qint64 sourceId)
{
    const std::vector<SourceSetup> setups = readSourceSetups(connection);
    const auto former = std::ranges::find(setups, sourceId, &SourceSetup::sourceId);
    return former == setups.end() ? std::nullopt : std::optional(*former);
}

// What was answered elsewhere, or to another spelling, says nothing of what this source has.
bool asksDifferently(const SourceSetup &former, const SourceSetup &setup)
{
    return former.provider != setup.provider || former.address != setup.address || former.spellings != setup.spellings;
}

// Whether a run with one set-up does what one with the other would do.
bool asksTheSame(SourceSetup one, const SourceSetup &other)
{
    one.uuid = other.uuid;
    one.priority = other.priority;
    one.isEnabled = other.isEnabled;
    one.schedule = other.schedule;
    one.revision = other.revision;
    return one == other;
}

// Nothing that was asked for before is kept from now on.
void raiseRevision(Connection &connection, qint64 sourceId)
{
    RawStatement raise(connection.handle(), "UPDATE source_setups SET revision = revision + 1 WHERE source_id = ?");
    raise.bind(1, sourceId);
    raise.run();
}

// The user says it of all that the source has brought. No answer tells of a session that had not begun: up to the last
// one that it or an answer before it has, splits are in its prices.
void restateSplits(Connection &connection, const SourceSetup &setup)
{
    RawStatement restate(
        connection.handle(),
        "UPDATE import_series SET splits_until = CASE WHEN ?2 THEN (SELECT max(CASE WHEN s.interval_ns = 0 "
        "THEN t.last_key ELSE t.last_key / ?3 END) FROM import_series AS t JOIN series AS s ON s.id = t.series_id "
        "JOIN imports AS m ON m.id = t.import_id WHERE t.series_id = import_series.series_id "
        "AND t.import_id <= import_series.import_id AND m.source_id = ?1) END "
        "WHERE series_id IN (SELECT id FROM series WHERE source_id = ?1 AND field = 'bar') "
        "AND import_id IN (SELECT id FROM imports WHERE source_id = ?1)");
    restate.bind(1, setup.sourceId);
    restate.bind(2, qint64(setup.splitsAdjusted));
    restate.bind(3, core::kNsPerDay);
    restate.run();
    std::vector<qint64> touched;
    RawStatement series(connection.handle(), "SELECT id FROM series WHERE source_id = ?1 AND field = 'bar'");
    series.bind(1, setup.sourceId);
    while (series.step())
        touched.push_back(series.integer(0));
    for (const qint64 id : touched)
        takeSplitsFromImports(connection, id);
    noteAllChanged(connection);
}

} // namespace

QString scheduleCode(FetchSchedule::When when)
{
    for (const auto &[value, code] : kScheduleCodes) {
        if (value == when)
            return QString::fromLatin1(code);
    }
    return {};
}

std::optional<FetchSchedule::When> scheduleFromCode(const QString &code)
{
    for (const auto &[value, known] : kScheduleCodes) {
        if (code == QLatin1String(known))
            return value;
    }
    return {};
}

QString tradeCursor(const TradeMark &last)
{
    return QStringLiteral("%1@%2").arg(last.id).arg(last.time.ns);
}

std::optional<TradeMark> tradeMark(const QString &cursor)
{
    bool isId = false;
    bool isTime = false;
    const TradeMark last{cursor.section(QLatin1Char('@'), 0, 0).toLongLong(&isId),
                         {cursor.section(QLatin1Char('@'), 1).toLongLong(&isTime)}};
    return isId && isTime ? std::optional(last) : std::nullopt;
}

qint64 saveSource(Connection &connection, const SourceSetup &setup)
{
    checkSetup(setup);
    const auto former = formerSetup(connection, setup.sourceId);
    if (!former || former->name != setup.name) // one that stands from before can still be edited
        checkName(setup.name);
    if (isNameTaken(connection, setup))
        fail(core::ErrorCode::AlreadyExists,
             QCoreApplication::translate("Store", "There is a source named “%1” already.").arg(setup.name));
    requireSameProvider(connection, setup);
    if (former) {
        if (asksDifferently(*former, setup)) {
            forgetCoverage(connection, setup.sourceId);
            forgetTradeRunsOfSource(connection, setup.sourceId);
        }
        if (former->symbols != setup.symbols)
            keepStatesOf(connection, setup);
        if (!asksTheSame(*former, setup))
            raiseRevision(connection, setup.sourceId);
        if (former->splitsAdjusted != setup.splitsAdjusted)
            restateSplits(connection, setup);
    }
    if (setup.sourceId != 0) {
        RawStatement known(connection.handle(), "SELECT 1 FROM source_setups WHERE source_id = ?");
        known.bind(1, setup.sourceId);
        if (!known.step())
            failNotFound();
        known.reset();
        renameSource(connection, setup);
    }
    const qint64 id = ensureSource(connection, {0, setup.name, setup.provider, setup.priority});
    RawStatement put(connection.handle(),
                     "INSERT INTO source_setups (source_id, uuid, provider, enabled, settings) VALUES (?, ?, ?, ?, ?) "
                     "ON CONFLICT (source_id) DO UPDATE SET provider = excluded.provider, enabled = excluded.enabled, "
                     "settings = excluded.settings");
    const Value uuid = setup.uuid.isEmpty() ? QUuid::createUuid().toByteArray(QUuid::WithoutBraces)
                                            : setup.uuid.toUtf8();
    const Value provider = setup.provider.toUtf8();
    const Value settings = settingsOf(setup);
    put.bind(1, id);
    put.bind(2, uuid);
    put.bind(3, provider);
    put.bind(4, qint64(setup.isEnabled));
    put.bind(5, settings);
    put.run();
    return id;
}

void saveSettings(Connection &connection, const SourceSetup &setup)
{
    RawStatement put(connection.handle(), "UPDATE source_setups SET enabled = ?2, settings = ?3 WHERE source_id = ?1");
    const Value settings = settingsOf(setup);
    put.bind(1, setup.sourceId);
    put.bind(2, qint64(setup.isEnabled));
    put.bind(3, settings);
    put.run();
    raiseRevision(connection, setup.sourceId);
}

void forgetCoverage(Connection &connection, qint64 sourceId)
{
    RawStatement forget(connection.handle(),
                        "UPDATE fetch_states SET etag = '', last_modified = '', cursor = '', covered_from = NULL, "
                        "covered_until = NULL, retry_ns = NULL WHERE source_id = ?");
    forget.bind(1, sourceId);
    forget.run();
    raiseRevision(connection, sourceId);
}

void removeSource(Connection &connection, qint64 sourceId)
{
    RawStatement remove(connection.handle(), "DELETE FROM source_setups WHERE source_id = ?");
    remove.bind(1, sourceId);
    if (remove.run() == 0)
        failNotFound();
    RawStatement forget(connection.handle(), "DELETE FROM sources WHERE id = ?1 "
                                             "AND NOT EXISTS (SELECT 1 FROM series WHERE source_id = ?1) "
                                             "AND NOT EXISTS (SELECT 1 FROM imports WHERE source_id = ?1)");
    forget.bind(1, sourceId);
    forget.run();
    // nobody can rank it any more: what it has left comes after all others
    RawStatement last(connection.handle(),
                      "UPDATE sources SET priority = (SELECT min(priority) FROM sources) - 1 WHERE id = ?");
    last.bind(1, sourceId);
    if (last.run() > 0)
        noteAllChanged(connection);
}

void saveFetchStates(Connection &connection, std::span<const FetchState> states)
{
    RawStatement put(
        connection.handle(),
        "INSERT OR REPLACE INTO fetch_states (source_id, item, etag, last_modified, last_run_ns, "
        "last_success_ns, failures, error_code, error_text, retry_ns, covered_from, covered_until, cursor) "
        "SELECT source_id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13 "
        "FROM source_setups WHERE source_id = ?1 AND revision = ?14");
    for (const FetchState &state : states) {
        const std::array<Value, 14> row{state.sourceId,
                                        state.item.toUtf8(),
                                        state.etag.toUtf8(),
                                        state.lastModified.toUtf8(),
                                        timeValue(state.lastRun),
                                        timeValue(state.lastSuccess),
                                        qint64(state.failures),
                                        state.errorCode.toUtf8(),
                                        keptError(state),
                                        timeValue(state.retryAt),
                                        dateValue(state.coveredFrom),
                                        dateValue(state.coveredUntil),
                                        state.cursor.toUtf8(),
                                        state.revision};
        for (std::size_t i = 0; i < row.size(); ++i)
            put.bind(int(i) + 1, row[i]);
        put.run();
    }
}

std::vector<SourceSetup> readSourceSetups(Connection &connection)
{
    RawStatement rows(connection.handle(),
                      "SELECT o.id, o.name, o.priority, p.uuid, p.provider, p.enabled, p.settings, p.revision "
                      "FROM source_setups AS p JOIN sources AS o ON o.id = p.source_id "
                      "ORDER BY o.name");
    std::vector<SourceSetup> setups;
    while (rows.step()) {
        SourceSetup setup;
        setup.sourceId = rows.integer(0);
        setup.name = rows.text(1);
        setup.priority = int(rows.integer(2));
        setup.uuid = rows.text(3);
        setup.provider = rows.text(4);
        setup.isEnabled = rows.integer(5) != 0;
        applySettings(QJsonDocument::fromJson(rows.text(6).toUtf8()).object(), setup);
        setup.revision = rows.integer(7);
        setups.push_back(std::move(setup));
    }
    return setups;
}

std::vector<FetchState> readFetchStates(Connection &connection, qint64 sourceId)
{
    RawStatement rows(
        connection.handle(),
        "SELECT source_id, item, etag, last_modified, last_run_ns, last_success_ns, failures, error_code, "
        "error_text, retry_ns, covered_from, covered_until, cursor, revision "
        "FROM fetch_states JOIN source_setups USING (source_id) WHERE ?1 = 0 OR source_id = ?1 ORDER BY source_id, item");
    rows.bind(1, sourceId);
    std::vector<FetchState> states;
    while (rows.step()) {
        states.push_back({rows.integer(0),
                          rows.text(1),
                          rows.text(2),
                          rows.text(3),
                          timeAt(rows, 4),
                          timeAt(rows, 5),
                          int(rows.integer(6)),
                          rows.text(7),
                          {},
                          {},
                          timeAt(rows, 9),
                          dateAt(rows, 10),
                          dateAt(rows, 11),
                          rows.text(12),
                          rows.integer(13)});
        takeError(rows.text(8), states.back());
    }
    return states;
}

} // namespace tickmark::store
