// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimUpkeep.h"

#include "ClaimJudge.h"
#include "ClaimRules.h"

#include <QHash>

#include <algorithm>

namespace tickmark::pipeline {

using core::Result;

namespace {

//! Rows of one transaction: some 50 ms of the writer.
constexpr std::size_t kTextsAtOnce = 200;
constexpr std::size_t kClaimsSaved = 1000;
//! Claims that share what is read of quotes.
constexpr int kClaimsRead = 5000;

//! Setting that names the calendars and the judging that the verdicts of a store come from.
const QString kJudgedByKey = QStringLiteral("claims.judged_by");

tl::unexpected<core::Error> cancelled()
{
    return core::failure(core::ErrorCode::Cancelled, {});
}

//! Of the calendars that the instruments follow.
QString judgedBy(const std::vector<core::Instrument> &instruments, const core::CalendarSet &calendars)
{
    QStringList parts;
    for (const core::Instrument &instrument : instruments) {
        if (const auto calendar = calendars.calendar(instrument.mic))
            parts.append(QStringLiteral("%1=%2").arg(instrument.mic).arg((*calendar)->version()));
    }
    parts.removeDuplicates();
    parts.sort();
    parts.prepend(QString::number(kJudgingVersion));
    return parts.join(QLatin1Char(' '));
}

class Upkeep
{
public:
    Upkeep(store::StoreReader &reader, store::StoreWriter &writer, const core::CalendarSet &calendars, core::Time now,
           std::stop_token stop, const UpkeepProgress &progress)
        : m_reader(reader),
          m_writer(writer),
          m_calendars(calendars),
          m_now(now),
          m_stop(std::move(stop)),
          m_progress(progress)
    {}

    Result<ClaimUpkeep> run()
    {
        auto instruments = m_reader.instruments();
        if (!instruments)
            return tl::unexpected(instruments.error());
        m_instruments = std::move(*instruments);
        return extract().and_then([this] { return checkCalendars(); }).and_then([this] { return judge(); }).map([this] {
            return m_done;
        });
    }

private:
    Result<> extract()
    {
        const auto rules = ClaimRules::of(m_instruments);
        const auto texts = m_reader.textRules(m_stop);
        if (!rules || !texts)
            return tl::unexpected(rules ? texts.error() : rules.error());
        QHash<QString, qint64> hashes;
        std::vector<qint64> outdated;
        for (const store::TextRules &text : *texts) {
            auto hash = hashes.find(text.language);
            if (hash == hashes.end())
                hash = hashes.insert(text.language, rules->hash(text.language));
            if (text.rules != *hash)
                outdated.push_back(text.newsId);
        }
        for (std::size_t i = 0; i < outdated.size(); i += kTextsAtOnce) {
            const auto ids = std::span(outdated).subspan(i, std::min(kTextsAtOnce, outdated.size() - i));
            if (const auto done = extractSome(*rules, ids); !done)
                return done;
        }
        return {};
    }

    Result<> extractSome(const ClaimRules &rules, std::span<const qint64> ids)
    {
        const auto texts = m_reader.newsTexts(ids, m_stop);
        if (!texts)
            return tl::unexpected(texts.error());
        std::vector<store::ClaimReplacement> replacements;
        for (const store::NewsText &text : *texts) {
            if (m_stop.stop_requested())
                return cancelled();
            replacements.push_back({text.item.id, text.importId, rules.readAgain(text)});
        }
        const auto replaced = m_writer.replaceClaims(std::move(replacements), m_stop).result();
        if (!replaced)
            return tl::unexpected(replaced.error());
        m_done.texts += *replaced;
        return {};
    }

    Result<> checkCalendars()
    {
        const QString by = judgedBy(m_instruments, m_calendars);
        const auto before = m_reader.setting(kJudgedByKey);
        if (!before)
            return tl::unexpected(before.error());
        return *before == by ? Result<>() : m_writer.judgeAllAgain(kJudgedByKey, by).result();
    }

    Result<> judge()
    {
        for (qint64 after = 0;;) {
            const auto claims = m_reader.claimsToJudge(after, kClaimsRead, m_stop);
            if (!claims)
                return tl::unexpected(claims.error());
            if (claims->empty())
                return {};
            after = claims->back().id;
            // with quotes that are read after the claims: what an import changes between the two is judged once more
            ClaimJudge judge(m_reader, m_calendars, m_instruments, m_now, m_stop);
            for (std::size_t i = 0; i < claims->size(); i += kClaimsSaved) {
                const auto some = std::span(*claims).subspan(i, std::min(kClaimsSaved, claims->size() - i));
                if (const auto done = judgeSome(judge, some); !done)
                    return done;
            }
        }
    }

    Result<> judgeSome(ClaimJudge &judge, std::span<const store::StoredClaim> claims)
    {
        std::vector<store::JudgedClaim> all;
        all.reserve(claims.size());
        for (const store::StoredClaim &stored : claims) {
            if (m_stop.stop_requested())
                return cancelled();
            auto judged = judge.judge(stored.claim, stored.published);
            if (!judged)
                return tl::unexpected(judged.error());
            judged->claimId = stored.id;
            judged->changes = stored.changes;
            all.push_back(std::move(*judged));
        }
        const auto saved = m_writer.saveVerdicts(std::move(all), m_stop).result();
        if (!saved)
            return tl::unexpected(saved.error());
        m_done.claims += *saved;
        if (m_progress)
            m_progress(m_done.claims);
        return {};
    }

    store::StoreReader &m_reader;
    store::StoreWriter &m_writer;
    const core::CalendarSet &m_calendars;
    core::Time m_now;
    std::stop_token m_stop;
    const UpkeepProgress &m_progress;
    std::vector<core::Instrument> m_instruments;
    ClaimUpkeep m_done;
};

} // namespace

Result<ClaimUpkeep> keepClaims(store::StoreReader &reader, store::StoreWriter &writer,
                               const core::CalendarSet &calendars, core::Time now, std::stop_token stop,
                               const UpkeepProgress &progress)
{
    return Upkeep(reader, writer, calendars, now, std::move(stop), progress).run();
}

} // namespace tickmark::pipeline
