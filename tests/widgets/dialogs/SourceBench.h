// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../models/tables/SessionSupport.h"
#include <dialogs/SourceTools.h>
#include <store/StoreWriter.h>

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QTableView>

#include <style/Appearance.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <tuple>

namespace tickmark::dialogs {

//! A real store with sources, whose network is a script: nothing leaves the machine. The keychain is that of a system
//! which has none. One per test.
class SourceBench
{
public:
    //! What the sources answer, called on other threads.
    struct Script
    {
        std::mutex mutex;
        std::vector<QString> fetched;            //!< names of sources
        std::optional<store::SourceSetup> tried; //!< by the test button
        QByteArray triedKey;
        core::Result<pipeline::SourceTrial> trial{pipeline::SourceTrial()};
        std::optional<core::Error> fault; //!< of a fetch
        QString faultCode;
        std::atomic<bool> holds = false; //!< a fetch and a trial wait until they are stopped, or let go
        QSemaphore go;
    };

    bool open()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // not the user's own keychain
        m_keys = std::make_unique<sources::KeyVault>(QStringLiteral("Tickmark test"));
        if (!m_session.openWith(addInstruments))
            return false;
        start();
        return true;
    }
    //! The same store while another program works on it.
    bool openAgainForReading()
    {
        m_scheduler.reset();
        m_session.close();
        auto holder = store::StoreWriter::open(m_session.path());
        if (!holder || !m_session.open())
            return false;
        m_holder = std::move(*holder);
        start();
        m_scheduler->reload();
        return m_session->writer() == nullptr;
    }
    ~SourceBench()
    {
        m_script->holds = false;
        m_script->go.release(100);
        m_scheduler.reset();
    }

    //! Stores it and has the scheduler read it; its id.
    qint64 add(store::SourceSetup setup)
    {
        const auto id = m_session->writer()->saveSource(std::move(setup)).result();
        if (!id) {
            qWarning("%s", qPrintable(id.error().message));
            return 0;
        }
        m_scheduler->reload();
        const bool read = QTest::qWaitFor([&] { return statusOf(*id) != nullptr; });
        return read ? *id : 0;
    }
    [[nodiscard]] const pipeline::SourceStatus *statusOf(qint64 id) const
    {
        for (const auto &source : m_scheduler->sources()) {
            if (source.setup.sourceId == id)
                return &source;
        }
        return nullptr;
    }
    //! As the store has it; nothing when it is not there.
    [[nodiscard]] std::optional<store::SourceSetup> stored(const QString &name) const
    {
        const auto setups = (*store::StoreReader::open(m_session.path()))->sourceSetups();
        for (const store::SourceSetup &setup : *setups) {
            if (setup.name == name)
                return setup;
        }
        return std::nullopt;
    }
    QByteArray keyOf(const QString &uuid)
    {
        const auto key = m_keys->read(uuid);
        return QTest::qWaitFor([&] { return key.isFinished(); }) && key.result() ? *key.result() : QByteArray("?");
    }

    [[nodiscard]] SourceTools tools()
    {
        return {*m_session.get(), *m_scheduler, *m_keys, pipeline::systemClocks().wall};
    }
    [[nodiscard]] Script &script() { return *m_script; }
    [[nodiscard]] tables::TestSession &session() { return m_session; }
    [[nodiscard]] pipeline::FetchScheduler &scheduler() { return *m_scheduler; }
    [[nodiscard]] sources::KeyVault &keys() { return *m_keys; }

private:
    static core::Result<> addInstruments(store::StoreWriter &writer)
    {
        using core::InstrumentKind;
        const std::tuple<const char *, InstrumentKind, const char *> all[] = {{"NVDA", InstrumentKind::Stock, "XNAS"},
                                                                              {"AVGO", InstrumentKind::Stock, "XNAS"},
                                                                              {"SAP.DE", InstrumentKind::Stock, "XETR"},
                                                                              {"EURUSD", InstrumentKind::Fx, "FX"}};
        for (const auto &[symbol, kind, mic] : all) {
            core::Instrument instrument;
            instrument.symbol = QLatin1String(symbol);
            instrument.kind = kind;
            instrument.mic = QLatin1String(mic);
            if (const auto added = writer.addInstrument(instrument).result(); !added)
                return tl::unexpected(added.error());
        }
        return {};
    }
    void start()
    {
        m_scheduler = std::make_unique<pipeline::FetchScheduler>(*m_session.get(), calls(), *m_keys,
                                                                 pipeline::systemClocks());
        m_scheduler->pauseAll(true); // only what a test asks for
    }
    [[nodiscard]] pipeline::FetchCalls calls() const
    {
        pipeline::FetchCalls calls;
        calls.fetch = [script = m_script](std::span<const pipeline::FetchTask> tasks, const pipeline::FetchOptions &,
                                          const std::stop_token &stop, const pipeline::FetchProgress &progress) {
            return fetch(*script, tasks, stop, progress);
        };
        calls.attempt = [script = m_script](const pipeline::FetchTask &task, core::Time, const std::stop_token &stop) {
            return attempt(*script, task, stop);
        };
        return calls;
    }

    static core::Result<std::vector<pipeline::FetchReport>> fetch(Script &script,
                                                                  std::span<const pipeline::FetchTask> tasks,
                                                                  const std::stop_token &stop,
                                                                  const pipeline::FetchProgress &progress)
    {
        std::vector<pipeline::FetchReport> reports;
        for (const pipeline::FetchTask &task : tasks) {
            progress({task.setup.sourceId, task.setup.name, 1, 3, 1, 3, nullptr});
            if (!wait(script, stop))
                return core::failure(core::ErrorCode::Cancelled, {});
            const std::lock_guard lock(script.mutex);
            script.fetched.push_back(task.setup.name);
            pipeline::FetchReport report;
            report.sourceId = task.setup.sourceId;
            report.source = task.setup.name;
            report.provider = task.setup.provider;
            report.error = script.fault;
            report.errorCode = script.faultCode;
            reports.push_back(report);
        }
        return reports;
    }

    static core::Result<pipeline::SourceTrial> attempt(Script &script, const pipeline::FetchTask &task,
                                                       const std::stop_token &stop)
    {
        if (!wait(script, stop))
            return core::failure(core::ErrorCode::Cancelled, {});
        const std::lock_guard lock(script.mutex);
        script.tried = task.setup;
        script.triedKey = task.key;
        return script.trial;
    }

    //! False when it was stopped.
    static bool wait(Script &script, const std::stop_token &stop)
    {
        while (script.holds && !stop.stop_requested() && !script.go.tryAcquire(1, 20)) {
        }
        return !stop.stop_requested();
    }

    tables::TestSession m_session;
    std::shared_ptr<Script> m_script = std::make_shared<Script>();
    std::unique_ptr<store::StoreWriter> m_holder;
    std::unique_ptr<sources::KeyVault> m_keys;
    std::unique_ptr<pipeline::FetchScheduler> m_scheduler;
};

} // namespace tickmark::dialogs
