// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourcesDialog.h"

#include "ScreenFit.h"
#include "SourceDetails.h"
#include "SourceEditDialog.h"
#include "SourceSigns.h"
#include <pipeline/WhenDone.h>
#include <tables/SourceModel.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <style/Fonts.h>
#include <style/TableCopy.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tickmark::dialogs {

using pipeline::SourceStatus;
using tables::SourceModel;

namespace {

constexpr QSize kFirstSize{1040, 640};
constexpr std::chrono::seconds kAging{20};
constexpr int kRowHeight = 26;
constexpr int kWidestName = 170;
constexpr int kWidestProvider = 150;
constexpr int kDetailsHeight = 190;
constexpr int kEmptyMargin = 160;

} // namespace

SourcesDialog::SourcesDialog(style::Appearance &appearance, const SourceTools &tools, QWidget *parent)
    : QDialog(parent), m_appearance(appearance), m_tools(tools)
{
    build();
    connectAll();
    retranslate();
    refresh();
    fitToScreen(*this, kFirstSize);
    (m_tools.scheduler.sources().empty() ? static_cast<QWidget *>(m_emptyAdd) : m_table)->setFocus();
    m_minute.start(kAging);
}

SourcesDialog::~SourcesDialog() = default;

void SourcesDialog::build()
{
    m_model = new SourceModel(m_appearance.formats(), m_appearance.zone(), this);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("sources"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new SourceDelegate(m_appearance, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(SourceModel::Subject, QHeaderView::Stretch); // it gives way
    style::addTableCopy(*m_table);
    m_columns = std::make_unique<style::ColumnFit>(*m_table);
    m_columns->setWidest(SourceModel::Name, kWidestName);
    m_columns->setWidest(SourceModel::Provider, kWidestProvider);
    m_details = new SourceDetails(m_appearance);
    m_summary = new QLabel;
    m_message = new QLabel;
    for (QLabel *label : {m_summary, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_summary->setObjectName(QStringLiteral("summary"));
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->hide();
    m_pauseAll = new QPushButton;
    m_pauseAll->setCheckable(true);
    const std::pair<QPushButton **, const char *> buttons[] = {
        {&m_fetchAll, "fetchAll"}, {&m_add, "add"},   {&m_edit, "edit"},   {&m_remove, "remove"},
        {&m_fetch, "fetch"},       {&m_stop, "stop"}, {&m_close, "close"}, {&m_emptyAdd, "addFirst"}};
    for (const auto &[button, name] : buttons) {
        *button = new QPushButton;
        (*button)->setObjectName(QLatin1String(name));
        (*button)->setAutoDefault(false);
    }
    m_pauseAll->setObjectName(QStringLiteral("pauseAll"));
    m_pauseAll->setAutoDefault(false);

    auto *top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(m_fetchAll);
    top->addWidget(m_pauseAll);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_add, m_edit, m_remove})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(m_fetch);
    row->addWidget(m_stop);
    auto *list = new QWidget;
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 4);
    listColumn->addWidget(m_table, 1);
    listColumn->addLayout(row);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_details);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(list);
    splitter->addWidget(scroll);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({kFirstSize.height() - kDetailsHeight, kDetailsHeight});
    m_pages = new QStackedWidget;
    m_pages->addWidget(splitter);
    m_pages->addWidget(buildEmpty());
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_message, 1);
    bottom->addStretch();
    bottom->addWidget(m_close, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 10);
    column->addLayout(top);
    column->addWidget(m_pages, 1);
    column->addLayout(bottom);
}

QWidget *SourcesDialog::buildEmpty()
{
    m_emptyText = new QLabel;
    m_emptyText->setTextFormat(Qt::PlainText);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignHCenter);
    m_emptyText->setFont(style::textFont(style::TextRole::Sentence));
    m_emptyText->setObjectName(QStringLiteral("empty"));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(kEmptyMargin, 0, kEmptyMargin, 0);
    column->addStretch(2);
    column->addWidget(m_emptyText);
    column->addSpacing(8);
    column->addWidget(m_emptyAdd, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return page;
}

