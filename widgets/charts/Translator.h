// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QTranslator;

namespace tickmark::charts {

//! Looks texts up in one language, whatever language the program itself runs in: an export may be German while the
//! window is English. It never installs anything in the application. Copies share the catalogue; immutable after
//! construction, safe from any thread.
class Translator
{
public:
    //! Loads ":/i18n/tickmark_<language>.qm"; without such a file texts stay as they are in the source, English.
    explicit Translator(const QString &language);

    [[nodiscard]] const QString &language() const { return m_language; }
    //! Null when there is none.
    [[nodiscard]] const QTranslator *catalogue() const { return m_catalogue.get(); }
    //! `source` as marked with QT_TRANSLATE_NOOP(context, source), or QT_TRANSLATE_N_NOOP where %n becomes `count`, in its plural form.
    [[nodiscard]] QString text(const char *context, const char *source, int count = -1) const;

private:
    QString m_language;
    std::shared_ptr<const QTranslator> m_catalogue; //!< null when there is none
};

} // namespace tickmark::charts
