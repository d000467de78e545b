// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/Headline.h>

#include <QMenu>

namespace tickmark::newsview {

//! What can be done with one headline; made when it is asked for, deleted when it closes.
class HeadlineMenu : public QMenu
{
    Q_OBJECT

public:
    HeadlineMenu(const tables::Headline &headline, QWidget *parent);

Q_SIGNALS:
    void markRequested(bool read);
    void markAllRequested();
    void openRequested();
    void copyRequested();
    void onlyInstrumentRequested(const QString &symbol);
    void onlyPublisherRequested(const QString &publisher);

private:
    void addInstruments(const QList<tables::NamedInstrument> &instruments);
};

} // namespace tickmark::newsview
