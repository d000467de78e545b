// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TitleWidths.h"
#include <tables/Headline.h>

#include <QStyledItemDelegate>

#include <style/Appearance.h>

namespace tickmark::newsview {

//! Draws a headline: publisher, time and language with the mentioned instruments as chips, below them the title in one or
//! two lines, and where claims were judged a line of verdicts. Unread ones have a semibold title and an accent dot. Takes
//! everything from the index; nothing is looked up.
class HeadlineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit HeadlineDelegate(const style::Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    //! The title as a tooltip where it is cut off; over the verdicts, what they are.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    //! Right-aligned, as many as there is room for, but one; returns the left edge of the leftmost one.
    double paintChips(QPainter &painter, const QRectF &line, const QList<tables::NamedInstrument> &instruments,
                      double room) const;
    //! When it was published, and the language.
    [[nodiscard]] QString sourceTime(const QModelIndex &index) const;
    void paintSource(QPainter &painter, const QRectF &line, const QString &name, const QString &when) const;
    void paintTitle(QPainter &painter, const QRectF &box, const QString &title, bool isRead) const;

    //! Of the row's last line, empty without verdicts.
    [[nodiscard]] QRectF verdictLine(const QRectF &row, const QModelIndex &index) const;

    const style::Appearance &m_appearance;
    TitleWidths m_widths;
    QFont m_titleFont;
    QFont m_readTitleFont;
    QFont m_publisherFont;
    QFont m_smallFont;
    QFont m_numberFont;
};

} // namespace tickmark::newsview
