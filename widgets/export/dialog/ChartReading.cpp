// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartReading.h"

#include <charts/MissingTicks.h>
#include <export/ChartExport.h>
#include <pipeline/WhenDone.h>

#include <algorithm>

namespace tickmark::exportdialog {

ChartReading::ChartReading(pipeline::StoreSession &session, ExportItem item, const exporting::ExportOptions &options,
                           const QString &suffix, QObject *parent)
    : QObject(parent), m_session(session), m_options(options), m_suffix(suffix)
{
    const auto reading = m_session.read(
        [item = std::move(item), calendars = session.sharedCalendars()](
            store::StoreReader &reader, std::stop_token stop) { return readItem(reader, *calendars, item, stop); },
        m_stop.get_token());
    pipeline::whenDone(reading, this, [this](const core::Result<ExportItem> &read) {
        if (!read) {
            fail(read.error());
            return;
        }
        m_item = *read;
        readTicks();
    });
}

ChartReading::~ChartReading()
{
    m_stop.request_stop();
}

void ChartReading::fail(const core::Error &error)
{
    Q_EMIT failed(error);
    deleteLater();
}

//! What a picture lacks is known once it has been drawn.
void ChartReading::readTicks()
{
    const auto &curves = m_item.content->curves;
    std::vector<charts::MissingTicks> missing;
    if (std::ranges::any_of(curves, [](const auto &curve) { return curve.second.ticks != nullptr; })) {
        static_cast<void>(exporting::drawChart(m_item.spec, *m_item.content, m_options, m_suffix));
        missing = charts::takeMissingTicks(*m_item.content);
    }
    if (missing.empty()) {
        Q_EMIT ready(m_item);
        deleteLater();
        return;
    }
    const auto reading = m_session.read(
        [missing = std::move(missing)](store::StoreReader &reader, std::stop_token stop) {
            return charts::loadTicks(missing, reader.chunks(), stop);
        },
        m_stop.get_token());
    pipeline::whenDone(reading, this, [this](const auto &loaded) {
        if (!loaded)
            fail(loaded.error());
        else if (charts::insertTicks(**loaded))
            readTicks();
        else
            fail(
                {core::ErrorCode::Io, tr("The database has changed while the chart was drawn. Please try again."), {}});
    });
}

} // namespace tickmark::exportdialog
