// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CompareTopicModel.h"

#include <QStyledItemDelegate>

#include <style/Appearance.h>

namespace tickmark::claimview {

//! Rows of 55: subject and measure, how many claims; what was computed; the stated numbers with their verdicts.
class CompareTopicDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    //! Both outlive it.
    CompareTopicDelegate(const style::Appearance &appearance, const CompareTopicModel &model,
                         QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHead(QPainter &painter, const QRectF &line, const tables::ClaimTopic &topic) const;
    void paintNumbers(QPainter &painter, const QRectF &line, const tables::ClaimTopic &topic,
                      const QColor &ground) const;

    const style::Appearance &m_appearance;
    const CompareTopicModel &m_model;
};

} // namespace tickmark::claimview
