// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TextDecoder.h"

#include <string>
#include <string_view>
#include <vector>

namespace tickmark::sources {

//! One field of the sample and where it stands.
struct SampleCell
{
    std::string_view text; //!< without blanks around it
    qint64 line = 0;
};

//! The first rows of a file, split with one separator. Views point into the table's own text.
class SampleTable
{
public:
    struct Row
    {
        qint64 line = 0;
        std::vector<std::string> fields; //!< without blanks around them
        qint64 nextLine = 0;             //!< where the next row begins, be it one with faults
    };

    //! `text` is UTF-8; with `isWhole` false its last row may be cut and is left out. Rows with faults are left out too.
    [[nodiscard]] static SampleTable split(std::string_view text, bool isWhole, char separator, char quote);

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    //! Where the first row begins, be it one with faults; 1 for no rows.
    [[nodiscard]] qint64 firstLine() const { return m_firstLine; }
    //! The number of fields that most rows have; 0 for no rows.
    [[nodiscard]] size_t usualWidth() const { return m_width; }
    //! Share of rows with that many fields.
    [[nodiscard]] double regularity() const { return m_regularity; }
    //! Fields of one column from `firstLine` on, of rows wide enough to have it; blank ones and markers of a missing value
    //! are left out.
    [[nodiscard]] std::vector<SampleCell> column(size_t index, qint64 firstLine) const;

private:
    //! Reads all rows; true when some take several lines, as a stray quotation mark makes them.
    bool scan(std::string_view text, bool isWhole, char separator, char quote, size_t expectedFields);
    void measure();

    std::vector<Row> m_rows;
    qint64 m_firstLine = 1;
    size_t m_width = 0;
    double m_regularity = 0;
};

//! "", "NA", "NaN", "null", "-" ...: stands for a value that is not there.
[[nodiscard]] bool isMissing(std::string_view trimmed);
//! Of those the one that claims to be a number and is none, in any case.
[[nodiscard]] bool isNaN(std::string_view trimmed);
//! Without blanks and tabs around it.
[[nodiscard]] std::string_view trimmedField(std::string_view text);
//! Written with digits and marks only, as numbers, dates and times are (a month's name makes it no number).
[[nodiscard]] bool looksNumeric(std::string_view trimmed);

} // namespace tickmark::sources
