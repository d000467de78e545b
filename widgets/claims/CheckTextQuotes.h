// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "QuotesEnd.h"

#include <QWidget>

#include <style/Appearance.h>

class QLabel;
class QPushButton;

namespace tickmark::claimview {

//! A line that is there only where a text would be checked at a time that the store has no quotes of: up to when it has
//! some, and a button that goes back to then. The appearance outlives it. GUI thread.
class CheckTextQuotes : public QWidget
{
    Q_OBJECT

public:
    explicit CheckTextQuotes(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! Nothing: not known, or no quotes at all.
    void setEnd(const std::optional<QuotesEnd> &end);
    void setTimes(core::Time published, core::Time now);

Q_SIGNALS:
    void timeWanted(tickmark::core::Time published);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    const style::Appearance &m_appearance;
    std::optional<QuotesEnd> m_end;
    core::Time m_published;
    core::Time m_now;
    QLabel *m_text;
    QPushButton *m_goBack;
};

} // namespace tickmark::claimview
