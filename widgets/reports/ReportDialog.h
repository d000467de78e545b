// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportDraft.h"
#include <core/Result.h>
#include <pipeline/StoreSession.h>

#include <QDialog>
#include <QPointer>

#include <report/Report.h>
#include <style/Appearance.h>

#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace tickmark::report {
class ReportJob;
}

namespace tickmark::reportview {

class InstrumentBox;
class RangeBox;
class TemplateBox;

//! Sets a report up and makes it, while the window goes on: title, range, instruments, sections, language, file. Says what
//! is wrong, how far it is and what came of it in itself. Remembers how it was left. Not modal; the session is lent and
//! outlives the dialog, or closes it. GUI thread.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    //! `templateFolder`: of the user's own templates, see ownTemplateFolder().
    ReportDialog(style::Appearance &appearance, pipeline::StoreSession &session, const ReportScene &scene,
                 const QString &templateFolder, QWidget *parent = nullptr);
    ~ReportDialog() override;

    //! The charts show something else; what is set up stays.
    void setScene(const ReportScene &scene);

    //! While a report is made, cancels it and stays.
    void reject() override;

Q_SIGNALS:
    void made(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildFoot(QWidget *fields);
    void connectAll();
    void retranslate();
    void restore();
    void remember() const;
    [[nodiscard]] ReportDraft draft() const;
    void updateState();
    void proposeFile();
    void chooseFile();
    void formatChosen();
    void pathEdited();
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString complaint() const;
    [[nodiscard]] report::ReportWish wish() const;

    // Making it.
    void make(bool replace);
    void setRunning(bool running);
    void finished(const QString &path, const report::ReportOutcome &outcome);
    void failed(const core::Error &error);
    //! `step`: a button that does `take`.
    void say(const QString &sentence, const QString &step = {}, const std::function<void()> &take = {});
    void openUrl(const QString &path);

    style::Appearance &m_appearance;
    QPointer<pipeline::StoreSession> m_session;
    ReportScene m_scene;
    QString m_templateFolder;
    QFormLayout *m_form = nullptr;
    QWidget *m_fields = nullptr;
    QLineEdit *m_title = nullptr;
    RangeBox *m_range = nullptr;
    InstrumentBox *m_instruments = nullptr;
    TemplateBox *m_template = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_format = nullptr;
    QLineEdit *m_file = nullptr;
    QPushButton *m_browse = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_step = nullptr;
    QPushButton *m_folder = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_make = nullptr;
    QPushButton *m_close = nullptr;
    std::function<void()> m_take; //!< of m_step
    QString m_made;               //!< the file that the message is about; empty: none
    QString m_replaceable;        //!< the file that the user has agreed to replace
    QString m_proposed;           //!< the name that the dialog gave the file; the user's own stays
    report::ReportJob *m_job = nullptr;
};

} // namespace tickmark::reportview
