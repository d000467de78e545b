// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlinePanel.h"

#include "EmptyNote.h"
#include "HeadlineFilterBar.h"
#include "HeadlineList.h"
#include <pipeline/WhenDone.h>

#include <QEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <style/DockHead.h>

#include <algorithm>

namespace tickmark::newsview {

using core::Result;
using pipeline::StoreChange;
using pipeline::StoreChanges;

namespace {

constexpr int kReadAfterMs = 700;
const QString kFilterKey = QStringLiteral("filter");
const QString kSelectedKey = QStringLiteral("selected");

bool hasWord(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

} // namespace

HeadlinePanel::HeadlinePanel(style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_proxy(m_model),
      m_bar(new HeadlineFilterBar(appearance)),
      m_list(new HeadlineList(appearance)),
      m_note(new EmptyNote(appearance)),
      m_stack(new QStackedLayout)
{
    m_list->setModel(&m_proxy);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addLayout(m_stack, 1);
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(kReadAfterMs);
    connectParts();
    retranslate();
}

HeadlinePanel::~HeadlinePanel()
{
    m_loading.request_stop();
    m_searching.request_stop();
}

void HeadlinePanel::connectParts()
{
    connect(m_bar, &HeadlineFilterBar::choiceChanged, this, &HeadlinePanel::setChoice);
    connect(m_bar, &HeadlineFilterBar::markAllReadRequested, this, &HeadlinePanel::markAllRead);
    connect(m_bar, &HeadlineFilterBar::leaveRequested, this, [this] {
        m_list->setFocus(Qt::TabFocusReason);
        if (!m_list->currentIndex().isValid() && m_proxy.rowCount() > 0)
            m_list->setCurrentIndex(m_proxy.index(0, 0));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HeadlinePanel::currentChanged);
    connect(m_list, &HeadlineList::openRequested, this, &HeadlinePanel::openSelected);
    connect(m_list, &HeadlineList::copyRequested, this, &HeadlinePanel::copySelected);
    connect(m_list, &HeadlineList::toggleReadRequested, this, &HeadlinePanel::toggleRead);
    connect(m_list, &HeadlineList::menuRequested, this, &HeadlinePanel::showContextMenu);
    connect(m_note, &EmptyNote::activated, this, &HeadlinePanel::clearFilter);
    connect(&m_readTimer, &QTimer::timeout, this, [this] {
        if (m_shown)
            markRead({*m_shown}, true);
    });
    connect(&m_appearance, &style::Appearance::changed, this, [this] {
        if (m_loadedLanguage != m_appearance.language()) { // names of instruments are in it
            load();
            showVerdicts();
        }
        showCounts();
    });
}

style::DockHead *HeadlinePanel::makeHead(QDockWidget *dock)
{
    m_head = new style::DockHead(m_appearance, dock);
    retranslate();
    return m_head;
}

void HeadlinePanel::setSession(pipeline::StoreSession *session)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_loading.request_stop();
    m_searching.request_stop();
    m_session = session;
    m_isLoaded = false;
    m_textMatches.reset();
    setClaims(nullptr);
    takeHeadlines({});
    m_isLoaded = false;
    showEmptyNote();
    if (!session)
        return;
    connect(session, &pipeline::StoreSession::changed, this, [this](StoreChanges what) {
        if (what & (StoreChanges(StoreChange::News) | StoreChange::Instruments))
            load();
    });
    load();
}

void HeadlinePanel::load()
{
    if (!m_session)
        return;
    m_loading.request_stop();
    m_loading = std::stop_source();
    m_loadedLanguage = m_appearance.language();
    const std::stop_token stop = m_loading.get_token();
    const auto read = m_session->read(
        [language = m_loadedLanguage](store::StoreReader &reader, std::stop_token stopped) {
            return tables::loadHeadlines(reader, language, std::move(stopped));
        },
        stop);
    pipeline::whenDone(read, this, [this, stop](Result<tables::HeadlineSet> set) {
        if (stop.stop_requested())
            return;
        if (set)
            takeHeadlines(*std::move(set));
        else
            Q_EMIT failed(set.error());
    });
}

void HeadlinePanel::takeHeadlines(tables::HeadlineSet set)
{
    m_isLoaded = true;
    m_readTimer.stop();
    m_instruments = std::move(set.instruments);
    m_model.setHeadlines(std::move(set.headlines));
    m_bar->setOffers(m_instruments, set.publishers, set.languages);
    applyFilter();
    if (hasWord(m_choice.text))
        searchText(); // there may be new ones that match
    if (m_shown && !m_model.find(*m_shown))
        m_shown.reset();
    Q_EMIT shownChanged(selected());
    Q_EMIT headlinesChanged();
    if (m_pending && m_model.find(*m_pending))
        select(*std::exchange(m_pending, std::nullopt));
}

void HeadlinePanel::setViewRange(core::TimeRange range)
{
    if (m_view == range)
        return;
    m_view = range;
    if (m_choice.inViewOnly)
        applyFilter();
    else
        showCounts();
}

void HeadlinePanel::setInstrumentFilter(const std::optional<QString> &symbol)
{
    HeadlineChoice choice = m_choice;
    choice.symbol = symbol.value_or(QString());
    m_bar->setChoice(choice);
    setChoice(choice);
}

void HeadlinePanel::clearFilter()
{
    m_bar->setChoice({});
    setChoice({});
}

void HeadlinePanel::focusFilter()
{
    m_bar->focusText();
}

void HeadlinePanel::setChoice(const HeadlineChoice &choice)
{
    const bool isNewText = choice.text != m_choice.text;
    m_choice = choice;
    if (isNewText && hasWord(choice.text)) {
        searchText();
        return;
    }
    if (isNewText) {
        m_searching.request_stop();
        m_textMatches.reset();
    }
    applyFilter();
}

void HeadlinePanel::searchText()
{
    if (!m_session)
        return;
    m_searching.request_stop();
    m_searching = std::stop_source();
    const std::stop_token stop = m_searching.get_token();
    const auto search = m_session->read(
        [text = m_choice.text](store::StoreReader &reader, std::stop_token stopped) {
            return reader.newsMatching(text, true, std::move(stopped));
        },
        stop);
    pipeline::whenDone(search, this, [this, stop](const Result<std::vector<qint64>> &ids) {
        if (stop.stop_requested())
            return;
        if (!ids) {
            Q_EMIT failed(ids.error());
            return;
        }
        m_textMatches = QSet<qint64>(ids->begin(), ids->end());
        applyFilter();
    });
}

std::optional<qint64> HeadlinePanel::chosenInstrument() const
{
    if (m_choice.symbol.isEmpty())
        return std::nullopt;
    const auto found = std::ranges::find(m_instruments, m_choice.symbol, &tables::NamedInstrument::symbol);
    return found != m_instruments.end() ? found->id : 0; // 0 is the id of none: nothing mentions it
}

void HeadlinePanel::applyFilter()
{
    tables::HeadlineFilter filter;
    filter.textMatches = m_textMatches;
    filter.instrumentId = chosenInstrument();
    if (m_claims)
        filter.verdict = m_choice.verdict;
    filter.publisher = m_choice.publisher;
    filter.language = m_choice.language;
    if (m_choice.inViewOnly)
        filter.within = m_view;
    filter.unreadOnly = m_choice.unreadOnly;
    m_proxy.setFilter(filter);
    restoreSelection();
    showCounts();
    showEmptyNote();
}

//! The rows were reset: the headline that is shown is selected again where it is.
void HeadlinePanel::restoreSelection()
{
    const QModelIndex index = m_shown ? m_proxy.indexOf(*m_shown) : QModelIndex();
    if (index.isValid() && index != m_list->currentIndex())
        select(index);
}

void HeadlinePanel::select(const QModelIndex &index)
{
    m_isSelecting = true;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    m_isSelecting = false;
}

void HeadlinePanel::select(qint64 newsId)
{
    if (!m_isLoaded) {
        m_pending = newsId;
        return;
    }
    if (!m_model.find(newsId))
        return;
    if (!m_proxy.indexOf(newsId).isValid())
        clearFilter();
    const QModelIndex index = m_proxy.indexOf(newsId);
    if (index.isValid())
        select(index);
}

void HeadlinePanel::step(int rows)
{
    const int count = m_proxy.rowCount();
    if (count == 0)
        return;
    const QModelIndex current = m_list->currentIndex();
    const int row = current.isValid() ? std::clamp(current.row() + rows, 0, count - 1) : 0;
    m_list->setCurrentIndex(m_proxy.index(row, 0));
}

void HeadlinePanel::selectAnyOf(const std::vector<qint64> &newsIds)
{
    std::vector<int> shown;
    std::vector<int> all;
    for (const qint64 id : newsIds) {
        if (const QModelIndex index = m_proxy.indexOf(id); index.isValid())
            shown.push_back(index.row());
        if (const auto row = m_model.rowOf(id))
            all.push_back(*row);
    }
    if (shown.empty() && !all.empty()) {
        clearFilter();
        shown = all;
    }
    if (shown.empty())
        return;
    const auto [newest, oldest] = std::ranges::minmax(shown);
    m_list->scrollTo(m_proxy.index(oldest, 0)); // so that as many of them as possible can be seen
    select(m_proxy.index(newest, 0));
}

std::optional<tables::Headline> HeadlinePanel::selected() const
{
    const tables::Headline *headline = m_shown ? m_model.find(*m_shown) : nullptr;
    return headline ? std::optional<tables::Headline>(*headline) : std::nullopt;
}

void HeadlinePanel::currentChanged()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return; // rows were reset; what is shown stays
    const tables::Headline &headline = m_proxy.headlineAt(index.row());
    const bool isNew = m_shown != headline.item.id;
    m_shown = headline.item.id;
    if (!isNew)
        return;
    if (headline.isRead)
        m_readTimer.stop();
    else
        m_readTimer.start();
    Q_EMIT shownChanged(headline);
    if (!m_isSelecting)
        Q_EMIT headlineSelected(core::NewsItem(headline.item));
}

void HeadlinePanel::showCounts()
{
    m_bar->setCounts(m_proxy.rowCount(), m_model.rowCount());
    if (!m_head)
        return;
    if (!m_isLoaded || m_model.rowCount() == 0)
        m_head->setNote({});
    else if (m_view)
        m_head->setNote(tr("%Ln in view", "headlines published in the visible part of the time axis",
                           m_proxy.countWithin(*m_view)));
    else
        m_head->setNote(tr("%Ln headlines", nullptr, m_proxy.rowCount()));
}

void HeadlinePanel::showEmptyNote()
{
    const bool isEmpty = m_proxy.rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_note) : m_list);
    if (!isEmpty)
        return;
    HeadlineChoice onlyInView;
    onlyInView.inViewOnly = true;
    if (!m_session)
        m_note->setTexts(tr("No database is open. Open one, or the sample case, to read its headlines here."));
    else if (!m_isLoaded)
        m_note->setTexts({});
    else if (m_model.rowCount() == 0)
        m_note->setTexts(tr("This database holds no headlines yet. The sample case shows how headlines and charts work "
                            "together."));
    else if (m_choice == onlyInView)
        m_note->setTexts(tr("No headline was published in the time that the charts show. Move the charts, or show all "
                            "headlines."),
                         tr("Show all headlines"));
    else
        m_note->setTexts(tr("No headline matches the filter."), tr("Clear filter"));
}

QJsonObject HeadlinePanel::saveState() const
{
    QJsonObject state{{kFilterKey, m_choice.toJson()}};
    if (const auto headline = selected())
        state.insert(kSelectedKey, headline->item.id);
    return state;
}

void HeadlinePanel::restoreState(const QJsonObject &state)
{
    const HeadlineChoice choice = HeadlineChoice::fromJson(state.value(kFilterKey).toObject());
    m_bar->setChoice(choice);
    setChoice(choice);
    if (!state.contains(kSelectedKey))
        return;
    const qint64 id = state.value(kSelectedKey).toInteger();
    if (!m_isLoaded)
        m_pending = id;
    else if (const QModelIndex index = m_proxy.indexOf(id); index.isValid())
        select(index); // unlike a marker, a restored selection does not clear the restored filter
}

void HeadlinePanel::retranslate()
{
    m_list->setAccessibleName(tr("Headlines"));
    if (m_head)
        m_head->setTitle(tr("Headlines"));
    showCounts();
    showEmptyNote();
}

void HeadlinePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tickmark::newsview
