// SPDX-License-Identifier: GPL-3.0-or-later
#include "RoleHeader.h"

#include "ImportTexts.h"

#include <QComboBox>
#include <QPainter>
#include <QSignalBlocker>

#include <style/Fonts.h>

#include <algorithm>
#include <span>
#include <utility>

namespace tickmark::dialogs {

using sources::ColumnRole;

namespace {

constexpr ColumnRole kBarRoles[] = {ColumnRole::Ignored,       ColumnRole::Date,    ColumnRole::Time,
                                    ColumnRole::Symbol,        ColumnRole::Open,    ColumnRole::High,
                                    ColumnRole::Low,           ColumnRole::Close,   ColumnRole::Volume,
                                    ColumnRole::AdjustedClose, ColumnRole::Turnover};
constexpr ColumnRole kTickRoles[] = {ColumnRole::Ignored, ColumnRole::Date,   ColumnRole::Time, ColumnRole::Symbol,
                                     ColumnRole::Price,   ColumnRole::Size,   ColumnRole::Bid,  ColumnRole::BidSize,
                                     ColumnRole::Ask,     ColumnRole::AskSize};
constexpr int kMargin = 4;

std::span<const ColumnRole> rolesOf(sources::TableKind kind)
{
    if (kind == sources::TableKind::Ticks)
        return kTickRoles;
    return kBarRoles;
}

} // namespace

RoleHeader::RoleHeader(const style::Appearance &appearance, int plainSections, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_appearance(appearance), m_plainSections(plainSections)
{
    setFont(style::textFont(style::TextRole::Small));
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QHeaderView::sectionResized, this, &RoleHeader::place);
}

void RoleHeader::setColumns(sources::TableKind kind, const std::vector<sources::CsvColumn> &columns)
{
    if (kind != std::exchange(m_kind, kind)) {
        qDeleteAll(m_boxes);
        m_boxes.clear();
    }
    const int count = std::min(int(columns.size()), kMostBoxes);
    while (m_boxes.size() > count)
        delete m_boxes.takeLast();
    while (m_boxes.size() < count) {
        auto *box = new QComboBox(this);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setFocusPolicy(Qt::StrongFocus);
        for (const ColumnRole role : rolesOf(m_kind))
            box->addItem(QString(), int(role));
        const int column = int(m_boxes.size());
        connect(box, &QComboBox::activated, this,
                [this, box, column] { Q_EMIT roleChosen(column, ColumnRole(box->currentData().toInt())); });
        m_boxes.append(box);
        box->show();
    }
    for (int i = 0; i < count; ++i) {
        const QSignalBlocker blocker(m_boxes[i]);
        m_boxes[i]->setCurrentIndex(m_boxes[i]->findData(int(columns[std::size_t(i)].role)));
    }
    retranslate();
    updateGeometry();
    place();
}

void RoleHeader::retranslate()
{
    for (int i = 0; i < m_boxes.size(); ++i) {
        for (int item = 0; item < m_boxes[i]->count(); ++item)
            m_boxes[i]->setItemText(item, roleText(ColumnRole(m_boxes[i]->itemData(item).toInt())));
        m_boxes[i]->setAccessibleName(tr("What column %1 holds").arg(i + 1));
        m_boxes[i]->setToolTip(m_boxes[i]->accessibleName());
    }
}

int RoleHeader::boxWidth() const
{
    int widest = 0;
    for (const ColumnRole role : rolesOf(m_kind))
        widest = std::max(widest, fontMetrics().horizontalAdvance(roleText(role)));
    return widest + 36;
}

int RoleHeader::nameHeight() const
{
    return fontMetrics().height() + 2 * kMargin;
}

QSize RoleHeader::sizeHint() const
{
    const int boxHeight = m_boxes.isEmpty() ? 0 : m_boxes.front()->sizeHint().height() + kMargin;
    return {QHeaderView::sizeHint().width(), nameHeight() + boxHeight};
}

void RoleHeader::place()
{
    for (int i = 0; i < m_boxes.size(); ++i) {
        const int section = i + m_plainSections;
        QComboBox &box = *m_boxes[i];
        if (section >= count()) {
            box.hide();
            continue;
        }
        box.setGeometry(sectionViewportPosition(section) + 2, nameHeight(), sectionSize(section) - 4,
                        box.sizeHint().height());
        box.show();
    }
}

void RoleHeader::updateGeometries()
{
    QHeaderView::updateGeometries();
    place();
}

void RoleHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->fillRect(rect, m_appearance.theme().window);
    painter->setPen(m_appearance.theme().border);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setPen(m_appearance.theme().secondary);
    painter->setFont(font());
    const QRect line(rect.left() + 12, rect.top(), rect.width() - 14, nameHeight());
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace tickmark::dialogs
