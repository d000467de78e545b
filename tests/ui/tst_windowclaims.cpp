// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checked numbers in the window, as an analyst reads them: in the text, on headlines and markers, in the table of all
// claims, side by side, and as a level in the chart.
#include "ClaimBench.h"
#include <charts/StackView.h>
#include <charts/VerdictShape.h>
#include <newsview/ExcerptText.h>
#include <newsview/ExcerptView.h>
#include <newsview/HeadlinePanel.h>
#include <tables/HeadlineModel.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QToolTip>

#include <desk/ChartDesk.h>

#include <algorithm>
#include <array>
#include <functional>

using namespace tickmark;
using namespace Qt::StringLiterals;
using claims::VerdictCode;

namespace {

const QString kDuring = u"Ausverkauf bei KI-Werten: Nvidia 14,4 Prozent im Minus"_s;
const QString kLoss = u"Nvidia suffers the largest one-day loss of value on record"_s;
const QString kCheap = u"What one cheap model cost the chip sector in a single day"_s;
const QString kMidday = u"Wall Street sinks at midday as AI doubts hit chipmakers"_s;

//! Whether some pixels of `image` have nearly that colour.
bool hasColor(const QImage &image, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor at = image.pixelColor(x, y);
            found += std::abs(at.red() - color.red()) + std::abs(at.green() - color.green())
                         + std::abs(at.blue() - color.blue())
                     < 24;
        }
    }
    return found >= 6;
}

} // namespace

class TestWindowClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void numbersAreUnderlinedByTheirVerdict();
    void aClickExplainsANumber();
    void theKeyboardExplainsANumber();
    void whatIsMissingIsSaid();
    void verdictsStandOnHeadlinesAndMarkers();
    void allClaimsAreFilteredAndSorted();
    void publishersHaveARateFromFiveOn();
    void numbersStandSideBySide();
    void theClaimedLevelIsInTheChart();
    void theFoundingQuestionByClicks();

private:
    [[nodiscard]] QColor color(VerdictCode code) { return charts::verdictColor(m_bench->appearance().theme(), code); }
    //! The excerpt's picture around the number of a claim.
    [[nodiscard]] QImage pictureOf(const store::StoredClaim &claim);
    //! Choices of the filter row, by accessible name.
    void choose(const QString &filter, const QString &words);

    QTemporaryDir m_home;
    std::unique_ptr<ClaimBench> m_bench;
};

void TestWindowClaims::initTestCase()
{
    WindowBench::useOwnHome(m_home);
}

void TestWindowClaims::init()
{
    m_bench = std::make_unique<ClaimBench>();
}

void TestWindowClaims::cleanup()
{
    m_bench.reset();
    QDir(m_home.filePath(u"config"_s)).removeRecursively();
}

QImage TestWindowClaims::pictureOf(const store::StoredClaim &claim)
{
    for (auto *text : m_bench->window().excerpt().findChildren<newsview::ExcerptText *>()) {
        if (const auto rect = text->numberRect(claim.key()))
            return text->viewport()->grab(rect->adjusted(0, 0, 0, 4)).toImage();
    }
    return {};
}

void TestWindowClaims::choose(const QString &filter, const QString &words)
{
    auto *box = qobject_cast<QComboBox *>(m_bench->named(filter));
    QVERIFY2(box, qPrintable(filter));
    const int index = box->findText(words, Qt::MatchContains);
    QVERIFY2(index >= 0, qPrintable(words));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentIndex(), index);
}

void TestWindowClaims::numbersAreUnderlinedByTheirVerdict()
{
    m_bench->clickHeadline(kLoss);
    const store::StoredClaim *close = m_bench->claim(kLoss, u"almost 17% lower"_s);
    const store::StoredClaim *during = m_bench->claim(kLoss, u"down as much as 18.2%"_s);
    QVERIFY(close && during);
    QTRY_VERIFY(hasColor(pictureOf(*close), color(VerdictCode::Close)));
    QTRY_VERIFY(hasColor(pictureOf(*during), color(VerdictCode::Intraday)));
    m_bench->clickHeadline(kCheap);
    const store::StoredClaim *wrong = m_bench->claim(kCheap, u"erased $450 billion"_s);
    QVERIFY(wrong);
    QTRY_VERIFY(hasColor(pictureOf(*wrong), color(VerdictCode::Contradicted)));
    QVERIFY(!hasColor(pictureOf(*wrong), color(VerdictCode::Close)));
}

