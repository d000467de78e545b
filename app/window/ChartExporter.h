// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QWidget>

#include <desk/ChartDesk.h>

namespace tickmark::window {

//! Writes the charts of the desk to a file that the user chooses: drawn again for a page, in the print theme. Asks, draws
//! on the GUI thread, encodes and writes on another one, tells, and deletes itself.
class ChartExporter : public QObject
{
    Q_OBJECT

public:
    //! `language` is that of the page.
    ChartExporter(desk::ExportRequest request, const QString &language, QWidget *parent);

    //! Asks for the file, offering one of that format; the name's suffix decides.
    void askAndWrite(const QString &suffix);
    void write(const QString &path);

Q_SIGNALS:
    //! `note`: what was left out; may be empty.
    void done(const QString &path, const QString &note);
    void failed(const tickmark::core::Error &error);

private:
    void readClaimsAndWrite(const QString &path);
    void readAndWrite(std::vector<charts::MissingTicks> missing, const QString &path);
    [[nodiscard]] QString proposedName(const QString &suffix) const;

    desk::ExportRequest m_request;
};

} // namespace tickmark::window
