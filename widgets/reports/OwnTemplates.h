// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QString>

#include <report/ReportTemplate.h>

#include <vector>

//! The user's own report templates: a JSON file each in one folder, which the command line reads too. Any thread; all of
//! them touch the disk.
namespace tickmark::reportview {

//! Where they are kept.
[[nodiscard]] QString ownTemplateFolder();

struct OwnTemplate
{
    QString path;
    report::ReportTemplate value;

    [[nodiscard]] const QString &name() const { return value.name.en; } //!< the same in every language
};

struct OwnTemplateList
{
    std::vector<OwnTemplate> templates; //!< by name
    std::vector<core::Error> damaged;   //!< a file that cannot be read, each
};

[[nodiscard]] OwnTemplateList listOwnTemplates(const QString &folder);

//! Under that name; its path. InvalidInput without a name; AlreadyExists for the name of another one unless `replace`;
//! errors as exporting::OutputFile.
[[nodiscard]] core::Result<QString> saveOwnTemplate(const QString &folder, const QString &name,
                                                    report::ReportTemplate value, bool replace);
//! Its path from then on. Errors as saveOwnTemplate(), and those of reading it.
[[nodiscard]] core::Result<QString> renameOwnTemplate(const QString &folder, const QString &path, const QString &name);
[[nodiscard]] core::Result<> removeOwnTemplate(const QString &path);

} // namespace tickmark::reportview
