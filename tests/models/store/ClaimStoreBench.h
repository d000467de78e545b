// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTestSupport.h"

#include <memory>
#include <vector>

namespace tickmark::store {

inline constexpr int kMonday = 20115; // 2025-01-27

inline core::SessionDate day(int days)
{
    return core::SessionDate::fromDays(days);
}

inline core::NewsItem makeItem(const char *guid, const char *excerpt)
{
    core::NewsItem item;
    item.guid = text(guid);
    item.publisher = text("Kontorblatt");
    item.language = text("de");
    item.published = core::Time{qint64(kMonday) * core::kNsPerDay + 18 * core::kNsPerHour};
    item.title = text("Nvidia bricht ein");
    item.excerpt = text(excerpt);
    return item;
}

inline claims::Claim simpleClaim(qint64 instrumentId, quint64 sentence)
{
    claims::Claim claim;
    claim.direction = claims::Direction::Down;
    claim.low = claim.high = 17;
    claim.unit = claims::kPercentUnit.toString();
    claim.subject = {instrumentId, text("NVDA"), text("Nvidia")};
    claim.text = text("17 %");
    claim.sentenceHash = sentence;
    return claim;
}

inline NewsWithClaims withClaims(core::NewsItem item, std::vector<claims::Claim> claims, const char *tail = "")
{
    NewsWithClaims news{std::move(item), {7, text(tail), {}}};
    for (claims::Claim &claim : claims)
        news.claims.claims.push_back({ClaimPlace::Excerpt, std::move(claim)});
    return news;
}

inline ImportOrigin newsOrigin(const char *name)
{
    return {text("file"), ImportKind::News, text(name), core::Time{1}};
}

//! A verdict that differs from a default one in every field.
inline claims::Verdict fullVerdict()
{
    claims::Verdict verdict;
    verdict.code = claims::VerdictCode::OtherBasis;
    verdict.basis = claims::Basis::OtherSpan;
    verdict.missing = claims::Missing::Rate;
    verdict.measured = -16.97;
    verdict.measuredOther = -18.17;
    verdict.closeMove = -16.5;
    verdict.interval = {10.5, std::numeric_limits<double>::infinity()};
    verdict.sessions = {day(kMonday - 3), day(kMonday), 1};
    verdict.basisSessions = 4;
    verdict.off = 7.2;
    verdict.oppositeAtClose = true;
    verdict.nearest = day(kMonday - 4);
    verdict.nearestMove = -1.5;
    verdict.touched = core::Time{123456789};
    verdict.symbol = text("NVDA");
    verdict.quotes = {{text("NVDA"),
                       day(kMonday),
                       {},
                       text("close"),
                       {11842, 2},
                       text("file"),
                       {},
                       0.05,
                       {{{11951, 2}, text("Börse \"B\"")}, {{118'513, 3}, text("c")}}},
                      {text("NVDA"),
                       day(kMonday),
                       core::Time{1737990000000000123},
                       text("low"),
                       {9'007'199'254'740'993, 8},
                       text("Börse \"A\\B\"\n\t\x01 / 日本.csv"), // files may have any name
                       core::Time{1737990300000000123}}};
    return verdict;
}

//! A store with two shares, and claims about the first in it. A base of tests: one store each from start() to stop(), which
//! finds it whole.
class ClaimStoreBench
{
protected:
    void start()
    {
        m_folder = std::make_unique<TestFolder>();
        VERIFY_RESULT(makeStore(m_folder->store(), {text("NVDA"), text("AMD")}));
        m_writer = std::move(*StoreWriter::open(m_folder->store()));
        m_reader = std::move(*StoreReader::open(m_folder->store()));
        m_nvidia = m_reader->instrument(text("NVDA"))->id;
        m_other = m_reader->instrument(text("AMD"))->id;
    }
    void stop()
    {
        const auto findings = verifyStore(m_folder->store());
        VERIFY_RESULT(findings);
        QVERIFY2(findings->empty(), findings->empty() ? "" : qPrintable(findings->front().what));
        m_reader.reset();
        m_writer.reset();
        m_folder.reset();
    }

    void importClaims(std::vector<claims::Claim> claims, const char *excerpt = "Nvidia verlor 17 %.")
    {
        const auto imported = m_writer
                                  ->importNewsWithClaims(newsOrigin("a.xml"),
                                                         {withClaims(makeItem("a", excerpt), std::move(claims))})
                                  .result();
        VERIFY_RESULT(imported);
        m_import = imported->importId;
    }
    void judgeAll(std::vector<ClaimNeed> needs)
    {
        std::vector<JudgedClaim> judged;
        const auto all = m_reader->claimsToJudge(0, 100);
        VERIFY_RESULT(all);
        for (const StoredClaim &claim : *all)
            judged.push_back({claim.id, claim.changes, fullVerdict(), needs});
        VERIFY_RESULT(m_writer->saveVerdicts(std::move(judged)).result());
    }
    [[nodiscard]] std::vector<StoredClaim> claims() { return m_reader->claims().value(); }
    [[nodiscard]] std::size_t waiting() { return m_reader->claimsToJudge(0, 100)->size(); }

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
    qint64 m_nvidia = 0;
    qint64 m_other = 0;
    qint64 m_import = 0;
};

} // namespace tickmark::store
