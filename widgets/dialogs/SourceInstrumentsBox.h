// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceDraft.h"

#include <QWidget>

#include <style/Appearance.h>

class QLabel;
class QRadioButton;
class QSortFilterProxyModel;
class QTableView;

namespace tickmark::style {
class FilterField;
}

namespace tickmark::dialogs {

class SourceInstrumentModel;

//! For which instruments a source is asked: all that fit, or those with a check mark in a list that can be filtered; how the
//! provider spells each can be typed there. Owned by its form. GUI thread.
class SourceInstrumentsBox : public QWidget
{
    Q_OBJECT

public:
    explicit SourceInstrumentsBox(const style::Appearance &appearance, QWidget *parent = nullptr);

    void show(const SourceDraft &draft, const std::vector<core::Instrument> &instruments);
    void setProvider(const QString &code);
    //! Puts what the box says into the draft.
    void read(SourceDraft &draft) const;
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    void choose(bool onlyChosen);
    void showCount();

    const style::Appearance &m_appearance;
    SourceInstrumentModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QRadioButton *m_all;
    QRadioButton *m_only;
    style::FilterField *m_filter;
    QTableView *m_table;
    QLabel *m_count;
};

} // namespace tickmark::dialogs
