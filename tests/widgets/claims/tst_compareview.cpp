// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/tables/ClaimMaker.h"
#include <core/CalendarSet.h>
#include <pipeline/SampleCase.h>
#include <pipeline/StoreSession.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <claimview/CompareChart.h>
#include <claimview/CompareGeometry.h>
#include <claimview/CompareTexts.h>
#include <claimview/CompareView.h>

#include <cmath>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;
using tables::ClaimBook;
using tables::ClaimBookPtr;
using tables::ClaimMaker;
using tables::ClaimTopic;

namespace {

const core::SessionDate kDay = *core::SessionDate::fromIso("2025-01-27");

ClaimMaker value(qint64 newsId, double billions, double half, const QString &unit = u"USD"_s)
{
    const bool isDollar = unit == u"USD";
    return ClaimMaker()
        .in(newsId)
        .of(claims::ClaimKind::Value, unit)
        .stated(billions * 1e9, half * 1e9)
        .verdict(VerdictCode::Close, claims::Basis::Close, isDollar ? -592.66e9 : -566.16e9)
        .with([&](store::StoredClaim &claim) {
            claim.verdict->symbol = u"NVDA"_s;
            claim.verdict->quotes.push_back({u"NVDA"_s, kDay, {}, u"close"_s, {11842, 2}, {}});
            if (!isDollar)
                claim.verdict->quotes.push_back({u"EURUSD"_s, kDay, {}, u"close"_s, {10468, 4}, {}});
        });
}

//! 450, 563 EUR, 589, 600 beside 592.7; then a topic of one, and one of another session.
ClaimBookPtr someBook()
{
    std::vector<store::StoredClaim> made{
        value(1, 450, 5).verdict(VerdictCode::Contradicted, claims::Basis::None, -592.66e9),
        value(2, 589, 0.5),
        value(3, 563, 0.5, u"EUR"_s).hedged(claims::Hedge::Over),
        value(4, 600, 15),
        ClaimMaker().in(4, 1),
        ClaimMaker().in(4, 3), // the title's number again
        ClaimMaker().in(4, 2).about(2, u"ARM"_s, u"Arm"_s).with([](store::StoredClaim &claim) {
            claim.verdict->sessions = {kDay, kDay.plusDays(1), 1};
        }),
    };
    std::vector<core::NewsItem> news;
    for (int id = 1; id <= 4; ++id)
        news.push_back(tables::newsOf(id, u"Herausgeber %1"_s.arg(id), u"Titel"_s));
    return std::make_shared<const ClaimBook>(
        std::move(made), std::move(news),
        std::vector{tables::stock(1, u"NVDA"_s, u"Nvidia"_s), tables::stock(2, u"ARM"_s, u"Arm"_s)}, u"en"_s);
}

} // namespace

//! Several texts about one thing, compared with mouse and keyboard.
class CompareViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void shapesStandAtTheirNumbers();
    void intervalsAreBarsWhereTheyCanBeSeen();
    void theSecondAxisIsInTheOtherCurrency();
    void anAxisHasRoomForWhatIsAlone();
    void withoutDataNothingIsPlacedWrongly();

    void textsSayWhatFits();
    void intervalsAreShort_data();
    void intervalsAreShort();
    void differencesHaveTheirSign_data();
    void differencesHaveTheirSign();
    void emptyViewsSayWhatToDo();
    void theBusiestSessionComesFirst();
    void topicsAndRowsAreChosenByKeyboard();
    void sessionsAreChosen();
    void anActiveClaimIsShown();
    void aNewBookKeepsThePlace();
    void theTextIsCopied();
    void languageChangesWhileShown();

private:
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_table->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList texts() const
    {
        QStringList result;
        for (const QLabel *label : m_view->findChildren<QLabel *>()) {
            if (label->isVisibleTo(m_view.get()))
                result.append(label->text());
        }
        return result;
    }

    ClaimBookPtr m_book;
    std::vector<ClaimTopic> m_topics;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<CompareView> m_view;
    QListView *m_list = nullptr;
    QTableView *m_table = nullptr;
    CompareChart *m_chart = nullptr;
};

