// SPDX-License-Identifier: GPL-3.0-or-later
#include "../TestTranslator.h"
#include "HeadlineBench.h"
#include <store/StoreWriter.h>

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using namespace tickmark::newsview;
using namespace Qt::StringLiterals;

//! The list of headlines, worked on with mouse and keyboard on a real store.
class HeadlinePanelTest : public QObject, private HeadlineBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeSample()); }
    void init() { QVERIFY(start()); }
    void cleanup() { close(); }

    void aStoreWithoutHeadlinesAndNoStoreSayWhatToDo();
    void aClickSelects();
    void arrowsSelect();
    void selectingFromOutsideIsSilentForCharts();
    void ofAClusterTheNewestIsSelected();
    void readMarksSurviveReopening();
    void spaceTogglesRead();
    void importedHeadlinesAppear();
    void languageAndNumbersFollowTheWindow();
    void rowsGrowOnlyWhereThereAreVerdicts();
    void rowsFollowTheWidthOfTheList();
    void verdictsFollowTheLanguage();
    void aSelectedRowStaysInViewWhenVerdictsCome();
    void copies();
    void fiveThousandHeadlines();
};

void HeadlinePanelTest::aStoreWithoutHeadlinesAndNoStoreSayWhatToDo()
{
    m_panel->setSession(nullptr);
    QCOMPARE(rows(), 0);
    QVERIFY(labels(*m_panel).join(u' ').contains(u"No database is open"_s));
    m_panel->setSession(m_session.get());
    QTRY_COMPARE(rows(), 27);
    for (qint64 import = 1; import <= 10; ++import) // whichever of them brought the news
        static_cast<void>(m_session->writer()->undoImport(import).result());
    m_session->tellChanged(pipeline::StoreChange::News);
    QTRY_COMPARE(rows(), 0);
    QVERIFY(labels(*m_panel).join(u' ').contains(u"holds no headlines yet"_s));
}

void HeadlinePanelTest::aClickSelects()
{
    QSignalSpy selected(m_panel.get(), &HeadlinePanel::headlineSelected);
    QSignalSpy shown(m_panel.get(), &HeadlinePanel::shownChanged);
    clickRow(2);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.front().front().value<core::NewsItem>().title, row(2).data().toString());
    QCOMPARE(shown.size(), 1);
    QCOMPARE(m_panel->selected()->title, row(2).data().toString());
    clickRow(2);
    QCOMPARE(selected.size(), 1);
}

void HeadlinePanelTest::arrowsSelect()
{
    QSignalSpy selected(m_panel.get(), &HeadlinePanel::headlineSelected);
    clickRow(0);
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Up);
    QCOMPARE(selected.size(), 4);
    QCOMPARE(m_panel->selected()->title, row(1).data().toString());
    QTest::keyClick(list(), Qt::Key_End);
    QCOMPARE(m_panel->selected()->title, row(26).data().toString());
}

void HeadlinePanelTest::selectingFromOutsideIsSilentForCharts()
{
    QSignalSpy selected(m_panel.get(), &HeadlinePanel::headlineSelected);
    QSignalSpy shown(m_panel.get(), &HeadlinePanel::shownChanged);
    const qint64 id = m_panel->headlines()[20].item.id;
    m_panel->select(id);
    QCOMPARE(selected.size(), 0);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(m_panel->selected()->item.id, id);
    QVERIFY(list()->viewport()->rect().intersects(list()->visualRect(row(20))));
    m_panel->select(4711);
    QCOMPARE(m_panel->selected()->item.id, id);
}

void HeadlinePanelTest::ofAClusterTheNewestIsSelected()
{
    const auto &all = m_panel->headlines();
    m_panel->selectAnyOf({all[7].item.id, all[5].item.id, all[6].item.id});
    QCOMPARE(m_panel->selected()->item.id, all[5].item.id);
    for (const int at : {5, 6, 7})
        QVERIFY(list()->viewport()->rect().contains(list()->visualRect(row(at))));
    m_panel->selectAnyOf({});
    QCOMPARE(m_panel->selected()->item.id, all[5].item.id);
}

