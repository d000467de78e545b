// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace tickmark::desk {

//! The instruments whose symbol, names or aliases, in any language, hold every word of a text; those that begin with it
//! first. Capitals and accents do not count, and "ü" is "ue". Holds values; GUI thread.
class InstrumentChoices : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SymbolRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    //! `language` of the names that are shown.
    void setInstruments(std::vector<core::Instrument> instruments, const QString &language);
    void setText(const QString &text);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    //! What is searched of one instrument, folded.
    struct Entry
    {
        core::Instrument instrument;
        QStringList words;
    };
    void choose();

    std::vector<Entry> m_entries;
    std::vector<std::size_t> m_chosen;
    QString m_language;
    QString m_text;
};

} // namespace tickmark::desk
