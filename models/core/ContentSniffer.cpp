// SPDX-License-Identifier: GPL-3.0-or-later
#include "ContentSniffer.h"

#include "TextEncoding.h"

#include <algorithm>
#include <array>
#include <string>

using namespace std::string_view_literals;

namespace tickmark::core {

namespace {

constexpr size_t kLook = 4096;

std::string lowerFront(std::string_view text)
{
    std::string front(text.substr(0, 64));
    std::ranges::transform(front, front.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return front;
}

//! Control characters that no text has; a few may be dirt in a table, which rejects name by line.
bool looksBinary(std::string_view text)
{
    const auto odd = std::ranges::count_if(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != 0x1A;
    });
    return size_t(odd) * 20 > text.size();
}

} // namespace

ContentKind sniffContent(std::string_view bytes)
{
    if (bytes.starts_with("%PDF-"))
        return ContentKind::Pdf;
    if (bytes.starts_with("SQLite format 3\0"sv))
        return ContentKind::Sqlite;
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return ContentKind::Workbook;
    const std::string_view front = bytes.substr(0, kLook);
    const std::string decoded = decodeText(front, guessEncoding(front, false).encoding);
    const size_t start = decoded.find_first_not_of(" \t\r\n\f");
    if (start == std::string::npos)
        return bytes.find_first_not_of(" \t\r\n\f"sv, front.size()) == std::string_view::npos ? ContentKind::Empty
                                                                                              : ContentKind::Text;
    const std::string_view text = std::string_view(decoded).substr(start);
    if (looksBinary(text))
        return ContentKind::Binary;
    const std::string low = lowerFront(text);
    if (low.starts_with("<!doctype html") || low.starts_with("<html") || low.starts_with("<head")
        || low.starts_with("<body"))
        return ContentKind::Html;
    // "<DATE>,<OPEN>,..." is a header that some exporters write, so a lone '<' proves nothing.
    constexpr std::array kXmlStarts = {"<?xml"sv, "<!--"sv, "<!doctype"sv, "<rss"sv, "<feed"sv, "<rdf"sv, "<svg"sv};
    if (std::ranges::any_of(kXmlStarts, [&](std::string_view tag) { return low.starts_with(tag); }))
        return ContentKind::Xml;
    if (text.front() == '{' || text.front() == '[')
        return ContentKind::Json;
    return ContentKind::Text;
}

} // namespace tickmark::core
