// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <pipeline/StoreSession.h>

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

#include <claimview/CheckTextDialog.h>
#include <claimview/ClaimEditor.h>
#include <style/Appearance.h>

#include <memory>

inline const tickmark::core::Time kMondayNight = *tickmark::core::parseIsoTime("2025-01-27T22:30:00Z");
inline const QString kTwoClaims = QStringLiteral(
    "Die Aktie von Nvidia fiel am Montag um 17 Prozent. Bitcoin verlor 12 Prozent.");

//! The window that checks a text, over a real store of the sample case, of which every test has a copy of its own.
class CheckTextBench
{
protected:
    //! What start() copies; once.
    [[nodiscard]] bool makeSample();
    //! The window, at the end of a Monday of big news.
    [[nodiscard]] bool start();
    void stop();
    //! As it is opened from the menu, without a time.
    void openAnew();
    [[nodiscard]] std::shared_ptr<tickmark::pipeline::StoreSession> openSession() const;

    [[nodiscard]] tickmark::claimview::ClaimEditor *editor() const
    {
        return m_dialog->findChild<tickmark::claimview::ClaimEditor *>();
    }
    [[nodiscard]] QTableView *table() const { return m_dialog->findChild<QTableView *>(QStringLiteral("claims")); }
    [[nodiscard]] QPushButton *saveButton() const { return m_dialog->findChild<QPushButton *>(QStringLiteral("save")); }
    [[nodiscard]] QString label(const char *name) const
    {
        return m_dialog->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    //! "NVDA close" and so on, as the rows say it.
    [[nodiscard]] QStringList verdicts() const;
    void paste(const QString &text);

    std::shared_ptr<const tickmark::core::CalendarSet> m_calendars = std::make_shared<tickmark::core::CalendarSet>(
        QStringLiteral(":/calendars"));
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tickmark::style::Appearance> m_appearance;
    std::shared_ptr<tickmark::pipeline::StoreSession> m_session;
    std::unique_ptr<tickmark::claimview::CheckTextDialog> m_dialog;

private:
    QTemporaryDir m_sample;
};
