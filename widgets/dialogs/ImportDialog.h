// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/StoreSession.h>

#include <QDialog>

#include <style/Appearance.h>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace tickmark::dialogs {

class ImportPage;

//! Brings files into a store: one page for each file, with a list of them at the left as soon as there are two. Lives on
//! the GUI thread and never waits there; files are looked at, checked and imported on other threads. Not modal. The
//! appearance and the session outlive it.
//!
//! An import that runs when the dialog is closed is asked about; one that runs when the dialog is destroyed is cancelled,
//! and nothing of it is kept but ticks that are on the disk.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(style::Appearance &appearance, pipeline::StoreSession &session, QWidget *parent = nullptr);
    ~ImportDialog() override;

    //! Adds a page for each local path that has none yet and shows the first of them.
    void addFiles(const QStringList &paths);
    //! The local files among dropped addresses; what is not on this computer is named in a line of the dialog.
    void addUrls(const QList<QUrl> &urls);
    //! Asks for files.
    void chooseFiles();

    [[nodiscard]] int fileCount() const { return int(m_pages.size()); }
    //! In the order of addFiles().
    [[nodiscard]] ImportPage *page(int index) const { return m_pages.at(index); }
    [[nodiscard]] ImportPage *currentPage() const;

    void done(int result) override;

Q_SIGNALS:
    //! Rows are in the store.
    void imported(const QStringList &symbols, qint64 importId);
    //! The user wants to look at what was imported.
    void showWanted(const QStringList &symbols);
    //! A dropped file is a store, which is opened, not imported.
    void openStoreWanted(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    //! What is to be done about closing while an import runs.
    enum class Close { No, Cancelling, Now };

    //! Asks; the question goes by itself when the import ends meanwhile.
    [[nodiscard]] Close askToClose();
    void build();
    void retranslate();
    void addPage(const QString &path);
    void removePage(ImportPage *page);
    void showPage(int index);
    void updateButtons();
    void importCurrent();
    void importAll();
    void importNext();
    void onFinished(ImportPage *page, bool succeeded);
    [[nodiscard]] bool isImporting() const;

    style::Appearance &m_appearance;
    pipeline::StoreSession &m_session;
    QList<ImportPage *> m_pages;
    QList<ImportPage *> m_queue; //!< waiting for their turn of "Import all"
    bool m_importsAll = false;   //!< until the queue has come to its end
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    QLabel *m_notice; //!< of what was dropped and cannot be taken, or why Import is not possible
    QString m_remoteNames;
    QPushButton *m_add;
    QPushButton *m_importAll;
    QPushButton *m_import;
    QPushButton *m_close;
};

} // namespace tickmark::dialogs
