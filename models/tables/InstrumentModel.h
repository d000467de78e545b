// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <core/Instrument.h>
#include <pipeline/StoreSession.h>
#include <store/StoreTypes.h>

#include <QAbstractTableModel>
#include <QPointer>

#include <optional>
#include <stop_token>
#include <vector>

namespace tickmark::tables {

//! One instrument with what the store has of it.
struct InstrumentRow
{
    core::Instrument instrument;
    std::optional<core::SessionDate> first; //!< of its quotes, of all series; nothing without quotes
    std::optional<core::SessionDate> last;
    QStringList sources; //!< of its series, each once
};

//! All instruments of a store as a flat table. Reads off the GUI thread; values only. Lives on the GUI thread, stale
//! between a change of the store and loaded().
class InstrumentModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        SymbolColumn,
        NameColumn,
        KindColumn,
        ExchangeColumn,
        CurrencyColumn,
        FromColumn,
        ToColumn,
        SourceColumn,
        kColumns
    };
    //! Symbol, names, short names and aliases in every language, for a filter.
    static constexpr int kSearchRole = Qt::UserRole + 1;
    //! What a column sorts by: text, or a number for dates.
    static constexpr int kSortRole = Qt::UserRole + 2;

    explicit InstrumentModel(const core::Formats &formats, QObject *parent = nullptr);
    ~InstrumentModel() override;

    void setSession(pipeline::StoreSession *session);
    void setFormats(const core::Formats &formats);
    //! Null when out of range. Valid until the model changes.
    [[nodiscard]] const InstrumentRow *rowAt(int row) const;
    //! -1 when it is not there.
    [[nodiscard]] int rowOf(qint64 instrumentId) const;
    //! Without regard to case; 0 when it is not there.
    [[nodiscard]] qint64 idOf(const QString &symbol) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

public Q_SLOTS:
    void retranslate();
    void reload();

Q_SIGNALS:
    void loaded();
    void failed(const tickmark::core::Error &error);

private:
    [[nodiscard]] QString cellText(const InstrumentRow &row, int column) const;

    core::Formats m_formats;
    QPointer<pipeline::StoreSession> m_session;
    std::vector<InstrumentRow> m_rows; //!< by symbol
    std::stop_source m_stop;
};

//! "Share", "Index", ... in the language of the program.
[[nodiscard]] QString kindName(core::InstrumentKind kind);

} // namespace tickmark::tables
