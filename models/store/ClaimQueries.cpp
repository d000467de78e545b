// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimQueries.h"

#include "ClaimValues.h"
#include "Connection.h"
#include "RawStatement.h"

namespace tickmark::store {

namespace {

const std::string kClaimColumns =
    "SELECT c.id, c.news_id, n.published_ns, c.sentence_hash, c.nth, c.part, c.place, c.span_start, c.span_end, "
    "c.sentence_start, c.sentence_end, c.text, c.kind, c.direction, c.low, c.high, c.low_half_unit, c.high_half_unit, "
    "c.unit, c.hedge, c.intraday, c.subject_id, c.subject_symbol, c.subject_text, c.together, c.day, c.shift, c.span, "
    "c.sessions, c.end_stated, c.changes, "
    "x.news_id, x.dismissed, x.instrument_id, x.session, x.kind, x.hedge, i.symbol, "
    "ifnull((SELECT name FROM instrument_names WHERE instrument_id = i.id ORDER BY position LIMIT 1), i.symbol), "
    "v.code, v.basis, v.missing, v.measured, v.measured_other, v.close_move, v.interval_low, v.interval_high, "
    "v.base_session, v.last_session, v.sessions, v.basis_sessions, v.off, v.opposite_at_close, v.provisional, "
    "v.nearest_session, v.nearest_move, v.touched_ns, v.symbol, v.quotes "
    "FROM news AS n JOIN claims AS c ON c.news_id = n.id AND c.import_id = n.import_id "
    "LEFT JOIN claim_corrections AS x ON x.news_id = c.news_id AND x.sentence_hash = c.sentence_hash "
    "AND x.nth = c.nth AND x.part = c.part LEFT JOIN instruments AS i ON i.id = x.instrument_id "
    "LEFT JOIN claim_verdicts AS v ON v.claim_id = c.id ";

// Takes one column after the other.
class Columns
{
public:
    explicit Columns(const RawStatement &row) : m_row(row) {}

