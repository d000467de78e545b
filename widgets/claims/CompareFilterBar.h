// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CompareTopicModel.h"

#include <QWidget>

#include <style/Appearance.h>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;

namespace tickmark::claimview {

//! The tools of a comparison, in a row: which session, and which of its topics. Says what was chosen; filters nothing itself.
//! GUI thread.
class CompareFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit CompareFilterBar(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! Newest first, and the one that is shown.
    void setSessions(std::vector<core::SessionDate> sessions, std::optional<core::SessionDate> current);
    void setCurrent(core::SessionDate session);
    //! What the session's topics are about, each once. A choice that is not among them any more is dropped.
    void setSubjects(const QStringList &subjects);
    [[nodiscard]] TopicFilter filter() const;
    //! Back to all topics of the session; emits filterChanged() when there was a filter.
    void clear();

Q_SIGNALS:
    void sessionChosen(tickmark::core::SessionDate session);
    void filterChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void offerSessions();
    void offerSubjects();
    void offerVerdicts();
    void retranslate();

    const style::Appearance &m_appearance;
    std::vector<core::SessionDate> m_dates;
    std::optional<core::SessionDate> m_date;
    QStringList m_names;
    QComboBox *m_sessions;
    QComboBox *m_subjects;
    QComboBox *m_verdicts;
    QCheckBox *m_several;
};

} // namespace tickmark::claimview
