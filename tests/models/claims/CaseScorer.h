// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SampleQuotes.h"
#include <news/MentionFinder.h>
#include <news/NameList.h>

#include <QJsonObject>
#include <QStringList>

//! Compares the claims that are found in labelled texts with their labels. A claim counts when subject, kind, direction,
//! magnitudes, unit and hedge agree, and session, number of sessions where the label gives them. The verdicts of those that
//! count, judged by the sample's quotes, are compared where the label has one.
class CaseScorer
{
public:
    CaseScorer();

    //! One line of a file of cases, with its text in "text".
    void add(const QJsonObject &labelled);

    [[nodiscard]] int cases() const { return m_cases; }
    [[nodiscard]] double precision() const { return double(m_right) / std::max(1, m_right + m_false); }
    [[nodiscard]] double recall() const { return double(m_right) / std::max(1, m_right + m_missed); }
    [[nodiscard]] double verdictsRight() const { return double(m_verdictsRight) / std::max(1, m_verdicts); }
    //! One line per difference.
    [[nodiscard]] const QStringList &differences() const { return m_differences; }
    [[nodiscard]] QString summary() const;

private:
    [[nodiscard]] QString sessionOf(const QString &symbol, const struct FoundClaim &found) const;
    [[nodiscard]] bool isCalled(const tickmark::claims::Subject &subject, const QString &name,
                                const QString &language) const;
    void compareVerdict(const QString &what, const QString &expected, const struct FoundClaim &found);

    SampleQuotes m_quotes;
    tickmark::news::NameList m_names;
    tickmark::news::MentionFinder m_finder;
    tickmark::core::CalendarSet m_calendars;
    QStringList m_differences;
    int m_cases = 0;
    int m_right = 0;
    int m_false = 0;
    int m_missed = 0;
    int m_verdicts = 0;
    int m_verdictsRight = 0;
};
