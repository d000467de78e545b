// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that has to do with what feeds its store from the network.
#include "MainWindow.h"
#include "MessageBar.h"
#include "SourceControl.h"
#include "SourceWatch.h"
#include "StatusLine.h"
#include <panels/QualityPanel.h>

#include <QAction>

namespace tickmark::window {

void MainWindow::connectSources()
{
    const auto show = [this] { m_sourceWatch->showDialog(); };
    connect((*m_actions)[Command::ShowSources], &QAction::triggered, this, show);
    connect(m_status, &StatusLine::sourcesWanted, this, show);
    connect(m_quality, &panels::QualityPanel::sourcesRequested, this, show);
    connect(m_sourceWatch, &SourceWatch::glanceChanged, m_status, &StatusLine::setSources);
    const auto failure = [this, show] {
        const core::Error error = m_sourceWatch->failure();
        return MessageBar::Message{MessageBar::Tone::Error, error.message, error.detail,
                                   tr("Show the sources"),  show,          {}};
    };
    connect(m_sourceWatch, &SourceWatch::failed, this, [this, failure] {
        MessageBar::Message message = failure();
        message.anew = failure;
        m_messages->show(std::move(message));
    });
}

} // namespace tickmark::window
