// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CompareGeometry.h"

#include <QWidget>

#include <style/Appearance.h>

namespace tickmark::claimview {

//! One row of 82 px per claim of a topic, on one axis with what was computed. GUI thread; refers to a topic and its book,
//! which whoever sets them keeps as long. The table beside it says the same to screen readers.
class CompareChart : public QWidget
{
    Q_OBJECT

public:
    explicit CompareChart(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! Null: no topic.
    void setTopic(const tables::ClaimTopic *topic, tables::ClaimBookPtr book);
    //! -1: none. Without a signal.
    void setCurrentRow(int row);
    [[nodiscard]] int currentRow() const { return m_current; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! By the user, with mouse or arrow keys.
    void rowActivated(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void activate(int row);
    void retranslate();
    [[nodiscard]] int rows() const { return m_topic ? int(m_topic->claims.size()) : 0; }
    [[nodiscard]] QRectF rowRect(int row) const;
    [[nodiscard]] double plotLeft() const;
    [[nodiscard]] double plotRight() const;
    void paintAxis(QPainter &painter, const CompareAxis &axis) const;
    void paintComputed(QPainter &painter, const CompareAxis &axis) const;
    void paintLabels(QPainter &painter, const std::vector<AxisTick> &ticks, const QString &unit, double top) const;
    void paintWords(QPainter &painter, int row) const;
    void paintVerdict(QPainter &painter, int row) const;
    void paintMark(QPainter &painter, int row, const CompareMark &mark) const;

    const style::Appearance &m_appearance;
    const tables::ClaimTopic *m_topic = nullptr;
    tables::ClaimBookPtr m_book;
    int m_current = -1;
};

} // namespace tickmark::claimview
