// SPDX-License-Identifier: GPL-3.0-or-later
//
// feed_dump: reads lines of "file TAB content type TAB base address" from standard input and prints for each what
// parseFeed() makes of the file, as one line of JSON. For tools/score-feeds.
#include <news/FeedParser.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace tickmark;

namespace {

QJsonValue jsonOf(const std::optional<core::Time> &time)
{
    return time ? QJsonValue(QString::fromStdString(core::isoTime(*time))) : QJsonValue();
}

QJsonObject jsonOf(const news::FeedItem &item)
{
    return {{QStringLiteral("guid"), item.guid},
            {QStringLiteral("title"), item.title},
            {QStringLiteral("link"), item.link},
            {QStringLiteral("summary"), item.summary},
            {QStringLiteral("content"), item.content},
            {QStringLiteral("published"), jsonOf(item.published)},
            {QStringLiteral("updated"), jsonOf(item.updated)},
            {QStringLiteral("author"), item.author},
            {QStringLiteral("language"), item.language},
            {QStringLiteral("source"), item.source}};
}

QJsonObject jsonOf(const news::Feed &feed)
{
    QJsonArray items;
    for (const news::FeedItem &item : feed.items)
        items.append(jsonOf(item));
    QJsonArray problems;
    for (const news::FeedProblem &problem : feed.problems)
        problems.append(problem.message);
    return {{QStringLiteral("title"), feed.title},
            {QStringLiteral("link"), feed.link},
            {QStringLiteral("language"), feed.language},
            {QStringLiteral("items"), items},
            {QStringLiteral("problems"), problems}};
}

QJsonObject dump(const QStringList &fields)
{
    QFile file(fields.value(0));
    if (!file.open(QIODevice::ReadOnly))
        return {{QStringLiteral("error"), file.errorString()}};
    const QByteArray bytes = file.readAll();
    QElapsedTimer timer;
    timer.start();
    const auto feed = news::parseFeed(bytes, {fields.value(1), fields.value(2)});
    QJsonObject object = feed ? jsonOf(*feed) : QJsonObject{{QStringLiteral("error"), feed.error().message}};
    object.insert(QStringLiteral("file"), fields.value(0));
    object.insert(QStringLiteral("ms"), double(timer.nsecsElapsed()) / 1e6);
    return object;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 1;
    for (QByteArray line = input.readLine(); !line.isEmpty(); line = input.readLine()) {
        const QStringList fields = QString::fromUtf8(line).chopped(line.endsWith('\n') ? 1 : 0).split(u'\t');
        std::puts(QJsonDocument(dump(fields)).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
    return 0;
}
