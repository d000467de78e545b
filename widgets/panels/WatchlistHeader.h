// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <style/Appearance.h>

class QAbstractItemModel;

namespace tickmark::panels {

//! The heads of the watchlist's columns, above the rows and in line with them.
class WatchlistHeader : public QWidget
{
    Q_OBJECT

public:
    WatchlistHeader(const style::Appearance &appearance, const QAbstractItemModel &model, QWidget *parent = nullptr);

    //! What the scroll bar takes at the right.
    void setInset(int right);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const style::Appearance &m_appearance;
    const QAbstractItemModel &m_model;
    int m_inset = 0;
};

} // namespace tickmark::panels
