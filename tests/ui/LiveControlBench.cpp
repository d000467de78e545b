// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveControlBench.h"

#include <pipeline/FetchScheduler.h>
#include <store/StoreWriter.h>

#include <QAction>
#include <QDir>

#include <window/MessageBar.h>
#include <window/SourceControl.h>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using pipeline::LivePhase;
using pipeline::LiveRequest;
using pipeline::LiveStatus;

class LiveControlBench::ScriptedRuns : public window::LiveRuns
{
public:
    explicit ScriptedRuns(Script &script) : m_script(script) { ++m_script.made; }
    ~ScriptedRuns() override { ++m_script.ended; }

    void start(LiveRequest request) override { m_script.started.push_back(std::move(request)); }
    void stop(qint64 sourceId, qint64 instrumentId) override { m_script.stopped.emplace_back(sourceId, instrumentId); }
    void retryNow() override { ++m_script.retries; }

private:
    Script &m_script;
};

void LiveControlBench::useOwnHome()
{
    WindowBench::useOwnHome(m_home);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // not the user's own keychain
}

void LiveControlBench::open()
{
    m_script = {};
    const auto scripted = [this](const pipeline::LiveTools &, pipeline::LiveStreams::Listener tell) {
        m_script.tell = std::move(tell);
        return std::make_unique<ScriptedRuns>(m_script);
    };
    m_bench = std::make_unique<WindowBench>(u"en"_s, QString(), scripted);
    QVERIFY(m_bench->window().sources().scheduler());
}

void LiveControlBench::close()
{
    m_bench.reset();
    QDir(m_home.filePath(u"config"_s)).removeRecursively();
}

QString LiveControlBench::message()
{
    return m_bench->window().messages().message();
}

style::LiveBadge *LiveControlBench::badge()
{
    for (auto *one : m_bench->window().desk().findChildren<style::LiveBadge *>(u"liveBadge"_s)) {
        if (one->isVisible())
            return one;
    }
    return nullptr;
}

QAbstractButton *LiveControlBench::step()
{
    for (auto *button : m_bench->window().messages().findChildren<QPushButton *>()) {
        if (button->isVisible() && !button->isCheckable())
            return button;
    }
    return nullptr;
}

std::unique_ptr<QMenu> LiveControlBench::menuOf(const QStringList &symbols)
{
    auto menu = std::make_unique<QMenu>();
    Q_EMIT m_bench->window().desk().menuOpening(menu.get(), symbols);
    return menu;
}

qint64 LiveControlBench::addSource(const QString &name, int priority, const QString &provider)
{
    store::SourceSetup setup;
    setup.name = name;
    setup.priority = priority;
    setup.provider = provider;
    setup.schedule = {store::FetchSchedule::When::Manually, 60};
    const auto saved = m_bench->window().session()->writer()->saveSource(setup).result();
    m_bench->window().sources().scheduler()->reload();
    return saved ? *saved : 0;
}

void LiveControlBench::start(const QString &symbol)
{
    m_source = addSource(u"Kraken"_s);
    QTRY_COMPARE(live().choices(symbol).size(), std::size_t(1));
    const auto menu = menuOf({symbol});
    auto *entry = menu->findChild<QAction *>(u"live"_s);
    QVERIFY(entry && entry->isCheckable() && !entry->isChecked());
    entry->trigger();
    QCOMPARE(m_script.started.size(), std::size_t(1));
}

LiveStatus LiveControlBench::status(LivePhase phase) const
{
    LiveStatus status;
    status.sourceId = m_source;
    status.source = u"Kraken"_s;
    status.provider = u"kraken"_s;
    status.instrumentId = m_script.started.empty() ? 0 : m_script.started.back().instrumentIds.front();
    status.symbol = kBitcoin;
    status.phase = phase;
    return status;
}
