// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreReader.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace tickmark::store {

//! Lends StoreReaders of one store to worker threads, so that a query does not pay for opening. Safe from any thread;
//! must outlive its leases. Never used by the GUI thread, because lending may wait.
class ReaderPool
{
public:
    //! Gives its reader back when it goes.
    class Lease
    {
    public:
        Lease(Lease &&other) noexcept = default;
        Lease &operator=(Lease &&other) = delete;
        ~Lease();

        [[nodiscard]] StoreReader *operator->() const { return m_reader.get(); }
        [[nodiscard]] StoreReader &operator*() const { return *m_reader; }

    private:
        friend class ReaderPool;
        Lease(ReaderPool *pool, std::unique_ptr<StoreReader> reader) : m_pool(pool), m_reader(std::move(reader)) {}

        ReaderPool *m_pool;
        std::unique_ptr<StoreReader> m_reader;
    };

    explicit ReaderPool(QString path, int limit = 4);
    ~ReaderPool();

    //! A free reader, else a new one, else (when `limit` are lent) the next one to come back. Errors as
    //! StoreReader::open.
    [[nodiscard]] core::Result<Lease> acquire();

private:
    void giveBack(std::unique_ptr<StoreReader> reader);

    QString m_path;
    int m_limit;
    std::mutex m_mutex;
    std::condition_variable m_returned;
    std::vector<std::unique_ptr<StoreReader>> m_free;
    int m_lent = 0;
};

} // namespace tickmark::store
