// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportDialog.h"

#include "InstrumentBox.h"
#include "RangeBox.h"
#include "TemplateBox.h"
#include <dialogs/ScreenFit.h>

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <report/ReportDrawing.h>

namespace tickmark::reportview {

namespace {

constexpr int kWidth = 640;
constexpr int kLongestTitle = 200;
constexpr const char *kLanguages[] = {"de", "en"};

QSettings memory()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("tickmark"), QStringLiteral("window"));
}

} // namespace

ReportDialog::ReportDialog(style::Appearance &appearance, pipeline::StoreSession &session, const ReportScene &scene,
                           const QString &templateFolder, QWidget *parent)
    : QDialog(parent), m_appearance(appearance), m_session(&session), m_scene(scene), m_templateFolder(templateFolder)
{
    build();
    connectAll();
    retranslate();
    setScene(scene);
    restore();
    proposeFile();
    updateState();
    dialogs::fitToScreen(*this, sizeHint().expandedTo({kWidth, 0}));
    m_title->setFocus();
}

ReportDialog::~ReportDialog() = default;

void ReportDialog::build()
{
    m_fields = new QWidget;
    m_title = new QLineEdit;
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setMaxLength(kLongestTitle);
    m_range = new RangeBox(m_appearance);
    m_instruments = new InstrumentBox(m_appearance, *m_session);
    m_template = new TemplateBox(m_appearance, m_templateFolder);
    m_language = new QComboBox;
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(QStringLiteral("Deutsch"), QLatin1String(kLanguages[0])); // languages name themselves
    m_language->addItem(QStringLiteral("English"), QLatin1String(kLanguages[1]));
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("format"));
    for (const QString &format : report::reportFormats())
        m_format->addItem(format.toUpper(), format);
    m_file = new QLineEdit;
    m_file->setObjectName(QStringLiteral("file"));
    m_browse = new QPushButton;
    m_browse->setObjectName(QStringLiteral("browse"));
    m_browse->setAutoDefault(false);
    auto *file = new QHBoxLayout;
    file->addWidget(m_file, 1);
    file->addWidget(m_browse);
    auto *kind = new QHBoxLayout;
    kind->addWidget(m_language);
    kind->addWidget(m_format);
    kind->addStretch(1);
    m_form = new QFormLayout(m_fields);
    m_form->setContentsMargins(0, 0, 0, 0); // in line with what stands below it
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto addRow = [this](auto *field, QWidget *buddy) {
        auto *label = new QLabel;
        label->setBuddy(buddy);
        m_form->addRow(label, field);
    };
    addRow(m_title, m_title);
    addRow(m_range, m_range->firstField());
    addRow(m_instruments, m_instruments->firstField());
    addRow(m_template, m_template->firstField());
    addRow(kind, m_language);
    addRow(file, m_file);
    buildFoot(m_fields);
}

void ReportDialog::buildFoot(QWidget *fields)
{
    auto *scroll = new QScrollArea; // on a small screen the buttons stay where they are
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setMinimumHeight(160);
    m_message = new QLabel;
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->setMinimumHeight(2 * fontMetrics().lineSpacing()); // so that nothing moves when something is said
    m_step = new QPushButton;
    m_step->setObjectName(QStringLiteral("step"));
    m_folder = new QPushButton;
    m_folder->setObjectName(QStringLiteral("folder"));
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_make = new QPushButton;
    m_make->setObjectName(QStringLiteral("make"));
    m_make->setDefault(true);
    m_close = new QPushButton;
    m_close->setObjectName(QStringLiteral("close"));
    for (QPushButton *button : {m_step, m_folder, m_close})
        button->setAutoDefault(false);
    auto *said = new QHBoxLayout;
    said->addWidget(m_message, 1);
    said->addWidget(m_step);
    said->addWidget(m_folder);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_progress, 1);
    buttons->addStretch(0);
    buttons->addWidget(m_make);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addLayout(said);
    column->addLayout(buttons);
    m_progress->hide();
    say({});
}

