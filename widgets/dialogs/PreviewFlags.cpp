// SPDX-License-Identifier: GPL-3.0-or-later
#include "PreviewFlags.h"

#include <core/Series.h>
#include <pipeline/BarChecks.h>

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <utility>

namespace tickmark::dialogs {

namespace {

struct FlagText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::dialogs::PreviewFlags)
};

constexpr std::pair<quint32, const char *> kReasons[] = {
    {core::kBarRangeBroken,
     QT_TRANSLATE_NOOP("tickmark::dialogs::PreviewFlags", "high and low do not enclose the other prices")},
    {core::kBarFlatWithoutVolume,
     QT_TRANSLATE_NOOP("tickmark::dialogs::PreviewFlags", "all prices equal, nothing traded")},
    {core::kBarJump,
     QT_TRANSLATE_NOOP("tickmark::dialogs::PreviewFlags", "a hundred times, or a hundredth of, the row before")},
    {core::kBarOutsideCalendar, QT_TRANSLATE_NOOP("tickmark::dialogs::PreviewFlags", "the exchange was closed")},
    {core::kBarDuplicate, QT_TRANSLATE_NOOP("tickmark::dialogs::PreviewFlags", "the day comes more than once")},
    {core::kBarRounded, QT_TRANSLATE_NOOP("tickmark::dialogs::PreviewFlags", "decimals are cut off")},
    {core::kBarNotPositive, QT_TRANSLATE_NOOP("tickmark::dialogs::PreviewFlags", "a price is not above zero")}};

core::CalendarPtr calendarOf(const QString &symbol, const ImportDraft &draft,
                             const std::vector<core::Instrument> &known, const core::CalendarSet &calendars)
{
    for (const auto *list : {&known, &draft.additions}) {
        const auto found = std::ranges::find_if(*list, [&](const core::Instrument &instrument) {
            return instrument.symbol.compare(symbol, Qt::CaseInsensitive) == 0;
        });
        if (found != list->end())
            return calendars.calendar(found->mic).value_or(nullptr);
    }
    return nullptr;
}

} // namespace

bool flagRows(ImportPreview &preview, const ImportDraft &draft, const std::vector<core::Instrument> &known,
              const core::CalendarSet &calendars)
{
    const qint64 interval = preview.isDaily ? core::Series::kDaily : core::kNsPerMinute; // of the latter any will do
    std::map<int, std::optional<pipeline::BarChecks>> checks;
    bool isChanged = false;
    for (PreviewRow &row : preview.rows) {
        if (!row.bar)
            continue;
        core::Bar bar = row.bar->bar;
        const int number = row.bar->symbolIndex;
        const auto [check, isNew] = checks.try_emplace(number);
        if (isNew) {
            QString symbol = preview.symbols.value(number);
            if (symbol.isEmpty())
                symbol = draft.options.symbol;
            if (auto calendar = calendarOf(symbol, draft, known, calendars))
                check->second.emplace(std::move(calendar), interval);
        }
        if (check->second)
            check->second->check(bar, row.bar->priceDecimals);
        isChanged = isChanged || row.flags != bar.flags;
        row.flags = bar.flags;
    }
    return isChanged;
}

QString flagsText(quint32 flags)
{
    QStringList reasons;
    for (const auto &[flag, reason] : kReasons) {
        if (flags & flag)
            reasons += FlagText::tr(reason);
    }
    return reasons.join(QStringLiteral("; "));
}

} // namespace tickmark::dialogs