void HeadlinePanelTest::readMarksSurviveReopening()
{
    clickRow(1);
    const qint64 id = m_panel->selected()->item.id;
    QTRY_VERIFY(row(1).data(tables::HeadlineModel::ReadRole).toBool());
    QVERIFY(!row(0).data(tables::HeadlineModel::ReadRole).toBool());
    close();
    QVERIFY(open());
    for (int at = 0; at < rows(); ++at)
        QCOMPARE(row(at).data(tables::HeadlineModel::ReadRole).toBool(),
                 row(at).data(tables::HeadlineModel::IdRole).toLongLong() == id);
}

void HeadlinePanelTest::spaceTogglesRead()
{
    clickRow(0);
    QTest::keyClick(list(), Qt::Key_Space);
    QVERIFY(row(0).data(tables::HeadlineModel::ReadRole).toBool());
    QTest::keyClick(list(), Qt::Key_Space);
    QVERIFY(!row(0).data(tables::HeadlineModel::ReadRole).toBool());
}

void HeadlinePanelTest::importedHeadlinesAppear()
{
    clickRow(3);
    const qint64 id = m_panel->selected()->item.id;
    const core::NewsItem item{0,      u"x"_s,  core::Time{std::numeric_limits<qint64>::max() / 2},
                              u"X"_s, u"de"_s, u"Vistras Kurs steigt"_s,
                              {},     {}};
    QVERIFY(m_session->writer()->importNews({}, {item}).result().has_value());
    m_session->tellChanged(pipeline::StoreChange::News);
    QTRY_COMPARE(rows(), 28);
    QCOMPARE(row(0).data().toString(), item.title);
    QCOMPARE(m_panel->selected()->item.id, id);
    QCOMPARE(list()->currentIndex().row(), 4);
}

void HeadlinePanelTest::languageAndNumbersFollowTheWindow()
{
    m_panel->setViewRange({core::Time{0}, core::Time{std::numeric_limits<qint64>::max()}});
    QVERIFY(labels(*m_head).contains(u"27 in view"_s) || labels(*m_head).contains(u"%Ln in view"_s));
    TestTranslator translator({{"%Ln in view", u"%1 im Ausschnitt"_s}, {"All instruments", u"Alle Instrumente"_s}});
    QApplication::installTranslator(&translator);
    QTRY_VERIFY(labels(*m_head).contains(u"27 im Ausschnitt"_s));
    QCOMPARE(box(u"Filter headlines by instrument"_s)->itemText(0), u"Alle Instrumente"_s);
    QApplication::removeTranslator(&translator);
    const QImage german = m_panel->grab().toImage();
    m_appearance->setLanguage(u"en"_s);
    QTRY_VERIFY(m_panel->grab().toImage() != german);
}

void HeadlinePanelTest::rowsGrowOnlyWhereThereAreVerdicts()
{
    std::vector<int> before;
    for (int at = 0; at < rows(); ++at)
        before.push_back(list()->visualRect(row(at)).height());
    const qint64 without = row(3).data(tables::HeadlineModel::IdRole).toLongLong();
    const tables::ClaimBookPtr all = claims();
    std::vector<store::StoredClaim> others;
    std::ranges::copy_if(all->claims(), std::back_inserter(others),
                         [without](const store::StoredClaim &claim) { return claim.newsId != without; });
    std::vector<core::NewsItem> news;
    for (const tables::Headline &headline : m_panel->headlines())
        news.push_back(headline.item);
    m_panel->setClaims(
        std::make_shared<const tables::ClaimBook>(others, news, std::vector<core::Instrument>(), u"de"_s));
    int judged = 0;
    for (int at = 0; at < rows(); ++at) {
        const bool isJudged = row(at).data(tables::HeadlineModel::JudgedRole).toBool();
        judged += int(isJudged);
        QCOMPARE(list()->visualRect(row(at)).height(), before[size_t(at)] + (isJudged ? 18 : 0));
    }
    QVERIFY(judged > 5 && judged < 27);
    QVERIFY(!row(3).data(tables::HeadlineModel::JudgedRole).toBool());
    m_panel->setClaims(nullptr);
    QCOMPARE(list()->visualRect(row(4)).height(), before[4]);
}

