// SPDX-License-Identifier: GPL-3.0-or-later
#include "InstrumentChoices.h"

#include <algorithm>

namespace tickmark::desk {

namespace {

//! Lower case, umlauts written out as in addresses, other accents dropped.
QString folded(const QString &text)
{
    QString lower = text.toCaseFolded();
    lower.replace(u'ä', QLatin1String("ae")).replace(u'ö', QLatin1String("oe")).replace(u'ü', QLatin1String("ue"));
    const QString parts = lower.normalized(QString::NormalizationForm_KD);
    QString result;
    std::ranges::copy_if(parts, std::back_inserter(result),
                         [](QChar c) { return c.category() != QChar::Mark_NonSpacing; });
    return result;
}

} // namespace

void InstrumentChoices::setInstruments(std::vector<core::Instrument> instruments, const QString &language)
{
    beginResetModel();
    m_language = language;
    m_entries.clear();
    for (core::Instrument &instrument : instruments) {
        QStringList words{folded(instrument.symbol)};
        for (const core::InstrumentNames &names : instrument.names) {
            words.append({folded(names.name), folded(names.shortName)});
            for (const QString &alias : names.aliases)
                words.append(folded(alias));
        }
        m_entries.push_back({std::move(instrument), words});
    }
    choose();
    endResetModel();
}

void InstrumentChoices::setText(const QString &text)
{
    beginResetModel();
    m_text = text;
    choose();
    endResetModel();
}

void InstrumentChoices::choose()
{
    const QString whole = folded(m_text.trimmed());
    const QStringList wanted = whole.split(u' ', Qt::SkipEmptyParts);
    m_chosen.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const QStringList &words = m_entries[i].words;
        const auto holds = [&](const QString &part) {
            return std::ranges::any_of(words, [&](const QString &word) { return word.contains(part); });
        };
        if (std::ranges::all_of(wanted, holds))
            m_chosen.push_back(i);
    }
    std::ranges::stable_partition(m_chosen, [&](std::size_t i) {
        return std::ranges::any_of(m_entries[i].words, [&](const QString &word) { return word.startsWith(whole); });
    });
}

int InstrumentChoices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chosen.size());
}

QVariant InstrumentChoices::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::Instrument &instrument = m_entries[m_chosen[std::size_t(index.row())]].instrument;
    if (role == SymbolRole)
        return instrument.symbol;
    if (role != Qt::DisplayRole)
        return {};
    const QString name = instrument.displayName(m_language);
    return name == instrument.symbol ? name : QString(instrument.symbol + QStringLiteral("   ") + name);
}

} // namespace tickmark::desk
