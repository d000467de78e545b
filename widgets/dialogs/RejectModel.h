// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/BarImportJob.h>

#include <QAbstractTableModel>

#include <style/Appearance.h>

#include <vector>

namespace tickmark::dialogs {

//! Rows of a file that cannot be used: line, reason, the beginning of the row. Holds values. GUI thread.
class RejectModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, Reason, Excerpt, ColumnCount };

    explicit RejectModel(const style::Appearance &appearance, QObject *parent = nullptr);

    void setRejects(std::vector<pipeline::ImportReject> rejects);
    void showAgain();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    const style::Appearance &m_appearance;
    std::vector<pipeline::ImportReject> m_rejects;
};

} // namespace tickmark::dialogs
