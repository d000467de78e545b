// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Report.h"
#include "ReportDrawing.h"
#include <charts/MissingTicks.h>
#include <pipeline/StoreSession.h>

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <stop_token>

namespace tickmark::report {

//! Makes one report for a window, which goes on meanwhile: reads and words it on a reader thread, draws it on the GUI thread
//! a page or chart at a time, writes it on another one. Owned by its parent; destroying it cancels it, and no file
//! appears. Exactly one of done() and failed() comes, unless it is destroyed before.
class ReportJob : public QObject
{
    Q_OBJECT

public:
    //! `session` has to live until the job is done or gone.
    ReportJob(pipeline::StoreSession &session, ReportWish wish, QString path, bool overwrite,
              QObject *parent = nullptr);
    ~ReportJob() override;

    //! Once.
    void start();
    //! failed() with ErrorCode::Cancelled follows, unless the file is being written already.
    void cancel();

Q_SIGNALS:
    //! Never goes back; `total` grows once, when the number of pages is known.
    void progressed(int done, int total);
    void done(const tickmark::report::ReportOutcome &outcome);
    void failed(const tickmark::core::Error &error);

private:
    //! What reading brings to the GUI thread.
    struct Reading
    {
        std::shared_ptr<const ReportContent> content;
        std::shared_ptr<const ReportDocument> document;
    };

    void read();
    void readTicks();
    void beginDrawing();
    void drawNext();
    void write();
    void fail(const core::Error &error);
    void tellReading();

    pipeline::StoreSession &m_session;
    ReportWish m_wish;
    QString m_path;
    bool m_overwrite;
    std::stop_source m_stop;
    std::shared_ptr<std::atomic<int>> m_read; //!< steps of reading, counted on its thread
    Reading m_reading;
    std::unique_ptr<ReportDrawing> m_drawing;
    int m_drawn = 0;
    bool m_isOver = false;
    QTimer m_next;  //!< one step of drawing each time
    QTimer m_watch; //!< while it is read
};

} // namespace tickmark::report
