// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Appearance.h"
#include <core/LiveState.h>

#include <QToolButton>

#include <optional>

namespace tickmark::style {

//! How a live stream stands: a shape and a word, 20 high, as wide as they need. A click is for the details. Shows what it is
//! given; hidden while there is nothing.
class LiveBadge : public QToolButton
{
    Q_OBJECT

public:
    explicit LiveBadge(const Appearance &appearance, QWidget *parent = nullptr);

    //! Nothing: there is no stream. `tip` is plain text, lines and all.
    void setState(std::optional<core::LiveState> state, const QString &word = {}, const QString &tip = {});
    [[nodiscard]] std::optional<core::LiveState> state() const { return m_state; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Appearance &m_appearance;
    std::optional<core::LiveState> m_state;
};

} // namespace tickmark::style