void TestWindowClaims::aClickExplainsANumber()
{
    m_bench->explain(kDuring, u"um 14,4 Prozent"_s);
    const auto said = [this] { return ClaimBench::words(m_bench->explanation()); };
    QTRY_VERIFY2(said().contains(u"142.62 × (1 − 0.144) = 122.08 USD"_s), qPrintable(said())); // formula
    QVERIFY(said().contains(u"Only during the session"_s));
    QVERIFY2(said().contains(u"116.70 to 128.40"_s), qPrintable(said()));   // interval of the day
    QVERIFY2(said().contains(u"Previous close"_s), qPrintable(said()));     // both quotes
    QVERIFY2(said().contains(u"24 Jan 2025, 22:00"_s), qPrintable(said())); // when, on the window's clock
    QVERIFY2(said().contains(u"daily.csv"_s), qPrintable(said()));          // where from
    QVERIFY2(said().contains(u"First in interval"_s), qPrintable(said()));  // first touched at
    QWidget *strip = m_bench->named(u"Range of the session"_s, m_bench->explanation());
    QVERIFY(strip && strip->isVisible());
    QVERIFY(strip->accessibleDescription().contains(u"Claim −14.4%"_s));
    QVERIFY(hasColor(strip->grab().toImage(), color(VerdictCode::Intraday)));
}

void TestWindowClaims::theKeyboardExplainsANumber()
{
    m_bench->clickHeadline(kLoss);
    auto *text = m_bench->window().excerpt().findChild<newsview::ExcerptText *>(u"text"_s);
    QVERIFY(text);
    text->setFocus(Qt::TabFocusReason);
    for (int presses = 0; presses < 20 && !m_bench->explanation(); ++presses) {
        m_bench->type(Qt::Key_Tab);
        m_bench->type(Qt::Key_Return);
    }
    QVERIFY2(m_bench->explanation(), "no number is reached with Tab and Enter");
    QVERIFY(ClaimBench::words(m_bench->explanation()).contains(u"Confirmed (close)"_s));
    QVERIFY(m_bench->explanation()->isAncestorOf(QApplication::focusWidget())
            || m_bench->explanation() == QApplication::focusWidget());
    m_bench->type(Qt::Key_Escape);
    QVERIFY(!m_bench->explanation());
    QCOMPARE(QApplication::focusWidget(), text);
}

void TestWindowClaims::whatIsMissingIsSaid()
{
    m_bench->explain(u"Siemens Energy wird von der KI-Angst erfasst"_s, u"um 18 Prozent"_s);
    const QString said = ClaimBench::words(m_bench->explanation());
    QVERIFY2(said.contains(u"No data"_s) && said.contains(u"24 January 2025"_s), qPrintable(said));
    QVERIFY2(said.contains(u"nearest close before it"_s), qPrintable(said));
}

void TestWindowClaims::verdictsStandOnHeadlinesAndMarkers()
{
    QAbstractItemView *list = m_bench->view(u"Headlines"_s);
    QVERIFY(list);
    m_bench->clickHeadline(kCheap);
    const QModelIndex row = list->currentIndex();
    const QString spoken = row.data(Qt::AccessibleDescriptionRole).toString();
    QVERIFY2(spoken.contains(u"NVDA"_s) && spoken.contains(u"450"_s), qPrintable(spoken));
    const QRect place = list->visualRect(row);
    const QRect badges(place.left(), place.bottom() - 28, place.width(), 28);
    QVERIFY(hasColor(list->viewport()->grab(badges).toImage(), color(VerdictCode::Contradicted)));
    QVERIFY(hasColor(list->viewport()->grab(badges).toImage(), color(VerdictCode::Close)));

    // Over the markers of the day.
    charts::StackView &view = m_bench->stack();
    const int lane = view.headAreas().front().bottom() + 14;
    QStringList tips;
    for (int x = 60; x < view.width() - 100; x += 6) {
        QHelpEvent hover(QEvent::ToolTip, QPoint(x, lane), view.mapToGlobal(QPoint(x, lane)));
        QApplication::sendEvent(&view, &hover);
        tips.append(QToolTip::text());
    }
    const QString all = tips.join(u'\n');
    QVERIFY2(all.contains(u"only during the session"_s) && all.contains(u"confirmed (close)"_s), qPrintable(all));
}