void CompareViewTest::init()
{
    m_view.reset();
    m_book = someBook();
    m_topics = topicsOf(*m_book, kDay);
    m_appearance = std::make_unique<style::Appearance>(u"en"_s);
    QVERIFY(m_appearance->setZone("Europe/Berlin"));
    m_view = std::make_unique<CompareView>(*m_appearance);
    m_view->resize(1200, 900);
    m_view->show();
    m_view->setHasStore(true);
    m_view->setBook(m_book);
    m_chart = m_view->findChild<CompareChart *>();
    for (QListView *list : m_view->findChildren<QListView *>()) {
        if (list->accessibleName() == u"Topics of the session")
            m_list = list;
    }
    for (QTableView *table : m_view->findChildren<QTableView *>()) {
        if (table->accessibleName() == u"Claims of the topic")
            m_table = table;
    }
    QVERIFY(m_list && m_table && m_chart);
}

void CompareViewTest::shapesStandAtTheirNumbers()
{
    const CompareAxis axis = compareAxis(m_topics.front(), 100, 500);
    QCOMPARE(axis.divisor, 1e9);
    QCOMPARE(axis.marks.size(), 4u);
    const auto x = [&](std::size_t i) { return axis.marks[i].x.value(); };
    // magnitudes from left to right: 450, 589, 589.3 (563 EUR), 600
    QVERIFY(100 < x(0) && x(0) < x(1) && x(1) < x(2) && x(2) < x(3) && x(3) < 500);
    QVERIFY(x(2) - x(1) < 1);
    QVERIFY(x(1) < *axis.computed && *axis.computed < x(3));
    QVERIFY(axis.doubt->low < *axis.computed && *axis.computed < axis.doubt->high);
    // a tick and a shape of one value stand on one place
    const auto tick = std::ranges::find(axis.ticks, 600.0, &AxisTick::value);
    QVERIFY(tick != axis.ticks.end());
    QVERIFY(std::abs(tick->x - x(3)) < 1e-6);
}

void CompareViewTest::intervalsAreBarsWhereTheyCanBeSeen()
{
    const CompareAxis axis = compareAxis(m_topics.front(), 100, 500);
    QVERIFY(!axis.marks[1].bar); // 589: half a billion on each side
    QVERIFY(axis.marks[2].bar);  // "over 563": from there up to ten per cent more
    QVERIFY(std::abs(axis.marks[2].bar->low - *axis.marks[2].x) < 1e-6);
    QVERIFY(axis.marks[2].endsRight);
    QVERIFY(axis.marks[3].bar);

    auto atLeast = std::make_shared<const ClaimBook>(
        std::vector<store::StoredClaim>{value(1, 500, 5).hedged(claims::Hedge::AtLeast)},
        std::vector{tables::newsOf(1, u"A"_s, u"a"_s)}, std::vector<core::Instrument>(), u"en"_s);
    const CompareAxis open = compareAxis(topicsOf(*atLeast, kDay).front(), 0, 400);
    QCOMPARE(open.marks[0].bar->high, 400.0);
    QVERIFY(!open.marks[0].endsRight);
}

void CompareViewTest::theSecondAxisIsInTheOtherCurrency()
{
    const CompareAxis axis = compareAxis(m_topics.front(), 100, 500);
    QVERIFY(!axis.otherTicks.empty());
    const auto euros = std::ranges::find(axis.otherTicks, 550.0, &AxisTick::value);
    const auto dollars = std::ranges::find(axis.ticks, 600.0, &AxisTick::value);
    QVERIFY(euros != axis.otherTicks.end() && dollars != axis.ticks.end());
    QVERIFY(euros->x < dollars->x); // 575.7 bn USD
    QCOMPARE(axisUnit(u"EUR"_s, 1e9, core::Formats(u"en"_s)), u"bn EUR"_s);
    QCOMPARE(axisUnit(u"%"_s, 1, core::Formats(u"de"_s)), u"%"_s); // without the blank before it
    QCOMPARE(axisUnit(u"%"_s, 1, core::Formats(u"en"_s)), u"%"_s);
    QVERIFY(compareAxis(m_topics.back(), 100, 500).otherTicks.empty());
}

void CompareViewTest::anAxisHasRoomForWhatIsAlone()
{
    auto lone = std::make_shared<const ClaimBook>(
        std::vector<store::StoredClaim>{ClaimMaker().stated(0, 0).verdict(VerdictCode::Close, claims::Basis::Close, 0)},
        std::vector{tables::newsOf(1, u"A"_s, u"a"_s)}, std::vector<core::Instrument>(), u"en"_s);
    const CompareAxis axis = compareAxis(topicsOf(*lone, kDay).front(), 0, 400);
    QVERIFY(std::isfinite(*axis.marks[0].x));
    QVERIFY(std::abs(*axis.marks[0].x - 200) < 1);
    QVERIFY(compareAxis(m_topics.front(), 100, 110).marks.size() == 4); // no room: no marks, and no harm
}

