// SPDX-License-Identifier: GPL-3.0-or-later
#include "FollowPrinter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace tickmark::app {

using pipeline::LivePhase;
using pipeline::LiveStatus;

namespace {

constexpr std::chrono::seconds kCountEvery{5};
constexpr std::chrono::seconds kLineEvery{1};
constexpr double kNsPerMillisecond = 1e6;

QString codeOf(LivePhase phase)
{
    switch (phase) {
    case LivePhase::Connecting:
        return QStringLiteral("connecting");
    case LivePhase::Live:
        return QStringLiteral("live");
    case LivePhase::Waiting:
        return QStringLiteral("waiting");
    case LivePhase::Ended:
        return QStringLiteral("ended");
    case LivePhase::Stopping:
        break;
    }
    return QStringLiteral("stopping");
}

QJsonValue timeValue(const std::optional<core::Time> &time)
{
    return time ? QJsonValue(QString::fromStdString(core::isoTime(*time))) : QJsonValue();
}

QJsonValue textValue(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue millisecondsValue(const std::optional<std::chrono::nanoseconds> &span)
{
    return span ? QJsonValue(double(span->count()) / kNsPerMillisecond) : QJsonValue();
}

QJsonObject toJson(const LiveStatus &status)
{
    QJsonArray gaps;
    for (const core::TimeRange &gap : status.gaps)
        gaps.append(
            QJsonObject{{QStringLiteral("from"), timeValue(gap.begin)}, {QStringLiteral("to"), timeValue(gap.end)}});
    return {{QStringLiteral("source"), status.source},
            {QStringLiteral("provider"), status.provider},
            {QStringLiteral("symbol"), textValue(status.symbol)},
            {QStringLiteral("phase"), codeOf(status.phase)},
            {QStringLiteral("received"), status.received},
            {QStringLiteral("stored"), status.stored},
            {QStringLiteral("waiting"), status.waiting},
            {QStringLiteral("store_behind"), status.isStoreBehind},
            {QStringLiteral("per_second"), status.perSecond},
            {QStringLiteral("latency_ms"), millisecondsValue(status.latency)},
            {QStringLiteral("skew_ms"), millisecondsValue(status.skew)},
            {QStringLiteral("last_trade"), timeValue(status.lastTrade)},
            {QStringLiteral("retry_at"), timeValue(status.retryAt)},
            {QStringLiteral("error_code"), status.isNotice ? QJsonValue() : textValue(status.errorCode)},
            {QStringLiteral("error"), status.isNotice ? QJsonValue() : textValue(liveSentence(status))},
            {QStringLiteral("notice"), status.isNotice ? textValue(status.errorCode) : QJsonValue()},
            {QStringLiteral("gaps"), gaps},
            {QStringLiteral("backfilled"), status.backfilled},
            {QStringLiteral("discarded"), status.discarded},
            {QStringLiteral("backfilling"), status.isBackfilling},
            {QStringLiteral("backfill_error_code"), textValue(status.backfillErrorCode)},
            {QStringLiteral("backfill_error"), textValue(backfillSentence(status))}};
}

} // namespace

FollowPrinter::FollowPrinter(CommandContext &context)
    : m_context(context), m_isJson(context.outputFormat() == OutputFormat::Json)
{}

bool FollowPrinter::tell(const std::vector<LiveStatus> &all, Clock::time_point now)
{
    for (const LiveStatus &status : all)
        m_last[{status.source, status.symbol}] = status;
    m_isNews = m_isNews || !all.empty();
    sayChanges();
    if (now >= m_toldAt + (m_isJson ? kLineEvery : kCountEvery) && m_isNews) {
        m_toldAt = now;
        m_isNews = false;
        if (m_isJson)
            return printJson();
        sayCount();
    }
    return true;
}

bool FollowPrinter::finish()
{
    for (auto &[key, status] : m_last) {
        if (status.waiting > 0)
            continue;
        status.phase = LivePhase::Ended;
        status.perSecond = 0;
    }
    if (m_isJson)
        return printJson();
    sayCount();
    return true;
}

qint64 FollowPrinter::stored() const
{
    return std::accumulate(m_last.begin(), m_last.end(), qint64(0),
                           [](qint64 sum, const auto &one) { return sum + one.second.stored + one.second.backfilled; });
}

qint64 FollowPrinter::waiting() const
{
    return std::accumulate(m_last.begin(), m_last.end(), qint64(0),
                           [](qint64 sum, const auto &one) { return sum + one.second.waiting; });
}

bool FollowPrinter::printJson()
{
    QJsonArray streams;
    for (const auto &[key, status] : m_last)
        streams.append(toJson(status));
    const QByteArray line = QJsonDocument(
                                QJsonObject{{QStringLiteral("schema"), 1}, {QStringLiteral("streams"), streams}})
                                .toJson(QJsonDocument::Compact)
                            + '\n';
    const bool isWritten = std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout)
                           == std::size_t(line.size());
    return isWritten && std::fflush(stdout) == 0;
}

