// SPDX-License-Identifier: GPL-3.0-or-later
#include <claims/ClaimExtractor.h>
#include <news/MentionFinder.h>
#include <news/NameList.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace tickmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 7;
constexpr qsizetype kLetters = 4'000'000;

//! The sample's news in one language, again and again.
QString corpus(const QString &language)
{
    QFile file(u":/sample/news.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonArray items = QJsonDocument::fromJson(file.readAll()).object().value("items"_L1).toArray();
    QString once;
    for (const QJsonValue &item : items) {
        if (item.toObject().value("language"_L1).toString() == language)
            once += item.toObject().value("title"_L1).toString() + u'\n' + item.toObject().value("text"_L1).toString()
                    + u'\n';
    }
    QString text;
    while (!once.isEmpty() && text.size() < kLetters)
        text += once;
    return text;
}

} // namespace

//! Median processor time to find the claims in four million letters of market news, names already found. One thread.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto names = news::NameList::loadBuiltIn();
    if (!names)
        return 1;
    const news::MentionFinder finder({}, &*names);
    const core::Time published = *core::parseIsoTime("2025-01-29T20:00:00Z");
    std::puts("language,megabytes,claims,milliseconds,megabytes_per_second");
    for (const claims::Lexicon &lexicon : claims::builtInLexicons()) {
        const QString text = corpus(lexicon.language());
        const double megabytes = double(text.toUtf8().size()) / 1e6;
        const std::vector<news::Mention> mentions = finder.find(text, lexicon.language());
        std::vector<double> times;
        std::size_t claims = 0;
        for (int run = 0; run < kRuns; ++run) {
            const std::clock_t start = std::clock(); // of the processor: other programs do not count
            claims = claims::extractClaims(text, lexicon, mentions, published).size();
            times.push_back(double(std::clock() - start) * 1e3 / CLOCKS_PER_SEC);
        }
        std::ranges::nth_element(times, times.begin() + kRuns / 2);
        const double median = times[kRuns / 2];
        std::printf("%s,%.2f,%zu,%.1f,%.2f\n", qPrintable(lexicon.language()), megabytes, claims, median,
                    megabytes / median * 1e3);
    }
    return 0;
}
