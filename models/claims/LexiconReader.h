// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LexiconData.h"
#include <core/Result.h>

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonObject>

#include <memory>

namespace tickmark::claims {

//! Reads one lexicon file, once. resources/lexicon/README.md describes the format.
class LexiconReader
{
    Q_DECLARE_TR_FUNCTIONS(LexiconReader)

public:
    explicit LexiconReader(QString fileName) : m_fileName(std::move(fileName)) {}

    [[nodiscard]] core::Result<std::shared_ptr<const LexiconData>> read(const QByteArray &json);

private:
    [[nodiscard]] tl::unexpected<core::Error> fault(const QString &what) const;
    core::Result<void> readHead(const QJsonObject &root);
    core::Result<void> readWords(const QJsonObject &words);
    core::Result<void> readSymbols(const QJsonObject &symbols);
    core::Result<void> readTails(const QJsonObject &tails);
    void readNumberWords(const QJsonObject &rules);
    core::Result<void> readSeparable(const QJsonObject &separable);
    void addSeparable(const QJsonObject &separable, const QString &particle, const QString &base, Direction direction);

    QString m_fileName;
    std::shared_ptr<LexiconData> m_data = std::make_shared<LexiconData>();
    QStringList m_bases;
    QStringList m_particles;
};

} // namespace tickmark::claims
