// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <style/RowDelegate.h>

namespace tickmark::panels {

//! Rows of findings: where the model tells how serious one is, its shape stands before the words, in its colour: a filled
//! square with a cross, a filled diamond, a ring. The appearance outlives it. GUI thread.
class QualityDelegate : public style::RowDelegate
{
    Q_OBJECT

public:
    explicit QualityDelegate(const style::Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const style::Appearance &m_appearance;
};

} // namespace tickmark::panels
