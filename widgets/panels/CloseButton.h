// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include <style/Appearance.h>

namespace tickmark::panels {

//! The note in the head of the watchlist, which says which close is shown and opens the menu to choose another: small
//! text with an arrow, without a frame until the pointer or the keyboard is on it.
class CloseButton : public QToolButton
{
    Q_OBJECT

public:
    explicit CloseButton(const style::Appearance &appearance, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const style::Appearance &m_appearance;
};

} // namespace tickmark::panels
