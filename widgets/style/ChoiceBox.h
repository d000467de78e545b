// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace tickmark::style {

//! A choice in a row that may get narrow: as wide as its first entry ("All ..."), and gives way down to a few letters; an
//! entry that is longer is cut off with an ellipsis. GUI thread.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tickmark::style
