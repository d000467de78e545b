// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleCase.h"

#include "BarImportJob.h"
#include "ClaimRules.h"
#include "ClaimUpkeep.h"
#include "SampleFiles.h"
#include "ShareImportJob.h"
#include <store/OwnNames.h>
#include <store/StoreFiles.h>
#include <store/StoreReader.h>

#include <QCryptographicHash>
#include <QFile>

#include <utility>

namespace tickmark::pipeline {

using core::Result;

namespace {

//! The sample's quotes are files like any other: a user's own file of the same instrument corrects and extends them.
const QString kFileSource = QLatin1String(store::kFileSource);
const QString kNewsSource = QLatin1String(store::kSampleSource);
const QString kDailyFile = QStringLiteral("daily.csv");
const QString kIntradayFile = QStringLiteral("nvda_5min_2025-01-27.csv");
const QString kSharesFile = QStringLiteral("shares.csv");
const QString kNewsFile = QStringLiteral("news.json");
const QString kDeskFile = QStringLiteral("desk.json");

QByteArray sampleFile(const QString &name)
{
    QFile file(QStringLiteral(":/sample/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Fills one new store, file by file.
class SampleWriter
{
public:
    SampleWriter(store::StoreWriter &writer, const core::CalendarSet &calendars, core::Time now)
        : m_writer(writer), m_calendars(calendars), m_now(now)
    {}

    Result<> write()
    {
        return addInstruments()
            .and_then([this] { return addBars(kDailyFile, {}); })
            .and_then([this] { return addBars(kIntradayFile, QStringLiteral("NVDA")); })
            .and_then([this] { return addShares(); })
            .and_then([this] { return addNews(); })
            .and_then([this] { return addDesk(); });
    }

private:
    Result<> addInstruments()
    {
        auto instruments = parseSampleInstruments(sampleFile(QStringLiteral("instruments.json")));
        if (!instruments)
            return tl::unexpected(instruments.error());
        m_instruments = std::move(*instruments);
        std::vector<QFuture<Result<qint64>>> ids;
        for (const core::Instrument &instrument : m_instruments)
            ids.push_back(m_writer.addInstrument(instrument));
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const Result<qint64> id = ids[i].result();
            if (!id)
                return tl::unexpected(id.error());
            m_instruments[i].id = *id;
        }
        return {};
    }

    Result<> addBars(const QString &file, const QString &symbol)
    {
        auto source = sources::openBytes(sampleFile(file), file);
        if (!source)
            return tl::unexpected(source.error());
        BarImportOptions options;
        options.read.symbol = symbol;
        options.source = kFileSource;
        options.now = m_now;
        const auto report = importBars(std::move(*source), options, m_instruments, m_writer, m_calendars);
        if (!report)
            return tl::unexpected(report.error());
        return {};
    }

    Result<> addShares()
    {
        auto source = sources::openBytes(sampleFile(kSharesFile), kSharesFile);
        if (!source)
            return tl::unexpected(source.error());
        const auto report = importShares(**source, kSharesFile, kFileSource, m_now, m_instruments, m_writer);
        if (!report)
            return tl::unexpected(report.error());
        return {};
    }

    Result<> addNews()
    {
        const QByteArray json = sampleFile(kNewsFile);
        auto news = parseSampleNews(json);
        if (!news)
            return tl::unexpected(news.error());
        const QString key = QLatin1String(kSampleNoteKey);
        std::vector<QFuture<Result<>>> notes{m_writer.setSetting(key + QStringLiteral("de"), news->noteDe),
                                             m_writer.setSetting(key + QStringLiteral("en"), news->noteEn)};
        const store::ImportOrigin origin{kNewsSource, store::ImportKind::News, kNewsFile, m_now};
        const store::ImportEnd end{QCryptographicHash::hash(json, QCryptographicHash::Sha256), 0};
        const auto rules = ClaimRules::of(m_instruments);
        if (!rules)
            return tl::unexpected(rules.error());
        std::vector<store::NewsWithClaims> items;
        for (core::NewsItem &item : news->items) {
            const QString text = std::exchange(item.excerpt, {});
            items.push_back(rules->read(std::move(item), text));
        }
        const auto imported = m_writer.importNewsWithClaims(origin, std::move(items), end).result();
        if (!imported)
            return tl::unexpected(imported.error());
        for (const QFuture<Result<>> &note : notes) {
            if (const Result<> saved = note.result(); !saved)
                return saved;
        }
        return {};
    }

    Result<> addDesk()
    {
        return m_writer.setSetting(QLatin1String(kDeskKey), QString::fromUtf8(sampleFile(kDeskFile))).result();
    }

    store::StoreWriter &m_writer;
    const core::CalendarSet &m_calendars;
    core::Time m_now;
    std::vector<core::Instrument> m_instruments;
};

//! The verdicts. Whoever cannot have them now (a disk that is full) has them when the store is opened.
Result<> judgeSample(const QString &path, const core::CalendarSet &calendars, core::Time now)
{
    auto writer = store::StoreWriter::open(path);
    if (!writer)
        return tl::unexpected(writer.error());
    auto reader = store::StoreReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto kept = keepClaims(**reader, **writer, calendars, now);
    return kept ? Result<>() : Result<>(tl::unexpected(kept.error()));
}

} // namespace

Result<> writeSampleStore(const QString &path, bool overwrite, const core::CalendarSet &calendars, core::Time now)
{
    return store::createStore(
               path, overwrite,
               [&](store::StoreWriter &writer) -> Result<> { return SampleWriter(writer, calendars, now).write(); })
        .and_then([&] { return judgeSample(path, calendars, now); });
}

} // namespace tickmark::pipeline
