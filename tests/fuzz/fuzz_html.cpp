// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as markup, as a date, as a headline: the text that comes out is safe to be shown, never longer than what went in
// or than the limit, and the same when it is tidied again.
#include <news/FeedDates.h>
#include <news/HtmlText.h>
#include <news/LanguageGuess.h>
#include <news/NewsMatch.h>
#include <news/SafeText.h>

#include <algorithm>
#include <cstdlib>

using namespace tickmark;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkText(const news::PlainText &made, qsizetype most)
{
    require(made.text.size() <= most);
    require(news::visibleText(made.text) == made.text);
    require(std::ranges::none_of(made.text, [](QChar c) {
        return news::isDirectionMark(c) || (c != u'\n' && c.category() == QChar::Other_Control);
    }));
    require(made.text.isEmpty() || (!made.text.front().isSpace() && !made.text.back().isSpace()));
    require(news::tidyText(made.text).text == made.text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    // the same bytes as UTF-16, for halves of surrogate pairs
    const QString units(reinterpret_cast<const QChar *>(bytes.constData()), qsizetype(size / 2));
    for (const QString &text : {QString::fromUtf8(bytes), units}) {
        checkText(news::plainText(text), text.size());
        checkText(news::plainText(text, 20), 20);
        checkText(news::tidyText(text), text.size());
        checkText(news::tidyText(text, 20), 20);
        news::looksLikeHtml(text);
        news::parseFeedDate(text);
        require(news::guessLanguage(text).size() <= 2);
        require(news::updateRank(text) >= 0);
        require(news::isNearlySameTitle(text, units) == news::isNearlySameTitle(units, text));
    }
    return 0;
}
