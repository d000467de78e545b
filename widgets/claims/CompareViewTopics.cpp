// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CompareView that shows sessions, topics and claims.
#include "ClaimsCsv.h"
#include "CompareChart.h"
#include "CompareFilterBar.h"
#include "CompareRules.h"
#include "CompareSum.h"
#include "CompareTexts.h"
#include "CompareView.h"
#include "VerdictPopup.h"
#include <export/CsvExport.h>
#include <pipeline/StartOn.h>
#include <pipeline/StoreSession.h>
#include <pipeline/WhenDone.h>
#include <tables/ClaimStatement.h>

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>

#include <style/DockHead.h>

#include <algorithm>

namespace tickmark::claimview {

using tables::ClaimBookPtr;
using tables::ClaimTopic;
using tables::TopicClaim;

namespace {

//! The same topic in another book.
bool isSame(const ClaimTopic &a, const ClaimTopic &b)
{
    return a.subject == b.subject && a.measure == b.measure && a.unit == b.unit && a.sessions == b.sessions;
}

} // namespace

void CompareView::setStore(pipeline::StoreSession *session)
{
    m_hasStore = session != nullptr;
    m_popup->setSession(session);
    showContents();
}

void CompareView::setUndoStack(QUndoStack *undoStack)
{
    m_popup->setUndoStack(undoStack);
}

void CompareView::setBook(ClaimBookPtr book)
{
    const int number = ++m_newest;
    if (!book) {
        m_session.reset();
        m_bar->clear();
        take({});
        return;
    }
    const auto prepare = [book = std::move(book)] {
        return Prepared{book, std::make_shared<const tables::SessionTopics>(tables::topicsOf(*book))};
    };
    pipeline::whenDone(pipeline::startOn(m_threads, prepare), this, [this, number](Prepared prepared) {
        if (number == m_newest)
            take(std::move(prepared));
    });
}

void CompareView::take(Prepared prepared)
{
    const std::optional<ClaimTopic> before = topic() ? std::optional(*topic()) : std::nullopt;
    const ClaimBookPtr beforeBook = m_book; // `before` refers to it
    m_chart->setTopic(nullptr, nullptr);    // they refer to the book that goes
    m_rows.setTopic(nullptr, nullptr);
    m_topics.setTopics(nullptr, {});
    m_book = std::move(prepared.book);
    m_all = std::move(prepared.topics);
    m_popup->setBook(m_book);
    std::vector<core::SessionDate> sessions;
    if (m_all) {
        for (const auto &[session, topics] : *m_all)
            sessions.push_back(session);
        if (!m_session || !m_all->contains(*m_session))
            m_session = busiestSession(*m_all);
    }
    m_bar->setSessions(std::move(sessions), m_session);
    showSession();
    for (int row = 0; before && row < m_topics.rowCount(); ++row) {
        if (isSame(m_topics.topicAt(row), *before)) {
            selectTopic(row);
            break;
        }
    }
    setActive(m_active);
}

void CompareView::setSession(core::SessionDate session)
{
    if (m_session == session || !m_all)
        return;
    m_session = session;
    m_bar->setCurrent(session);
    showSession();
    setActive(m_active);
}

void CompareView::showSession()
{
    m_chart->setTopic(nullptr, nullptr);
    m_rows.setTopic(nullptr, nullptr);
    m_topics.setTopics(m_all, m_session);
    QStringList subjects;
    for (const ClaimTopic &each : m_topics.all())
        subjects.append(each.subject);
    subjects.removeDuplicates();
    subjects.sort(Qt::CaseInsensitive);
    m_bar->setSubjects(subjects);
    m_topics.setFilter(m_bar->filter());
    selectTopic(0);
    showContents();
}

void CompareView::applyFilter()
{
    const ClaimTopic *before = topic();
    m_topics.setFilter(m_bar->filter());
    const int row = before ? m_topics.rowOf(*before) : -1;
    selectTopic(std::max(row, 0));
    showContents();
    if (row < 0)
        rowChosen(0);
    else
        setActive(m_active);
}

void CompareView::setActive(const std::optional<store::ClaimKey> &key)
{
    m_active = key;
    if (!key) {
        showRow(-1);
        return;
    }
    const store::StoredClaim *claim = m_book ? m_book->find(*key) : nullptr;
    const std::optional<core::SessionDate> session = claim ? tables::sessionOf(*claim) : std::nullopt;
    if (!session || !m_all || !m_all->contains(*session))
        return;
    if (session != m_session) {
        setSession(*session); // comes back here
        return;
    }
    const QByteArray statement = tables::statementKey(*claim); // its item may say it twice, and the topic has the first
    for (const ClaimTopic &each : m_topics.all()) {
        const auto found = std::ranges::find_if(each.claims, [&](const TopicClaim &member) {
            return member.claim->newsId == claim->newsId && tables::statementKey(*member.claim) == statement;
        });
        if (found == each.claims.end())
            continue;
        if (m_topics.rowOf(each) < 0)
            m_bar->clear(); // comes back here
        else
            selectTopic(m_topics.rowOf(each));
        showRow(int(found - each.claims.begin()));
        return;
    }
}

void CompareView::chooseFirst()
{
    if (m_chart->currentRow() < 0)
        rowChosen(0);
}

const ClaimTopic *CompareView::topic() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_topics.rowCount() ? &m_topics.topicAt(row) : nullptr;
}

