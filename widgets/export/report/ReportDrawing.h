// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportDocument.h"
#include <core/Result.h>

#include <QByteArray>
#include <QStringList>

#include <memory>

namespace tickmark::report {

//! A report that becomes a file, in steps of some milliseconds, so that a window stays alive meanwhile. GUI thread, with a
//! QApplication. Owned by whoever steps it; letting go of it leaves nothing behind.
class ReportDrawing
{
public:
    //! For the format of `suffix`: Unsupported for one that there is not.
    [[nodiscard]] static core::Result<std::unique_ptr<ReportDrawing>> begin(
        std::shared_ptr<const ReportDocument> document, const QString &suffix);
    virtual ~ReportDrawing() = default;
    ReportDrawing(const ReportDrawing &) = delete;
    ReportDrawing &operator=(const ReportDrawing &) = delete;

    [[nodiscard]] virtual int steps() const = 0;
    //! From 0 to steps() - 1, each once and in order; after an error no more.
    virtual core::Result<> step(int index) = 0;
    //! The file, after the last step; once.
    [[nodiscard]] virtual QByteArray take() = 0;
    //! 0 for a format without pages.
    [[nodiscard]] virtual int pages() const { return 0; }

protected:
    ReportDrawing() = default;
};

//! Suffixes that a report can be written as, without the dot: "pdf", "html".
[[nodiscard]] QStringList reportFormats();

} // namespace tickmark::report