void SourcesDialog::connectAll()
{
    pipeline::FetchScheduler &scheduler = m_tools.scheduler;
    connect(&scheduler, &pipeline::FetchScheduler::statusChanged, this, &SourcesDialog::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        say({}); // what was said was of another source
        showDetails();
        updateButtons();
    });
    connect(m_table, &QTableView::activated, this, &SourcesDialog::edit);
    connect(m_fetchAll, &QPushButton::clicked, this, [this] { m_tools.scheduler.fetchNow(); });
    connect(m_pauseAll, &QPushButton::toggled, this, [this](bool pause) {
        if (pause != m_tools.scheduler.isPaused())
            m_tools.scheduler.pauseAll(pause);
    });
    connect(m_fetch, &QPushButton::clicked, this, [this] {
        if (const SourceStatus *source = chosen())
            m_tools.scheduler.fetchNow(source->setup.sourceId);
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (const SourceStatus *source = chosen())
            m_tools.scheduler.cancel(source->setup.sourceId);
    });
    connect(m_add, &QPushButton::clicked, this, &SourcesDialog::add);
    connect(m_emptyAdd, &QPushButton::clicked, this, &SourcesDialog::add);
    connect(m_edit, &QPushButton::clicked, this, &SourcesDialog::edit);
    connect(m_remove, &QPushButton::clicked, this, &SourcesDialog::askToRemove);
    connect(m_close, &QPushButton::clicked, this, &SourcesDialog::reject);
    connect(&m_tools.session, &pipeline::StoreSession::lost, this, &SourcesDialog::refresh);
    connect(&m_appearance, &style::Appearance::changed, this, [this] {
        m_model->setFormats(m_appearance.formats(), m_appearance.zone());
        refresh();
        m_table->viewport()->update();
    });
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_model->setNow(m_tools.now());
        m_columns->grow();
        showDetails();
        showSummary();
    });
}

void SourcesDialog::refresh()
{
    const std::vector<SourceStatus> &sources = m_tools.scheduler.sources();
    const SourceStatus *before = chosen();
    const qint64 kept = std::exchange(m_wanted, 0);
    const qint64 wanted = kept != 0 ? kept : before ? before->setup.sourceId : 0;
    m_model->setSources(sources, m_tools.scheduler.isPaused(), m_tools.now());
    m_pages->setCurrentIndex(sources.empty() ? 1 : 0);
    if (!sources.empty()) {
        const int row = m_model->rowOf(wanted);
        if (row < 0 && kept != 0)
            m_wanted = kept; // not yet
        if (const SourceStatus *now = chosen(); !now || (row >= 0 && now->setup.sourceId != wanted))
            m_table->selectRow(std::max(0, row));
        m_columns->grow();
    }
    m_pauseAll->setChecked(m_tools.scheduler.isPaused());
    showSummary();
    showDetails();
    updateButtons();
}

const SourceStatus *SourcesDialog::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->at(rows.front().row());
}

void SourcesDialog::select(qint64 sourceId)
{
    m_wanted = sourceId;
    refresh();
}

void SourcesDialog::showDetails()
{
    const SourceStatus *source = chosen();
    m_details->show(source ? std::optional(*source) : std::nullopt, m_tools.scheduler.isPaused(), m_tools.now());
}

//! One sentence for all: what is going on, else what fails, else when something happens next.
void SourcesDialog::showSummary()
{
    const std::vector<SourceStatus> &sources = m_tools.scheduler.sources();
    if (const auto &why = m_tools.session.whyReadOnly()) {
        m_summary->setText(tr("%1 Sources can be seen here, and nothing is fetched.").arg(why->message));
        return;
    }
    if (sources.empty()) {
        m_summary->clear();
        return;
    }
    const bool paused = m_tools.scheduler.isPaused();
    const auto count = [&](tables::SourceState state) {
        return int(
            std::ranges::count(sources, state, [&](const SourceStatus &one) { return tables::stateOf(one, paused); }));
    };
    QStringList sentences;
    if (paused)
        sentences += tr("All sources are paused: nothing is fetched by itself.");
    if (const int running = count(tables::SourceState::Running); running > 0)
        sentences += tr("%Ln source(s) are being fetched.", nullptr, running);
    if (const int failing = count(tables::SourceState::Failing); failing > 0)
        sentences += tr("%Ln source(s) failed.", nullptr, failing);
    std::optional<core::Time> next;
    for (const SourceStatus &source : sources) {
        if (source.nextRun && (!next || *source.nextRun < *next))
            next = source.nextRun;
    }
    if (next && !paused)
        sentences += tr("The next run: %1.", "a time")
                         .arg(tables::nearTimeText(*next, m_tools.now(), m_appearance.formats(), m_appearance.zone()));
    m_summary->setText(sentences.join(u' '));
}

