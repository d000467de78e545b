// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportDialog.h"

#include "ImportPage.h"
#include "ScreenFit.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <style/RowDelegate.h>

#include <algorithm>
#include <utility>

namespace tickmark::dialogs {

using State = ImportWork::State;

namespace {

//! Whether it waits for what the user is to say.
bool asks(const ImportPage &page)
{
    const ImportWork &work = page.work();
    return work.state() == State::Ready && work.preview() && !work.preview()->obstacle
           && (!work.preview()->questions.empty() || !work.instrumentLack().isEmpty());
}

} // namespace

ImportDialog::ImportDialog(style::Appearance &appearance, pipeline::StoreSession &session, QWidget *parent)
    : QDialog(parent), m_appearance(appearance), m_session(session)
{
    setModal(false);
    setAcceptDrops(true);
    build();
    retranslate();
    fitToScreen(*this, {860, 640});
}

ImportDialog::~ImportDialog()
{
    for (ImportPage *page : std::as_const(m_pages))
        page->disconnect(this);
}

void ImportDialog::build()
{
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("files"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new style::RowDelegate(m_appearance, m_list));
    m_list->hide();
    m_stack = new QStackedWidget(this);
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(24);
    m_stack->addWidget(m_empty);
    m_notice = new QLabel(this);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_add = new QPushButton(this);
    m_importAll = new QPushButton(this);
    m_import = new QPushButton(this);
    m_close = new QPushButton(this);
    m_add->setObjectName(QStringLiteral("addFiles"));
    m_importAll->setObjectName(QStringLiteral("importAll"));
    m_import->setObjectName(QStringLiteral("import"));
    m_close->setObjectName(QStringLiteral("close"));
    m_import->setDefault(true);
    for (QPushButton *button : {m_add, m_importAll, m_close})
        button->setAutoDefault(false);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_list);
    middle->addWidget(m_stack, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 8, 12, 10);
    buttons->setSpacing(6);
    buttons->addWidget(m_add);
    buttons->addStretch();
    buttons->addWidget(m_importAll);
    buttons->addWidget(m_import);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    m_notice->setContentsMargins(12, 6, 12, 0);
    column->addWidget(m_notice);
    column->addLayout(buttons);

    connect(m_list, &QListWidget::currentRowChanged, this, &ImportDialog::showPage);
    connect(m_add, &QPushButton::clicked, this, &ImportDialog::chooseFiles);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::importCurrent);
    connect(m_importAll, &QPushButton::clicked, this, &ImportDialog::importAll);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
}

void ImportDialog::addFiles(const QStringList &paths)
{
    int first = -1;
    for (const QString &path : paths) {
        const auto same = std::ranges::find_if(
            m_pages, [&](const ImportPage *page) { return page->work().draft().path == path; });
        int index = int(same - m_pages.begin());
        if (same == m_pages.end()) {
            addPage(path);
            index = int(m_pages.size()) - 1;
        }
        if (first < 0)
            first = index;
    }
    m_list->setVisible(m_pages.size() > 1);
    if (first >= 0)
        m_list->setCurrentRow(first);
    updateButtons();
}

void ImportDialog::addPage(const QString &path)
{
    auto *page = new ImportPage(m_appearance, m_session, path, this);
    m_pages.append(page);
    m_stack->addWidget(page);
    auto *item = new QListWidgetItem(page->fileName(), m_list);
    item->setToolTip(path);
    m_list->setFixedWidth(std::min(200, m_list->fontMetrics().averageCharWidth() * 26));
    connect(&page->work(), &ImportWork::changed, this, &ImportDialog::updateButtons);
    connect(&page->work(), &ImportWork::finished, this, [this, page](bool succeeded) { onFinished(page, succeeded); });
    connect(page, &ImportPage::showWanted, this, &ImportDialog::showWanted);
    connect(page, &ImportPage::openStoreWanted, this, &ImportDialog::openStoreWanted);
    connect(&page->work(), &ImportWork::changed, page, [this, page] {
        const PreviewFailure *failure = page->work().failure();
        if (failure && failure->trouble == FileTrouble::Store)
            QMetaObject::invokeMethod(
                page, [this, page] { removePage(page); }, Qt::QueuedConnection);
    });
}

//! A store that was dropped is none of this dialog's files.
void ImportDialog::removePage(ImportPage *page)
{
    const qsizetype index = m_pages.indexOf(page);
    if (index < 0)
        return;
    const QString path = page->work().draft().path;
    m_pages.removeAt(index);
    m_queue.removeAll(page);
    delete m_list->takeItem(int(index));
    m_stack->removeWidget(page);
    page->deleteLater();
    m_list->setVisible(m_pages.size() > 1);
    if (m_pages.isEmpty())
        m_stack->setCurrentIndex(0);
    updateButtons();
    Q_EMIT openStoreWanted(path);
}

void ImportDialog::addUrls(const QList<QUrl> &urls)
{
    QStringList paths;
    QStringList remote;
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
        else
            remote.append(url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
    }
    m_remoteNames = remote.join(QStringLiteral(", "));
    addFiles(paths);
}