void CompareViewTest::withoutDataNothingIsPlacedWrongly()
{
    auto open = std::make_shared<const ClaimBook>(
        std::vector<store::StoredClaim>{ClaimMaker().verdict(VerdictCode::NoData)},
        std::vector{tables::newsOf(1, u"A"_s, u"a"_s)}, std::vector<core::Instrument>(), u"en"_s);
    const ClaimTopic topic = topicsOf(*open, kDay).front();
    const CompareAxis axis = compareAxis(topic, 0, 400);
    QVERIFY(!axis.computed);
    QVERIFY(axis.marks[0].x);
    QCOMPARE(computedLabel(topic, core::Formats(u"en"_s)), u"no data"_s);
    QVERIFY(offAmount(topic, topic.claims[0], core::Formats(u"en"_s)).isEmpty());
}

void CompareViewTest::textsSayWhatFits()
{
    const core::Formats english(u"en"_s);
    QCOMPARE(topicTitle(m_topics.front(), kDay, english), u"Market value of Nvidia: loss on 27 Jan 2025"_s);
    const QString sentence = topicSentence(m_topics.front(), english);
    QVERIFY2(sentence.startsWith(u"3 of 4"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"−592.7 bn USD"_s), qPrintable(sentence));
    const QString summary = topicSummary(m_topics.front(), *m_book, english);
    QVERIFY2(summary.contains(u"−566.2 bn EUR"_s), qPrintable(summary));
    QVERIFY2(summary.contains(u"over −563 bn EUR (Herausgeber 3): confirmed (close)"_s), qPrintable(summary));
}

void CompareViewTest::intervalsAreShort_data()
{
    QTest::addColumn<store::StoredClaim>("claim");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole billions") << store::StoredClaim(value(1, 600, 15)) << u"585 to 615 bn USD"_s;
    QTest::newRow("as many decimals as it needs")
        << store::StoredClaim(value(1, 589, 0.5)) << u"588.5 to 589.5 bn USD"_s;
    QTest::newRow("percent") << store::StoredClaim(ClaimMaker().stated(14.4, 0.05)) << u"14.35 to 14.45%"_s;
    QTest::newRow("no end") << store::StoredClaim(value(1, 500, 5).hedged(claims::Hedge::AtLeast))
                            << u"from 500 bn USD"_s;
    QTest::newRow("a level") << store::StoredClaim(
        ClaimMaker().of(claims::ClaimKind::Level, u"USD"_s).stated(118.42, 0.005))
                             << u"118.415 to 118.425 USD"_s;
}

void CompareViewTest::intervalsAreShort()
{
    QFETCH(store::StoredClaim, claim);
    QFETCH(QString, text);
    tables::TopicClaim member;
    member.claim = &claim;
    QCOMPARE(intervalText(member, core::Formats(u"en"_s)), text);
}

void CompareViewTest::differencesHaveTheirSign_data()
{
    QTest::addColumn<int>("member");
    QTest::addColumn<QString>("off");
    QTest::newRow("450: less of a loss") << 0 << u"−142.7 bn USD"_s;
    QTest::newRow("589") << 1 << u"−3.7 bn USD"_s;
    QTest::newRow("563 EUR, in dollars") << 2 << u"−3.3 bn USD"_s;
    QTest::newRow("600: more") << 3 << u"+7.3 bn USD"_s;
}

void CompareViewTest::differencesHaveTheirSign()
{
    QFETCH(int, member);
    QFETCH(QString, off);
    QCOMPARE(offAmount(m_topics.front(), m_topics.front().claims[std::size_t(member)], core::Formats(u"en"_s)), off);
    QCOMPARE(cell(member, CompareTableModel::Off), off);
}

void CompareViewTest::emptyViewsSayWhatToDo()
{
    m_view->setBook(std::make_shared<const ClaimBook>(std::vector<store::StoredClaim>(), std::vector<core::NewsItem>(),
                                                      std::vector<core::Instrument>(), u"en"_s));
    QVERIFY(texts().join(u' ').contains(u"Import news"_s));
    m_view->setBook(nullptr);
    m_view->setHasStore(false);
    QVERIFY(texts().join(u' ').contains(u"Open one"_s));
}

