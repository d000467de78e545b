// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_claims [MEGABYTES] [RUNS]: what claims of that much text (4) cost, the least of so many runs (7), as
// text,language,phase,megabytes,claims,milliseconds,megabytes_per_second. Processor time of one thread.
//
// Texts: "news" is the sample's news again and again; "dense" is one sentence with two claims, again and again: a claim in
// every 45 bytes, more than any article has. Phases: "names" finds the instruments, "claims" the claims where the names are
// known, "checked" is all of it from the text to the verdicts, with the quotes of the sample in a store.
#include <claims/ClaimExtractor.h>
#include <news/MentionFinder.h>
#include <news/NameList.h>
#include <pipeline/SampleCase.h>
#include <pipeline/TextCheck.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace tickmark;
using namespace Qt::StringLiterals;

namespace {

struct Corpus
{
    const char *name;
    QString language;
    QString text;
};

QString repeated(const QString &once, qsizetype letters)
{
    QString text;
    while (!once.isEmpty() && text.size() < letters)
        text += once;
    return text;
}

//! The sample's news in one language.
QString sampleNews(const QString &language)
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
    return once;
}

std::vector<Corpus> corpora(qsizetype letters)
{
    const QString german = u"Die Nvidia-Aktie ist am Montag um 16,97 Prozent auf 118,42 US-Dollar abgestürzt. "_s;
    const QString english = u"Shares of Nvidia plunged 16.97% to $118.42 on Monday. "_s;
    return {{"news", u"de"_s, repeated(sampleNews(u"de"_s), letters)},
            {"news", u"en"_s, repeated(sampleNews(u"en"_s), letters)},
            {"dense", u"de"_s, repeated(german, letters)},
            {"dense", u"en"_s, repeated(english, letters)}};
}

//! `run` returns how many claims it found.
void measure(const Corpus &corpus, const char *phase, int runs, const std::function<std::size_t()> &run)
{
    double least = 0;
    std::size_t claims = 0;
    for (int i = 0; i < runs; ++i) {
        const std::clock_t start = std::clock(); // of the processor: other programs count little
        claims = run();
        const double milliseconds = double(std::clock() - start) * 1e3 / CLOCKS_PER_SEC;
        least = i == 0 ? milliseconds : std::min(least, milliseconds);
    }
    const double megabytes = double(corpus.text.toUtf8().size()) / 1e6;
    std::printf("%s,%s,%s,%.2f,%zu,%.1f,%.2f\n", corpus.name, qPrintable(corpus.language), phase, megabytes, claims,
                least, megabytes / least * 1e3);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto letters = qsizetype((arguments.size() > 1 ? arguments.at(1).toDouble() : 4) * 1e6);
    const int runs = std::max(arguments.size() > 2 ? arguments.at(2).toInt() : 7, 1);
    const core::Time published = *core::parseIsoTime("2025-01-27T22:00:00Z");
    const core::CalendarSet calendars(u":/calendars"_s);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sample.tickmark"_s);
    const auto names = news::NameList::loadBuiltIn();
    const auto written = pipeline::writeSampleStore(path, false, calendars, published);
    const auto reader = store::StoreReader::open(path);
    const auto rules = reader ? pipeline::TextCheckRules::load(**reader) : tl::unexpected(reader.error());
    if (!names || !written || !rules)
        return 1;
    const news::MentionFinder finder((*rules)->instruments, &*names);
    std::puts("text,language,phase,megabytes,claims,milliseconds,megabytes_per_second");
    for (const Corpus &corpus : corpora(letters)) {
        std::vector<news::Mention> mentions;
        measure(corpus, "names", runs, [&] {
            mentions = finder.find(corpus.text, corpus.language);
            return std::size_t(0);
        });
        measure(corpus, "claims", runs, [&] {
            return claims::extractClaims(corpus.text, claims::builtInLexicon(corpus.language), mentions, published)
                .size();
        });
        measure(corpus, "checked", runs, [&] {
            const auto checked = pipeline::checkText({corpus.text, corpus.language, published, published}, **rules,
                                                     **reader, calendars);
            return checked ? checked->claims.size() : 0;
        });
    }
    return 0;
}
