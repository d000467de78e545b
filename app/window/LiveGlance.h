// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/LiveStatus.h>

#include <style/LiveBadge.h>

#include <vector>

namespace tickmark::window {

//! A glance at all live streams in the status bar: how many, how much they bring, or what is wrong with one. A click is for
//! the details. GUI thread.
class LiveGlance : public style::LiveBadge
{
    Q_OBJECT

public:
    explicit LiveGlance(const style::Appearance &appearance, QWidget *parent = nullptr);

    void setStreams(const std::vector<pipeline::LiveStatus> &streams);
    void retranslate();

private:
    const style::Appearance &m_appearance;
    std::vector<pipeline::LiveStatus> m_streams;
};

} // namespace tickmark::window