void TestWindowClaims::allClaimsAreFilteredAndSorted()
{
    m_bench->type(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    auto *table = qobject_cast<QTableView *>(m_bench->view(u"Claims"_s));
    QVERIFY(table);
    QTRY_VERIFY(table->isVisible() && table->model()->rowCount() > 80);
    const int all = table->model()->rowCount();
    QTest::keyClicks(QApplication::focusWidget(), u"bitcoin"_s); // the field has the focus
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(ClaimBench::rowText(*table, 0).contains(u"−12%"_s));
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::SelectAll);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QTRY_COMPARE(table->model()->rowCount(), all);

    choose(u"Filter claims by instrument"_s, u"NVDA"_s);
    QTRY_VERIFY(table->model()->rowCount() < all && table->model()->rowCount() > 10);
    choose(u"Filter claims by kind"_s, u"alue"_s);
    QTRY_COMPARE(table->model()->rowCount(), 5); // 450, 563 twice, 589, 600 billion
    const int column = [&] {
        for (int i = 0; i < table->model()->columnCount(); ++i) {
            if (table->model()->headerData(i, Qt::Horizontal).toString() == u"Claim"_s)
                return i;
        }
        return -1;
    }();
    QVERIFY(column >= 0);
    QHeaderView &head = *table->horizontalHeader();
    const auto sortByClick = [&] {
        QTest::mouseClick(head.viewport(), Qt::LeftButton, {},
                          QPoint(head.sectionViewportPosition(column) + 12, head.height() / 2));
        // where the three amounts in dollars stand
        return std::array{ClaimBench::rowWith(*table, u"600 bn USD"_s), ClaimBench::rowWith(*table, u"589 bn USD"_s),
                          ClaimBench::rowWith(*table, u"−450 bn USD"_s)};
    };
    const auto one = sortByClick();
    const auto other = sortByClick();
    QVERIFY(std::ranges::is_sorted(one) != std::ranges::is_sorted(other));
    QVERIFY(std::ranges::is_sorted(one, std::greater()) != std::ranges::is_sorted(other, std::greater()));

    // A row that is chosen brings its headline.
    const int wrong = ClaimBench::rowWith(*table, u"450"_s);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, ClaimBench::rowCentre(*table, wrong));
    QTRY_VERIFY(m_bench->window().excerpt().headline());
    QCOMPARE(m_bench->window().excerpt().headline()->title, kCheap);
    QVERIFY(m_bench->window().claims().active());
}

void TestWindowClaims::publishersHaveARateFromFiveOn()
{
    m_bench->type(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QToolButton *choice = nullptr;
    for (auto *button : m_bench->window().findChildren<QToolButton *>()) {
        if (button->text() == u"By publisher"_s)
            choice = button;
    }
    QVERIFY(choice);
    QTest::mouseClick(choice, Qt::LeftButton);
    QAbstractItemView *table = m_bench->view(u"Claims by publisher"_s);
    QVERIFY(table && table->isVisible());
    QTRY_COMPARE(table->model()->rowCount(), 9);
    int few = 0;
    int many = 0;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QAbstractItemModel &model = *table->model();
        int decided = 0;
        for (int column = 1; column <= 4; ++column) // confirmed, during the session, other basis, contradicted
            decided += model.index(row, column).data().toInt();
        const QString rate = model.index(row, model.columnCount() - 1).data().toString();
        QCOMPARE(rate.contains(u'%'), decided >= 5);
        (decided >= 5 ? many : few) += 1;
    }
    QVERIFY(few > 0 && many > 0);
}

void TestWindowClaims::numbersStandSideBySide()
{
    m_bench->explain(kCheap, u"erased $450 billion"_s);
    m_bench->clickAction(u"compare"_s);
    QAbstractItemView *table = m_bench->view(u"Claims of the topic"_s);
    QVERIFY(table);
    QTRY_VERIFY(table->isVisible());
    QString rows;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        rows += ClaimBench::rowText(*table, row) + u'\n';
    for (const char *number : {"450", "563", "589", "600", "EUR"})
        QVERIFY2(rows.contains(QLatin1String(number)), qPrintable(rows));
    QString said;
    for (QWidget *up = table->parentWidget(); up && !said.contains(u"592.7"_s); up = up->parentWidget())
        said = ClaimBench::words(up);
    QVERIFY2(said.contains(u"592.7 bn"_s), qPrintable(said));
    QCOMPARE(ClaimBench::rowWith(*table, u"450"_s), table->currentIndex().row()); // the one that it was about
    QVERIFY(ClaimBench::rowText(*table, table->currentIndex().row()).contains(u"142.7"_s));
    QWidget *chart = m_bench->named(u"Claims on one axis"_s);
    QVERIFY(chart && chart->isVisible());
    QVERIFY(hasColor(chart->grab().toImage(), color(VerdictCode::Contradicted)));
}

