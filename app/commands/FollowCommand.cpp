// SPDX-License-Identifier: GPL-3.0-or-later
#include "FollowCommand.h"

#include "FollowPrinter.h"
#include "SourceAccess.h"
#include <pipeline/LiveStreams.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace tickmark::app {

using pipeline::LivePhase;
using pipeline::LiveStatus;
using Statuses = std::vector<LiveStatus>;

namespace {

constexpr std::chrono::seconds kStoreTheRest{3}; // a second signal, or five seconds, end the process

//! What the streams have told.
struct News
{
    Statuses newest;    //!< of each stream that was told of; also of one that has gone since
    bool isNone = true; //!< none is left
    bool haveAllEnded = false;
};

//! What the streams tell, from their thread to this one, which may come later than they tell more.
class StatusBox
{
public:
    void put(const Statuses &all)
    {
        {
            const std::scoped_lock lock(m_guard);
            if (!m_news)
                m_news.emplace();
            for (const LiveStatus &status : all) {
                std::erase_if(m_news->newest, [&](const LiveStatus &one) {
                    return one.sourceId == status.sourceId && one.symbol == status.symbol;
                });
                m_news->newest.push_back(status);
            }
            m_news->isNone = all.empty();
            m_news->haveAllEnded = !all.empty() && std::ranges::all_of(all, [](const LiveStatus &status) {
                return status.phase == LivePhase::Ended && status.waiting == 0;
            });
        }
        m_told.notify_one();
    }
    void wake() { m_told.notify_one(); }

    //! Since the last call; nothing after a while without, or once `stop` is requested.
    std::optional<News> take(const std::stop_token &stop)
    {
        std::unique_lock lock(m_guard);
        m_told.wait_for(lock, std::chrono::milliseconds(250),
                        [&] { return m_news.has_value() || stop.stop_requested(); });
        return std::exchange(m_news, std::nullopt);
    }

private:
    std::mutex m_guard;
    std::condition_variable m_told;
    std::optional<News> m_news;
};

class FollowCommand
{
    Q_DECLARE_TR_FUNCTIONS(FollowCommand)

public:
    FollowCommand(CommandContext &context, store::StoreWriter &writer)
        : m_context(context), m_writer(writer), m_printer(context)
    {}

    int run(const std::vector<store::SourceSetup> &setups, const std::optional<QByteArray> &key)
    {
        std::vector<pipeline::LiveRequest> requests;
        for (const store::SourceSetup &setup : setups) {
            auto task = m_access.task(setup, key);
            if (!task)
                return m_context.fail(task.error());
            requests.push_back({setup, task->key, {}});
        }
        const auto openReader = [path = m_writer.path()] { return store::StoreReader::open(path); };
        // the client goes after the streams
        const std::shared_ptr<sources::HttpClient> http(std::shared_ptr<void>(), &m_access.http());
        pipeline::LiveStreams streams({http, m_writer, openReader}, [this](const Statuses &all) { m_box.put(all); });
        for (pipeline::LiveRequest &request : requests)
            streams.start(std::move(request));
        return follow(streams);
    }

private:
    int follow(pipeline::LiveStreams &streams)
    {
        const std::stop_token stop = m_context.interrupt().token();
        const std::stop_callback wake(stop, [this] { m_box.wake(); });
        bool isWritten = true;
        bool haveAllEnded = false;
        while (!stop.stop_requested() && isWritten && !haveAllEnded) {
            const auto news = m_box.take(stop);
            if (!news)
                continue;
            isWritten = m_printer.tell(news->newest, FollowPrinter::Clock::now());
            haveAllEnded = news->haveAllEnded;
        }
        storeTheRest(streams);
        isWritten = m_printer.finish() && isWritten;
        return m_context.finish(isWritten, exitCode(haveAllEnded));
    }

    void storeTheRest(pipeline::LiveStreams &streams)
    {
        streams.stopAll();
        const auto until = FollowPrinter::Clock::now() + kStoreTheRest;
        while (FollowPrinter::Clock::now() < until) {
            const auto news = m_box.take({});
            if (!news)
                continue;
            (void)m_printer.tell(news->newest, FollowPrinter::Clock::now());
            if (news->isNone)
                return;
        }
    }

    int exitCode(bool haveAllEnded)
    {
        if (const qint64 left = m_printer.waiting(); left > 0) {
            m_context.say(tr("%Ln trade(s) could not be stored; they are asked for again the next time.", nullptr,
                             int(std::min<qint64>(left, std::numeric_limits<int>::max()))));
            return kPartly;
        }
        if (haveAllEnded)
            return m_printer.stored() > 0 ? kPartly : kFailed;
        m_context.say(tr("Interrupted. What had come by then is in the store."));
        return kDone;
    }

    CommandContext &m_context;
    store::StoreWriter &m_writer;
    SourceAccess m_access;
    FollowPrinter m_printer;
    StatusBox m_box;
};

} // namespace

int followSources(CommandContext &context, const std::vector<store::SourceSetup> &setups,
                  const std::optional<QByteArray> &key, store::StoreWriter &writer)
{
    return FollowCommand(context, writer).run(setups, key);
}

} // namespace tickmark::app
