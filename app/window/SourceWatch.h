// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceGlance.h"
#include <core/Result.h>
#include <dialogs/SourcesDialog.h>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <set>

namespace tickmark::window {

class SourceControl;

//! What the window shows of its sources: their dialog, a glance for the status bar, and a message when one that went well
//! fails. Follows the scheduler of SourceControl, whose store it is told with it. Owned by the window. GUI thread.
class SourceWatch : public QObject
{
    Q_OBJECT

public:
    //! All outlive it.
    SourceWatch(style::Appearance &appearance, SourceControl &control, QWidget &window);
    ~SourceWatch() override;

    //! Before the control: null ends what the dialog shows.
    void setSession(pipeline::StoreSession *session);
    //! Opens the dialog, or raises it; null without a store.
    dialogs::SourcesDialog *showDialog();
    //! Of the last failed(), in the language of the moment; without a message when all of it has passed.
    [[nodiscard]] core::Error failure() const;
    //! False when the user wants to stay with what was not saved.
    bool closeDialog();

Q_SIGNALS:
    void glanceChanged(const tickmark::window::SourceGlance &glance);
    //! Sources that went well before; not while the dialog says so itself.
    void failed();

private:
    void follow(pipeline::FetchScheduler *scheduler);
    void look();
    void tellFailures();

    style::Appearance &m_appearance;
    SourceControl &m_control;
    QWidget &m_window;
    QPointer<pipeline::StoreSession> m_session;
    QPointer<pipeline::FetchScheduler> m_scheduler;
    QPointer<dialogs::SourcesDialog> m_dialog;
    SourceGlance m_glance;
    std::set<qint64> m_known;  //!< failing, and nothing more is to be said of it
    std::set<qint64> m_untold; //!< failing since a moment
    std::set<qint64> m_told;   //!< of the last failed()
    bool m_hasLooked = false;  //!< what fails from the beginning was said in another run
    QTimer m_tell;             //!< failures that come together are one message
};

} // namespace tickmark::window
