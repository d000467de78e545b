// SPDX-License-Identifier: GPL-3.0-or-later
// Words and settings of the watchlist: what follows the language, and what returns after a restart.
#include "CloseButton.h"
#include "WatchlistPanel.h"
#include "WatchlistView.h"
#include <tables/WatchlistModel.h>

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <style/DockHead.h>

#include <array>

namespace tickmark::panels {

using tables::WatchOrder;

namespace {

constexpr std::array<const char *, 4> kCloseCodes{"latest", "crosshair", "headline", "date"};
constexpr std::array<const char *, 3> kOrderCodes{"store", "label", "change"};

template <std::size_t size>
std::optional<int> positionOf(const std::array<const char *, size> &codes, const QString &code)
{
    for (std::size_t i = 0; i < size; ++i) {
        if (code == QLatin1String(codes[i]))
            return int(i);
    }
    return {};
}

} // namespace

void WatchlistPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WatchlistPanel::reformat()
{
    m_model->setZone(m_appearance.zone());
    m_model->setFormats(m_appearance.formats());
    showNote();
}

void WatchlistPanel::retranslate()
{
    m_head->setTitle(tr("Watchlist"));
    m_view->setAccessibleName(tr("Watchlist"));
    const std::array closes{tr("Latest close"), tr("Session under the crosshair"), tr("Day of the selected headline"),
                            tr("A date…")};
    const std::array orders{tr("In the order of the database"), tr("By symbol"), tr("By change, losses first")};
    const std::array rows{tr("Show in the charts"),
                          tr("Add to the active chart"),
                          tr("Show in a new chart"),
                          tr("Only headlines that mention it"),
                          tr("Edit…"),
                          tr("Remove…")};
    for (std::size_t i = 0; i < closes.size(); ++i)
        m_closeActions[i]->setText(closes[i]);
    for (std::size_t i = 0; i < orders.size(); ++i)
        m_orderActions[i]->setText(orders[i]);
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_rowActions[i]->setText(rows[i]);
    m_emptyAdd->setText(tr("Add an instrument…"));
    m_emptyImport->setText(tr("Import a file…"));
    m_model->retranslate();
    showNote();
    showState();
}

// Which close it is; for the latest one its newest session, as the rows may be of different days.
void WatchlistPanel::showNote()
{
    const auto wanted = wantedDate();
    const auto shown = wanted ? wanted : m_model->newestSession();
    QString note = shown ? tr("Close %1", "date of the closing prices").arg(m_appearance.formats().date(*shown))
                         : tr("Latest close");
    const int live = m_model->liveRows();
    if (live > 0 && shown)
        note =
            tr("%Ln live, %1", "date of the other rows' closing prices", live).arg(m_appearance.formats().date(*shown));
    m_note->setText(note);
    m_note->setToolTip(
        live > 0 ? tr("The list shows the newest trade of what streams, and the latest closing price of the "
                      "other instruments. Choose a day, or an order of the rows.")
        : wanted ? tr("The list shows the closing prices of this day. Choose another day, or an order of the "
                      "rows.")
                 : tr("The list shows the latest closing price of each instrument. Choose a day, or an order "
                      "of the rows."));
    m_note->setAccessibleName(m_note->text());
    m_note->updateGeometry();
}

QJsonObject WatchlistPanel::saveState() const
{
    QJsonObject state{{QStringLiteral("close"), QLatin1String(kCloseCodes[std::size_t(m_close)])},
                      {QStringLiteral("order"), QLatin1String(kOrderCodes[std::size_t(m_model->order())])},
                      {QStringLiteral("current"), m_view->currentSymbol()}};
    if (m_date)
        state.insert(QStringLiteral("date"), QString::fromStdString(m_date->iso()));
    return state;
}

void WatchlistPanel::restoreState(const QJsonObject &state)
{
    const auto text = [&](const char *key) { return state.value(QLatin1String(key)).toString(); };
    m_date = core::SessionDate::fromIso(text("date").toStdString());
    if (const auto order = positionOf(kOrderCodes, text("order"))) {
        m_model->setOrder(WatchOrder(*order));
        m_orderActions[std::size_t(*order)]->setChecked(true);
    }
    const auto close = positionOf(kCloseCodes, text("close"));
    const bool lacksDate = close && WatchClose(*close) == WatchClose::Date && !m_date;
    setClose(close && !lacksDate ? WatchClose(*close) : WatchClose::Latest);
    if (const QString symbol = text("current"); !symbol.isEmpty())
        select(symbol);
}

} // namespace tickmark::panels
