// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineChoice.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <set>
#include <tuple>

namespace tickmark::exporting {

namespace {

//! Whether `name` stands in `text` as words of its own, in any spelling of capitals: "Arm", but not in "Alarm".
bool names(const QString &text, const QString &name)
{
    if (name.isEmpty())
        return false;
    for (qsizetype at = text.indexOf(name, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(name, at + 1, Qt::CaseInsensitive)) {
        const qsizetype end = at + name.size();
        const bool begins = at == 0 || !text[at - 1].isLetterOrNumber();
        if (begins && (end == text.size() || !text[end].isLetterOrNumber()))
            return true;
    }
    return false;
}

//! The instruments of a chart and the words for them.
class Charted
{
public:
    explicit Charted(const charts::ChartPlan &plan) : m_claims(plan.claims)
    {
        for (const charts::PlannedPane &pane : plan.panes) {
            for (const charts::PlannedCurve &curve : pane.curves) {
                m_symbols.insert(curve.symbol);
                for (const core::InstrumentNames &one : curve.instrument.names) {
                    m_words.insert(one.name);
                    m_words.insert(one.shortName);
                    m_words.insert(one.aliases.begin(), one.aliases.end());
                }
            }
        }
    }

    [[nodiscard]] bool isIn(const core::NewsItem &item) const
    {
        if (m_claims) {
            for (const store::StoredClaim &claim : m_claims->ofNews(item.id)) {
                if (m_symbols.contains(claim.claim.subject.symbol))
                    return true;
            }
        }
        return std::ranges::any_of(m_words, [&](const QString &word) { return names(item.title, word); });
    }

private:
    std::shared_ptr<const charts::HeadlineClaims> m_claims;
    std::set<QString> m_symbols;
    std::set<QString> m_words;
};

} // namespace

std::vector<int> headlinesByWeight(const charts::ChartPlan &plan)
{
    const Charted charted(plan);
    const std::optional<core::SessionDate> focus = plan.spotlight ? plan.spotlight : plan.base;
    std::vector<std::tuple<bool, int, int>> keys; // speaks of others, days away, place in time
    for (std::size_t i = 0; i < plan.headlines.size(); ++i) {
        const core::NewsItem &item = plan.headlines[i];
        const int away = focus ? std::abs(plan.zone.dateAt(item.published).days() - focus->days()) : 0;
        keys.emplace_back(!charted.isIn(item), away, int(i));
    }
    std::vector<int> order(keys.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](int headline) { return keys[std::size_t(headline)]; });
    return order;
}

} // namespace tickmark::exporting
