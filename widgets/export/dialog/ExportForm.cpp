// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportForm.h"

#include "ExportPlan.h"
#include "FileNamePattern.h"
#include <export/ChartExport.h>
#include <export/ExportPreset.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace tickmark::exportdialog {

namespace {

constexpr int kMostMillimetres = 2000;
constexpr int kMostPixels = 100'000; // what a page cannot have is said in words
constexpr int kMostDpi = 2400;
constexpr const char *kNames[] = {"width", "height"};

} // namespace

ExportForm::ExportForm(QWidget *parent) : QWidget(parent)
{
    build();
    retranslate();
    showSettings();
}

void ExportForm::build()
{
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    buildWhat(*m_form);
    buildPage(*m_form);
    buildParts(*m_form);
    buildFile(*m_form);
    for (QComboBox *box : {m_what, m_format, m_page, m_language, m_theme, m_csv})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportForm::read);
    for (QDoubleSpinBox *box : {m_width, m_height})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ExportForm::read);
    connect(m_dpi, &QSpinBox::valueChanged, this, &ExportForm::read);
    for (const Flag &flag : m_flags)
        connect(flag.box, &QCheckBox::toggled, this, &ExportForm::read);
    for (QLineEdit *line : {m_pattern, m_folder})
        connect(line, &QLineEdit::textEdited, this, &ExportForm::read);
    connect(m_browse, &QPushButton::clicked, this, &ExportForm::chooseFolder);
}

void ExportForm::addRow(QFormLayout &form, QWidget *field, const char *label)
{
    auto *text = new QLabel;
    text->setBuddy(field);
    form.addRow(text, field);
    m_labels.emplace_back(text, label);
}

QComboBox *ExportForm::addBox(QFormLayout &form, const char *name)
{
    auto *box = new QComboBox;
    box->setObjectName(QString::fromLatin1(name));
    // Long names of instruments must not widen the dialog.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    addRow(form, box, name);
    return box;
}

void ExportForm::addFlag(QWidget *parent, const char *name, bool &(*value)(ExportSettings &settings))
{
    auto *box = new QCheckBox(parent);
    box->setObjectName(QString::fromLatin1(name));
    m_flags.push_back({box, value});
}

void ExportForm::buildWhat(QFormLayout &form)
{
    m_what = addBox(form, "what");
    for (int i = 0; i < 4; ++i)
        m_what->addItem(QString());
    m_format = addBox(form, "format");
    for (const QString &format : exporting::chartFormats())
        m_format->addItem(QString(), format);
}

void ExportForm::buildPage(QFormLayout &form)
{
    m_page = addBox(form, "page");
    m_page->addItem(QString(), QString::fromLatin1(PageChoice::kAutomatic));
    for (const exporting::ExportPreset &preset : exporting::exportPresets())
        m_page->addItem(QString(), QString(preset.code));
    m_page->addItem(QString(), QString::fromLatin1(PageChoice::kMillimetres));
    m_page->addItem(QString(), QString::fromLatin1(PageChoice::kPixels));

    m_measures = new QWidget;
    auto *line = new QHBoxLayout(m_measures);
    line->setContentsMargins(0, 0, 0, 0);
    m_width = new QDoubleSpinBox;
    m_height = new QDoubleSpinBox;
    for (QDoubleSpinBox *box : {m_width, m_height}) {
        box->setObjectName(QString::fromLatin1(kNames[box == m_height]));
        box->setDecimals(0);
        box->setRange(0, kMostPixels);
        box->setKeyboardTracking(true);
        line->addWidget(box, 1);
        if (box == m_width)
            line->addWidget(new QLabel(QString(QChar(0x00D7))));
    }
    addRow(form, m_measures, "measures");
    m_labels.back().first->setBuddy(m_width);
    m_dpi = new QSpinBox;
    m_dpi->setObjectName(QStringLiteral("dpi"));
    m_dpi->setRange(1, kMostDpi);
    addRow(form, m_dpi, "dpi");
    m_language = addBox(form, "language");
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de")); // languages name themselves
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_theme = addBox(form, "theme");
    for (int i = 0; i < 3; ++i)
        m_theme->addItem(QString());
}

