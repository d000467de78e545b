// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareTopicDelegate.h"

#include "CompareTexts.h"
#include <charts/VerdictShape.h>

#include <QFontMetricsF>
#include <QPainter>

#include <style/Fonts.h>
#include <style/RowDelegate.h>

namespace tickmark::claimview {

using style::textFont;
using style::TextRole;

namespace {

constexpr int kHeight = 55;
constexpr double kMargin = 12;
constexpr double kTop = 4;
constexpr double kLine = 16;
constexpr double kGap = 8;        // between words of a line
constexpr double kShapeGap = 4;   // between a shape and its number
constexpr double kNumberGap = 10; // between numbers

//! Writes `text`, cut to what is left of the line, and returns where it ends.
double write(QPainter &painter, const QRectF &line, double x, const QString &text, const QFont &font,
             const QColor &color)
{
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, line.right() - x);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QRectF(x, line.top(), line.right() - x, line.height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
    return x + metrics.horizontalAdvance(shown);
}

} // namespace

CompareTopicDelegate::CompareTopicDelegate(const style::Appearance &appearance, const CompareTopicModel &model,
                                           QObject *parent)
    : QStyledItemDelegate(parent), m_appearance(appearance), m_model(model)
{}

void CompareTopicDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const tables::ClaimTopic &topic = m_model.topicAt(index.row());
    const bool selected = option.state & QStyle::State_Selected;
    style::paintRowBackground(*painter, option.rect, theme, selected, true);
    painter->save();
    QRectF line = QRectF(option.rect).adjusted(kMargin, kTop, -kMargin, 0);
    line.setHeight(kLine);
    paintHead(*painter, line, topic);
    line.translate(0, kLine);
    write(*painter, line, line.left(), computedLabel(topic, m_appearance.formats()), textFont(TextRole::Small),
          theme.secondary);
    line.translate(0, kLine);
    paintNumbers(*painter, line, topic, selected ? theme.tint : theme.base);
    painter->setPen(theme.grid);
    const QRect row = option.rect;
    painter->drawLine(row.left() + int(kMargin), row.bottom(), row.right() - int(kMargin), row.bottom());
    painter->restore();
}

void CompareTopicDelegate::paintHead(QPainter &painter, const QRectF &line, const tables::ClaimTopic &topic) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const QString count = tr("%Ln claim(s)", nullptr, int(topic.claims.size()));
    const QFont small = textFont(TextRole::Small);
    const double width = QFontMetricsF(small).horizontalAdvance(count);
    write(painter, line, line.right() - width - 1, count, small, theme.secondary);
    const QRectF rest = line.adjusted(0, 0, -width - kGap, 0);
    const double end = write(painter, rest, rest.left(), topic.subject, textFont(TextRole::Title), theme.text);
    if (end + kGap < rest.right())
        write(painter, rest, end + kGap, measureLabel(topic.measure), textFont(TextRole::Normal), theme.secondary);
}

void CompareTopicDelegate::paintNumbers(QPainter &painter, const QRectF &line, const tables::ClaimTopic &topic,
                                        const QColor &ground) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const core::Formats &formats = m_appearance.formats();
    const QFont font = textFont(TextRole::Small);
    const QFontMetricsF metrics(font);
    const std::size_t count = topic.numbers.size();
    //: how many more there are than the row has room for
    const auto more = [&](std::size_t number) { return tr("+%1").arg(formats.count(qint64(number))); };
    const double most = kNumberGap + metrics.horizontalAdvance(more(count));
    double x = line.left();
    if (const QString unit = sharedMagnitude(topic, formats); !unit.isEmpty())
        //: the unit of the numbers that follow: "in bn"
        x = write(painter, line, x, tr("in %1").arg(unit), font, theme.secondary) + kGap;
    const double first = x;
    for (std::size_t i = 0; i < count; ++i) {
        const tables::TopicNumber &number = topic.numbers[i];
        const QString stated = shortNumber(topic, number.first->claim, formats);
        //: a stated number, and how often
        const QString text = number.times > 1 ? tr("%1 ×%2").arg(stated, formats.count(number.times)) : stated;
        const double width = charts::kVerdictBox + kShapeGap + metrics.horizontalAdvance(text);
        if (x > first && x + width + (i + 1 < count ? most : 0) > line.right()) {
            write(painter, line, x, more(count - i), font, theme.secondary);
            return;
        }
        const QRectF box(x, line.center().y() - charts::kVerdictBox / 2, charts::kVerdictBox, charts::kVerdictBox);
        charts::paintVerdictShape(painter, box, number.code, theme, ground);
        x = write(painter, line, box.right() + kShapeGap, text, font, theme.text) + kNumberGap;
    }
}

QSize CompareTopicDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), kHeight};
}

} // namespace tickmark::claimview
