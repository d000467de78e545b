// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimMaker.h"
#include <tables/ClaimTableModel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using namespace tickmark::tables;
using namespace Qt::StringLiterals;
using claims::VerdictCode;

namespace {

//! Five claims in three items; the last one was dismissed.
ClaimBookPtr someBook(const QString &language = u"de"_s)
{
    core::Instrument index = stock(2, u"^GSPC"_s, u"S&P 500"_s);
    index.kind = core::InstrumentKind::Index;
    std::vector<store::StoredClaim> made{
        ClaimMaker().in(1),
        ClaimMaker()
            .in(1, 1)
            .about(2, u"^GSPC"_s, u"S&P 500"_s)
            .stated(1.7, 0.05)
            .verdict(VerdictCode::Intraday, claims::Basis::Range, -1.46),
        ClaimMaker()
            .in(2)
            .of(claims::ClaimKind::Value, u"USD"_s)
            .stated(450e9, 5e9)
            .verdict(VerdictCode::Contradicted, claims::Basis::None, -592.7e9)
            .with([](store::StoredClaim &claim) { claim.verdict->off = 142.7e9; }),
        ClaimMaker().in(3).about(0, {}, u"Volkswagen"_s).stated(2, 0.5).verdict(VerdictCode::NoData),
        ClaimMaker().in(3, 1).stated(99, 0.5).dismissed(),
    };
    return std::make_shared<const ClaimBook>(std::move(made),
                                             std::vector{newsOf(1, u"Kontorblatt"_s, u"Nvidia fällt an der Börse"_s),
                                                         newsOf(2, u"Öltankbrief"_s, u"Was Nvidia kostet"_s),
                                                         newsOf(3, u"Abendzettel"_s, u"Autos"_s)},
                                             std::vector{stock(1, u"NVDA"_s, u"Nvidia"_s), index}, language);
}

} // namespace

//! The table of all claims.
class ClaimTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void cellsSayWhatThePanelShows();
    void everyColumnSorts_data();
    void everyColumnSorts();
    void filters_data();
    void filters();
    void aFilterKeepsTheOrder();
    void filteringToTheSameRowsKeepsTheSelection();
    void languageAndZoneChangeWhileShown();
    void verdictsArePaintedWhereThereAreAny();
    void whatTheUserSaidIsShown();
    void aRepeatedStatementCountsOnce();
    void noTableIsEmpty();

private:
    [[nodiscard]] QString cell(int row, ClaimColumn column) const
    {
        return m_model->index(row, int(column)).data().toString();
    }
    [[nodiscard]] QStringList column(ClaimColumn column) const
    {
        QStringList cells;
        for (int row = 0; row < m_model->rowCount(); ++row)
            cells.append(cell(row, column));
        return cells;
    }

    std::unique_ptr<ClaimTableModel> m_model;
};

void ClaimTableTest::init()
{
    m_model = std::make_unique<ClaimTableModel>(core::Formats(u"de"_s), *core::ZoneRules::load("Europe/Berlin"));
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->setTable(std::make_shared<const ClaimTable>(someBook(), u"de"_s));
}

void ClaimTableTest::cellsSayWhatThePanelShows()
{
    QCOMPARE(m_model->rowCount(), 4);
    QCOMPARE(m_model->countAll(), 4);
    // newest first
    QCOMPARE(cell(0, ClaimColumn::Headline), u"Autos"_s);
    QCOMPARE(cell(0, ClaimColumn::Instrument), u"Volkswagen"_s);
    QCOMPARE(cell(0, ClaimColumn::Measured), u"–"_s);
    QCOMPARE(cell(1, ClaimColumn::Publisher), u"Öltankbrief"_s);
    QCOMPARE(cell(1, ClaimColumn::Published), u"28.01.2025 00:00"_s);
    QCOMPARE(cell(1, ClaimColumn::Session), u"27.01.2025"_s);
    QCOMPARE(cell(3, ClaimColumn::Claim), u"−17\u00a0%"_s);
    QCOMPARE(cell(3, ClaimColumn::Measured), u"−16,97\u00a0%"_s);
    QCOMPARE(cell(3, ClaimColumn::Instrument), u"NVDA"_s);
    QCOMPARE(m_model->index(3, int(ClaimColumn::Instrument)).data(Qt::ToolTipRole).toString(), u"<p>Nvidia</p>"_s);
}

