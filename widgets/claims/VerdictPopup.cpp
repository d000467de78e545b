// SPDX-License-Identifier: GPL-3.0-or-later
#include "VerdictPopup.h"

#include "ClaimActions.h"
#include "VerdictPopupParts.h"
#include "VerdictPopupRows.h"
#include <pipeline/WhenDone.h>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <style/IconButton.h>

#include <algorithm>

namespace tickmark::claimview {

namespace {

constexpr int kPadding = 14;
constexpr int kBeside = 8; // less than the panel, on each side
constexpr int kApart = 4;  // from what it explains
constexpr int kEdge = 8;   // from the window's edge
constexpr int kGap = 6;    // between buttons
constexpr int kWidest = 440;
constexpr int kEnough = 300; // high: the verdict, its sentence and its range are in sight, the rest scrolls

} // namespace

VerdictPopup::VerdictPopup(const style::Appearance &appearance, QWidget *panel)
    : QFrame(panel),
      m_appearance(appearance),
      m_panel(panel),
      m_claimActions(new ClaimActions(appearance, this)),
      m_scroll(new QScrollArea),
      m_actions(new QWidget),
      m_copy(new QAction(this)),
      m_more(new style::IconButton(style::Sign::More, appearance, this)),
      m_close(new style::IconButton(style::Sign::Close, appearance, this)),
      m_buttons{new QPushButton, new QPushButton, new QPushButton, new QPushButton}
{
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("verdictPopup"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(kPadding, kPadding, 1, kPadding - 4);
    all->setSpacing(10);
    all->addWidget(m_scroll, 1);
    buildActions(*all);
    buildMenu();
    connect(m_close, &QToolButton::clicked, this, &QWidget::close);
    connect(m_claimActions, &ClaimActions::failed, this, &VerdictPopup::failed);
    connect(&appearance, &style::Appearance::changed, this, &VerdictPopup::refresh);
    panel->installEventFilter(this);
    connect(panel, &QObject::destroyed, this, [this] { delete this; }); // it may have become a child of the window
    hide();
}

VerdictPopup::~VerdictPopup()
{
    m_reading.request_stop();
}

void VerdictPopup::buildActions(QVBoxLayout &all)
{
    auto *pairs = new QBoxLayout(QBoxLayout::LeftToRight, m_actions);
    pairs->setContentsMargins(0, 0, kPadding - 1, 0);
    pairs->setSpacing(kGap);
    QHBoxLayout *row = nullptr;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        QAction *action = m_claimActions->all()[i];
        m_buttons[i]->setObjectName(action->objectName());
        if (i % (m_buttons.size() / 2) == 0) {
            if (row)
                pairs->addStretch(1);
            row = new QHBoxLayout;
            row->setSpacing(kGap);
            pairs->addLayout(row);
        }
        row->addWidget(m_buttons[i]);
        connect(m_buttons[i], &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, this, &VerdictPopup::showActions);
    }
    all.addWidget(m_actions);
    connect(m_claimActions, &ClaimActions::compareRequested, this, [this](const store::ClaimKey &key) {
        close();
        Q_EMIT compareRequested(key);
    });
    connect(m_claimActions, &ClaimActions::showOnChartRequested, this, &VerdictPopup::showOnChartRequested);
    showActions();
}

void VerdictPopup::buildMenu()
{
    m_copy->setObjectName(QStringLiteral("copy"));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut); // words that are marked copy themselves
    addAction(m_copy);
    connect(m_copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
    auto *menu = new QMenu(m_more);
    menu->addAction(m_copy);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
}

void VerdictPopup::showActions()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const QAction *action = m_claimActions->all()[i];
        m_buttons[i]->setText(action->text());
        m_buttons[i]->setToolTip(action->toolTip());
        m_buttons[i]->setEnabled(action->isEnabled());
    }
}

void VerdictPopup::setSession(pipeline::StoreSession *session)
{
    close();
    m_claimActions->setSession(session);
}