void TestWindowClaims::theClaimedLevelIsInTheChart()
{
    charts::StackView &view = m_bench->stack();
    m_bench->clickHeadline(kDuring);
    QTRY_VERIFY(view.isSettled());
    const QImage before = view.grab().toImage();
    const QColor during = color(VerdictCode::Intraday);
    QVERIFY(!hasColor(before, during));
    const store::StoredClaim *claim = m_bench->claim(kDuring, u"um 14,4 Prozent"_s);
    QVERIFY(claim);
    m_bench->clickNumber(*claim);
    m_bench->clickAction(u"showOnChart"_s);
    QTRY_VERIFY(hasColor(view.grab().toImage(), during));
    m_bench->type(Qt::Key_Escape);   // the explanation
    m_bench->clickHeadline(kMidday); // and with another headline the level goes
    QTRY_VERIFY(!hasColor(view.grab().toImage(), during));
}

//! Which of the numbers in the news of 27 January are closes, which were only touched during the day, which are wrong: from
//! the first window on, by mouse clicks alone.
void TestWindowClaims::theFoundingQuestionByClicks()
{
    int clicks = m_bench->clickMenu(u"Analysis"_s, u"Claim comparison"_s);
    QCOMPARE(clicks, 2);
    QAbstractItemView *topics = m_bench->view(u"Topics of the session"_s);
    QAbstractItemView *table = m_bench->view(u"Claims of the topic"_s);
    QVERIFY(topics && table);
    QTRY_VERIFY(topics->isVisible() && topics->model()->rowCount() > 5); // of 27 January, the day with most claims
    QVERIFY(qobject_cast<QComboBox *>(m_bench->named(u"Session"_s))->currentText().contains(u"27 Jan 2025"_s));

    const auto read = [&](const QString &subject, const QString &number) {
        const QString spoken = ClaimBench::rowText(*topics, topics->currentIndex().row());
        if (!spoken.contains(subject) || !spoken.contains(number)) {
            for (int row = 0; row < topics->model()->rowCount(); ++row) {
                const QString text = ClaimBench::rowText(*topics, row);
                if (!text.startsWith(subject) || !text.contains(number))
                    continue;
                topics->scrollTo(topics->model()->index(row, 0));
                QTest::mouseClick(topics->viewport(), Qt::LeftButton, {}, ClaimBench::rowCentre(*topics, row));
                ++clicks;
                break;
            }
        }
        const int row = ClaimBench::rowWith(*table, number);
        return row < 0 ? QString() : ClaimBench::rowText(*table, row).section(u" | "_s, -1);
    };
    // The price of Nvidia is the first topic: the one with most different numbers.
    const QString close = u"confirmed (close)"_s;
    const QString during = u"only during the session"_s;
    QCOMPARE(read(u"NVDA"_s, u"−17%"_s), close);
    QCOMPARE(read(u"NVDA"_s, u"14.4%"_s), during);
    QCOMPARE(read(u"NVDA"_s, u"11.1"_s), during);
    QCOMPARE(read(u"NVDA"_s, u"18.2%"_s), u"confirmed (during the session)"_s);
    QCOMPARE(read(u"NVDA"_s, u"589"_s), close);
    QCOMPARE(read(u"NVDA"_s, u"600"_s), close);
    QCOMPARE(read(u"NVDA"_s, u"563"_s), close);
    QVERIFY(read(u"NVDA"_s, u"450"_s).contains(u"contradicted"_s));
    QCOMPARE(read(u"Dow"_s, u"54"_s), during);
    QCOMPARE(read(u"Dow"_s, u"289"_s), close);
    QVERIFY(read(u"BTC"_s, u"12%"_s).contains(u"contradicted"_s));
    QVERIFY2(clicks <= 5, qPrintable(QString::number(clicks)));
    qInfo("the founding question took %d clicks", clicks);

    // And why: one click on the row, one on the number.
    const int row = ClaimBench::rowWith(*table, u"12%"_s);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, ClaimBench::rowCentre(*table, row));
    QTRY_VERIFY(m_bench->window().claims().active());
    QTRY_VERIFY(m_bench->window().excerpt().headline());
    m_bench->clickNumber(*m_bench->window().claims().active());
    QTRY_VERIFY(m_bench->explanation());
    QVERIFY(ClaimBench::words(m_bench->explanation()).contains(u"102,087.69"_s));
}

QTEST_MAIN(TestWindowClaims)
#include "tst_windowclaims.moc"
