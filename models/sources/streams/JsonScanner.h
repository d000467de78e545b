// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace tickmark::sources {

//! Reads JSON from its beginning to its end and builds nothing: for messages that come by the ten thousand a second, and
//! whose numbers have to be taken by their digits. Hands out views into `text`, which outlives it. What is no JSON, or
//! breaks off, makes it fail for good: every call is false from then on.
class JsonScanner
{
public:
    explicit JsonScanner(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    //! Calls member(key) for each member of the object that comes next, in their order. It has to read the value, and ends
    //! everything by being false.
    template <typename Member>
    bool object(Member member);
    //! Likewise element() for each element of an array.
    template <typename Element>
    bool array(Element element);
    //! What stands between the quotes, with escapes as they are (see unescaped()).
    bool string(std::string_view &text);
    //! A string as string() gives it, a number or true, false, null as they are written; empty for an object or array.
    bool scalar(std::string_view &text);
    //! Any value as it is written, checked to its end.
    bool value(std::string_view &raw);
    bool skip();

    //! The first character of what comes next; 0 at the end.
    [[nodiscard]] char next();
    //! All was read and nothing failed.
    [[nodiscard]] bool isDone() { return !m_failed && next() == 0 && m_at == m_end; }

private:
    static constexpr int kDeepest = 32;

    bool fail();
    bool take(char wanted);
    bool number();
    bool word();

    const char *m_at;
    const char *m_end;
    int m_depth = 0;
    bool m_failed = false;
};

//! The text that a string stands for. Escapes that are none stay as they are.
[[nodiscard]] std::string unescaped(std::string_view text);

inline bool JsonScanner::fail()
{
    m_failed = true;
    return false;
}

inline char JsonScanner::next()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
        ++m_at;
    return m_at < m_end ? *m_at : '\0';
}

inline bool JsonScanner::take(char wanted)
{
    if (m_failed || next() != wanted)
        return fail();
    ++m_at;
    return true;
}

inline bool JsonScanner::string(std::string_view &text)
{
    if (!take('"'))
        return false;
    const char *start = m_at;
    while (m_at < m_end) {
        const char c = *m_at++;
        if (c == '"') {
            text = std::string_view(start, std::size_t(m_at - 1 - start));
            return true;
        }
        if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && m_at == m_end))
            break;
        if (c == '\\')
            ++m_at;
    }
    return fail();
}

//! Takes all that numbers are made of; whoever wants the number finds out whether it is one.
inline bool JsonScanner::number()
{
    const char *start = m_at;
    while (m_at < m_end
           && ((*m_at >= '0' && *m_at <= '9') || *m_at == '.' || *m_at == '-' || *m_at == '+' || *m_at == 'e'
               || *m_at == 'E'))
        ++m_at;
    return m_at == start ? fail() : true;
}

inline bool JsonScanner::scalar(std::string_view &text)
{
    const char kind = next();
    if (kind == '"')
        return string(text);
    const char *start = m_at;
    text = {};
    if (kind == '{' || kind == '[')
        return skip();
    const bool isNumber = (kind >= '0' && kind <= '9') || kind == '-';
    if (m_failed || !(isNumber ? number() : word()))
        return fail();
    text = std::string_view(start, std::size_t(m_at - start));
    return true;
}

template <typename Member>
bool JsonScanner::object(Member member)
{
    if (!take('{') || ++m_depth > kDeepest)
        return fail();
    for (bool first = true; next() != '}'; first = false) {
        std::string_view key;
        if ((!first && !take(',')) || !string(key) || !take(':') || !member(key) || m_failed)
            return fail();
    }
    --m_depth;
    return take('}');
}

template <typename Element>
bool JsonScanner::array(Element element)
{
    if (!take('[') || ++m_depth > kDeepest)
        return fail();
    for (bool first = true; next() != ']'; first = false) {
        if ((!first && !take(',')) || !element() || m_failed)
            return fail();
    }
    --m_depth;
    return take(']');
}

} // namespace tickmark::sources