const store::StoredClaim *CompareView::currentClaim() const
{
    const ClaimTopic *shown = topic();
    const int row = m_chart->currentRow();
    return shown && row >= 0 ? shown->claims[std::size_t(row)].claim : nullptr;
}

void CompareView::selectTopic(int row)
{
    const QScopedValueRollback quiet(m_isSelecting, true);
    m_list->setCurrentIndex(m_topics.index(row));
    if (m_rows.topic() != topic())
        showTopic(row);
}

void CompareView::showTopic(int row)
{
    const ClaimTopic *shown = row >= 0 && row < m_topics.rowCount() ? &m_topics.topicAt(row) : nullptr;
    m_popup->close();
    m_chart->setTopic(shown, m_book);
    m_rows.setTopic(shown, m_book);
    showTexts();
    showSum();
    fitTable();
}

//! By the user: the headline beside it is to be one of this topic.
void CompareView::topicChosen(int row)
{
    if (m_isSelecting || row < 0)
        return;
    {
        const QScopedValueRollback quiet(m_isSelecting, true);
        showTopic(row);
    }
    rowChosen(0);
}

void CompareView::showTexts()
{
    const core::Formats &formats = m_appearance.formats();
    const int all = int(m_topics.all().size());
    const int shownTopics = m_topics.rowCount();
    m_listHead->setNote(shownTopics == all ? tr("%Ln topic(s)", nullptr, all)
                                           //: %1: how many of them a filter leaves
                                           : tr("%1 of %Ln topic(s)", nullptr, all).arg(formats.count(shownTopics)));
    const ClaimTopic *shown = topic();
    if (!shown || !m_session)
        return;
    m_title->setText(topicTitle(*shown, *m_session, formats));
    m_sentence->setText(topicSentence(*shown, formats));
    m_tableHead->setText(tr("%Ln claim(s)", nullptr, int(shown->claims.size())));
    m_text->setPlainText(topicSummary(*shown, *m_book, formats));
    m_rules->setRules(readingRules(*shown));
}

void CompareView::showSum()
{
    const ClaimTopic *shown = topic();
    m_sum->setRows(shown && m_rows.topic() == shown
                       ? sumRows(*shown, m_chart->currentRow(), *m_book, m_appearance.formats(), m_appearance.zone())
                       : std::vector<SumRow>());
}

void CompareView::showRow(int row)
{
    const QScopedValueRollback quiet(m_isSelecting, true);
    m_chart->setCurrentRow(row);
    m_table->setCurrentIndex(m_rows.index(row, std::max(0, m_table->currentIndex().column())));
    for (QAction *action : {m_explain, m_showHeadline, m_showOnChart})
        action->setEnabled(m_chart->currentRow() >= 0);
    showSum();
}

void CompareView::rowChosen(int row)
{
    const ClaimTopic *shown = topic();
    if (m_isSelecting || row < 0 || !shown)
        return;
    if (m_popup->claim() != shown->claims[std::size_t(row)].claim->key())
        m_popup->close();
    showRow(row);
    const store::ClaimKey key = shown->claims[std::size_t(row)].claim->key();
    if (m_active == key)
        return;
    m_active = key;
    Q_EMIT claimActivated(key);
}

//! Beside the row of the table or of the chart, whichever the user is at.
void CompareView::explain(int row)
{
    const ClaimTopic *shown = topic();
    if (row < 0 || !shown)
        return;
    rowChosen(row);
    QRect place = m_chart->rowInView(row);
    QWidget *view = m_chart->viewport();
    if (m_table->hasFocus()) {
        m_table->scrollTo(m_rows.index(row, 0));
        place = m_table->visualRect(m_rows.index(row, 0));
        view = m_table->viewport();
    }
    m_popup->open(shown->claims[std::size_t(row)].claim->key(),
                  QRect(view->mapToGlobal(place.topLeft()), place.size()));
}

void CompareView::showContents()
{
    const bool isEmpty = m_topics.rowCount() == 0;
    const bool isFiltered = isEmpty && !m_topics.all().empty();
    m_stack->setCurrentWidget(isEmpty ? m_empty : m_contents);
    m_clear->setVisible(isFiltered);
    showTexts();
    if (!isEmpty)
        return;
    if (isFiltered)
        m_note->setText(tr("No topic of this session matches the filter."));
    else if (!m_hasStore)
        m_note->setText(tr("No database is open. Open one, or the sample case, to compare here what its news state."));
    else if (!m_book)
        m_note->setText({});
    else
        m_note->setText(
            tr("No headline of this database states a number that can be compared. Import news with numbers "
               "about instruments."));
}

void CompareView::askForFile()
{
    exporting::askForCsvFile(this, tr("Export comparison"), tr("comparison.csv", "name of a file"),
                             [this](const QString &path) { exportTo(path); });
}

void CompareView::exportTo(const QString &path)
{
    const ClaimTopic *shown = topic();
    if (!shown)
        return;
    std::vector<int> rows; // of the book
    for (const TopicClaim &member : shown->claims)
        rows.push_back(int(member.claim - m_book->claims().data()));
    exporting::exportOn(
        m_threads, path, this,
        [rows = std::move(rows), book = m_book, language = m_appearance.language()](const QString &file) {
            return writeClaimsCsv(file, tables::ClaimTable(book, language), rows);
        });
}

} // namespace tickmark::claimview
