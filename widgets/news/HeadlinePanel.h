// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HeadlineChoice.h"
#include <core/Result.h>
#include <core/Time.h>
#include <pipeline/StoreSession.h>
#include <tables/ClaimBook.h>
#include <tables/HeadlineLoader.h>
#include <tables/HeadlineModel.h>
#include <tables/HeadlineProxy.h>

#include <QJsonObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <style/Appearance.h>

#include <optional>
#include <stop_token>
#include <vector>

class QDockWidget;
class QStackedLayout;

namespace tickmark::style {
class DockHead;
}

namespace tickmark::newsview {

class EmptyNote;
class HeadlineFilterBar;
class HeadlineList;

//! The headlines of a store: filter row and list; its head is a widget of its own, for the dock's title bar. GUI thread;
//! news are read, mentions found and texts searched on the session's readers, and what comes back late is dropped.
//!
//! A headline counts as read when it was selected for a moment; the store keeps that.
class HeadlinePanel : public QWidget
{
    Q_OBJECT

public:
    //! `appearance` outlives it.
    explicit HeadlinePanel(style::Appearance &appearance, QWidget *parent = nullptr);
    ~HeadlinePanel() override;

    //! Makes the head ("Headlines", count in view), once: the title bar of `dock`, or with null a head without a close
    //! button. The caller places it.
    [[nodiscard]] style::DockHead *makeHead(QDockWidget *dock);

    //! Null: no store; everything goes.
    void setSession(pipeline::StoreSession *session);
    //! Verdicts on the claims of the headlines, newer than those before; null: none are known yet.
    void setClaims(const tables::ClaimBookPtr &claims);
    //! Of one headline, a line each; empty where nothing was judged.
    [[nodiscard]] QStringList verdictWords(qint64 newsId) const;
    //! What the charts show: counted in the head, and the limit when "only in view" is on.
    void setViewRange(core::TimeRange range);
    //! Shows only headlines that mention the instrument; nothing: all.
    void setInstrumentFilter(const std::optional<QString> &symbol);
    void clearFilter();
    //! Puts the cursor into the text field.
    void focusFilter();

    //! Selects a headline and scrolls to it; a filter that hides it is cleared. Before the news are there: as soon as they
    //! are. headlineSelected() is not emitted.
    void select(qint64 newsId);
    //! Of several (a cluster of markers) the newest that is shown; the others are next to it in the list.
    void selectAnyOf(const std::vector<qint64> &newsIds);
    //! Selects the one so many rows further down among those that are shown; the first when none is selected.
    void step(int rows);
    [[nodiscard]] std::optional<tables::Headline> selected() const;
    //! All headlines, filtered or not, newest first: what markers are made of.
    [[nodiscard]] const std::vector<tables::Headline> &headlines() const { return m_model.headlines(); }

    //! Filter and selection.
    [[nodiscard]] QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    //! The user selected it, with mouse or keyboard.
    void headlineSelected(const tickmark::core::NewsItem &item);
    //! What the excerpt has to show: after every change of the selection, whoever made it, and when its text or mentions
    //! changed.
    void shownChanged(const std::optional<tickmark::tables::Headline> &headline);
    void headlinesChanged();
    //! The user chose it as "only this instrument".
    void instrumentActivated(const QString &symbol);
    void failed(const tickmark::core::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void load();
    void takeHeadlines(tables::HeadlineSet set);
    void showVerdicts();
    void searchText();
    void applyFilter();
    void showCounts();
    void showEmptyNote();
    void retranslate();
    void connectParts();
    void currentChanged();
    void select(const QModelIndex &index);
    void markRead(const std::vector<qint64> &newsIds, bool read);
    void markAllRead();
    void toggleRead();
    void copySelected();
    void openSelected();
    void showContextMenu(const QPoint &globalPosition);
    void restoreSelection();
    void setChoice(const HeadlineChoice &choice);
    [[nodiscard]] std::optional<qint64> chosenInstrument() const;

    style::Appearance &m_appearance;
    tables::HeadlineModel m_model;
    tables::HeadlineProxy m_proxy;
    HeadlineFilterBar *m_bar;
    HeadlineList *m_list;
    EmptyNote *m_note;
    QStackedLayout *m_stack;
    QPointer<style::DockHead> m_head;
    QPointer<pipeline::StoreSession> m_session;
    tables::ClaimBookPtr m_claims;
    HeadlineChoice m_choice;
    std::optional<core::TimeRange> m_view;
    std::vector<tables::NamedInstrument> m_instruments;
    std::optional<QSet<qint64>> m_textMatches; //!< of m_choice.text
    QString m_loadedLanguage;
    std::optional<qint64> m_pending; //!< to be selected as soon as it is there
    std::optional<qint64> m_shown;
    bool m_isLoaded = false;    //!< the news of m_session are here
    bool m_isSelecting = false; //!< by the program
    QTimer m_readTimer;
    std::stop_source m_loading;
    std::stop_source m_searching;
};

} // namespace tickmark::newsview
