// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimStoreMaker.h"

#include <pipeline/ClaimUpkeep.h>
#include <store/StoreFiles.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <vector>

namespace tickmark::bench {

using core::Result;
using core::SessionDate;

namespace {

constexpr int kOften = 5; // each so many-th item is about the first company
const QString kExchange = QStringLiteral("XNYS");

//! A name that is no word and no other's beginning.
QString nameOf(int company)
{
    const QChar first = QChar(u'a' + company / 26 % 26);
    const QChar second = QChar(u'a' + company % 26);
    return QStringLiteral("Quox%1%2rin").arg(first).arg(second);
}

//! In cents, of the n-th session: up and down without an end, other for each company.
qint64 closeOf(int company, int session)
{
    return 10'000 + (session * 37 + company * 11) % 400 * (company % 7 + 1);
}

QString sentenceOf(int company, int session, int number)
{
    const double move = 100.0 * double(closeOf(company, session) - closeOf(company, session - 1))
                        / double(closeOf(company, session - 1));
    // as news are: many right, many a little off
    const double stated = std::abs(move) + number % 3 * 0.4;
    return (move < 0 ? QStringLiteral("%1 fiel um %2 Prozent.") : QStringLiteral("%1 stieg um %2 Prozent."))
        .arg(nameOf(company), QString::number(stated, 'f', 1).replace(u'.', u','));
}

std::vector<SessionDate> sessionsOf(const core::CalendarSet &calendars, int count)
{
    std::vector<SessionDate> sessions;
    const auto calendar = calendars.calendar(kExchange);
    for (SessionDate date = *SessionDate::fromIso("2018-01-02"); calendar && int(sessions.size()) < count;
         date = date.plusDays(1)) {
        if ((*calendar)->session(date))
            sessions.push_back(date);
    }
    return sessions;
}

std::vector<core::NewsItem> newsOf(const ClaimStore &shape, const std::vector<SessionDate> &sessions)
{
    std::vector<core::NewsItem> items;
    for (int number = 0; number < shape.items(); ++number) {
        const int session = number / ClaimStore::kItemsOfADay + 1;
        core::NewsItem item;
        item.guid = QString::number(number);
        item.publisher = QStringLiteral("Herausgeber %1").arg(number * 17 % 120);
        item.language = QStringLiteral("de");
        item.published = core::Time{sessions[std::size_t(session)].utcMidnight().ns + 22 * core::kNsPerHour
                                    + number % ClaimStore::kItemsOfADay * core::kNsPerSecond};
        QStringList sentences;
        for (int i = 0; i < ClaimStore::kClaimsOfAnItem; ++i) {
            const bool isFirst = i == 0 && number % kOften == 0;
            const int company = isFirst ? 0 : 1 + (number * 31 + i * 7) % (ClaimStore::kCompanies - 1);
            sentences.append(sentenceOf(company, session, number + i));
            if (i == 0)
                item.title = QStringLiteral("Börse am Tag %1: %2 bewegt sich").arg(session).arg(nameOf(company));
        }
        item.excerpt = sentences.join(u' ');
        items.push_back(std::move(item));
    }
    return items;
}

Result<> fill(store::StoreWriter &writer, const ClaimStore &shape, const std::vector<SessionDate> &sessions)
{
    store::BarImportRequest request;
    request.origin = {QStringLiteral("file"), store::ImportKind::Bars, QStringLiteral("bench.csv"), core::Time{1}};
    for (int company = 0; company < ClaimStore::kCompanies; ++company) {
        core::Instrument instrument;
        instrument.symbol = ClaimStore::symbol(company);
        instrument.mic = kExchange;
        instrument.currency = QStringLiteral("USD");
        instrument.names = {{QStringLiteral("de"), nameOf(company), {}, {}}};
        const auto id = writer.addInstrument(instrument).result();
        if (!id)
            return tl::unexpected(id.error());
        store::SeriesKey key;
        key.instrumentId = *id;
        key.source = request.origin.source;
        request.series.push_back(key);
    }
    request.nextSlice = [&sessions, company = 0](std::vector<store::BarRow> &rows) mutable -> Result<bool> {
        for (std::size_t i = 0; i < sessions.size(); ++i) {
            const qint64 close = closeOf(company, int(i));
            store::BarRow row;
            row.seriesIndex = company;
            row.bar.session = sessions[i];
            row.bar.open = row.bar.close = close;
            row.bar.high = close + 90;
            row.bar.low = close - 90;
            row.priceDecimals = 2;
            rows.push_back(row);
        }
        return ++company < ClaimStore::kCompanies;
    };
    if (const auto imported = writer.importBars(std::move(request)).result(); !imported)
        return tl::unexpected(imported.error());
    return writer
        .importNews({QStringLiteral("file"), store::ImportKind::News, QStringLiteral("bench.json"), core::Time{1}},
                    newsOf(shape, sessions))
        .result()
        .map([](const store::ImportResult &) {});
}

} // namespace

QString ClaimStore::symbol(int company)
{
    return QStringLiteral("SYM%1").arg(company);
}

core::Time ClaimStore::now() const
{
    return core::Time{SessionDate::fromIso("2018-01-02")->utcMidnight().ns + qint64(sessions()) * 2 * core::kNsPerDay};
}

Result<> ClaimStore::make(const QString &path, const core::CalendarSet &calendars) const
{
    const std::vector<SessionDate> days = sessionsOf(calendars, sessions());
    const auto created = store::createStore(path, false,
                                            [&](store::StoreWriter &writer) { return fill(writer, *this, days); });
    if (!created)
        return created;
    auto writer = store::StoreWriter::open(path);
    auto reader = store::StoreReader::open(path);
    if (!writer || !reader)
        return tl::unexpected(writer ? reader.error() : writer.error());
    return pipeline::keepClaims(**reader, **writer, calendars, now()).map([](const pipeline::ClaimUpkeep &) {});
}

} // namespace tickmark::bench
