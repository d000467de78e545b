// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReaderPool.h"

namespace tickmark::store {

ReaderPool::ReaderPool(QString path, int limit) : m_path(std::move(path)), m_limit(limit) {}

ReaderPool::~ReaderPool()
{
    Q_ASSERT_X(m_lent == 0, "ReaderPool", "a lease outlived its pool");
}

ReaderPool::Lease::~Lease()
{
    if (m_reader)
        m_pool->giveBack(std::move(m_reader));
}

core::Result<ReaderPool::Lease> ReaderPool::acquire()
{
    {
        std::unique_lock guard(m_mutex);
        m_returned.wait(guard, [this] { return !m_free.empty() || m_lent < m_limit; });
        ++m_lent;
        if (!m_free.empty()) {
            Lease lease(this, std::move(m_free.back()));
            m_free.pop_back();
            return lease;
        }
    }
    // opening takes long enough to let others lend and return meanwhile
    auto reader = StoreReader::open(m_path);
    if (!reader) {
        giveBack({});
        return tl::unexpected(reader.error());
    }
    return Lease(this, std::move(*reader));
}

void ReaderPool::giveBack(std::unique_ptr<StoreReader> reader)
{
    {
        const std::lock_guard guard(m_mutex);
        --m_lent;
        if (reader)
            m_free.push_back(std::move(reader));
    }
    m_returned.notify_one();
}

} // namespace tickmark::store
