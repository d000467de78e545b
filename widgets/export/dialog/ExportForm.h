// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportSettings.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace tickmark::exportdialog {

//! How many charts each choice of ExportWhat means.
struct ExportCounts
{
    QString active{}; //!< what the active chart shows
    int linked = 0;
    int panes = 0;
    int watched = 0;
};

//! The questions of the export dialog. Fields that a format has no use for are disabled or hidden; their values stay. GUI thread.
class ExportForm : public QWidget
{
    Q_OBJECT

public:
    explicit ExportForm(QWidget *parent = nullptr);

    void setSettings(const ExportSettings &settings);
    [[nodiscard]] const ExportSettings &settings() const { return m_settings; }
    void setCounts(const ExportCounts &counts);
    //! What the file names come to; may be elided.
    void setExample(const QString &example);
    void focusFolder();
    void focusName();
    void chooseFolder();

Q_SIGNALS:
    //! By the user.
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Flag
    {
        QCheckBox *box;
        bool &(*value)(ExportSettings &settings);
    };

    void build();
    void buildWhat(QFormLayout &form);
    void buildPage(QFormLayout &form);
    void buildParts(QFormLayout &form);
    void buildFile(QFormLayout &form);
    QComboBox *addBox(QFormLayout &form, const char *name);
    void addRow(QFormLayout &form, QWidget *field, const char *label);
    void addFlag(QWidget *parent, const char *name, bool &(*value)(ExportSettings &settings));
    void read();
    void showSettings();
    void showFields();
    void retranslate();
    void retranslateWhat();
    void insertWord(const QString &word);

    ExportSettings m_settings;
    ExportCounts m_counts;
    bool m_isFilling = false;
    std::vector<std::pair<QLabel *, const char *>> m_labels;
    std::vector<Flag> m_flags;
    QFormLayout *m_form = nullptr;
    QComboBox *m_what = nullptr;
    QComboBox *m_format = nullptr;
    QComboBox *m_page = nullptr;
    QWidget *m_measures = nullptr;
    QDoubleSpinBox *m_width = nullptr;
    QDoubleSpinBox *m_height = nullptr;
    QSpinBox *m_dpi = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_theme = nullptr;
    QWidget *m_parts = nullptr;
    QCheckBox *m_outlines = nullptr;
    QComboBox *m_csv = nullptr;
    QLineEdit *m_pattern = nullptr;
    QToolButton *m_words = nullptr;
    QMenu *m_wordMenu = nullptr;
    QLabel *m_example = nullptr;
    QLineEdit *m_folder = nullptr;
    QPushButton *m_browse = nullptr;
};

} // namespace tickmark::exportdialog