void ExportForm::buildParts(QFormLayout &form)
{
    m_parts = new QWidget;
    auto *grid = new QGridLayout(m_parts);
    grid->setContentsMargins(0, 3, 0, 0);
    grid->setVerticalSpacing(5);
    addFlag(m_parts, "title", [](ExportSettings &settings) -> bool & { return settings.parts.title; });
    addFlag(m_parts, "subtitle", [](ExportSettings &settings) -> bool & { return settings.parts.subtitle; });
    addFlag(m_parts, "markers", [](ExportSettings &settings) -> bool & { return settings.markers; });
    addFlag(m_parts, "legend", [](ExportSettings &settings) -> bool & { return settings.parts.legend; });
    addFlag(m_parts, "verdicts", [](ExportSettings &settings) -> bool & { return settings.parts.verdicts; });
    addFlag(m_parts, "foot", [](ExportSettings &settings) -> bool & { return settings.parts.foot; });
    addFlag(m_parts, "volume", [](ExportSettings &settings) -> bool & { return settings.volume; });
    for (std::size_t i = 0; i < m_flags.size(); ++i)
        grid->addWidget(m_flags[i].box, int(i) / 2, int(i) % 2);
    addRow(form, m_parts, "parts");
    m_labels.back().first->setBuddy(nullptr); // each of them has its own words
    m_outlines = new QCheckBox;
    m_outlines->setObjectName(QStringLiteral("outlines"));
    m_flags.push_back({m_outlines, [](ExportSettings &settings) -> bool & { return settings.outlines; }});
    form.addRow(QString(), m_outlines);
    m_csv = addBox(form, "csv");
    for (int i = 0; i < 2; ++i)
        m_csv->addItem(QString());
}

void ExportForm::buildFile(QFormLayout &form)
{
    auto *name = new QWidget;
    auto *line = new QHBoxLayout(name);
    line->setContentsMargins(0, 0, 0, 0);
    m_pattern = new QLineEdit;
    m_pattern->setObjectName(QStringLiteral("pattern"));
    m_words = new QToolButton;
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setFocusPolicy(Qt::StrongFocus);
    m_words->setPopupMode(QToolButton::InstantPopup);
    m_wordMenu = new QMenu(m_words);
    m_words->setMenu(m_wordMenu);
    for (const QString &word : fileNameWords())
        m_wordMenu->addAction(word, this, [this, word] { insertWord(word); });
    line->addWidget(m_pattern, 1);
    line->addWidget(m_words);
    addRow(form, name, "pattern");
    m_labels.back().first->setBuddy(m_pattern);
    m_example = new QLabel;
    m_example->setObjectName(QStringLiteral("example"));
    m_example->setTextFormat(Qt::PlainText);
    m_example->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // cut where a name is longer
    m_example->setForegroundRole(QPalette::PlaceholderText);
    form.addRow(QString(), m_example);
    auto *folder = new QWidget;
    line = new QHBoxLayout(folder);
    line->setContentsMargins(0, 0, 0, 0);
    m_folder = new QLineEdit;
    m_folder->setObjectName(QStringLiteral("folder"));
    m_browse = new QPushButton;
    m_browse->setObjectName(QStringLiteral("browse"));
    m_browse->setAutoDefault(false);
    line->addWidget(m_folder, 1);
    line->addWidget(m_browse);
    addRow(form, folder, "folder");
    m_labels.back().first->setBuddy(m_folder);
}

void ExportForm::setSettings(const ExportSettings &settings)
{
    m_settings = settings;
    m_settings.folder = folderOf(settings);
    showSettings();
}

void ExportForm::setCounts(const ExportCounts &counts)
{
    m_counts = counts;
    retranslateWhat();
}

void ExportForm::setExample(const QString &example)
{
    m_example->setText(example);
    m_example->setToolTip(example.toHtmlEscaped());
}

void ExportForm::focusFolder()
{
    m_folder->setFocus();
    m_folder->selectAll();
}

void ExportForm::focusName()
{
    m_pattern->setFocus();
}