bool FollowPrinter::Told::isAs(const LiveStatus &status) const
{
    return phase == status.phase && errorCode == status.errorCode && backfillErrorCode == status.backfillErrorCode
           && gaps == status.gaps.size();
}

void FollowPrinter::sayChanges()
{
    for (const auto &[key, status] : m_last) {
        Told &told = m_told[key];
        if (told.isAs(status))
            continue;
        m_toldAt = {}; // at once, also as JSON
        sayChange(status, told);
    }
}

void FollowPrinter::sayChange(const LiveStatus &status, Told &told)
{
    const QString who = status.symbol.isEmpty() ? status.source
                                                : tr("%1, %2", "source, instrument").arg(status.source, status.symbol);
    const QString cause = status.errorCode + QLatin1Char(' ') + status.errorNames.join(QLatin1Char(' '));
    const bool isOther = told.phase != status.phase || told.errorCode != status.errorCode;
    const bool isSaid = !status.errorCode.isEmpty() && told.causes.contains(cause);
    if (isOther && !isSaid)
        m_context.say(changeText(status, who));
    sayGaps(status, who, told);
    QSet<QString> causes = status.phase == LivePhase::Live ? QSet<QString>() : std::move(told.causes);
    if (!status.errorCode.isEmpty())
        causes.insert(cause);
    told.phase = status.phase;
    told.errorCode = status.errorCode;
    told.causes = std::move(causes);
}

//! What the exchange was found not to give is not announced as to be filled.
void FollowPrinter::sayGaps(const LiveStatus &status, const QString &who, Told &told)
{
    const QString cause = status.backfillErrorCode + QLatin1Char(' ')
                          + status.backfillErrorNames.join(QLatin1Char(' '));
    const bool hasCause = !status.backfillErrorCode.isEmpty();
    const bool isNewCause = hasCause && !told.backfillCauses.contains(cause);
    if (isNewCause && status.backfillErrorCode == QLatin1String("not_given"))
        told.notGiven = status.gaps;
    const auto fillable = std::size_t(std::ranges::count_if(status.gaps, [&](const core::TimeRange &gap) {
        return std::ranges::none_of(
            told.notGiven, [&](const core::TimeRange &one) { return one.begin <= gap.begin && gap.end <= one.end; });
    }));
    if (fillable > told.fillable)
        m_context.say(tr("%1: %Ln gap(s) to be filled.", "source and instrument", int(fillable)).arg(who));
    else if (status.gaps.empty() && told.gaps > 0)
        m_context.say(tr("%1: no gap is left.", "source and instrument").arg(who));
    if (isNewCause)
        m_context.say(backfillSentence(status));
    if (hasCause)
        told.backfillCauses.insert(cause);
    if (status.gaps.empty()) {
        told.backfillCauses.clear();
        told.notGiven.clear();
    }
    told.backfillErrorCode = status.backfillErrorCode;
    told.gaps = status.gaps.size();
    told.fillable = fillable;
}

QString FollowPrinter::changeText(const LiveStatus &status, const QString &who) const
{
    const QString why = liveSentence(status);
    if (!why.isEmpty()) {
        if (!status.retryAt)
            return tr("%1: %2", "source and instrument, why it does not stream").arg(who, why);
        return tr("%1: %2 Tried again by itself.", "source and instrument, why it does not stream").arg(who, why);
    }
    switch (status.phase) {
    case LivePhase::Connecting:
        return tr("%1: connecting.", "source and instrument").arg(who);
    case LivePhase::Live:
        return tr("%1: live.", "source and instrument").arg(who);
    case LivePhase::Waiting:
        return tr("%1: waiting before the next attempt.", "source and instrument").arg(who);
    case LivePhase::Ended:
        return tr("%1: ended.", "source and instrument").arg(who);
    case LivePhase::Stopping:
        break;
    }
    return tr("%1: storing what has come.", "source and instrument").arg(who);
}

void FollowPrinter::sayCount()
{
    const qint64 count = stored();
    if (count == m_toldCount)
        return;
    m_toldCount = count;
    const double perSecond = std::accumulate(m_last.begin(), m_last.end(), 0.0,
                                             [](double sum, const auto &one) { return sum + one.second.perSecond; });
    m_context.say(tr("%1 trades stored, %2 a second.", "a number of trades, another one")
                      .arg(m_context.formats().count(count), m_context.formats().count(qRound64(perSecond))));
}

} // namespace tickmark::app
