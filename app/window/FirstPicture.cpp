// SPDX-License-Identifier: GPL-3.0-or-later
#include "FirstPicture.h"

#include "MainWindow.h"
#include <newsview/HeadlinePanel.h>
#include <panels/WatchlistPanel.h>
#include <tables/WatchlistModel.h>

#include <QLoggingCategory>

#include <desk/ChartDesk.h>

namespace tickmark::window {

namespace {

Q_LOGGING_CATEGORY(lcWindow, "tickmark.window", QtWarningMsg)

} // namespace

FirstPicture::FirstPicture(MainWindow &window) : QObject(&window), m_window(window)
{
    m_since.start();
    connect(&window.desk(), &desk::ChartDesk::viewRangeChanged, this, &FirstPicture::look);
    connect(&window.headlines(), &newsview::HeadlinePanel::headlinesChanged, this, &FirstPicture::look);
    const auto *model = &window.watchlist().model();
    connect(model, &QAbstractItemModel::modelReset, this, &FirstPicture::look);
    connect(model, &QAbstractItemModel::rowsInserted, this, &FirstPicture::look);
    connect(model, &QAbstractItemModel::dataChanged, this, &FirstPicture::look);
}

void FirstPicture::look()
{
    const bool complete = m_window.desk().exportRequest() && !m_window.headlines().headlines().empty()
                          && m_window.watchlist().model().rowCount() > 0;
    if (!complete)
        return;
    disconnect(&m_window.desk(), nullptr, this, nullptr);
    disconnect(&m_window.headlines(), nullptr, this, nullptr);
    disconnect(&m_window.watchlist().model(), nullptr, this, nullptr);
    m_window.repaint();
    qCInfo(lcWindow, "complete %lld ms after the window was made", m_since.elapsed());
    deleteLater();
}

} // namespace tickmark::window
