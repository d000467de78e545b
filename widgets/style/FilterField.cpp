// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilterField.h"

#include <QKeyEvent>

namespace tickmark::style {

namespace {

constexpr int kRestMs = 120;
constexpr int kLongestText = 200;
constexpr int kLeastWidth = 80;

} // namespace

FilterField::FilterField(QWidget *parent) : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    setMaxLength(kLongestText);
    setMinimumWidth(kLeastWidth);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(this, &QLineEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(&m_rest, &QTimer::timeout, this, &FilterField::tell);
}

void FilterField::setFilter(const QString &filter)
{
    if (filter != text())
        setText(filter);
    m_rest.stop();
}

void FilterField::focusAll()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void FilterField::tell()
{
    m_rest.stop();
    Q_EMIT filterChanged(text());
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_rest.isActive()) // the list that is gone to is the filtered one
            tell();
        Q_EMIT leaveRequested();
        event->accept();
        return;
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            event->accept();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace tickmark::style
