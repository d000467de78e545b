// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimQuoteReader.h"

namespace tickmark::pipeline {

//! Judges claims by the quotes of one store. What it has read goes stale with the store: make one per pass. One thread.
class ClaimJudge
{
public:
    //! `now` decides which sessions are still open.
    ClaimJudge(store::StoreReader &reader, const core::CalendarSet &calendars,
               std::vector<core::Instrument> instruments, core::Time now, std::stop_token stop = {})
        : m_quotes(reader, calendars, std::move(instruments), std::move(stop)), m_now(now)
    {}

    //! The verdict and what it rests on; an error only where the store cannot be read. JudgedClaim::claimId is left 0.
    [[nodiscard]] core::Result<store::JudgedClaim> judge(const claims::Claim &claim, core::Time published);

private:
    [[nodiscard]] core::Result<store::JudgedClaim> judgeByQuotes(const claims::Claim &claim, core::Time published);

    ClaimQuoteReader m_quotes;
    core::Time m_now;
};

} // namespace tickmark::pipeline
