// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceDraft.h"

#include <QAbstractTableModel>

#include <vector>

namespace tickmark::dialogs {

//! The instruments of a store as one source sees them: which of them it is asked for, and how it spells each. Works on a
//! draft of its own, which the form reads back. GUI thread.
class SourceInstrumentModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Symbol, Name, Spelling, ColumnCount };

    explicit SourceInstrumentModel(QString language, QObject *parent = nullptr);

    //! Symbols of the draft that the store does not have are listed, too.
    void show(const SourceDraft &draft, std::vector<core::Instrument> instruments);
    //! Another provider spells otherwise.
    void setProvider(const QString &code);
    void setOnlyChosen(bool onlyChosen);
    void setLanguage(const QString &language);

    [[nodiscard]] const QStringList &symbols() const { return m_setup.symbols; }
    [[nodiscard]] const QMap<QString, QString> &spellings() const { return m_setup.spellings; }
    //! How many the source is asked for.
    [[nodiscard]] int count() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    //! By the user.
    void edited();

private:
    [[nodiscard]] bool isAsked(const core::Instrument &instrument) const;
    void spell(const QString &symbol, const QString &text);
    void arrange();

    QString m_language;
    store::SourceSetup m_setup; //!< provider, symbols and spellings of it
    bool m_onlyChosen = false;
    std::vector<core::Instrument> m_instruments;
};

} // namespace tickmark::dialogs