//! A title that breaks into two lines gets the room of two, a neighbour's line is never painted over.
void HeadlinePanelTest::rowsFollowTheWidthOfTheList()
{
    m_panel->setClaims(claims());
    const auto height = [this](int at) { return list()->sizeHintForIndex(row(at)).height(); };
    const auto total = [this] {
        int sum = 0;
        for (int at = 0; at < rows(); ++at)
            sum += list()->visualRect(row(at)).height();
        return sum;
    };
    const int wide = total();
    for (const int width : {300, 240, 428}) {
        m_panel->resize(width, 700);
        QTRY_COMPARE(list()->visualRect(row(rows() - 1)).height(), height(rows() - 1));
        for (int at = 0; at < rows(); ++at) {
            QCOMPARE(list()->visualRect(row(at)).height(), height(at));
            if (at > 0)
                QCOMPARE(list()->visualRect(row(at)).top(), list()->visualRect(row(at - 1)).bottom() + 1);
        }
        QCOMPARE(total() > wide, width < 428); // narrow titles do break
    }
}

void HeadlinePanelTest::verdictsFollowTheLanguage()
{
    m_panel->setClaims(claims());
    const auto number = [this] {
        for (int at = 0; at < rows(); ++at) {
            const auto shown =
                row(at).data(tables::HeadlineModel::VerdictsRole).value<QList<tables::HeadlineVerdict>>();
            for (const tables::HeadlineVerdict &verdict : shown) {
                if (verdict.number.contains(u"14"_s) && verdict.number.contains(u'%'))
                    return verdict.number;
            }
        }
        return QString();
    };
    QCOMPARE(number(), u"−14,4\u00a0%"_s);
    m_appearance->setLanguage(u"en"_s);
    QCOMPARE(number(), u"−14.4%"_s);
}

void HeadlinePanelTest::aSelectedRowStaysInViewWhenVerdictsCome()
{
    m_panel->resize(428, 300);
    clickRow(12);
    QVERIFY(list()->viewport()->rect().contains(list()->visualRect(row(12))));
    m_panel->setClaims(claims());
    QVERIFY(list()->viewport()->rect().contains(list()->visualRect(row(12))));
}

void HeadlinePanelTest::copies()
{
    clickRow(0);
    QTest::keySequence(list(), QKeySequence::Copy);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(m_panel->selected()->title));
    QVERIFY(copied.contains(m_panel->selected()->item.publisher));
}

void HeadlinePanelTest::fiveThousandHeadlines()
{
    std::vector<core::NewsItem> many;
    for (int i = 0; i < 5000; ++i)
        many.push_back(
            {0,
             u"m%1"_s.arg(i),
             core::Time{i * core::kNsPerHour},
             u"Massenblatt"_s,
             u"de"_s,
             u"Nvidia und Vistra fallen am Tag %1 zusammen mit vielen Chipwerten aus aller Welt tief"_s.arg(i),
             u"Der Dow Jones stand tiefer, Broadcom auch. "_s.repeated(20),
             {}});
    QVERIFY(m_session->writer()->importNews({}, std::move(many)).result().has_value());
    m_session->tellChanged(pipeline::StoreChange::News);
    QTRY_COMPARE(rows(), 5027);
    QElapsedTimer timer;
    timer.start();
    list()->grab();
    qInfo("5,027 headlines: first layout and paint %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    double worst = 0;
    QScrollBar *bar = list()->verticalScrollBar();
    for (int step = 0; step < 100; ++step) {
        timer.restart();
        bar->setValue(bar->maximum() * step / 100);
        list()->viewport()->repaint();
        worst = std::max(worst, double(timer.nsecsElapsed()) / 1e6);
    }
    qInfo("worst frame of 100 while scrolling: %.1f ms", worst);
    QSignalSpy reset(list()->model(), &QAbstractItemModel::modelReset);
    m_panel->findChild<QLineEdit *>()->setText(u"Chipwerte"_s);
    timer.restart();
    QVERIFY(reset.wait());
    qInfo("full text over 5,027 headlines: %.1f ms after the last key, the delay of 120 ms included",
          double(timer.nsecsElapsed()) / 1e6);
    QVERIFY(rows() >= 5000 && rows() < 5027);
}

QTEST_MAIN(HeadlinePanelTest)
#include "tst_headlinepanel.moc"
