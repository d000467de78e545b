// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HttpClient.h"
#include "HttpTransfer.h"

#include <QPromise>

#include <chrono>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace tickmark::sources {

//! The thread of an HttpClient and what only that thread touches. Requests come in through a guarded list and the
//! library's wake-up; answers leave through their promises.
class HttpLoop
{
public:
    explicit HttpLoop(HttpClientOptions options);
    ~HttpLoop();

    [[nodiscard]] QFuture<HttpResult> add(HttpRequest request, std::stop_token stop);

private:
    using Clock = std::chrono::steady_clock;
    using Wake = std::stop_callback<std::function<void()>>;

    //! A request on its way, from send() to its answer. Lives in a list: its transfer refers to it.
    struct Job
    {
        HttpRequest request;
        std::stop_token stop;
        QPromise<HttpResult> promise;
        std::optional<Wake> wake; //!< so that a cancel is noticed at once
        QUrl url;                 //!< where to ask now
        int redirects = 0;
        int attempt = 1;
        Clock::time_point notBefore;
        std::unique_ptr<HttpTransfer> transfer; //!< while it runs
    };
    using Jobs = std::list<Job>;

    struct Host
    {
        int running = 0;
        Clock::time_point nextStart;
    };

    struct MultiFree
    {
        void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
    };

    void run(const std::stop_token &end);
    void takeNew();
    void dropCancelled();
    void startReady();
    bool mayStart(const Job &job, Clock::time_point now);
    void start(Job &job, Clock::time_point now);
    void readMessages();
    void ended(Jobs::iterator job, CURLcode code);
    void giveUpStalled();
    void settle(Jobs::iterator job, HttpResult result);
    void stopTransfer(Job &job);
    void answer(Jobs::iterator job, HttpResult result);
    void cancel(Jobs::iterator job);
    void cancelAll();
    [[nodiscard]] bool follow(Job &job, const QByteArray &location, HttpFault &fault) const;
    [[nodiscard]] int waitingTime() const;

    HttpClientOptions m_options;
    std::unique_ptr<CURLM, MultiFree> m_multi;
    Jobs m_jobs; //!< in the order in which they came; running and waiting
    std::map<QString, Host> m_hosts;
    int m_running = 0;

    std::mutex m_guard;
    Jobs m_new;            //!< under m_guard
    std::jthread m_thread; //!< last: ends before the rest goes
};

} // namespace tickmark::sources
