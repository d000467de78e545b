// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/ClaimFilter.h>

#include <QWidget>

#include <style/Appearance.h>

class QBoxLayout;
class QComboBox;
class QDateEdit;
class QLabel;

namespace tickmark::style {
class FilterField;
class FilterState;
} // namespace tickmark::style

namespace tickmark::claimview {

//! Above the claims: text, verdict, instrument, publisher, kind and days, in one row or in two; below, only while something
//! is filtered, how many are left and the way back. Says what was chosen; filters nothing itself. GUI thread.
class ClaimFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit ClaimFilterBar(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! What there is to choose from. A choice that is not among it any more is dropped, without a signal.
    void setOffers(const std::vector<tables::NamedInstrument> &instruments, const QStringList &publishers);
    //! Days of the first and the last publication: where "between" begins.
    void setDays(core::SessionDate first, core::SessionDate last);
    //! What the charts show, for "in view".
    void setViewRange(core::TimeRange range);
    //! Back to no filter; emits filterChanged() when there was one.
    void clear();
    [[nodiscard]] const tables::ClaimFilter &filter() const { return m_filter; }
    void setCounts(int shown, int all);
    void focusText();
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! The text comes with a short delay, so that typing does not search for every letter.
    void filterChanged(const tickmark::tables::ClaimFilter &filter);
    //! Down or Enter in the text field.
    void leaveRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Days { All, InView, Between };

    void build();
    void arrange();
    void retranslate();
    void recolor();
    void offerVerdicts();
    void offerInstruments();
    void offerPublishers();
    void offerKinds();
    void offerDays();
    void showState();
    void choose();
    [[nodiscard]] tables::ClaimFilter chosen() const;
    [[nodiscard]] std::optional<core::TimeRange> chosenDays() const;

    const style::Appearance &m_appearance;
    tables::ClaimFilter m_filter;
    std::vector<tables::NamedInstrument> m_instruments;
    QStringList m_publishers;
    std::optional<core::TimeRange> m_view;
    int m_shown = 0;
    int m_all = 0;
    style::FilterField *m_text;
    QComboBox *m_verdict;
    QComboBox *m_instrument;
    QComboBox *m_publisher;
    QComboBox *m_kind;
    QComboBox *m_days;
    QWidget *m_between;
    QLabel *m_fromLabel;
    QDateEdit *m_from;
    QLabel *m_toLabel;
    QDateEdit *m_to;
    style::FilterState *m_state;
    QBoxLayout *m_fields; //!< of both rows
};

} // namespace tickmark::claimview
