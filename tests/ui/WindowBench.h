// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Bar.h>

#include <QTemporaryDir>
#include <QTest>

#include <style/Appearance.h>
#include <window/LanguageTexts.h>
#include <window/LiveRuns.h>
#include <window/MainWindow.h>
#include <window/WindowSettings.h>

#include <memory>
#include <optional>

namespace tickmark::charts {
class StackView;
}

//! A real window on a real store of the sample case, with a configuration of its own. One at a time.
class WindowBench
{
public:
    //! Starts on `store`, or on a new sample store; waits until charts and lists are there.
    explicit WindowBench(const QString &language = QStringLiteral("en"), const QString &store = {},
                         tickmark::window::MakeLiveRuns live = tickmark::window::liveStreams());
    ~WindowBench();

    [[nodiscard]] const QString &store() const { return m_store; }
    [[nodiscard]] tickmark::window::MainWindow &window() { return *m_window; }
    [[nodiscard]] tickmark::style::Appearance &appearance() { return *m_appearance; }
    //! The linked charts.
    [[nodiscard]] tickmark::charts::StackView &stack();
    //! True when charts, watchlist and headlines are there.
    [[nodiscard]] bool isComplete() const;
    void trigger(tickmark::window::Command command);
    //! Closes the window as its user would, and starts it again on the same store.
    void restart();

    //! What a bar of the store says, read past the window.
    [[nodiscard]] std::optional<double> close(const QString &symbol, tickmark::core::SessionDate date) const;

    //! Empty folder for settings and data of this process; call once, before anything else.
    static void useOwnHome(const QTemporaryDir &home);

private:
    void open();

    QTemporaryDir m_folder;
    QString m_store;
    QString m_language;
    tickmark::window::MakeLiveRuns m_live;
    std::shared_ptr<const tickmark::core::CalendarSet> m_calendars;
    std::unique_ptr<tickmark::window::LanguageTexts> m_texts;
    std::unique_ptr<tickmark::window::WindowSettings> m_settings;
    std::unique_ptr<tickmark::style::Appearance> m_appearance;
    std::unique_ptr<tickmark::window::MainWindow> m_window;
};
