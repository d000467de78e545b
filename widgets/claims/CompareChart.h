// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CompareGeometry.h"

#include <QAbstractScrollArea>

#include <style/Appearance.h>

namespace tickmark::claimview {

//! One row of 82 px per claim of a topic, on one axis with what was computed. Of many claims it shows some rows and scrolls;
//! the axis stays. GUI thread; refers to a topic and its book, which whoever sets them keeps as long. Paints the rows in view
//! only. The table beside it says the same to screen readers.
class CompareChart : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit CompareChart(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! Null: no topic.
    void setTopic(const tables::ClaimTopic *topic, tables::ClaimBookPtr book);
    //! -1: none. Comes into view, without a signal.
    void setCurrentRow(int row);
    [[nodiscard]] int currentRow() const { return m_current; }
    //! Of the chart, px; empty when it is scrolled out of view.
    [[nodiscard]] QRect rowInView(int row) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! By the user, with mouse or arrow keys.
    void rowActivated(int row);
    //! Double click or Enter: why it came out so.
    void explainRequested(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void activate(int row);
    void measure();
    void retranslate();
    [[nodiscard]] int rows() const { return m_topic ? int(m_topic->claims.size()) : 0; }
    [[nodiscard]] int rowAt(QPointF position) const;
    [[nodiscard]] QRectF rowRect(int row) const;
    [[nodiscard]] double areaWidth() const { return viewport()->width(); }
    [[nodiscard]] double wordsWidth() const;
    [[nodiscard]] double plotLeft() const;
    [[nodiscard]] double plotRight() const;
    [[nodiscard]] double bottom() const;
    //! Too narrow for a column of verdicts: they stand below the words.
    [[nodiscard]] bool isNarrow() const;
    void paintRows(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintComputed(QPainter &painter) const;
    void paintLabels(QPainter &painter, const std::vector<AxisTick> &ticks, const QString &unit, double top) const;
    void paintWords(QPainter &painter, int row) const;
    void paintVerdict(QPainter &painter, int row) const;
    void paintMark(QPainter &painter, int row) const;

    const style::Appearance &m_appearance;
    const tables::ClaimTopic *m_topic = nullptr;
    tables::ClaimBookPtr m_book;
    CompareAxis m_axis; //!< of the topic at the present width
    int m_current = -1;
};

} // namespace tickmark::claimview
