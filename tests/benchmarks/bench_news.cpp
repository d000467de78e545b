// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_news [FEEDS] [ITEMS] [STORED]: what so many fetched feeds (200) of so many items (20) cost on their way into a
// store with so many news of the last year (20,000), as
// phase,feeds,items,stored,milliseconds,processor_milliseconds,processor_milliseconds_per_feed: by the clock on the wall, and
// of all threads of this program.
//
// Phases: "parse" makes items of the bytes (no store); "none" reads what an import needs to know of the store and imports
// nothing; "new" imports all feeds at once, "again" the same once more, "one_more" each with one new item; "single" imports
// ten feeds with one new item each one after the other.
#include <news/FeedParser.h>
#include <pipeline/NewsImportJob.h>
#include <pipeline/SampleCase.h>
#include <sources/providers/NewsProvider.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <functional>

using namespace tickmark;
using namespace Qt::StringLiterals;

namespace {

const core::Time kNow = *core::parseIsoTime("2025-01-28T08:00:00Z");
constexpr int kStoredPerFeed = 500;
constexpr int kSingles = 10;
constexpr int kFirstNew = 1'000'000; //!< number of the first item that is not stored yet

//! Stored items are spread over a year.
core::Time timeOf(int feed, int number)
{
    constexpr int kHoursOfAYear = 8'760;
    const int hours = number < kFirstNew ? (feed * kStoredPerFeed + number) * 7 % kHoursOfAYear : 1;
    return core::Time{kNow.ns - hours * core::kNsPerHour};
}

//! News as they are: a sentence with numbers in it and some without.
QByteArray itemOf(int feed, int number)
{
    const QString text =
        u"Die Nvidia-Aktie ist am Montag um %1,9 Prozent auf 118,42 US-Dollar gefallen. Analysten hatten mit Gewinnen "
        "gerechnet, nachdem der Konzern im Herbst Zahlen vorgelegt hatte. Der Nasdaq Composite verlor %2,1 Prozent. "
        "Am Dienstag wird ein ruhigerer Handel erwartet; die Notenbank entscheidet erst am Mittwoch."_s.arg(number % 20)
            .arg(number % 7);
    return u"<item><guid>%1-%2</guid><title>Bericht %2 aus Redaktion %1: Nvidia faellt weiter</title>"
           "<description>%3</description><link>https://news%1.example/a/%2</link><pubDate>%4</pubDate></item>"_s
               .arg(feed)
               .arg(number)
               .arg(text, QString::fromStdString(core::isoTime(timeOf(feed, number))))
               .toUtf8();
}

QByteArray feedOf(int feed, int first, int items)
{
    QByteArray bytes = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Blatt "
                       + QByteArray::number(feed) + "</title><language>de</language>";
    for (int number = first; number < first + items; ++number)
        bytes += itemOf(feed, number);
    return bytes + "</channel></rss>";
}

std::vector<pipeline::FeedToImport> parsedFeeds(int feeds, int first, int items)
{
    std::vector<pipeline::FeedToImport> all;
    for (int feed = 0; feed < feeds; ++feed) {
        sources::HttpResponse answer;
        answer.url = QUrl(u"https://news%1.example/feed"_s.arg(feed));
        answer.body = feedOf(feed, first, items);
        auto parsed = sources::newsProvider(u"feed"_s)->parse(answer, {});
        if (!parsed)
            return {};
        pipeline::NewsImportOptions options;
        options.source = u"Blatt"_s;
        options.now = kNow;
        all.push_back({std::move(*parsed), options, answer.url.toString(), {}, {}});
    }
    return all;
}

void measure(const char *phase, int feeds, int items, int stored, const std::function<bool()> &run)
{
    QElapsedTimer clock;
    clock.start();
    const std::clock_t start = std::clock();
    const bool isDone = run();
    const double processor = double(std::clock() - start) * 1e3 / CLOCKS_PER_SEC;
    const double milliseconds = double(clock.nsecsElapsed()) / 1e6;
    if (!isDone)
        std::fprintf(stderr, "%s failed\n", phase);
    std::printf("%s,%d,%d,%d,%.1f,%.1f,%.3f\n", phase, feeds, items, stored, milliseconds, processor,
                processor / std::max(feeds, 1));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto argument = [](int at, int otherwise) {
        const QStringList arguments = QCoreApplication::arguments();
        return arguments.size() > at ? arguments.at(at).toInt() : otherwise;
    };
    const int feeds = argument(1, 200);
    const int items = argument(2, 20);
    const int stored = argument(3, 20'000);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"news.tickmark"_s);
    const core::CalendarSet calendars(u":/calendars"_s);
    if (!pipeline::writeSampleStore(path, false, calendars, kNow))
        return 1;
    const auto reader = store::StoreReader::open(path);
    const auto writer = store::StoreWriter::open(path);
    if (!reader || !writer)
        return 1;
    const auto import = [&](std::vector<pipeline::FeedToImport> all) {
        return pipeline::importFeeds(std::move(all), **reader, **writer).has_value();
    };
    if (stored > 0 && !import(parsedFeeds(stored / kStoredPerFeed, 0, kStoredPerFeed)))
        return 1;
    std::puts("phase,feeds,items,stored,milliseconds,processor_milliseconds,processor_milliseconds_per_feed");
    measure("parse", feeds, items, stored,
            [&] { return parsedFeeds(feeds, kFirstNew, items).size() == std::size_t(feeds); });
    measure("none", 0, items, stored, [&] { return import({}); });
    for (const auto &[phase, first] : {std::pair("new", 0), std::pair("again", 0), std::pair("one_more", 1)}) {
        auto all = parsedFeeds(feeds, kFirstNew + first, items);
        measure(phase, feeds, items, stored, [&] { return import(std::move(all)); });
    }
    auto singles = parsedFeeds(kSingles, kFirstNew + 2, items);
    measure("single", kSingles, items, stored, [&] {
        for (pipeline::FeedToImport &one : singles) {
            if (!pipeline::importFeed(std::move(one), **reader, **writer))
                return false;
        }
        return true;
    });
    return 0;
}
