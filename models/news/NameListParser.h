// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NameList.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace tickmark::news {

//! Reads one file of names (resources/names/README.md) and checks it: known keys only, symbols and names unique, every
//! caution about a name that the instrument has. The first fault ends it, named with the file and the entry.
class NameListParser
{
    Q_DECLARE_TR_FUNCTIONS(NameListParser)

public:
    explicit NameListParser(QString fileName);

    [[nodiscard]] core::Result<NameList> parse(const QByteArray &bytes);
    //! For faults that show only between files.
    [[nodiscard]] static tl::unexpected<core::Error> fault(const QString &fileName, const QString &what);

private:
    [[nodiscard]] tl::unexpected<core::Error> fault(const QString &what) const { return fault(m_fileName, what); }
    [[nodiscard]] core::Result<void> readWords(const QJsonObject &words);
    [[nodiscard]] core::Result<NameGroup> readGroup(const QJsonObject &root) const;
    [[nodiscard]] core::Result<NameEntry> readEntry(const QJsonObject &object) const;
    [[nodiscard]] core::Result<void> readNames(const QJsonObject &object, core::Instrument &instrument) const;
    [[nodiscard]] core::Result<void> readCautions(const QJsonObject &object, NameEntry &entry) const;
    [[nodiscard]] core::Result<QStringList> readList(const QJsonValue &value, const QString &where) const;

    QString m_fileName;
    NameList m_list;
};

} // namespace tickmark::news
