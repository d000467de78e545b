// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <tables/ClaimTopics.h>

#include <QAbstractListModel>

#include <memory>
#include <optional>
#include <vector>

namespace tickmark::claimview {

using SessionTopicsPtr = std::shared_ptr<const tables::SessionTopics>;

//! Which topics of a session are wanted; what is set must all fit.
struct TopicFilter
{
    QString subject;                         //!< ClaimTopic::subject; empty: all
    std::optional<claims::VerdictCode> code; //!< at least one claim came out so
    bool severalOnly = false;                //!< stated by more than one claim

    [[nodiscard]] bool matches(const tables::ClaimTopic &topic) const;
    friend bool operator==(const TopicFilter &, const TopicFilter &) = default;
};

//! The topics of a session that a filter leaves. GUI thread; refers to a book, which whoever sets the topics keeps as long.
class CompareTopicModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit CompareTopicModel(core::Formats formats, QObject *parent = nullptr);

    //! Null, or a session that they have nothing of: none.
    void setTopics(SessionTopicsPtr topics, std::optional<core::SessionDate> session);
    void setFilter(const TopicFilter &filter);
    //! Shows everything again: also for a change of language.
    void setFormats(core::Formats formats);

    //! Of the session, whatever the filter.
    [[nodiscard]] const std::vector<tables::ClaimTopic> &all() const;
    [[nodiscard]] const tables::ClaimTopic &topicAt(int row) const { return all()[m_rows[std::size_t(row)]]; }
    //! -1: the filter hides it. `topic` is one of all().
    [[nodiscard]] int rowOf(const tables::ClaimTopic &topic) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    //! Qt::DisplayRole is the subject; Qt::AccessibleTextRole what the row shows.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void chooseRows();

    core::Formats m_formats;
    SessionTopicsPtr m_topics;
    const std::vector<tables::ClaimTopic> *m_all = nullptr; //!< of m_topics
    TopicFilter m_filter;
    std::vector<std::size_t> m_rows;
};

} // namespace tickmark::claimview
