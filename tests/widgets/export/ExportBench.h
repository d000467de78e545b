// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SampleStore.h"
#include <pipeline/StoreSession.h>

#include <exportdialog/ExportSettings.h>
#include <exportdialog/ExportSubject.h>

#include <memory>

namespace tickmark::tests {

//! What a window on the founding case has to export, and a folder to put it.
class ExportBench
{
public:
    ExportBench();

    [[nodiscard]] pipeline::StoreSession &session() { return *m_session; }
    //! Three linked charts, the second active, and a watchlist of some instruments.
    [[nodiscard]] exportdialog::ExportSubject subject();
    //! The usual ones, into the folder, in one file.
    [[nodiscard]] exportdialog::ExportSettings settings() const;
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString file(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    //! Everything in the folder, hidden files too, by name.
    [[nodiscard]] QStringList files() const;

private:
    SampleStore m_store;
    QTemporaryDir m_folder;
    std::shared_ptr<const core::CalendarSet> m_calendars;
    std::shared_ptr<pipeline::StoreSession> m_session;
};

} // namespace tickmark::tests
