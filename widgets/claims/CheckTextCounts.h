// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/ClaimBook.h>

#include <QWidget>

#include <style/Appearance.h>

#include <array>

namespace tickmark::claimview {

//! How many claims of a text have which verdict: its shape and the count, those without any left out. In words as tooltip
//! and accessible name.
class CheckTextCounts : public QWidget
{
    Q_OBJECT

public:
    explicit CheckTextCounts(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! Null: none.
    void setBook(const tables::ClaimBookPtr &book);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString count(claims::VerdictCode code) const;
    void retranslate();

    const style::Appearance &m_appearance;
    std::array<int, 6> m_counts{}; //!< by VerdictCode
};

} // namespace tickmark::claimview