void ReportDialog::connectAll()
{
    const auto edited = [this] {
        m_range->setStored(m_instruments->stored());
        if (!m_job)
            say({});
        proposeFile();
        updateState();
    };
    connect(m_title, &QLineEdit::textEdited, this, edited);
    connect(m_range, &RangeBox::edited, this, edited);
    connect(m_instruments, &InstrumentBox::edited, this, edited);
    connect(m_instruments, &InstrumentBox::failed, this, &ReportDialog::failed);
    // What is read of the store or the disk takes nothing back that was said.
    const auto read = [this] {
        m_range->setStored(m_instruments->stored());
        proposeFile();
        updateState();
    };
    connect(m_instruments, &InstrumentBox::loaded, this, read);
    connect(m_template, &TemplateBox::edited, this, read);
    connect(m_template, &TemplateBox::failed, this, &ReportDialog::failed);
    connect(m_language, &QComboBox::activated, this, edited);
    connect(m_format, &QComboBox::activated, this, &ReportDialog::formatChosen);
    connect(m_file, &QLineEdit::textEdited, this, &ReportDialog::pathEdited);
    connect(m_browse, &QPushButton::clicked, this, &ReportDialog::chooseFile);
    connect(m_make, &QPushButton::clicked, this, [this] { make(path() == m_replaceable); });
    connect(m_close, &QPushButton::clicked, this, &ReportDialog::reject);
    connect(m_step, &QPushButton::clicked, this, [this] {
        if (const auto take = m_take)
            take();
    });
    connect(m_folder, &QPushButton::clicked, this, [this] { openUrl(QFileInfo(m_made).path()); });
    connect(m_session, &QObject::destroyed, this, [this] { done(QDialog::Rejected); });
    connect(&m_appearance, &style::Appearance::changed, this, &ReportDialog::retranslate);
}

void ReportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ReportDialog::retranslate()
{
    setWindowTitle(tr("Report"));
    const QString labels[] = {tr("&Title:"),    tr("&Range:"),    tr("&Instruments:"),
                              tr("&Contents:"), tr("&Language:"), tr("&File:")};
    for (int i = 0; i < m_form->rowCount(); ++i)
        qobject_cast<QLabel *>(m_form->itemAt(i, QFormLayout::LabelRole)->widget())->setText(labels[i]);
    m_title->setPlaceholderText(tr("Empty: made from the instruments"));
    m_language->setAccessibleName(tr("Language of the report"));
    m_format->setAccessibleName(tr("Format of the report"));
    m_browse->setText(tr("&Browse…"));
    m_browse->setAccessibleName(tr("Choose the report's file"));
    m_folder->setText(tr("Show folder"));
    m_progress->setAccessibleName(tr("How far the report is"));
    m_make->setText(tr("&Make report"));
    m_close->setText(m_job ? tr("Cancel") : tr("Close"));
    m_range->retranslate();
    m_instruments->retranslate();
    m_template->retranslate();
}

void ReportDialog::setScene(const ReportScene &scene)
{
    m_scene = scene;
    m_range->setInView({scene.from, scene.to});
    m_instruments->setCharted(scene.symbols);
    m_range->setStored(m_instruments->stored());
    proposeFile();
    updateState();
}

void ReportDialog::restore()
{
    const QByteArray json = memory().value(QStringLiteral("report")).toByteArray();
    ReportDraft draft = ReportDraft::fromJson(QJsonDocument::fromJson(json).object());
    if (draft.store != m_session->path()) {
        // Of another store it says how reports are made, not what they are about.
        draft.title.clear();
        draft.range = draft.range == RangeChoice::Own ? RangeChoice::InView : draft.range;
        draft.instruments = draft.instruments == InstrumentChoice::Ticked ? InstrumentChoice::Charts
                                                                          : draft.instruments;
        draft.ticked.clear();
    }
    m_title->setText(draft.title);
    const bool isDated = draft.from && draft.to;
    m_range->choose(draft.range == RangeChoice::Own && !isDated ? RangeChoice::InView : draft.range,
                    isDated ? std::optional(RangeBox::Range{*draft.from, *draft.to}) : std::nullopt);
    m_instruments->choose(draft.instruments, draft.ticked);
    m_template->choose(draft.templateId, draft.sections);
    const QString language = draft.language.isEmpty() ? m_appearance.language() : draft.language;
    m_language->setCurrentIndex(std::max(0, m_language->findData(language)));
    m_format->setCurrentIndex(std::max(0, m_format->findData(draft.suffix)));
    const QString folder = QFileInfo(draft.folder).isDir()
                               ? draft.folder
                               : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_proposed = folder + u'/';
    m_file->setText(QDir::toNativeSeparators(m_proposed));
}

