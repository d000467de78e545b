// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProviderCsv.h"

#include <algorithm>

namespace tickmark::sources {

namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string_view> fieldsOf(std::string_view line)
{
    std::vector<std::string_view> fields;
    for (std::size_t start = 0; start <= line.size();) {
        const std::size_t end = std::min(line.find(',', start), line.size());
        fields.push_back(trimmed(line.substr(start, end - start)));
        start = end + 1;
    }
    return fields;
}

} // namespace

int ProviderTable::column(std::string_view name) const
{
    const auto found = std::ranges::find(head, name);
    return found == head.end() ? -1 : static_cast<int>(found - head.begin());
}

ProviderResult<ProviderTable> readTable(const QByteArray &body)
{
    ProviderTable table;
    const std::string_view text(body.constData(), static_cast<std::size_t>(body.size()));
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = text.find('\n', start);
        if (end == std::string_view::npos)
            return providerFailure(ProviderFault::Malformed, QStringLiteral("the last line has no end"));
        const std::string_view line = trimmed(text.substr(start, end - start));
        start = end + 1;
        if (line.empty())
            continue;
        auto fields = fieldsOf(line);
        if (table.head.empty()) {
            table.head = std::move(fields);
            continue;
        }
        if (fields.size() != table.head.size())
            return providerFailure(ProviderFault::Malformed, QString::fromUtf8(line.data(), qsizetype(line.size())));
        table.rows.push_back(std::move(fields));
    }
    return table;
}

} // namespace tickmark::sources
