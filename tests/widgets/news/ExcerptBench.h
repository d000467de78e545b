// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../models/tables/ClaimMaker.h"
#include <newsview/ExcerptText.h>
#include <newsview/ExcerptView.h>

#include <claimview/ClaimRows.h>
#include <claimview/VerdictPopup.h>
#include <style/Appearance.h>

#include <memory>
#include <optional>
#include <vector>

using MaybeKey = std::optional<tickmark::store::ClaimKey>;

//! A claim on `words` where they stand in `text`.
tickmark::tables::ClaimMaker on(const QString &text, const QString &words, int nth = 0,
                                tickmark::store::ClaimPlace place = tickmark::store::ClaimPlace::Excerpt);

//! How many pixels have nearly this colour.
int count(const QImage &image, const QColor &color);

//! The text of one headline with its checked numbers, in English and in Berlin's time. A base of tests.
class ExcerptBench
{
protected:
    //! A new view.
    [[nodiscard]] bool start();
    void show(const QString &excerpt, std::vector<tickmark::store::StoredClaim> claims,
              const QString &title = QStringLiteral("Schlagzeile"));
    [[nodiscard]] tickmark::newsview::ExcerptText *title() const { return part(QStringLiteral("title")); }
    [[nodiscard]] tickmark::newsview::ExcerptText *text() const { return part(QStringLiteral("text")); }
    [[nodiscard]] tickmark::claimview::ClaimRows *rows() const
    {
        return m_view->findChild<tickmark::claimview::ClaimRows *>();
    }
    [[nodiscard]] tickmark::claimview::VerdictPopup *popup() const
    {
        return m_view->window()->findChild<tickmark::claimview::VerdictPopup *>();
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return rows()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] int lineOf(tickmark::claims::VerdictCode code) const;
    void clickOn(tickmark::newsview::ExcerptText *where, const tickmark::store::ClaimKey &key);

    std::unique_ptr<tickmark::style::Appearance> m_appearance;
    std::unique_ptr<tickmark::newsview::ExcerptView> m_view;

private:
    [[nodiscard]] tickmark::newsview::ExcerptText *part(const QString &name) const
    {
        return m_view->findChild<tickmark::newsview::ExcerptText *>(name);
    }
};
