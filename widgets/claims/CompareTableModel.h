// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <core/ZoneRules.h>
#include <tables/ClaimTopics.h>

#include <QAbstractTableModel>

namespace tickmark::claimview {

//! The claims of one topic as a table; units of its axis stand in the heads. GUI thread; refers to a topic and its book, which
//! whoever sets them keeps as long.
class CompareTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Publisher, Published, Claim, Interval, Converted, Off, Against, Verdict, ColumnCount };

    CompareTableModel(core::Formats formats, core::ZoneRules zone, QObject *parent = nullptr);

    //! Null: no topic.
    void setTopic(const tables::ClaimTopic *topic, tables::ClaimBookPtr book);
    [[nodiscard]] const tables::ClaimTopic *topic() const { return m_topic; }
    //! False for a column that says nothing of this topic.
    [[nodiscard]] bool isNeeded(Column column) const;
    //! Shows everything again: also for a change of language.
    void setFormats(core::Formats formats, core::ZoneRules zone);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString textOf(const tables::TopicClaim &member, int column) const;
    [[nodiscard]] QString headOf(int column) const;
    [[nodiscard]] QString onAxis(double amount) const;

    core::Formats m_formats;
    core::ZoneRules m_zone;
    const tables::ClaimTopic *m_topic = nullptr;
    tables::ClaimBookPtr m_book;
    double m_divisor = 1; //!< of what the axis counts
    int m_decimals = 0;   //!< on the axis, equal in all rows
};

} // namespace tickmark::claimview
