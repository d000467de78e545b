// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActionRows.h"

#include "Connection.h"
#include "ImportLog.h"
#include "StoreError.h"
#include "VersionedTable.h"

#include <QCoreApplication>

#include <array>

namespace tickmark::store {

namespace {

using Kind = CorporateAction::Kind;

void checkAction(Connection &connection, const CorporateAction &action)
{
    RawStatement find(connection.handle(), "SELECT 1 FROM instruments WHERE id = ?");
    find.bind(1, action.instrumentId);
    if (!find.step())
        fail(core::ErrorCode::NotFound,
             QCoreApplication::translate("Store",
                                         "The instrument of these splits and dividends is not in the store any more."));
    if (action.kind == Kind::Split && (action.newShares <= 0 || action.oldShares <= 0))
        fail(core::ErrorCode::InvalidInput, QCoreApplication::translate("Store", "A split of %1 for %2 makes no sense.")
                                                .arg(action.newShares)
                                                .arg(action.oldShares));
}

std::array<Value, 8> rowOf(const CorporateAction &action)
{
    if (action.kind == Kind::Split)
        return {action.instrumentId,
                qint64(action.exDate.days()),
                QByteArrayLiteral("split"),
                action.newShares,
                action.oldShares,
                Value(),
                Value(),
                Value()};
    return {action.instrumentId, qint64(action.exDate.days()),   QByteArrayLiteral("dividend"), Value(), Value(),
            action.amount.units, qint64(action.amount.decimals), action.currency.toUtf8()};
}

} // namespace

void writeActions(Connection &connection, std::span<const CorporateAction> actions, qint64 importId,
                  ImportTotals &totals, const CancelScope &cancel)
{
    VersionedTable table(connection.handle(), corporateActionsShape(), importId);
    for (const CorporateAction &action : actions) {
        cancel.throwIfCancelled();
        checkAction(connection, action);
        count(table.put(rowOf(action)), totals);
    }
}

std::vector<CorporateAction> readActions(Connection &connection, qint64 instrumentId)
{
    RawStatement rows(
        connection.handle(),
        "SELECT instrument_id, ex_date, kind, numerator, denominator, amount, amount_decimals, currency "
        "FROM corporate_actions WHERE ?1 = 0 OR instrument_id = ?1 ORDER BY instrument_id, ex_date, kind");
    rows.bind(1, instrumentId);
    std::vector<CorporateAction> actions;
    while (rows.step()) {
        CorporateAction action;
        action.instrumentId = rows.integer(0);
        action.exDate = core::SessionDate::fromDays(qint32(rows.integer(1)));
        if (rows.text(2) == QLatin1String("split")) {
            action.newShares = rows.integer(3);
            action.oldShares = rows.integer(4);
        } else {
            action.kind = Kind::Dividend;
            action.amount = {rows.integer(5), int(rows.integer(6))};
            action.currency = rows.text(7);
        }
        actions.push_back(std::move(action));
    }
    return actions;
}

} // namespace tickmark::store
