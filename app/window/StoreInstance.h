// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QLocalServer;

namespace tickmark::window {

//! One window per store: the window that has a store open listens on a local socket named after the store's file; a
//! second start asks it to come to the front and ends. Owned by the window, GUI thread. The store's lock (models/store)
//! keeps the data safe without it; this is only good manners.
class StoreInstance : public QObject
{
    Q_OBJECT

public:
    explicit StoreInstance(QObject *parent = nullptr);
    ~StoreInstance() override;

    //! Asks the window that has `path` open to come to the front. False when there is none. Waits at most half a second
    //! for an answer: for the start of the program, not for a running window.
    [[nodiscard]] static bool raiseOther(const QString &path);

    //! From now on this window answers for `path`, and for no other.
    void listen(const QString &path);

Q_SIGNALS:
    void raiseAsked();

private:
    void answer();

    QLocalServer *m_server = nullptr;
};

} // namespace tickmark::window
