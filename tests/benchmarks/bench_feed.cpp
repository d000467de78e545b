// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_feed [MEGABYTES] [RUNS]: reads feeds of that size (8) as often (15) and prints format,items,megabytes,median_ms,
// megabytes_per_second. "html" is the way from markup to text alone.
#include <news/FeedParser.h>
#include <news/HtmlText.h>

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace tickmark;

namespace {

constexpr double kMegabyte = 1024 * 1024;

const char *const kParagraph =
    "<p>Die Aktie von <a href=\"https://blatt.example/nvidia?a=1&amp;b=2\">Nvidia</a> ist am Montag um "
    "16,97&nbsp;Prozent auf 118,42 Dollar gefallen; &bdquo;so etwas <b>gab es</b> noch nie&ldquo;, "
    "sagt ein H&auml;ndler.<br/>Anleger f&uuml;rchten um das Gesch&auml;ft mit Chips.</p>\n";

QByteArray number(int value)
{
    return QByteArray::number(value);
}

QByteArray paragraphs(int count)
{
    return QByteArray(kParagraph).repeated(count);
}

QByteArray escaped(QByteArray markup)
{
    return markup.replace("&", "&amp;").replace("<", "&lt;");
}

QByteArray rssItem(int i)
{
    return "<item><title>Nvidia f&#228;llt um " + number(i) + " Punkte</title><link>https://blatt.example/" + number(i)
           + "</link><guid>" + number(i) + "</guid><pubDate>Mon, 27 Jan 2025 16:40:00 +0100</pubDate><description>"
           + escaped(paragraphs(1)) + "</description><content:encoded><![CDATA[" + paragraphs(6)
           + "]]></content:encoded></item>\n";
}

QByteArray atomItem(int i)
{
    return "<entry><title>Nvidia falls by " + number(i) + "</title><link href=\"/a/" + number(i) + "\"/><id>"
           + number(i)
           + "</id><updated>2025-01-27T16:40:00Z</updated><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
           + paragraphs(7) + "</div></content></entry>\n";
}

QByteArray jsonItem(int i)
{
    QByteArray html = paragraphs(7);
    html.replace("\"", "\\\"").replace("\n", "\\n");
    return (i > 0 ? QByteArray(",") : QByteArray()) + "{\"id\":\"" + number(i)
           + "\",\"title\":\"Nvidia f\u00e4llt\",\"url\":\"/" + number(i)
           + "\",\"date_published\":\"2025-01-27T16:40:00Z\",\"content_html\":\"" + html + "\"}";
}

QByteArray feedOf(const QByteArray &start, const std::function<QByteArray(int)> &item, const QByteArray &end,
                  qsizetype bytes)
{
    QByteArray feed = start;
    feed.reserve(bytes + 4096);
    for (int i = 0; feed.size() < bytes; ++i)
        feed += item(i);
    return feed + end;
}

//! `read` returns what it counted.
void measure(const char *format, qsizetype bytes, int runs, const std::function<size_t()> &read)
{
    std::vector<double> times;
    size_t items = 0;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        items = read();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::nth_element(times, times.begin() + runs / 2);
    const double median = times[size_t(runs / 2)];
    std::printf("%s,%zu,%.1f,%.1f,%.1f\n", format, items, double(bytes) / kMegabyte, median,
                double(bytes) / kMegabyte / (median / 1e3));
}

void measureFeed(const char *format, const QByteArray &feed, int runs)
{
    measure(format, feed.size(), runs, [&] {
        const auto parsed = news::parseFeed(feed, {{}, QStringLiteral("https://blatt.example/feed")});
        return parsed && parsed->problems.empty() ? parsed->items.size() : 0;
    });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto bytes = qsizetype(kMegabyte * (arguments.size() > 1 ? arguments.at(1).toDouble() : 8));
    const int runs = std::max(arguments.size() > 2 ? arguments.at(2).toInt() : 15, 1);
    std::puts("format,items,megabytes,median_ms,megabytes_per_second");
    measureFeed(
        "rss",
        feedOf("<?xml version=\"1.0\"?><rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>\n",
               &rssItem, "</channel></rss>", bytes),
        runs);
    measureFeed("atom", feedOf("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n", &atomItem, "</feed>", bytes), runs);
    measureFeed("json", feedOf("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", &jsonItem, "]}", bytes),
                runs);
    const QByteArray markup = paragraphs(int(bytes / qsizetype(qstrlen(kParagraph))));
    const QString html = QString::fromUtf8(markup);
    measure("html", markup.size(), runs, [&] { return size_t(news::plainText(html).text.size()); });
    return 0;
}
