// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WindowBench.h"

#include <QMenu>
#include <QPushButton>

#include <desk/ChartDesk.h>
#include <style/LiveBadge.h>
#include <window/LiveControl.h>

#include <utility>
#include <vector>

inline const QString kBitcoin = QStringLiteral("BTC-USD");

//! A window whose streams are scripted: what was asked of them, and what they tell. tst_windowlive has real ones. A base of
//! tests: one window each from open() to close().
class LiveControlBench
{
protected:
    //! What was asked of the streams of one window, and how they answer.
    struct Script
    {
        std::vector<tickmark::pipeline::LiveRequest> started;
        std::vector<std::pair<qint64, qint64>> stopped; //!< source, instrument
        int retries = 0;
        int made = 0;
        int ended = 0;
        tickmark::pipeline::LiveStreams::Listener tell;
    };

    //! Once, before the first window.
    void useOwnHome();
    void open();
    void close();

    //! Of a source that is fetched by hand only; its id.
    qint64 addSource(const QString &name, int priority = 0, const QString &provider = QStringLiteral("kraken"));
    //! Streams it from Kraken, by its menu.
    void start(const QString &symbol);
    //! Of Bitcoin, as far as it was asked for.
    [[nodiscard]] tickmark::pipeline::LiveStatus status(tickmark::pipeline::LivePhase phase) const;
    void tell(const tickmark::pipeline::LiveStatus &status) { m_script.tell({status}); }
    [[nodiscard]] tickmark::window::LiveControl &live() { return m_bench->window().live(); }
    [[nodiscard]] QString message();
    [[nodiscard]] tickmark::style::LiveBadge *badge();
    //! The button of the message that says what can be done.
    [[nodiscard]] QAbstractButton *step();
    //! As the menu of a chart or the watchlist has them.
    [[nodiscard]] std::unique_ptr<QMenu> menuOf(const QStringList &symbols);

    QTemporaryDir m_home;
    Script m_script;
    std::unique_ptr<WindowBench> m_bench;
    qint64 m_source = 0;

private:
    class ScriptedRuns;
};
