// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the headline that is selected, and with all of them.
#include "HeadlineFilterBar.h"
#include "HeadlineMenu.h"
#include "HeadlinePanel.h"
#include "NewsTexts.h"
#include "OriginalLink.h"
#include <pipeline/WhenDone.h>

#include <QClipboard>
#include <QGuiApplication>

namespace tickmark::newsview {

using core::Result;

void HeadlinePanel::markRead(const std::vector<qint64> &newsIds, bool read)
{
    m_model.markRead(newsIds, read);
    if (!m_session || !m_session->writer())
        return; // a store that cannot be written: until the window closes
    pipeline::whenDone(m_session->writer()->markRead(newsIds, read), this, [this](const Result<> &saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
    });
}

void HeadlinePanel::markAllRead()
{
    std::vector<qint64> unread;
    for (int row = 0; row < m_proxy.rowCount(); ++row) {
        if (!m_proxy.headlineAt(row).isRead)
            unread.push_back(m_proxy.headlineAt(row).item.id);
    }
    if (!unread.empty())
        markRead(unread, true);
}

void HeadlinePanel::toggleRead()
{
    m_readTimer.stop();
    if (const auto headline = selected())
        markRead({headline->item.id}, !headline->isRead);
}

void HeadlinePanel::copySelected()
{
    if (const auto headline = selected())
        QGuiApplication::clipboard()->setText(
            clipboardText(headline->item, m_appearance.formats(), m_appearance.zone()));
}

void HeadlinePanel::openSelected()
{
    if (const auto headline = selected())
        openOriginal(headline->item.link);
}

void HeadlinePanel::showContextMenu(const QPoint &globalPosition)
{
    const auto headline = selected();
    if (!headline)
        return;
    auto *menu = new HeadlineMenu(*headline, this);
    connect(menu, &HeadlineMenu::markRequested, this, &HeadlinePanel::toggleRead);
    connect(menu, &HeadlineMenu::markAllRequested, this, &HeadlinePanel::markAllRead);
    connect(menu, &HeadlineMenu::openRequested, this, &HeadlinePanel::openSelected);
    connect(menu, &HeadlineMenu::copyRequested, this, &HeadlinePanel::copySelected);
    connect(menu, &HeadlineMenu::onlyInstrumentRequested, this, [this](const QString &symbol) {
        setInstrumentFilter(symbol);
        Q_EMIT instrumentActivated(symbol);
    });
    connect(menu, &HeadlineMenu::onlyPublisherRequested, this, [this](const QString &publisher) {
        HeadlineChoice choice = m_choice;
        choice.publisher = publisher;
        m_bar->setChoice(choice);
        setChoice(choice);
    });
    menu->popup(globalPosition);
}

} // namespace tickmark::newsview
