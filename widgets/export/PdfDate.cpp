// SPDX-License-Identifier: GPL-3.0-or-later
#include "PdfDate.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace tickmark::exporting {

namespace {

constexpr qsizetype kOffsetDigits = 10;
constexpr qint64 kLatest = 253'402'300'799; // the end of the year 9999

//! A time with an offset from UTC is longer than one without, so all that stands behind it may move.
void moveOffsets(QByteArray &pdf, qsizetype behind, qsizetype by)
{
    const qsizetype table = pdf.lastIndexOf("\nxref\n") + 1;
    const qsizetype trailer = pdf.indexOf("trailer", table);
    if (by == 0 || table == 0 || trailer < 0)
        return;
    // "0000000249 00000 n ", below a line that counts them.
    for (qsizetype line = pdf.indexOf('\n', pdf.indexOf('\n', table) + 1) + 1; line + kOffsetDigits < trailer;
         line = pdf.indexOf('\n', line) + 1) {
        const qlonglong offset = pdf.mid(line, kOffsetDigits).toLongLong();
        if (offset > behind)
            pdf.replace(line, kOffsetDigits, QByteArray::number(offset + by).rightJustified(kOffsetDigits, '0'));
    }
    const qsizetype start = pdf.indexOf("startxref\n", trailer) + 10;
    qsizetype end = start;
    while (end < pdf.size() && pdf[end] >= '0' && pdf[end] <= '9')
        ++end;
    const qlonglong offset = pdf.mid(start, end - start).toLongLong();
    pdf.replace(start, end - start, QByteArray::number(offset + by));
}

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

QByteArray withCreationDate(QByteArray pdf, core::Time time)
{
    const QByteArray key("/CreationDate (");
    const qsizetype start = pdf.indexOf(key) + key.size();
    const qsizetype end = pdf.indexOf(')', start);
    if (start < key.size() || end < 0)
        return pdf;
    const QByteArray date = QDateTime::fromSecsSinceEpoch(time.ns / core::kNsPerSecond, Qt::UTC)
                                .toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'"))
                                .toLatin1();
    const qsizetype longer = date.size() - (end - start);
    pdf.replace(start, end - start, date);
    moveOffsets(pdf, start, longer);
    return pdf;
}

} // namespace tickmark::exporting
