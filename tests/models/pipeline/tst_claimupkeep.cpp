// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreDump.h"
#include "JudgingBench.h"
#include <pipeline/ClaimUpkeep.h>
#include <pipeline/SampleCase.h>
#include <pipeline/StoreSession.h>

#include <QSignalSpy>

#include <algorithm>
#include <array>

using namespace tickmark;
using namespace tickmark::store;
using namespace tickmark::test;
using claims::VerdictCode;

namespace {

core::NewsItem newsItem(const char *title, const char *excerpt = "")
{
    core::NewsItem item;
    item.guid = text("a");
    item.publisher = text("p");
    item.language = text("de");
    item.published = kPublished;
    item.title = text(title);
    item.excerpt = text(excerpt);
    return item;
}

} // namespace

//! Verdicts are kept right when quotes and names change, and no more is judged than that needs.
class TestClaimUpkeep : public QObject, private JudgingBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void aNewDayIsJudgedWhenItsQuotesCome();
    void onlyWhatChangedIsJudged();
    void anotherNameFindsItsClaims();
    void nothingToDoWritesNothing();
    void cancelledWorkIsGoneOnWith();
    void openWindowKeepsVerdictsRight();
};

void TestClaimUpkeep::aNewDayIsJudgedWhenItsQuotesCome()
{
    add(m_nvidia, {bar(kFriday, 14262)});
    const core::NewsItem item = newsItem("Kurse");
    NewsWithClaims news{item, {}};
    VERIFY_RESULT(
        m_writer->importNewsWithClaims({text("file"), ImportKind::News, text("a"), core::Time{1}}, {news}).result());
    VERIFY_RESULT(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow)); // by rules that are not ours
    const NewsText stored = m_reader->newsTexts(std::array{m_reader->news()->front().id})->front();
    const qint64 rules = *m_reader->textRules()->front().rules;
    VERIFY_RESULT(
        m_writer
            ->replaceClaims(
                {{stored.item.id, stored.importId, {rules, {}, {{ClaimPlace::Title, percent(m_nvidia, 17)}}}}})
            .result());
    QCOMPARE(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow)->claims, 1);
    QCOMPARE(m_reader->claims()->front().verdict->code, VerdictCode::NoData);
    add(m_nvidia, {bar(kMonday, 11842)});
    QCOMPARE(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow)->claims, 1);
    QCOMPARE(m_reader->claims()->front().verdict->code, VerdictCode::Close);
    VERIFY_RESULT(m_writer->undoImport(m_reader->imports()->front().id).result());
    QCOMPARE(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow)->claims, 1);
    QCOMPARE(m_reader->claims()->front().verdict->code, VerdictCode::NoData);
}

void TestClaimUpkeep::onlyWhatChangedIsJudged()
{
    const QString path = m_folder->store("sample.tickmark");
    VERIFY_RESULT(pipeline::writeSampleStore(path, false, m_calendars, kNow));
    const auto writer = std::move(*StoreWriter::open(path));
    const auto reader = std::move(*StoreReader::open(path));
    QCOMPARE(reader->claimsToJudge(0, 10)->size(), 0U); // the sample comes with its verdicts
    const auto all = reader->claims();
    qint64 aboutSap = 0;
    for (const StoredClaim &claim : *all) {
        QVERIFY(claim.isJudged());
        aboutSap += claim.claim.subject.symbol == text("SAP.DE") ? 1 : 0;
    }
    QVERIFY(aboutSap > 0 && aboutSap < qint64(all->size()) / 4);
    const qint64 sap = reader->instrument(text("SAP.DE"))->id;
    const core::SessionDate lastOfSap = *core::SessionDate::fromIso("2025-02-03");
    VERIFY_RESULT(writer->importBars(importOf({dailySeries(sap)}, {bar(lastOfSap, 26000)})).result());
    const auto kept = pipeline::keepClaims(*reader, *writer, m_calendars, kNow);
    VERIFY_RESULT(kept);
    QCOMPARE(kept->claims, aboutSap);
    QCOMPARE(kept->texts, 0);
}

