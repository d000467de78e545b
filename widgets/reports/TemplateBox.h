// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "OwnTemplates.h"
#include "ReportDraft.h"

#include <QWidget>

#include <style/Appearance.h>

#include <functional>

class QComboBox;
class QListView;
class QPushButton;

namespace tickmark::reportview {

class SectionModel;

//! What a report consists of: a template, and its sections, each of which can be moved or left out. The user's own
//! templates are files, read and written on other threads. GUI thread.
class TemplateBox : public QWidget
{
    Q_OBJECT

public:
    //! `folder`: of the user's own templates.
    TemplateBox(const style::Appearance &appearance, QString folder, QWidget *parent = nullptr);

    //! By the program; nothing is emitted. `id`: the name of a built-in template or the path of an own one; where there is
    //! none of it any more, the first. `sections` empty: as the template has them.
    void choose(const QString &id, const std::vector<DraftSection> &sections);
    [[nodiscard]] QString templateId() const;
    [[nodiscard]] const std::vector<DraftSection> &sections() const;
    [[nodiscard]] report::ReportTemplate chosen() const;
    //! Everything is left out: a sentence; else empty.
    [[nodiscard]] QString complaint() const;
    void retranslate();
    [[nodiscard]] QWidget *firstField() const;
    [[nodiscard]] QWidget *sectionList() const;

Q_SIGNALS:
    void edited();
    void failed(const tickmark::core::Error &error);

private:
    void build();
    void fillChoice();
    void takeTemplate();
    void moveSection(int places);
    void updateButtons();
    [[nodiscard]] const OwnTemplate *own() const;

    // The files.
    void readFiles(const QString &thenId, bool takesSections);
    void askForName(const QString &title, const QString &start, const std::function<void(const QString &)> &named);
    void save(const QString &name, bool replace);
    void askToReplace(const QString &name);
    void rename(const QString &name);
    void askToRemove();

    const style::Appearance &m_appearance;
    QString m_folder;
    std::vector<std::pair<QString, report::ReportTemplate>> m_builtIn; //!< by id
    std::vector<OwnTemplate> m_own;
    SectionModel *m_sections;
    QComboBox *m_choice;
    QPushButton *m_save;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QListView *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace tickmark::reportview