void VerdictPopup::setUndoStack(QUndoStack *undoStack)
{
    m_claimActions->setUndoStack(undoStack);
}

void VerdictPopup::setBook(const tables::ClaimBookPtr &book)
{
    m_book = book;
    m_claimActions->setBook(book);
    if (!m_key)
        return;
    if (!stored()) {
        close();
        return;
    }
    readFacts();
    refresh();
}

const store::StoredClaim *VerdictPopup::stored() const
{
    return m_book && m_key ? m_book->find(*m_key) : nullptr;
}

void VerdictPopup::open(const store::ClaimKey &key, const QRect &anchor)
{
    QWidget *before = window()->focusWidget();
    if (!isVisible() || (before && !isAncestorOf(before) && before != this))
        m_focusBefore = before;
    m_key = key;
    m_claimActions->setClaim(key);
    m_anchor = anchor;
    const store::StoredClaim *claim = stored();
    if (!claim) {
        close();
        return;
    }
    if (parentWidget() != m_panel->window()) { // a dock may have been made to float, or been put back
        if (parentWidget() != m_panel)
            parentWidget()->removeEventFilter(this);
        setParent(m_panel->window());
        m_panel->window()->installEventFilter(this);
    }
    for (VerdictPopup *other : m_panel->window()->findChildren<VerdictPopup *>()) {
        if (other != this)
            other->close();
    }
    m_facts = {};
    showClaim(*claim);
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
    readFacts();
}

void VerdictPopup::readFacts()
{
    m_reading.request_stop();
    m_reading = std::stop_source();
    const store::StoredClaim *claim = stored();
    if (!m_claimActions->session() || !claim || !claim->verdict)
        return;
    const std::stop_token stop = m_reading.get_token();
    pipeline::StoreSession &session = *m_claimActions->session();
    const auto query = [claim = *claim, calendars = session.sharedCalendars()](store::StoreReader &reader,
                                                                               const std::stop_token &asked) {
        return readVerdictFacts(reader, claim, *calendars, asked);
    };
    pipeline::whenDone(session.read(query, stop), this, [this, stop](const core::Result<VerdictFacts> &facts) {
        if (stop.stop_requested() || !facts) // without them the verdict still says what it rests on
            return;
        m_facts = *facts;
        refresh();
    });
}

void VerdictPopup::refresh()
{
    const store::StoredClaim *claim = stored();
    if (!claim || !isVisible())
        return;
    const int scrolled = m_scroll->verticalScrollBar()->value();
    showClaim(*claim);
    m_scroll->verticalScrollBar()->setValue(scrolled);
}

void VerdictPopup::showClaim(const store::StoredClaim &stored)
{
    store::StoredClaim claim = stored;
    if (claim.verdict && m_facts.instrument.id != 0)
        claim.verdict->names = m_facts.instrument.names; // not kept in the store
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, kPadding - 1, 0);
    column->setSpacing(6);
    const PopupParts parts(m_appearance, claim, m_facts);
    column->addWidget(parts.makeHead(m_close->sizeHint().width() + m_more->sizeHint().width()));
    const QString subject = m_book->subjectLabel(claim);
    parts.addSentences(*column, subject);
    parts.addTables(*column);
    const int width = fitWidth();
    body->setFixedWidth(width - kPadding - 1);
    m_scroll->setWidget(body); // the one before goes
    body->setAutoFillBackground(false);
    resize(width, height());
    m_text = parts.plainText(subject);
    m_copy->setText(tr("Copy explanation"));
    m_more->setPurpose(tr("More"));
    m_close->setPurpose(tr("Close"));
    setAccessibleName(parts.verdict());
    setAccessibleDescription(parts.sentences());
    place();
}

