// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/SourceTexts.h>

#include <style/RowDelegate.h>

namespace tickmark::dialogs {

//! Where a source stands as a shape of its own in a colour of its own, in the middle of `box` (12 px fit): a check mark,
//! an open ring, a clock, two bars, a triangle with an exclamation mark.
void paintSourceSign(QPainter &painter, const QRectF &box, tables::SourceState state, const charts::ChartTheme &theme);

//! Rows of a SourceModel: the sign of its state stands before a source's name.
class SourceDelegate : public style::RowDelegate
{
    Q_OBJECT

public:
    SourceDelegate(const style::Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const style::Appearance &m_appearance;
};

//! The sign alone, for a label. Says nothing to a screen reader: the text beside it does.
class SourceSign : public QWidget
{
    Q_OBJECT

public:
    explicit SourceSign(const style::Appearance &appearance, QWidget *parent = nullptr);

    void setState(tables::SourceState state);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const style::Appearance &m_appearance;
    tables::SourceState m_state = tables::SourceState::Waiting;
};

} // namespace tickmark::dialogs
