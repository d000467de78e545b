// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActionReader.h"

#include "NamedTable.h"
#include "SampleTable.h"
#include "SymbolIndex.h"
#include <core/DecimalParser.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

namespace tickmark::sources {

namespace {

using Kind = ListedAction::Kind;
template <typename Value>
using Read = tl::expected<Value, RejectReason>;

struct ActionsText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::Actions)
};

enum Column { kSymbol, kDate, kKind, kRatio, kGermanRatio, kAmount, kCurrency };

//! In the order of Column.
auto columnsOf(bool needsSymbol)
{
    return std::array{
        NamedColumn{{QStringLiteral("symbol"), QStringLiteral("ticker"), QStringLiteral("kürzel")}, needsSymbol},
        NamedColumn{{QStringLiteral("date"), QStringLiteral("ex_date"), QStringLiteral("ex date"),
                     QStringLiteral("ex-date"), QStringLiteral("datum"), QStringLiteral("ex-tag")}},
        NamedColumn{{QStringLiteral("kind"), QStringLiteral("type"), QStringLiteral("action"), QStringLiteral("art")}},
        NamedColumn{{QStringLiteral("ratio")}, false},
        NamedColumn{{QStringLiteral("verhältnis")}, false},
        NamedColumn{{QStringLiteral("amount"), QStringLiteral("dividend"), QStringLiteral("betrag"),
                     QStringLiteral("dividende")},
                    false},
        NamedColumn{{QStringLiteral("currency"), QStringLiteral("währung")}, false},
    };
}

QString lower(std::string_view cell)
{
    const std::string_view trimmed = trimmedField(cell);
    return QString::fromUtf8(trimmed.data(), qsizetype(trimmed.size())).toLower();
}

struct NamedKind
{
    Kind kind = Kind::Split;
    bool isReverse = false;
};

Read<NamedKind> kindOf(std::string_view cell)
{
    static const QStringList kSplits{QStringLiteral("split"), QStringLiteral("stock split"),
                                     QStringLiteral("aktiensplit")};
    static const QStringList kReverse{QStringLiteral("reverse split"), QStringLiteral("reverse_split"),
                                      QStringLiteral("zusammenlegung"), QStringLiteral("aktienzusammenlegung")};
    static const QStringList kDividends{QStringLiteral("dividend"), QStringLiteral("cash dividend"),
                                        QStringLiteral("dividende"), QStringLiteral("bardividende")};
    const QString word = lower(cell);
    if (kSplits.contains(word))
        return NamedKind{Kind::Split, false};
    if (kReverse.contains(word))
        return NamedKind{Kind::Split, true};
    if (kDividends.contains(word))
        return NamedKind{Kind::Dividend, false};
    return tl::unexpected(RejectReason::BadActionKind);
}

//! A decimal mark may be a point or a comma; groups only where the other mark stands, or they come twice.
std::optional<core::Price> numberOf(std::string_view cell)
{
    constexpr std::size_t kGroup = 3;
    const auto point = cell.rfind('.');
    const auto comma = cell.rfind(',');
    core::NumberStyle style;
    if (point != std::string_view::npos && comma != std::string_view::npos) {
        style = point > comma ? core::NumberStyle{'.', ','} : core::NumberStyle{',', '.'};
    } else if (point != std::string_view::npos || comma != std::string_view::npos) {
        const char mark = comma == std::string_view::npos ? '.' : ',';
        const auto at = cell.find(mark);
        const std::string_view before = trimmedField(cell.substr(0, at));
        if (std::ranges::count(cell, mark) > 1)
            style = mark == '.' ? core::NumberStyle{',', '.'} : core::NumberStyle{'.', ','};
        else if (trimmedField(cell.substr(at + 1)).size() == kGroup && before != "0" && !before.empty())
            return {}; // "1,416" could be one or a thousand
        else
            style.decimal = mark;
    }
    const auto number = core::parseNumber(cell, style);
    if (!number || number->rounded || number->value.units <= 0)
        return {};
    return number->value;
}

//! `numerator` : `denominator` in lowest terms.
std::optional<core::ShareRatio> ratioOf(core::Price numerator, core::Price denominator)
{
    const int decimals = std::max(numerator.decimals, denominator.decimals);
    const auto over = core::rescaled(numerator, decimals);
    const auto under = core::rescaled(denominator, decimals);
    if (!over || !under)
        return {};
    const qint64 common = std::gcd(over->units, under->units);
    return core::ShareRatio{over->units / common, under->units / common};
}

Read<core::ShareRatio> ratioOf(std::string_view cell, bool isGerman, bool isReverse)
{
    const auto mark = cell.find_first_of(":/");
    const auto first = numberOf(cell.substr(0, mark));
    const auto second = mark == std::string_view::npos ? std::optional(core::Price{1, 0})
                                                       : numberOf(cell.substr(mark + 1));
    auto ratio = first && second ? ratioOf(*first, *second) : std::nullopt;
    if (!ratio || ratio->isOne())
        return tl::unexpected(RejectReason::BadRatio);
    if (isReverse && ratio->newShares > ratio->oldShares)
        std::swap(ratio->newShares, ratio->oldShares);
    if (isGerman && !isReverse && ratio->newShares < ratio->oldShares)
        return tl::unexpected(RejectReason::AmbiguousRatio);
    return *ratio;
}

