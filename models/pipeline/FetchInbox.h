// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sources/http/HttpRequest.h>
#include <store/StoreTypes.h>

#include <condition_variable>
#include <mutex>
#include <utility>
#include <variant>
#include <vector>

namespace tickmark::pipeline {

//! What the network and the writer answer, until the thread that runs the sources takes it. Whoever answers shares it.
class FetchInbox
{
public:
    struct Message
    {
        std::size_t work = 0; //!< whose answer it is
        std::variant<sources::HttpResult, core::Result<store::ImportResult>> answer;
    };

    void post(Message message)
    {
        {
            const std::scoped_lock lock(m_guard);
            m_messages.push_back(std::move(message));
        }
        m_posted.notify_one();
    }

    //! All that are there; waits for the first.
    [[nodiscard]] std::vector<Message> take()
    {
        std::unique_lock lock(m_guard);
        m_posted.wait(lock, [this] { return !m_messages.empty(); });
        return std::exchange(m_messages, {});
    }

private:
    std::mutex m_guard;
    std::condition_variable m_posted;
    std::vector<Message> m_messages;
};

} // namespace tickmark::pipeline
