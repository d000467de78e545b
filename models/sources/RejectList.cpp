// SPDX-License-Identifier: GPL-3.0-or-later
#include "RejectList.h"

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::sources {

namespace {

struct RejectText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::Reject)
};

constexpr qsizetype kExcerptLength = 200;

QString excerptOf(std::string_view utf8Row)
{
    // Four bytes are the longest character, so this cuts none of the first 200.
    const std::string_view front = utf8Row.substr(0, size_t(kExcerptLength) * 4);
    QString text = QString::fromUtf8(front.data(), qsizetype(front.size()));
    if (text.size() > kExcerptLength) {
        const bool insidePair = text.at(kExcerptLength - 1).isHighSurrogate();
        text.truncate(insidePair ? kExcerptLength - 1 : kExcerptLength);
    }
    for (QChar &c : text) {
        const bool direction = (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        if ((c.category() == QChar::Other_Control && c != QLatin1Char('\t')) || direction)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

QString rejectCode(RejectReason reason)
{
    switch (reason) {
    case RejectReason::FieldCount:
        return QStringLiteral("field_count");
    case RejectReason::BadDate:
        return QStringLiteral("bad_date");
    case RejectReason::DateOutOfRange:
        return QStringLiteral("date_out_of_range");
    case RejectReason::TimeFarOff:
        return QStringLiteral("time_far_off");
    case RejectReason::TimeInGap:
        return QStringLiteral("time_in_gap");
    case RejectReason::AmbiguousTime:
        return QStringLiteral("ambiguous_time");
    case RejectReason::MissingPrice:
        return QStringLiteral("missing_price");
    case RejectReason::BadNumber:
    case RejectReason::BadShareCount:
        return QStringLiteral("bad_number");
    case RejectReason::BadActionKind:
        return QStringLiteral("bad_kind");
    case RejectReason::BadRatio:
        return QStringLiteral("bad_ratio");
    case RejectReason::AmbiguousRatio:
        return QStringLiteral("ambiguous_ratio");
    case RejectReason::BadAmount:
        return QStringLiteral("bad_amount");
    case RejectReason::BadCurrency:
        return QStringLiteral("bad_currency");
    case RejectReason::SecondAction:
        return QStringLiteral("second_action");
    case RejectReason::NumberOutOfRange:
        return QStringLiteral("number_out_of_range");
    case RejectReason::NegativeVolume:
        return QStringLiteral("negative_volume");
    case RejectReason::MissingSymbol:
        return QStringLiteral("missing_symbol");
    case RejectReason::BadSymbol:
        return QStringLiteral("bad_symbol");
    case RejectReason::TooManySymbols:
        return QStringLiteral("too_many_symbols");
    case RejectReason::LineTooLong:
        return QStringLiteral("line_too_long");
    case RejectReason::OpenQuote:
        return QStringLiteral("open_quote");
    case RejectReason::BinaryData:
        break;
    }
    return QStringLiteral("binary_data");
}

QString rejectText(RejectReason reason)
{
    switch (reason) {
    case RejectReason::FieldCount:
        return RejectText::tr("The row has more or fewer fields than the file has columns.");
    case RejectReason::BadDate:
        return RejectText::tr("The date or time cannot be read.");
    case RejectReason::DateOutOfRange:
        return RejectText::tr("The date is too far in the past or in the future.");
    case RejectReason::TimeFarOff:
        return RejectText::tr(
            "The time lies before 1970, after 2100 or decades from that of the other rows; perhaps it "
            "is counted in another unit.");
    case RejectReason::TimeInGap:
        return RejectText::tr("The clocks went forward over this time: it never was.");
    case RejectReason::AmbiguousTime:
        return RejectText::tr(
            "The clocks went back: this time was twice, and the file does not say which one is meant.");
    case RejectReason::MissingPrice:
        return RejectText::tr("A price is missing.");
    case RejectReason::BadNumber:
        return RejectText::tr("A price or the volume is not a number.");
    case RejectReason::BadShareCount:
        return RejectText::tr("The number of shares is not a whole number.");
    case RejectReason::BadActionKind:
        return RejectText::tr("The kind is neither split nor dividend.");
    case RejectReason::BadRatio:
        return RejectText::tr("The ratio is not one of new to old shares, such as 10:1.");
    case RejectReason::AmbiguousRatio:
        return RejectText::tr(
            "The ratio can be read both ways: write new to old shares (10:1), or call it a reverse split.");
    case RejectReason::BadAmount:
        return RejectText::tr("The amount is missing, or is no number that can be read in one way only.");
    case RejectReason::BadCurrency:
        return RejectText::tr("The currency is not a code of three letters, such as USD.");
    case RejectReason::SecondAction:
        return RejectText::tr("A row before has another split or dividend for the same day. Write one row for both.");
    case RejectReason::NumberOutOfRange:
        return RejectText::tr("A number is too large.");
    case RejectReason::NegativeVolume:
        return RejectText::tr("The volume is negative.");
    case RejectReason::MissingSymbol:
        return RejectText::tr("The symbol is missing.");
    case RejectReason::BadSymbol:
        return RejectText::tr("The symbol is too long or has characters that no symbol has.");
    case RejectReason::TooManySymbols:
        return RejectText::tr("The file has too many different symbols.");
    case RejectReason::LineTooLong:
        return RejectText::tr("The line is longer than a megabyte.");
    case RejectReason::OpenQuote:
        return RejectText::tr("A quotation mark is never closed.");
    case RejectReason::BinaryData:
        break;
    }
    return RejectText::tr("The row has bytes in it that are not text.");
}

QString rejectText(const QString &code)
{
    for (int i = 0; i <= int(RejectReason::BinaryData); ++i) {
        if (rejectCode(RejectReason(i)) == code)
            return rejectText(RejectReason(i));
    }
    return {};
}

void RejectList::add(qint64 line, RejectReason reason, std::string_view utf8Row)
{
    ++m_count;
    if (m_kept.size() < size_t(kKept))
        m_kept.push_back({line, reason, excerptOf(utf8Row)});
}

} // namespace tickmark::sources
