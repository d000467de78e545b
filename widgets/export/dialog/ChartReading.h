// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportSubject.h"
#include <export/ExportOptions.h>

#include <QObject>

#include <stop_token>

namespace tickmark::exportdialog {

//! Reads all that one picture needs, so that it can be drawn at once: for the clipboard and the printer. Tells and deletes
//! itself; destroying it before cancels it. GUI thread.
class ChartReading : public QObject
{
    Q_OBJECT

public:
    //! `session` outlives it. `options` and `suffix`: as it will be drawn, which decides about ticks.
    ChartReading(pipeline::StoreSession &session, ExportItem item, const exporting::ExportOptions &options,
                 const QString &suffix, QObject *parent);
    ~ChartReading() override;

Q_SIGNALS:
    void ready(const tickmark::exportdialog::ExportItem &item);
    void failed(const tickmark::core::Error &error);

private:
    void readTicks();
    void fail(const core::Error &error);

    pipeline::StoreSession &m_session;
    ExportItem m_item;
    exporting::ExportOptions m_options;
    QString m_suffix;
    std::stop_source m_stop;
};

} // namespace tickmark::exportdialog
