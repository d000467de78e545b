// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace tickmark::window {

//! "de" when the user's locale is German, else "en".
[[nodiscard]] QString systemLanguage();

//! The program's and Qt's own texts in one language, which can be changed while the program runs: every widget then gets
//! QEvent::LanguageChange. One per program, after the application object and gone before it.
class LanguageTexts
{
public:
    LanguageTexts() = default;
    LanguageTexts(const LanguageTexts &) = delete;
    LanguageTexts &operator=(const LanguageTexts &) = delete;

    //! "de" or "en". Also what QLocale() is from now on, for counts in texts and for Qt's own widgets.
    void install(const QString &language);

private:
    QTranslator m_texts;
    QTranslator m_qtTexts;
};

} // namespace tickmark::window
