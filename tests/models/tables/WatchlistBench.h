// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SessionSupport.h"
#include <tables/WatchlistModel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <memory>

namespace tickmark::tables {

inline const core::SessionDate kDay = *core::SessionDate::fromIso("2025-01-27");

inline core::TimeRange sampleView()
{
    return {*core::parseIsoTime("2025-01-14T00:00:00Z"), *core::parseIsoTime("2025-02-15T00:00:00Z")};
}

//! The watchlist of the sample case, in German. A base of tests, of which those that change the store leave none behind.
class WatchlistBench
{
protected:
    //! At the close of kDay.
    void start()
    {
        m_tester.reset();
        m_model.reset();
        if (!m_session) {
            m_session = std::make_unique<TestSession>();
            QVERIFY(m_session->openSample());
        }
        m_model = std::make_unique<WatchlistModel>(core::Formats(QStringLiteral("de")));
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy loaded(m_model.get(), &WatchlistModel::loaded);
        m_model->setRequest({kDay, sampleView()});
        m_model->setSession(m_session->get());
        QTRY_COMPARE(loaded.size(), 1);
    }
    void load(const WatchRequest &request)
    {
        QSignalSpy loaded(m_model.get(), &WatchlistModel::loaded);
        m_model->setRequest(request);
        QTRY_VERIFY(!loaded.isEmpty());
    }
    //! Reads the store again, as after an import of quotes.
    void reload()
    {
        QSignalSpy loaded(m_model.get(), &WatchlistModel::loaded);
        m_session->get()->tellChanged(pipeline::StoreChange::Quotes);
        QTRY_COMPARE(loaded.size(), 1);
    }

    [[nodiscard]] QString cell(const char *symbol, int column) const
    {
        return m_model->indexOf(QString::fromLatin1(symbol)).siblingAtColumn(column).data(Qt::DisplayRole).toString();
    }
    [[nodiscard]] const WatchEntry &entry(const char *symbol) const
    {
        return *m_model->entry(m_model->indexOf(QString::fromLatin1(symbol)));
    }

    std::unique_ptr<TestSession> m_session;
    std::unique_ptr<WatchlistModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace tickmark::tables