void SourcesDialog::updateButtons()
{
    const SourceStatus *source = chosen();
    const bool running = source && source->isRunning;
    m_add->setEnabled(mayWrite());
    m_emptyAdd->setVisible(mayWrite());
    m_edit->setEnabled(mayWrite() && source);
    m_remove->setEnabled(mayWrite() && source);
    m_fetch->setEnabled(mayWrite() && source && !running);
    m_stop->setEnabled(running);
    m_fetchAll->setEnabled(mayWrite() && !m_tools.scheduler.sources().empty());
    m_pauseAll->setEnabled(m_fetchAll->isEnabled());
    const auto &why = m_tools.session.whyReadOnly();
    for (QPushButton *button : {m_add, m_edit, m_remove, m_fetch, m_fetchAll, m_pauseAll})
        button->setToolTip(mayWrite() || !why ? QString() : why->message.toHtmlEscaped());
}

void SourcesDialog::add()
{
    if (mayWrite())
        openEditor(std::nullopt);
}

void SourcesDialog::addFor(const QString &provider, const QString &symbol)
{
    if (mayWrite())
        openEditor(std::nullopt, provider, symbol);
}

void SourcesDialog::edit()
{
    if (const SourceStatus *source = chosen(); source && mayWrite())
        openEditor(source->setup);
}

// One form at a time: what was begun in it stays.
void SourcesDialog::openEditor(const std::optional<store::SourceSetup> &setup, const QString &provider,
                               const QString &symbol)
{
    if (!m_editor) {
        m_editor = setup || provider.isEmpty() ? new SourceEditDialog(m_appearance, m_tools, setup, this)
                                               : new SourceEditDialog(m_appearance, m_tools, provider, symbol, this);
        m_editor->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_editor, &SourceEditDialog::saved, this, [this](qint64 sourceId, const QString &sentence) {
            select(sourceId);
            say(sentence);
        });
    }
    m_editor->show();
    m_editor->raise();
    m_editor->activateWindow();
}

void SourcesDialog::askToRemove()
{
    const SourceStatus *source = chosen();
    if (!source || !mayWrite())
        return;
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove a source"),
                                     tr("Remove the source “%1”?").arg(source->setup.name), QMessageBox::NoButton,
                                     this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("Its set-up and its key are forgotten, and nothing is fetched from it any more. The "
           "quotes and headlines that it has brought stay."));
    auto *yes = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    auto *no = question->addButton(tr("Keep"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(yes, &QAbstractButton::clicked, this, [this, setup = source->setup] { remove(setup); });
    question->open();
}

void SourcesDialog::remove(const store::SourceSetup &setup)
{
    if (!mayWrite())
        return;
    pipeline::whenDone(m_tools.session.writer()->removeSource(setup.sourceId), this,
                       [this, setup](const core::Result<> &answer) {
                           if (!answer) {
                               say(answer.error().message);
                               return;
                           }
                           m_tools.keys.write(setup.uuid, {});
                           m_tools.scheduler.reload();
                           say(tr("“%1” was removed. What it has brought is still there.").arg(setup.name));
                       });
}

// A form with edits asks first, and may keep both open.
void SourcesDialog::reject()
{
    if (!m_editor || m_editor->close())
        QDialog::reject();
}

void SourcesDialog::say(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

// No button of this dialog is pressed by Return. QDialog would look for one in the form, too, and save it at once.
void SourcesDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

void SourcesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SourcesDialog::retranslate()
{
    setWindowTitle(tr("Sources"));
    m_table->setAccessibleName(tr("Sources"));
    m_message->setAccessibleName(tr("Message"));
    m_emptyText->setText(
        mayWrite() ? tr("No sources yet. Add a source to have quotes and headlines fetched from the network: by "
                        "itself, and as often as you say.")
                   : tr("This database has no sources, and it can only be read."));
    m_emptyAdd->setText(tr("&Add a source…"));
    m_fetchAll->setText(tr("Fetch a&ll now"));
    m_pauseAll->setText(tr("&Pause all"));
    m_add->setText(tr("&Add…"));
    m_edit->setText(tr("&Edit…"));
    m_remove->setText(tr("&Remove…"));
    m_fetch->setText(tr("&Fetch now"));
    m_stop->setText(tr("&Stop"));
    m_close->setText(tr("Close"));
    m_model->setFormats(m_appearance.formats(), m_appearance.zone());
    m_details->retranslate();
    refresh();
    m_columns->refit(); // other words, other widths
}

} // namespace tickmark::dialogs
