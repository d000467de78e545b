// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/StackView.h>
#include <pipeline/LiveStatus.h>
#include <pipeline/StoreSession.h>

#include <QAbstractButton>
#include <QTemporaryDir>

#include <desk/ChartDesk.h>
#include <style/LiveBadge.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

//! The moment of the first trade.
inline const tickmark::core::Time kFirst = *tickmark::core::parseIsoTime("2025-01-27T15:00:00Z");

[[nodiscard]] inline tickmark::core::Time second(int count)
{
    return tickmark::core::Time{kFirst.ns + count * tickmark::core::kNsPerSecond};
}

//! Charts over a store with the shares TCK and OTH and the coin COIN, and trades of TCK as a stream brings them. A base of
//! tests: one store each from start() to stop().
class LiveDeskBench
{
protected:
    void start();
    void stop();
    //! Trades of TCK: one a second, each a cent more.
    void add(int from, int count, qint64 price);
    //! Tells the charts how the stream of TCK is doing.
    void stream(tickmark::pipeline::LivePhase phase, std::vector<tickmark::core::TimeRange> gaps = {});
    void showChart(const QStringList &symbols);
    [[nodiscard]] tickmark::charts::StackView *view() const
    {
        return m_desk->findChild<tickmark::charts::StackView *>();
    }
    [[nodiscard]] tickmark::style::LiveBadge *badge() const
    {
        return shown<tickmark::style::LiveBadge>(QStringLiteral("liveBadge"));
    }
    [[nodiscard]] QAbstractButton *followSign() const { return shown<QAbstractButton>(QStringLiteral("follow")); }
    //! What the head of the first chart says of its first curve.
    [[nodiscard]] QString price() const;
    //! The ticks of TCK as they are drawn; null when there are none.
    [[nodiscard]] std::shared_ptr<const tickmark::charts::TickCurve> drawnTicks() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<tickmark::pipeline::StoreSession> m_session;
    std::unique_ptr<tickmark::style::Appearance> m_appearance;
    std::unique_ptr<tickmark::desk::ChartDesk> m_desk;
    qint64 m_instrument = 0; //!< TCK
    qint64 m_coin = 0;
    qint64 m_import = 0;
    qint64 m_series = 0; //!< of the trades of TCK; 0 until there is one

private:
    template <typename Widget>
    [[nodiscard]] Widget *shown(const QString &name) const
    {
        const auto all = m_desk->findChildren<Widget *>(name);
        const auto found = std::ranges::find_if(all, [](const QWidget *one) { return one->isVisible(); });
        return found == all.end() ? nullptr : *found;
    }

    std::shared_ptr<tickmark::core::CalendarSet> m_calendars = std::make_shared<tickmark::core::CalendarSet>(
        QStringLiteral(":/calendars"));
    qint64 m_stored = 0;
    std::optional<tickmark::core::Time> m_lastTrade;
};

//! px, from the first to the last column in which the pictures differ.
[[nodiscard]] int changedWidth(const QImage &one, const QImage &other);
