// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/ClaimTypes.h>

#include <QWidget>

#include <style/Appearance.h>

#include <map>
#include <span>

class QPushButton;

namespace tickmark::newsview {

//! Under the claims of an excerpt, 36 high: how many there are of each verdict, as shapes with a number (in words for a
//! screen reader and as tooltip), and what can be done with their table. GUI thread.
class ExcerptFoot : public QWidget
{
    Q_OBJECT

public:
    //! `appearance` outlives it.
    explicit ExcerptFoot(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! Dismissed claims and those without a verdict do not count.
    void setClaims(std::span<const store::StoredClaim> claims);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void copyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const style::Appearance &m_appearance;
    std::map<claims::VerdictCode, int> m_counts;
    QPushButton *m_copy;
};

} // namespace tickmark::newsview
