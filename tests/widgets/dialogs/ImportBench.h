// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dialogs/ImportDialog.h>
#include <dialogs/ImportPage.h>

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <SessionSupport.h>

#include <algorithm>

namespace tickmark::dialogs {

//! The import dialog over a store of the sample case in a folder of its own, and a look into that store. A base of
//! tests: one store each from openStore() to closeStore().
class ImportBench
{
protected:
    bool openStore()
    {
        m_session = std::make_unique<tables::TestSession>();
        m_appearance = std::make_unique<style::Appearance>(QStringLiteral("en"));
        return m_session->openSample();
    }
    void closeStore()
    {
        m_dialog.reset();
        m_session.reset();
        m_appearance.reset();
    }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_session->folder() + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test's file cannot be written");
        return file.fileName();
    }
    //! Opens the dialog with a file and waits until it has been looked at and checked.
    ImportWork *open(const QString &path)
    {
        m_dialog = std::make_unique<ImportDialog>(*m_appearance, *m_session->get());
        m_dialog->show();
        m_dialog->addFiles({path});
        ImportWork *work = &m_dialog->page(0)->work();
        const bool settled = QTest::qWaitFor([&] { return isSettled(*work); }, 20'000);
        return settled ? work : nullptr;
    }
    static bool isSettled(const ImportWork &work)
    {
        if (work.state() == ImportWork::State::Trouble)
            return true;
        const bool looking = work.state() != ImportWork::State::Ready
                             || work.whyNot() == ImportWork::tr("The file is being looked at.");
        const bool asked = work.preview() && (!work.preview()->questions.empty() || work.preview()->obstacle);
        return !looking && (asked || work.check() || work.error());
    }
    QPushButton *button(const char *name) const { return m_dialog->findChild<QPushButton *>(QLatin1String(name)); }
    std::vector<core::Bar> dailyBars(const QString &symbol) const
    {
        auto reader = store::StoreReader::open(m_session->path());
        const auto instrument = (*reader)->instrument(symbol);
        if (!instrument)
            return {};
        const auto all = (*reader)->seriesOf(instrument->id).value_or(std::vector<core::Series>());
        const auto found = std::ranges::find_if(
            all, [](const core::Series &series) { return series.isDaily() && series.source == QLatin1String("file"); });
        if (found == all.end())
            return {};
        store::SessionRange newer; // than the sample's own
        newer.first = *core::SessionDate::fromIso("2025-03-01");
        return (*reader)->dailyBars(found->id, newer).value_or(std::vector<core::Bar>());
    }
    qint64 intradayCount() const
    {
        auto reader = store::StoreReader::open(m_session->path());
        return (*reader)->info()->intradayBars;
    }

    std::unique_ptr<tables::TestSession> m_session;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<ImportDialog> m_dialog;
};

} // namespace tickmark::dialogs
