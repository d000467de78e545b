// SPDX-License-Identifier: GPL-3.0-or-later
#include "OwnTemplates.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

namespace tickmark::reportview {

using core::Result;

namespace {

constexpr qsizetype kLongestName = 80;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(OwnTemplates)
};

//! The letters of a name that every file system takes, and a mark of all of them, so that no two names share a file.
QString fileNameOf(const QString &name)
{
    QString plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            plain.append(c);
        else if ((c == u' ' || c == u'-') && !plain.isEmpty() && !plain.endsWith(u'-'))
            plain.append(u'-');
    }
    const QByteArray mark = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1).toHex().left(8);
    return plain.left(40) + u'-' + QString::fromLatin1(mark) + QStringLiteral(".json");
}

Result<QString> checkedName(const QString &name)
{
    QString plain = name.simplified().left(kLongestName);
    if (plain.isEmpty())
        return core::failure(core::ErrorCode::InvalidInput, Texts::tr("A template needs a name."));
    return plain;
}

} // namespace

QString ownTemplateFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/report-templates");
}

OwnTemplateList listOwnTemplates(const QString &folder)
{
    OwnTemplateList list;
    const QDir dir(folder);
    for (const QString &file : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const QString path = dir.filePath(file);
        auto value = report::loadTemplate(path);
        if (!value) {
            list.damaged.push_back(value.error());
            continue;
        }
        // One that was put there by hand need not have a name.
        if (value->name.en.isEmpty())
            value->name.en = value->name.de.isEmpty() ? QFileInfo(file).completeBaseName() : value->name.de;
        list.templates.push_back({path, std::move(*value)});
    }
    std::ranges::sort(list.templates, [](const OwnTemplate &a, const OwnTemplate &b) {
        return QString::localeAwareCompare(a.name(), b.name()) < 0;
    });
    return list;
}

Result<QString> saveOwnTemplate(const QString &folder, const QString &name, report::ReportTemplate value, bool replace)
{
    const auto plain = checkedName(name);
    if (!plain)
        return plain;
    if (!QDir().mkpath(folder))
        return core::failure(core::ErrorCode::Io, Texts::tr("The folder %1 cannot be made.").arg(folder));
    QString path = QDir(folder).filePath(fileNameOf(*plain));
    for (const OwnTemplate &other : listOwnTemplates(folder).templates) {
        if (other.name() != *plain)
            continue;
        if (!replace)
            return core::failure(core::ErrorCode::AlreadyExists,
                                 Texts::tr("There is a template “%1” already.").arg(*plain));
        path = other.path;
    }
    value.name = {*plain, *plain};
    if (const auto saved = report::saveTemplate(value, path, true); !saved)
        return tl::unexpected(saved.error());
    return path;
}

Result<QString> renameOwnTemplate(const QString &folder, const QString &path, const QString &name)
{
    auto value = report::loadTemplate(path);
    if (!value)
        return tl::unexpected(value.error());
    const auto plain = checkedName(name);
    if (!plain || *plain == value->name.en)
        return plain ? Result<QString>(path) : plain;
    auto saved = saveOwnTemplate(folder, *plain, std::move(*value), false);
    if (!saved)
        return saved;
    if (*saved != path) {
        if (const auto removed = removeOwnTemplate(path); !removed)
            return tl::unexpected(removed.error());
    }
    return saved;
}

Result<> removeOwnTemplate(const QString &path)
{
    QFile file(path);
    if (file.exists() && !file.remove())
        return core::failure(core::ErrorCode::Io,
                             Texts::tr("The template %1 cannot be deleted.").arg(QDir::toNativeSeparators(path)),
                             file.errorString());
    return {};
}

} // namespace tickmark::reportview
