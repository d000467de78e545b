// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskState.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace tickmark::desk {

using core::Result;

namespace {

//! A word of the file and what it stands for.
template <typename Value>
struct Word
{
    const char *text;
    Value value;
};

constexpr Word<charts::PaneKind> kKinds[] = {{"price", charts::PaneKind::Price}, {"volume", charts::PaneKind::Volume}};
constexpr Word<charts::CurveType> kCurves[] = {{"line", charts::CurveType::Line},
                                               {"step", charts::CurveType::Step},
                                               {"area", charts::CurveType::Area},
                                               {"candles", charts::CurveType::Candles}};
constexpr Word<charts::ValueScale> kScales[] = {{"percent", charts::ValueScale::Rebased},
                                                {"price", charts::ValueScale::Linear},
                                                {"log", charts::ValueScale::Log},
                                                {"percent-log", charts::ValueScale::RebasedLog}};
constexpr Word<charts::TimeMode> kTimes[] = {{"trading", charts::TimeMode::Trading},
                                             {"calendar", charts::TimeMode::Calendar}};

constexpr double kLargestWeight = 1000;

template <typename Value, std::size_t N>
QString wordOf(const Word<Value> (&words)[N], Value value)
{
    for (const Word<Value> &word : words) {
        if (word.value == value)
            return QLatin1String(word.text);
    }
    return {};
}

QString text(const std::string &ascii)
{
    return QString::fromStdString(ascii);
}

QJsonObject jsonOf(const DeskRange &range)
{
    QJsonObject json{{QStringLiteral("from"), text(range.first.iso())}, {QStringLiteral("to"), text(range.last.iso())}};
    if (range.exact) {
        json.insert(QStringLiteral("begin"), text(core::isoTime(range.exact->begin)));
        json.insert(QStringLiteral("end"), text(core::isoTime(range.exact->end)));
    }
    return json;
}

QJsonObject jsonOf(const DeskPane &pane)
{
    QJsonObject json{{QStringLiteral("kind"), wordOf(kKinds, pane.kind)},
                     {QStringLiteral("symbols"), QJsonArray::fromStringList(pane.symbols)},
                     {QStringLiteral("curve"), wordOf(kCurves, pane.curve)},
                     {QStringLiteral("weight"), pane.weight},
                     {QStringLiteral("linked"), pane.linked}};
    if (pane.scale)
        json.insert(QStringLiteral("scale"), wordOf(kScales, *pane.scale));
    if (pane.range)
        json.insert(QStringLiteral("range"), jsonOf(*pane.range));
    return json;
}

//! Reads values out of the file's objects; the first that is wrong ends it with a sentence that names its place, such
//! as "panes[1].curve".
class DeskReader
{
    Q_DECLARE_TR_FUNCTIONS(DeskState)

public:
    Result<DeskState> read(const QJsonObject &json)
    {
        DeskState state;
        if (json[QLatin1String("schema")].toInt() > DeskState::kSchema)
            return core::failure(core::ErrorCode::NewerVersion,
                                 tr("The saved desk was written by a later version of Tickmark."));
        if (json[QLatin1String("schema")].toInt() < 1)
            wrong(QStringLiteral("schema"), tr("In the saved desk, “%1” has to be a whole number from 1."));
        readPanes(json, state.panes);
        readRange(json, {}, state.range);
        readDate(json, {}, "base", state.base);
        readWord(json, {}, "time", kTimes, state.time);
        readFlag(json, {}, "follow", state.follow);
        state.activePane = json[QLatin1String("active")].toInt();
        if (state.activePane < 0 || state.activePane >= std::max<int>(1, int(state.panes.size())))
            wrong(QStringLiteral("active"), tr("In the saved desk, “%1” has to be the number of a chart, from 0."));
        if (m_error)
            return tl::unexpected(*m_error);
        return state;
    }

private:
    //! `sentence` has the place as %1.
    void wrong(const QString &place, const QString &sentence)
    {
        if (!m_error)
            m_error = core::Error{core::ErrorCode::InvalidInput, sentence.arg(place), {}};
    }

    void readPanes(const QJsonObject &json, std::vector<DeskPane> &panes)
    {
        const QJsonValue list = json[QLatin1String("panes")];
        if (!list.isArray())
            return wrong(QStringLiteral("panes"), tr("In the saved desk, “%1” has to be a list."));
        for (const QJsonValue &value : list.toArray()) {
            const QString place = QStringLiteral("panes[%1]").arg(panes.size());
            if (!value.isObject())
                return wrong(place, tr("In the saved desk, “%1” has to be an object."));
            panes.push_back(readPane(value.toObject(), QString(place + u'.')));
        }
    }

