// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceSigns.h"

#include <tables/SourceModel.h>

#include <QPainter>

namespace tickmark::dialogs {

using tables::SourceState;

namespace {

constexpr int kSign = 14;
constexpr int kSignLeft = 8;
constexpr int kSignWidth = kSignLeft + kSign; //!< before the text

void paintCheck(QPainter &painter, QPointF centre)
{
    painter.drawPolyline(
        QPolygonF{centre + QPointF(-4.5, 0.3), centre + QPointF(-1.5, 3.5), centre + QPointF(4.5, -3.5)});
}

//! Three quarters of a ring, with the tip of an arrow.
void paintRing(QPainter &painter, QPointF centre)
{
    constexpr int kSixteenth = 16;
    painter.drawArc(QRectF(centre - QPointF(4.5, 4.5), QSizeF(9, 9)), 60 * kSixteenth, 270 * kSixteenth);
    painter.drawPolyline(
        QPolygonF{centre + QPointF(-0.4, -4.6), centre + QPointF(2.6, -4.2), centre + QPointF(1.6, -1.2)});
}

void paintClock(QPainter &painter, QPointF centre)
{
    painter.drawEllipse(centre, 4.8, 4.8);
    painter.drawPolyline(QPolygonF{centre + QPointF(0, -2.8), centre, centre + QPointF(2.2, 1.2)});
}

void paintBars(QPainter &painter, QPointF centre)
{
    for (const double x : {-2.5, 2.5})
        painter.drawLine(centre + QPointF(x, -3.5), centre + QPointF(x, 3.5));
}

void paintWarning(QPainter &painter, QPointF centre, const QColor &color, const QColor &ground)
{
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{centre + QPointF(0, -5), centre + QPointF(5.6, 4.6), centre + QPointF(-5.6, 4.6)});
    painter.setPen(QPen(ground, 1.5, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(centre + QPointF(0, -2.2), centre + QPointF(0, 1.6));
    painter.drawLine(centre + QPointF(0, 2.6), centre + QPointF(0, 4.1));
}

} // namespace

void paintSourceSign(QPainter &painter, const QRectF &box, SourceState state, const charts::ChartTheme &theme)
{
    const QPointF centre = box.center();
    const auto pen = [&](const QColor &color, double width) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case SourceState::Fine:
        pen(theme.confirmed, 1.8);
        paintCheck(painter, centre);
        break;
    case SourceState::Running:
        pen(theme.accent, 1.6);
        paintRing(painter, centre);
        break;
    case SourceState::Waiting:
        pen(theme.secondary, 1.2);
        paintClock(painter, centre);
        break;
    case SourceState::Paused:
        pen(theme.secondary, 2);
        paintBars(painter, centre);
        break;
    case SourceState::Failing:
        pen(theme.contradicted, 1);
        paintWarning(painter, centre, theme.contradicted, theme.base);
        break;
    }
    painter.restore();
}

SourceDelegate::SourceDelegate(const style::Appearance &appearance, QObject *parent)
    : RowDelegate(appearance, parent), m_appearance(appearance)
{}

void SourceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() == tables::SourceModel::Subject) {
        QStyleOptionViewItem item = option;
        const bool isList = index.data().toString().contains(QLatin1String(", "));
        item.textElideMode = isList ? Qt::ElideRight : Qt::ElideMiddle; // feeds of one site differ at the end
        RowDelegate::paint(painter, item, index);
        return;
    }
    if (index.column() != tables::SourceModel::Name) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    style::paintRowBackground(*painter, option.rect, m_appearance.theme(), selected, true);
    QStyleOptionViewItem text = option;
    text.rect.setLeft(text.rect.left() + kSignWidth);
    text.state &= ~QStyle::State_Selected; // painted already, from the row's own edge
    RowDelegate::paint(painter, text, index);
    const QRect sign(option.rect.left() + kSignLeft, option.rect.top(), kSign, option.rect.height());
    paintSourceSign(*painter, sign, SourceState(index.data(tables::SourceModel::StateRole).toInt()),
                    m_appearance.theme());
}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = RowDelegate::sizeHint(option, index);
    return index.column() == tables::SourceModel::Name ? size + QSize(kSignWidth, 0) : size;
}

SourceSign::SourceSign(const style::Appearance &appearance, QWidget *parent) : QWidget(parent), m_appearance(appearance)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&appearance, &style::Appearance::changed, this, qOverload<>(&QWidget::update));
}

void SourceSign::setState(SourceState state)
{
    m_state = state;
    update();
}

QSize SourceSign::sizeHint() const
{
    return {kSign, kSign};
}

void SourceSign::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSourceSign(painter, QRectF(rect()), m_state, m_appearance.theme());
}

} // namespace tickmark::dialogs
