// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>
#include <vector>

namespace tickmark::sources {

enum class RejectReason {
    FieldCount,     //!< more or fewer fields than columns
    BadDate,        //!< not a date of the form the others have
    DateOutOfRange, //!< before 1800 or after 2100; epoch numbers: before 1970
    TimeFarOff,     //!< of a tick: before 1970-01-02, after 2100 or decades from the others, as a wrong unit makes it
    TimeInGap,      //!< the clocks went forward over it
    AmbiguousTime,  //!< the clocks went back, and the file does not tell which of the two it is
    MissingPrice,
    BadNumber,
    BadShareCount,    //!< not a whole number, or not above zero
    BadActionKind,    //!< neither a split nor a dividend
    BadRatio,         //!< of a split: no two numbers above zero, or one to one
    AmbiguousRatio,   //!< of a split: could be a reverse one or not
    BadAmount,        //!< of a dividend: no number above zero, or one that could be read in two ways
    BadCurrency,      //!< not of three letters
    SecondAction,     //!< of an instrument that has another split, or another dividend, on that day
    NumberOutOfRange, //!< does not fit 64 bits at its decimals
    NegativeVolume,
    MissingSymbol,
    BadSymbol, //!< longer than 64 characters, or with control characters or broken encoding
    TooManySymbols,
    LineTooLong, //!< over 1 MiB
    OpenQuote,   //!< a quotation mark that is never closed
    BinaryData,  //!< a NUL byte
};

//! snake_case code for JSON: "field_count", "bad_date", ...
[[nodiscard]] QString rejectCode(RejectReason reason);
//! A translated whole sentence.
[[nodiscard]] QString rejectText(RejectReason reason);
//! That of the reason with this code; empty: there is none. Where two have one, of a table of quotes.
[[nodiscard]] QString rejectText(const QString &code);

//! One row of a file that was not taken.
struct Reject
{
    qint64 line = 0; //!< of the row's first line, from 1
    RejectReason reason = RejectReason::BadDate;
    QString excerpt; //!< first 200 characters of the row; control characters shown as U+FFFD
};

//! All rejects of one file: counted all, kept in full up to kKept.
class RejectList
{
public:
    static constexpr int kKept = 1'000;

    void add(qint64 line, RejectReason reason, std::string_view utf8Row);

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] const std::vector<Reject> &kept() const { return m_kept; }

private:
    qint64 m_count = 0;
    std::vector<Reject> m_kept;
};

} // namespace tickmark::sources
