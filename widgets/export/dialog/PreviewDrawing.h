// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportSubject.h"
#include <charts/ChartPlan.h>
#include <charts/MissingTicks.h>
#include <export/ChartExport.h>

#include <QImage>
#include <QObject>
#include <QSizeF>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>

namespace tickmark::exporting {
class ChartPage;
}

namespace tickmark::exportdialog {

//! What is to be previewed. A value.
struct PreviewWish
{
    ExportItem item; //!< spec as exported
    exporting::ExportOptions options;
    QString format;
    QSize room;             //!< device pixels that the page has on the screen
    double deviceRatio = 1; //!< of the screen
};

//! A page as it will be.
struct Preview
{
    QImage picture{};     //!< fits into the room; null for a table
    QStringList lines{};  //!< of a table: its first lines
    QSizeF millimetres{}; //!< of the page
    QSize pixels{};       //!< of a PNG
    exporting::ExportReport report{};
};

//! Draws previews: the same page that is exported, small, a step of some milliseconds in each turn of the event loop, so that
//! the window stays alive. Only the newest wish is answered, by drawn() or failed(); then, when nothing else is wished for a
//! while, sized() tells how large the file will be, unless it is too large a picture to find out by the way. GUI thread.
class PreviewDrawing : public QObject
{
    Q_OBJECT

public:
    explicit PreviewDrawing(QObject *parent);
    ~PreviewDrawing() override;

    //! Null: nothing is drawn any more.
    void setSession(pipeline::StoreSession *session);
    void draw(PreviewWish wish);
    void stop();

Q_SIGNALS:
    void drawn(const tickmark::exportdialog::Preview &preview);
    void sized(qint64 bytes);
    void failed(const tickmark::core::Error &error);

private:
    using Step = void (PreviewDrawing::*)();

    void read();
    void take(const ExportItem &item);
    void plan();
    void layOut();
    void make();
    void paint();
    void tabulate();
    void measure();
    bool readMissing(Step again);
    void next(Step step);
    void fail(const core::Error &error);

    QPointer<pipeline::StoreSession> m_session;
    PreviewWish m_wish;
    std::stop_source m_stop;
    quint64 m_newest = 0; //!< number of the newest wish
    QTimer m_delay;
    QTimer m_idle;
    std::shared_ptr<const charts::ChartPlan> m_plan;
    QSizeF m_layout;
    double m_scale = 1;
    std::unique_ptr<exporting::ChartPage> m_page;
    int m_rounds = 0;
};

} // namespace tickmark::exportdialog
