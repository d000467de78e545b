// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/store/StoreTestSupport.h"
#include "../../models/tables/ClaimMaker.h"
#include <core/CalendarSet.h>

#include <QTest>

#include <claimview/VerdictPopupFacts.h>
#include <claimview/VerdictPopupRows.h>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;
using store::BarRow;

namespace {

const core::SessionDate kWednesday = *core::SessionDate::fromIso("2024-06-05");
const core::SessionDate kThursday = *core::SessionDate::fromIso("2024-06-06");

claims::QuoteUsed closeOn(core::SessionDate session, core::Price price, double doubt)
{
    claims::QuoteUsed quote;
    quote.symbol = u"NVDA"_s;
    quote.session = session;
    quote.field = u"close"_s;
    quote.price = price;
    quote.doubt = doubt;
    return quote;
}

//! "Fell 1.12 %" from 457.60 to 452.40 on Thursday.
store::StoredClaim claimOnThursday(double doubt)
{
    return tables::ClaimMaker()
        .stated(1.12, 0.005)
        .verdict(VerdictCode::Contradicted, claims::Basis::None, -1.136363)
        .with([doubt](store::StoredClaim &made) {
            made.published = *core::parseIsoTime("2024-06-06T21:00:00Z");
            claims::Verdict &verdict = *made.verdict;
            verdict.symbol = u"NVDA"_s;
            verdict.sessions = {kWednesday, kThursday, 1};
            verdict.interval = claims::intervalOf(made.claim);
            verdict.quotes = {closeOn(kWednesday, {45760, 2}, doubt), closeOn(kThursday, {45240, 2}, doubt)};
        });
}

} // namespace

//! What stands below the sentence of a verdict: it is reckoned with what is stored, however roughly that is told.
class TestVerdictRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roughPricesAreReckonedWithExactly();
    void exactPricesAreToldAsSuch();
    void theSessionIsOfTheSourceOfTheMove();
};

void TestVerdictRows::roughPricesAreReckonedWithExactly()
{
    const core::Formats formats(u"en"_s);
    VerdictFacts facts;
    facts.instrument.currency = u"USD"_s;
    facts.day = VerdictFacts::Day{{45010, 2}, {45500, 2}, {46020, 2}, {45240, 2}, 0.5};
    const store::StoredClaim claim = claimOnThursday(0.5);
    QStringList rows;
    for (const FormulaRow &row : formulaRows(claim, facts, formats))
        rows += row.formula;
    // 452 ÷ 458 would be −1.31 %
    QCOMPARE(rows.value(0), u"about 452 ÷ about 458 − 1 = −1.14%, outside"_s);
    QCOMPARE(rows.value(1), u"about 458 × (1 − 0.0112) = about 452 USD"_s);
    QVERIFY2(rows.join(u'\n').contains(u"about 450 to about 460 USD"_s), qPrintable(rows.join(u'\n')));
    const auto strip = rangeStrip(claim, facts, formats);
    QVERIFY(strip);
    QCOMPARE(strip->close.move, u"−1.14%"_s);
    QCOMPARE(strip->close.text, u"about 452"_s);
}

void TestVerdictRows::exactPricesAreToldAsSuch()
{
    VerdictFacts facts;
    facts.instrument.currency = u"USD"_s;
    QStringList rows;
    for (const FormulaRow &row : formulaRows(claimOnThursday(0), facts, core::Formats(u"en"_s)))
        rows += row.formula;
    QCOMPARE(rows.value(0), u"452.40 ÷ 457.60 − 1 = −1.14%, outside"_s);
    QCOMPARE(rows.value(1), u"457.60 × (1 − 0.0112) = 452.47 USD"_s);
}

//! The one that counts most begins on Thursday: its session against the other's close before would be no move.
void TestVerdictRows::theSessionIsOfTheSourceOfTheMove()
{
    const store::TestFolder folder;
    VERIFY_RESULT(store::makeStore(folder.store(), {}));
    const auto writer = std::move(*store::StoreWriter::open(folder.store()));
    core::Instrument nvidia = store::makeInstrument(u"NVDA"_s);
    nvidia.mic = u"XNAS"_s;
    nvidia.id = *writer->addInstrument(nvidia).result();
    const auto import = [&](const char *source, int priority, std::vector<BarRow> rows) {
        VERIFY_RESULT(writer->ensureSource({0, store::text(source), u"yahoo"_s, priority}).result());
        auto request = store::importOf({store::dailySeries(nvidia.id, source)}, std::move(rows));
        request.origin.source = store::text(source);
        VERIFY_RESULT(writer->importBars(std::move(request)).result());
    };
    import("best", 5, {store::dailyRow(kThursday.days(), 44900)});
    import("both", 2, {store::dailyRow(kWednesday.days(), 45760), store::dailyRow(kThursday.days(), 45240)});
    const auto reader = std::move(*store::StoreReader::open(folder.store()));
    const core::CalendarSet calendars(u":/calendars"_s);
    const auto facts = readVerdictFacts(*reader, claimOnThursday(0), calendars, {});
    VERIFY_RESULT(facts);
    QVERIFY(facts->day);
    QCOMPARE(core::toPlainText(facts->day->close), std::string("452.40"));
    const auto strip = rangeStrip(claimOnThursday(0), *facts, core::Formats(u"en"_s));
    QVERIFY(strip);
    QCOMPARE(strip->close.move, u"−1.14%"_s);
}

QTEST_MAIN(TestVerdictRows)
#include "tst_verdictrows.moc"
