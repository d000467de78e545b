// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimTopics.h"

#include "ClaimStatement.h"
#include <claims/Measured.h>

#include <QMap>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace tickmark::tables {

using claims::ClaimKind;
using claims::Direction;
using claims::VerdictCode;

namespace {

bool isCompared(const store::StoredClaim &stored)
{
    const claims::Subject &subject = stored.claim.subject;
    return stored.verdict && !isDismissed(stored) && (subject.instrumentId != 0 || subject.isNamed());
}

TopicMeasure measureOf(ClaimKind kind)
{
    switch (kind) {
    case ClaimKind::Percent:
        return TopicMeasure::Percent;
    case ClaimKind::Points:
        return TopicMeasure::Points;
    case ClaimKind::Value:
        return TopicMeasure::Value;
    case ClaimKind::Level:
        break;
    }
    return TopicMeasure::Level;
}

//! Claims with equal keys are one topic. A price in another currency than another one cannot be compared; a value can.
QString keyOf(const ClaimBook &book, const store::StoredClaim &stored)
{
    const claims::Claim &claim = stored.claim;
    const claims::Subject &subject = claim.subject;
    const QString who = subject.instrumentId != 0 ? QString::number(subject.instrumentId)
                                                  : QLatin1Char('?') + book.subjectLabel(stored).toCaseFolded();
    const TopicMeasure measure = measureOf(claim.kind);
    const claims::SessionSpan &span = stored.verdict->sessions;
    return QStringLiteral("%1|%2|%3|%4|%5")
        .arg(who, QString::number(int(measure)), measure == TopicMeasure::Value ? QString() : claim.unit,
             QString::number(span.base.days()), QString::number(span.last.days()));
}

//! What the quotes say, signed and in the claim's own unit.
std::optional<double> computedOf(const store::StoredClaim &stored)
{
    const claims::Verdict &verdict = *stored.verdict;
    return verdict.closeMove ? verdict.closeMove : verdict.measured;
}

//! The unit of values: that of most claims, so that most of them stand as they were stated.
QString commonUnit(const std::vector<const store::StoredClaim *> &members)
{
    QMap<QString, int> counts;
    for (const store::StoredClaim *member : members)
        ++counts[member->claim.unit];
    const QString *best = nullptr;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        // the instrument's own currency is what no rate was needed for
        const bool isOwn = std::ranges::any_of(members, [&](const store::StoredClaim *member) {
            return member->claim.unit == it.key()
                   && std::ranges::none_of(
                       member->verdict->quotes,
                       [&](const claims::QuoteUsed &quote) { return quote.symbol != member->verdict->symbol; })
                   && !member->verdict->quotes.empty();
        });
        const int weight = isOwn ? std::numeric_limits<int>::max() : *it;
        if (weight > most) {
            most = weight;
            best = &it.key();
        }
    }
    return best ? *best : QString();
}

//! +1 or -1: into which direction a claim's magnitudes count.
double signOf(const claims::Claim &claim, std::optional<double> computed)
{
    if (claim.kind == ClaimKind::Level)
        return 1;
    if (claim.direction == Direction::None)
        return computed && *computed < 0 ? -1 : 1;
    return claim.direction == Direction::Down ? -1 : 1;
}

//! So many units of the topic are one of the claim's. Both sides were measured between the same closes with the same
//! shares, so what parts them is the rate that the verdict used.
std::optional<double> factorOf(const store::StoredClaim &stored, const ClaimTopic &topic)
{
    if (stored.claim.unit == topic.unit)
        return 1;
    const auto own = computedOf(stored);
    if (!own || *own == 0 || !topic.computed)
        return std::nullopt;
    return *topic.computed / *own;
}

//! What a stated number is compared with, in the topic's unit: what the words of its verdict speak of, or the close.
std::optional<double> referenceOf(const store::StoredClaim &stored, const ClaimTopic &topic, double factor)
{
    const claims::Verdict &verdict = *stored.verdict;
    const bool isOfVerdict = verdict.code == VerdictCode::Contradicted || claims::isConfirmed(stored.claim, verdict);
    const auto measured = isOfVerdict ? claims::measuredOf(stored.claim, verdict).value : std::nullopt;
    return measured ? std::optional(*measured * factor) : topic.computed;
}

TopicClaim placed(const store::StoredClaim &stored, const ClaimTopic &topic)
{
    TopicClaim result;
    result.claim = &stored;
    const auto factor = factorOf(stored, topic);
    if (!factor)
        return result;
    const double scale = *factor * signOf(stored.claim, topic.computed);
    const claims::Interval interval = claims::intervalOf(stored.claim);
    result.stated = (stored.claim.low + stored.claim.high) / 2 * scale;
    std::tie(result.low, result.high) = std::minmax(interval.low * scale, interval.high * scale);
    if (const auto measured = referenceOf(stored, topic, *factor)) {
        const auto [low, high] = std::minmax(stored.claim.low * scale, stored.claim.high * scale);
        result.off = std::clamp(*measured, low, high) - *measured;
    }
    return result;
}

