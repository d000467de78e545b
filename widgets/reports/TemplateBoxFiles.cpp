// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the template box that has to do with the files of the user's own templates.
#include "SectionModel.h"
#include "TemplateBox.h"
#include <pipeline/StartOn.h>
#include <pipeline/WhenDone.h>

#include <QComboBox>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QThreadPool>

namespace tickmark::reportview {

using core::Result;

namespace {

template <typename Work>
auto elsewhere(Work work)
{
    return pipeline::startOn(*QThreadPool::globalInstance(), std::move(work));
}

} // namespace

//! Reads them again and chooses `thenId`; `takesSections`: with its sections, when it was not chosen before.
void TemplateBox::readFiles(const QString &thenId, bool takesSections)
{
    const auto reading = elsewhere(
        [folder = m_folder]() -> Result<OwnTemplateList> { return listOwnTemplates(folder); });
    pipeline::whenDone(reading, this, [this, thenId, takesSections](const Result<OwnTemplateList> &list) {
        const QString before = templateId();
        m_own = list->templates;
        fillChoice();
        if (const int at = m_choice->findData(thenId); at >= 0)
            m_choice->setCurrentIndex(at);
        if (takesSections && templateId() != before)
            takeTemplate();
        updateButtons();
        for (const core::Error &error : list->damaged)
            Q_EMIT failed(error);
        Q_EMIT edited();
    });
}

void TemplateBox::askForName(const QString &title, const QString &start,
                             const std::function<void(const QString &)> &named)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the template:"));
    dialog->setTextValue(start);
    dialog->setOkButtonText(tr("Save"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this, named);
    dialog->open();
}

void TemplateBox::save(const QString &name, bool replace)
{
    const auto saving = elsewhere(
        [folder = m_folder, name, value = chosen(), replace] { return saveOwnTemplate(folder, name, value, replace); });
    pipeline::whenDone(saving, this, [this, name](const Result<QString> &path) {
        if (path)
            readFiles(*path, true);
        else if (path.error().code == core::ErrorCode::AlreadyExists)
            askToReplace(name);
        else
            Q_EMIT failed(path.error());
    });
}

void TemplateBox::askToReplace(const QString &name)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Save as template"),
                                tr("There is a template “%1” already. Replace it?").arg(name.simplified()),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    QPushButton *yes = box->addButton(tr("Replace"), QMessageBox::AcceptRole);
    connect(yes, &QPushButton::clicked, this, [this, name] { save(name, true); });
    box->open();
}

void TemplateBox::rename(const QString &name)
{
    if (!own())
        return;
    const auto renaming = elsewhere(
        [folder = m_folder, path = own()->path, name] { return renameOwnTemplate(folder, path, name); });
    pipeline::whenDone(renaming, this, [this](const Result<QString> &path) {
        if (path)
            readFiles(*path, false);
        else
            Q_EMIT failed(path.error());
    });
}

void TemplateBox::askToRemove()
{
    if (!own())
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Delete template"),
                                tr("Delete the template “%1”? Reports made from it stay.").arg(own()->name()),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    QPushButton *yes = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, this, [this, path = own()->path] {
        pipeline::whenDone(elsewhere([path] { return removeOwnTemplate(path); }), this,
                           [this](const Result<> &removed) {
                               if (!removed)
                                   Q_EMIT failed(removed.error());
                               readFiles({}, true);
                           });
    });
    box->open();
}

} // namespace tickmark::reportview
