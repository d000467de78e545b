// SPDX-License-Identifier: GPL-3.0-or-later
#include "CsvScanner.h"

#include "CsvProfile.h"

#include <algorithm>
#include <cstring>

namespace tickmark::sources {

namespace {

constexpr size_t kReadBytes = 256 * 1024;

bool isBlank(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\t'; });
}

} // namespace

CsvScanner::CsvScanner(TextDecoder &text, char separator, char quote)
    : m_text(&text), m_separator(separator), m_quote(quote), m_buffer(kReadBytes)
{
    for (const char c : {separator, '\n', '\r', '\0'})
        m_special[static_cast<unsigned char>(c)] = true;
}

core::Result<bool> CsvScanner::next(CsvRecord &record)
{
    for (;;) {
        if (m_skipping) {
            if (const auto skipped = skipLine(); !skipped)
                return tl::unexpected(skipped.error());
        }
        if (m_begin < m_end) {
            const Step step = scan(record);
            if (step == Step::Done)
                return true;
            if (step == Step::Blank)
                continue;
            if (m_textEnded || m_end - m_begin > kMaxRecordBytes) {
                giveUp(record);
                return true;
            }
        } else if (m_textEnded) {
            return false;
        }
        if (const auto read = refill(); !read)
            return tl::unexpected(read.error());
    }
}

CsvScanner::Step CsvScanner::scan(CsvRecord &record)
{
    const char *const start = m_buffer.data() + m_begin;
    const char *const end = m_buffer.data() + m_end;
    m_fields.clear();
    m_unescaped.clear();
    m_innerLines = 0;
    m_sawNul = false;
    m_quoteOpen = false;
    m_spansToText = false;

    const char *p = start;
    for (;;) {
        p = scanField(p);
        if (!p)
            return Step::NeedsMore;
        if (p == end || *p != m_separator)
            break;
        ++p;
    }
    const char *lineEnd = p;
    if (p != end) {
        // Whether a CR at the very end stands alone shows only with the next byte.
        if (*p == '\r' && p + 1 == end && !m_textEnded)
            return Step::NeedsMore;
        p += *p == '\r' && p + 1 != end && p[1] == '\n' ? 2 : 1;
    }
    const std::string_view raw(start, size_t(lineEnd - start));
    if (isSpannedByMistake(raw)) {
        failFirstLine(record);
        return Step::Done;
    }
    if (raw.size() > kMaxRecordBytes) {
        fail(record, RejectReason::LineTooLong, p);
        return Step::Done;
    }
    record.line = m_line;
    record.lines = 1 + m_innerLines;
    record.raw = raw;
    record.fields = m_fields;
    record.fault = m_sawNul ? std::optional(RejectReason::BinaryData) : std::nullopt;
    m_line += 1 + m_innerLines;
    m_begin = size_t(p - m_buffer.data());
    return m_fields.size() <= 1 && isBlank(raw) ? Step::Blank : Step::Done;
}

bool CsvScanner::isSpannedByMistake(std::string_view raw) const
{
    if (m_innerLines == 0)
        return false;
    if (m_spansToText || m_expectedFields == 0)
        return m_spansToText;
    const auto isRow = [this](std::string_view line) {
        return size_t(std::ranges::count(line, m_separator)) + 1 == m_expectedFields;
    };
    const bool areRows = isRow(raw.substr(0, raw.find_first_of("\r\n")))
                         && isRow(raw.substr(raw.find_last_of("\r\n") + 1));
    return m_fields.size() != m_expectedFields || areRows;
}

const char *CsvScanner::plainEnd(const char *p) const
{
    const char *const end = m_buffer.data() + m_end;
    while (p != end && !m_special[static_cast<unsigned char>(*p)])
        ++p;
    return p;
}

const char *CsvScanner::scanField(const char *p)
{
    const char *const end = m_buffer.data() + m_end;
    const char *content = p;
    while (content != end && *content == ' ')
        ++content;
    if (m_quote && content != end && *content == m_quote)
        return scanQuoted(content);
    const char *stop = plainEnd(p);
    while (stop != end && *stop == '\0' && m_separator != '\0') {
        m_sawNul = true;
        stop = plainEnd(stop + 1);
    }
    if (stop == end && !m_textEnded)
        return nullptr;
    // More columns than any table has: the rest of the row is noise and must not fill the memory.
    if (m_fields.size() <= CsvProfile::kMaxColumns)
        m_fields.emplace_back(p, size_t(stop - p));
    return stop;
}

const char *CsvScanner::scanQuoted(const char *open)
{
    const char *const end = m_buffer.data() + m_end;
    const char *const first = open + 1;
    const qint64 linesBefore = m_innerLines;
    bool doubled = false;
    const char *p = first;
    for (;; ++p) {
        if (p == end) {
            m_quoteOpen = true;
            return nullptr;
        }
        if (*p == m_quote) {
            if (p + 1 == end && !m_textEnded)
                return nullptr;
            if (p + 1 == end || p[1] != m_quote)
                break;
            doubled = true;
            ++p;
        } else if (*p == '\n' || (*p == '\r' && p + 1 != end && p[1] != '\n')) {
            ++m_innerLines;
        } else if (*p == '\0') {
            m_sawNul = true;
        }
    }
    std::string_view content(first, size_t(p - first));
    const char *stop = p + 1;
    while (stop != end && *stop == ' ')
        ++stop;
    if (stop != end && !m_special[static_cast<unsigned char>(*stop)]) {
        // Something follows the closing mark: then the marks were part of the text.
        stop = plainEnd(stop);
        content = std::string_view(open, size_t(stop - open));
        doubled = false;
        m_spansToText = m_spansToText || m_innerLines > linesBefore;
    }
    if (stop != end && *stop == '\0') {
        m_sawNul = true;
        stop = plainEnd(stop + 1);
    }
    if (stop == end && !m_textEnded)
        return nullptr;
    if (doubled) {
        // Views into it must stay valid, so all it can ever need is taken at once.
        m_unescaped.reserve(m_buffer.size());
        const size_t from = m_unescaped.size();
        for (size_t i = 0; i < content.size(); ++i) {
            m_unescaped += content[i];
            i += content[i] == m_quote ? 1 : 0;
        }
        content = std::string_view(m_unescaped).substr(from);
    }
    if (m_fields.size() <= CsvProfile::kMaxColumns)
        m_fields.push_back(content);
    return stop;
}

core::Result<void> CsvScanner::refill()
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_buffer.size() - m_end < kReadBytes / 2)
        m_buffer.resize(m_end + kReadBytes);
    const auto got = m_text->read(std::span(m_buffer).subspan(m_end));
    if (!got)
        return tl::unexpected(got.error());
    m_end += size_t(*got);
    m_textEnded = *got == 0;
    return {};
}