ClaimTopic topicOf(const ClaimBook &book, const std::vector<const store::StoredClaim *> &members)
{
    const store::StoredClaim &first = *members.front();
    ClaimTopic topic;
    topic.subject = book.subjectLabel(first);
    const NamedInstrument *instrument = book.instrument(first.claim.subject.instrumentId);
    topic.name = instrument ? instrument->name : topic.subject;
    topic.measure = measureOf(first.claim.kind);
    topic.sessions = first.verdict->sessions;
    topic.unit = topic.measure == TopicMeasure::Value ? commonUnit(members) : first.claim.unit;
    for (const store::StoredClaim *member : members) {
        if (!topic.computed && member->claim.unit == topic.unit)
            topic.computed = computedOf(*member);
    }
    if (topic.computed && topic.measure == TopicMeasure::Value)
        topic.doubt = std::abs(*topic.computed) * claims::kShareUncertainty;
    for (const store::StoredClaim *member : members) {
        topic.claims.push_back(placed(*member, topic));
        const auto factor = factorOf(*member, topic);
        if (topic.otherUnit.isEmpty() && member->claim.unit != topic.unit && factor) {
            topic.otherUnit = member->claim.unit;
            topic.otherPerUnit = 1 / *factor;
        }
    }
    return topic;
}

//! How bad the worst verdict is.
int severityOf(const ClaimTopic &topic)
{
    if (topic.count(VerdictCode::Contradicted) > 0)
        return 3;
    if (topic.count(VerdictCode::Intraday) + topic.count(VerdictCode::OtherBasis) > 0)
        return 2;
    return topic.count(VerdictCode::NoData) > 0 ? 1 : 0;
}

} // namespace

int ClaimTopic::count(VerdictCode code) const
{
    return int(std::ranges::count_if(claims,
                                     [code](const TopicClaim &member) { return member.claim->verdict->code == code; }));
}

int ClaimTopic::differentNumbers() const
{
    QSet<QString> numbers;
    for (const TopicClaim &member : claims) {
        const claims::Claim &claim = member.claim->claim;
        numbers.insert(QStringLiteral("%1|%2|%3|%4")
                           .arg(claim.low, 0, 'g', 15)
                           .arg(claim.high, 0, 'g', 15)
                           .arg(int(claim.direction))
                           .arg(claim.unit));
    }
    return int(numbers.size());
}

bool ClaimTopic::isLoss() const
{
    return measure != TopicMeasure::Level && computed.value_or(-1) < 0
           && std::ranges::all_of(claims, [](const TopicClaim &member) { return member.stated.value_or(-1) < 0; });
}

std::vector<ClaimTopic> topicsOf(const ClaimBook &book, core::SessionDate session)
{
    std::vector<QString> order; // as they first come
    QHash<QString, std::vector<const store::StoredClaim *>> groups;
    QSet<QByteArray> statements;
    for (const store::StoredClaim &stored : book.claims()) {
        if (!isCompared(stored) || sessionOf(stored) != session)
            continue;
        const QByteArray statement = statementKey(stored);
        if (statements.contains(statement))
            continue;
        statements.insert(statement);
        const QString key = keyOf(book, stored);
        if (!groups.contains(key))
            order.push_back(key);
        groups[key].push_back(&stored);
    }
    std::vector<ClaimTopic> topics;
    topics.reserve(order.size());
    for (const QString &key : order)
        topics.push_back(topicOf(book, groups[key]));
    std::ranges::stable_sort(topics, std::greater(), [](const ClaimTopic &topic) {
        const int numbers = topic.differentNumbers();
        return std::tuple(numbers > 1 ? numbers : 0, topic.claims.size(), severityOf(topic));
    });
    return topics;
}

std::vector<core::SessionDate> sessionsOfTopics(const ClaimBook &book)
{
    std::vector<core::SessionDate> sessions;
    for (const store::StoredClaim &stored : book.claims()) {
        if (const auto session = isCompared(stored) ? sessionOf(stored) : std::nullopt)
            sessions.push_back(*session);
    }
    std::ranges::sort(sessions, std::greater());
    sessions.erase(std::unique(sessions.begin(), sessions.end()), sessions.end());
    return sessions;
}

std::optional<core::SessionDate> busiestSession(const ClaimBook &book)
{
    QMap<qint32, int> counts;
    for (const store::StoredClaim &stored : book.claims()) {
        if (const auto session = isCompared(stored) ? sessionOf(stored) : std::nullopt)
            ++counts[session->days()];
    }
    std::optional<core::SessionDate> best;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (*it >= most) {
            most = *it;
            best = core::SessionDate::fromDays(it.key());
        }
    }
    return best;
}

} // namespace tickmark::tables
