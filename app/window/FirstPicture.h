// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace tickmark::window {

class MainWindow;

//! Says once, in the logging category "tickmark.window", when charts, watchlist and headlines of the first store have all
//! been painted: what a user calls started. Owned by the window it watches.
class FirstPicture : public QObject
{
    Q_OBJECT

public:
    explicit FirstPicture(MainWindow &window);

private:
    void look();

    MainWindow &m_window;
    QElapsedTimer m_since;
};

} // namespace tickmark::window
