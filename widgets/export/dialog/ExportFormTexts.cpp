// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the export form.
#include "ExportForm.h"
#include "FileNamePattern.h"
#include <export/ExportPreset.h>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace tickmark::exportdialog {

namespace {

constexpr int kLeastWidth = 400; // px, with room for names of files

} // namespace

void ExportForm::retranslate()
{
    const std::pair<const char *, QString> labels[] = {
        {"what", tr("&Export:")},    {"format", tr("&Format:")},
        {"page", tr("&Size:")},      {"measures", tr("&Width and height:")},
        {"dpi", tr("&Resolution:")}, {"language", tr("&Language:")},
        {"theme", tr("&Colours:")},  {"parts", tr("Parts:")},
        {"csv", tr("&Numbers:")},    {"pattern", tr("File na&me:")},
        {"folder", tr("F&older:")}};
    for (const auto &[label, key] : m_labels) {
        for (const auto &[name, text] : labels) {
            if (qstrcmp(name, key) != 0)
                continue;
            label->setText(text);
            if (QWidget *field = label->buddy())
                field->setAccessibleName(QString(text).remove(u'&').remove(u':'));
        }
    }
    const std::pair<const char *, QString> flags[] = {{"title", tr("Title")},
                                                      {"subtitle", tr("Subtitle")},
                                                      {"markers", tr("Headlines in the chart")},
                                                      {"legend", tr("List of headlines")},
                                                      {"verdicts", tr("Verdicts in the list")},
                                                      {"foot", tr("Foot with sources")},
                                                      {"volume", tr("Charts of volumes")},
                                                      {"outlines", tr("Texts as outlines")}};
    for (const auto &[name, text] : flags)
        findChild<QCheckBox *>(QString::fromLatin1(name))->setText(text);
    m_outlines->setToolTip(tr("Looks the same everywhere, but its texts cannot be searched or edited."));

    const bool wasFilling = std::exchange(m_isFilling, true);
    const QString formats[] = {tr("PNG, a picture"), tr("SVG, a drawing that scales"), tr("PDF, a page"),
                               tr("CSV, a table of values"), tr("XLSX, a workbook with a chart")};
    for (int i = 0; i < m_format->count(); ++i)
        m_format->setItemText(i, formats[i]);
    m_page->setItemText(0, tr("A wide page, as high as needed"));
    int at = 1;
    for (const exporting::ExportPreset &preset : exporting::exportPresets())
        m_page->setItemText(at++, exporting::presetName(preset));
    m_page->setItemText(at++, tr("Own size in millimetres"));
    m_page->setItemText(at, tr("Own size in pixels"));
    m_theme->setItemText(0, tr("For print: white, and readable in grey"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_csv->setItemText(0, tr("For programs: 1234.56, 2025-01-27"));
    m_csv->setItemText(1, tr("For German spreadsheets: 1234,56, 27.01.2025"));
    m_isFilling = wasFilling;
    m_width->setAccessibleName(tr("Width"));
    m_height->setAccessibleName(tr("Height"));
    m_height->setSpecialValueText(tr("as needed"));
    m_dpi->setSuffix(tr(" dpi"));
    m_words->setText(QStringLiteral("{ }"));
    m_words->setToolTip(tr("Insert a word that each chart replaces"));
    m_words->setAccessibleName(m_words->toolTip());
    const QString words[] = {tr("Symbols"), tr("First day"), tr("Last day"),          tr("Base date"),
                             tr("Today"),   tr("Language"),  tr("Number of the file")};
    const QStringList inBraces = fileNameWords();
    for (int i = 0; i < int(inBraces.size()); ++i)
        m_wordMenu->actions().at(i)->setText(QStringLiteral("%1\t%2").arg(words[i], inBraces[i]));
    m_browse->setText(tr("&Browse…"));
    retranslateWhat();
    // As wide as with every row: which of them are needed changes while it is used.
    for (int row = 0; row < m_form->rowCount(); ++row)
        m_form->setRowVisible(row, true);
    setFixedWidth(std::max(kLeastWidth, m_form->sizeHint().width()));
    showFields();
}

void ExportForm::retranslateWhat()
{
    const bool wasFilling = std::exchange(m_isFilling, true);
    m_what->setItemText(0, m_counts.active.isEmpty() ? tr("The active chart")
                                                     : tr("The active chart: %1").arg(m_counts.active));
    m_what->setItemText(1, tr("%n linked chart(s) on one page", nullptr, m_counts.linked));
    m_what->setItemText(2, tr("Each of %n chart(s) as a file", nullptr, m_counts.panes));
    m_what->setItemText(3, tr("Each of %n instrument(s) of the watchlist as a file", nullptr, m_counts.watched));
    m_isFilling = wasFilling;
}

} // namespace tickmark::exportdialog
