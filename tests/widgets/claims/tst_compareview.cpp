// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/tables/SessionSupport.h"
#include "CompareMaker.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <claimview/CompareChart.h>
#include <claimview/CompareFilterBar.h>
#include <claimview/CompareGeometry.h>
#include <claimview/CompareRules.h>
#include <claimview/CompareSum.h>
#include <claimview/CompareTexts.h>
#include <claimview/CompareView.h>
#include <claimview/VerdictPopup.h>

#include <cmath>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace tickmark::tables;

//! Several texts about one thing, compared with mouse and keyboard.
class CompareViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void emptyViewsSayWhatToDo();
    void theBusiestSessionComesFirst();
    void topicsAndRowsAreChosenByKeyboard();
    void sessionsAreChosen();
    void anActiveClaimIsShown();
    void aNewBookKeepsThePlace();
    void theTextIsCopied();
    void languageChangesWhileShown();

    void theSumSpeaksOfTheChosenClaim();
    void rulesAreThoseOfTheTopic();
    void verdictsOfTheFilterAreNotCut();
    void filtersLeaveTopics();
    void manyClaimsScroll();
    void aRowIsExplained();
    void theTableIsExported();
    void narrowTablesAreNotCut();

private:
    void choose(const char *box, int entry)
    {
        auto *choice = m_view->findChild<QComboBox *>(QLatin1String(box));
        choice->setCurrentIndex(entry);
        Q_EMIT choice->activated(entry);
    }
    [[nodiscard]] QStringList sum() const
    {
        QStringList lines;
        for (const SumRow &row : m_view->sum()->rows())
            lines.append(u"%1 | %2 | %3"_s.arg(row.label, row.figure, row.source));
        return lines;
    }
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
    m_topics = topicsOn(*m_book);
    m_appearance = std::make_unique<style::Appearance>(u"en"_s);
    QVERIFY(m_appearance->setZone("Europe/Berlin"));
    m_view = std::make_unique<CompareView>(*m_appearance);
    m_view->resize(1200, 900);
    m_view->show();
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
    QTRY_COMPARE(m_list->model()->rowCount(), 2); // topics are found on a thread of their own
}

void CompareViewTest::emptyViewsSayWhatToDo()
{
    m_view->setBook(std::make_shared<const ClaimBook>(std::vector<store::StoredClaim>(), std::vector<core::NewsItem>(),
                                                      std::vector<core::Instrument>(), u"en"_s));
    QTRY_VERIFY(texts().join(u' ').contains(u"Open one"_s));
    TestSession session;
    QVERIFY(session.openSample());
    m_view->setStore(session.get());
    QVERIFY(texts().join(u' ').contains(u"Import news"_s));
    m_view->setBook(nullptr);
    m_view->setStore(nullptr);
    QVERIFY(texts().join(u' ').contains(u"Open one"_s));
}

void CompareViewTest::theBusiestSessionComesFirst()
{
    QCOMPARE(m_view->session(), kDay);
    QCOMPARE(m_list->model()->rowCount(), 2);
    QCOMPARE(m_list->currentIndex().row(), 0);
    QCOMPARE(m_table->model()->rowCount(), 4);
    QVERIFY(m_list->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"−450 bn USD: contradicted"_s));
    QCOMPARE(cell(0, CompareTableModel::Converted), u"450.0"_s);
    QCOMPARE(m_table->model()->headerData(CompareTableModel::Converted, Qt::Horizontal).toString(), u"in bn USD"_s);
    QCOMPARE(cell(0, CompareTableModel::Interval), u"445 to 455 bn USD"_s);
}

void CompareViewTest::topicsAndRowsAreChosenByKeyboard()
{
    QSignalSpy activated(m_view.get(), &CompareView::claimActivated);
    const auto newsOfLast = [&] { return activated.back()[0].value<store::ClaimKey>().newsId; };
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Down);
    QCOMPARE(m_table->model()->rowCount(), 1);
    QCOMPARE(newsOfLast(), 4); // a topic brings the headline of its first claim
    QTest::keyClick(m_list, Qt::Key_Up);
    QCOMPARE(m_table->model()->rowCount(), 4);
    QCOMPARE(newsOfLast(), 1);
    QCOMPARE(m_chart->currentRow(), 0);
    m_chart->setFocus();
    QTest::keyClick(m_chart, Qt::Key_Down);
    QCOMPARE(newsOfLast(), 2);
    QCOMPARE(m_table->currentIndex().row(), 1);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Down);
    QCOMPARE(m_chart->currentRow(), 2);
    QCOMPARE(newsOfLast(), 3);
    QTRY_COMPARE(m_chart->height(), m_chart->sizeHint().height());
    QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, {200, m_chart->height() - 60});
    QCOMPARE(newsOfLast(), 4);
    QCOMPARE(activated.count(), 5);
    QSignalSpy left(m_view.get(), &CompareView::leaveRequested);
    for (QWidget *part :
         {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_chart),
          static_cast<QWidget *>(m_view->findChild<QPlainTextEdit *>())})
        QTest::keyClick(part, Qt::Key_Escape);
    QCOMPARE(left.count(), 4);
}

