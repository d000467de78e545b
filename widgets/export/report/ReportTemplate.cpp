// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportTemplate.h"

#include <export/OutputFile.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace tickmark::report {

namespace {

constexpr qint64 kMostBytes = 1 << 20;

core::Result<ReportTemplate> readFile(QFile &file, const QString &name)
{
    if (!file.open(QIODevice::ReadOnly))
        return core::failure(file.exists() ? core::ErrorCode::Io : core::ErrorCode::NotFound,
                             QCoreApplication::translate("ReportTemplate", "The template %1 cannot be read.").arg(name),
                             file.errorString());
    // One more than is allowed, so that a device or pipe that never ends does end.
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes)
        return core::failure(
            core::ErrorCode::InvalidInput,
            QCoreApplication::translate("ReportTemplate", "The template %1 is larger than 1 MB.").arg(name));
    return parseTemplate(bytes, name);
}

} // namespace

QString usualHeading(SectionKind kind)
{
    switch (kind) {
    case SectionKind::Summary:
        return QCoreApplication::translate("Report", "Summary");
    case SectionKind::Chart:
        return QCoreApplication::translate("Report", "Charts");
    case SectionKind::Headlines:
        return QCoreApplication::translate("Report", "Headlines");
    case SectionKind::Verdicts:
        return QCoreApplication::translate("Report", "Numbers in the news, checked");
    case SectionKind::Quality:
        return QCoreApplication::translate("Report", "Notes on the quotes");
    case SectionKind::Method:
        return QCoreApplication::translate("Report", "How the verdicts come about");
    case SectionKind::Sources:
        return QCoreApplication::translate("Report", "Sources");
    case SectionKind::Text:
        break;
    }
    return {};
}

QStringList builtInTemplates()
{
    return {QStringLiteral("standard"), QStringLiteral("brief"), QStringLiteral("factcheck")};
}

core::Result<ReportTemplate> builtInTemplate(const QString &name)
{
    QFile file(QStringLiteral(":/report/") + name + QStringLiteral(".json"));
    return readFile(file, name);
}

core::Result<ReportTemplate> loadTemplate(const QString &path)
{
    QFile file(path);
    return readFile(file, QDir::toNativeSeparators(path));
}

core::Result<> saveTemplate(const ReportTemplate &value, const QString &path, bool overwrite)
{
    auto file = exporting::OutputFile::create(path, overwrite);
    if (!file)
        return tl::unexpected(file.error());
    const QByteArray json = templateJson(value);
    if ((*file)->device().write(json) != json.size())
        return tl::unexpected((*file)->writeError());
    return (*file)->commit();
}

} // namespace tickmark::report
