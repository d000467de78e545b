// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceTools.h"

#include <QDialog>

#include <style/Appearance.h>

#include <optional>

class QLabel;
class QPushButton;

namespace tickmark::dialogs {

class SourceForm;
struct SourceDraft;
class SourceTrialBox;

//! Sets up one source: a form, a test of it as it stands, and saving: the set-up into the store, the key into the keychain.
//! Waits for nothing. Not modal. GUI thread.
class SourceEditDialog : public QDialog
{
    Q_OBJECT

public:
    //! `setup` nothing: a new one.
    SourceEditDialog(style::Appearance &appearance, const SourceTools &tools,
                     const std::optional<store::SourceSetup> &setup, QWidget *parent = nullptr);
    //! A new one of that provider, for `symbol`.
    SourceEditDialog(style::Appearance &appearance, const SourceTools &tools, const QString &provider,
                     const QString &symbol, QWidget *parent = nullptr);
    ~SourceEditDialog() override;

    void reject() override;

Q_SIGNALS:
    //! `sentence` says so.
    void saved(qint64 sourceId, const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    SourceEditDialog(style::Appearance &appearance, const SourceTools &tools, QWidget *parent,
                     const std::optional<store::SourceSetup> &setup, const std::optional<SourceDraft> &draft);
    void build();
    void connectAll();
    void retranslate();
    void loadInstruments();
    void loadKey();
    void test();
    void save();
    void keepKey(qint64 sourceId, const store::SourceSetup &setup);
    void tellStored(const store::SourceSetup &setup);
    void finish(qint64 sourceId, const store::SourceSetup &setup);
    void say(const core::Error &error);
    void updateButtons();
    [[nodiscard]] QStringList otherNames() const;

    style::Appearance &m_appearance;
    SourceTools m_tools;
    std::optional<store::SourceSetup> m_stored; //!< as it was; nothing: a new one
    bool m_isBusy = false;
    SourceForm *m_form;
    SourceTrialBox *m_trial;
    QLabel *m_message;
    QPushButton *m_test;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace tickmark::dialogs
