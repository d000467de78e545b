// SPDX-License-Identifier: GPL-3.0-or-later
#include "TemplateBox.h"

#include "SectionModel.h"
#include "TickDelegate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tickmark::reportview {

namespace {

constexpr int kRows = 7; // as many as there are usual sections
constexpr int kRowHeight = 26;

} // namespace

TemplateBox::TemplateBox(const style::Appearance &appearance, QString folder, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_folder(std::move(folder)),
      m_sections(new SectionModel(this)),
      m_choice(new QComboBox),
      m_save(new QPushButton),
      m_rename(new QPushButton),
      m_remove(new QPushButton),
      m_list(new QListView),
      m_up(new QPushButton),
      m_down(new QPushButton)
{
    for (const QString &name : report::builtInTemplates()) {
        if (auto value = report::builtInTemplate(name))
            m_builtIn.emplace_back(name, std::move(*value));
    }
    build();
    fillChoice();
    takeTemplate();
    connect(m_choice, &QComboBox::activated, this, [this] {
        takeTemplate();
        Q_EMIT edited();
    });
    connect(m_sections, &SectionModel::edited, this, &TemplateBox::edited);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TemplateBox::updateButtons);
    connect(m_up, &QPushButton::clicked, this, [this] { moveSection(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveSection(1); });
    connect(m_save, &QPushButton::clicked, this, [this] {
        askForName(tr("Save as template"), own() ? own()->name() : QString(),
                   [this](const QString &name) { save(name, false); });
    });
    connect(m_rename, &QPushButton::clicked, this, [this] {
        if (own())
            askForName(tr("Rename template"), own()->name(), [this](const QString &name) { rename(name); });
    });
    connect(m_remove, &QPushButton::clicked, this, &TemplateBox::askToRemove);
}

void TemplateBox::build()
{
    m_choice->setObjectName(QStringLiteral("template"));
    m_save->setObjectName(QStringLiteral("saveTemplate"));
    m_rename->setObjectName(QStringLiteral("renameTemplate"));
    m_remove->setObjectName(QStringLiteral("removeTemplate"));
    m_list->setObjectName(QStringLiteral("sections"));
    m_up->setObjectName(QStringLiteral("sectionUp"));
    m_down->setObjectName(QStringLiteral("sectionDown"));
    m_up->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Up));
    m_down->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    for (QPushButton *button : {m_save, m_rename, m_remove, m_up, m_down})
        button->setAutoDefault(false);
    m_list->setModel(m_sections);
    m_list->setItemDelegate(new TickDelegate(m_appearance, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(kRows * kRowHeight);
    auto *row = new QHBoxLayout;
    row->addWidget(m_choice, 1);
    row->addWidget(m_save);
    row->addWidget(m_rename);
    row->addWidget(m_remove);
    auto *moves = new QVBoxLayout;
    moves->addWidget(m_up);
    moves->addWidget(m_down);
    moves->addStretch(1);
    auto *parts = new QHBoxLayout;
    parts->addWidget(m_list, 1);
    parts->addLayout(moves);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addLayout(parts);
}

QWidget *TemplateBox::firstField() const
{
    return m_choice;
}

QWidget *TemplateBox::sectionList() const
{
    return m_list;
}

void TemplateBox::retranslate()
{
    m_choice->setAccessibleName(tr("Template of the report"));
    m_save->setText(tr("Save as…"));
    m_save->setToolTip(tr("Keeps sections and order as a template of your own"));
    m_rename->setText(tr("Rename…"));
    m_remove->setText(tr("Delete"));
    m_list->setAccessibleName(tr("Sections of the report, in their order"));
    // A text with an & of its own would replace the shortcut.
    m_up->setText(tr("Up"));
    m_down->setText(tr("Down"));
    m_up->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Up));
    m_down->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    m_up->setToolTip(tr("Moves the section up (%1)").arg(m_up->shortcut().toString(QKeySequence::NativeText)));
    m_down->setToolTip(tr("Moves the section down (%1)").arg(m_down->shortcut().toString(QKeySequence::NativeText)));
    m_sections->setLanguage(m_appearance.language());
    fillChoice();
}

void TemplateBox::fillChoice()
{
    const QString id = templateId();
    m_choice->clear();
    for (const auto &[name, value] : m_builtIn)
        m_choice->addItem(value.name.in(m_appearance.language()), name);
    if (!m_own.empty())
        m_choice->insertSeparator(m_choice->count());
    for (const OwnTemplate &one : m_own)
        m_choice->addItem(one.name(), one.path);
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(id)));
    updateButtons();
}

void TemplateBox::choose(const QString &id, const std::vector<DraftSection> &sections)
{
    if (const int at = m_choice->findData(id); at >= 0)
        m_choice->setCurrentIndex(at);
    takeTemplate();
    if (!sections.empty())
        m_sections->setSections(sections);
    readFiles(id, sections.empty());
}

QString TemplateBox::templateId() const
{
    return m_choice->currentData().toString();
}

const OwnTemplate *TemplateBox::own() const
{
    const auto found = std::ranges::find(m_own, templateId(), &OwnTemplate::path);
    return found == m_own.end() ? nullptr : &*found;
}

void TemplateBox::takeTemplate()
{
    if (const OwnTemplate *one = own()) {
        m_sections->setTemplate(one->value);
    } else {
        const auto found = std::ranges::find(m_builtIn, templateId(), &decltype(m_builtIn)::value_type::first);
        m_sections->setTemplate(found == m_builtIn.end() ? report::ReportTemplate() : found->second);
    }
    m_list->setCurrentIndex(m_sections->index(0));
    updateButtons();
}

const std::vector<DraftSection> &TemplateBox::sections() const
{
    return m_sections->sections();
}

report::ReportTemplate TemplateBox::chosen() const
{
    return m_sections->chosen();
}

QString TemplateBox::complaint() const
{
    return chosen().sections.empty() ? tr("A report needs at least one section.") : QString();
}

void TemplateBox::moveSection(int places)
{
    const int row = m_list->currentIndex().row();
    if (!m_sections->move(row, places))
        return;
    m_list->setCurrentIndex(m_sections->index(row + places));
    updateButtons();
}

void TemplateBox::updateButtons()
{
    const int row = m_list->currentIndex().row();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_sections->rowCount());
    m_rename->setEnabled(own());
    m_remove->setEnabled(own());
}

} // namespace tickmark::reportview
