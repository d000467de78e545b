// SPDX-License-Identifier: GPL-3.0-or-later
#include "OwnStore.h"

#include <pipeline/SampleCase.h>
#include <store/StoreFiles.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QStandardPaths>
#include <QThreadPool>

#include <chrono>
#include <functional>

namespace tickmark::window {

using core::Result;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("OwnStore", text);
}

Result<QString> dataFolder()
{
    // Without a home folder Qt answers with the root of the file system.
    if (qEnvironmentVariableIsEmpty("HOME") && qEnvironmentVariableIsEmpty("XDG_DATA_HOME"))
        return core::failure(core::ErrorCode::NotFound,
                             translated(QT_TRANSLATE_NOOP(
                                 "OwnStore", "There is no home folder to keep your store in; name one with --store.")));
    QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (!QDir().mkpath(folder))
        return core::failure(core::ErrorCode::Io,
                             translated(QT_TRANSLATE_NOOP("OwnStore", "The folder %1 cannot be made.")).arg(folder));
    return folder;
}

core::Time now()
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return core::Time{std::chrono::duration_cast<std::chrono::nanoseconds>(sinceEpoch).count()};
}

Result<OwnStore> ensureSampleAt(const QString &fileName, const core::CalendarSet &calendars)
{
    return dataFolder().and_then([&](const QString &folder) -> Result<OwnStore> {
        const QString path = folder + u'/' + fileName;
        if (QFileInfo::exists(path))
            return OwnStore{path, false};
        if (const Result<> made = pipeline::writeSampleStore(path, false, calendars, now()); !made)
            return tl::unexpected(made.error());
        return OwnStore{path, true};
    });
}

QFuture<Result<QString>> elsewhere(std::function<Result<QString>()> work)
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

QString pathOf(const OwnStore &own)
{
    return own.path;
}

} // namespace

Result<OwnStore> ensureOwnStore(const core::CalendarSet &calendars)
{
    return ensureSampleAt(QStringLiteral("tickmark.tickmark"), calendars);
}

QFuture<Result<QString>> makeOwnStore(std::shared_ptr<const core::CalendarSet> calendars)
{
    return elsewhere([calendars] { return ensureOwnStore(*calendars).map(pathOf); });
}

QFuture<Result<QString>> makeSampleStore(std::shared_ptr<const core::CalendarSet> calendars)
{
    const QString name = translated(QT_TRANSLATE_NOOP("OwnStore", "Sample case")) + QStringLiteral(".tickmark");
    return elsewhere([calendars, name] { return ensureSampleAt(name, *calendars).map(pathOf); });
}

QFuture<Result<QString>> makeEmptyStore(const QString &path)
{
    return elsewhere([path]() -> Result<QString> {
        const Result<> made = store::createStore(path, false, [](store::StoreWriter &) { return Result<>(); });
        if (!made)
            return tl::unexpected(made.error());
        return path;
    });
}

} // namespace tickmark::window