void CsvScanner::fail(CsvRecord &record, RejectReason reason, const char *end)
{
    m_fields.clear();
    record.line = m_line;
    record.lines = 1 + (reason == RejectReason::LineTooLong ? m_innerLines : 0);
    record.raw = std::string_view(m_buffer.data() + m_begin, size_t(end - m_buffer.data()) - m_begin);
    record.fields = {};
    record.fault = reason;
    m_line += record.lines;
    m_begin = size_t(end - m_buffer.data());
}

void CsvScanner::giveUp(CsvRecord &record)
{
    const char *const start = m_buffer.data() + m_begin;
    const char *const end = m_buffer.data() + m_end;
    const bool hasLineEnd = std::any_of(start, end, [](char c) { return c == '\n' || c == '\r'; });
    if (m_quoteOpen && (hasLineEnd || m_textEnded))
        return failFirstLine(record);
    m_innerLines = 0;
    fail(record, RejectReason::LineTooLong, end);
    m_skipping = !m_textEnded;
}

void CsvScanner::failFirstLine(CsvRecord &record)
{
    const char *const start = m_buffer.data() + m_begin;
    const char *const end = m_buffer.data() + m_end;
    const char *const stop = std::find_if(start, end, [](char c) { return c == '\n' || c == '\r'; });
    const char *after = stop;
    if (stop != end)
        after += *stop == '\r' && stop + 1 != end && stop[1] == '\n' ? 2 : 1;
    fail(record, RejectReason::OpenQuote, after);
    record.raw = std::string_view(start, size_t(stop - start));
}

core::Result<void> CsvScanner::skipLine()
{
    for (;;) {
        if (m_begin == m_end) {
            if (m_textEnded)
                break;
            m_begin = m_end = 0;
            if (auto read = refill(); !read)
                return read;
            continue;
        }
        const char *const end = m_buffer.data() + m_end;
        const char *const begin = m_buffer.data() + m_begin;
        const char *const stop = std::find_if(begin, end, [](char c) { return c == '\n' || c == '\r'; });
        m_begin = size_t(stop - m_buffer.data());
        if (stop == end)
            continue;
        if (*stop == '\r' && stop + 1 == end && !m_textEnded) {
            if (auto read = refill(); !read)
                return read;
            continue;
        }
        m_begin += *stop == '\r' && stop + 1 != end && stop[1] == '\n' ? 2 : 1;
        break;
    }
    m_skipping = false;
    return {};
}

} // namespace tickmark::sources