void CompareViewTest::sessionsAreChosen()
{
    auto *sessions = m_view->findChild<QComboBox *>(u"session"_s);
    QCOMPARE(sessions->count(), 2);
    QCOMPARE(sessions->currentText(), u"Session: 27 Jan 2025"_s);
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
    const auto book = someBook();
    m_view->setBook(book);
    QTRY_VERIFY(m_book.use_count() == 1); // the view has the new one
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
    QCOMPARE(m_view->findChild<QComboBox *>(u"session"_s)->currentText(), u"Session: 27.01.2025"_s);
    QCOMPARE(cell(0, CompareTableModel::Converted), u"450,0"_s);
    QCOMPARE(m_chart->currentRow(), 2);
}

void CompareViewTest::theSumSpeaksOfTheChosenClaim()
{
    m_view->setActive(store::StoredClaim(ClaimMaker().in(1)).key());
    QVERIFY2(sum().contains(u"Claim | −450 bn USD | Herausgeber 1"_s), qPrintable(sum().join(u'\n')));
    QVERIFY2(sum().contains(u"Difference | −142.7 bn USD | "_s), qPrintable(sum().join(u'\n')));
    m_view->setActive(store::StoredClaim(ClaimMaker().in(3)).key());
    QVERIFY2(sum().contains(u"at this rate | −589.4 bn USD | "_s), qPrintable(sum().join(u'\n')));
    QVERIFY(!sum().join(u'\n').contains(u"450"_s));
    m_appearance->setLanguage(u"de"_s);
    QVERIFY2(sum().join(u'\n').contains(u"−589,4"_s), qPrintable(sum().join(u'\n')));
}

void CompareViewTest::rulesAreThoseOfTheTopic()
{
    QStringList names;
    for (const ReadingRule &rule : readingRules(m_topics.front()))
        names.append(rule.name);
    QCOMPARE(names, QStringList({u"exact"_s, u"round number"_s, u"over"_s, u"market value"_s, u"currency"_s}));
    QVERIFY(readingRules(m_topics.back()).size() < 3); // a price that fell 17%
    QVERIFY(m_view->rules()->findChildren<QLabel *>().size() >= 10);
}

void CompareViewTest::verdictsOfTheFilterAreNotCut()
{
    for (const QString &language : {u"en"_s, u"de"_s}) {
        m_appearance->setLanguage(language);
        const auto *box = m_view->filterBar()->findChild<QComboBox *>(u"verdict"_s);
        for (int i = 0; i < box->count(); ++i) {
            const int text = box->fontMetrics().horizontalAdvance(box->itemText(i));
            QVERIFY2(box->sizeHint().width() > text, qPrintable(box->itemText(i)));
            QVERIFY2(box->view()->minimumWidth() > text, qPrintable(box->itemText(i)));
        }
    }
}

void CompareViewTest::filtersLeaveTopics()
{
    QSignalSpy activated(m_view.get(), &CompareView::claimActivated);
    auto *several = m_view->findChild<QCheckBox *>();
    several->click();
    QCOMPARE(m_list->model()->rowCount(), 1);
    QCOMPARE(m_list->currentIndex().row(), 0);
    several->click();
    QCOMPARE(m_list->model()->rowCount(), 2);
    choose("verdict", 1); // contradicted: the market value
    QCOMPARE(m_list->model()->rowCount(), 1);
    QCOMPARE(m_table->model()->rowCount(), 4);
    QVERIFY2(texts().join(u'|').contains(u"1 of 2 topic"_s), qPrintable(texts().join(u'|')));
    QCOMPARE(activated.count(), 0); // the topic is still there

    choose("session", 0);
    QCOMPARE(m_list->model()->rowCount(), 0); // nothing contradicted on that day
    QVERIFY(texts().contains(u"No topic of this session matches the filter."_s));
    m_view->setActive(store::StoredClaim(ClaimMaker().in(4, 2)).key()); // asked for: the filter gives way
    QCOMPARE(m_list->model()->rowCount(), 1);
    QCOMPARE(m_chart->currentRow(), 0);
}

