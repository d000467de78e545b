// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../store/StoreTestSupport.h"
#include <core/CalendarSet.h>
#include <pipeline/ClaimJudge.h>

#include <memory>
#include <vector>

namespace tickmark::test {

inline const core::SessionDate kFriday = *core::SessionDate::fromIso("2025-01-24");
inline const core::SessionDate kMonday = *core::SessionDate::fromIso("2025-01-27");
inline const core::Time kPublished = *core::parseIsoTime("2025-01-27T21:30:00Z");
inline const core::Time kNow = *core::parseIsoTime("2025-02-15T00:00:00Z");

inline store::BarRow bar(core::SessionDate session, qint64 close)
{
    store::BarRow row = store::dailyRow(session.days(), close);
    row.bar.high += 100;
    row.bar.low -= 100;
    return row;
}

inline claims::Claim percent(qint64 instrumentId, double down)
{
    claims::Claim claim;
    claim.direction = claims::Direction::Down;
    claim.low = claim.high = down;
    claim.lowHalfUnit = claim.highHalfUnit = 0.05;
    claim.unit = claims::kPercentUnit.toString();
    claim.subject = {instrumentId, store::text("NVDA"), store::text("Nvidia")};
    claim.text = store::text("x");
    return claim;
}

inline core::Instrument instrument(const char *symbol, const char *mic, const char *currency,
                                   core::InstrumentKind kind = core::InstrumentKind::Stock)
{
    core::Instrument made = store::makeInstrument(store::text(symbol));
    made.mic = store::text(mic);
    made.currency = store::text(currency);
    made.kind = kind;
    return made;
}

//! A store with Nvidia in it and quotes as the test adds them. A base of tests: one store each from start() to stop().
class JudgingBench
{
protected:
    void start()
    {
        m_folder = std::make_unique<store::TestFolder>();
        VERIFY_RESULT(store::makeStore(m_folder->store(), {}));
        m_writer = std::move(*store::StoreWriter::open(m_folder->store()));
        m_reader = std::move(*store::StoreReader::open(m_folder->store()));
        m_nvidia = *m_writer->addInstrument(instrument("NVDA", "XNAS", "USD")).result();
    }
    void stop()
    {
        m_reader.reset();
        m_writer.reset();
        m_folder.reset();
    }

    void add(qint64 id, std::vector<store::BarRow> rows, const char *source = "file",
             core::SeriesKind kind = core::SeriesKind::Traded, qint64 intervalNs = 0)
    {
        store::SeriesKey key = store::dailySeries(id, source);
        key.kind = kind;
        key.intervalNs = intervalNs;
        VERIFY_RESULT(m_writer->importBars(store::importOf({key}, std::move(rows))).result());
    }
    //! A fall by 16.97 %.
    void usualBars(const char *source = "file", core::SeriesKind kind = core::SeriesKind::Traded)
    {
        add(m_nvidia, {bar(kFriday, 14262), bar(kMonday, 11842)}, source, kind);
    }

    std::unique_ptr<store::TestFolder> m_folder;
    std::unique_ptr<store::StoreWriter> m_writer;
    std::unique_ptr<store::StoreReader> m_reader;
    core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
    qint64 m_nvidia = 0;
};

} // namespace tickmark::test
