// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <claims/Judge.h>
#include <core/CalendarSet.h>

#include <QMap>
#include <QMetaType>

Q_DECLARE_METATYPE(tickmark::claims::Claim)
Q_DECLARE_METATYPE(tickmark::claims::VerdictCode)
Q_DECLARE_METATYPE(tickmark::claims::Basis)

//! The quotes of the sample case as its files have them, and claims to judge with them.
class SampleQuotes
{
public:
    SampleQuotes();

    //! As a store holds them after the sample was read, with ids from 1.
    std::vector<tickmark::core::Instrument> instruments() const;
    tickmark::claims::InstrumentQuotes of(const QString &symbol) const;
    //! The claim's own, those named together with it, and EUR/USD when the claim is in euros.
    tickmark::claims::ClaimQuotes all(const tickmark::claims::Claim &claim) const;
    //! A share that trades on Nasdaq, with bars of its own.
    tickmark::claims::ClaimQuotes invented(std::vector<tickmark::core::Bar> bars) const;
    tickmark::core::CalendarPtr calendar(const QString &mic) const { return *m_calendars.calendar(mic); }

private:
    void readInstruments();
    void readBars();

    tickmark::core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
    QMap<QString, tickmark::claims::InstrumentQuotes> m_quotes;
};

namespace said {

tickmark::core::SessionDate day(const char *iso);
tickmark::core::Time at(const char *iso);
//! A number to two decimals, "-" for none.
QString rounded(std::optional<double> number);
tickmark::core::Bar bar(const char *date, qint64 open, qint64 high, qint64 low, qint64 close, quint32 flags = 0);
tickmark::core::Bar intraday(const char *start, qint64 low, qint64 high);
tickmark::claims::Subject subject(const char *symbol, const char *text = nullptr);

//! "NVDA fell 14.4 %": `half` is half a unit of the last digit that the text states.
tickmark::claims::Claim percent(const char *symbol, double signedPercent, double half, const char *date = nullptr);
tickmark::claims::Claim points(const char *symbol, double signedPoints, double half, const char *unit,
                               const char *date);
//! In billions.
tickmark::claims::Claim value(const char *symbol, double signedBillions, double half, const char *currency,
                              const char *date);
tickmark::claims::Claim level(const char *symbol, double price, double half, const char *unit, const char *date);

tickmark::claims::Claim hedged(tickmark::claims::Claim claim, tickmark::claims::Hedge hedge);
tickmark::claims::Claim range(tickmark::claims::Claim claim, double high, double half);
tickmark::claims::Claim overSessions(tickmark::claims::Claim claim, int sessions, bool endStated);
tickmark::claims::Claim since(tickmark::claims::Claim claim, tickmark::claims::ClaimTime::Span span);
tickmark::claims::Claim shifted(tickmark::claims::Claim claim, int shift);
tickmark::claims::Claim atOnePoint(tickmark::claims::Claim claim);
tickmark::claims::Claim atTheOpen(tickmark::claims::Claim claim);
//! "X, Y and Z ... up to"
tickmark::claims::Claim together(tickmark::claims::Claim claim, std::initializer_list<const char *> symbols);

} // namespace said
