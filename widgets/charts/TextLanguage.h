// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace tickmark::charts {

class Translator;

//! While it lives, texts that models make on this thread in "the program's language" come in the language of `texts`: the
//! words of verdicts on a page that need not be in the language of the window. Needs ProgramTexts to be installed, else the
//! texts stay those of the program. Scopes nest; `texts` outlives it.
class TextLanguage
{
public:
    explicit TextLanguage(const Translator &texts);
    ~TextLanguage();
    TextLanguage(const TextLanguage &) = delete;
    TextLanguage &operator=(const TextLanguage &) = delete;

private:
    const Translator *m_former;
};

//! The program's catalogue, which gives way to a TextLanguage of the thread that asks.
class ProgramTexts : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation = nullptr,
                                    int n = -1) const override;
};

} // namespace tickmark::charts
