// SPDX-License-Identifier: GPL-3.0-or-later
#include "WatchlistPanel.h"

#include "CloseButton.h"
#include "DateDialog.h"
#include "WatchlistHeader.h"
#include "WatchlistView.h"
#include <tables/WatchlistModel.h>

#include <QActionGroup>
#include <QDockWidget>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <style/DockHead.h>
#include <style/Fonts.h>

namespace tickmark::panels {

using core::SessionDate;
using tables::WatchlistModel;
using tables::WatchOrder;

namespace {

constexpr int kCloses = 4;
constexpr int kOrders = 3;
constexpr int kMargin = 12;

// The session of a crosshair: over daily bars it stands at a session's close, and a close at midnight still belongs to
// the day before.
SessionDate dateOfCrosshair(core::Time time)
{
    return SessionDate::utcDateOf(core::Time{time.ns - 1});
}

QAction *checkable(QMenu *menu, QActionGroup *group)
{
    QAction *action = menu->addAction(QString());
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

} // namespace

WatchlistPanel::WatchlistPanel(style::Appearance &appearance, QDockWidget *dock, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_model(new WatchlistModel(appearance.formats(), this))
{
    m_model->setZone(appearance.zone());
    buildHead(dock);
    buildPages();
    buildRowActions();
    connectAll();
    retranslate();
    showState();
}

WatchlistPanel::~WatchlistPanel() = default;

void WatchlistPanel::buildHead(QDockWidget *dock)
{
    m_head = new style::DockHead(m_appearance, dock, dock ? static_cast<QWidget *>(dock) : this);
    if (dock)
        dock->setTitleBarWidget(m_head);
    m_note = new CloseButton(m_appearance);
    m_menu = new QMenu(m_note);
    auto *closes = new QActionGroup(m_menu);
    for (int i = 0; i < kCloses; ++i)
        m_closeActions.push_back(checkable(m_menu, closes));
    m_menu->addSeparator();
    auto *orders = new QActionGroup(m_menu);
    for (int i = 0; i < kOrders; ++i)
        m_orderActions.push_back(checkable(m_menu, orders));
    m_closeActions[std::size_t(m_close)]->setChecked(true);
    m_orderActions[std::size_t(m_model->order())]->setChecked(true);
    m_note->setMenu(m_menu);
    m_head->addWidget(m_note);
}

void WatchlistPanel::buildPages()
{
    m_columns = new WatchlistHeader(m_appearance, *m_model);
    m_view = new WatchlistView(m_appearance, *m_model);
    auto *list = new QWidget;
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(0);
    listLayout->addWidget(m_columns);
    listLayout->addWidget(m_view, 1);

    m_empty = new QWidget;
    m_emptyText = new QLabel;
    m_emptyText->setTextFormat(Qt::PlainText);
    m_emptyText->setWordWrap(true);
    m_emptyText->setFont(style::textFont(style::TextRole::Sentence));
    m_emptyAdd = new QPushButton;
    m_emptyImport = new QPushButton;
    auto *emptyLayout = new QVBoxLayout(m_empty);
    emptyLayout->setContentsMargins(kMargin, 2 * kMargin, kMargin, kMargin);
    emptyLayout->addWidget(m_emptyText);
    emptyLayout->addWidget(m_emptyAdd, 0, Qt::AlignLeft);
    emptyLayout->addWidget(m_emptyImport, 0, Qt::AlignLeft);
    emptyLayout->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (m_head->parentWidget() == this)
        layout->addWidget(m_head);
    m_pages = new QStackedLayout;
    m_pages->addWidget(list);
    m_pages->addWidget(m_empty);
    layout->addLayout(m_pages, 1);
    setFocusProxy(m_view);
}

QAction *WatchlistPanel::addRowAction(const QKeySequence &key, void (WatchlistPanel::*action)())
{
    auto *row = new QAction(m_view);
    row->setShortcut(key);
    row->setShortcutContext(Qt::WidgetShortcut);
    connect(row, &QAction::triggered, this, action);
    m_view->addAction(row);
    m_rowActions.push_back(row);
    return row;
}

void WatchlistPanel::buildRowActions()
{
    // Enter reaches the list itself, so its action has no key of its own
    addRowAction({}, &WatchlistPanel::tellActivated);
    addRowAction(Qt::CTRL | Qt::Key_Return, &WatchlistPanel::tellAdd);
    addRowAction(Qt::CTRL | Qt::SHIFT | Qt::Key_Return, &WatchlistPanel::tellNewPane);
    addRowAction(Qt::CTRL | Qt::Key_H, &WatchlistPanel::tellHeadlines);
    addRowAction(Qt::Key_F2, &WatchlistPanel::tellEdit);
    addRowAction(QKeySequence::Delete, &WatchlistPanel::tellRemove);
}

void WatchlistPanel::connectAll()
{
    for (int i = 0; i < kCloses; ++i) {
        connect(m_closeActions[std::size_t(i)], &QAction::triggered, this, [this, i] {
            if (WatchClose(i) == WatchClose::Date)
                askForDate();
            else
                setClose(WatchClose(i));
        });
    }
    for (int i = 0; i < kOrders; ++i)
        connect(m_orderActions[std::size_t(i)], &QAction::triggered, m_model,
                [this, i] { m_model->setOrder(WatchOrder(i)); });
    connect(m_view, &QAbstractItemView::activated, this, &WatchlistPanel::tellActivated);
    connect(m_view, &QWidget::customContextMenuRequested, this, &WatchlistPanel::showContextMenu);
    connect(m_view, &WatchlistView::resized, this,
            [this] { m_columns->setInset(m_columns->width() - m_view->viewport()->width()); });
    connect(m_model, &WatchlistModel::loaded, this, &WatchlistPanel::listLoaded);
    connect(m_model, &WatchlistModel::liveRowsChanged, this, &WatchlistPanel::showNote);
    connect(m_model, &WatchlistModel::failed, this, &WatchlistPanel::failed);
    connect(m_model, &QAbstractItemModel::modelReset, this, &WatchlistPanel::showState);
    connect(m_emptyAdd, &QPushButton::clicked, this, &WatchlistPanel::newInstrumentWanted);
    connect(m_emptyImport, &QPushButton::clicked, this, &WatchlistPanel::importWanted);
    connect(&m_appearance, &style::Appearance::changed, this, &WatchlistPanel::reformat);
}

void WatchlistPanel::setSession(pipeline::StoreSession *session)
{
    m_session = session;
    m_model->setSession(session);
    if (session)
        connect(session, &QObject::destroyed, this, &WatchlistPanel::showState);
    showState();
}

void WatchlistPanel::setViewRange(core::TimeRange range)
{
    m_range = range;
    applyRequest();
}

void WatchlistPanel::setCrosshair(std::optional<core::Time> time)
{
    // where the pointer leaves the charts, the last session that it stood on stays
    if (time)
        m_crosshair = time;
    if (m_close == WatchClose::Crosshair)
        applyRequest();
}

void WatchlistPanel::setHeadlineTime(std::optional<core::Time> time)
{
    m_headline = time;
    if (m_close == WatchClose::Headline)
        applyRequest();
}

void WatchlistPanel::setLive(const std::vector<pipeline::LiveStatus> &streams)
{
    m_model->setLive(streams);
}

void WatchlistPanel::showDate(SessionDate date)
{
    m_date = date;
    setClose(WatchClose::Date);
}

void WatchlistPanel::setClose(WatchClose close)
{
    m_close = close;
    m_closeActions[std::size_t(close)]->setChecked(true);
    applyRequest();
}

std::optional<SessionDate> WatchlistPanel::wantedDate() const
{
    switch (m_close) {
    case WatchClose::Crosshair:
        return m_crosshair ? std::optional(dateOfCrosshair(*m_crosshair)) : std::nullopt;
    case WatchClose::Headline:
        return m_headline ? std::optional(m_appearance.zone().dateAt(*m_headline)) : std::nullopt;
    case WatchClose::Date:
        return m_date;
    case WatchClose::Latest:
        break;
    }
    return std::nullopt;
}

void WatchlistPanel::applyRequest()
{
    m_model->setRequest({wantedDate(), m_range});
    showNote();
}

void WatchlistPanel::askForDate()
{
    m_closeActions[std::size_t(m_close)]->setChecked(true); // until a date is chosen
    const SessionDate start = m_date ? *m_date : m_model->newestSession().value_or(SessionDate::fromDays(20'000));
    auto *dialog = new DateDialog(m_appearance, start, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DateDialog::chosen, this, &WatchlistPanel::showDate);
    dialog->open();
}

bool WatchlistPanel::select(const QString &symbol)
{
    const bool found = m_view->selectSymbol(symbol);
    m_pendingSymbol = found ? QString() : symbol;
    return found;
}

QStringList WatchlistPanel::selectedSymbols() const
{
    return m_view->selectedSymbols();
}

void WatchlistPanel::listLoaded()
{
    if (!m_pendingSymbol.isEmpty())
        select(m_pendingSymbol);
    showNote();
    showState();
}

void WatchlistPanel::showState()
{
    const bool isEmpty = m_model->instrumentCount() == 0;
    m_pages->setCurrentIndex(isEmpty ? 1 : 0);
    m_note->setEnabled(!isEmpty);
    const bool mayAdd = m_session && m_session->writer();
    m_emptyAdd->setVisible(mayAdd);
    m_emptyImport->setVisible(mayAdd);
    if (!m_session)
        m_emptyText->setText(tr("No database is open."));
    else if (mayAdd)
        m_emptyText->setText(tr("This database has no instruments yet. Add one, or import a file with quotes."));
    else
        m_emptyText->setText(tr("This database has no instruments, and it can only be read."));
}

void WatchlistPanel::showContextMenu(QPoint position)
{
    const QStringList symbols = selectedSymbols();
    if (symbols.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isOne = symbols.size() == 1;
    const bool mayWrite = m_session && m_session->writer();
    for (std::size_t i = 0; i < m_rowActions.size(); ++i) {
        if (i == 3 || i == 4)
            menu->addSeparator();
        menu->addAction(m_rowActions[i]);
    }
    m_rowActions[0]->setEnabled(isOne);
    m_rowActions[3]->setEnabled(isOne);
    m_rowActions[4]->setEnabled(isOne);
    m_rowActions[5]->setEnabled(isOne && mayWrite);
    // keys work whatever the menu showed last
    connect(
        menu, &QMenu::aboutToHide, this,
        [this] {
            for (QAction *action : m_rowActions)
                action->setEnabled(true);
        },
        Qt::QueuedConnection);
    Q_EMIT menuOpening(menu, symbols);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void WatchlistPanel::tellActivated()
{
    if (const QString symbol = m_view->currentSymbol(); !symbol.isEmpty())
        Q_EMIT instrumentActivated(symbol);
}

void WatchlistPanel::tellAdd()
{
    for (const QString &symbol : selectedSymbols())
        Q_EMIT instrumentAddWanted(symbol);
}

void WatchlistPanel::tellNewPane()
{
    if (const QStringList symbols = selectedSymbols(); !symbols.isEmpty())
        Q_EMIT newPaneWanted(symbols);
}

void WatchlistPanel::tellHeadlines()
{
    if (const QString symbol = m_view->currentSymbol(); !symbol.isEmpty())
        Q_EMIT headlinesWanted(symbol);
}

void WatchlistPanel::tellEdit()
{
    if (const QString symbol = m_view->currentSymbol(); !symbol.isEmpty())
        Q_EMIT editWanted(symbol);
}

void WatchlistPanel::tellRemove()
{
    const QString symbol = m_view->currentSymbol();
    if (!symbol.isEmpty() && m_session && m_session->writer())
        Q_EMIT removeWanted(symbol);
}

} // namespace tickmark::panels
