// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineBench.h"
#include <store/StoreWriter.h>

#include <QAction>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace tickmark;
using namespace tickmark::newsview;
using namespace Qt::StringLiterals;

//! What a reader leaves of the list of headlines by words, instruments, publishers, verdicts and time.
class HeadlineFilterTest : public QObject, private HeadlineBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeSample()); }
    void init() { QVERIFY(start()); }
    void cleanup() { close(); }

    void aHiddenHeadlineIsShownWhenAMarkerSelectsIt();
    void wordsAreFoundInEveryForm_data();
    void wordsAreFoundInEveryForm();
    void theInstrumentFilterLeavesWhatMentionsIt();
    void theFilterSaysSoAndCanBeCleared();
    void onlyInView();
    void filterAndSelectionReturn();
    void theVerdictFilterLeavesWhatHasOne();
    void publishersAreChosenInTheMenu();

private:
    void typeFilter(const QString &text);
};

void HeadlineFilterTest::typeFilter(const QString &text)
{
    auto *field = m_panel->findChild<QLineEdit *>();
    field->setFocus();
    field->selectAll();
    if (text.isEmpty())
        QTest::keyClick(field, Qt::Key_Delete);
    else
        QTest::keyClicks(field, text);
}

void HeadlineFilterTest::aHiddenHeadlineIsShownWhenAMarkerSelectsIt()
{
    m_panel->setInstrumentFilter(u"VST"_s);
    QVERIFY(rows() > 0 && rows() < 27);
    const auto hidden = std::ranges::find_if(m_panel->headlines(), [](const tables::Headline &headline) {
        return std::ranges::none_of(headline.instruments,
                                    [](const tables::NamedInstrument &named) { return named.symbol == u"VST"; });
    });
    m_panel->select(hidden->item.id);
    QCOMPARE(rows(), 27);
    QCOMPARE(m_panel->selected()->item.id, hidden->item.id);
}

void HeadlineFilterTest::wordsAreFoundInEveryForm_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("singular") << u"chipwert"_s;
    QTest::newRow("plural") << u"Chipwerte"_s;
    QTest::newRow("dative") << u"Chipwerten"_s;
    QTest::newRow("beginning of a word") << u"Chipwer"_s;
}

void HeadlineFilterTest::wordsAreFoundInEveryForm()
{
    QFETCH(QString, typed);
    const core::NewsItem item{0, u"x"_s, core::Time{1}, u"Prüfblatt"_s, u"de"_s, u"Verluste bei Chipwerten"_s, {}, {}};
    QVERIFY(m_session->writer()->importNews({}, {item}).result().has_value());
    m_session->tellChanged(pipeline::StoreChange::News);
    QTRY_COMPARE(rows(), 28);
    typeFilter(typed);
    QTRY_VERIFY(rows() < 28);
    QStringList found;
    for (int at = 0; at < rows(); ++at)
        found += row(at).data().toString();
    QVERIFY2(found.contains(item.title), qPrintable(found.join(u'\n')));
    typeFilter({});
    QTRY_COMPARE(rows(), 28);
}

void HeadlineFilterTest::theInstrumentFilterLeavesWhatMentionsIt()
{
    m_panel->setInstrumentFilter(u"NVDA"_s);
    QVERIFY(rows() > 0 && rows() < 27);
    for (int at = 0; at < rows(); ++at) {
        const auto instruments =
            row(at).data(tables::HeadlineModel::InstrumentsRole).value<QList<tables::NamedInstrument>>();
        QVERIFY(std::ranges::any_of(instruments, [](const auto &named) { return named.symbol == u"NVDA"; }));
    }
    QCOMPARE(box(u"Filter headlines by instrument"_s)->currentText(), u"NVDA"_s);
    m_panel->setInstrumentFilter(u"NOTHERE"_s);
    QCOMPARE(rows(), 0);
    m_panel->setInstrumentFilter(std::nullopt);
    QCOMPARE(rows(), 27);
}

void HeadlineFilterTest::theFilterSaysSoAndCanBeCleared()
{
    QVERIFY(!labels(*m_panel).join(u' ').contains(u" of "_s));
    typeFilter(u"xyzxyz"_s);
    QTRY_COMPARE(rows(), 0);
    QVERIFY(labels(*m_panel).join(u' ').contains(u"0 of "_s));
    QVERIFY(labels(*m_panel).join(u' ').contains(u"No headline matches"_s));
    QPushButton *clear = nullptr;
    for (auto *button : m_panel->findChildren<QPushButton *>()) {
        if (button->isVisible())
            clear = button;
    }
    QVERIFY(clear);
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(rows(), 27);
    QVERIFY(m_panel->findChild<QLineEdit *>()->text().isEmpty());
}

