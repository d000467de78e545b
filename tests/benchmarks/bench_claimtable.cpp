// SPDX-License-Identifier: GPL-3.0-or-later
#include <tables/ClaimTableModel.h>
#include <tables/PublisherSummary.h>

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace tickmark;
using namespace tickmark::tables;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 15;
constexpr int kInstruments = 500;
constexpr int kPublishers = 120;
constexpr int kClaimsOfAnItem = 4;

core::Instrument instrument(int id)
{
    core::Instrument made;
    made.id = id;
    made.symbol = u"SYM%1"_s.arg(id);
    made.names = {{u"de"_s, u"Gesellschaft %1"_s.arg(id), {}, {}}};
    return made;
}

store::StoredClaim claimAt(int number, core::Time published)
{
    store::StoredClaim stored;
    stored.id = number + 1;
    stored.newsId = number / kClaimsOfAnItem + 1;
    stored.published = published;
    claims::Claim &claim = stored.claim;
    claim.kind = claims::ClaimKind(number % 7 < 5 ? 0 : number % 4);
    claim.unit = claim.kind == claims::ClaimKind::Value ? u"USD"_s : claims::kPercentUnit.toString();
    claim.direction = number % 3 ? claims::Direction::Down : claims::Direction::Up;
    claim.low = claim.high = double(number * 7919 % 2000) / 100;
    claim.lowHalfUnit = claim.highHalfUnit = 0.05;
    const int instrument = number * 31 % kInstruments + 1;
    claim.subject = {instrument, u"SYM%1"_s.arg(instrument), u"Gesellschaft %1"_s.arg(instrument)};
    claim.text = u"fiel um %1 Prozent"_s.arg(claim.low);
    claim.sentenceHash = quint64(stored.newsId);
    claim.nth = number % kClaimsOfAnItem;
    claims::Verdict &verdict = stored.verdict.emplace();
    verdict.code = claims::VerdictCode(number % 6);
    verdict.closeMove = verdict.measured = -claim.low * 1.01;
    verdict.interval = claims::intervalOf(claim);
    const core::SessionDate date = core::SessionDate::utcDateOf(published);
    verdict.sessions = {date.plusDays(-1), date, 1};
    return stored;
}

ClaimBookPtr bookOf(int count)
{
    std::vector<store::StoredClaim> made;
    std::vector<core::NewsItem> news;
    const core::Time start = *core::parseIsoTime("2020-01-01T08:00:00Z");
    for (int number = 0; number < count; ++number) {
        const int item = number / kClaimsOfAnItem;
        const core::Time published{start.ns + item * core::kNsPerHour};
        if (number % kClaimsOfAnItem == 0)
            news.push_back({item + 1,
                            QString::number(item),
                            published,
                            u"Herausgeber %1"_s.arg(item * 17 % kPublishers),
                            u"de"_s,
                            u"Börse am Tag %1: Gesellschaft %2 gibt nach"_s.arg(item).arg(item * 13 % kInstruments),
                            {},
                            {}});
        made.push_back(claimAt(number, published));
    }
    std::vector<core::Instrument> instruments;
    for (int id = 1; id <= kInstruments; ++id)
        instruments.push_back(instrument(id));
    return std::make_shared<const ClaimBook>(std::move(made), std::move(news), instruments, u"de"_s);
}

//! Median processor time of many runs (other programs do not count), and the longest.
template <typename Work>
void measure(const char *phase, int claims, Work work)
{
    std::vector<double> times;
    qint64 rows = 0;
    for (int run = 0; run < kRuns; ++run) {
        const std::clock_t start = std::clock();
        rows = work(run);
        times.push_back(double(std::clock() - start) * 1e3 / CLOCKS_PER_SEC);
    }
    std::ranges::sort(times);
    std::printf("%s,%d,%lld,%.2f,%.2f\n", phase, claims, static_cast<long long>(rows), times[kRuns / 2], times.back());
}

void measureFilters(ClaimTableModel &model, int claims)
{
    const auto filter = [&](const char *phase, const ClaimFilter &wanted) {
        measure(phase, claims, [&](int) {
            model.setFilter({});
            model.setFilter(wanted);
            return model.rowCount();
        });
    };
    ClaimFilter verdict;
    verdict.verdict = claims::VerdictCode::Contradicted;
    filter("filter_verdict_and_back", verdict);
    ClaimFilter instrument;
    instrument.instrumentId = 7;
    filter("filter_instrument_and_back", instrument);
    ClaimFilter text;
    text.text = u"gesell boerse fiel"_s;
    filter("filter_text_and_back", text);
    ClaimFilter nothing;
    nothing.text = u"nirgends"_s;
    filter("filter_nothing_and_back", nothing);
    model.setFilter({});
    measure("publishers", claims, [&](int) { return publisherSummary(*model.table(), model.statements()).size(); });
}

} // namespace

//! Times of the table of claims: made of a book (on a reader thread), filtered, summed by publisher, sorted, its screen
//! filled. CSV.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"claims"_s, u"How many."_s, u"N"_s, u"50000"_s});
    parser.process(app);
    const int claims = std::max(1, parser.value(u"claims"_s).toInt());
    const ClaimBookPtr book = bookOf(claims);
    const auto zone = core::ZoneRules::load("Europe/Berlin");
    if (!zone)
        return 1;
    std::puts("phase,claims,rows,milliseconds,longest");
    ClaimTableModel model(core::Formats(u"de"_s), *zone);
    ClaimTablePtr table;
    measure("prepare", claims, [&](int) {
        table = std::make_shared<const ClaimTable>(book, u"de"_s);
        return table->count();
    });
    measure("load", claims, [&](int) {
        model.setTable(table);
        return model.rowCount();
    });
    measureFilters(model, claims);
    measure("sort", claims, [&](int run) {
        model.sort(run % kClaimColumns, run % 2 ? Qt::DescendingOrder : Qt::AscendingOrder);
        return model.rowCount();
    });
    measure("fill_40_rows", claims, [&](int) {
        qint64 letters = 0;
        for (int row = 0; row < std::min(40, model.rowCount()); ++row) {
            for (int column = 0; column < kClaimColumns; ++column)
                letters += model.index(row, column).data().toString().size();
        }
        return letters > 0 ? 40 : 0;
    });
    return 0;
}