    DeskPane readPane(const QJsonObject &json, const QString &place)
    {
        DeskPane pane;
        readWord(json, place, "kind", kKinds, pane.kind);
        readSymbols(json[QLatin1String("symbols")], QString(place + QLatin1String("symbols")), pane.symbols);
        readWord(json, place, "curve", kCurves, pane.curve);
        if (json.contains(QLatin1String("scale")))
            readWord(json, place, "scale", kScales, pane.scale.emplace());
        const QJsonValue weight = json[QLatin1String("weight")];
        if (!weight.isUndefined())
            pane.weight = weight.toDouble();
        if (!(pane.weight > 0 && pane.weight <= kLargestWeight))
            wrong(QString(place + QLatin1String("weight")),
                  tr("In the saved desk, “%1” has to be a number above 0, 1000 at most."));
        readFlag(json, place, "linked", pane.linked);
        readRange(json, place, pane.range);
        return pane;
    }

    void readSymbols(const QJsonValue &json, const QString &place, QStringList &symbols)
    {
        if (!json.isArray() || json.toArray().isEmpty())
            return wrong(place, tr("In the saved desk, “%1” has to be a list of symbols."));
        for (const QJsonValue &value : json.toArray()) {
            if (!core::isValidSymbol(value.toString()) || symbols.contains(value.toString()))
                return wrong(place, tr("In the saved desk, “%1” has to be a list of symbols, each once."));
            symbols.append(value.toString());
        }
    }

    template <typename Value, std::size_t N>
    void readWord(const QJsonObject &json, const QString &place, const char *key, const Word<Value> (&words)[N],
                  Value &value)
    {
        if (!json.contains(QLatin1String(key)))
            return;
        QStringList known;
        for (const Word<Value> &word : words) {
            if (json[QLatin1String(key)].toString() == QLatin1String(word.text)) {
                value = word.value;
                return;
            }
            known.append(QLatin1String(word.text));
        }
        wrong(QString(place + QLatin1String(key)), tr("In the saved desk, “%1” has to be one of %2.")
                                                       .arg(QStringLiteral("%1"), known.join(QLatin1String(", "))));
    }

    void readFlag(const QJsonObject &json, const QString &place, const char *key, bool &value)
    {
        const QJsonValue flag = json[QLatin1String(key)];
        if (!flag.isUndefined() && !flag.isBool())
            wrong(QString(place + QLatin1String(key)), tr("In the saved desk, “%1” has to be true or false."));
        value = flag.toBool(value);
    }

    void readDate(const QJsonObject &json, const QString &place, const char *key,
                  std::optional<core::SessionDate> &value)
    {
        const QJsonValue date = json[QLatin1String(key)];
        if (date.isUndefined())
            return;
        value = core::SessionDate::fromIso(date.toString().toStdString());
        if (!value)
            wrong(QString(place + QLatin1String(key)),
                  tr("In the saved desk, “%1” has to be a date such as 2025-01-27."));
    }

    void readTime(const QJsonObject &json, const QString &place, const char *key, core::Time &value)
    {
        const auto time = core::parseIsoTime(json[QLatin1String(key)].toString().toStdString());
        if (!time)
            return wrong(QString(place + QLatin1String(key)),
                         tr("In the saved desk, “%1” has to be a time such as 2025-01-27T14:30:00Z."));
        value = *time;
    }

    void readRange(const QJsonObject &json, const QString &place, std::optional<DeskRange> &range)
    {
        const QJsonValue value = json[QLatin1String("range")];
        if (value.isUndefined())
            return;
        const QString name = QString(place + QLatin1String("range"));
        const QJsonObject object = value.toObject();
        const QString inside = QString(name + u'.');
        std::optional<core::SessionDate> first;
        std::optional<core::SessionDate> last;
        readDate(object, inside, "from", first);
        readDate(object, inside, "to", last);
        if (!value.isObject() || !first || !last)
            return wrong(name, tr("In the saved desk, “%1” has to name two dates, “from” and “to”."));
        range = DeskRange{*first, *last, std::nullopt};
        if (object.contains(QLatin1String("begin")) || object.contains(QLatin1String("end"))) {
            core::TimeRange exact;
            readTime(object, inside, "begin", exact.begin);
            readTime(object, inside, "end", exact.end);
            range->exact = exact;
        }
        if (*last < *first || (range->exact && range->exact->isEmpty()))
            wrong(name, tr("In the saved desk, “%1” ends before it begins."));
    }

    std::optional<core::Error> m_error;
};

} // namespace

QByteArray DeskState::toJson() const
{
    QJsonArray list;
    for (const DeskPane &pane : panes)
        list.append(jsonOf(pane));
    QJsonObject json{{QStringLiteral("schema"), kSchema},
                     {QStringLiteral("panes"), list},
                     {QStringLiteral("time"), wordOf(kTimes, time)},
                     {QStringLiteral("follow"), follow},
                     {QStringLiteral("active"), activePane}};
    if (range)
        json.insert(QStringLiteral("range"), jsonOf(*range));
    if (base)
        json.insert(QStringLiteral("base"), text(base->iso()));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<DeskState> DeskState::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("DeskState", "The saved desk is not a JSON object."),
                             error.errorString());
    }
    return DeskReader().read(document.object());
}

} // namespace tickmark::desk
