// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QFile>
#include <QString>

#include <memory>

namespace tickmark::exporting {

//! A file that appears complete or not at all: written beside its target under a hidden name, synced, then renamed.
//! Removed with the object unless it was committed.
class OutputFile
{
public:
    //! AlreadyExists when the target exists and `overwrite` is not set, or is a folder; NotFound for a missing folder;
    //! ReadOnly, DiskFull, Io.
    [[nodiscard]] static core::Result<std::unique_ptr<OutputFile>> create(const QString &target, bool overwrite);
    ~OutputFile();
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    //! Open for writing until commit().
    [[nodiscard]] QFile &device() { return m_file; }
    //! The error of a failed write, as one about the target.
    [[nodiscard]] core::Error writeError() const;
    //! DiskFull and Io leave nothing behind; AlreadyExists when a file of that name came meanwhile.
    [[nodiscard]] core::Result<> commit();

private:
    OutputFile(const QString &path, const QString &target, bool overwrite);

    QFile m_file;
    QString m_path; //!< a QFile opened by its descriptor forgets its name
    QString m_target;
    bool m_overwrite;
    bool m_committed = false;
};

} // namespace tickmark::exporting
