// SPDX-License-Identifier: GPL-3.0-or-later
#include "LegendVerdicts.h"

#include <charts/TextLanguage.h>
#include <claims/ClaimLabels.h>

namespace tickmark::exporting {

std::vector<LegendVerdict> legendVerdicts(const charts::ChartPlan &plan, qint64 newsId)
{
    std::vector<LegendVerdict> verdicts;
    if (!plan.claims)
        return verdicts;
    const charts::Translator &texts = plan.texts.translator();
    const charts::TextLanguage language(texts);
    const QLocale locale = plan.texts.formats().locale();
    QString subjectBefore;
    for (const store::StoredClaim &claim : plan.claims->ofNews(newsId)) {
        const QString subject = plan.claims->subjectName(claim.claim, plan.texts.language());
        QString stated = claims::statedWithHedge(claim.claim, locale);
        if (!subject.isEmpty() && subject != subjectBefore)
            //: an instrument and a number stated of it: "Nvidia −17%"
            stated = texts.text("LegendVerdicts", QT_TRANSLATE_NOOP("LegendVerdicts", "%1 %2")).arg(subject, stated);
        verdicts.push_back({claim.verdict->code, stated, claims::verdictWords(claim.claim, *claim.verdict, locale)});
        subjectBefore = subject;
    }
    return verdicts;
}

std::vector<QString> legendWords(std::span<const LegendVerdict> verdicts, std::size_t shown,
                                 const charts::Translator &texts)
{
    std::vector<QString> words;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool isLast = i + 1 == shown || verdicts[i + 1].outcome != verdicts[i].outcome
                            || verdicts[i + 1].code != verdicts[i].code;
        //: a stated number and its verdict: "−17%: confirmed (close)"
        const QString both = texts.text("LegendVerdicts", QT_TRANSLATE_NOOP("LegendVerdicts", "%1: %2"));
        words.push_back(isLast ? both.arg(verdicts[i].stated, verdicts[i].outcome) : verdicts[i].stated);
    }
    return words;
}

} // namespace tickmark::exporting