void ExportForm::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the exported files"), folderOf(m_settings));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_folder->setText(QDir::toNativeSeparators(folder));
        read();
    });
    dialog->open();
}

void ExportForm::insertWord(const QString &word)
{
    m_pattern->insert(word);
    m_pattern->setFocus();
    read();
}

void ExportForm::read()
{
    if (m_isFilling)
        return;
    const bool wasPixels = m_settings.page.isPixels();
    const QString formerPage = m_settings.page.code;
    m_settings.what = ExportWhat(m_what->currentIndex());
    m_settings.format = m_format->currentData().toString();
    m_settings.page.code = m_page->currentData().toString();
    if (m_settings.page.code == formerPage) {
        if (wasPixels)
            m_settings.page.pixels = QSize(int(m_width->value()), int(m_height->value()));
        else if (formerPage == QLatin1String(PageChoice::kMillimetres))
            m_settings.page.millimetres = QSizeF(m_width->value(), m_height->value());
        if (m_dpi->isEnabled())
            m_settings.page.dpi = m_dpi->value();
    } else if (const auto *preset = exporting::findPreset(m_settings.page.code)) {
        m_settings.page.dpi = preset->dpi;
    }
    m_settings.language = m_language->currentData().toString();
    m_settings.theme = charts::ThemeName(m_theme->currentIndex());
    for (const Flag &flag : m_flags)
        flag.value(m_settings) = flag.box->isChecked();
    m_settings.csv = exporting::CsvForm(m_csv->currentIndex());
    m_settings.pattern = m_pattern->text();
    m_settings.folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    showFields();
    Q_EMIT edited();
}

void ExportForm::showSettings()
{
    m_isFilling = true;
    m_what->setCurrentIndex(int(m_settings.what));
    m_format->setCurrentIndex(m_format->findData(m_settings.format));
    m_page->setCurrentIndex(m_page->findData(m_settings.page.code));
    m_language->setCurrentIndex(m_language->findData(m_settings.language));
    m_theme->setCurrentIndex(int(m_settings.theme));
    for (const Flag &flag : m_flags)
        flag.box->setChecked(flag.value(m_settings));
    m_csv->setCurrentIndex(int(m_settings.csv));
    m_pattern->setText(m_settings.pattern);
    m_folder->setText(QDir::toNativeSeparators(m_settings.folder));
    m_isFilling = false;
    showFields();
}

//! What the chosen format and page have no use for.
void ExportForm::showFields()
{
    m_isFilling = true;
    const bool isTable = m_settings.isTable();
    const bool isPixels = m_settings.page.isPixels();
    const bool isOwn = isPixels || m_settings.page.code == QLatin1String(PageChoice::kMillimetres);
    const bool isPng = m_settings.format == QLatin1String("png");
    const auto setRow = [this](QWidget *field, bool visible) { m_form->setRowVisible(field, visible); };
    for (QWidget *field : {static_cast<QWidget *>(m_page), static_cast<QWidget *>(m_theme), m_parts})
        setRow(field, !isTable);
    setRow(m_measures, !isTable && isOwn);
    setRow(m_dpi, isPng && !isPixels);
    setRow(m_outlines, m_settings.format == QLatin1String("svg"));
    setRow(m_csv, m_settings.format == QLatin1String("csv"));
    for (QDoubleSpinBox *box : {m_width, m_height}) {
        box->setMaximum(isPixels ? kMostPixels : kMostMillimetres);
        box->setSuffix(isPixels ? tr(" px") : tr(" mm"));
    }
    m_width->setValue(isPixels ? m_settings.page.pixels.width() : m_settings.page.millimetres.width());
    m_height->setValue(isPixels ? m_settings.page.pixels.height() : m_settings.page.millimetres.height());
    m_dpi->setValue(m_settings.page.dpi);
    findChild<QCheckBox *>(QStringLiteral("legend"))->setEnabled(m_settings.markers);
    findChild<QCheckBox *>(QStringLiteral("verdicts"))->setEnabled(m_settings.markers && m_settings.parts.legend);
    m_isFilling = false;
}

void ExportForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tickmark::exportdialog