void CompareViewTest::manyClaimsScroll()
{
    constexpr int kMany = 20'000;
    std::vector<store::StoredClaim> made;
    std::vector<core::NewsItem> news;
    for (int id = 1; id <= kMany; ++id) {
        made.push_back(ClaimMaker().in(id).stated(10 + id % 100 / 10.0, 0.05));
        news.push_back(tables::newsOf(id, u"A"_s, u"a"_s));
    }
    m_view->setBook(
        std::make_shared<const ClaimBook>(std::move(made), std::move(news), std::vector<core::Instrument>(), u"en"_s));
    QTRY_COMPARE(m_table->model()->rowCount(), kMany);
    QTRY_VERIFY(m_chart->height() < 1000 && m_chart->height() == m_chart->sizeHint().height());
    QVERIFY(m_table->height() < 500);
    m_chart->setFocus();
    QTest::keyClick(m_chart, Qt::Key_End);
    QCOMPARE(m_chart->currentRow(), kMany - 1);
    QVERIFY(m_chart->rowInView(kMany - 1).height() > 0);
    QVERIFY(m_chart->rowInView(0).isEmpty());
    QVERIFY(m_table->visualRect(m_table->currentIndex()).intersects(m_table->viewport()->rect()));
    // separators as the process has them: no texts are installed here
    const QString summary = m_view->findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY(QRegularExpression(u"and 19\\D988 more\\.$"_s).match(summary).hasMatch());
    QVERIFY(!texts().filter(QRegularExpression(u"^20\\D000 claim"_s)).isEmpty());
    QVERIFY2(m_list->currentIndex().data(Qt::AccessibleTextRole).toString().size() < 1000,
             "a screen reader would never end");
}

void CompareViewTest::aRowIsExplained()
{
    m_table->setFocus();
    m_table->setCurrentIndex(m_table->model()->index(1, 0));
    QTest::keyClick(m_table, Qt::Key_Return);
    auto *popup = m_view->findChild<VerdictPopup *>();
    QVERIFY(popup && popup->isVisible());
    QCOMPARE(popup->claim()->newsId, 2);
    QTest::keyClick(popup, Qt::Key_Escape); // closes it, and not the comparison
    QVERIFY(!popup->isVisible());
    m_chart->setFocus();
    QTest::keyClick(m_chart, Qt::Key_Return);
    QVERIFY(popup->isVisible());
    QTest::keyClick(m_list, Qt::Key_Down);
    QVERIFY(!popup->isVisible()); // its claim is gone from sight
    for (QWidget *part : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_chart)}) {
        QStringList texts;
        for (const QAction *action : part->actions())
            texts.append(action->text());
        for (const QString &text :
             {u"Explain"_s, u"Show headline"_s, u"In chart"_s, u"Copy table"_s, u"Export as CSV…"_s})
            QVERIFY2(texts.contains(text), qPrintable(text));
    }
}

void CompareViewTest::theTableIsExported()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"claims.csv"_s);
    QSignalSpy exported(m_view.get(), &CompareView::exported);
    QSignalSpy failed(m_view.get(), &CompareView::failed);
    m_view->exportTo(path);
    QTRY_COMPARE(exported.count(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 5); // with the head: the topic's claims, and no others
    QVERIFY(lines[1].startsWith("contradicted,"));
    QVERIFY(lines[3].contains("563000000000"));
    m_view->exportTo(folder.filePath(u"missing/claims.csv"_s));
    QTRY_COMPARE(failed.count(), 1);
}

void CompareViewTest::narrowTablesAreNotCut()
{
    for (const int width : {1300, 700, 560}) {
        m_view->resize(width, 800);
        QTRY_COMPARE(m_view->width(), width);
        int wanted = 0; // by the widest verdict
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            wanted = std::max(wanted, m_table->fontMetrics().horizontalAdvance(cell(row, CompareTableModel::Verdict)));
        const int last = m_table->columnWidth(CompareTableModel::Verdict);
        QVERIFY2(last >= wanted, qPrintable(QString::number(width)));
        QVERIFY(m_chart->viewport()->width() >= m_chart->minimumSizeHint().width());
    }
    m_view->resize(1300, 800);
    QTRY_COMPARE(m_table->horizontalScrollBar()->maximum(), 0);
}

QTEST_MAIN(CompareViewTest)
#include "tst_compareview.moc"