void ClaimTableTest::everyColumnSorts_data()
{
    QTest::addColumn<ClaimColumn>("by");
    QTest::addColumn<QStringList>("instruments"); // that tell the four apart, ascending
    QTest::newRow("verdict: confirmed, passed, wrong, open")
        << ClaimColumn::Verdict << QStringList{u"NVDA −17"_s, u"S&P 500"_s, u"NVDA −450"_s, u"Volkswagen"_s};
    QTest::newRow("instrument: letters, not code points; equal ones newest first")
        << ClaimColumn::Instrument << QStringList{u"NVDA −450"_s, u"NVDA −17"_s, u"S&P 500"_s, u"Volkswagen"_s};
    QTest::newRow("claim: by value, units apart")
        << ClaimColumn::Claim << QStringList{u"NVDA −17"_s, u"Volkswagen"_s, u"S&P 500"_s, u"NVDA −450"_s};
    QTest::newRow("close: by value, units apart, missing ones last")
        << ClaimColumn::Measured << QStringList{u"NVDA −17"_s, u"S&P 500"_s, u"NVDA −450"_s, u"Volkswagen"_s};
    QTest::newRow("session: all on one day, so newest first")
        << ClaimColumn::Session << QStringList{u"Volkswagen"_s, u"NVDA −450"_s, u"S&P 500"_s, u"NVDA −17"_s};
    QTest::newRow("publisher: Ö is an O")
        << ClaimColumn::Publisher << QStringList{u"Volkswagen"_s, u"S&P 500"_s, u"NVDA −17"_s, u"NVDA −450"_s};
    QTest::newRow("published") << ClaimColumn::Published
                               << QStringList{u"S&P 500"_s, u"NVDA −17"_s, u"NVDA −450"_s, u"Volkswagen"_s};
    QTest::newRow("kind") << ClaimColumn::Kind
                          << QStringList{u"Volkswagen"_s, u"S&P 500"_s, u"NVDA −17"_s, u"NVDA −450"_s};
    QTest::newRow("headline") << ClaimColumn::Headline
                              << QStringList{u"Volkswagen"_s, u"S&P 500"_s, u"NVDA −17"_s, u"NVDA −450"_s};
}

void ClaimTableTest::everyColumnSorts()
{
    QFETCH(ClaimColumn, by);
    QFETCH(QStringList, instruments);
    const auto names = [this] {
        QStringList result;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QString claim = cell(row, ClaimColumn::Claim);
            const QString subject = cell(row, ClaimColumn::Instrument);
            result += subject != u"NVDA" ? subject : subject + u' ' + (claim.contains(u"450"_s) ? u"−450"_s : u"−17"_s);
        }
        return result;
    };
    m_model->sort(int(by), Qt::AscendingOrder);
    QCOMPARE(names(), instruments);
    m_model->sort(int(by), Qt::DescendingOrder);
    const QStringList descending = names();
    QCOMPARE(QSet<QString>(descending.begin(), descending.end()),
             QSet<QString>(instruments.begin(), instruments.end()));
    if (by == ClaimColumn::Verdict || by == ClaimColumn::Measured || by == ClaimColumn::Claim) { // no two are equal
        std::ranges::reverse(instruments);
        QCOMPARE(descending, instruments);
    }
}

void ClaimTableTest::filters_data()
{
    QTest::addColumn<ClaimFilter>("filter");
    QTest::addColumn<QStringList>("headlines");
    const auto row = [](const char *name, const QStringList &headlines, const auto &change) {
        ClaimFilter filter;
        change(filter);
        QTest::newRow(name) << filter << headlines;
    };
    const QString cars = u"Autos"_s;
    const QString costs = u"Was Nvidia kostet"_s;
    const QString falls = u"Nvidia fällt an der Börse"_s;
    row("verdict", {costs}, [](ClaimFilter &filter) { filter.verdict = VerdictCode::Contradicted; });
    row("instrument", {costs, falls}, [](ClaimFilter &filter) { filter.instrumentId = 1; });
    row("publisher", {falls, falls}, [](ClaimFilter &filter) { filter.publisher = u"Kontorblatt"_s; });
    row("kind", {costs}, [](ClaimFilter &filter) { filter.kind = claims::ClaimKind::Value; });
    row("dates: the end does not belong to them", {costs}, [](ClaimFilter &filter) {
        filter.within = core::TimeRange{ClaimMaker::publishedAt(2), ClaimMaker::publishedAt(3)};
    });
    row("text: without umlauts", {falls, falls}, [](ClaimFilter &filter) { filter.text = u"BOERSE"_s; });
    row("text: beginnings of words, all of them", {costs}, [](ClaimFilter &filter) { filter.text = u"kost nvid"_s; });
    row("text: name of an instrument that the headline does not have", {cars},
        [](ClaimFilter &filter) { filter.text = u"volkswagen"_s; });
    row("text: publisher", {cars}, [](ClaimFilter &filter) { filter.text = u"abendz"_s; });
    row("text: not inside of words", {}, [](ClaimFilter &filter) { filter.text = u"vidia"_s; });
    row("text: nothing but signs lets all pass", {cars, costs, falls, falls},
        [](ClaimFilter &filter) { filter.text = u" ?! "_s; });
    row("dismissed", {cars}, [](ClaimFilter &filter) { filter.review = ClaimReview::Dismissed; });
    row("corrected", {}, [](ClaimFilter &filter) { filter.review = ClaimReview::Corrected; });
    row("several at once", {falls}, [](ClaimFilter &filter) {
        filter.publisher = u"Kontorblatt"_s;
        filter.verdict = VerdictCode::Intraday;
    });
}

