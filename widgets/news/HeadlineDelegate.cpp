// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineDelegate.h"

#include "HeadlineBadges.h"
#include "NewsTexts.h"
#include <news/SafeText.h>
#include <tables/HeadlineModel.h>

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <style/Fonts.h>
#include <style/RowDelegate.h>

#include <algorithm>

namespace tickmark::newsview {

using tables::HeadlineModel;
using tables::NamedInstrument;

namespace {

constexpr double kMargin = 12;
constexpr double kTop = 5;
constexpr double kSourceHeight = 16;
constexpr double kSourceGap = 1;
constexpr double kTitleLine = 18;
constexpr double kVerdictLine = 18;
constexpr double kBottom = 5; // and the separator: 44 + 18 for each line of the title, 18 less without verdicts
constexpr double kGap = 6;
constexpr int kMostChips = 3;
constexpr double kDotRadius = 2.5;

QFont publisherFont()
{
    QFont font = style::textFont(style::TextRole::Small);
    font.setWeight(QFont::DemiBold);
    return font;
}

double titleWidth(double rowWidth)
{
    return std::max(1.0, rowWidth - 2 * kMargin);
}

//! The first line as it breaks, and what is left for the second.
std::pair<QString, QString> brokenTitle(const QString &title, const QFont &font, double width)
{
    QTextLayout layout(title, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(width);
    layout.endLayout();
    return {title.left(line.textLength()).trimmed(), title.mid(line.textLength()).trimmed()};
}

bool isCut(const QString &title, const QFont &font, double width)
{
    const auto [first, rest] = brokenTitle(title, font, width);
    const QFontMetricsF metrics(font);
    return metrics.horizontalAdvance(first) > width || metrics.horizontalAdvance(rest) > width;
}

} // namespace

HeadlineDelegate::HeadlineDelegate(const style::Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent),
      m_appearance(appearance),
      m_widths(style::textFont(style::TextRole::Headline)),
      m_titleFont(style::textFont(style::TextRole::Headline)),
      m_readTitleFont(style::textFont(style::TextRole::Sentence)),
      m_publisherFont(publisherFont()),
      m_smallFont(style::textFont(style::TextRole::Small)),
      m_numberFont(style::textFont(style::TextRole::Normal))
{}

QSize HeadlineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const double width = view ? view->viewport()->width() : option.rect.width();
    // by the wider, semibold title, so that a row keeps its height when it is read
    const int lines = m_widths.lines(index.data(HeadlineModel::TitleRole).toString(), titleWidth(width));
    const double verdicts = index.data(HeadlineModel::JudgedRole).toBool() ? kVerdictLine : 0;
    return {1, int(kTop + kSourceHeight + kSourceGap + lines * kTitleLine + verdicts + kBottom) - 1};
}

QRectF HeadlineDelegate::verdictLine(const QRectF &row, const QModelIndex &index) const
{
    if (!index.data(HeadlineModel::JudgedRole).toBool())
        return {};
    return {row.left() + kMargin, row.bottom() - kBottom + 1 - kVerdictLine, titleWidth(row.width()), kVerdictLine};
}

void HeadlineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const QRectF row(option.rect);
    const bool isRead = index.data(HeadlineModel::ReadRole).toBool();
    painter->save();
    style::paintRowBackground(*painter, row, theme, option.state & QStyle::State_Selected, true);
    painter->fillRect(QRectF(row.left() + kMargin, row.bottom() - 1, row.width() - 2 * kMargin, 1), theme.grid);

    QRectF line(row.left() + kMargin, row.top() + kTop, row.width() - 2 * kMargin, kSourceHeight);
    if (!isRead) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accent);
        painter->drawEllipse(QPointF(row.left() + kMargin / 2 + 1, line.center().y() + 0.5), kDotRadius, kDotRadius);
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
    const auto instruments = index.data(HeadlineModel::InstrumentsRole).value<QList<NamedInstrument>>();
    const QString when = sourceTime(index);
    const QString publisher = news::visibleLine(index.data(HeadlineModel::PublisherRole).toString(), 100);
    const double source = QFontMetricsF(m_publisherFont).horizontalAdvance(publisher) + kGap
                          + QFontMetricsF(m_smallFont).horizontalAdvance(when);
    line.setRight(paintChips(*painter, line, instruments, line.width() - source - kGap) - kGap);
    paintSource(*painter, line, publisher, when);
    const QRectF title(row.left() + kMargin, row.top() + kTop + kSourceHeight + kSourceGap, titleWidth(row.width()),
                       2 * kTitleLine);
    paintTitle(*painter, title, index.data(HeadlineModel::TitleRole).toString(), isRead);
    if (const QRectF verdicts = verdictLine(row, index); !verdicts.isEmpty())
        paintBadges(*painter, verdicts, index.data(HeadlineModel::VerdictsRole).value<QList<tables::HeadlineVerdict>>(),
                    m_numberFont, theme, option.state & QStyle::State_Selected ? theme.tint : theme.base);
    painter->restore();
}