void TestClaimUpkeep::anotherNameFindsItsClaims()
{
    usualBars();
    const core::NewsItem item = newsItem("Kursrutsch",
                                         "Der Kurs von Zwiebelfisch ist am Montag um 17 Prozent gefallen.");
    VERIFY_RESULT(m_writer->importNews({text("file"), ImportKind::News, text("a"), core::Time{1}}, {item}).result());
    VERIFY_RESULT(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow));
    const auto before = m_reader->claims();
    VERIFY_RESULT(before);
    for (const StoredClaim &claim : *before)
        QVERIFY(claim.claim.subject.instrumentId != m_nvidia);
    core::Instrument renamed = *m_reader->instrument(m_nvidia);
    renamed.names = {{text("de"), text("Zwiebelfisch"), {}, {}}};
    VERIFY_RESULT(m_writer->editInstrument(renamed).result());
    const auto kept = pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow);
    VERIFY_RESULT(kept);
    QCOMPARE(kept->texts, 1);
    QCOMPARE(m_reader->claims()->size(), 1U);
    QCOMPARE(m_reader->claims()->front().claim.subject.instrumentId, m_nvidia);
    QCOMPARE(m_reader->claims()->front().verdict->code, VerdictCode::Close);
}

void TestClaimUpkeep::nothingToDoWritesNothing()
{
    VERIFY_RESULT(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow));
    const QString before = dumpStore(m_folder->store());
    const auto kept = pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow);
    VERIFY_RESULT(kept);
    QVERIFY(kept->isEmpty());
    QCOMPARE(dumpStore(m_folder->store()), before);
}

void TestClaimUpkeep::cancelledWorkIsGoneOnWith()
{
    usualBars();
    const core::NewsItem item = newsItem("Nvidia fiel am Montag um 17 Prozent");
    VERIFY_RESULT(m_writer->importNews({text("file"), ImportKind::News, text("a"), core::Time{1}}, {item}).result());
    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow, stop.get_token());
    QVERIFY(!cancelled.has_value());
    QCOMPARE(cancelled.error().code, core::ErrorCode::Cancelled);
    VERIFY_RESULT(pipeline::keepClaims(*m_reader, *m_writer, m_calendars, kNow));
    QCOMPARE(m_reader->claimsToJudge(0, 10)->size(), 0U);
    QVERIFY(m_reader->textRules()->front().rules.has_value());
}

void TestClaimUpkeep::openWindowKeepsVerdictsRight()
{
    const QString path = m_folder->store("sample.tickmark");
    VERIFY_RESULT(pipeline::writeSampleStore(path, false, m_calendars, kNow));
    const auto future = pipeline::StoreSession::open(
        path, std::make_shared<const core::CalendarSet>(QStringLiteral(":/calendars")));
    QTRY_VERIFY(future.resultCount() == 1);
    const auto opened = future.result();
    VERIFY_RESULT(opened);
    const std::shared_ptr<pipeline::StoreSession> session = *opened;
    QSignalSpy changes(session.get(), &pipeline::StoreSession::changed);
    const auto reader = std::move(*StoreReader::open(path));
    const qint64 siemens = reader->instrument(text("ENR.DE"))->id;
    const auto verdict = [&] {
        const auto claims = reader->claims();
        const auto found = std::ranges::find_if(*claims, [&](const StoredClaim &claim) {
            return claim.claim.subject.instrumentId == siemens && claim.claim.low == 18;
        });
        return found->verdict->code;
    };
    QCOMPARE(verdict(), VerdictCode::NoData); // the bar of the 24th is missing
    QFuture<core::Result<ImportResult>> import = session->writer()->importBars(
        importOf({dailySeries(siemens)}, {bar(kFriday, 5890)}));
    QTRY_VERIFY(import.isFinished());
    VERIFY_RESULT(import.result());
    session->tellChanged(pipeline::StoreChange::Quotes);
    const auto toldOfClaims = [&] {
        return std::ranges::any_of(changes, [](const QVariantList &told) {
            return told.front().value<pipeline::StoreChanges>().testFlag(pipeline::StoreChange::Claims);
        });
    };
    QTRY_VERIFY(toldOfClaims());
    QCOMPARE(verdict(), VerdictCode::Close);
}

QTEST_GUILESS_MAIN(TestClaimUpkeep)
#include "tst_claimupkeep.moc"
