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