double HeadlineDelegate::paintChips(QPainter &painter, const QRectF &line, const QList<NamedInstrument> &instruments,
                                    double room) const
{
    const auto moreThan = [&](qsizetype shown) {
        return shown < instruments.size() ? QStringLiteral("+%1").arg(instruments.size() - shown) : QString();
    };
    const auto widthOf = [&](qsizetype shown) {
        double width = shown < instruments.size() ? QFontMetricsF(m_smallFont).horizontalAdvance(moreThan(shown)) : 0;
        for (const NamedInstrument &instrument : instruments.first(shown))
            width += style::chipWidth(instrument.label) + kGap;
        return width;
    };
    qsizetype shown = std::min<qsizetype>(instruments.size(), kMostChips);
    while (shown > 1 && widthOf(shown) > room)
        --shown;
    double right = line.right();
    if (const QString more = moreThan(shown); !more.isEmpty()) {
        const double width = QFontMetricsF(m_smallFont).horizontalAdvance(more);
        painter.setFont(m_smallFont);
        painter.setPen(m_appearance.theme().secondary);
        painter.drawText(QRectF(right - width, line.top(), width + 1, line.height()), Qt::AlignVCenter, more);
        right -= width + kGap;
    }
    for (qsizetype i = shown - 1; i >= 0; --i) {
        right -= style::chipWidth(instruments.at(i).label);
        style::paintChip(painter, QPointF(right, line.top()), instruments.at(i).label, m_appearance.theme());
        right -= kGap;
    }
    return right;
}

QString HeadlineDelegate::sourceTime(const QModelIndex &index) const
{
    const core::Time published{index.data(HeadlineModel::PublishedRole).toLongLong()};
    const QString when = rowTime(published, m_appearance.formats(), m_appearance.zone());
    const QString language = index.data(HeadlineModel::LanguageRole).toString();
    return language.isEmpty() ? when : QStringLiteral("%1 · %2").arg(when, language.toUpper());
}

void HeadlineDelegate::paintSource(QPainter &painter, const QRectF &line, const QString &name,
                                   const QString &when) const
{
    const QFontMetricsF publisherMetrics(m_publisherFont);
    const double whenWidth = QFontMetricsF(m_smallFont).horizontalAdvance(when);
    const QString publisher = publisherMetrics.elidedText(name, Qt::ElideRight,
                                                          std::max(0.0, line.width() - whenWidth - kGap));
    painter.setPen(m_appearance.theme().secondary);
    painter.setFont(m_publisherFont);
    painter.drawText(line, Qt::AlignVCenter, publisher);
    QRectF rest = line;
    rest.setLeft(line.left() + publisherMetrics.horizontalAdvance(publisher) + kGap);
    painter.setFont(m_smallFont);
    painter.drawText(rest, Qt::AlignVCenter,
                     QFontMetricsF(m_smallFont).elidedText(when, Qt::ElideRight, std::max(0.0, rest.width())));
}

void HeadlineDelegate::paintTitle(QPainter &painter, const QRectF &box, const QString &title, bool isRead) const
{
    const QFont &font = isRead ? m_readTitleFont : m_titleFont;
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(m_appearance.theme().text);
    const QRectF first(box.left(), box.top(), box.width(), kTitleLine);
    if (m_widths.lines(title, box.width()) == 1) {
        painter.drawText(first, Qt::AlignVCenter, title);
        return;
    }
    const auto [line, rest] = brokenTitle(title, font, box.width());
    painter.drawText(first, Qt::AlignVCenter, metrics.elidedText(line, Qt::ElideRight, box.width()));
    painter.drawText(first.translated(0, kTitleLine), Qt::AlignVCenter,
                     metrics.elidedText(rest, Qt::ElideRight, box.width()));
}

bool HeadlineDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString title = index.data(HeadlineModel::TitleRole).toString();
    QString text;
    if (verdictLine(option.rect, index).contains(QPointF(event->pos())))
        text = index.data(Qt::AccessibleDescriptionRole).toString();
    else if (isCut(title, index.data(HeadlineModel::ReadRole).toBool() ? m_readTitleFont : m_titleFont,
                   titleWidth(option.rect.width())))
        text = title;
    // escaped, because a tooltip takes what looks like markup for markup
    QToolTip::showText(event->globalPos(),
                       text.isEmpty() ? QString() : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal), view);
    return true;
}

} // namespace tickmark::newsview
