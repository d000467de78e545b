// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace tickmark::dialogs {

//! Plain text that breaks into lines, for forms whose rows come and go: as high as it needs to be at the width that it has.
//! A QLabel leaves that to the layout, and QFormLayout of Qt 6.4 then gives rows the heights of others once one is hidden.
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace tickmark::dialogs
