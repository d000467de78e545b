// SPDX-License-Identifier: GPL-3.0-or-later
// The part of QualityPanel that has to do with the store: when it is walked over, and what is written to it.
#include "QualityDetail.h"
#include "QualityPanel.h"
#include <pipeline/QualityScan.h>
#include <pipeline/WhenDone.h>

#include <QComboBox>
#include <QMetaMethod>
#include <QTableView>

#include <style/FilterField.h>

namespace tickmark::panels {

using analysis::QualityFinding;
using analysis::QualityReport;

void QualityPanel::setSession(pipeline::StoreSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_stop.request_stop();
    ++m_newest;
    m_isWaiting = false;
    m_isOld = session != nullptr;
    m_rest.stop();
    m_chosen.reset();
    m_text->setFilter({});
    m_kind->setCurrentIndex(0);
    m_model.setFilter({});
    m_model.setReport(nullptr);
    m_detail->setWritable(session && session->writer());
    m_detail->setHasSources(isSignalConnected(QMetaMethod::fromSignal(&QualityPanel::sourcesRequested)));
    if (session) {
        connect(session, &pipeline::StoreSession::changed, this, [this](pipeline::StoreChanges what) {
            if (what & (pipeline::StoreChange::Quotes | pipeline::StoreChange::Instruments))
                outdate();
        });
    }
    offerKinds();
    showCounts();
    showContents();
    if (isVisible())
        load();
}

void QualityPanel::outdate()
{
    m_isOld = true;
    if (isVisible())
        m_rest.start();
}

void QualityPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isOld && !m_rest.isActive())
        load();
}

void QualityPanel::load()
{
    if (!m_session)
        return;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isOld = false;
    m_isWaiting = true;
    const int number = ++m_newest;
    const auto query = [calendars = m_session->sharedCalendars()](store::StoreReader &reader,
                                                                  const std::stop_token &stop) {
        return pipeline::scanQuality(reader, *calendars, stop);
    };
    showContents();
    pipeline::whenDone(m_session->read(query, m_stop.get_token()), this,
                       [this, number](core::Result<QualityReport> report) {
                           if (number == m_newest)
                               take(std::move(report));
                       });
}

void QualityPanel::take(core::Result<QualityReport> report)
{
    m_isWaiting = false;
    if (!report) {
        showContents();
        if (report.error().code != core::ErrorCode::Cancelled)
            Q_EMIT failed(report.error());
        return;
    }
    const bool isFirst = !m_model.report();
    m_model.setReport(std::make_shared<const QualityReport>(*std::move(report)));
    offerKinds();
    m_columns.grow();
    if (isFirst && m_model.rowCount() > 0)
        m_table->selectRow(0);
    showCounts();
    showContents();
    if (hasFocus()) // there was no filter yet when it was asked for
        focusFilter();
    Q_EMIT loaded();
}

void QualityPanel::prefer()
{
    const QualityFinding *finding = selected();
    if (!finding || !m_session || !m_session->writer())
        return;
    pipeline::whenDone(
        m_session->writer()->setPreferredSeries(finding->instrumentId, store::SeriesUse::Daily, finding->series.id),
        this, [this](const core::Result<> &answer) {
            if (!answer)
                Q_EMIT failed(answer.error());
            else if (m_session)
                m_session->tellChanged(pipeline::StoreChange::Quotes);
        });
}

} // namespace tickmark::panels
