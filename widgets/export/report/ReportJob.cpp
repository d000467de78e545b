// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportJob.h"

#include "ReportComposer.h"
#include <pipeline/StartOn.h>
#include <pipeline/WhenDone.h>

#include <QFileInfo>
#include <QThreadPool>

namespace tickmark::report {

namespace {

constexpr int kReadingSteps = 5; // see readReport()
constexpr int kWatchMs = 60;

} // namespace

ReportJob::ReportJob(pipeline::StoreSession &session, ReportWish wish, QString path, bool overwrite, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_wish(std::move(wish)),
      m_path(std::move(path)),
      m_overwrite(overwrite),
      m_read(std::make_shared<std::atomic<int>>(0))
{
    connect(&m_next, &QTimer::timeout, this, &ReportJob::drawNext);
    connect(&m_watch, &QTimer::timeout, this, &ReportJob::tellReading);
}

ReportJob::~ReportJob()
{
    m_stop.request_stop();
}

void ReportJob::start()
{
    // Whoever has just asked for it shall hear of it after that.
    QTimer::singleShot(0, this, &ReportJob::read);
}

void ReportJob::cancel()
{
    m_stop.request_stop();
    // Reading ends by itself, with its own answer.
    if (m_drawing)
        fail({core::ErrorCode::Cancelled, {}, {}});
}

void ReportJob::fail(const core::Error &error)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_next.stop();
    m_watch.stop();
    m_drawing.reset();
    Q_EMIT failed(error);
}

void ReportJob::tellReading()
{
    Q_EMIT progressed(m_read->load(), kReadingSteps);
}

void ReportJob::read()
{
    if (const auto fine = checkTarget(m_path, m_overwrite); !fine) {
        fail(fine.error());
        return;
    }
    m_watch.start(kWatchMs);
    auto reading = m_session.read(
        [wish = m_wish, calendars = m_session.sharedCalendars(),
         count = m_read](store::StoreReader &reader, std::stop_token stop) -> core::Result<Reading> {
            auto content = readReport(reader, *calendars, wish, stop, [&count](int done, int) { count->store(done); });
            if (!content)
                return tl::unexpected(content.error());
            auto document = composeReport(*content);
            if (!document)
                return tl::unexpected(document.error());
            return Reading{std::make_shared<const ReportContent>(std::move(*content)),
                           std::make_shared<const ReportDocument>(std::move(*document))};
        },
        m_stop.get_token());
    pipeline::whenDone(reading, this, [this](const core::Result<Reading> &result) {
        m_watch.stop();
        if (!result) {
            fail(result.error());
            return;
        }
        m_reading = *result;
        readTicks();
    });
}

//! Draws charts of ticks and reads what they lack, until nothing is missing.
void ReportJob::readTicks()
{
    if (m_stop.stop_requested()) {
        fail({core::ErrorCode::Cancelled, {}, {}});
        return;
    }
    touchTicks(*m_reading.document);
    std::vector<charts::MissingTicks> missing;
    for (const ReportChart &chart : m_reading.content->charts) {
        for (charts::MissingTicks &one : charts::takeMissingTicks(chart.content))
            missing.push_back(std::move(one));
    }
    if (missing.empty()) {
        beginDrawing();
        return;
    }
    auto loading = m_session.read(
        [missing = std::move(missing)](store::StoreReader &reader, std::stop_token stop) {
            return charts::loadTicks(missing, reader.chunks(), stop);
        },
        m_stop.get_token());
    pipeline::whenDone(loading, this, [this](const auto &loaded) {
        if (!loaded)
            fail(loaded.error());
        else if (!charts::insertTicks(**loaded))
            fail({core::ErrorCode::Io,
                  tr("The database has changed while the report was drawn. Please make it again."),
                  {}});
        else
            readTicks();
    });
}

void ReportJob::beginDrawing()
{
    auto drawing = ReportDrawing::begin(m_reading.document, QFileInfo(m_path).suffix());
    if (!drawing) {
        fail(drawing.error());
        return;
    }
    m_drawing = std::move(*drawing);
    m_next.start(0);
}

void ReportJob::drawNext()
{
    if (m_drawn == m_drawing->steps()) {
        m_next.stop();
        write();
        return;
    }
    if (auto drawn = m_drawing->step(m_drawn); !drawn) {
        fail(drawn.error());
        return;
    }
    ++m_drawn;
    Q_EMIT progressed(kReadingSteps + m_drawn, kReadingSteps + m_drawing->steps());
}

void ReportJob::write()
{
    const ReportOutcome outcome = outcomeOf(*m_reading.document, m_drawing->pages());
    const QByteArray bytes = m_drawing->take();
    m_drawing.reset();
    auto writing = pipeline::startOn(
        *QThreadPool::globalInstance(),
        [bytes, path = m_path, overwrite = m_overwrite, stop = m_stop.get_token()]() -> core::Result<> {
            if (stop.stop_requested())
                return core::failure(core::ErrorCode::Cancelled, {});
            return writeBytes(bytes, path, overwrite);
        });
    pipeline::whenDone(writing, this, [this, outcome](const core::Result<> &written) {
        if (!written) {
            fail(written.error());
            return;
        }
        m_isOver = true;
        Q_EMIT done(outcome);
    });
}

} // namespace tickmark::report
