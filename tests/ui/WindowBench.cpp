// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowBench.h"

#include <charts/StackView.h>
#include <newsview/HeadlinePanel.h>
#include <panels/WatchlistPanel.h>
#include <pipeline/SampleCase.h>
#include <store/StoreReader.h>
#include <tables/WatchlistModel.h>

#include <QAction>
#include <QApplication>

#include <desk/ChartDesk.h>
#include <style/TickmarkStyle.h>

#include <cmath>

using namespace tickmark;

namespace {

const core::Time kNow{1'740'000'000LL * core::kNsPerSecond};

} // namespace

void WindowBench::useOwnHome(const QTemporaryDir &home)
{
    QVERIFY(home.isValid());
    const QByteArray path = home.path().toLocal8Bit();
    qputenv("HOME", path);
    qputenv("XDG_CONFIG_HOME", path + "/config");
    qputenv("XDG_DATA_HOME", path + "/data");
}

WindowBench::WindowBench(const QString &language, const QString &store, window::MakeLiveRuns live)
    : m_store(store),
      m_language(language),
      m_live(std::move(live)),
      m_calendars(std::make_shared<core::CalendarSet>(QStringLiteral(":/calendars")))
{
    if (m_store.isEmpty()) {
        m_store = m_folder.filePath(QStringLiteral("case.tickmark"));
        const auto written = pipeline::writeSampleStore(m_store, false, *m_calendars, kNow);
        if (!written)
            qFatal("%s", qPrintable(written.error().message));
    }
    open();
}

WindowBench::~WindowBench()
{
    m_window.reset();
}

void WindowBench::open()
{
    m_settings = std::make_unique<window::WindowSettings>();
    m_texts = std::make_unique<window::LanguageTexts>();
    const QString language = m_settings->language().value_or(m_language);
    m_texts->install(language);
    m_appearance = std::make_unique<style::Appearance>(language);
    m_appearance->setDark(m_settings->dark().value_or(false));
    m_appearance->setUpDown(m_settings->upDown());
    m_appearance->setZone("Europe/Berlin");
    style::dress(*qApp, *m_appearance);
    m_window = std::make_unique<window::MainWindow>(*m_appearance, *m_settings, *m_texts, m_calendars, m_live);
    m_window->openStore(m_store);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(isComplete(), 20'000);
}

void WindowBench::restart()
{
    m_window->close();
    m_window.reset();
    open();
}

charts::StackView &WindowBench::stack()
{
    return *m_window->desk().findChild<charts::StackView *>();
}

bool WindowBench::isComplete() const
{
    return m_window->session() && m_window->desk().exportRequest() && !m_window->headlines().headlines().empty()
           && m_window->watchlist().model().rowCount() > 0;
}

void WindowBench::trigger(window::Command command)
{
    m_window->actions()[command]->trigger();
}

std::optional<double> WindowBench::close(const QString &symbol, core::SessionDate date) const
{
    auto reader = store::StoreReader::open(m_store);
    if (!reader)
        return std::nullopt;
    const auto instrument = (*reader)->instrument(symbol);
    if (!instrument)
        return std::nullopt;
    const auto series = (*reader)->preferredSeries(instrument->id, store::SeriesUse::Daily);
    if (!series || !*series)
        return std::nullopt;
    const auto bars = (*reader)->dailyBars((*series)->id, {date, date});
    if (!bars || bars->empty())
        return std::nullopt;
    return double(bars->front().close) / std::pow(10.0, (*series)->priceDecimals);
}
