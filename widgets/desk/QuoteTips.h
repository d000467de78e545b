// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/StackView.h>
#include <core/Formats.h>
#include <core/ZoneRules.h>
#include <pipeline/QuoteProvenance.h>
#include <pipeline/StoreSession.h>

#include <QObject>
#include <QPointer>

#include <style/Appearance.h>

#include <map>
#include <stop_token>

namespace tickmark::desk {

//! Tells where a value in a stack of charts came from when the pointer rests on it: source, file or address, when it was
//! fetched, and what other sources have for the session. Reads it on a reader thread, once for each value; until the answer
//! comes the tip has the value alone. Owned by the stack; GUI thread.
class QuoteTips : public QObject
{
    Q_OBJECT

public:
    //! Both outlive it.
    QuoteTips(charts::StackView &view, const style::Appearance &appearance, QObject *parent);
    ~QuoteTips() override;

    //! Null: no store.
    void setSession(pipeline::StoreSession *session);

private:
    void tell(const charts::HoveredQuote &quote);
    void ask(const charts::HoveredQuote &quote, const pipeline::QuotePoint &point);

    charts::StackView &m_view;
    const style::Appearance &m_appearance;
    QPointer<pipeline::StoreSession> m_session;
    std::stop_source m_stop;
    //! By series, and date or time.
    std::map<std::pair<qint64, qint64>, pipeline::QuoteProvenance> m_known;
};

//! The tip of a value; `known` null: what it is of is not known (yet).
[[nodiscard]] QString quoteTip(const charts::HoveredQuote &quote, const pipeline::QuoteProvenance *known,
                               const core::Formats &formats, const core::ZoneRules &zone);

} // namespace tickmark::desk
