// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickPrinter.h"

#include <export/CsvCell.h>

#include <QJsonDocument>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>

namespace tickmark::app {

namespace {

constexpr std::size_t kRowsAtOnce = 1'024;
constexpr std::size_t kLongestRow = 160; //!< without the tail of the series
constexpr int kTimeWidth = 30;
constexpr int kNumberWidth = 16;

char *put(char *to, std::string_view text)
{
    std::memcpy(to, text.data(), text.size());
    return to + text.size();
}

//! Exactly `count` digits.
char *putDigits(char *to, qint64 value, int count)
{
    for (int i = count - 1; i >= 0; --i) {
        to[i] = char('0' + value % 10);
        value /= 10;
    }
    return to + count;
}

char *putDecimal(char *to, qint64 units, int decimals)
{
    if (units < 0)
        *to++ = '-';
    const quint64 size = units < 0 ? 0 - quint64(units) : quint64(units);
    const auto scale = quint64(core::powerOfTen(decimals));
    to = std::to_chars(to, to + 20, size / scale).ptr;
    if (decimals == 0)
        return to;
    *to++ = '.';
    return putDigits(to, qint64(size % scale), decimals);
}

//! Moves what stands from `begin` to `end` to the right end of `width` characters, or fills up behind it.
char *align(char *begin, char *end, int width, bool right)
{
    const auto gap = std::max<std::ptrdiff_t>(width - (end - begin), 0);
    if (right)
        std::memmove(begin + gap, begin, std::size_t(end - begin));
    std::memset(right ? begin : end, ' ', std::size_t(gap));
    return end + gap;
}

//! "key":"text" as JSON has it.
QByteArray jsonPair(const char *key, const QString &text)
{
    const QByteArray object = QJsonDocument(QJsonObject{{QLatin1String(key), text}}).toJson(QJsonDocument::Compact);
    return object.mid(1, object.size() - 2);
}

} // namespace

TickPrinter::TickPrinter(std::FILE *out, OutputFormat format, const std::array<QString, 6> &titles)
    : m_out(out), m_format(format)
{
    QByteArray head;
    if (format == OutputFormat::Csv) {
        head = "time,price,size,field,kind,source\n";
    } else if (format == OutputFormat::Json) {
        head = "{\"schema\":1,\"ticks\":[";
    } else {
        const QString space = QStringLiteral("  ");
        head = QString(titles[0].leftJustified(kTimeWidth) + space + titles[1].rightJustified(kNumberWidth) + space
                       + titles[2].rightJustified(kNumberWidth) + space + titles[3] + space + titles[4] + space
                       + titles[5] + u'\n')
                   .toUtf8();
    }
    m_failed = std::fwrite(head.constData(), 1, std::size_t(head.size()), m_out) != std::size_t(head.size());
}

void TickPrinter::begin(const core::Series &series)
{
    m_priceDecimals = series.priceDecimals;
    m_sizeDecimals = series.sizeDecimals;
    const QString field = core::fieldCode(series.field);
    const QString kind = core::seriesKindCode(series.kind);
    QByteArray tail;
    switch (m_format) {
    case OutputFormat::Csv:
        tail = ',' + field.toLatin1() + ',' + kind.toLatin1() + ',' + exporting::csvText(series.source) + '\n';
        break;
    case OutputFormat::Json:
        tail = "\"," + jsonPair("field", field) + ',' + jsonPair("kind", kind) + ',' + jsonPair("source", series.source)
               + '}';
        break;
    case OutputFormat::Plain:
        tail = QString(QStringLiteral("  ") + field + QStringLiteral("  ") + kind + QStringLiteral("  ")
                       + series.source.simplified() + u'\n')
                   .toUtf8();
    }
    m_tail = tail.toStdString();
}

char *TickPrinter::putTime(char *to, core::Time time)
{
    if (time.ns < m_dayBeginNs || time.ns - m_dayBeginNs >= core::kNsPerDay || m_dayBeginNs == 1) {
        const core::SessionDate date = core::SessionDate::utcDateOf(time);
        m_dayBeginNs = date.utcMidnight().ns;
        const std::string iso = date.iso();
        std::copy_n(iso.begin(), std::min<std::size_t>(iso.size(), 10), m_day.begin());
        m_day[10] = 'T';
    }
    to = put(to, {m_day.data(), m_day.size()});
    const qint64 ns = time.ns - m_dayBeginNs;
    const qint64 second = ns / core::kNsPerSecond;
    to = putDigits(to, second / 3'600, 2);
    *to++ = ':';
    to = putDigits(to, second / 60 % 60, 2);
    *to++ = ':';
    to = putDigits(to, second % 60, 2);
    if (const qint64 fraction = ns % core::kNsPerSecond; fraction != 0) {
        *to++ = '.';
        if (fraction % 1'000'000 == 0)
            to = putDigits(to, fraction / 1'000'000, 3);
        else if (fraction % 1'000 == 0)
            to = putDigits(to, fraction / 1'000, 6);
        else
            to = putDigits(to, fraction, 9);
    }
    *to++ = 'Z';
    return to;
}

char *TickPrinter::row(char *to, const core::Tick &tick)
{
    switch (m_format) {
    case OutputFormat::Csv:
        to = putTime(to, tick.time);
        *to++ = ',';
        to = putDecimal(to, tick.price, m_priceDecimals);
        *to++ = ',';
        to = putDecimal(to, tick.size, m_sizeDecimals);
        break;
    case OutputFormat::Json:
        to = put(to, m_firstRow ? "\n{\"time\":\"" : ",\n{\"time\":\"");
        to = putTime(to, tick.time);
        to = put(to, "\",\"price\":\"");
        to = putDecimal(to, tick.price, m_priceDecimals);
        to = put(to, "\",\"size\":\"");
        to = putDecimal(to, tick.size, m_sizeDecimals);
        break;
    case OutputFormat::Plain:
        to = align(to, putTime(to, tick.time), kTimeWidth, false);
        to = put(to, "  ");
        to = align(to, putDecimal(to, tick.price, m_priceDecimals), kNumberWidth, true);
        to = put(to, "  ");
        to = align(to, putDecimal(to, tick.size, m_sizeDecimals), kNumberWidth, true);
    }
    m_firstRow = false;
    return put(to, m_tail);
}

bool TickPrinter::print(std::span<const core::Tick> ticks)
{
    m_buffer.resize(kRowsAtOnce * (kLongestRow + m_tail.size()));
    while (!ticks.empty() && !m_failed) {
        const auto some = ticks.first(std::min(ticks.size(), kRowsAtOnce));
        char *to = m_buffer.data();
        for (const core::Tick &tick : some)
            to = row(to, tick);
        const auto size = std::size_t(to - m_buffer.data());
        m_failed = std::fwrite(m_buffer.data(), 1, size, m_out) != size;
        ticks = ticks.subspan(some.size());
    }
    return !m_failed;
}

bool TickPrinter::finish()
{
    if (m_format == OutputFormat::Json)
        std::fputs("\n]}\n", m_out);
    return std::fflush(m_out) == 0 && std::ferror(m_out) == 0 && !m_failed;
}

} // namespace tickmark::app
