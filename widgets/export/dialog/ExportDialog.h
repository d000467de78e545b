// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportBatch.h"
#include "ExportPlan.h"
#include "PreviewDrawing.h"

#include <QDialog>
#include <QTimer>

#include <style/Appearance.h>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace tickmark::exportdialog {

class ExportForm;
class ExportNotice;
class PagePreview;

//! Which charts become files, of what kind and size, called what, with a preview of the first page; and the export itself,
//! which can be cancelled. A window of its own, not modal: the preview follows the charts. What is wrong is said in it with one
//! step to take. GUI thread, which only draws; the session may not go before the dialog.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    //! `subject` is asked now and after refresh(). `appearance` and `session` outlive the dialog.
    ExportDialog(const style::Appearance &appearance, pipeline::StoreSession &session,
                 std::function<ExportSubject()> subject, const ExportSettings &settings, QWidget *parent = nullptr);
    ~ExportDialog() override;

    [[nodiscard]] const ExportSettings &settings() const;
    //! As if the user had chosen it.
    void setFormat(const QString &format);
    //! With these and no question, beside the files that are there.
    void exportAgain(const ExportSettings &settings);
    //! The charts have changed: they are asked for again, soon.
    void refresh();
    [[nodiscard]] bool isExporting() const { return m_batch; }

Q_SIGNALS:
    //! An export has begun with these, to be remembered.
    void used(const tickmark::exportdialog::ExportSettings &settings);
    //! All files are written; the dialog closes itself.
    void exported(const tickmark::exportdialog::ExportOutcome &outcome);

public Q_SLOTS:
    //! Cancels what is under way; else closes.
    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void takeSubject();
    void applySettings();
    void drawPreview();
    void showPreview(const Preview &preview);
    void outdate(const exporting::ExportOptions &options);
    void showFacts();
    void showFault(const core::Error &error);
    void useAutomaticSize();
    void begin(bool keepBoth = false);
    void askAboutExisting(const QStringList &existing);
    void createFolder();
    void run(std::vector<PlannedFile> files, bool overwrite);
    void showProgress(const ExportProgress &progress);
    void end(const ExportOutcome &outcome);
    void tellFailures(const ExportOutcome &outcome);
    void showBusy(bool busy);
    [[nodiscard]] QString duration(double seconds) const;

    const style::Appearance &m_appearance;
    pipeline::StoreSession &m_session;
    std::function<ExportSubject()> m_askSubject;
    ExportSubject m_subject;
    ExportForm *m_form;
    QScrollArea *m_scroll;
    PagePreview *m_preview;
    PreviewDrawing *m_drawing;
    QLabel *m_facts;
    ExportNotice *m_notice;
    QProgressBar *m_bar;
    QLabel *m_progress;
    QPushButton *m_export;
    QPushButton *m_close;
    ExportBatch *m_batch = nullptr;
    QTimer m_refresh;
    std::optional<qint64> m_bytes;         //!< of the file that is previewed
    std::optional<ExportSettings> m_drawn; //!< of the page that is shown
    bool m_isFaulty = false;               //!< what is previewed cannot be drawn
};

//! A sentence: these are not in the picture. Many are named in part.
[[nodiscard]] QString withoutQuotesText(const QStringList &symbols);
//! A sentence about exporting::ExportReport::crowd.
[[nodiscard]] QString crowdText(int curves);
//! What an export came to, in one sentence or two: for the window's message bar.
[[nodiscard]] QString outcomeText(const ExportOutcome &outcome);
//! Of a file, rounded: "412 kB".
[[nodiscard]] QString sizeText(qint64 bytes, const QLocale &locale);

} // namespace tickmark::exportdialog
