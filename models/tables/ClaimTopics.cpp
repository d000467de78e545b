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

//! What a stated number is held against where that is not the computed value: the end of the session's range from which
//! "off by" counts, or which confirms "up to".
claims::Measured referenceOf(const store::StoredClaim &stored)
{
    const claims::Verdict &verdict = *stored.verdict;
    const bool isOfVerdict = verdict.code == VerdictCode::Contradicted || claims::isConfirmed(stored.claim, verdict);
    return isOfVerdict ? claims::measuredOf(stored.claim, verdict) : claims::Measured();
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
    const claims::Measured reference = referenceOf(stored);
    result.isAtRange = reference.at == claims::Measured::At::Low || reference.at == claims::Measured::At::High;
    result.measured = reference.value ? std::optional(*reference.value * *factor) : topic.computed;
    if (result.measured) {
        const auto [from, to] = std::minmax({stored.claim.low * scale, stored.claim.high * scale});
        result.off = std::clamp(*result.measured, from, to) - *result.measured;
    }
    return result;
}

//! What makes a stated number one of its own, whatever its verdict.
struct NumberKey
{
    double low;
    double high;
    int direction;
    QString unit;

    explicit NumberKey(const claims::Claim &claim)
        : low(claim.low), high(claim.high), direction(int(claim.direction)), unit(claim.unit)
    {}
    friend bool operator==(const NumberKey &, const NumberKey &) = default;
    friend size_t qHash(const NumberKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.low, key.high, key.direction, key.unit);
    }
};

void countNumbers(ClaimTopic &topic)
{
    QHash<NumberKey, std::vector<std::size_t>> places; // one for each verdict
    for (const TopicClaim &member : topic.claims) {
        const VerdictCode code = member.claim->verdict->code;
        std::vector<std::size_t> &same = places[NumberKey(member.claim->claim)];
        const auto found = std::ranges::find(same, code, [&](std::size_t place) { return topic.numbers[place].code; });
        if (found != same.end()) {
            ++topic.numbers[*found].times;
        } else {
            same.push_back(topic.numbers.size());
            topic.numbers.push_back({member.claim, code, 1});
        }
    }
    topic.differentNumbers = int(places.size());
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
    topic.isLoss = topic.measure != TopicMeasure::Level && topic.computed.value_or(-1) < 0
                   && std::ranges::all_of(topic.claims,
                                          [](const TopicClaim &member) { return member.stated.value_or(-1) < 0; });
    countNumbers(topic);
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

SessionTopics topicsOf(const ClaimBook &book)
{
    using Members = std::vector<const store::StoredClaim *>;
    struct Groups
    {
        std::vector<Members> members; // as they first come
        QHash<QString, std::size_t> places;
    };
    std::map<core::SessionDate, Groups, std::greater<>> sessions;
    QSet<QByteArray> statements;
    for (const store::StoredClaim &stored : book.claims()) {
        const auto session = isCompared(stored) ? sessionOf(stored) : std::nullopt;
        if (!session)
            continue;
        const qsizetype known = statements.size();
        statements.insert(statementKey(stored));
        if (statements.size() == known)
            continue;
        Groups &groups = sessions[*session];
        const QString key = keyOf(book, stored);
        const auto place = groups.places.constFind(key);
        if (place != groups.places.cend()) {
            groups.members[*place].push_back(&stored);
        } else {
            groups.places.insert(key, groups.members.size());
            groups.members.push_back({&stored});
        }
    }
    SessionTopics result;
    for (const auto &[session, groups] : sessions) {
        std::vector<ClaimTopic> &topics = result[session];
        topics.reserve(groups.members.size());
        for (const Members &members : groups.members)
            topics.push_back(topicOf(book, members));
        std::ranges::stable_sort(topics, std::greater(), [](const ClaimTopic &topic) {
            return std::tuple(topic.differentNumbers > 1 ? topic.differentNumbers : 0, topic.claims.size(),
                              severityOf(topic));
        });
    }
    return result;
}

std::optional<core::SessionDate> busiestSession(const SessionTopics &topics)
{
    std::optional<core::SessionDate> best;
    std::size_t most = 0;
    for (const auto &[session, ofSession] : topics) {
        std::size_t claims = 0;
        for (const ClaimTopic &topic : ofSession)
            claims += topic.claims.size();
        if (claims > most) {
            most = claims;
            best = session;
        }
    }
    return best;
}

} // namespace tickmark::tables
