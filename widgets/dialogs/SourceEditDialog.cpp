// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceEditDialog.h"

#include "ScreenFit.h"
#include "SourceDraft.h"
#include "SourceForm.h"
#include "SourceTrialBox.h"
#include <pipeline/WhenDone.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QUuid>
#include <QVBoxLayout>

namespace tickmark::dialogs {

using core::Result;
using store::SourceSetup;

namespace {

constexpr QSize kFirstSize{660, 680};

QStringList namesIn(const pipeline::FetchScheduler &scheduler)
{
    QStringList names;
    for (const pipeline::SourceStatus &source : scheduler.sources())
        names += source.setup.name;
    return names;
}

SourceDraft newDraft(const QStringList &taken, const QString &provider = {}, const QString &symbol = {})
{
    SourceDraft draft = draftFor(sources::providerInfo(provider).value_or(sources::providerList().front()), taken);
    if (!symbol.isEmpty()) {
        draft.onlyChosen = true;
        draft.setup.symbols = {symbol};
    }
    draft.setup.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces); // its key is kept under it
    return draft;
}

} // namespace

SourceEditDialog::SourceEditDialog(style::Appearance &appearance, const SourceTools &tools,
                                   const std::optional<SourceSetup> &setup, QWidget *parent)
    : SourceEditDialog(appearance, tools, parent, setup, std::nullopt)
{}

SourceEditDialog::SourceEditDialog(style::Appearance &appearance, const SourceTools &tools, const QString &provider,
                                   const QString &symbol, QWidget *parent)
    : SourceEditDialog(appearance, tools, parent, std::nullopt, newDraft(namesIn(tools.scheduler), provider, symbol))
{}

SourceEditDialog::SourceEditDialog(style::Appearance &appearance, const SourceTools &tools, QWidget *parent,
                                   const std::optional<SourceSetup> &setup, const std::optional<SourceDraft> &draft)
    : QDialog(parent), m_appearance(appearance), m_tools(tools), m_stored(setup)
{
    build();
    connectAll();
    retranslate();
    m_form->show(setup ? draftOf(*setup) : draft.value_or(newDraft(otherNames())), !setup);
    m_form->setKeyLasting(m_tools.keys.isLasting());
    loadInstruments();
    loadKey();
    fitToScreen(*this, kFirstSize);
    updateButtons();
}

SourceEditDialog::~SourceEditDialog() = default;

QStringList SourceEditDialog::otherNames() const
{
    QStringList names;
    for (const pipeline::SourceStatus &source : m_tools.scheduler.sources()) {
        if (!m_stored || source.setup.sourceId != m_stored->sourceId)
            names += source.setup.name;
    }
    return names;
}

void SourceEditDialog::build()
{
    m_form = new SourceForm(m_appearance, otherNames());
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_trial = new SourceTrialBox(m_appearance, m_tools);
    m_message = new QLabel;
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->hide();
    m_test = new QPushButton;
    m_test->setObjectName(QStringLiteral("test"));
    m_save = new QPushButton;
    m_save->setObjectName(QStringLiteral("save"));
    m_cancel = new QPushButton;
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_test->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_test);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 10);
    column->addWidget(scroll, 1);
    column->addWidget(m_trial);
    column->addWidget(m_message);
    column->addLayout(buttons);
}

void SourceEditDialog::connectAll()
{
    connect(m_form, &SourceForm::edited, this, [this] {
        m_trial->forget();
        m_message->hide();
    });
    connect(m_trial, &SourceTrialBox::runningChanged, this, &SourceEditDialog::updateButtons);
    connect(m_test, &QPushButton::clicked, this, &SourceEditDialog::test);
    connect(m_save, &QPushButton::clicked, this, &SourceEditDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &SourceEditDialog::reject);
    connect(&m_tools.keys, &sources::KeyVault::lastingChanged, m_form, &SourceForm::setKeyLasting);
    connect(&m_tools.session, &pipeline::StoreSession::lost, this, &SourceEditDialog::updateButtons);
}

void SourceEditDialog::loadInstruments()
{
    pipeline::whenDone(
        m_tools.session.read([](store::StoreReader &reader, const std::stop_token &) { return reader.instruments(); }),
        this, [this](const Result<std::vector<core::Instrument>> &instruments) {
            if (instruments)
                m_form->setInstruments(*instruments);
            else
                say(instruments.error());
        });
}

