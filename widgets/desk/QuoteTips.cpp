// SPDX-License-Identifier: GPL-3.0-or-later
#include "QuoteTips.h"

#include <pipeline/WhenDone.h>
#include <tables/ClockTexts.h>
#include <tables/QualityTexts.h>
#include <tables/SourceTexts.h>

#include <QStringList>

namespace tickmark::desk {

using pipeline::QuoteProvenance;

namespace {

constexpr std::size_t kMostKnown = 500;

std::pair<qint64, qint64> keyOf(const charts::HoveredQuote &quote)
{
    return {quote.seriesId, quote.time ? quote.time->ns : quote.session.days()};
}

QString whenText(const charts::HoveredQuote &quote, const core::Formats &formats, const core::ZoneRules &zone)
{
    if (!quote.time)
        return formats.date(quote.session);
    //: %1: a date, %2: a clock time and its zone
    return QuoteTips::tr("%1, %2").arg(formats.date(zone.dateAt(*quote.time)),
                                       formats.exactClockTime(*quote.time, zone) + u' '
                                           + tables::zoneAbbreviation(*quote.time, formats, zone));
}

//! How and when it came into the store; `from`: a file, an address, or what was said of a correction.
QString arrivalText(const QString &from, pipeline::QuoteArrival arrival, core::Time time, const core::Formats &formats,
                    const core::ZoneRules &zone)
{
    const QString sentence = [arrival] {
        switch (arrival) {
        case pipeline::QuoteArrival::Fetched:
            //: %1: an address, %2: a date, %3: a clock time and its zone
            return QuoteTips::tr("%1, fetched on %2, %3");
        case pipeline::QuoteArrival::Corrected:
            //: %1: "Correction", %2: a date, %3: a clock time and its zone
            return QuoteTips::tr("%1, entered on %2, %3");
        case pipeline::QuoteArrival::Imported:
            break;
        }
        //: %1: a file, %2: a date, %3: a clock time and its zone
        return QuoteTips::tr("%1, imported on %2, %3");
    }();
    return sentence.arg(from, formats.date(zone.dateAt(time)),
                        formats.clockTime(time, zone) + u' ' + tables::zoneAbbreviation(time, formats, zone));
}

} // namespace

QuoteTips::QuoteTips(charts::StackView &view, const style::Appearance &appearance, QObject *parent)
    : QObject(parent), m_view(view), m_appearance(appearance)
{
    connect(&view, &charts::StackView::quoteHovered, this, &QuoteTips::tell);
}

QuoteTips::~QuoteTips()
{
    m_stop.request_stop();
}

void QuoteTips::setSession(pipeline::StoreSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_stop.request_stop();
    m_known.clear();
    if (session)
        connect(session, &pipeline::StoreSession::changed, this, [this] { m_known.clear(); });
}

void QuoteTips::tell(const charts::HoveredQuote &quote)
{
    const auto known = m_known.find(keyOf(quote));
    const QuoteProvenance *provenance = known == m_known.end() ? nullptr : &known->second;
    m_view.showQuoteTip(quote, quoteTip(quote, provenance, m_appearance.formats(), m_appearance.zone()));
    if (!provenance && m_session)
        ask(quote, {quote.instrumentId, quote.seriesId, quote.session, quote.time});
}

//! Of several questions the newest counts: the pointer has left the others. An answer that fails leaves the tip as it is.
void QuoteTips::ask(const charts::HoveredQuote &quote, const pipeline::QuotePoint &point)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const auto query = [point, calendars = m_session->sharedCalendars()](store::StoreReader &reader,
                                                                         const std::stop_token &stop) {
        return pipeline::loadProvenance(reader, *calendars, point, stop);
    };
    pipeline::whenDone(m_session->read(query, m_stop.get_token()), this,
                       [this, quote, stop = m_stop.get_token()](core::Result<QuoteProvenance> answer) {
                           if (!answer || stop.stop_requested())
                               return;
                           if (m_known.size() >= kMostKnown)
                               m_known.clear();
                           m_known.insert_or_assign(keyOf(quote), *std::move(answer));
                           tell(quote);
                       });
}

QString quoteTip(const charts::HoveredQuote &quote, const QuoteProvenance *known, const core::Formats &formats,
                 const core::ZoneRules &zone)
{
    //: %1: an instrument, %2: a date
    QStringList lines{QuoteTips::tr("%1, %2", "instrument").arg(quote.name, whenText(quote, formats, zone))};
    const QString price = formats.number(quote.price, quote.decimals);
    lines.append(quote.time ? QuoteTips::tr("Price: %1").arg(price) : QuoteTips::tr("Close: %1").arg(price));
    if (!known)
        return lines.join(u'\n');
    lines.append(QuoteTips::tr("Source: %1").arg(tables::sourceName(known->source, formats)));
    const QString origins = known->origins.join(QStringLiteral(", "));
    if (known->fetched)
        lines.append(arrivalText(origins, known->arrival, *known->fetched, formats, zone));
    else if (!origins.isEmpty())
        lines.append(origins);
    for (const pipeline::OtherClose &other : known->others)
        //: another source's close of the day: %1: source, %2: close, %3: difference in percent
        lines.append(QuoteTips::tr("%1: %2 (%3)")
                         .arg(tables::seriesText(other.series, formats), formats.price(other.close),
                              formats.signedPercent(other.percent)));
    return lines.join(u'\n');
}

} // namespace tickmark::desk
