// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Translator.h"

namespace tickmark::charts {

//! While it lives, every text that this thread asks the program's catalogues for is in the language of `texts`, whatever
//! language the program runs in: a German page or report may be made while the window is English. So are the counts in
//! them (%Ln). Other threads notice nothing, and no widget is told that the language has changed. Nests.
class TextLanguage
{
public:
    //! A catalogue that is missing leaves texts as they are in the source, English.
    explicit TextLanguage(Translator texts);
    ~TextLanguage();
    TextLanguage(const TextLanguage &) = delete;
    TextLanguage &operator=(const TextLanguage &) = delete;

private:
    const Translator m_texts;
    const Translator *m_former;
};

} // namespace tickmark::charts
