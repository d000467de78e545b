// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveMenu.h"

#include "LiveControl.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace tickmark::window {

namespace {

struct LiveMenu
{
    Q_DECLARE_TR_FUNCTIONS(LiveMenu)
};

//! An ampersand in a name is no mnemonic.
QString plain(QString name)
{
    return name.replace(u'&', QLatin1String("&&"));
}

//! "Live", or the instrument's name where there are several.
QString titleOf(const QString &symbol, bool isOnly)
{
    return isOnly ? LiveMenu::tr("Li&ve", "menu: stream the trades") : LiveMenu::tr("Live: %1").arg(plain(symbol));
}

void addChoices(QMenu &menu, const QString &title, const QString &symbol, const std::vector<LiveChoice> &choices,
                const LiveMenuActions &actions)
{
    const bool isOn = std::ranges::any_of(choices, &LiveChoice::isOn);
    if (choices.size() == 1) {
        QAction *action = menu.addAction(title);
        action->setObjectName(QStringLiteral("live"));
        action->setCheckable(true);
        action->setChecked(isOn);
        QObject::connect(action, &QAction::triggered, &menu, [=](bool start) {
            start ? actions.start(symbol, choices.front().sourceId) : actions.stop(symbol);
        });
        return;
    }
    QMenu *sources = menu.addMenu(title);
    sources->menuAction()->setObjectName(QStringLiteral("live"));
    auto *group = new QActionGroup(sources);
    for (const LiveChoice &choice : choices) {
        QAction *action = sources->addAction(LiveMenu::tr("From %1", "a source").arg(plain(choice.source)));
        action->setCheckable(true);
        action->setChecked(choice.isOn);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &menu, [=] { actions.start(symbol, choice.sourceId); });
    }
    sources->addSeparator();
    QAction *off = sources->addAction(LiveMenu::tr("&Off", "no live stream"));
    off->setCheckable(true);
    off->setChecked(!isOn);
    group->addAction(off);
    QObject::connect(off, &QAction::triggered, &menu, [=] { actions.stop(symbol); });
}

void addOffers(QMenu &menu, const QString &title, const QString &symbol,
               const std::vector<sources::ProviderInfo> &offers, const LiveMenuActions &actions)
{
    QMenu *sources = menu.addMenu(title);
    sources->menuAction()->setObjectName(QStringLiteral("live"));
    for (const sources::ProviderInfo &offer : offers) {
        QAction *action = sources->addAction(LiveMenu::tr("Set up %1 as a source…").arg(plain(offer.title)));
        QObject::connect(action, &QAction::triggered, &menu, [=] { actions.setUp(offer.code, symbol); });
    }
}

} // namespace

void addLiveEntries(QMenu &menu, const QStringList &symbols, const LiveControl &live, const LiveMenuActions &actions)
{
    bool hasSeparator = menu.isEmpty();
    for (const QString &symbol : symbols) {
        const std::vector<LiveChoice> choices = live.choices(symbol);
        const std::vector<sources::ProviderInfo> offers = choices.empty() ? live.offers(symbol)
                                                                          : std::vector<sources::ProviderInfo>();
        if (choices.empty() && offers.empty())
            continue;
        if (!std::exchange(hasSeparator, true))
            menu.addSeparator();
        const QString title = titleOf(symbol, symbols.size() == 1);
        if (choices.empty())
            addOffers(menu, title, symbol, offers, actions);
        else
            addChoices(menu, title, symbol, choices, actions);
    }
}

} // namespace tickmark::window
