// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileExport.h"

#include <pipeline/StartOn.h>
#include <pipeline/WhenDone.h>

#include <QFileInfo>
#include <QTimer>

namespace tickmark::exportdialog {

FileExport::FileExport(pipeline::StoreSession &session, QThreadPool &pool, PlannedFile file,
                       const exporting::ExportOptions &options, QObject *parent)
    : QObject(parent), m_session(session), m_pool(pool), m_file(std::move(file)), m_options(options)
{}

FileExport::~FileExport()
{
    m_stop.request_stop();
}

void FileExport::start()
{
    // Whoever has just asked for it shall hear of it after that.
    QTimer::singleShot(0, this, &FileExport::read);
}

void FileExport::cancel()
{
    m_stop.request_stop();
}

void FileExport::fail(const core::Error &error)
{
    Q_EMIT failed(m_stop.stop_requested() ? core::Error{core::ErrorCode::Cancelled, {}, {}} : error);
}

void FileExport::read()
{
    const auto reading = m_session.read(
        [item = m_file.item, calendars = m_session.sharedCalendars()](
            store::StoreReader &reader, std::stop_token stop) { return readItem(reader, *calendars, item, stop); },
        m_stop.get_token());
    pipeline::whenDone(reading, this, [this](const core::Result<ExportItem> &item) {
        if (!item) {
            fail(item.error());
            return;
        }
        m_file.item = *item;
        draw();
    });
}

void FileExport::draw()
{
    if (m_stop.stop_requested()) {
        fail({});
        return;
    }
    const charts::ChartContent &content = *m_file.item.content;
    auto drawn = exporting::drawChart(m_file.item.spec, content, m_options, QFileInfo(m_file.path).suffix());
    if (auto missing = charts::takeMissingTicks(content); !missing.empty())
        readTicks(std::move(missing));
    else if (drawn)
        write(std::move(*drawn));
    else
        fail(drawn.error());
}

//! Draws again once the ticks are here that the picture lacks.
void FileExport::readTicks(std::vector<charts::MissingTicks> missing)
{
    const auto reading = m_session.read(
        [missing = std::move(missing)](store::StoreReader &reader, std::stop_token stop) {
            return charts::loadTicks(missing, reader.chunks(), stop);
        },
        m_stop.get_token());
    pipeline::whenDone(reading, this, [this](const auto &loaded) {
        if (loaded && charts::insertTicks(**loaded))
            draw();
        else if (loaded)
            fail({core::ErrorCode::Io,
                  tr("The database has changed while the chart was drawn. Please export it again."),
                  {}});
        else
            fail(loaded.error());
    });
}

void FileExport::write(exporting::DrawnChart chart)
{
    const auto work = [chart = std::move(chart), path = m_file.path, overwrite = m_options.overwrite,
                       stop = m_stop.get_token()]() -> core::Result<exporting::ExportReport> {
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        return exporting::writeChart(chart, path, overwrite);
    };
    pipeline::whenDone(pipeline::startOn(m_pool, work), this,
                       [this](const core::Result<exporting::ExportReport> &report) {
                           if (report)
                               Q_EMIT done(*report);
                           else
                               fail(report.error());
                       });
}

} // namespace tickmark::exportdialog
