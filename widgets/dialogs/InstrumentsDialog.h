// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>
#include <pipeline/StoreSession.h>
#include <store/StoreTypes.h>

#include <QDialog>
#include <QPointer>

#include <style/Appearance.h>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace tickmark::tables {
class InstrumentModel;
}

namespace tickmark::dialogs {

class InstrumentEditor;
class SeriesBox;

//! Adds, edits, merges and removes the instruments of a store: a list with a search at the left, a form at the right. The
//! form shows the highlighted row; without one it shows nothing, a new instrument, or edits that are not saved yet.
//! Writes through the session's writer and waits for nothing; where the store can only be read, everything is shown and
//! nothing can be changed. GUI thread. Not modal; the session is lent and outlives the dialog, or closes it.
class InstrumentsDialog : public QDialog
{
    Q_OBJECT

public:
    InstrumentsDialog(style::Appearance &appearance, pipeline::StoreSession &session, QWidget *parent = nullptr);
    ~InstrumentsDialog() override;

    //! Shows that instrument, once the list has it.
    void select(const QString &symbol);
    //! An empty form for a new one; `symbol` may be given already.
    void startNew(const QString &symbol = {});
    //! Selects it and asks whether it is to be removed.
    void askToRemove(const QString &symbol);

    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildList(QWidget *side);
    void buildForm(QWidget *side);
    void connectAll();
    void retranslate();
    void showAccess();
    void applyFilter();
    void settle();
    void selectionChanged();
    void showInstrument(const core::Instrument &instrument);
    void showNothing();
    void loadSeries(const core::Instrument &instrument);
    void choosePreferred(store::SeriesUse use, std::optional<qint64> seriesId);
    void updateButtons();
    void listLoaded();
    bool selectRow(qint64 instrumentId);
    void deselect();
    //! As the list has it, whatever the form says; null when no stored instrument is shown.
    [[nodiscard]] const core::Instrument *shownInstrument() const;
    [[nodiscard]] const core::Instrument *instrumentAt(const QModelIndex &shownIndex) const;
    //! False when the user wants to stay with the unsaved edits.
    bool mayLeave();
    void save();
    //! `answer` of a write that leaves `instrumentId` selected.
    void written(const core::Result<qint64> &answer, const QString &note);
    void askToMerge();
    void merge(qint64 instrumentId, const core::Instrument &into);
    void merged(const core::Result<store::MergeTotals> &totals, const core::Instrument &into);
    void askToRemoveCurrent();
    void remove(const core::Instrument &instrument);
    void askToRemoveCounted(const core::Instrument &instrument, const store::RemovedCounts &counts);
    void showError(const core::Error &error);
    void showNote(const QString &sentence);
    void setBusy(bool busy);

    style::Appearance &m_appearance;
    QPointer<pipeline::StoreSession> m_session;
    tables::InstrumentModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QLineEdit *m_search;
    QTableView *m_list;
    InstrumentEditor *m_editor;
    SeriesBox *m_series;
    QLabel *m_message;
    QPushButton *m_add;
    QPushButton *m_save;
    QPushButton *m_merge;
    QPushButton *m_remove;
    QPushButton *m_closeButton;
    qint64 m_shown = 0;     //!< the instrument in the form; 0: a new one, or none
    qint64 m_pendingId = 0; //!< to be selected when the list has it
    QString m_pendingSymbol;
    bool m_pendingRemoval = false; //!< of m_pendingSymbol
    bool m_isNew = false;          //!< the form is for an instrument that the store does not have
    bool m_isBusy = false;         //!< a write is under way
    bool m_isFilling = false;      //!< the list is read anew or filtered: its selection changes by itself
};

} // namespace tickmark::dialogs
