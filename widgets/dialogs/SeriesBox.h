// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <store/StoreTypes.h>

#include <QWidget>

#include <style/Appearance.h>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QTableWidget;

namespace tickmark::dialogs {

//! What a store has of one instrument's quotes.
struct SeriesFacts
{
    QString mic; //!< of the instrument: its calendar says which day an intraday bar belongs to
    std::vector<store::SeriesSpan> spans;
    std::optional<qint64> daily; //!< series that the user chose; nothing: by the sources' priority
    std::optional<qint64> intraday;
    std::optional<qint64> ticks;
};

//! The series of one instrument as a table (source, length of the bars or kind of the ticks, from, to) and which of them stands for it. Shows
//! facts that its owner has loaded; GUI thread.
class SeriesBox : public QWidget
{
    Q_OBJECT

public:
    SeriesBox(const style::Appearance &appearance, std::shared_ptr<const core::CalendarSet> calendars,
              QWidget *parent = nullptr);

    void show(const SeriesFacts &facts);
    void setReadOnly(bool readOnly);
    void retranslate();

Q_SIGNALS:
    //! Nothing: by the sources' priority again.
    void chosen(tickmark::store::SeriesUse use, std::optional<qint64> seriesId);

private:
    void fillTable();
    void fillChoices();
    void fillChoice(QComboBox *choice, store::SeriesUse use, const std::optional<qint64> &seriesId);
    [[nodiscard]] QString describe(const core::Series &series) const;
    [[nodiscard]] QString length(const core::Series &series) const;
    [[nodiscard]] QString ends(const store::SeriesSpan &span, bool first) const;

    const style::Appearance &m_appearance;
    std::shared_ptr<const core::CalendarSet> m_calendars;
    SeriesFacts m_facts;
    QLabel *m_head;
    QTableWidget *m_table;
    QLabel *m_none;
    QLabel *m_dailyLabel;
    QComboBox *m_daily;
    QLabel *m_intradayLabel;
    QComboBox *m_intraday;
    QLabel *m_ticksLabel;
    QComboBox *m_ticks;
    bool m_isReadOnly = false;
};

} // namespace tickmark::dialogs
