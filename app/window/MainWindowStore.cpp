// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that has to do with stores and their files.
#include "ExportControl.h"
#include "LanguageTexts.h"
#include "LiveControl.h"
#include "MainWindow.h"
#include "MessageBar.h"
#include "OwnStore.h"
#include "ReplayControl.h"
#include "SearchField.h"
#include "SourceControl.h"
#include "SourceWatch.h"
#include "StatusLine.h"
#include <dialogs/BarCorrectionDialog.h>
#include <dialogs/ImportDialog.h>
#include <dialogs/ImportsDialog.h>
#include <dialogs/InstrumentsDialog.h>
#include <newsview/HeadlinePanel.h>
#include <panels/QualityPanel.h>
#include <panels/WatchlistPanel.h>
#include <pipeline/SampleCase.h>
#include <pipeline/WhenDone.h>
#include <store/StoreFiles.h>

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMenu>

#include <claimview/ClaimsPanel.h>
#include <desk/ChartDesk.h>
#include <reportview/ReportDialog.h>

namespace tickmark::window {

using core::Result;
using pipeline::StoreSession;

namespace {

constexpr qint32 kDaysAroundWish = 14; // calendar days on either side of `--at`

QString storeFilter()
{
    return MainWindow::tr("Tickmark databases (*.tickmark)") + QStringLiteral(";;") + MainWindow::tr("All files (*)");
}

} // namespace

void MainWindow::openStore(const QString &path)
{
    if (m_session && !m_session->isLost() && QFileInfo(path) == QFileInfo(m_session->path()))
        return;
    pipeline::whenDone(
        StoreSession::open(path, m_calendars), this, [this, path](const Result<std::shared_ptr<StoreSession>> &opened) {
            if (opened) {
                takeSession(*opened);
                return;
            }
            if (opened.error().code == core::ErrorCode::NotFound)
                m_settings.removeRecentStore(path);
            m_messages->showError(opened.error(), tr("Open another database…"), [this] { chooseStore(); });
            Q_EMIT storeFailed();
        });
}

void MainWindow::openOwnStore()
{
    pipeline::whenDone(makeOwnStore(m_calendars), this, [this](const Result<QString> &path) {
        if (path) {
            openStore(*path);
            return;
        }
        m_messages->showError(path.error(), tr("Open another database…"), [this] { chooseStore(); });
        Q_EMIT storeFailed();
    });
}

void MainWindow::setWish(std::optional<core::SessionDate> at, const QStringList &symbols)
{
    m_wishedDate = at;
    m_wishedSymbols = symbols;
}

void MainWindow::importFiles(const QStringList &paths)
{
    if (dialogs::ImportDialog *dialog = importDialog())
        dialog->addFiles(paths);
}

void MainWindow::takeSession(std::shared_ptr<StoreSession> session)
{
    const QStringList streamed = m_live->symbolsOn();
    const QString former = m_session ? QFileInfo(m_session->path()).completeBaseName() : QString();
    leaveSession();
    m_session = std::move(session);
    m_settings.addRecentStore(m_session->path());
    m_instance.listen(m_session->path());
    connect(m_session.get(), &StoreSession::lost, this, [this](const core::Error &error) {
        m_messages->showError(error, tr("Open it again"), [this, path = m_session->path()] { openStore(path); });
    });
    const QJsonObject state = m_settings.storeState(m_session->path());
    m_headlines->restoreState(state.value(QLatin1String("headlines")).toObject());
    m_watchlist->restoreState(state.value(QLatin1String("watchlist")).toObject());
    m_status->setSession(m_session.get());
    m_search->setSession(m_session.get());
    m_claimTable->restoreState(state.value(QLatin1String("claims")).toObject());
    setClaimSession(m_session.get());
    loadDesk();
    m_headlines->setSession(m_session.get());
    m_watchlist->setSession(m_session.get());
    m_sourceWatch->setSession(m_session.get());
    m_sources->setSession(m_session.get());
    m_live->setSession(m_session.get());
    m_quality->setSession(m_session.get());
    m_exports->setSession(m_session.get());
    if (const auto &why = m_session->whyReadOnly())
        m_messages->show({MessageBar::Tone::Information, tr("%1 It is open for reading only.").arg(why->message),
                          why->detail, tr("Open another database…"), [this] { chooseStore(); }});
    else
        m_messages->clear();
    if (!streamed.isEmpty())
        m_messages->show({MessageBar::Tone::Information,
                          tr("The live streams of %1 have ended with the database %2. What had come is stored there.")
                              .arg(streamed.join(QStringLiteral(", ")), former),
                          {},
                          {},
                          {}});
    retranslate();
    updateActions();
}

//! As the user left the store, else as the store itself says, else made from its instruments.
void MainWindow::loadDesk()
{
    const QByteArray left = QJsonDocument(
                                m_settings.storeState(m_session->path()).value(QLatin1String("desk")).toObject())
                                .toJson(QJsonDocument::Compact);
    const auto query = [left](store::StoreReader &reader, const std::stop_token &) -> Result<desk::DeskState> {
        if (auto state = desk::DeskState::fromJson(left); state && !state->panes.empty())
            return state;
        const auto own = reader.setting(QLatin1String(pipeline::kDeskKey));
        if (own && *own) {
            if (auto state = desk::DeskState::fromJson((*own)->toUtf8()))
                return state;
        }
        return reader.instruments().map([](const std::vector<core::Instrument> &instruments) {
            return desk::DeskState::forInstruments(instruments);
        });
    };
    pipeline::whenDone(m_session->read(query), this, [this, session = m_session.get()](Result<desk::DeskState> state) {
        if (session != m_session.get())
            return;
        if (state) {
            applyWish(*state);
            m_desk->setState(*state);
        } else {
            fail(state.error());
        }
        m_desk->setSession(session);
        updateActions();
        Q_EMIT storeOpened();
    });
}

void MainWindow::applyWish(desk::DeskState &state) const
{
    if (!m_wishedSymbols.isEmpty()) {
        desk::DeskPane pane;
        pane.symbols = m_wishedSymbols;
        state.panes = {pane};
        state.activePane = 0;
    }
    if (m_wishedDate)
        state.range = desk::DeskRange{m_wishedDate->plusDays(-kDaysAroundWish), m_wishedDate->plusDays(kDaysAroundWish),
                                      std::nullopt};
}

void MainWindow::leaveSession()
{
    if (!m_session)
        return;
    m_replay->end();
    m_live->setSession(nullptr);
    saveStoreState();
    delete m_import;
    delete m_imports;
    delete m_instruments;
    m_exports->setSession(nullptr);
    delete m_report;
    m_desk->setSession(nullptr);
    m_headlines->setSession(nullptr);
    m_watchlist->setSession(nullptr);
    m_quality->setSession(nullptr);
    m_search->setSession(nullptr);
    m_status->setSession(nullptr);
    setClaimSession(nullptr);
    m_sourceWatch->setSession(nullptr);
    m_sources->setSession(nullptr);
    m_session.reset();
}

void MainWindow::saveStoreState()
{
    if (!m_session)
        return;
    QJsonObject state;
    state.insert(QStringLiteral("desk"), QJsonDocument::fromJson(m_desk->state().toJson()).object());
    state.insert(QStringLiteral("headlines"), m_headlines->saveState());
    state.insert(QStringLiteral("watchlist"), m_watchlist->saveState());
    state.insert(QStringLiteral("claims"), m_claimTable->saveState());
    m_settings.setStoreState(m_session->path(), state);
}

void MainWindow::fail(const core::Error &error)
{
    if (error.code != core::ErrorCode::Cancelled)
        m_messages->showError(error);
}

void MainWindow::fillRecentStores()
{
    QMenu *menu = m_actions->recentStores();
    menu->clear();
    for (const QString &path : m_settings.recentStores()) {
        QString name = QFileInfo(path).fileName();
        QAction *action = menu->addAction(name.replace(u'&', QStringLiteral("&&")));
        action->setToolTip(path.toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, path] { openStore(path); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::chooseStore()
{
    const QString folder = m_session ? QFileInfo(m_session->path()).path() : QString();
    const QString path = QFileDialog::getOpenFileName(this, tr("Open database"), folder, storeFilter());
    if (!path.isEmpty())
        openStore(path);
}

void MainWindow::newStore()
{
    const QString folder = m_session ? QFileInfo(m_session->path()).path() : QString();
    QFileDialog dialog(this, tr("New database"), folder, storeFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("tickmark"));
    dialog.setOption(QFileDialog::DontConfirmOverwrite); // an existing store is never overwritten from here
    if (dialog.exec() == QDialog::Accepted)
        pipeline::whenDone(makeEmptyStore(dialog.selectedFiles().constFirst()), this,
                           [this](const Result<QString> &path) {
                               if (path)
                                   openStore(*path);
                               else
                                   fail(path.error());
                           });
}

void MainWindow::openSample()
{
    pipeline::whenDone(makeSampleStore(m_calendars), this, [this](const Result<QString> &path) {
        if (path)
            openStore(*path);
        else
            fail(path.error());
    });
}

dialogs::ImportDialog *MainWindow::importDialog()
{
    if (!m_session)
        return nullptr;
    if (!m_import) {
        m_import = new dialogs::ImportDialog(m_appearance, *m_session, this);
        m_import->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_import, &dialogs::ImportDialog::openStoreWanted, this, &MainWindow::openStore);
        connect(m_import, &dialogs::ImportDialog::showWanted, this, [this](const QStringList &symbols) {
            m_desk->addPane(symbols);
            if (!symbols.isEmpty())
                m_watchlist->select(symbols.constFirst());
        });
    }
    m_import->show();
    m_import->raise();
    m_import->activateWindow();
    return m_import;
}

void MainWindow::showImports()
{
    if (!m_session)
        return;
    if (!m_imports) {
        m_imports = new dialogs::ImportsDialog(m_appearance, *m_session, this);
        m_imports->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_imports, &dialogs::ImportsDialog::undoing, m_sources, &SourceControl::endRunOf);
    }
    m_imports->show();
    m_imports->raise();
    m_imports->activateWindow();
}

dialogs::InstrumentsDialog *MainWindow::instrumentsDialog()
{
    if (!m_session)
        return nullptr;
    if (!m_instruments) {
        m_instruments = new dialogs::InstrumentsDialog(m_appearance, *m_session, this);
        m_instruments->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_instruments->show();
    m_instruments->raise();
    m_instruments->activateWindow();
    return m_instruments;
}

void MainWindow::correctBar(const QString &symbol, core::SessionDate session, qint64 seriesId)
{
    if (!m_session)
        return;
    auto *dialog = new dialogs::BarCorrectionDialog(m_appearance, *m_session, symbol, session, seriesId, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace tickmark::window