Read<QString> currencyOf(std::string_view cell)
{
    constexpr qsizetype kLetters = 3;
    const QString code = lower(cell).toUpper();
    const bool isCode = code.size() == kLetters
                        && std::ranges::all_of(code, [](QChar c) { return c >= u'A' && c <= u'Z'; });
    if (!code.isEmpty() && !isCode)
        return tl::unexpected(RejectReason::BadCurrency);
    return code;
}

Read<ListedAction> readRow(NamedCells cells)
{
    ListedAction action;
    const bool hasPoints = cells[kDate].find('.') != std::string_view::npos; // the day comes first then, everywhere
    const auto date = dateOfCell(cells[kDate], hasPoints ? DateForm::DayMonthYear : DateForm::YearMonthDay);
    if (!date)
        return tl::unexpected(date.error());
    action.split.exDate = *date;
    const auto kind = kindOf(cells[kKind]);
    if (!kind)
        return tl::unexpected(kind.error());
    action.kind = kind->kind;
    if (action.kind == Kind::Split) {
        const bool isGerman = trimmedField(cells[kRatio]).empty();
        const auto ratio = ratioOf(cells[isGerman ? kGermanRatio : kRatio], isGerman, kind->isReverse);
        if (!ratio)
            return tl::unexpected(ratio.error());
        action.split.newShares = ratio->newShares;
        action.split.oldShares = ratio->oldShares;
        return action;
    }
    const auto amount = numberOf(cells[kAmount]);
    if (!amount)
        return tl::unexpected(RejectReason::BadAmount);
    action.amount = *amount;
    auto currency = currencyOf(cells[kCurrency]);
    if (!currency)
        return tl::unexpected(currency.error());
    action.currency = *std::move(currency);
    return action;
}

//! The rows of one file on their way into actions.
class ActionRows
{
public:
    explicit ActionRows(const QString &symbol) : m_symbol(symbol.toUtf8()), m_symbols(symbol) {}

    [[nodiscard]] Read<void> take(NamedCells cells)
    {
        const bool isNamed = m_symbol.isEmpty() || !trimmedField(cells[kSymbol]).empty();
        const auto symbol = m_symbols.indexOf(isNamed ? cells[kSymbol] : std::string_view(m_symbol.constData()));
        if (!symbol)
            return tl::unexpected(symbol.error());
        if (*symbol == SymbolIndex::kPassedOver)
            return {};
        auto action = readRow(cells);
        if (!action)
            return tl::unexpected(action.error());
        action->symbol = m_symbols.symbols().at(*symbol);
        const auto [first, isFirst] = m_first.try_emplace(
            {action->symbol.toCaseFolded(), action->split.exDate, action->kind}, *action);
        if (!isFirst && !isSame(first->second, *action))
            return tl::unexpected(RejectReason::SecondAction);
        action->isRepeated = !isFirst;
        m_actions.push_back(*std::move(action));
        return {};
    }
    [[nodiscard]] std::vector<ListedAction> actions() && { return std::move(m_actions); }

private:
    static bool isSame(const ListedAction &one, const ListedAction &other)
    {
        return one.split == other.split && core::compare(one.amount, other.amount) == 0
               && one.currency == other.currency;
    }

    QByteArray m_symbol;
    SymbolIndex m_symbols;
    std::vector<ListedAction> m_actions;
    std::map<std::tuple<QString, core::SessionDate, Kind>, ListedAction> m_first; //!< the store has one of each
};

} // namespace

bool isHeaderOfActions(const QStringList &header, bool isNamed)
{
    static const NamedColumn kPrices{{QStringLiteral("close"), QStringLiteral("price"), QStringLiteral("last"),
                                      QStringLiteral("schluss"), QStringLiteral("schlusskurs"), QStringLiteral("kurs"),
                                      QStringLiteral("preis")}};
    const auto columns = columnsOf(!isNamed);
    const auto has = [&](Column column) { return columns[column].isIn(header); };
    return std::ranges::all_of(columns, [&](const NamedColumn &one) { return !one.isRequired || one.isIn(header); })
           && (has(kRatio) || has(kGermanRatio) || has(kAmount)) && !kPrices.isIn(header);
}

core::Result<ActionFile> readActions(ByteSource &source, const QString &symbol)
{
    const auto columns = columnsOf(symbol.isEmpty());
    const NamedTableTexts texts{
        ActionsText::tr(
            "%1 has no column \"%2\". Splits and dividends need the columns symbol (or an instrument that is named "
            "for all of them), date and kind, and ratio or amount."),
        ActionsText::tr("%1 is too large for a list of splits and dividends."),
        ActionsText::tr("%1 is not a table of splits and dividends."), ActionsText::tr("No row of %1 can be used.")};
    ActionFile file;
    ActionRows rows(symbol);
    const auto take = [&rows](NamedCells cells) { return rows.take(cells); };
    auto sha256 = readNamedTable(source, columns, texts, take, file.rejects);
    if (!sha256)
        return tl::unexpected(sha256.error());
    file.sha256 = *std::move(sha256);
    file.actions = std::move(rows).actions();
    if (file.actions.empty())
        return core::failure(core::ErrorCode::NotFound,
                             ActionsText::tr("%1 has no split and no dividend of %2.").arg(source.name(), symbol));
    return file;
}

} // namespace tickmark::sources
