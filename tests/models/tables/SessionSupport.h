// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <pipeline/SampleCase.h>
#include <pipeline/StoreSession.h>
#include <store/StoreFiles.h>

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tickmark::tables {

//! A real store in a folder that goes with the test, opened as the window opens it.
class TestSession
{
public:
    //! The sample case.
    bool openSample()
    {
        return written(
                   pipeline::writeSampleStore(path(), false, *m_calendars, *core::parseIsoTime("2025-02-15T00:00:00Z")))
               && open();
    }

    //! A store that `fill` has filled.
    bool openWith(const std::function<core::Result<>(store::StoreWriter &)> &fill)
    {
        return written(store::createStore(path(), false, fill)) && open();
    }

    bool open()
    {
        auto future = pipeline::StoreSession::open(path(), m_calendars);
        if (!QTest::qWaitFor([&] { return future.isFinished(); })) // the session is made on this thread
            return false;
        auto answer = future.takeResult();
        if (!answer) {
            qWarning("%s", qPrintable(answer.error().message));
            return false;
        }
        m_session = std::move(*answer);
        return true;
    }

    void close() { m_session.reset(); }

    [[nodiscard]] pipeline::StoreSession *get() const { return m_session.get(); }
    pipeline::StoreSession *operator->() const { return m_session.get(); }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("test.tickmark")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    static bool written(const core::Result<> &result)
    {
        if (!result)
            qWarning("%s", qPrintable(result.error().message));
        return result.has_value();
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const core::CalendarSet> m_calendars = std::make_shared<const core::CalendarSet>(
        QStringLiteral(":/calendars"));
    std::shared_ptr<pipeline::StoreSession> m_session;
};

} // namespace tickmark::tables