void ClaimTableTest::filters()
{
    QFETCH(ClaimFilter, filter);
    QFETCH(QStringList, headlines);
    m_model->setFilter(filter);
    QCOMPARE(column(ClaimColumn::Headline), headlines);
    m_model->setFilter({});
    QCOMPARE(m_model->rowCount(), 4);
}

void ClaimTableTest::aFilterKeepsTheOrder()
{
    m_model->sort(int(ClaimColumn::Claim), Qt::AscendingOrder);
    ClaimFilter percent;
    percent.kind = claims::ClaimKind::Percent;
    m_model->setFilter(percent);
    QCOMPARE(column(ClaimColumn::Claim), QStringList({u"−17\u00a0%"_s, u"−2\u00a0%"_s, u"−1,7\u00a0%"_s}));
    m_model->setTable(std::make_shared<const ClaimTable>(someBook(), u"de"_s));
    QCOMPARE(column(ClaimColumn::Claim), QStringList({u"−17\u00a0%"_s, u"−2\u00a0%"_s, u"−1,7\u00a0%"_s}));
}

void ClaimTableTest::filteringToTheSameRowsKeepsTheSelection()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    ClaimFilter filter;
    filter.text = u"a"_s; // Autos, an, Abendzettel ... and "at" of nothing
    m_model->setFilter(filter);
    const auto resetsOfOther = resets.count();
    m_model->setFilter(filter);
    QCOMPARE(resets.count(), resetsOfOther);
}

void ClaimTableTest::languageAndZoneChangeWhileShown()
{
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setFormats(core::Formats(u"en"_s), *core::ZoneRules::load("America/New_York"));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(cell(1, ClaimColumn::Published), u"27 Jan 2025 18:00"_s);
    QCOMPARE(cell(3, ClaimColumn::Claim), u"−17%"_s);
}

void ClaimTableTest::verdictsArePaintedWhereThereAreAny()
{
    const auto shape = [&](int row, ClaimColumn column) {
        return m_model->index(row, int(column)).data(ClaimTableModel::kVerdictRole);
    };
    QCOMPARE(shape(1, ClaimColumn::Verdict).toInt(), int(VerdictCode::Contradicted));
    QVERIFY(!shape(1, ClaimColumn::Claim).isValid());
    QVERIFY(cell(1, ClaimColumn::Verdict).contains(u"142,7"_s));
}

void ClaimTableTest::whatTheUserSaidIsShown()
{
    ClaimFilter dismissed;
    dismissed.review = ClaimReview::Dismissed;
    m_model->setFilter(dismissed);
    const QModelIndex verdict = m_model->index(0, int(ClaimColumn::Verdict));
    QCOMPARE(verdict.data().toString(), u"dismissed"_s);
    QVERIFY(!verdict.data(ClaimTableModel::kVerdictRole).isValid());
    QVERIFY(m_model->indexOf(m_model->claimAt(0).key()).isValid());
    m_model->setFilter({});
    QVERIFY(!m_model->indexOf(ClaimMaker().in(3, 1).operator store::StoredClaim().key()).isValid());
}

void ClaimTableTest::aRepeatedStatementCountsOnce()
{
    const std::vector<store::StoredClaim> made{ClaimMaker().in(1), ClaimMaker().in(1, 1), ClaimMaker().in(2),
                                               ClaimMaker().in(2, 1).stated(8, 0.5)};
    const std::vector news{newsOf(1, u"Abend"_s, u"Nvidia"_s), newsOf(2, u"Morgen"_s, u"Chips"_s)};
    const std::vector instruments{stock(1, u"NVDA"_s, u"Nvidia"_s)};
    m_model->setTable(std::make_shared<const ClaimTable>(
        std::make_shared<const ClaimBook>(made, news, instruments, u"de"_s), u"de"_s));
    QCOMPARE(m_model->rowCount(), 4);
    QCOMPARE(m_model->statements().size(), 3u);
    ClaimFilter abend;
    abend.publisher = u"Abend"_s;
    m_model->setFilter(abend);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->statements().size(), 1u);
}

void ClaimTableTest::noTableIsEmpty()
{
    m_model->setTable(nullptr);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->sort(0);
    ClaimFilter filter;
    filter.publisher = u"x"_s;
    m_model->setFilter(filter);
    QCOMPARE(m_model->countAll(), 0);
}

QTEST_GUILESS_MAIN(ClaimTableTest)
#include "tst_claimtable.moc"