    qint64 integer() { return m_row.integer(m_next++); }
    int number() { return int(integer()); }
    bool flag() { return integer() != 0; }
    double real() { return m_row.real(m_next++); }
    QString text() { return m_row.text(m_next++); }
    QByteArray bytes()
    {
        const auto bytes = m_row.blob(m_next++);
        return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    }
    core::SessionDate date() { return core::SessionDate::fromDays(qint32(integer())); }
    [[nodiscard]] bool isNull() const { return m_row.isNull(m_next); }
    void skip(int columns) { m_next += columns; }
    template <typename Read>
    auto optional(Read read) -> std::optional<std::invoke_result_t<Read, Columns &>>
    {
        if (!isNull())
            return read(*this);
        skip(1);
        return std::nullopt;
    }

private:
    const RawStatement &m_row;
    int m_next = 0;
};

std::optional<double> optionalReal(Columns &columns)
{
    return columns.optional([](Columns &of) { return of.real(); });
}

std::optional<core::SessionDate> optionalDate(Columns &columns)
{
    return columns.optional([](Columns &of) { return of.date(); });
}

claims::TextSpan textSpan(Columns &columns)
{
    const qsizetype start = columns.integer();
    return {start, columns.integer()};
}

void readClaim(Columns &columns, StoredClaim &stored)
{
    claims::Claim &claim = stored.claim;
    claim.sentenceHash = quint64(columns.integer());
    claim.nth = columns.number();
    claim.part = columns.number();
    stored.place = placeFromCode(columns.text());
    claim.span = textSpan(columns);
    claim.sentence = textSpan(columns);
    claim.text = columns.text();
    claim.kind = claims::kindFromCode(columns.text()).value_or(claims::ClaimKind::Percent);
    claim.direction = claims::directionFromCode(columns.text()).value_or(claims::Direction::None);
    claim.low = columns.real();
    claim.high = columns.real();
    claim.lowHalfUnit = columns.real();
    claim.highHalfUnit = columns.real();
    claim.unit = columns.text();
    claim.hedge = claims::hedgeFromCode(columns.text()).value_or(claims::Hedge::Exact);
    readStatedBases(columns.integer(), claim);
    claim.subject.instrumentId = columns.integer(); // NULL reads as 0
    claim.subject.symbol = columns.text();
    claim.subject.text = columns.text();
    claim.together = subjectsFromJson(columns.bytes());
    claim.time.date = optionalDate(columns);
    claim.time.shift = columns.number();
    claim.time.span = spanFromCode(columns.text());
    claim.time.sessions = columns.number();
    claim.time.endStated = columns.flag();
}

void readCorrection(Columns &columns, StoredClaim &stored)
{
    constexpr int kCorrectionColumns = 8;
    if (columns.isNull()) {
        columns.skip(kCorrectionColumns);
        return;
    }
    columns.skip(1);
    ClaimCorrection correction;
    correction.isDismissed = columns.flag();
    correction.instrumentId = columns.optional([](Columns &of) { return of.integer(); });
    correction.session = optionalDate(columns);
    const auto code = [](Columns &of) { return of.text(); };
    if (const auto kind = columns.optional(code))
        correction.kind = claims::kindFromCode(*kind);
    if (const auto hedge = columns.optional(code))
        correction.hedge = claims::hedgeFromCode(*hedge);
    claims::Subject subject{correction.instrumentId.value_or(0), columns.text(), {}};
    subject.text = columns.text();
    applyCorrection(stored.claim, correction, correction.instrumentId ? &subject : nullptr);
    stored.correction = correction;
}

void readVerdict(Columns &columns, StoredClaim &stored)
{
    if (columns.isNull())
        return;
    claims::Verdict verdict;
    verdict.code = claims::verdictFromText(columns.text()).value_or(claims::VerdictCode::NoData);
    verdict.basis = claims::basisFromCode(columns.text()).value_or(claims::Basis::None);
    verdict.missing = claims::missingFromCode(columns.text()).value_or(claims::Missing::Nothing);
    verdict.measured = optionalReal(columns);
    verdict.measuredOther = optionalReal(columns);
    verdict.closeMove = optionalReal(columns);
    verdict.interval.low = columns.real();
    verdict.interval.high = optionalReal(columns).value_or(std::numeric_limits<double>::infinity());
    verdict.sessions.base = columns.date();
    verdict.sessions.last = columns.date();
    verdict.sessions.count = columns.number();
    verdict.basisSessions = columns.number();
    verdict.off = columns.real();
    verdict.oppositeAtClose = columns.flag();
    verdict.provisional = columns.flag();
    verdict.nearest = optionalDate(columns);
    verdict.nearestMove = optionalReal(columns);
    verdict.touched = columns.optional([](Columns &of) { return core::Time{of.integer()}; });
    verdict.symbol = columns.text();
    verdict.quotes = quotesFromJson(columns.bytes());
    stored.verdict = std::move(verdict);
}

std::vector<StoredClaim> readAll(RawStatement &rows)
{
    std::vector<StoredClaim> claims;
    while (rows.step()) {
        Columns columns(rows);
        StoredClaim stored;
        stored.id = columns.integer();
        stored.newsId = columns.integer();
        stored.published = core::Time{columns.integer()};
        readClaim(columns, stored);
        stored.changes = columns.integer();
        readCorrection(columns, stored);
        readVerdict(columns, stored);
        claims.push_back(std::move(stored));
    }
    return claims;
}

} // namespace

std::vector<StoredClaim> readClaims(Connection &connection, core::TimeRange range)
{
    RawStatement rows(connection.handle(), kClaimColumns
                                               + "WHERE n.published_ns >= ? AND n.published_ns < ? "
                                                 "ORDER BY n.published_ns, n.id, c.id");
    rows.bind(1, range.begin.ns);
    rows.bind(2, range.end.ns);
    return readAll(rows);
}

std::vector<StoredClaim> readClaimsToJudge(Connection &connection, qint64 after, int limit)
{
    RawStatement rows(connection.handle(),
                      kClaimColumns
                          + "WHERE c.id IN (SELECT id FROM claims WHERE changes > 0 AND id > ?1 UNION "
                            "SELECT claim_id FROM claim_verdicts WHERE provisional = 1 AND claim_id > ?1) "
                            "ORDER BY c.id LIMIT ?2");
    rows.bind(1, after);
    rows.bind(2, qint64(limit));
    return readAll(rows);
}

std::vector<TextRules> readTextRules(Connection &connection)
{
    RawStatement rows(connection.handle(), "SELECT n.id, n.language, t.rules FROM news AS n LEFT JOIN claim_texts AS t "
                                           "ON t.news_id = n.id AND t.import_id = n.import_id ORDER BY n.id");
    std::vector<TextRules> all;
    while (rows.step())
        all.push_back({rows.integer(0), rows.text(1), rows.isNull(2) ? std::nullopt : std::optional(rows.integer(2))});
    return all;
}

std::optional<NewsText> readNewsText(Connection &connection, qint64 newsId)
{
    RawStatement rows(connection.handle(),
                      "SELECT n.id, n.guid, n.published_ns, n.publisher, n.language, n.title, n.excerpt, n.link, "
                      "n.import_id, ifnull(t.tail, '') FROM news AS n LEFT JOIN claim_texts AS t "
                      "ON t.news_id = n.id AND t.import_id = n.import_id WHERE n.id = ?");
    rows.bind(1, newsId);
    if (!rows.step())
        return std::nullopt;
    return NewsText{{rows.integer(0), rows.text(1), core::Time{rows.integer(2)}, rows.text(3), rows.text(4),
                     rows.text(5), rows.text(6), rows.text(7)},
                    rows.integer(8),
                    rows.text(9)};
}

std::vector<core::NewsItem> readStories(Connection &connection)
{
    RawStatement rows(connection.handle(), "SELECT id, guid, published_ns, publisher, language, title, link FROM news "
                                           "ORDER BY published_ns, id");
    std::vector<core::NewsItem> stories;
    while (rows.step())
        stories.push_back({rows.integer(0),
                           rows.text(1),
                           core::Time{rows.integer(2)},
                           rows.text(3),
                           rows.text(4),
                           rows.text(5),
                           {},
                           rows.text(6)});
    return stories;
}

std::vector<DatedShares> readDatedShares(Connection &connection, qint64 instrumentId)
{
    RawStatement rows(connection.handle(), "SELECT c.as_of, c.shares, CASE WHEN o.kind = 'file' AND m.origin <> '' "
                                           "THEN m.origin ELSE o.name END FROM share_counts AS c "
                                           "JOIN imports AS m ON m.id = c.import_id "
                                           "JOIN sources AS o ON o.id = m.source_id "
                                           "WHERE c.instrument_id = ? ORDER BY c.as_of");
    rows.bind(1, instrumentId);
    std::vector<DatedShares> counts;
    while (rows.step())
        counts.push_back({core::SessionDate::fromDays(qint32(rows.integer(0))), rows.integer(1), rows.text(2)});
    return counts;
}

std::vector<core::Split> readSplits(Connection &connection, qint64 instrumentId)
{
    RawStatement rows(connection.handle(), "SELECT ex_date, numerator, denominator FROM corporate_actions "
                                           "WHERE instrument_id = ? AND kind = 'split' ORDER BY ex_date");
    rows.bind(1, instrumentId);
    std::vector<core::Split> splits;
    while (rows.step())
        splits.push_back({core::SessionDate::fromDays(qint32(rows.integer(0))), rows.integer(1), rows.integer(2)});
    return splits;
}

} // namespace tickmark::store
