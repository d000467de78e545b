// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportPreview.h"

#include <QAbstractTableModel>

#include <style/Appearance.h>

namespace tickmark::dialogs {

//! The first rows of a file: line, what they are read as, then the file's own columns. Holds a copy of the preview. GUI
//! thread.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, Result, FirstField }; //!< from FirstField on: the file's columns

    explicit PreviewModel(const style::Appearance &appearance, QObject *parent = nullptr);

    void setPreview(const ImportPreview &preview);
    //! After a change of language, zone or colours.
    void showAgain();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] bool isUsed(int column) const;

    const style::Appearance &m_appearance;
    ImportPreview m_preview;
    int m_fields = 0;
};

} // namespace tickmark::dialogs