void HeadlineFilterTest::onlyInView()
{
    const core::Time from = m_panel->headlines()[9].item.published;
    const core::Time to = m_panel->headlines()[2].item.published;
    m_panel->setViewRange({from, to});
    const int expected = int(std::ranges::count_if(m_panel->headlines(), [&](const tables::Headline &headline) {
        return core::TimeRange{from, to}.contains(headline.item.published);
    }));
    QCOMPARE(rows(), 27);
    QVERIFY(labels(*m_head).join(u' ').contains(u"in view"_s));
    QAction *inView = nullptr;
    for (QAction *action : m_panel->findChildren<QAction *>()) {
        if (action->text() == u"Only in view"_s)
            inView = action;
    }
    QVERIFY(inView);
    inView->trigger();
    QCOMPARE(rows(), expected);
    m_panel->setViewRange({core::Time{0}, core::Time{1}});
    QCOMPARE(rows(), 0);
    QVERIFY(labels(*m_panel).join(u' ').contains(u"in the time that the charts show"_s));
}

void HeadlineFilterTest::filterAndSelectionReturn()
{
    m_panel->setInstrumentFilter(u"NVDA"_s);
    clickRow(1);
    const qint64 id = m_panel->selected()->item.id;
    const int left = rows();
    const QJsonObject state = m_panel->saveState();
    m_panel.reset();
    m_panel = std::make_unique<HeadlinePanel>(*m_appearance);
    m_panel->restoreState(state); // before the store is there, as at a start
    m_panel->show();
    m_panel->setSession(m_session.get());
    QTRY_COMPARE(rows(), left);
    QCOMPARE(m_panel->selected()->item.id, id);
    m_panel->restoreState(QJsonObject{{u"filter"_s, 17}, {u"selected"_s, u"x"_s}});
    QCOMPARE(rows(), 27);
}

void HeadlineFilterTest::theVerdictFilterLeavesWhatHasOne()
{
    m_panel->setClaims(claims());
    QComboBox *verdicts = box(u"Filter headlines by verdict"_s);
    QVERIFY(verdicts);
    QCOMPARE(verdicts->itemText(0), u"All verdicts"_s);
    QCOMPARE(verdicts->count(), 7);
    const auto codes = [this](int at) {
        QList<claims::VerdictCode> all;
        const auto shown = row(at).data(tables::HeadlineModel::VerdictsRole).value<QList<tables::HeadlineVerdict>>();
        for (const tables::HeadlineVerdict &verdict : shown)
            all += verdict.code;
        return all;
    };
    int expected = 0;
    for (int at = 0; at < rows(); ++at)
        expected += int(codes(at).contains(claims::VerdictCode::Intraday));
    QVERIFY(expected > 0 && expected < 27);
    verdicts->setFocus();
    QTest::keyClick(verdicts, Qt::Key_Down);
    QTest::keyClick(verdicts, Qt::Key_Down);
    QCOMPARE(verdicts->currentData().toString(), u"intraday"_s);
    QCOMPARE(rows(), expected);
    for (int at = 0; at < rows(); ++at)
        QVERIFY(codes(at).contains(claims::VerdictCode::Intraday));

    const QJsonObject state = m_panel->saveState();
    m_panel = std::make_unique<HeadlinePanel>(*m_appearance);
    m_panel->restoreState(state);
    m_panel->show();
    m_panel->setSession(m_session.get());
    QTRY_COMPARE(rows(), 27); // until it is known which have one
    m_panel->setClaims(claims());
    QCOMPARE(rows(), expected);
    QCOMPARE(box(u"Filter headlines by verdict"_s)->currentData().toString(), u"intraday"_s);
    m_panel->clearFilter();
    QCOMPARE(rows(), 27);
}

void HeadlineFilterTest::publishersAreChosenInTheMenu()
{
    const QString publisher = m_panel->headlines().front().item.publisher;
    QAction *choice = nullptr;
    for (QAction *action : m_panel->findChildren<QAction *>()) {
        if (action->data().toString() == publisher)
            choice = action;
    }
    QVERIFY(choice);
    choice->trigger();
    QVERIFY(rows() > 0 && rows() < 27);
    for (int at = 0; at < rows(); ++at)
        QCOMPARE(row(at).data(tables::HeadlineModel::PublisherRole).toString(), publisher);
    m_panel->clearFilter();
    QCOMPARE(rows(), 27);
}

QTEST_MAIN(HeadlineFilterTest)
#include "tst_headlinefilter.moc"
