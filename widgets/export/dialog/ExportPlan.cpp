// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportPlan.h"

#include "FileNamePattern.h"
#include <core/QtDates.h>

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>

namespace tickmark::exportdialog {

namespace {

bool isTaken(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() || file.isSymLink();
}

//! The first of "name", "name (2)" ... that `isFree`.
template <typename Free>
QString freeName(const QString &folder, const QString &name, const QString &suffix, Free isFree)
{
    QString path = folder + u'/' + name + u'.' + suffix;
    for (int i = 2; !isFree(path); ++i)
        path = QStringLiteral("%1/%2 (%3).%4").arg(folder, name, QString::number(i), suffix);
    return path;
}

} // namespace

core::SessionDate today()
{
    const QDate date = QDate::currentDate();
    return *core::fromQDate(date);
}

QString folderOf(const ExportSettings &settings)
{
    if (!settings.folder.isEmpty())
        return QDir::cleanPath(QDir::fromNativeSeparators(settings.folder));
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

std::vector<ExportItem> itemsOf(const ExportSubject &subject, const ExportSettings &settings)
{
    std::vector<ExportItem> items;
    switch (settings.what) {
    case ExportWhat::Pane:
        items.push_back(subject.panes[std::size_t(subject.activePane)]);
        break;
    case ExportWhat::Desk:
        items.push_back(*subject.desk);
        break;
    case ExportWhat::Panes:
        items = subject.panes;
        break;
    case ExportWhat::Watchlist:
        for (const QString &symbol : subject.watchlist)
            items.push_back(subject.watched(symbol));
        break;
    }
    for (ExportItem &item : items)
        item.spec = asExported(std::move(item.spec), settings);
    return items;
}

core::Result<std::vector<PlannedFile>> planFiles(const ExportSubject &subject, const ExportSettings &settings,
                                                 core::SessionDate today)
{
    const QString folder = folderOf(settings);
    std::vector<PlannedFile> files;
    QSet<QString> taken;
    std::vector<ExportItem> items = subject.isEmpty() ? std::vector<ExportItem>() : itemsOf(subject, settings);
    if (items.empty())
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("ExportPlan", "There is no chart to export."));
    for (ExportItem &item : items) {
        const charts::ChartSpec &spec = item.spec;
        const auto name = fileName(settings.pattern, {item.symbols(), spec.from, spec.to, spec.base, today,
                                                      settings.language, int(files.size()) + 1});
        if (!name)
            return tl::unexpected(name.error());
        // File systems of other computers do not tell capitals from small letters.
        const QString path = freeName(folder, *name, settings.format,
                                      [&](const QString &tried) { return !taken.contains(tried.toCaseFolded()); });
        taken.insert(path.toCaseFolded());
        files.push_back({std::move(item), path});
    }
    return files;
}

QStringList existingFiles(const std::vector<PlannedFile> &files)
{
    QStringList existing;
    for (const PlannedFile &file : files) {
        if (isTaken(file.path))
            existing.append(file.path);
    }
    return existing;
}

void keepBoth(std::vector<PlannedFile> &files)
{
    QSet<QString> planned;
    for (const PlannedFile &file : files)
        planned.insert(file.path.toCaseFolded());
    for (PlannedFile &file : files) {
        if (!isTaken(file.path))
            continue;
        const QFileInfo info(file.path);
        file.path = freeName(info.path(), info.completeBaseName(), info.suffix(), [&](const QString &tried) {
            return !isTaken(tried) && !planned.contains(tried.toCaseFolded());
        });
        planned.insert(file.path.toCaseFolded());
    }
}

} // namespace tickmark::exportdialog
