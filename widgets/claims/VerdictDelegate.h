// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <claims/Judge.h>

#include <style/RowDelegate.h>

namespace tickmark::claimview {

//! Role under which a model gives the verdict code of a cell, as an int.
inline constexpr int kVerdictRole = 0x0100 + 64; // Qt::UserRole + 64

//! Cells of a verdict: its shape, then its words in its colour; ordinary cells as RowDelegate paints them. The words are the
//! cell's display text, so that screen readers and copies have them too.
class VerdictDelegate : public style::RowDelegate
{
    Q_OBJECT

public:
    explicit VerdictDelegate(const style::Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const style::Appearance &m_appearance;
};

} // namespace tickmark::claimview
