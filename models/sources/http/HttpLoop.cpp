// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpLoop.h"

#include "HttpRules.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tickmark::sources {

namespace {

using namespace std::chrono_literals;

constexpr auto kLongestSleep = 1000ms;

//! Once per process, before the first handle and from any thread.
void initialiseLibrary()
{
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(done)
}

HttpError faultBeforeAsking(HttpFault fault, const QUrl &url, const HttpRequest &request)
{
    HttpError error;
    error.fault = fault;
    error.address = withoutSecrets(shownAddress(url), request);
    return error;
}

} // namespace

HttpLoop::HttpLoop(HttpClientOptions options) : m_options(std::move(options))
{
    initialiseLibrary();
    if (!m_options.jitter)
        m_options.jitter = [] { return QRandomGenerator::global()->generateDouble(); };
    if (m_options.caFile.isEmpty()) // the library itself does not look there; its command does, as others on OpenSSL
        m_options.caFile = qgetenv("SSL_CERT_FILE");
    m_multi.reset(curl_multi_init());
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAX_TOTAL_CONNECTIONS, static_cast<long>(m_options.connections));
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(m_options.perHost));
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(m_options.connections));
    m_thread = std::jthread([this](const std::stop_token &end) { run(end); });
}

HttpLoop::~HttpLoop()
{
    m_thread.request_stop();
    curl_multi_wakeup(m_multi.get());
    m_thread.join();
}

QFuture<HttpResult> HttpLoop::add(HttpRequest request, std::stop_token stop)
{
    Jobs one;
    Job &job = one.emplace_back();
    job.url = request.url;
    job.request = std::move(request);
    job.stop = std::move(stop);
    job.promise.start();
    QFuture<HttpResult> future = job.promise.future();
    {
        const std::scoped_lock lock(m_guard);
        m_new.splice(m_new.end(), one);
    }
    curl_multi_wakeup(m_multi.get());
    return future;
}

void HttpLoop::run(const std::stop_token &end)
{
    while (!end.stop_requested()) {
        takeNew();
        dropCancelled();
        startReady();
        int running = 0;
        curl_multi_perform(m_multi.get(), &running);
        readMessages();
        giveUpStalled();
        curl_multi_poll(m_multi.get(), nullptr, 0, waitingTime(), nullptr);
    }
    takeNew();
    cancelAll();
}

void HttpLoop::takeNew()
{
    Jobs fresh;
    {
        const std::scoped_lock lock(m_guard);
        fresh.splice(fresh.end(), m_new);
    }
    for (Job &job : fresh) {
        if (job.stop.stop_possible())
            job.wake.emplace(job.stop, [multi = m_multi.get()] { curl_multi_wakeup(multi); });
    }
    m_jobs.splice(m_jobs.end(), fresh);
}

void HttpLoop::dropCancelled()
{
    for (auto job = m_jobs.begin(); job != m_jobs.end();) {
        const auto current = job++;
        if (current->stop.stop_requested())
            cancel(current);
    }
}

void HttpLoop::cancel(Jobs::iterator job)
{
    HttpError error = faultBeforeAsking(HttpFault::Cancelled, job->url, job->request);
    const bool isAsked = job->transfer || job->attempt > 1 || job->redirects > 0;
    error.attempts = isAsked ? job->attempt : 0;
    answer(job, tl::unexpected(std::move(error)));
}

void HttpLoop::cancelAll()
{
    while (!m_jobs.empty())
        cancel(m_jobs.begin());
}

void HttpLoop::startReady()
{
    const Clock::time_point now = Clock::now();
    for (auto job = m_jobs.begin(); job != m_jobs.end() && m_running < m_options.connections;) {
        const auto current = job++;
        if (current->transfer || !mayStart(*current, now))
            continue;
        if (const auto fault = refusal(current->url, current->request.plainHttpAllowed))
            answer(current, tl::unexpected(faultBeforeAsking(*fault, current->url, current->request)));
        else
            start(*current, now);
    }
}