void CompareViewTest::theBusiestSessionComesFirst()
{
    QCOMPARE(m_view->session(), kDay);
    QCOMPARE(m_list->model()->rowCount(), 2);
    QCOMPARE(m_list->currentIndex().row(), 0);
    QCOMPARE(m_table->model()->rowCount(), 4);
    QVERIFY(m_list->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"−450 bn USD: contradicted"_s));
    QCOMPARE(cell(0, CompareTableModel::Converted), u"−450.0 bn USD"_s);
    QCOMPARE(cell(0, CompareTableModel::Interval), u"445 to 455 bn USD"_s);
}

void CompareViewTest::topicsAndRowsAreChosenByKeyboard()
{
    QSignalSpy activated(m_view.get(), &CompareView::claimActivated);
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Down);
    QCOMPARE(m_table->model()->rowCount(), 1);
    QTest::keyClick(m_list, Qt::Key_Up);
    QCOMPARE(m_table->model()->rowCount(), 4);
    QCOMPARE(activated.count(), 0);
    m_chart->setFocus();
    QTest::keyClick(m_chart, Qt::Key_Down);
    QTest::keyClick(m_chart, Qt::Key_Down);
    QCOMPARE(activated.count(), 2);
    QCOMPARE(activated[1][0].value<store::ClaimKey>().newsId, 2);
    QCOMPARE(m_table->currentIndex().row(), 1);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Down);
    QCOMPARE(m_chart->currentRow(), 2);
    QCOMPARE(activated.count(), 3);
    QTRY_COMPARE(m_chart->height(), m_chart->sizeHint().height());
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, {200, m_chart->height() - 60});
    QCOMPARE(activated.count(), 4);
    QCOMPARE(activated[3][0].value<store::ClaimKey>().newsId, 4);
}

void CompareViewTest::sessionsAreChosen()
{
    auto *sessions = m_view->findChild<QComboBox *>();
    QCOMPARE(sessions->count(), 2);
    QCOMPARE(sessions->currentText(), u"27 Jan 2025"_s);
    sessions->setCurrentIndex(0);
    Q_EMIT sessions->activated(0);
    QCOMPARE(m_view->session(), kDay.plusDays(1));
    QCOMPARE(m_list->model()->rowCount(), 1);
    QCOMPARE(m_list->currentIndex().data().toString(), u"ARM"_s);
}

void CompareViewTest::anActiveClaimIsShown()
{
    QSignalSpy activated(m_view.get(), &CompareView::claimActivated);
    m_view->setActive(store::StoredClaim(ClaimMaker().in(4, 2)).key());
    QCOMPARE(m_view->session(), kDay.plusDays(1));
    QCOMPARE(m_chart->currentRow(), 0);
    m_view->setActive(store::StoredClaim(ClaimMaker().in(3)).key());
    QCOMPARE(m_view->session(), kDay);
    QCOMPARE(m_chart->currentRow(), 2);
    m_view->setActive(store::StoredClaim(ClaimMaker().in(9)).key()); // not there
    QCOMPARE(m_chart->currentRow(), 2);
    m_view->setActive(store::StoredClaim(ClaimMaker().in(4, 3)).key()); // stands under the first of the two
    QCOMPARE(m_list->currentIndex().row(), 1);
    QCOMPARE(m_chart->currentRow(), 0);
    QCOMPARE(activated.count(), 0);
}

void CompareViewTest::aNewBookKeepsThePlace()
{
    m_view->setActive(store::StoredClaim(ClaimMaker().in(4, 2)).key());
    m_view->setBook(someBook());
    QCOMPARE(m_view->session(), kDay.plusDays(1));
    QCOMPARE(m_chart->currentRow(), 0);
    QCOMPARE(m_table->currentIndex().row(), 0);
}

void CompareViewTest::theTextIsCopied()
{
    for (QPushButton *button : m_view->findChildren<QPushButton *>()) {
        if (button->text() == u"Copy text")
            button->click();
    }
    QCOMPARE(QApplication::clipboard()->text(), m_view->findChild<QPlainTextEdit *>()->toPlainText());
    QVERIFY(!QApplication::clipboard()->text().isEmpty());
}

void CompareViewTest::languageChangesWhileShown()
{
    m_view->setActive(store::StoredClaim(ClaimMaker().in(3)).key());
    m_appearance->setLanguage(u"de"_s);
    QCOMPARE(m_view->findChild<QComboBox *>()->currentText(), u"27.01.2025"_s);
    QVERIFY(cell(0, CompareTableModel::Converted).startsWith(u"−450,0"_s));
    QCOMPARE(m_chart->currentRow(), 2);
}

QTEST_MAIN(CompareViewTest)
#include "tst_compareview.moc"