//! Only whether there is one: what is read goes at once.
void SourceEditDialog::loadKey()
{
    if (!m_stored || !m_form->provider().needsKey)
        return;
    pipeline::whenDone(m_tools.keys.read(m_stored->uuid), this, [this](const Result<QByteArray> &key) {
        if (key)
            m_form->setKeyStored(!key->isEmpty());
        else
            say(key.error());
    });
}

void SourceEditDialog::test()
{
    m_message->hide();
    if (m_form->complain())
        m_trial->start(setupOf(m_form->draft(), m_form->provider()), m_form->key());
}

void SourceEditDialog::save()
{
    if (m_isBusy || !m_tools.session.writer() || !m_form->complain())
        return;
    m_isBusy = true;
    updateButtons();
    const SourceSetup setup = setupOf(m_form->draft(), m_form->provider());
    pipeline::whenDone(m_tools.session.writer()->saveSource(setup), this, [this, setup](const Result<qint64> &id) {
        if (id) {
            keepKey(*id, setup);
            return;
        }
        m_isBusy = false;
        updateButtons();
        say(id.error());
    });
}

void SourceEditDialog::keepKey(qint64 sourceId, const SourceSetup &setup)
{
    const QByteArray key = m_form->key();
    if (key.isEmpty()) {
        finish(sourceId, setup);
        return;
    }
    pipeline::whenDone(m_tools.keys.write(setup.uuid, key), this, [this, sourceId, setup](const Result<> &kept) {
        if (kept) {
            finish(sourceId, setup);
            return;
        }
        // the source is saved; the form stays, and saves it once more with the key
        m_isBusy = false;
        tellStored(setup);
        m_stored = setup;
        m_stored->sourceId = sourceId;
        SourceDraft draft = m_form->draft();
        draft.setup.sourceId = sourceId;
        m_form->show(draft, false);
        updateButtons();
        say(kept.error());
    });
}

//! To all that show what the set-up decides: which source is seen first, in which shares its prices count, its name.
void SourceEditDialog::tellStored(const SourceSetup &setup)
{
    m_tools.scheduler.reload();
    if (m_stored
        && (m_stored->priority != setup.priority || m_stored->splitsAdjusted != setup.splitsAdjusted
            || m_stored->name != setup.name))
        m_tools.session.tellChanged(pipeline::StoreChange::Quotes);
}

void SourceEditDialog::finish(qint64 sourceId, const SourceSetup &setup)
{
    m_isBusy = false;
    tellStored(setup);
    Q_EMIT saved(sourceId, m_stored ? tr("“%1” was saved.").arg(setup.name) : tr("“%1” was added.").arg(setup.name));
    accept();
}

// A form with edits asks first: a key that was typed is gone for good.
void SourceEditDialog::reject()
{
    const SourceSetup said = setupOf(m_form->draft(), m_form->provider());
    const bool isChanged = m_stored
                               ? said != *m_stored || !m_form->key().isEmpty()
                               : m_form->draft().nameIsTyped || !said.address.isEmpty() || !m_form->key().isEmpty();
    if (!isChanged || !m_tools.session.writer()) {
        QDialog::reject();
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Unsaved changes"),
                                     tr("What was entered for this source is not saved."), QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *discard = question->addButton(tr("Discard it"), QMessageBox::DestructiveRole);
    auto *stay = question->addButton(tr("Keep editing"), QMessageBox::RejectRole);
    question->setDefaultButton(stay);
    question->setEscapeButton(stay);
    connect(discard, &QAbstractButton::clicked, this, [this] { QDialog::reject(); });
    question->open();
}

void SourceEditDialog::say(const core::Error &error)
{
    m_message->setText(error.message);
    m_message->setToolTip(error.detail.toHtmlEscaped());
    m_message->show();
}

void SourceEditDialog::updateButtons()
{
    m_test->setEnabled(!m_trial->isRunning());
    m_save->setEnabled(!m_isBusy && m_tools.session.writer());
}

void SourceEditDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SourceEditDialog::retranslate()
{
    setWindowTitle(m_stored ? tr("Source “%1”").arg(m_stored->name) : tr("New source"));
    m_message->setAccessibleName(tr("Message"));
    m_test->setText(tr("&Test"));
    m_save->setText(tr("&Save"));
    m_cancel->setText(tr("Cancel"));
    m_form->retranslate();
    m_trial->retranslate();
}

} // namespace tickmark::dialogs
