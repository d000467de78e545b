// SPDX-License-Identifier: GPL-3.0-or-later
#include "InstrumentPicker.h"

#include "InstrumentChoices.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

#include <style/RowDelegate.h>

namespace tickmark::desk {

namespace {

constexpr int kRows = 10;
constexpr int kCharacters = 36;

} // namespace

InstrumentPicker::InstrumentPicker(std::vector<core::Instrument> instruments, const style::Appearance &appearance,
                                   QWidget *parent)
    : QFrame(parent, Qt::Popup), m_choices(new InstrumentChoices(this)), m_text(new QLineEdit), m_list(new QListView)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Choose an instrument"));
    m_text->setPlaceholderText(tr("Symbol or name"));
    m_text->setAccessibleName(tr("Symbol or name"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_choices->setInstruments(std::move(instruments), appearance.language());
    m_list->setModel(m_choices);
    auto *rows = new style::RowDelegate(appearance, m_list);
    m_list->setItemDelegate(rows);
    m_list->setAccessibleName(tr("Instruments found"));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int rowHeight = rows->sizeHint({}, m_choices->index(0)).height();
    m_list->setMinimumSize(kCharacters * m_list->fontMetrics().averageCharWidth(), kRows * rowHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_text);
    column->addWidget(m_list);
    connect(m_text, &QLineEdit::textChanged, this, &InstrumentPicker::filter);
    connect(m_text, &QLineEdit::returnPressed, this, &InstrumentPicker::choose);
    connect(m_list, &QListView::activated, this, &InstrumentPicker::choose);
    connect(m_list, &QListView::clicked, this, &InstrumentPicker::choose);
    filter({});
}

void InstrumentPicker::openAt(QPoint globalPosition)
{
    adjustSize();
    const QRect room = screen()->availableGeometry();
    move(std::clamp(globalPosition.x(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(globalPosition.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    show();
    m_text->setFocus();
}

void InstrumentPicker::filter(const QString &text)
{
    m_choices->setText(text);
    m_list->setCurrentIndex(m_choices->index(0));
}

void InstrumentPicker::choose()
{
    const QString symbol = m_list->currentIndex().data(InstrumentChoices::SymbolRole).toString();
    if (symbol.isEmpty())
        return;
    close();
    Q_EMIT chosen(symbol);
}

bool InstrumentPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            // The list moves; the text keeps the focus, so that typing goes on.
            QCoreApplication::sendEvent(m_list, event);
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace tickmark::desk
