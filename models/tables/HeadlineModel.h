// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Headline.h"
#include "HeadlineVerdicts.h"

#include <QAbstractListModel>
#include <QHash>

#include <optional>
#include <vector>

namespace tickmark::tables {

//! The headlines of a store, newest first. GUI thread; holds values only, and of what it is asked it makes nothing but the
//! words of verdicts, once per headline. Goes stale when news, instruments or claims change: whoever shows it loads again
//! and sets the new ones.
class HeadlineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        TitleRole,       //!< QString, one line
        PublisherRole,   //!< QString
        PublishedRole,   //!< qint64, ns since 1970 UTC
        LanguageRole,    //!< QString, code
        LinkRole,        //!< QString, may be empty
        InstrumentsRole, //!< QList<NamedInstrument>
        ReadRole,        //!< bool
        ExcerptRole,     //!< QString as stored
        JudgedRole,      //!< bool: VerdictsRole gives some; cheaper than to ask for them
        VerdictsRole     //!< QList<HeadlineVerdict>
    };

    using QAbstractListModel::QAbstractListModel;

    void setHeadlines(std::vector<Headline> headlines);
    //! Of the headlines that are here and those that come. The rows stay; what filters by verdict has to filter again.
    void setVerdicts(HeadlineVerdicts verdicts);
    [[nodiscard]] const std::vector<Headline> &headlines() const { return m_headlines; }
    //! Valid until the next setHeadlines(); null when it is not there.
    [[nodiscard]] const Headline *find(qint64 newsId) const;
    [[nodiscard]] std::optional<int> rowOf(qint64 newsId) const;
    //! Ids that are not here are passed over.
    void markRead(const std::vector<qint64> &newsIds, bool read);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    //! Qt::DisplayRole and Qt::AccessibleTextRole are the title, Qt::AccessibleDescriptionRole the verdicts in words.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void noteVerdicts();

    std::vector<Headline> m_headlines;
    HeadlineVerdicts m_verdicts;
    QHash<qint64, int> m_rows;
};

} // namespace tickmark::tables