bool HttpLoop::mayStart(const Job &job, Clock::time_point now)
{
    const Host &host = m_hosts[job.url.host()];
    return job.notBefore <= now && host.nextStart <= now && host.running < m_options.perHost;
}

void HttpLoop::start(Job &job, Clock::time_point now)
{
    job.transfer = std::make_unique<HttpTransfer>(job.request, job.url, m_options.caFile, m_options.userAgent);
    curl_multi_add_handle(m_multi.get(), job.transfer->handle());
    Host &host = m_hosts[job.url.host()];
    ++host.running;
    host.nextStart = now + job.request.pause;
    ++m_running;
}

void HttpLoop::stopTransfer(Job &job)
{
    curl_multi_remove_handle(m_multi.get(), job.transfer->handle());
    job.transfer.reset();
    --m_hosts[job.url.host()].running;
    --m_running;
}

void HttpLoop::readMessages()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result;
        const auto job = std::ranges::find_if(m_jobs, [easy = message->easy_handle](const Job &one) {
            return one.transfer && one.transfer->handle() == easy;
        });
        ended(job, code);
    }
}

void HttpLoop::ended(Jobs::iterator job, CURLcode code)
{
    HttpResult result = job->transfer->result(code);
    const bool redirect = result && job->transfer->isRedirect();
    const QByteArray location = job->transfer->location();
    stopTransfer(*job);
    if (redirect) {
        HttpFault fault = HttpFault::BadRedirect;
        if (follow(*job, location, fault))
            return;
        HttpError error = faultBeforeAsking(fault, job->url, job->request);
        error.status = result->status;
        result = tl::unexpected(std::move(error));
    }
    settle(job, std::move(result));
}

void HttpLoop::giveUpStalled()
{
    const Clock::time_point now = Clock::now();
    for (auto job = m_jobs.begin(); job != m_jobs.end();) {
        const auto current = job++;
        if (!current->transfer || current->transfer->stallsAt() > now)
            continue;
        HttpError error = current->transfer->stalled();
        stopTransfer(*current);
        settle(current, tl::unexpected(std::move(error)));
    }
}

//! The attempt is over: another one later, or the answer.
void HttpLoop::settle(Jobs::iterator job, HttpResult result)
{
    if (!result) {
        result.error().attempts = job->attempt;
        if (const auto wait = waitBefore(job->attempt + 1, result.error(), job->request.limits, m_options.jitter())) {
            ++job->attempt;
            job->url = job->request.url;
            job->redirects = 0;
            job->notBefore = Clock::now() + *wait;
            return;
        }
    } else {
        result->attempts = job->attempt;
    }
    answer(job, std::move(result));
}

bool HttpLoop::follow(Job &job, const QByteArray &location, HttpFault &fault) const
{
    if (job.redirects == job.request.limits.redirects) {
        fault = HttpFault::TooManyRedirects;
        return false;
    }
    auto target = redirectTarget(job.url, location, job.request);
    if (!target) {
        fault = target.error();
        return false;
    }
    job.url = *target;
    ++job.redirects;
    return true;
}

void HttpLoop::answer(Jobs::iterator job, HttpResult result)
{
    if (job->transfer)
        stopTransfer(*job);
    job->wake.reset();
    job->promise.addResult(std::move(result));
    job->promise.finish();
    m_jobs.erase(job);
}

int HttpLoop::waitingTime() const
{
    const Clock::time_point now = Clock::now();
    Clock::time_point next = now + kLongestSleep;
    for (const Job &job : m_jobs) {
        if (job.transfer) {
            next = std::min(next, job.transfer->stallsAt());
            continue;
        }
        const auto host = m_hosts.find(job.url.host());
        if (host == m_hosts.end()) {
            next = now; // followed to a host that nobody has asked yet
            continue;
        }
        if (host->second.running < m_options.perHost && m_running < m_options.connections)
            next = std::min(next, std::max(job.notBefore, host->second.nextStart));
    }
    return static_cast<int>(std::max(std::chrono::ceil<std::chrono::milliseconds>(next - now), 0ms).count());
}

} // namespace tickmark::sources
