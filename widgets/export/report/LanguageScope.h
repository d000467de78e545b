// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QTranslator;

namespace tickmark::report {

//! While it lives, every text that this thread asks the program's catalogues for is in `language`, whatever language the
//! program runs in: a German report may be written while the window is English. Other threads notice nothing, and no
//! widget is told that the language has changed. Nests. Numbers in texts (%Ln) stay those of the program.
class LanguageScope
{
public:
    //! "de" or "en". A catalogue that is missing leaves texts as they are in the source, English.
    explicit LanguageScope(const QString &language);
    ~LanguageScope();
    LanguageScope(const LanguageScope &) = delete;
    LanguageScope &operator=(const LanguageScope &) = delete;

private:
    std::unique_ptr<QTranslator> m_texts;
    const QTranslator *m_former;
};

} // namespace tickmark::report
