// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <tables/ClaimTopics.h>

#include <QAbstractListModel>

namespace tickmark::claimview {

//! A number of a topic as its row shows it: what the claims that state it have in common.
struct StatedNumber
{
    claims::VerdictCode code = claims::VerdictCode::NoData;
    QString text;  //!< "−17%"
    int times = 1; //!< stated so often with this verdict
};

//! The topics of a session. GUI thread; values that refer to a book, which whoever sets them keeps as long.
class CompareTopicModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit CompareTopicModel(core::Formats formats, QObject *parent = nullptr);

    void setTopics(std::vector<tables::ClaimTopic> topics);
    //! Shows everything again: also for a change of language.
    void setFormats(core::Formats formats);
    [[nodiscard]] const std::vector<tables::ClaimTopic> &topics() const { return m_topics; }
    [[nodiscard]] const core::Formats &formats() const { return m_formats; }
    //! Each different number once, in the order of the claims.
    [[nodiscard]] std::vector<StatedNumber> numbersOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    //! Qt::DisplayRole is the subject; Qt::AccessibleTextRole all that the row shows.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    core::Formats m_formats;
    std::vector<tables::ClaimTopic> m_topics;
};

} // namespace tickmark::claimview
