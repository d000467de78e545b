// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <pipeline/StoreSession.h>
#include <tables/QualityModel.h>

#include <QPointer>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <style/Appearance.h>
#include <style/ColumnFit.h>

#include <optional>
#include <stop_token>

class QAction;
class QComboBox;
class QDockWidget;
class QLabel;
class QSplitter;
class QStackedLayout;
class QTableView;

namespace tickmark::style {
class DockHead;
class FilterField;
class FilterState;
} // namespace tickmark::style

namespace tickmark::panels {

class QualityDetail;

//! What is suspicious about the quotes of a store: a table of findings with filter and sort, below it the selected one in
//! sentences with what can be done about it. Walks over the store on a reader thread while it is in sight, again when quotes
//! or instruments have changed; meanwhile the former findings stay. GUI thread. Its head is the dock's title bar.
class QualityPanel : public QWidget
{
    Q_OBJECT

public:
    //! `appearance` outlives it.
    explicit QualityPanel(style::Appearance &appearance, QWidget *parent = nullptr);
    ~QualityPanel() override;

    //! Makes the head, once; the title bar of `dock`, or with null a head without a close button. The caller places it.
    [[nodiscard]] style::DockHead *makeHead(QDockWidget *dock);
    //! Null: no store. Lent; let go when it is destroyed.
    void setSession(pipeline::StoreSession *session);
    void focusFilter();
    //! Writes the rows in sight, as they are sorted; replaces `path`. Failures come as failed().
    void exportTo(const QString &path);

    [[nodiscard]] const tables::QualityModel &model() const { return m_model; }
    //! False while a walk over the store is under way, or due.
    [[nodiscard]] bool isSettled() const { return !m_isWaiting && !m_isOld; }

Q_SIGNALS:
    void showOnChartRequested(const QString &symbol, tickmark::core::SessionDate session);
    //! Of a daily bar of that series.
    void correctionRequested(const QString &symbol, tickmark::core::SessionDate session, qint64 seriesId);
    void sourcesRequested();
    //! Findings of the store as it is now are there.
    void loaded();
    //! The file of exportTo() is complete.
    void exported(const QString &path);
    void failed(const tickmark::core::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildTable();
    void connectParts();
    void outdate();
    void load();
    void take(core::Result<analysis::QualityReport> report);
    void offerKinds();
    void choose();
    void keepSelection();
    void showSelected();
    void showCounts();
    void showContents();
    [[nodiscard]] QString whyEmpty() const;
    void prefer();
    void askForFile();
    void retranslate();
    void recolor();
    [[nodiscard]] const analysis::QualityFinding *selected() const;

    style::Appearance &m_appearance;
    tables::QualityModel m_model;
    style::FilterField *m_text;
    QComboBox *m_kind;
    QWidget *m_fields; //!< of the filter
    style::FilterState *m_state;
    QTableView *m_table;
    style::ColumnFit m_columns;
    QualityDetail *m_detail;
    QSplitter *m_parts; //!< table over detail
    QLabel *m_note;
    QStackedLayout *m_contents; //!< parts, note
    QAction *m_export;
    QPointer<style::DockHead> m_head;
    QPointer<pipeline::StoreSession> m_session;
    std::optional<analysis::QualityFinding> m_chosen; //!< stays selected when the rows are others
    std::stop_source m_stop;
    int m_newest = 0; //!< number of the newest walk: answers of older ones are dropped
    bool m_isWaiting = false;
    bool m_isOld = false; //!< the store has changed since
    QTimer m_rest;        //!< changes come in runs: read once they have ended
    QThreadPool m_threads;
};

} // namespace tickmark::panels