void ImportDialog::chooseFiles()
{
    auto *chooser = new QFileDialog(this, tr("Files to import"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    chooser->setNameFilters(
        {tr("Tables and feeds (*.csv *.txt *.tsv *.xml *.rss *.atom *.json *.gz *.zip *.zst)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::filesSelected, this, &ImportDialog::addFiles);
    chooser->open();
}

ImportPage *ImportDialog::currentPage() const
{
    return qobject_cast<ImportPage *>(m_stack->currentWidget());
}

void ImportDialog::showPage(int index)
{
    if (index >= 0 && index < m_pages.size())
        m_stack->setCurrentWidget(m_pages[index]);
    updateButtons();
}

bool ImportDialog::isImporting() const
{
    return std::ranges::any_of(m_pages,
                               [](const ImportPage *page) { return page->work().state() == State::Importing; });
}

void ImportDialog::updateButtons()
{
    const ImportPage *page = currentPage();
    const bool finished = page && page->work().state() == State::Finished;
    const QString whyNot = page ? page->work().whyNot() : QString();
    m_import->setVisible(page && !finished);
    m_import->setEnabled(page && whyNot.isEmpty() && !isImporting());
    const auto ready = std::ranges::count_if(m_pages,
                                             [](const ImportPage *other) { return other->work().whyNot().isEmpty(); });
    m_importAll->setVisible(m_pages.size() > 1);
    m_importAll->setEnabled(ready > 0 && !isImporting());
    const bool saysWhy = page && page->work().state() == State::Ready && !whyNot.isEmpty();
    QString notice = saysWhy ? whyNot : QString();
    if (!m_remoteNames.isEmpty())
        notice = tr("Only files on this computer can be imported: download %1 first.").arg(m_remoteNames);
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    m_import->setToolTip(saysWhy ? whyNot : QString());
    for (int i = 0; i < m_pages.size(); ++i) {
        const State state = m_pages[i]->work().state();
        const QString name = m_pages[i]->fileName();
        const QString text = state == State::Finished    ? tr("%1 – imported").arg(name)
                             : state == State::Trouble   ? tr("%1 – not possible").arg(name)
                             : state == State::Importing ? tr("%1 – running").arg(name)
                             : asks(*m_pages[i])         ? tr("%1 – asks something").arg(name)
                                                         : name;
        m_list->item(i)->setText(text);
    }
}

void ImportDialog::importCurrent()
{
    if (ImportPage *page = currentPage(); page && !isImporting())
        page->work().start();
}

void ImportDialog::importAll()
{
    m_queue.clear();
    for (ImportPage *page : std::as_const(m_pages)) {
        if (page->work().whyNot().isEmpty())
            m_queue.append(page);
    }
    m_importsAll = true;
    importNext();
}

void ImportDialog::importNext()
{
    while (!m_queue.isEmpty() && !isImporting()) {
        ImportPage *page = m_queue.takeFirst();
        if (page->work().whyNot().isEmpty()) {
            m_list->setCurrentRow(int(m_pages.indexOf(page)));
            page->work().start();
        }
    }
    if (isImporting() || !std::exchange(m_importsAll, false))
        return;
    // All of them is not done before each has its answer.
    const auto asking = std::ranges::find_if(m_pages, [](const ImportPage *page) { return asks(*page); });
    if (asking != m_pages.end())
        m_list->setCurrentRow(int(asking - m_pages.begin()));
}

void ImportDialog::onFinished(ImportPage *page, bool succeeded)
{
    if (succeeded) {
        const ImportFacts &facts = *page->work().outcome();
        Q_EMIT imported(facts.knownSymbols(), facts.importId);
        importNext();
    } else if (page->work().wasCancelled()) {
        m_queue.clear(); // whoever cancels one does not want the next
        m_importsAll = false;
    } else {
        importNext(); // a file that fails says so on its page
    }
    updateButtons();
}

ImportDialog::Close ImportDialog::askToClose()
{
    const bool ofTicks = std::ranges::any_of(m_pages, [](const ImportPage *page) {
        const ImportWork &work = page->work();
        return work.state() == State::Importing && work.preview()->readAs == ReadAs::Ticks;
    });
    QMessageBox question(QMessageBox::Question, tr("Import is running"),
                         ofTicks ? tr("Cancel the import and close? Ticks that are in the database stay there; "
                                      "importing the file again adds the rest.")
                                 : tr("Cancel the import and close? Nothing of the running file will be kept."),
                         QMessageBox::NoButton, this);
    question.setObjectName(QStringLiteral("closeQuestion"));
    QPushButton *cancel = question.addButton(tr("Cancel the import"), QMessageBox::DestructiveRole);
    QPushButton *stay = question.addButton(tr("Keep importing"), QMessageBox::RejectRole);
    question.setDefaultButton(stay);
    question.setEscapeButton(stay);
    bool hasEnded = false;
    bool hasFailed = false;
    for (const ImportPage *page : std::as_const(m_pages))
        connect(&page->work(), &ImportWork::finished, &question, [&](bool succeeded) {
            hasFailed |= !succeeded;
            hasEnded = !isImporting(); // onFinished() may have begun the next one
            if (hasEnded)
                question.done(QDialog::Rejected); // there is nothing to ask any more
        });
    question.exec();
    if (question.clickedButton() == cancel)
        return Close::Cancelling;
    return hasEnded && !hasFailed ? Close::Now : Close::No; // what failed is to be seen
}

void ImportDialog::done(int result)
{
    if (isImporting()) {
        const Close close = askToClose();
        if (close == Close::No)
            return;
        if (close == Close::Cancelling) {
            m_queue.clear();
            for (ImportPage *page : std::as_const(m_pages))
                page->work().cancel();
        }
    }
    QDialog::done(result);
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    addUrls(event->mimeData()->urls());
    event->acceptProposedAction();
}

void ImportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import data"));
    m_empty->setText(tr("Drop files here, or choose them with “Add files”: quotes, ticks, share counts, splits and "
                        "dividends as CSV; headlines as a feed (RSS, Atom, JSON). They may be packed as .gz, .zip or "
                        ".zst."));
    m_list->setAccessibleName(tr("Files"));
    m_add->setText(tr("Add files…"));
    m_importAll->setText(tr("Import all"));
    m_import->setText(tr("Import this file"));
    m_close->setText(tr("Close"));
    updateButtons();
}

} // namespace tickmark::dialogs
