// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportDraft.h"

#include <QWidget>

#include <style/Appearance.h>

#include <utility>

class QComboBox;
class QDateEdit;
class QLabel;

namespace tickmark::reportview {

//! Which sessions a report is about: those in view, all that are stored, or between two dates. The dates show what is
//! chosen; whoever changes one has a range of their own. GUI thread.
class RangeBox : public QWidget
{
    Q_OBJECT

public:
    using Range = std::pair<core::SessionDate, core::SessionDate>;

    explicit RangeBox(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! The sessions in view, and those that are stored of what the report is about (nothing: not known yet, or none).
    void setInView(const Range &range);
    void setStored(const std::optional<Range> &range);
    //! By the program; nothing is emitted.
    void choose(RangeChoice choice, const std::optional<Range> &own = {});

    [[nodiscard]] RangeChoice choice() const;
    //! Nothing as long as the stored sessions are not known, and where the end lies before the beginning.
    [[nodiscard]] std::optional<Range> range() const;
    //! What keeps range() from being one, as a sentence; else empty.
    [[nodiscard]] QString complaint() const;
    void focusDates();
    void retranslate();
    [[nodiscard]] QWidget *firstField() const;

Q_SIGNALS:
    void edited();

private:
    void chosen();
    void dated();
    void showDates();

    const style::Appearance &m_appearance;
    QComboBox *m_choice;
    QDateEdit *m_from;
    QLabel *m_between;
    QDateEdit *m_to;
    Range m_inView;
    std::optional<Range> m_stored;
};

} // namespace tickmark::reportview
