// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RangeBox.h"
#include "ReportDraft.h"

#include <QWidget>

#include <style/Appearance.h>

class QComboBox;
class QListView;

namespace tickmark::pipeline {
class StoreSession;
}
namespace tickmark::style {
class FilterField;
}
namespace tickmark::tables {
class InstrumentModel;
}

namespace tickmark::reportview {

class TickedInstruments;

//! Which instruments a report is about: those of the charts, all of the watchlist, or ticked ones of a list that is
//! shown then. Reads the store's instruments by itself. GUI thread.
class InstrumentBox : public QWidget
{
    Q_OBJECT

public:
    //! The session is lent and outlives it.
    InstrumentBox(const style::Appearance &appearance, pipeline::StoreSession &session, QWidget *parent = nullptr);

    void setCharted(const QStringList &symbols);
    //! By the program; nothing is emitted.
    void choose(InstrumentChoice choice, const QStringList &ticked);

    [[nodiscard]] InstrumentChoice choice() const;
    [[nodiscard]] QStringList ticked() const;
    //! As in report::ReportWish: empty means all.
    [[nodiscard]] QStringList symbols() const;
    //! Nothing is ticked, or no chart shows anything: a sentence; else empty.
    [[nodiscard]] QString complaint() const;
    //! From the first to the last session that is stored of them; nothing before the store has answered.
    [[nodiscard]] std::optional<RangeBox::Range> stored() const;
    void retranslate();
    [[nodiscard]] QWidget *firstField() const;

Q_SIGNALS:
    void edited();
    void loaded(); //!< stored() may be another
    void failed(const tickmark::core::Error &error);

private:
    void showList();

    const style::Appearance &m_appearance;
    tables::InstrumentModel *m_model;
    TickedInstruments *m_ticked;
    QComboBox *m_choice;
    style::FilterField *m_filter;
    QListView *m_list;
    QStringList m_charted;
};

} // namespace tickmark::reportview
