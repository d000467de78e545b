// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

//! An exchange on loopback that streams trades: the StreamServer of the model tests for tests of the program, whose name is
//! a function here and a namespace there. Speaks as Kraken does. Trade `id` came `id` milliseconds after an hour ago.
class StreamExchange
{
public:
    StreamExchange();
    ~StreamExchange();

    [[nodiscard]] QString address() const;
    [[nodiscard]] int open() const;  //!< connections that are streaming now
    [[nodiscard]] int asked() const; //!< that asked for a stream so far
    //! From one id to another, of BTC/USD. Its answers to requests have all ids up to the last one.
    void stream(qint64 first, qint64 last);
    //! Its answers have none of before, from the next request on.
    void setOldest(qint64 id);
    //! Ids begin with 1 again: from now on `id` came so many milliseconds later.
    void countAnew(qint64 milliseconds);
    void setUnknown(const QStringList &symbols);
    void reset();
    //! New connections are refused with this HTTP status; 0: accepted.
    void refuse(int status);

private:
    struct Server;
    std::unique_ptr<Server> m_server;
};