ReportDraft ReportDialog::draft() const
{
    ReportDraft draft;
    draft.store = m_session ? m_session->path() : QString();
    draft.title = m_title->text();
    draft.range = m_range->choice();
    if (const auto range = m_range->range(); range && draft.range == RangeChoice::Own) {
        draft.from = range->first;
        draft.to = range->second;
    }
    draft.instruments = m_instruments->choice();
    draft.ticked = m_instruments->ticked();
    draft.templateId = m_template->templateId();
    draft.sections = m_template->sections();
    draft.language = m_language->currentData().toString();
    draft.suffix = m_format->currentData().toString();
    draft.folder = QFileInfo(path()).path();
    return draft;
}

void ReportDialog::remember() const
{
    memory().setValue(QStringLiteral("report"), QJsonDocument(draft().toJson()).toJson(QJsonDocument::Compact));
}

QString ReportDialog::path() const
{
    return QDir::cleanPath(QDir::fromNativeSeparators(m_file->text().trimmed()));
}

//! As long as the name is the dialog's own, it follows what the report is about.
void ReportDialog::proposeFile()
{
    const auto range = m_range->range();
    if (!range || QDir::fromNativeSeparators(m_file->text()) != m_proposed)
        return;
    const bool isGerman = m_language->currentData().toString() == u"de";
    const QString name = (isGerman ? QStringLiteral("Bericht_%1_%2.%3") : QStringLiteral("Report_%1_%2.%3"))
                             .arg(QString::fromStdString(range->first.iso()),
                                  QString::fromStdString(range->second.iso()), m_format->currentData().toString());
    m_proposed = QFileInfo(m_proposed).path() + u'/' + name;
    m_file->setText(QDir::toNativeSeparators(m_proposed));
}

//! The suffix of the file's name is its format.
void ReportDialog::formatChosen()
{
    const QFileInfo file(path());
    const QString format = m_format->currentData().toString();
    if (QDir::fromNativeSeparators(m_file->text()) != m_proposed && !file.completeBaseName().isEmpty())
        m_file->setText(QDir::toNativeSeparators(file.path() + u'/' + file.completeBaseName() + u'.' + format));
    say({});
    proposeFile();
    updateState();
}

void ReportDialog::pathEdited()
{
    if (const int at = m_format->findData(QFileInfo(path()).suffix().toLower()); at >= 0)
        m_format->setCurrentIndex(at);
    say({});
    updateState();
}

void ReportDialog::chooseFile()
{
    QStringList filters;
    QString chosen;
    for (const QString &format : report::reportFormats()) {
        filters.append(QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
        if (format == m_format->currentData().toString())
            chosen = filters.constLast();
    }
    auto *dialog = new QFileDialog(this, tr("Report file"), QFileInfo(path()).path(),
                                   filters.join(QStringLiteral(";;")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it replaces a file
    dialog->setDefaultSuffix(m_format->currentData().toString());
    dialog->selectNameFilter(chosen);
    dialog->selectFile(QFileInfo(path()).fileName());
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString &filter) { dialog->setDefaultSuffix(filter.section(u'.', -1).remove(u')')); });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file->setText(QDir::toNativeSeparators(file));
        m_replaceable = path();
        pathEdited();
    });
    dialog->open();
}

QString ReportDialog::complaint() const
{
    for (const QString &sentence : {m_instruments->complaint(), m_range->complaint(), m_template->complaint()}) {
        if (!sentence.isEmpty())
            return sentence;
    }
    return QFileInfo(path()).completeBaseName().isEmpty() || m_file->text().trimmed().endsWith(QDir::separator())
               ? tr("Name the file that the report is to go into.")
               : QString();
}

void ReportDialog::updateState()
{
    const QString sentence = complaint();
    m_make->setEnabled(!m_job && sentence.isEmpty());
    m_make->setToolTip(sentence);
    if (!m_job && m_made.isEmpty() && !m_take)
        m_message->setText(sentence);
}

} // namespace tickmark::reportview
