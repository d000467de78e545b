// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <newsview/HeadlineList.h>
#include <newsview/HeadlinePanel.h>
#include <pipeline/StoreSession.h>

#include <QComboBox>
#include <QTemporaryDir>

#include <style/Appearance.h>
#include <style/DockHead.h>

#include <memory>

//! The list of headlines over a real store of the sample case, of which every test has a copy of its own; in German and in
//! Berlin's time. A base of tests.
class HeadlineBench
{
protected:
    static constexpr int kHeadlines = 27; //!< of the sample

    //! What start() copies; once.
    [[nodiscard]] bool makeSample();
    //! A new copy and its list.
    [[nodiscard]] bool start();
    //! The list of the copy that is there.
    [[nodiscard]] bool open();
    void close();

    [[nodiscard]] tickmark::newsview::HeadlineList *list() const
    {
        return m_panel->findChild<tickmark::newsview::HeadlineList *>();
    }
    [[nodiscard]] int rows() const { return list()->model()->rowCount(); }
    [[nodiscard]] QModelIndex row(int at) const { return list()->model()->index(at, 0); }
    [[nodiscard]] QStringList labels(const QWidget &widget) const;
    void clickRow(int at);
    [[nodiscard]] QComboBox *box(const QString &name) const;
    //! All claims of the store, judged.
    [[nodiscard]] tickmark::tables::ClaimBookPtr claims() const;

    std::unique_ptr<tickmark::style::Appearance> m_appearance;
    std::shared_ptr<tickmark::pipeline::StoreSession> m_session;
    std::unique_ptr<tickmark::style::DockHead> m_head;
    std::unique_ptr<tickmark::newsview::HeadlinePanel> m_panel;

private:
    std::shared_ptr<const tickmark::core::CalendarSet> m_calendars = std::make_shared<tickmark::core::CalendarSet>(
        QStringLiteral(":/calendars"));
    QTemporaryDir m_sample;
    std::unique_ptr<QTemporaryDir> m_folder;
};
