// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineMenu.h"

#include "OriginalLink.h"
#include <news/SafeText.h>

namespace tickmark::newsview {

namespace {

constexpr qsizetype kMostInstruments = 20;

//! A foreign word in a menu: "&" would underline the next letter.
QString menuText(const QString &word)
{
    return news::visibleLine(word, 60).replace(u'&', QStringLiteral("&&"));
}

} // namespace

HeadlineMenu::HeadlineMenu(const tables::Headline &headline, QWidget *parent) : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const bool isRead = headline.isRead;
    connect(addAction(isRead ? tr("Mark as unread") : tr("Mark as read")), &QAction::triggered, this,
            [this, isRead] { Q_EMIT markRequested(!isRead); });
    connect(addAction(tr("Mark all as read")), &QAction::triggered, this, &HeadlineMenu::markAllRequested);
    addSeparator();
    QAction *open = addAction(tr("Open original"));
    open->setEnabled(originalUrl(headline.item.link).has_value());
    connect(open, &QAction::triggered, this, &HeadlineMenu::openRequested);
    connect(addAction(tr("Copy headline and text")), &QAction::triggered, this, &HeadlineMenu::copyRequested);
    addSeparator();
    addInstruments(headline.instruments);
    const QString publisher = headline.item.publisher;
    connect(addAction(tr("Show only “%1”").arg(menuText(publisher))), &QAction::triggered, this,
            [this, publisher] { Q_EMIT onlyPublisherRequested(publisher); });
}

void HeadlineMenu::addInstruments(const QList<tables::NamedInstrument> &instruments)
{
    QMenu *menu = instruments.size() > 1 ? addMenu(tr("Show only headlines that mention")) : this;
    for (const tables::NamedInstrument &instrument :
         instruments.first(std::min(instruments.size(), kMostInstruments))) {
        const QString label = menuText(instrument.label);
        QAction *only = menu->addAction(menu == this ? tr("Show only headlines that mention %1").arg(label) : label);
        connect(only, &QAction::triggered, this,
                [this, symbol = instrument.symbol] { Q_EMIT onlyInstrumentRequested(symbol); });
    }
}

} // namespace tickmark::newsview
