// SPDX-License-Identifier: GPL-3.0-or-later
#include "VerdictPopup.h"

#include "CorrectClaim.h"
#include "CorrectClaimDialog.h"
#include "VerdictPopupParts.h"
#include "VerdictPopupRows.h"
#include <pipeline/WhenDone.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <style/IconButton.h>

#include <algorithm>
#include <array>

namespace tickmark::claimview {

namespace {

constexpr int kPadding = 14;
constexpr int kBeside = 8; // less than the panel, on each side
constexpr int kApart = 4;  // from what it explains
constexpr int kEdge = 8;   // from the window's edge
constexpr int kGap = 6;    // between buttons

} // namespace

VerdictPopup::VerdictPopup(const style::Appearance &appearance, QWidget *panel)
    : QFrame(panel),
      m_appearance(appearance),
      m_panel(panel),
      m_corrector(new CorrectClaim(this)),
      m_scroll(new QScrollArea),
      m_actions(new QWidget),
      m_close(new style::IconButton(style::Sign::Close, appearance, this)),
      m_correct(new QPushButton),
      m_dismiss(new QPushButton),
      m_compare(new QPushButton),
      m_chart(new QPushButton)
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
    connect(m_close, &QToolButton::clicked, this, &QWidget::close);
    connect(m_corrector, &CorrectClaim::failed, this, &VerdictPopup::failed);
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
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, kPadding - 1, 0);
    row->setSpacing(kGap);
    const std::array buttons{std::pair{m_correct, "correct"}, std::pair{m_dismiss, "dismiss"},
                             std::pair{m_compare, "compare"}, std::pair{m_chart, "showOnChart"}};
    for (const auto &[button, name] : buttons) {
        button->setObjectName(QLatin1String(name));
        if (button == m_compare)
            row->addStretch(1);
        row->addWidget(button);
    }
    all.addWidget(m_actions);
    connect(m_correct, &QPushButton::clicked, this, &VerdictPopup::correct);
    connect(m_dismiss, &QPushButton::clicked, this, &VerdictPopup::toggleDismissed);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        const store::ClaimKey key = *m_key;
        close();
        Q_EMIT compareRequested(key);
    });
    connect(m_chart, &QPushButton::clicked, this, [this] { Q_EMIT showOnChartRequested(*m_key); });
}

void VerdictPopup::setSession(pipeline::StoreSession *session)
{
    close();
    m_corrector->setSession(session);
}

void VerdictPopup::setUndoStack(QUndoStack *undoStack)
{
    m_corrector->setUndoStack(undoStack);
}

void VerdictPopup::setBook(const tables::ClaimBookPtr &book)
{
    m_book = book;
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
    if (!m_corrector->session() || !claim || !claim->verdict)
        return;
    const std::stop_token stop = m_reading.get_token();
    pipeline::StoreSession &session = *m_corrector->session();
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
    column->addWidget(parts.makeHead(m_close->sizeHint().width()));
    const QString subject = m_book->subjectLabel(claim);
    parts.addSentences(*column, subject);
    parts.addTables(*column);
    const int width = std::max(m_panel->width() - 2 * kBeside, minimumSizeHint().width());
    body->setFixedWidth(width - kPadding - 1);
    m_scroll->setWidget(body); // the one before goes
    body->setAutoFillBackground(false);
    resize(width, height());
    showActions(claim);
    setAccessibleName(parts.verdict());
    setAccessibleDescription(parts.sentences());
    place();
}

void VerdictPopup::showActions(const store::StoredClaim &claim)
{
    const bool isDismissed = claim.correction && claim.correction->isDismissed;
    //: opens a dialog that corrects what a claim was read as
    m_correct->setText(tr("Correct…"));
    //: a claim that is none
    m_dismiss->setText(isDismissed ? tr("Restore") : tr("Dismiss"));
    m_compare->setText(tr("Compare"));
    m_chart->setText(tr("In chart"));
    const QString whyNot = m_corrector->whyNot();
    for (QPushButton *button : {m_correct, m_dismiss}) {
        button->setEnabled(m_corrector->canWrite());
        button->setToolTip(whyNot);
    }
    const bool hasInstrument = m_book->instrument(claim.claim.subject.instrumentId);
    const bool hasSession = claim.verdict && claim.verdict->sessions.isKnown();
    m_compare->setEnabled(hasInstrument && hasSession);
    m_chart->setEnabled(hasInstrument && hasSession);
    m_compare->setToolTip(tr("All claims on this instrument and session side by side"));
    m_chart->setToolTip(tr("Show the claimed level in a chart of the session"));
    m_close->setPurpose(tr("Close"));
}

//! Below the anchor where it fits, else above, else where there is more room, as high as that.
void VerdictPopup::place()
{
    const QWidget *host = parentWidget();
    const QRect anchor(host->mapFromGlobal(m_anchor.topLeft()), m_anchor.size());
    const int left = m_panel->mapTo(host, QPoint(kBeside, 0)).x();
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
    const bool isBelow = wanted <= below || (wanted > above && below >= above);
    const int height = std::min(wanted, std::max(isBelow ? below : above, chrome));
    setGeometry(left, isBelow ? anchor.bottom() + kApart : anchor.top() - kApart - height, width(), height);
    m_close->setGeometry(width() - kPadding - 16, kPadding - 4, 20, 20);
    m_close->raise();
}

void VerdictPopup::correct()
{
    const store::StoredClaim *claim = stored();
    if (!claim || !m_corrector->canWrite())
        return;
    auto *dialog = new CorrectClaimDialog(m_appearance, *m_corrector->session(), *claim, m_panel->window());
    connect(dialog, &CorrectClaimDialog::corrected, this,
            [this, key = *m_key](const store::ClaimCorrection &correction) {
                if (const store::StoredClaim *now = m_book ? m_book->find(key) : nullptr)
                    m_corrector->correct(*now, correction);
            });
    dialog->open();
}

void VerdictPopup::toggleDismissed()
{
    if (const store::StoredClaim *claim = stored())
        m_corrector->setDismissed(*claim, !(claim->correction && claim->correction->isDismissed));
}

void VerdictPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void VerdictPopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (event->spontaneous())
        return;
    m_key.reset();
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
