// SPDX-License-Identifier: GPL-3.0-or-later
#include "PdfDate.h"

#include <QDateTime>
#include <QTimeZone>

namespace tickmark::report {

namespace {

constexpr qint64 kLatest = 253'402'300'799; // the end of the year 9999

} // namespace

std::optional<core::Time> sourceDate()
{
    bool isNumber = false;
    const qint64 seconds = qgetenv("SOURCE_DATE_EPOCH").toLongLong(&isNumber);
    constexpr qint64 kMost = std::numeric_limits<qint64>::max() / core::kNsPerSecond;
    if (!isNumber || seconds < 0 || seconds > std::min(kLatest, kMost))
        return std::nullopt;
    return core::Time{seconds * core::kNsPerSecond};
}

void setPdfDate(QByteArray &pdf, core::Time time)
{
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(time.ns / core::kNsPerSecond, Qt::UTC);
    const QByteArray digits = moment.toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    for (const QByteArrayView key : {QByteArrayView("/CreationDate (D:"), QByteArrayView("/ModDate (D:")}) {
        for (qsizetype at = pdf.indexOf(key); at >= 0; at = pdf.indexOf(key, at + 1)) {
            const qsizetype begin = at + key.size();
            const qsizetype end = pdf.indexOf(')', begin);
            if (end - begin < digits.size())
                continue;
            pdf.replace(begin, digits.size(), digits);
            // "+09'00'" behind it: no offset, but the place of one.
            for (qsizetype i = begin + digits.size(); i < end; ++i) {
                char &c = pdf[i];
                c = c == '-' ? '+' : c >= '0' && c <= '9' ? '0' : c;
            }
        }
    }
}

} // namespace tickmark::report
