// SPDX-License-Identifier: GPL-3.0-or-later
#include "LanguageScope.h"

#include <QCoreApplication>
#include <QTranslator>

namespace tickmark::report {

namespace {

thread_local const QTranslator *spoken = nullptr; //!< of this thread; null: the program's language
thread_local bool isProbing = false;

const QString &probeAnswer()
{
    static const QString answer(QChar(1));
    return answer;
}

//! Asked before the program's own catalogues, and silent in threads that speak no language of their own.
class ThreadTexts : public QTranslator
{
public:
    //! An empty translator is installed without telling all widgets that the language has changed.
    bool isEmpty() const override { return true; }

    QString translate(const char *context, const char *source, const char *comment, int count) const override
    {
        if (isProbing)
            return probeAnswer();
        if (!spoken)
            return {};
        const QString found = spoken->translate(context, source, comment, count);
        return found.isEmpty() ? QString::fromUtf8(source) : found;
    }
};

//! Whoever is installed last is asked first, and the program installs another catalogue whenever its language changes.
void askThreadTextsFirst()
{
    static ThreadTexts texts;
    isProbing = true;
    // Every catalogue has its plurals, so that one which is asked before would answer.
    const QString answer = QCoreApplication::translate("ExplanationText", "The number fits a span of %n session(s).",
                                                       nullptr, 2);
    isProbing = false;
    if (answer != probeAnswer())
        QCoreApplication::installTranslator(&texts);
}

} // namespace

LanguageScope::LanguageScope(const QString &language) : m_texts(std::make_unique<QTranslator>()), m_former(spoken)
{
    // Without its file it answers nothing, and texts stay as they are in the source.
    static_cast<void>(m_texts->load(QStringLiteral(":/i18n/tickmark_") + language + QStringLiteral(".qm")));
    askThreadTextsFirst();
    spoken = m_texts.get();
}

LanguageScope::~LanguageScope()
{
    spoken = m_former;
}

} // namespace tickmark::report
