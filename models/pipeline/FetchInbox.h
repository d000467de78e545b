// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sources/http/HttpRequest.h>
#include <store/StoreTypes.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace tickmark::pipeline {

//! What the network and the writer answer, until the thread that runs the sources takes it. Whoever answers shares it.
class FetchInbox
{
public:
    //! Of the network, or of the writer that has stored what came.
    struct Answer
    {
        std::size_t work = 0; //!< whose answer it is
        std::variant<sources::HttpResult, core::Result<store::ImportResult>> what;
    };
    //! States are on the disk, and with them all that these sources brought.
    struct Saved
    {
        std::vector<std::size_t> ended;
        core::Result<> result;
    };
    using Message = std::variant<Answer, Saved>;

    void post(Message message)
    {
        {
            const std::scoped_lock lock(m_guard);
            m_messages.push_back(std::move(message));
        }
        m_posted.notify_one();
    }

    //! All that are there; waits for the first, no longer than until `latest`.
    [[nodiscard]] std::vector<Message> take(std::optional<std::chrono::steady_clock::time_point> latest)
    {
        std::unique_lock lock(m_guard);
        const auto isThere = [this] { return !m_messages.empty(); };
        if (latest)
            m_posted.wait_until(lock, *latest, isThere);
        else
            m_posted.wait(lock, isThere);
        return std::exchange(m_messages, {});
    }

private:
    std::mutex m_guard;
    std::condition_variable m_posted;
    std::vector<Message> m_messages;
};

} // namespace tickmark::pipeline
