// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_mentions [RUNS]: finds the instruments of the whole built-in list in the sample case's headlines and excerpts,
// repeated to 1, 4 and 16 MB of UTF-8, and prints case,bytes,mentions,value,unit with the median of RUNS (9) in processor
// time. A linear search has the same MB/s in all sizes; "trap" is a text of nothing but beginnings of names.
#include <news/MentionFinder.h>
#include <news/NameList.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace tickmark;

namespace {

//! The sample's news in one language, a paragraph each.
QString newsOf(const QString &language)
{
    QFile file(QStringLiteral(":/sample/news.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text;
    const QJsonArray items = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("items")).toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        if (item.value(QLatin1String("language")).toString() == language)
            text += item.value(QLatin1String("title")).toString() + QStringLiteral("\n\n")
                    + item.value(QLatin1String("text")).toString() + QStringLiteral("\n\n");
    }
    return text;
}

QString repeated(const QString &text, qsizetype bytes)
{
    return text.repeated(bytes / std::max<qsizetype>(text.toUtf8().size(), 1) + 1);
}

void measure(const char *name, const news::MentionFinder &finder, const QString &text, const QString &language,
             int runs)
{
    std::vector<double> seconds;
    size_t mentions = 0;
    for (int run = 0; run < runs; ++run) {
        const std::clock_t start = std::clock();
        mentions = finder.find(text, language).size();
        seconds.push_back(double(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::ranges::sort(seconds);
    const qsizetype bytes = text.toUtf8().size();
    std::printf("%s,%lld,%zu,%.1f,MB/s\n", name, static_cast<long long>(bytes), mentions,
                double(bytes) / 1e6 / seconds[seconds.size() / 2]);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int runs = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 9;
    const auto list = news::NameList::loadBuiltIn();
    if (!list) {
        std::fprintf(stderr, "%s\n", qPrintable(list.error().detail));
        return 1;
    }
    std::printf("case,bytes,mentions,value,unit\n");
    const std::clock_t start = std::clock();
    const news::MentionFinder finder({}, &*list);
    std::printf("build,0,%zu,%.2f,ms\n", list->entries().size(), 1e3 * double(std::clock() - start) / CLOCKS_PER_SEC);
    for (const QString &language : {QStringLiteral("de"), QStringLiteral("en")}) {
        const QString news = newsOf(language);
        for (const qsizetype megabytes : {1, 4, 16})
            measure(language == QLatin1String("de") ? "German" : "English", finder,
                    repeated(news, megabytes * 1'000'000), language, runs);
    }
    const QString trap = QStringLiteral(
        "Deutsche Siemens Euro-Stoxx-Dow Jones an der S&P Hang Seng Arm Gold, Target und ");
    for (const qsizetype megabytes : {1, 4})
        measure("trap", finder, repeated(trap, megabytes * 1'000'000), QStringLiteral("de"), runs);
    return 0;
}
