// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/FrameTimes.h>
#include <core/Result.h>
#include <pipeline/LiveStatus.h>
#include <pipeline/StoreSession.h>

#include <QPointer>
#include <QStatusBar>

#include <style/Appearance.h>

#include <optional>

class QLabel;

namespace tickmark::window {

class LiveGlance;
class SourceGlanceButton;
struct SourceGlance;

//! The status bar: store, what it holds, whether it can be written; zone and age of the data at the right, with
//! the newest trade of what streams. Counts are read again when the store changes. GUI thread.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! Null: no store.
    void setSession(pipeline::StoreSession *session);
    //! Nothing: they are not shown.
    void setFrameTimes(const std::optional<charts::FrameTimes::Summary> &times);

    void setSources(const SourceGlance &glance);
    void setLive(const std::vector<pipeline::LiveStatus> &streams);

Q_SIGNALS:
    //! The user wants to see them.
    void sourcesWanted();
    void liveWanted(const QRect &anchor); //!< global px

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void reload();
    void showTexts();
    void showAge();
    [[nodiscard]] QString frameText() const;
    [[nodiscard]] QString zoneText() const;

    const style::Appearance &m_appearance;
    QPointer<pipeline::StoreSession> m_session;
    std::optional<store::StoreInfo> m_info;
    std::optional<core::Time> m_lastTrade; //!< stored, or streamed meanwhile
    QLabel *m_store;
    QLabel *m_content;
    QLabel *m_access;
    LiveGlance *m_live;
    SourceGlanceButton *m_sources;
    std::optional<charts::FrameTimes::Summary> m_frames;
    QLabel *m_frameTimes;
    QLabel *m_zone;
    QLabel *m_age;
};

} // namespace tickmark::window
