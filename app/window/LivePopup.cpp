// SPDX-License-Identifier: GPL-3.0-or-later
#include "LivePopup.h"

#include "LiveCard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <style/Fonts.h>
#include <style/IconButton.h>

#include <algorithm>
#include <set>

namespace tickmark::window {

using pipeline::LiveStatus;

namespace {

constexpr int kPadding = 14;
constexpr int kWidth = 560;  // a gap, its length and its state fit into a line
constexpr int kApart = 4;    // from its badge
constexpr int kEdge = 8;     // from the window's edge
constexpr int kBetween = 14; // between two streams

} // namespace

LivePopup::LivePopup(const style::Appearance &appearance, QWidget *window)
    : QFrame(window),
      m_appearance(appearance),
      m_title(new QLabel),
      m_close(new style::IconButton(style::Sign::Close, appearance)),
      m_scroll(new QScrollArea),
      m_stopAll(new QPushButton)
{
    setObjectName(QStringLiteral("livePopup"));
    setFocusPolicy(Qt::StrongFocus);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(style::textFont(style::TextRole::Headline));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget;
    m_list = new QVBoxLayout(body);
    m_list->setContentsMargins(0, 0, kPadding, 0);
    m_list->setSpacing(kBetween);
    m_list->addStretch(1);
    m_scroll->setWidget(body);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    m_stopAll->setObjectName(QStringLiteral("stopAll"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, kPadding - 6, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, kPadding, 0);
    foot->addStretch(1);
    foot->addWidget(m_stopAll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPadding, kPadding - 4, 1, kPadding - 4);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    column->addLayout(foot);
    connect(m_close, &QToolButton::clicked, this, &QWidget::close);
    connect(m_stopAll, &QPushButton::clicked, this, &LivePopup::stopAllWanted);
    connect(&appearance, &style::Appearance::changed, this, &LivePopup::refresh);
    window->installEventFilter(this);
    hide();
}

void LivePopup::open(const QStringList &symbols, const QRect &anchor)
{
    m_symbols = symbols;
    m_anchor = anchor;
    m_tallest = 0;
    if (shown().empty())
        return;
    m_focusBefore = window()->focusWidget();
    show();
    refresh();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void LivePopup::setStreams(const std::vector<LiveStatus> &streams)
{
    m_streams = streams;
    if (isVisible())
        refresh();
}

std::vector<LiveStatus> LivePopup::shown() const
{
    std::vector<LiveStatus> shown;
    for (const LiveStatus &stream : m_streams) {
        if (m_symbols.isEmpty() || m_symbols.contains(stream.symbol))
            shown.push_back(stream);
    }
    return shown;
}

LiveCard *LivePopup::makeCard(bool isShort)
{
    auto *card = new LiveCard(m_appearance, isShort);
    connect(card, &LiveCard::retryWanted, this, [this, card] {
        Q_EMIT retryWanted(card->status().sourceId, card->status().phase == pipeline::LivePhase::Ended);
    });
    connect(card, &LiveCard::sourcesWanted, this, [this, card] { Q_EMIT sourceWanted(card->status().sourceId); });
    connect(card, &LiveCard::stopWanted, this, [this, card] { Q_EMIT stopWanted(QString(card->status().symbol)); });
    return card;
}

void LivePopup::refresh()
{
    if (!isVisible())
        return;
    const std::vector<LiveStatus> streams = shown();
    if (streams.empty()) {
        close();
        return;
    }
    const bool isShort = streams.size() > 1;
    std::set<Key> keys;
    for (const LiveStatus &stream : streams)
        keys.insert({stream.sourceId, stream.instrumentId});
    const bool isOther = isShort != m_isShort;
    if (isOther || keys.size() != m_cards.size())
        m_tallest = 0;
    m_isShort = isShort;
    std::erase_if(m_cards, [&](const auto &entry) {
        const bool goes = isOther || !keys.contains(entry.first);
        if (goes) {
            entry.second->hide();
            entry.second->deleteLater(); // it may be the sender of what is going on
        }
        return goes;
    });
    for (std::size_t i = 0; i < streams.size(); ++i) {
        LiveCard *&card = m_cards[{streams[i].sourceId, streams[i].instrumentId}];
        if (!card)
            card = makeCard(isShort);
        if (m_list->indexOf(card) != int(i))
            m_list->insertWidget(int(i), card);
        card->show(streams[i]);
        card->QWidget::show();
        card->updateGeometry(); // now: place() asks for its height
    }
    m_title->setText(isShort ? tr("%Ln live stream(s)", nullptr, int(streams.size())) : tr("Live stream"));
    m_close->setPurpose(tr("Close"));
    m_stopAll->setText(tr("Stop all"));
    m_stopAll->setVisible(isShort);
    setAccessibleName(m_title->text());
    place();
}

//! Below its badge where there is room, else above; inside the window.
void LivePopup::place()
{
    const QWidget *host = parentWidget();
    const QRect anchor(host->mapFromGlobal(m_anchor.topLeft()), m_anchor.size());
    const int width = std::min(kWidth, host->width() - 2 * kEdge);
    QWidget *body = m_scroll->widget();
    const int inner = width - kPadding - 1;
    const int content = m_list->hasHeightForWidth() ? m_list->totalHeightForWidth(inner)
                                                    : m_list->totalSizeHint().height();
    body->setMinimumHeight(content);
    m_tallest = std::max(m_tallest, content);
    const QMargins margins = layout()->contentsMargins();
    const int head = std::max(m_title->sizeHint().height(), m_close->sizeHint().height());
    const int foot = m_isShort ? m_stopAll->sizeHint().height() + layout()->spacing() : 0;
    const int chrome = margins.top() + margins.bottom() + head + layout()->spacing() + foot;
    const int wanted = m_tallest + chrome;
    const int below = host->height() - kEdge - anchor.bottom() - kApart;
    const int above = anchor.top() - kApart - kEdge;
    const bool isBelow = below >= wanted || below >= above;
    const int height = std::min(wanted, isBelow ? below : above);
    // A bar that is not needed would take the room that makes it needed.
    m_scroll->setVerticalScrollBarPolicy(height < wanted ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int left = std::clamp(anchor.right() - width, kEdge, std::max(kEdge, host->width() - kEdge - width));
    setGeometry(left, isBelow ? anchor.bottom() + kApart : anchor.top() - kApart - height, width, height);
}

void LivePopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void LivePopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (event->spontaneous())
        return;
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    m_focusBefore = nullptr;
}

void LivePopup::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.popup);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void LivePopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

//! The window's new size may have moved what it belongs to.
bool LivePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        close();
    return QFrame::eventFilter(watched, event);
}

} // namespace tickmark::window