//! Wide enough for its buttons in one row; in a window that is not, they stand in two.
int VerdictPopup::fitWidth()
{
    int row = 2 * kPadding + (int(m_buttons.size()) - 1) * kGap;
    for (const QPushButton *button : m_buttons)
        row += button->sizeHint().width();
    const int room = std::max(parentWidget()->width() - 2 * kEdge, 0);
    const int width = std::min(std::max(std::min(m_panel->width() - 2 * kBeside, kWidest), row), room);
    static_cast<QBoxLayout *>(m_actions->layout())
        ->setDirection(width < row ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_actions->updateGeometry(); // the direction alone does not tell the layout around it
    return width;
}

//! Below the anchor where all of it fits or enough of it to read; else above; else where there is more room. Beside a narrow
//! panel where it is wider than that, but never over the window's edge.
void VerdictPopup::place()
{
    const QWidget *host = parentWidget();
    const QRect anchor(host->mapFromGlobal(m_anchor.topLeft()), m_anchor.size());
    const int first = m_panel->mapTo(host, QPoint(kBeside, 0)).x();
    const int last = std::max(first, first + m_panel->width() - 2 * kBeside - width());
    const int rightmost = std::max(kEdge, host->width() - kEdge - width());
    const int left = std::clamp(std::clamp(anchor.left(), first, last), kEdge, rightmost);
    const int chrome = layout()->contentsMargins().top() + layout()->contentsMargins().bottom() + layout()->spacing()
                       + m_actions->sizeHint().height();
    QWidget *body = m_scroll->widget();
    const QLayout *texts = body->layout();
    const int content = texts->hasHeightForWidth() ? texts->totalHeightForWidth(body->width())
                                                   : texts->totalSizeHint().height();
    body->resize(body->width(), content);
    const int wanted = content + chrome;
    const int below = host->height() - kEdge - anchor.bottom() - kApart;
    const int above = anchor.top() - kApart - kEdge;
    const bool isBelow = below >= std::min(wanted, kEnough) || (wanted > above && below >= above);
    const int height = std::min(wanted, std::max(isBelow ? below : above, chrome));
    setGeometry(left, isBelow ? anchor.bottom() + kApart : anchor.top() - kApart - height, width(), height);
    const QSize sign = m_close->sizeHint();
    m_close->setGeometry(QRect(QPoint(width() - kPadding - 16, kPadding - 4), sign));
    m_more->setGeometry(m_close->geometry().translated(-sign.width() - 2, 0));
    m_close->raise();
    m_more->raise();
}

void VerdictPopup::keyPressEvent(QKeyEvent *event)
{
    const auto scroll = [this](QAbstractSlider::SliderAction how) {
        m_scroll->verticalScrollBar()->triggerAction(how);
    };
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Up:
        return scroll(QAbstractSlider::SliderSingleStepSub);
    case Qt::Key_Down:
        return scroll(QAbstractSlider::SliderSingleStepAdd);
    case Qt::Key_PageUp:
        return scroll(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_PageDown:
        return scroll(QAbstractSlider::SliderPageStepAdd);
    default:
        QFrame::keyPressEvent(event);
    }
}

void VerdictPopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (event->spontaneous())
        return;
    m_key.reset();
    m_claimActions->setClaim(std::nullopt);
    m_reading.request_stop();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    m_focusBefore = nullptr;
}

void VerdictPopup::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.popup);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void VerdictPopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

//! It goes with the panel, and when the window's new size may have moved what it explains.
bool VerdictPopup::eventFilter(QObject *watched, QEvent *event)
{
    const bool goes = event->type() == QEvent::Resize || (watched == m_panel && event->type() == QEvent::Hide);
    if (goes && isVisible())
        close();
    return QFrame::eventFilter(watched, event);
}

//! Tab stays inside.
bool VerdictPopup::focusNextPrevChild(bool next)
{
    QWidget *at = window()->focusWidget();
    if (!at || (at != this && !isAncestorOf(at)))
        at = this;
    QWidget *const start = at;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        if (isAncestorOf(at) && at->isEnabled() && at->isVisible() && (at->focusPolicy() & Qt::TabFocus)) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (at != start);
    return true;
}

} // namespace tickmark::claimview
