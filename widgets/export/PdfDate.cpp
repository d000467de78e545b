// SPDX-License-Identifier: GPL-3.0-or-later
#include "PdfDate.h"

#include <QDateTime>

namespace tickmark::exporting {

namespace {

constexpr qsizetype kOffsetDigits = 10;

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

std::optional<qint64> sourceDateEpoch()
{
    bool isNumber = false;
    const qint64 seconds = qgetenv("SOURCE_DATE_EPOCH").toLongLong(&isNumber);
    return isNumber && seconds >= 0 ? std::optional(seconds) : std::nullopt;
}

QByteArray withCreationDate(QByteArray pdf, qint64 secondsSinceEpoch)
{
    const QByteArray key("/CreationDate (");
    const qsizetype start = pdf.indexOf(key) + key.size();
    const qsizetype end = pdf.indexOf(')', start);
    if (start < key.size() || end < 0)
        return pdf;
    const QByteArray date = QDateTime::fromSecsSinceEpoch(secondsSinceEpoch, Qt::UTC)
                                .toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'"))
                                .toLatin1();
    const qsizetype longer = date.size() - (end - start);
    pdf.replace(start, end - start, date);
    moveOffsets(pdf, start, longer);
    return pdf;
}

} // namespace tickmark::exporting
