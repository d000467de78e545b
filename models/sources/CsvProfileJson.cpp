// SPDX-License-Identifier: GPL-3.0-or-later
#include "CsvProfile.h"
#include <core/Time.h>
#include <core/ZoneRules.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QStringList>

#include <array>
#include <cmath>
#include <optional>
#include <span>

namespace tickmark::sources {

namespace {

struct ProfileJsonText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::ProfileFile)
};

template <typename T>
struct Code
{
    T value;
    const char *code;
};

constexpr std::array<Code<TextEncoding>, 4> kEncodings = {{
    {TextEncoding::Utf8, "utf-8"},
    {TextEncoding::Utf16Le, "utf-16le"},
    {TextEncoding::Utf16Be, "utf-16be"},
    {TextEncoding::Windows1252, "windows-1252"},
}};
constexpr std::array<Code<TableKind>, 2> kKinds = {{{TableKind::Bars, "bars"}, {TableKind::Ticks, "ticks"}}};
constexpr std::array<Code<char>, 4> kSeparators = {{{',', ","}, {';', ";"}, {'\t', "\t"}, {'|', "|"}}};
constexpr std::array<Code<char>, 3> kQuotes = {{{'"', "\""}, {'\'', "'"}, {'\0', ""}}};
constexpr std::array<Code<char>, 3> kDecimals = {{{'.', "."}, {',', ","}, {'\0', "ask"}}};
constexpr std::array<Code<char>, 5> kGroups = {{{'\0', ""}, {',', ","}, {'.', "."}, {'\'', "'"}, {' ', " "}}};
constexpr std::array<Code<DateForm>, 10> kDateForms = {{
    {DateForm::DayOrMonthFirst, "ask"},
    {DateForm::YearMonthDay, "ymd"},
    {DateForm::DayMonthYear, "dmy"},
    {DateForm::MonthDayYear, "mdy"},
    {DateForm::Compact, "yyyymmdd"},
    {DateForm::EpochSeconds, "epoch_s"},
    {DateForm::EpochMilliseconds, "epoch_ms"},
    {DateForm::EpochMicroseconds, "epoch_us"},
    {DateForm::EpochNanoseconds, "epoch_ns"},
    {DateForm::MillisecondsOfDay, "ms_of_day"},
}};
constexpr std::array<Code<ColumnRole>, 17> kRoles = {{
    {ColumnRole::Ignored, "ignore"},
    {ColumnRole::Date, "date"},
    {ColumnRole::Time, "time"},
    {ColumnRole::Symbol, "symbol"},
    {ColumnRole::Open, "open"},
    {ColumnRole::High, "high"},
    {ColumnRole::Low, "low"},
    {ColumnRole::Close, "close"},
    {ColumnRole::AdjustedClose, "adjusted_close"},
    {ColumnRole::Volume, "volume"},
    {ColumnRole::Turnover, "turnover"},
    {ColumnRole::Price, "price"},
    {ColumnRole::Size, "size"},
    {ColumnRole::Bid, "bid"},
    {ColumnRole::BidSize, "bid_size"},
    {ColumnRole::Ask, "ask"},
    {ColumnRole::AskSize, "ask_size"},
}};

template <typename T>
QString codeOf(std::span<const Code<T>> table, T value)
{
    for (const Code<T> &row : table) {
        if (row.value == value)
            return QLatin1String(row.code);
    }
    return {};
}

//! Takes the keys of one object one after the other; the first fault wins and stays.
class Keys
{
public:
    Keys(const QJsonObject &object, QStringList known) : m_object(object), m_known(std::move(known)) {}

    QJsonValue value(const char *key) { return m_object.value(QLatin1String(key)); }

    template <typename T>
    void takeCode(const char *key, std::span<const Code<T>> table, T &out)
    {
        const QJsonValue found = value(key);
        QStringList allowed;
        for (const Code<T> &row : table) {
            if (found.isString() && found.toString() == QLatin1String(row.code)) {
                out = row.value;
                return;
            }
            const QString shown = row.code[0] == '\t' ? QStringLiteral("\\t") : QLatin1String(row.code);
            allowed << QLatin1Char('"') + shown + QLatin1Char('"');
        }
        fail(ProfileJsonText::tr("\"%1\" must be one of %2.")
                 .arg(QLatin1String(key), allowed.join(QLatin1String(", "))));
    }

