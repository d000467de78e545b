// SPDX-License-Identifier: GPL-3.0-or-later
#include "PagePreview.h"

#include <QPainter>
#include <QResizeEvent>

#include <style/Fonts.h>

namespace tickmark::exportdialog {

namespace {

constexpr int kMargin = 16;
constexpr int kSheetPadding = 14;
constexpr double kOutdated = 0.4; // opacity

} // namespace

PagePreview::PagePreview(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&appearance, &style::Appearance::changed, this, qOverload<>(&QWidget::update));
}

void PagePreview::show(const Preview &preview)
{
    m_preview = preview;
    m_isOutdated = false;
    m_sentence.clear();
    update();
}

void PagePreview::outdate(QSizeF millimetres, QSize pixels)
{
    m_preview.millimetres = millimetres;
    m_preview.pixels = pixels;
    m_isOutdated = true;
    update();
}

void PagePreview::clear(const QString &sentence)
{
    m_preview = {};
    m_isOutdated = false;
    m_sentence = sentence;
    update();
}

QSize PagePreview::room() const
{
    return (QSizeF(size() - QSize(2 * kMargin, 2 * kMargin)) * devicePixelRatioF()).toSize();
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    Q_EMIT roomChanged();
}

void PagePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance.theme().extendedHours);
    painter.setPen(m_appearance.theme().border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.setOpacity(m_isOutdated ? kOutdated : 1);
    if (!m_preview.picture.isNull()) {
        paintPage(painter);
    } else if (!m_preview.lines.isEmpty()) {
        paintLines(painter);
    } else {
        painter.setPen(m_appearance.theme().secondary);
        painter.setFont(style::textFont(style::TextRole::Normal));
        painter.drawText(rect().adjusted(kMargin, kMargin, -kMargin, -kMargin), Qt::AlignCenter | Qt::TextWordWrap,
                         m_sentence);
    }
}

//! Pixel for pixel where it was drawn for this room; while the window is being resized, scaled until the next comes.
void PagePreview::paintPage(QPainter &painter) const
{
    const QSizeF drawn = m_preview.picture.deviceIndependentSize();
    const QSizeF most = QSizeF(size() - QSize(2 * kMargin, 2 * kMargin));
    const bool fits = drawn.width() <= most.width() + 1 && drawn.height() <= most.height() + 1;
    const QSizeF shown = fits ? drawn : drawn.scaled(most, Qt::KeepAspectRatio);
    const QPoint at(int((width() - shown.width()) / 2), int((height() - shown.height()) / 2));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !fits);
    painter.drawImage(QRectF(at, shown), m_preview.picture);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(m_appearance.theme().border);
    painter.drawRect(QRect(at, shown.toSize()).adjusted(-1, -1, 0, 0));
}

void PagePreview::paintLines(QPainter &painter) const
{
    const QRect sheet = rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const charts::ChartTheme &theme = m_appearance.theme();
    painter.fillRect(sheet, theme.base);
    painter.setPen(theme.border);
    painter.drawRect(sheet.adjusted(0, 0, -1, -1));
    const QRect inside = sheet.adjusted(kSheetPadding, kSheetPadding, -kSheetPadding, -kSheetPadding);
    painter.setFont(style::textFont(style::TextRole::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    const int step = metrics.lineSpacing() + 2;
    painter.setPen(theme.text);
    int y = inside.top() + metrics.ascent();
    for (const QString &line : m_preview.lines) {
        if (y + metrics.descent() > inside.bottom())
            break;
        painter.drawText(inside.left(), y, metrics.elidedText(line, Qt::ElideRight, inside.width()));
        y += step;
    }
}

} // namespace tickmark::exportdialog
