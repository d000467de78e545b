// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <claims/Judge.h>

#include <QJsonObject>
#include <QString>

#include <optional>

namespace tickmark::newsview {

//! What the user chose in the filter row, as words: independent of the store's ids, so that it can be kept.
struct HeadlineChoice
{
    QString text;
    QString symbol;    //!< empty: all instruments
    QString publisher; //!< empty: all
    QString language;  //!< empty: all
    bool inViewOnly = false;
    bool unreadOnly = false;
    std::optional<claims::VerdictCode> verdict; //!< nothing: all

    [[nodiscard]] bool isEmpty() const { return *this == HeadlineChoice(); }
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static HeadlineChoice fromJson(const QJsonObject &json);
    friend bool operator==(const HeadlineChoice &, const HeadlineChoice &) = default;
};

} // namespace tickmark::newsview