    void takeLine(const char *key, int least, int &out)
    {
        const double number = value(key).toDouble(-1);
        if (number < least || number > 1'000'000 || number != std::floor(number)) {
            fail(ProfileJsonText::tr("\"%1\" must be a line number from %2 on.").arg(QLatin1String(key)).arg(least));
            return;
        }
        out = int(number);
    }

    void takeText(const char *key, QString &out)
    {
        const QJsonValue found = value(key);
        if (!found.isString() || found.toString().size() > 1'000)
            fail(ProfileJsonText::tr("\"%1\" must be a text.").arg(QLatin1String(key)));
        out = found.toString();
    }

    void fail(const QString &message)
    {
        if (m_fault.isEmpty())
            m_fault = message;
    }

    //! What is wrong first: a key nobody knows (probably mistyped), one that is missing, then the values.
    QString fault() const
    {
        for (const QString &key : m_object.keys()) {
            if (!m_known.contains(key))
                return ProfileJsonText::tr("\"%1\" is not a known key.").arg(key);
        }
        for (const QString &key : m_known) {
            if (!m_object.contains(key))
                return ProfileJsonText::tr("\"%1\" is missing.").arg(key);
        }
        return m_fault;
    }

private:
    QJsonObject m_object;
    QStringList m_known;
    QString m_fault;
};

QStringList profileKeys()
{
    return {QStringLiteral("kind"),    QStringLiteral("encoding"),    QStringLiteral("separator"),
            QStringLiteral("quote"),   QStringLiteral("header_line"), QStringLiteral("first_data_line"),
            QStringLiteral("decimal"), QStringLiteral("group"),       QStringLiteral("date_form"),
            QStringLiteral("zone"),    QStringLiteral("interval"),    QStringLiteral("columns")};
}

QJsonValue intervalToJson(std::optional<qint64> intervalNs)
{
    if (!intervalNs)
        return QStringLiteral("auto");
    if (*intervalNs == 0)
        return QStringLiteral("daily");
    return double(*intervalNs) / double(core::kNsPerSecond);
}

void takeInterval(Keys &keys, CsvProfile &profile)
{
    const QJsonValue found = keys.value("interval");
    const double seconds = found.toDouble(-1);
    if (found.toString() == QLatin1String("auto"))
        profile.intervalNs.reset();
    else if (found.toString() == QLatin1String("daily"))
        profile.intervalNs = 0;
    else if (seconds >= 0.001 && seconds <= 366.0 * 86'400.0)
        profile.intervalNs = std::llround(seconds * 1000.0) * 1'000'000;
    else
        keys.fail(ProfileJsonText::tr("\"interval\" must be \"auto\", \"daily\" or a number of seconds."));
}

void takeZone(Keys &keys, CsvProfile &profile)
{
    QString zone;
    keys.takeText("zone", zone);
    profile.zone = zone.toUtf8();
    if (!zone.isEmpty() && !core::ZoneRules::load(profile.zone))
        keys.fail(ProfileJsonText::tr("\"zone\" must be empty or a name like \"Europe/Berlin\"; \"%1\" is not known.")
                      .arg(zone));
}

QString takeColumn(const QJsonValue &value, CsvColumn &column)
{
    if (!value.isObject())
        return ProfileJsonText::tr("\"columns\" must be a list of objects.");
    QJsonObject object = value.toObject();
    if (!object.contains(QLatin1String("symbol")))
        object.insert(QLatin1String("symbol"), QString());
    Keys keys(object, {QStringLiteral("name"), QStringLiteral("role"), QStringLiteral("symbol")});
    keys.takeText("name", column.name);
    keys.takeText("symbol", column.symbol);
    keys.takeCode<ColumnRole>("role", kRoles, column.role);
    return keys.fault();
}

void takeColumns(Keys &keys, CsvProfile &profile)
{
    const QJsonArray list = keys.value("columns").toArray();
    if (list.isEmpty() || list.size() > CsvProfile::kMaxColumns) {
        keys.fail(ProfileJsonText::tr("\"columns\" must be a list of 1 to %1 objects.").arg(CsvProfile::kMaxColumns));
        return;
    }
    for (const QJsonValue &value : list) {
        CsvColumn column;
        if (const QString fault = takeColumn(value, column); !fault.isEmpty()) {
            keys.fail(ProfileJsonText::tr("Column %1: %2").arg(profile.columns.size() + 1).arg(fault));
            return;
        }
        profile.columns.push_back(std::move(column));
    }
}

//! The profile in whatever the user saved; nothing when there is none, or more than one.
std::optional<QJsonObject> findProfile(const QJsonObject &root)
{
    if (root.contains(QLatin1String("separator")))
        return root;
    if (root.value(QLatin1String("profile")).isObject())
        return root.value(QLatin1String("profile")).toObject();
    const QJsonArray imports = root.value(QLatin1String("imports")).toArray();
    if (imports.size() == 1 && imports.first().toObject().value(QLatin1String("profile")).isObject())
        return imports.first().toObject().value(QLatin1String("profile")).toObject();
    return {};
}

} // namespace

QJsonObject toJson(const CsvProfile &profile)
{
    QJsonArray columns;
    for (const CsvColumn &column : profile.columns) {
        QJsonObject object{{QStringLiteral("name"), column.name},
                           {QStringLiteral("role"), codeOf<ColumnRole>(kRoles, column.role)}};
        if (!column.symbol.isEmpty())
            object.insert(QStringLiteral("symbol"), column.symbol);
        columns.append(object);
    }
    const char decimal = profile.numbersDecided ? profile.numbers.decimal : '\0';
    return {{QStringLiteral("kind"), codeOf<TableKind>(kKinds, profile.kind)},
            {QStringLiteral("encoding"), codeOf<TextEncoding>(kEncodings, profile.encoding)},
            {QStringLiteral("separator"), codeOf<char>(kSeparators, profile.separator)},
            {QStringLiteral("quote"), codeOf<char>(kQuotes, profile.quote)},
            {QStringLiteral("header_line"), profile.headerLine},
            {QStringLiteral("first_data_line"), profile.firstDataLine},
            {QStringLiteral("decimal"), codeOf<char>(kDecimals, decimal)},
            {QStringLiteral("group"), codeOf<char>(kGroups, profile.numbers.group)},
            {QStringLiteral("date_form"), codeOf<DateForm>(kDateForms, profile.dateForm)},
            {QStringLiteral("zone"), QString::fromUtf8(profile.zone)},
            {QStringLiteral("interval"), intervalToJson(profile.intervalNs)},
            {QStringLiteral("columns"), columns}};
}

core::Result<CsvProfile> profileFromJson(const QJsonObject &object)
{
    CsvProfile profile;
    QJsonObject withKind = object;
    if (!object.contains(QLatin1String("kind"))) // profiles of versions that knew bars only
        withKind.insert(QLatin1String("kind"), QStringLiteral("bars"));
    Keys keys(withKind, profileKeys());
    keys.takeCode<TableKind>("kind", kKinds, profile.kind);
    keys.takeCode<TextEncoding>("encoding", kEncodings, profile.encoding);
    keys.takeCode<char>("separator", kSeparators, profile.separator);
    keys.takeCode<char>("quote", kQuotes, profile.quote);
    keys.takeLine("header_line", 0, profile.headerLine);
    keys.takeLine("first_data_line", 1, profile.firstDataLine);
    keys.takeCode<char>("decimal", kDecimals, profile.numbers.decimal);
    keys.takeCode<char>("group", kGroups, profile.numbers.group);
    keys.takeCode<DateForm>("date_form", kDateForms, profile.dateForm);
    takeZone(keys, profile);
    takeInterval(keys, profile);
    takeColumns(keys, profile);
    if (profile.numbers.decimal == '\0') {
        profile.numbersDecided = false;
        profile.numbers.decimal = '.';
    } else if (profile.numbers.group == profile.numbers.decimal) {
        keys.fail(ProfileJsonText::tr("\"decimal\" and \"group\" cannot be the same."));
    }
    if (profile.firstDataLine <= profile.headerLine)
        keys.fail(ProfileJsonText::tr("\"first_data_line\" must come after \"header_line\"."));
    if (const QString fault = keys.fault(); !fault.isEmpty())
        return core::failure(core::ErrorCode::InvalidInput, fault);
    return profile;
}

core::Result<CsvProfile> parseProfile(const QByteArray &json, const QString &fileName)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return core::failure(core::ErrorCode::InvalidInput,
                             ProfileJsonText::tr("%1 is not valid JSON (byte %2).").arg(fileName).arg(error.offset),
                             error.errorString());
    const auto object = findProfile(document.object());
    if (!object)
        return core::failure(core::ErrorCode::InvalidInput,
                             ProfileJsonText::tr("%1 does not hold exactly one import profile.").arg(fileName));
    auto profile = profileFromJson(*object);
    if (!profile)
        return core::failure(core::ErrorCode::InvalidInput,
                             ProfileJsonText::tr("In the profile %1: %2").arg(fileName, profile.error().message));
    return profile;
}

} // namespace tickmark::sources
