// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchField.h"

#include <pipeline/WhenDone.h>

#include <QEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QScreen>

#include <style/Fonts.h>
#include <style/IconButton.h>
#include <style/RowDelegate.h>

#include <algorithm>
#include <chrono>
#include <ranges>

namespace tickmark::window {

namespace {

constexpr int kWidth = 320;
constexpr int kSignRoom = 24;
constexpr int kMostInstruments = 8;
constexpr int kMostHeadlines = 12;
constexpr std::chrono::milliseconds kDelay{120};

enum Role { kSymbolRole = Qt::UserRole, kNewsRole };

bool holds(const core::Instrument &instrument, const QString &text)
{
    const auto has = [&](const QString &word) { return word.contains(text, Qt::CaseInsensitive); };
    return has(instrument.symbol) || std::ranges::any_of(instrument.names, [&](const core::InstrumentNames &names) {
               return has(names.name) || has(names.shortName) || std::ranges::any_of(names.aliases, has);
           });
}

} // namespace

SearchField::SearchField(const style::Appearance &appearance, QWidget *parent)
    : QLineEdit(parent), m_appearance(appearance), m_list(new QListWidget(this))
{
    setTextMargins(kSignRoom - 4, 0, 0, 0);
    setClearButtonEnabled(false);
    m_list->setWindowFlags(Qt::ToolTip); // keeps the focus here
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new style::RowDelegate(appearance, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &SearchField::search);
    connect(this, &QLineEdit::textEdited, &m_delay, qOverload<>(&QTimer::start));
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    retranslate();
}

void SearchField::setSession(pipeline::StoreSession *session)
{
    m_running.request_stop();
    m_session = session;
    m_instruments.clear();
    m_list->hide();
    if (!session)
        return;
    connect(session, &pipeline::StoreSession::changed, this, [this](pipeline::StoreChanges what) {
        if (what & pipeline::StoreChange::Instruments)
            loadInstruments();
    });
    loadInstruments();
}

QSize SearchField::sizeHint() const
{
    return {kWidth, QLineEdit::sizeHint().height()};
}

void SearchField::loadInstruments()
{
    if (!m_session)
        return;
    pipeline::whenDone(
        m_session->read([](store::StoreReader &reader, const std::stop_token &) { return reader.instruments(); }), this,
        [this, session = m_session](core::Result<std::vector<core::Instrument>> answer) {
            if (answer && session == m_session)
                m_instruments = std::move(*answer);
        });
}

void SearchField::search()
{
    m_running.request_stop();
    const QString wanted = text().simplified();
    if (wanted.isEmpty() || !m_session) {
        m_list->hide();
        return;
    }
    m_running = std::stop_source();
    pipeline::whenDone(m_session->read(
                           [wanted](store::StoreReader &reader, const std::stop_token &stop) {
                               return reader.searchNews(wanted, kMostHeadlines, stop);
                           },
                           m_running.get_token()),
                       this, [this, wanted](const core::Result<std::vector<core::NewsItem>> &answer) {
                           if (wanted == text().simplified())
                               showFound(answer ? *answer : std::vector<core::NewsItem>());
                       });
}

void SearchField::showFound(const std::vector<core::NewsItem> &news)
{
    m_list->clear();
    const QString wanted = text().simplified();
    std::vector<const core::Instrument *> found;
    for (const core::Instrument &instrument : m_instruments) {
        if (holds(instrument, wanted))
            found.push_back(&instrument);
    }
    // What begins with the text is most likely meant.
    std::ranges::stable_partition(found, [&](const core::Instrument *instrument) {
        return instrument->symbol.startsWith(wanted, Qt::CaseInsensitive)
               || instrument->displayName(m_appearance.language()).startsWith(wanted, Qt::CaseInsensitive);
    });
    for (const core::Instrument *instrument : found | std::views::take(kMostInstruments)) {
        const QString name = instrument->displayName(m_appearance.language());
        addEntry(name == instrument->symbol ? name : tr("%1 (%2)", "name and symbol").arg(name, instrument->symbol),
                 name, kSymbolRole, instrument->symbol);
    }
    for (const core::NewsItem &item : news) {
        const QString when = m_appearance.formats().shortTime(item.published, m_appearance.zone());
        addEntry(tr("%1  %2", "time and headline").arg(when, item.title.simplified()), item.title.simplified(),
                 kNewsRole, item.id);
    }
    if (m_list->count() == 0) {
        m_list->addItem(tr("Nothing found."));
        m_list->item(0)->setFlags(Qt::NoItemFlags);
    } else {
        m_list->setCurrentRow(0);
    }
    placeList();
}

void SearchField::addEntry(const QString &text, const QString &tip, int role, const QVariant &value)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setToolTip(tip.toHtmlEscaped());
    item->setData(role, value);
}

void SearchField::placeList()
{
    const int rows = std::min(m_list->count(), kMostInstruments + kMostHeadlines);
    const int width = std::max(this->width(), 440);
    const QRect room = screen()->availableGeometry();
    QPoint corner = mapToGlobal(QPoint(this->width() - width, height() + 1));
    corner.setX(std::max(corner.x(), room.left()));
    const int height = std::min(rows * m_list->sizeHintForRow(0) + 2, room.bottom() - corner.y());
    m_list->setGeometry(corner.x(), corner.y(), width, height);
    m_list->show();
    m_list->raise();
}

void SearchField::choose(int row)
{
    const QListWidgetItem *item = m_list->item(row);
    if (!item)
        return;
    const QVariant symbol = item->data(kSymbolRole);
    const QVariant news = item->data(kNewsRole);
    m_list->hide();
    clear();
    if (symbol.isValid())
        Q_EMIT instrumentChosen(symbol.toString());
    else if (news.isValid())
        Q_EMIT headlineChosen(news.toLongLong());
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const charts::ChartTheme &theme = m_appearance.theme();
    style::paintSign(painter, style::Sign::Search, QRectF(3, 0, kSignRoom - 4, height()), theme.secondary);
    if (!text().isEmpty())
        return;
    painter.setFont(style::textFont(style::TextRole::Small));
    painter.setPen(theme.placeholder);
    painter.drawText(rect().adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter,
                     QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool open = m_list->isVisible();
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (open) {
            const int step = event->key() == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
        } else {
            search();
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (open)
            choose(m_list->currentRow());
        else
            search();
        return;
    case Qt::Key_Escape:
        if (open)
            m_list->hide();
        else
            clear();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    m_list->hide();
    QLineEdit::focusOutEvent(event);
}

void SearchField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void SearchField::retranslate()
{
    setPlaceholderText(tr("Search instrument or headline"));
    setAccessibleName(tr("Search instrument or headline"));
    m_list->setAccessibleName(tr("Found instruments and headlines"));
}

} // namespace tickmark::window
