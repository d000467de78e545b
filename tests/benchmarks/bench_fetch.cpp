// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_fetch [INSTRUMENTS] [FEEDS] [FOLDER]: runs sources against a server on loopback, into a new store in FOLDER (a
// temporary one), and prints phase,rows,value,unit. "backfill" is five years of daily bars of INSTRUMENTS (50), "again"
// the same a second time, "feeds" FEEDS (200) feeds of ten items that are new, "unchanged" the same feeds answered by 304.
// Each is from the first request to the last commit; connections are those of the phase.
#include "LoopbackServer.h"
#include <core/CalendarSet.h>
#include <pipeline/FetchJob.h>
#include <store/StoreFiles.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QTemporaryDir>

#include <cstdio>
#include <random>

using namespace tickmark;

namespace {

constexpr int kYears = 5;
constexpr int kItemsPerFeed = 10;
const core::Time kNow = *core::parseIsoTime("2025-03-07T23:00:00Z");

QByteArray whole(const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

//! As Yahoo writes it: prices are floats with all digits of a double.
QByteArray chart(int seed)
{
    std::mt19937 random(unsigned(seed) + 1);
    std::uniform_real_distribution<double> step(-1.5, 1.6);
    const core::SessionDate last = core::SessionDate::utcDateOf(kNow);
    QByteArrayList times;
    std::array<QByteArrayList, 4> prices;
    QByteArrayList volumes;
    double price = 100;
    for (core::SessionDate date = last.plusDays(-365 * kYears); date <= last; date = date.plusDays(1)) {
        if (date.weekday() > 5)
            continue;
        const double open = price;
        price = std::max(10.0, price + step(random));
        const std::array<double, 4> bar{open, std::max(open, price) + 1, std::min(open, price) - 1, price};
        for (std::size_t i = 0; i < bar.size(); ++i)
            prices[i] << QByteArray::number(double(float(std::round(bar[i] * 100) / 100)), 'g', 17);
        times << QByteArray::number(date.utcMidnight().ns / core::kNsPerSecond + 14 * 3600 + 1800);
        volumes << QByteArray::number(1'000'000 + int(random() % 1000));
    }
    return R"({"chart":{"result":[{"meta":{"currency":"USD","exchangeTimezoneName":"America/New_York"},"timestamp":[)"
           + times.join(',') + R"(],"indicators":{"quote":[{"open":[)" + prices[0].join(',') + R"(],"high":[)"
           + prices[1].join(',') + R"(],"low":[)" + prices[2].join(',') + R"(],"close":[)" + prices[3].join(',')
           + R"(],"volume":[)" + volumes.join(',') + R"(]}]}}],"error":null}})";
}

QByteArray feed(int number)
{
    QByteArray items;
    for (int i = 0; i < kItemsPerFeed; ++i) {
        const QByteArray id = QByteArray::number(number) + '-' + QByteArray::number(i);
        items += "<item><guid>" + id + "</guid><title>Meldung " + id + " aus Blatt "
                 + QByteArray::number(number * 37 + i) + "</title><description>Die Aktie S" + QByteArray::number(i)
                 + " verlor am Freitag " + QByteArray::number(i) + ",5 Prozent.</description><pubDate>Fri, 07 Mar 2025 "
                 + QByteArray::number(10 + i) + ":00:00 GMT</pubDate></item>";
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Blatt " + QByteArray::number(number)
           + "</title><language>de</language>" + items + "</channel></rss>";
}

//! Answers made beforehand, by path; those with an ETag only to who does not have it.
class Mirror
{
public:
    void add(const QByteArray &path, const QByteArray &body, bool isTagged)
    {
        m_answers.insert(path, whole(body, isTagged ? "ETag: \"v1\"\r\n" : QByteArray()));
    }
    QByteArray operator()(QByteArrayView head) const
    {
        if (head.contains("If-None-Match"))
            return "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n";
        const QByteArrayView target = head.sliced(4, head.indexOf(' ', 4) - 4);
        const qsizetype query = target.indexOf('?');
        return m_answers.value((query < 0 ? target : target.first(query)).toByteArray());
    }

private:
    QHash<QByteArray, QByteArray> m_answers;
};

void print(const char *phase, qint64 rows, double value, const char *unit)
{
    std::printf("%s,%lld,%.3f,%s\n", phase, static_cast<long long>(rows), value, unit);
    std::fflush(stdout);
}

int complain(const core::Error &error)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(error.message), qPrintable(error.detail));
    return 1;
}

store::SourceSetup sourceOf(const QString &name, const QString &provider, const QString &address)
{
    store::SourceSetup setup;
    setup.name = name;
    setup.provider = provider;
    setup.address = address;
    setup.since = core::SessionDate::utcDateOf(kNow).plusDays(-365 * kYears);
    return setup;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int instruments = arguments.size() > 1 ? arguments.at(1).toInt() : 50;
    const int feeds = arguments.size() > 2 ? arguments.at(2).toInt() : 200;
    const QTemporaryDir folder(arguments.size() > 3 ? arguments.at(3) + QStringLiteral("/bench-XXXXXX") : QString());
    const QString path = folder.filePath(QStringLiteral("bench.tickmark"));
    const core::CalendarSet calendars(QStringLiteral(":/calendars"));

    Mirror mirror;
    for (int i = 0; i < instruments; ++i)
        mirror.add("/v8/finance/chart/S" + QByteArray::number(i), chart(i), false);
    for (int i = 0; i < feeds; ++i)
        mirror.add("/feed/" + QByteArray::number(i), feed(i), true);
    bench::LoopbackServer server([&mirror](QByteArrayView head) { return mirror(head); });
    const QString base = QStringLiteral("http://127.0.0.1:%1").arg(server.port());

    const auto made = store::createStore(path, false, [&](store::StoreWriter &writer) -> core::Result<> {
        for (int i = 0; i < instruments; ++i) {
            core::Instrument instrument;
            instrument.symbol = QStringLiteral("S%1").arg(i);
            instrument.mic = QStringLiteral("XNAS");
            instrument.currency = QStringLiteral("USD");
            if (const auto id = writer.addInstrument(instrument).result(); !id)
                return tl::unexpected(id.error());
        }
        return {};
    });
    if (!made)
        return complain(made.error());
    const auto writer = store::StoreWriter::open(path);
    const auto reader = store::StoreReader::open(path);
    if (!writer || !reader)
        return complain(writer ? reader.error() : writer.error());

    std::vector<pipeline::FetchTask> quotes{{sourceOf(QStringLiteral("Quotes"), QStringLiteral("yahoo"), base), {}}};
    std::vector<pipeline::FetchTask> news;
    for (int i = 0; i < feeds; ++i)
        news.push_back({sourceOf(QStringLiteral("Feed %1").arg(i), QStringLiteral("feed"),
                                 base + QStringLiteral("/feed/%1").arg(i)),
                        {}});
    for (auto *tasks : {&quotes, &news}) {
        for (pipeline::FetchTask &task : *tasks) {
            const auto id = (*writer)->saveSource(task.setup).result();
            if (!id)
                return complain(id.error());
            task.setup.sourceId = *id;
        }
    }

    struct Phase
    {
        const char *name;
        const std::vector<pipeline::FetchTask> &tasks;
    };
    std::puts("phase,rows,value,unit");
    for (const Phase &phase : {Phase{"backfill", quotes}, {"again", quotes}, {"feeds", news}, {"unchanged", news}}) {
        const int before = server.connections();
        sources::HttpClient http({QByteArrayLiteral("bench"), {}, 24, 8, {}});
        QElapsedTimer timer;
        timer.start();
        pipeline::FetchOptions options;
        options.now = kNow;
        const auto reports = pipeline::fetchSources(phase.tasks, {http, **reader, **writer, calendars}, options);
        const double seconds = double(timer.nsecsElapsed()) / 1e9;
        if (!reports)
            return complain(reports.error());
        qint64 rows = 0;
        for (const pipeline::FetchReport &report : *reports) {
            for (const pipeline::FetchedItem &item : report.items) {
                if (item.error)
                    return complain(*item.error);
                rows += item.totals.inserted;
            }
        }
        print(phase.name, rows, seconds, "s");
        print(phase.name, rows, server.connections() - before, "connections");
    }
    return 0;
}
