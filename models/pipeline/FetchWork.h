// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchFault.h"
#include "FetchJob.h"
#include <sources/providers/ProviderSettings.h>

#include <QFuture>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace tickmark::pipeline {

class NewsBatch;

//! What all work of one run shares. Outlives it.
struct FetchSetting
{
    const FetchTools &tools;
    const FetchOptions &options;
    NewsBatch &news;
    std::stop_token stop;
    std::vector<core::Instrument> instruments;
    std::vector<store::SeriesSpan> spans; //!< as of the beginning
};

void add(store::ImportTotals &sum, const store::ImportTotals &totals);

//! One thing that one source asks for, answer by answer until nothing is left to ask. Lives on the thread of the run.
class FetchWork
{
public:
    using Stored = QFuture<core::Result<store::ImportResult>>;
    //! What became of an answer: it is on its way into the store, or there was nothing to be stored, or it is a fault.
    using Taken = tl::expected<std::optional<Stored>, FetchFault>;

    //! `task` and `setting` outlive it.
    FetchWork(const FetchTask &task, const FetchSetting &setting, QString item);
    virtual ~FetchWork() = default;
    FetchWork(const FetchWork &) = delete;
    FetchWork &operator=(const FetchWork &) = delete;

    //! Nothing: all is there. Asked for again after each answer that was kept.
    [[nodiscard]] virtual std::optional<sources::HttpRequest> next() = 0;
    //! Reads the answer to the last request. A 304 comes here too.
    [[nodiscard]] virtual Taken take(const sources::HttpResponse &answer) = 0;
    //! An error came in place of an answer: a fault, unless it only says that there is nothing more to be had; what was asked
    //! for counts as answered then.
    [[nodiscard]] virtual Taken takeError(const sources::HttpError &error) { return tl::unexpected(faultOf(error)); }
    //! What take() had stored is on the disk.
    [[nodiscard]] virtual core::Result<> stored(const store::ImportResult &result) = 0;
    //! What has to be said about what came, though nothing is left to ask: see isRemark(). Asked for once, at the end.
    [[nodiscard]] virtual std::optional<FetchFault> remark() { return std::nullopt; }
    //! The run is over for this, one way or another. Once more does nothing.
    [[nodiscard]] virtual core::Result<> finish() { return {}; }

    [[nodiscard]] const FetchTask &task() const { return m_task; }
    [[nodiscard]] FetchedItem &report() { return m_report; }
    [[nodiscard]] store::FetchState &state() { return m_state; }
    //! Takes over how far an earlier run had come.
    virtual void resume(const store::FetchState &state) { m_state = state; }

protected:
    //! What lets a server say that nothing has changed.
    struct Validators
    {
        QString etag;
        QString lastModified;
    };
    [[nodiscard]] static Validators validatorsOf(const sources::HttpResponse &answer);
    //! Those of the last answer that was stored, if it was one to the same question. `reading` is what else decides what
    //! becomes of an answer.
    void addValidators(sources::HttpRequest &request, const QByteArray &reading);
    //! All of the answer is on the disk.
    void keep(const Validators &validators);

    void count(const store::ImportResult &result);
    [[nodiscard]] store::AskedSource asked() const { return {m_task.setup.sourceId, m_task.setup.revision}; }
    [[nodiscard]] sources::ProviderSettings settings() const;

    const FetchTask &m_task;
    const FetchSetting &m_setting;
    FetchedItem m_report;
    store::FetchState m_state;

private:
    QString m_question; //!< digest of what was asked for; FetchState::cursor of what does not come in pieces
};

//! The work of one source in this run, or why there is none.
struct SourceWork
{
    std::vector<std::unique_ptr<FetchWork>> works;
    std::vector<FetchedItem> refused; //!< named in the set-up, and not to be had
    std::optional<FetchFault> fault;
};
[[nodiscard]] SourceWork makeWork(const FetchTask &task, const FetchSetting &setting);

//! Why the source cannot be asked at all: no such provider, no key, none to be had, no address.
[[nodiscard]] std::optional<FetchFault> faultOfSetup(const FetchTask &task);
//! It can have none of the instruments.
[[nodiscard]] FetchFault noInstrument(const FetchTask &task);

} // namespace tickmark::pipeline
